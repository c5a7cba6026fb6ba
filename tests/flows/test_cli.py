"""The command line on a published sample: what it prints, what it refuses, and its exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows import cli, line
from flows.run import PLAIN
from flows.settings import Settings
from warehouse import ask
from warehouse.archive import Archive
from warehouse.connection import lock, writer
from warehouse.errors import WarehouseLocked

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample in it."""
    folder = tmp_path_factory.mktemp("home")
    line.replay(PLAIN, Settings(home=folder, host_map={}, jobs=2), SAMPLE)
    return folder


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in that home."""
    monkeypatch.setenv("JIYAO_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


def truth_of(path: Path) -> dict[str, object]:
    return dict(json.loads((SAMPLE / "truth" / f"{path.name[:16]}.json").read_text("utf-8")))


def samples(*, records: bool) -> list[Path]:
    """Files of the bundle that are records, or are none."""
    paths = sorted((SAMPLE / "objects").glob("*/*"))
    known = [path for path in paths if (SAMPLE / "truth" / f"{path.name[:16]}.json").exists()]
    return [path for path in known if bool(truth_of(path).get("is_record", True)) == records]


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    shown: Result = run("--help")
    commands = (
        "ingest",
        "backfill",
        "rebuild",
        "parse",
        "status",
        "sql",
        "search",
        "show",
        "verify",
        "serve",
        "report",
    )
    assert [name for name in commands if name not in shown.output] == []
    assert "Exit codes" in shown.output


def test_the_version_is_the_installed_one(run: Run) -> None:
    assert run("--version").stdout == f"jiyao {version('jiyao')}\n"


def test_parse_prints_the_record_as_json(run: Run) -> None:
    path = samples(records=True)[0]
    shown: Result = run("parse", str(path), "--jobs", "1")
    found = json.loads(shown.stdout)
    assert (shown.exit_code, found["security_code"]) == (0, truth_of(path)["security_code"])
    assert {tuple(sorted(pair)) for pair in found["qa"]} == {("answer", "pages", "question")}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parse_writes_what_it_can_and_names_what_it_refuses(run: Run, tmp_path: Path, jobs: str) -> None:
    good, bad = samples(records=True)[:3], samples(records=False)[:2]
    files = []
    for number, path in enumerate([good[0], bad[0], good[1], bad[1], good[2]]):
        files.append(tmp_path / f"{number}.some.pdf")
        shutil.copy(path, files[-1])
    out = tmp_path / "out" / "deep"
    shown: Result = run("parse", *map(str, files), "--out", str(out), "--jobs", jobs)
    assert shown.exit_code == 3
    assert sorted(path.name for path in out.iterdir()) == ["0.some.json", "2.some.json", "4.some.json"]
    assert [text.split(": ")[0] for text in shown.stderr.splitlines()] == [str(files[1]), str(files[3])]
    assert shown.stdout == ""


def test_a_file_that_is_not_there_is_wrong_usage(run: Run) -> None:
    assert run("parse", "/nowhere.pdf").exit_code == 2


def test_sql_prints_rows(run: Run) -> None:
    shown: Result = run("sql", "select count(*) as records from activity_record")
    assert shown.exit_code == 0
    assert "46" in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["sql", "select * from nowhere"], "nowhere"),
        (["sql", "drop table question"], "read-only"),
    ],
)
def test_an_error_is_one_line_on_stderr_and_exit_code_1(home: Path, arguments: list[str], reason: str) -> None:
    done = command(home, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_published_file_the_answer_says_what_to_run(tmp_path: Path) -> None:
    done = command(tmp_path, "status")
    assert done.returncode == 1
    assert "jiyao ingest" in done.stderr


def test_search_shows_the_words_around(run: Run) -> None:
    shown: Result = run("search", "产能", "--limit", "3")
    assert shown.stdout.count("产能") >= 3
    assert "3 found" in shown.stdout


def test_search_without_a_hit_says_so(run: Run) -> None:
    assert "0 found" in run("search", "不存在的词语").stdout


def test_show_prints_whole_answers(run: Run, home: Path) -> None:
    record_id, announcement_id, answer = ask.sql(
        home / "jiyao.duckdb",
        "select record_id, announcement_id, answer from qa join record_overview using (record_id) "
        "order by length(answer) desc limit 1",
    ).rows[0]
    for identity in (record_id, announcement_id, str(record_id)[:12]):
        shown: Result = run("show", str(identity))
        assert "".join(str(answer).split()) in "".join(shown.stdout.split())
    assert run("show", "nobody").exit_code == 1


def test_status_shows_contents_progress_failures_and_runs(run: Run) -> None:
    shown: Result = run("status")
    wanted = ("SZSE 深交所", "2026-03-14", "NotARecord", "replay", "files not fetched", "free 可用", "nobody 无")
    assert [word for word in wanted if word not in shown.stdout] == []
    assert 24 <= len(shown.stdout.splitlines()) <= 40


def test_a_dry_run_tells_its_cost_and_waits_for_nobody_who_writes(run: Run, home: Path) -> None:
    asked = ("backfill", "--since", "2026-03-01", "--until", "2026-03-20", "--source", "cninfo", "--dry-run")
    shown = run(*asked)
    assert shown.exit_code == 0
    assert [word for word in ("cninfo", "requests", "hours", "all 合计") if word not in shown.output] == []
    with lock(home / "warehouse.lock"):
        assert isinstance(run(*asked).exception, WarehouseLocked)


def test_dictionary_is_the_one_that_is_kept(run: Run) -> None:
    assert run("dictionary").stdout == (ROOT / "warehouse/DICTIONARY.md").read_text("utf-8")


def test_verify_finds_an_altered_file(run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("verify").exit_code == 0
    shutil.copytree(home / "archive", tmp_path / "archive")
    entry = next(entry for _, entry in Archive(tmp_path / "archive").entries() if entry.sha256)
    Archive(tmp_path / "archive").path(str(entry.sha256)).write_bytes(b"altered")
    monkeypatch.setenv("JIYAO_HOME", str(tmp_path))
    shown: Result = run("verify")
    assert shown.exit_code == 1
    assert str(entry.sha256)[:16] in shown.stderr


def command(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", "from flows.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=ROOT,
        env={"JIYAO_HOME": str(home), "PATH": "/usr/bin:/bin", "HOME": str(home), "COLUMNS": "200"},
    )


def test_the_file_published_before_comes_back_and_its_differences_are_told(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("jiyao.duckdb", "warehouse.building"):
        shutil.copy(home / name, tmp_path / name)
    monkeypatch.setenv("JIYAO_HOME", str(tmp_path))
    assert run("publish", "--rollback").exit_code == 1
    assert run("publish").exit_code == 0
    old, new = (str(tmp_path / f"jiyao{part}.duckdb") for part in (".previous", ""))
    assert not Path(old).exists(), "nothing was new: no file before is kept"
    same: Result = run("diff", new, new)
    assert (same.exit_code, "the same" in same.stdout) == (0, True)
    with writer(tmp_path / "warehouse.building") as connection:
        connection.execute("update host set title = '新职务' where record_id in (select min(record_id) from host)")
    assert run("publish").exit_code == 0
    told: Result = run("diff", old, new, "--limit", "1")
    assert (told.exit_code, "host" in told.stdout, "新职务" in told.stdout) == (1, True, True)
    assert "back again" in run("publish", "--rollback").stdout
    assert "新职务" not in str(ask.sql(tmp_path / "jiyao.duckdb", "select title from host").rows)


def test_a_report_says_where_it_is_and_holds_as_many_records_as_wanted(run: Run, home: Path, tmp_path: Path) -> None:
    for arguments, path in (
        ((), home / "report.html"),
        (("--out", str(tmp_path / "new" / "r.html")), tmp_path / "new/r.html"),
    ):
        shown: Result = run("report", "--records", "3", *arguments)
        assert (shown.exit_code, shown.stdout) == (0, f"report 报告  {path}\n")
        assert path.read_text("utf-8").startswith("<!doctype html>")
    assert run("report", "--records", "0").exit_code == 2


def test_an_export_says_what_was_left_out(run: Run, tmp_path: Path) -> None:
    shown: Result = run("export", "--to", str(tmp_path / "out"), "--without-persons")
    assert (shown.exit_code, "participant.person" in shown.stdout, "question.answer" in shown.stdout) == (0, True, True)
    assert (tmp_path / "out/manifest.json").exists()
