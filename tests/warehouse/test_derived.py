"""What is derived equals its plain definition: the views' texts as they would be with nothing ready made (plain/)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks import made
from extractors.institutions import Institution
from extractors.records import Announcement
from extractors.registers import topic
from flows import line
from flows.run import PLAIN
from flows.settings import Settings
from tests.factory.rows import make
from warehouse.connection import writer
from warehouse.load import derive, load, replace_parsed
from warehouse.migrate import _ordered, scripts

Connection = duckdb.DuckDBPyConnection
ROOT = Path(__file__).parents[2]
TEXTS = {path.stem: path.read_text("utf-8") for path in (Path(__file__).parent / "plain").glob("*.sql")}
VIEWS = sorted(name for name in TEXTS if not name.endswith("_at"))
TIMED = sorted(name for name in TEXTS if name.endswith("_at"))
ONE = [1 + 1_600 * n for n in range(10)]  # records of one company, sixteen days apart
OTHER = [3 + 1_600 * n for n in range(10)]
LATER = "timestamptz '9999-12-31 00:00:00+00'"
ALL = f"{LATER}, {LATER}"
INSTANTS = ("2019-02-20 12:05:00+00", "2019-04-30 00:00:00+08", "2019-05-11 00:00:00+08")  # in and between quarters


def plainly(connection: Connection) -> None:
    """Make the plain definitions beside the shipped ones."""
    connection.execute("create schema plain; set search_path = 'plain,main'")
    for text in _ordered(TEXTS):
        connection.execute(text)
    connection.execute("set search_path = 'main'")


def compared(connection: Connection, name: str, arguments: str = "") -> tuple[int, list[Any]]:
    """Rows of the plain definition, and those that it and the shipped one do not share."""
    connection.execute(f"set search_path = 'plain,main'; create or replace temp table wanted as from {name}{arguments}")
    connection.execute("set search_path = 'main'")
    kinds = connection.execute("select column_name, column_type from (describe wanted)").fetchall()
    listed = ", ".join(f"round({column}, 9) as {column}" if kind == "DOUBLE" else column for column, kind in kinds)
    once = " where institution_key < other_key" if name.startswith("co_attendance") else ""
    connection.execute(f"create or replace temp table given as select {listed} from main.{name}{arguments}{once}")  # noqa: S608
    connection.execute(f"create or replace temp table wanted as select {listed} from wanted")  # noqa: S608
    odd = connection.execute(
        "(from wanted except all from given) union all (from given except all from wanted)"
    ).fetchall()
    return len(connection.execute("from wanted").fetchall()), odd


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The sample, through the whole line, with the plain definitions; to be read only."""
    settings = Settings(home=tmp_path_factory.mktemp("sample"), host_map={}, jobs=2)
    line.replay(PLAIN, settings, ROOT / "sample")
    with writer(settings.building) as opened:
        plainly(opened)
        yield opened


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_the_sample_is_what_its_plain_definition_gives(sample: Connection, name: str) -> None:
    count, odd = compared(sample, name)
    assert odd == []
    assert count > 0 or name == "repeated_question"


@pytest.mark.parametrize("name", TIMED)
@pytest.mark.parametrize("instant", ["2026-03-09 00:00:00+08", "9999-12-31 00:00:00+00"])
def test_what_was_known_at_an_instant_is_too(sample: Connection, name: str, instant: str) -> None:
    count, odd = compared(sample, name, f"(timestamptz '{instant}', {LATER})")
    assert odd == []
    assert count > 0


def test_what_is_ready_made_is_what_is_counted_anew(sample: Connection) -> None:
    kinds = sample.execute("select column_name, column_type from (describe derived.company_period)").fetchall()
    columns = ", ".join(f"round({column}, 9)" if kind == "DOUBLE" else column for column, kind in kinds)
    ready, anew = (
        f"select {columns} from {source}"  # noqa: S608
        for source in ("derived.company_period", f"company_period_at({ALL})")
    )
    assert len(sample.execute(anew).fetchall()) > 0
    assert sample.execute(f"({ready} except all {anew}) union all ({anew} except all {ready})").fetchall() == []


