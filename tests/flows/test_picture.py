"""`jiyao show --page`: a picture for each place of a record's rows, and a plain word where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows import cli, line
from flows.errors import NoPlace
from flows.run import PLAIN
from flows.settings import Settings
from warehouse import ask
from warehouse.archive import Archive

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample in it."""
    folder = tmp_path_factory.mktemp("home")
    line.replay(PLAIN, Settings(home=folder, host_map={}, jobs=2), SAMPLE)
    return folder


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`jiyao show` in that home."""
    monkeypatch.setenv("JIYAO_HOME", str(home))
    return lambda *arguments: CliRunner().invoke(cli.app, ["show", *arguments])


def places(home: Path, kind: str) -> tuple[str, set[tuple[int, int]]]:
    """The PDF record with most rows of the kind, and ordinal and page of each."""
    rows = ask.sql(
        home / "jiyao.duckdb",
        "select record_id, list((ordinal, page)) as places from region "  # noqa: S608 - the tests' own words
        f"where kind = '{kind}' and x0 is not null group by record_id order by len(places) desc, record_id limit 1",
    ).rows
    found = rows[0][1]
    assert isinstance(found, list)
    return str(rows[0][0]), set(found)


@pytest.mark.parametrize(("kind", "mark"), [("question", "q"), ("host", "host"), ("participant", "participant")])
def test_a_picture_for_each_place(run: Run, home: Path, tmp_path: Path, kind: str, mark: str) -> None:
    record_id, expected = places(home, kind)
    shown: Result = run(record_id, "--page", "--kind", kind, "--out", str(tmp_path / "pictures"))
    names = {f"{record_id}-{mark}{ordinal}-p{page}.png" for ordinal, page in expected}
    assert {path.name for path in (tmp_path / "pictures").iterdir()} == names
    assert {Path(text).name for text in shown.stdout.splitlines()} == names
    assert shown.exit_code == 0


def test_one_question_over_its_pages(run: Run, home: Path, tmp_path: Path) -> None:
    record_id, expected = places(home, "question")
    run(record_id, "--page", "--question", "2", "--out", str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{record_id}-q2-p{page}.png" for ordinal, page in expected if ordinal == 2
    }


def test_without_places_nothing_is_written_and_it_says_why(run: Run, home: Path, tmp_path: Path) -> None:
    rows = ask.sql(home / "jiyao.duckdb", (
        "select record_id from activity_record join document using (document_id) where media_type = 'docx' limit 1"
    )).rows  # fmt: skip
    for arguments in ((str(rows[0][0]),), (places(home, "question")[0], "--question", "999")):
        shown: Result = run(*arguments, "--page", "--out", str(tmp_path / "none"))
        assert (shown.exit_code, type(shown.exception)) == (1, NoPlace)
        assert "no place on a page" in str(shown.exception)
    assert not (tmp_path / "none").exists()


def test_a_file_that_the_archive_has_lost_is_an_error(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIYAO_HOME", str(tmp_path))
    (tmp_path / "jiyao.duckdb").write_bytes((home / "jiyao.duckdb").read_bytes())
    assert Archive(tmp_path / "archive").segments() == ()
    shown = CliRunner().invoke(cli.app, ["show", places(home, "question")[0], "--page"])
    assert type(shown.exception).__name__ == "MissingObject"
