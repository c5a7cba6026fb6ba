"""What SECURITY.md promises of the code: nothing is evaluated, unpickled or given to a shell; names are never paths or SQL."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows import line
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange.server import Exchange, path_of, row
from tests.factory.text_record import text_record
from warehouse import ask

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for name in ("extractors", "flows", "warehouse") for path in (ROOT / name).rglob("*.py"))
FORBIDDEN_NAMES = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_MODULES = {
    "pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "shelve",
    "marshal",
    "telnetlib",
    "ftplib",
    "pty",
}
FORBIDDEN_CALLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput", "yaml.load",
                   "tempfile.mktemp", "ssl._create_unverified_context"}  # fmt: skip
STARTS = {"extractors/readers/doc.py", "flows/serve.py"}  # they start a program: LibreOffice, our own interpreter


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a file by the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_evaluated_unpickled_or_given_to_a_shell(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported & FORBIDDEN_MODULES == set()
    assert {name for name, _ in calls(path)} & (FORBIDDEN_NAMES | FORBIDDEN_CALLS) == set()
    flags = {(one.arg, ast.unparse(one.value)) for _, call in calls(path) for one in call.keywords}
    assert flags & {("shell", "True"), ("verify", "False")} == set()
    if str(path.relative_to(ROOT)) not in STARTS:
        assert "subprocess" not in imported


def test_programs_are_started_with_lists_of_arguments() -> None:
    for name in STARTS:
        started = [call.args[0] for called, call in calls(ROOT / name) if called.startswith("subprocess.Popen")]
        assert started
        assert not any(isinstance(argument, ast.Constant | ast.JoinedStr) for argument in started)


def test_the_security_page_is_a_page() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert 1000 < len(text) < 6000
    assert re.search(r"^## .*report", text, re.IGNORECASE | re.MULTILINE)


EVIL = (
    "../../../../tmp/evil", "/etc/passwd", "'; drop table announcement; --", '"); delete from activity_record; --',
    "$(touch evil)", "`id`", "a\x00b", "..\\..\\evil", "%2e%2e%2fevil", "\u202egpj.exe", "{0.__class__}", "a\nb\tc",
)  # fmt: skip


def test_titles_and_names_are_never_paths_or_sql(settings: Settings, exchange: Exchange, read_here: None) -> None:
    for key, evil in enumerate(EVIL):
        named = {"announcementTitle": evil, "secName": evil, "orgId": evil, "shortTitle": evil}
        listed = row(key, "2026-03-03", **named)
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], evil.replace("<", ""))
    done = line.ingest(PLAIN, settings, "cninfo", date(2026, 3, 3), date(2026, 3, 3))
    assert (done.fetched, done.open_reasons) == (len(EVIL), [])
    assert ask.sql(settings.published, "select count(*) from announcement").rows == ((len(EVIL),),)
    titles = {str(one[0]) for one in ask.sql(settings.published, "select title from announcement").rows}
    assert {"'; drop table announcement; --", "../../../../tmp/evil"} <= titles
    allowed = re.compile(r"archive/(index/\d{8}T\d{6}Z-[0-9a-f]{8}\.jsonl|objects/([0-9a-f]{2})/\2[0-9a-f]{62})"
                         r"|warehouse\.(building|lock)|jiyao(\.previous)?\.duckdb")  # fmt: skip
    files = [str(path.relative_to(settings.home)) for path in settings.home.rglob("*") if path.is_file()]
    assert [name for name in files if not allowed.fullmatch(name)] == []
    for evil in EVIL:
        assert ask.search(settings.published, evil.replace("\x00", ""), 5).columns
        assert ask.named(settings.published, "record", id=evil).rows == ()
