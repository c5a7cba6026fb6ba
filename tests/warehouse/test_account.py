"""What a run did to the tables, and what the queries of its account and of the alerts find."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from extractors.facts import ListedField
from extractors.records import AnnouncementDocument, Host, ListingDay
from tests.factory.rows import DAY, FILE, SEEN, listed, make, parsed
from warehouse import account, ask
from warehouse.check import Finding
from warehouse.connection import writer
from warehouse.load import derive, load, mark_read, record_run
from warehouse.pending import query
from warehouse.publish import publish

RUN = {"kind": "ingest", "started_at": SEEN, "ended_at": SEEN, "outcome": "complete", "version": "0.1"}


def test_rows_that_a_run_changed_are_counted_by_table(filled: Path) -> None:
    with writer(filled) as connection:
        held = account.sizes(connection)
        assert (held["host"], held["announcement"], "run" in held, "fill_rate" in held) == (1, 1, False, False)
        assert account.changed(connection, "run-2") == {}
        load(connection, [make(Host, ordinal=n) for n in (2, 3)], "run-2")
        assert account.changed(connection, "run-2") == {"host": 2}
        assert account.sizes(connection)["host"] == 3
        load(connection, [make(ListingDay, partition="x", grade="open", promised=None)], "run-2")
        assert account.of_run(connection, "run-2") == {"open": 1, "changes": "host 2; listing_day 1"}
        assert account.of_run(connection, "run-3") == {"open": 0, "changes": None}


def test_what_checks_found_is_noted_at_the_last_run(connection: duckdb.DuckDBPyConnection) -> None:
    for number in (1, 2):
        record_run(connection, {**RUN, "run_id": f"run-{number}", "ended_at": SEEN + timedelta(hours=number)})
    warned = Finding("warn_x", "Something.", 2, "('a',)", stops=False)
    account.note(connection, [warned])
    noted = "select run_id, outcome, findings from run order by run_id"
    first, second = connection.execute(noted).fetchall()
    assert first == ("run-1", "complete", None)
    assert second == ("run-2", "complete", "warn_x: 2 rows, such as ('a',) (Something.)")
    account.note(connection, [Finding("fail_x", "Wrong.", 1, "('b',)", stops=True)])
    assert connection.execute(noted).fetchall()[1][1] == "refused"


def test_a_published_file_tells_its_runs_findings(filled: Path, tmp_path: Path) -> None:
    with writer(filled) as connection:
        record_run(connection, {**RUN, "run_id": "run-1"})
        load(connection, [make(ListingDay, partition="x", grade="open", promised=None, reason="why")], "run-1")
    publish(filled, tmp_path / "jiyao.duckdb")
    found = ask.sql(tmp_path / "jiyao.duckdb", "select findings from run").rows
    assert str(found[0][0]).startswith("warn_day_open: 1 rows, such as ('cninfo', 'x'")


def test_the_slowest_documents_of_a_run(filled: Path) -> None:
    with writer(filled) as connection:
        load(connection, parsed(7), "run-1")
        connection.execute(
            "insert into bookkeeping.parsed (document_id, version, run_id) values (?, '1', 'run-1')", [f"{7:064x}"]
        )
        mark_read(connection, {FILE: 0.5, f"{7:064x}": 2.25})
    found = ask.named(filled, "run_slowest", run_id="run-1").rows
    assert [(row[0], row[-1]) for row in found] == [(f"{7:064x}"[:12], 2.25), (FILE[:12], 0.5)]
    assert ask.named(filled, "run_slowest", run_id="run-2").rows == ()


def day(number: int, grade: str = "counted", **changes: object) -> ListingDay:
    return make(ListingDay, day=DAY + timedelta(days=number), grade=grade, **changes)


STALE = {
    "proved yesterday": ([day(0)], date(2026, 3, 4), 1, ()),
    "three trading days ago": ([day(0)], date(2026, 3, 7), 3, (("SZSE", DAY, 3),)),
    "not over yet": ([day(0)], date(2026, 3, 6), 3, ()),
    "a weekend is none": ([day(3)], date(2026, 3, 9), 1, ()),
    "never proved": ([day(0, "open"), day(1, "open")], date(2026, 3, 6), 2, (("SZSE", date(2026, 3, 2), 3),)),
    "a second list proves nothing": ([day(0), day(3, source="irm")], date(2026, 3, 7), 3, (("SZSE", DAY, 3),)),
    "not listed at all": ([day(3, source="irm")], date(2026, 4, 1), 3, ()),
}


@pytest.mark.parametrize(("days", "today", "most", "expected"), STALE.values(), ids=STALE)
def test_an_exchange_is_stale_by_trading_days_of_its_first_list(
    connection: duckdb.DuckDBPyConnection, days: list[ListingDay], today: date, most: int, expected: tuple[object, ...]
) -> None:
    load(connection, days, "run-1")
    assert tuple(connection.execute(query("stale"), {"today": today, "days": most}).fetchall()) == expected


def recorded(number: int, disclosed_on: date, *, location: str | None) -> tuple[object, ...]:
    """A record that was announced on a day, with or without its place."""
    file = AnnouncementDocument(
        announcement_id=f"cninfo-{number}",
        document_id=f"{number:064x}",
        address="a",
        fetched_at=SEEN,
        last_fetched_at=SEEN,
    )
    return (*listed(number, disclosed_on=disclosed_on), file, *parsed(number, location=location))


@pytest.mark.parametrize(
    ("lately", "expected"),
    [(5, ()), (4, (("SZSE", "location", 5, 0.8, 1.0),)), (0, (("SZSE", "location", 5, 0.0, 1.0),))],
)
def test_a_fill_rate_that_falls_is_drift(
    connection: duckdb.DuckDBPyConnection, lately: int, expected: tuple[object, ...]
) -> None:
    old = [recorded(n, DAY, location="公司会议室") for n in range(1, 6)]
    new = [recorded(n, DAY + timedelta(days=9), location="电话" if n - 10 < lately else None) for n in range(10, 15)]
    load(connection, [one for records in (*old, *new) for one in records], "run-1")
    derive(connection, "run-1")
    assert tuple(connection.execute(query("drift_fill"), {"newest": 5, "drop": 0.1}).fetchall()) == expected


def test_fields_are_new_or_missing_by_the_run_that_saw_it(connection: duckdb.DuckDBPyConnection) -> None:
    started = datetime(2026, 3, 5, tzinfo=UTC)
    record_run(connection, {**RUN, "run_id": "run-2", "started_at": started})
    before, during = started - timedelta(days=1), started + timedelta(minutes=1)
    spans = {
        "kept": (before, during),
        "gone": (before, before),
        "come": (during, during),
        "long gone": (before, before - timedelta(days=9)),
    }
    rows = [make(ListedField, field=name, first_seen_at=a, last_seen_at=b) for name, (a, b) in spans.items()]
    rows += [make(ListedField, source="irm", first_seen_at=during, last_seen_at=during)]  # its first answer ever
    load(connection, rows, "run-2")
    assert connection.execute(query("drift_field"), {"run_id": "run-2"}).fetchall() == [
        ("cninfo", "come", True), ("cninfo", "gone", False),
    ]  # fmt: skip
