"""What `--json` gives: the page docs/json.md names every key of every command, and no other."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows import cli, line
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange.server import Exchange, serving
from tests.factory.here import reading_here
from tests.flows.conftest import Receiver, receiving
from tests.flows.test_failures import broken
from tests.flows.test_told import WITHOUT

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/json.md"
COLUMNS = "the columns of the query"
_NAMED = ("held_before", "proved_before", "manifest.tables", "manifest.tables.<name>.files")  # keys are names of things

RUNS = ("backfill", "ingest", "one-company", "rebuild", "refresh")  # all give a run's account
_ROW = re.compile(r"^\| (`[^|]+`) \| (.*) \|$", re.MULTILINE)
_RICHEST = (
    "select record_id from record_overview order by questions * people * (location is not null)::int desc limit 1"
)


def paths(value: object, before: str = "") -> Iterator[str]:
    """The keys of a document, such as `days[].source`."""
    if isinstance(value, dict):
        is_named = before.removeprefix("run.") in _NAMED
        for key, inner in value.items():
            name = f"{before}.{'<name>' if is_named else key}" if before else str(key)
            yield from list(paths(inner, name)) or [name]
    elif isinstance(value, list):
        for inner in value:
            yield from list(paths(inner, f"{before}[]")) or [f"{before}[]"]


def documented() -> dict[str, set[str]]:
    """The keys that the page names, by command."""
    rows = [[re.findall(r"`([^`]+)`", cell) for cell in row] for row in _ROW.findall(PAGE.read_text("utf-8"))]
    return {name: set(keys) for names, keys in rows for name in names}


def deepest(keys: set[str]) -> set[str]:
    """Without keys that were null or empty once and held something elsewhere.

    >>> sorted(deepest({"a", "a[]", "ab"}))
    ['a[]', 'ab']
    """
    return {key for key in keys if not any(other.startswith((f"{key}.", f"{key}[")) for other in keys)}


@dataclass(slots=True)
class Given:
    """Documents that commands gave, by the command's name on the page."""

    patch: pytest.MonkeyPatch
    keys: dict[str, set[str]] = field(default_factory=dict)

    def at(self, own: Settings, **environment: str) -> None:
        """Commands run in this home from here on."""
        for name, value in {"JIYAO_HOME": str(own.home), **environment}.items():
            self.patch.setenv(name, value)

    def run(self, name: str, *arguments: str, codes: tuple[int, ...] = (0,)) -> Any:  # noqa: ANN401 - a JSON document
        """Run a command, by its name on the page and what follows, and note its keys; an error is on stderr."""
        done = CliRunner().invoke(cli.app, [*name.split(), *arguments, "--json"])
        assert done.exit_code in codes, (name, done.output, done.exception)
        found = json.loads(done.stdout) if done.stdout else json.loads(done.stderr)
        self.keys.setdefault(name if done.stdout else "errors", set()).update(paths(found))
        return found


def ask_the_sample(given: Given, home: Path, out: Path) -> None:
    """Commands that need no source, on the sample."""
    own = Settings(home=home, host_map={}, jobs=1)
    line.replay(PLAIN, own, ROOT / "sample")
    given.at(own)
    given.run("publish")
    record = given.run("sql", _RICHEST)[0]["record_id"]
    files = [str(path) for path in sorted((ROOT / "sample/objects").glob("*/*"))]
    given.run("parse", *files, "--jobs", "1", codes=(3,))
    given.run("status")
    given.run("search", "产能", "--limit", "3")
    given.run("show", record)
    given.run("show --page", record, "--out", str(out))
    given.run("dictionary")
    given.run("backfill --dry-run", "--since", "2026-01-01", "--until", "2026-01-31")
    given.run("export", "--to", str(out / "tables"))
    given.run("export --without-persons", "--to", str(out / "without"))
    given.run("report", "--out", str(out / "report.html"))
    given.run("show", "nobody", codes=(1,))