@pytest.mark.parametrize("name", TIMED)
@pytest.mark.parametrize("seen", [False, True])
def test_at_any_instant_what_is_ready_made_counts_as_far_as_it_was_known(
    connection: Connection, name: str, *, seen: bool
) -> None:
    load(connection, [*made.register(), *topic.topics()], "run-1")
    parsed(connection, [*ONE, *OTHER], "run-2")
    late = "announcement_id in (select announcement_id from announcement where available_at < '2019-02-01' limit 3)"
    connection.execute(f"update announcement set first_seen_at = '2019-05-01 00:00:00+08' where {late}")  # noqa: S608
    derive(connection, "run-3")
    plainly(connection)
    for instant in INSTANTS:
        given = f"timestamptz '{instant}'"
        count, odd = compared(connection, name, f"({LATER}, {given})" if seen else f"({given}, {LATER})")
        assert (odd[:2], count > 0) == ([], True), instant


def parsed(connection: Connection, numbers: list[int], run: str, **changed: object) -> None:
    records = [record for n in numbers for record in (*made.listing(n), *made.parsed(n))]
    replace_parsed(connection, [made.document_id(n) for n in numbers], records, run_id=run, version="1")
    derive(connection, run)


def alike(connection: Connection) -> None:
    """Every view is what its plain definition gives."""
    assert [(name, odd[:2]) for name in VIEWS for _, odd in [compared(connection, name)] if odd] == []


def test_what_is_derived_follows_whatever_changes(connection: Connection) -> None:
    plainly(connection)
    load(connection, [*made.register(), *topic.topics()], "run-1")
    for run, numbers in (("run-2", ONE[:6]), ("run-3", [*OTHER, *ONE[6:]])):
        parsed(connection, numbers, run)
        alike(connection)
    first = next(record for record in made.listing(ONE[8]) if isinstance(record, Announcement))
    moved = make(type(first), **{name: getattr(first, name) for name in first.__slots__} | {
        "available_at": first.available_at - timedelta(days=200)})  # fmt: skip
    house = made.house(5)
    renamed = make(Institution, institution_id=house, name=house, short_name="改名", type="media")
    load(connection, [moved, renamed], "run-4")
    derive(connection, "run-4")
    alike(connection)
    replace_parsed(connection, [made.document_id(ONE[3])], [], run_id="run-5", version="2")
    connection.execute("delete from participant where record_id = ? and ordinal > 3", [made.record_id(ONE[4])])
    derive(connection, "run-5")
    alike(connection)


FOLDERS = ("measures", "derived", "macros", "views")
TABLES = ("record", "visit", "person_visit", "company_period")


def test_only_what_changed_is_made_anew(connection: Connection) -> None:
    parsed(connection, [*ONE, *OTHER], "run-1")
    connection.execute("update derived.visit set people = 77")
    derive(connection, "run-2")
    assert connection.execute("select min(people) from derived.visit").fetchall() == [(77,)]
    connection.execute("delete from host where record_id = ?", [made.record_id(ONE[0])])
    derive(connection, "run-3")
    found = connection.execute("select company_id, max(people) from derived.visit group by all order by all")
    assert found.fetchall() == [("org000000", 1), ("org000001", 77)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_is_made_anew_where_a_script_that_makes_it_is_another(
    connection: Connection, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed(connection, ONE[:2], "run-1")
    connection.execute("update derived.visit set people = 77")
    edited = {name: scripts(name) + ((("other", "-- edited"),) if name == folder else ()) for name in FOLDERS}
    monkeypatch.setattr("warehouse.measure.scripts", edited.__getitem__)
    derive(connection, "run-2")
    assert connection.execute("select max(people) from derived.visit").fetchall() == [(1,)]


def test_nothing_stays_of_what_is_gone(connection: Connection) -> None:
    parsed(connection, ONE, "run-1")
    count = " union all ".join(f"select count(*) from derived.{table}" for table in TABLES)  # noqa: S608
    assert all(rows > 0 for (rows,) in connection.execute(count).fetchall())
    replace_parsed(connection, [made.document_id(n) for n in ONE], [], run_id="run-2", version="2")
    derive(connection, "run-2")
    assert connection.execute(f"{count} union all select count(*) from answer_measure").fetchall() == [(0,)] * 5  # noqa: S608
    assert connection.execute("from bookkeeping.measured").fetchall() == []
