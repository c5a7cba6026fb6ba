"""What `--json` gives: the page docs/json.md names every key of every command, and no other."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows import cli, line, told
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange.server import Exchange
from tests.factory.here import reading_here
from tests.flows.test_failures import broken

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/json.md"
_NAMED = ("held_before", "proved_before", "manifest.tables", "manifest.tables.<name>.files")  # keys are names of things
_ROW = re.compile(r"^\| `([^`|]+)` \| (.*) \|$", re.MULTILINE)
_FILE = "sample/objects"
_RICHEST = (
    "select record_id from record_overview order by questions * people * (location is not null)::int desc limit 1"
)


def paths(value: object, before: str = "") -> Iterator[str]:
    """The keys of a document, such as `days[].source`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = f"{before}.{'<name>' if before in _NAMED else key}" if before else str(key)
            found = list(paths(inner, name))
            yield from found or [name]
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{before}[]")


def documented() -> dict[str, set[str]]:
    """The keys that the page names, by command."""
    return {name: set(re.findall(r"`([^`]+)`", keys)) for name, keys in _ROW.findall(PAGE.read_text("utf-8"))}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Commands in a home that holds the sample, each with `--json`."""
    home = tmp_path_factory.mktemp("json")
    with pytest.MonkeyPatch.context() as patch, reading_here():
        own = Settings(home=home / "data", host_map={}, jobs=1)
        line.replay(PLAIN, own, ROOT / "sample")
        line.publish(PLAIN, own, rollback=False)
        patch.setenv("JIYAO_HOME", str(own.home))

        def run(*arguments: str, codes: tuple[int, ...] = (0,)) -> Any:  # noqa: ANN401 - a JSON document
            done = CliRunner().invoke(cli.app, [*arguments, "--json"])
            assert done.exit_code in codes, done.output
            return json.loads(done.stdout)

        yield run


def test_of_every_command_the_keys_are_those_of_the_page(
    given: Callable[..., Any], tmp_path: Path, settings: Settings, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(os.environ["JIYAO_HOME"])
    record = given("sql", _RICHEST)[0]["record_id"]
    file = next((ROOT / _FILE).glob(f"*/{record.split('-')[0]}*"))
    found = {
        "status": given("status"),
        "search": given("search", "产能", "--limit", "3"),
        "show": given("show", record),
        "show --page": given("show", record, "--page", "--out", str(tmp_path)),
        "dictionary": given("dictionary"),
        "parse": given("parse", str(file), "--jobs", "1"),
        "backfill --dry-run": given("backfill", "--since", "2026-01-01", "--until", "2026-01-31", "--dry-run"),
        "publish": given("publish"),
        "export": given("export", "--to", str(tmp_path / "out")),
        "report": given("report", "--out", str(tmp_path / "report.html")),
    }
    summary = line.replay(PLAIN, Settings(home=tmp_path / "again", host_map={}, jobs=1), ROOT / "sample")
    summary.proved_before, summary.held_before = {"cninfo": None}, {"question": 1}
    found["ingest"] = json.loads(told.document(cli.ended(lambda: summary).facts))
    broken(exchange, settings)
    found["diff"] = given("diff", str(home / "jiyao.duckdb"), str(settings.published), codes=(1,))
    monkeypatch.setenv("JIYAO_HOME", str(settings.home))
    monkeypatch.setenv("JIYAO_HOST_MAP", exchange.host_map_text)
    found["failures"] = given("failures")
    next((settings.archive / "objects").glob("*/*")).unlink()
    found["verify"] = given("verify", codes=(1,))
    found["probe"] = given("probe", "--source", "bse", codes=(0, 4))
    keys = {name: set(paths(value)) for name, value in found.items()}
    if os.environ.get("JIYAO_WRITE"):
        write(keys)
    assert keys == {name: wanted for name, wanted in documented().items() if name in keys}
    rest = {
        "backfill",
        "one-company",
        "refresh",
        "rebuild",
        "sql",
        "failures --retry",
        "alerts apply",
        "alerts test",
        "errors",
    }
    assert set(documented()) == set(keys) | rest


def write(keys: dict[str, set[str]]) -> None:
    """Put the keys of these commands into the page's table."""
    lines = [f"| `{name}` | {', '.join(f'`{key}`' for key in sorted(found))} |" for name, found in keys.items()]
    head, table = PAGE.read_text("utf-8").split("|---|---|\n")
    rest = [row for row in table.splitlines() if row.split("`")[1] not in keys]
    PAGE.write_text(head + "|---|---|\n" + "\n".join([*lines, *rest]) + "\n", "utf-8")