def ask_the_exchange(given: Given, sample: Path, own: Settings, exchange: Exchange) -> None:
    """Commands that ask sources, or of what failed there; the flows in Prefect as on the command line."""
    broken(exchange, own)
    given.at(own, JIYAO_HOST_MAP=exchange.host_map_text)
    given.run("diff", str(sample / "jiyao.duckdb"), str(own.published), codes=(1,))
    given.run("failures")
    given.run("probe", "--source", "bse", codes=(0, 4))
    given.run("failures --retry", codes=(4,))
    day = f"{date(2026, 3, 5)}"
    given.run("ingest", "--source", "cninfo", "--since", day, "--until", day, codes=(4,))
    given.run("backfill", "--source", "cninfo", "--since", day, "--until", day, "--again", codes=(4,))
    given.run("one-company", "300001", "--since", day, "--until", day, codes=(0, 1, 4))
    given.run("refresh", codes=(4,))
    given.run("rebuild", codes=(0,))
    next((own.archive / "objects").glob("*/*")).unlink()
    given.run("verify", codes=(1,))


def alert(given: Given, receiver: Receiver) -> None:
    """The commands of alerts."""
    given.patch.setenv("JIYAO_ALERT_URL", receiver.address.replace("http:", "json:"))
    sent = given.run("alerts test")
    applied = given.run("alerts apply", "--to", receiver.address)
    assert sent == {"addresses": 1, "is_sent": True}
    assert sorted(applied["applied"]) == ["jiyao-drift", "jiyao-failed", "jiyao-silent", "jiyao-stale"]
    receiver.status = 500
    assert given.run("alerts test", codes=(1,))["is_sent"] is False


@pytest.fixture(scope="module")
def keys(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, set[str]]]:
    """The keys that each command gave, with a Prefect server and a local exchange."""
    folder = tmp_path_factory.mktemp("json")
    with (
        pytest.MonkeyPatch.context() as patch,
        reading_here(),
        serving(Exchange()) as exchange,
        receiving() as receiver,
    ):
        given = Given(patch)
        ask_the_sample(given, folder / "sample", folder)
        own = Settings(home=folder / "asked", host_map=exchange.host_map, jobs=1)
        ask_the_exchange(given, folder / "sample", own, exchange)
        alert(given, receiver)
        account = set().union(*(given.keys[name] for name in RUNS))
        found = {name: deepest(account if name in RUNS else one) for name, one in given.keys.items()}
        if os.environ.get("JIYAO_WRITE"):
            write(found)
        yield found


def test_of_every_command_the_keys_are_those_of_the_page(keys: Mapping[str, set[str]]) -> None:
    wanted = documented()
    assert wanted.pop("sql") == set(), "the query names them"
    assert {name: found for name, found in keys.items() if name != "sql"} == wanted


def test_every_command_stands_on_the_page() -> None:
    names = {str(one.name or one.callback.__name__) for one in cli.app.registered_commands if one.callback}
    groups = {
        f"{group.name} {one.name}"
        for group in cli.app.registered_groups
        if group.typer_instance
        for one in group.typer_instance.registered_commands
    }
    assert {f"alerts {name}" for name in ("apply", "test")} == groups
    assert names - set(WITHOUT) | groups <= set(documented())


def write(keys: Mapping[str, set[str]]) -> None:
    """Put the keys into the page's table."""
    one = {", ".join(f"`{name}`" for name in RUNS): keys[RUNS[0]]}
    rows = one | {f"`{name}`": found for name, found in sorted(keys.items()) if name not in RUNS}
    lines = [
        f"| {name} | {COLUMNS if name == '`sql`' else ', '.join(f'`{key}`' for key in sorted(found))} |"
        for name, found in rows.items()
    ]
    head = PAGE.read_text("utf-8").split("|---|---|\n")[0]
    PAGE.write_text(head + "|---|---|\n" + "\n".join(lines) + "\n", "utf-8")
