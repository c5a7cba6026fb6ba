"""The state of a home: freshness, the last days, failures, sizes, each from seeded rows; an empty and a damaged home."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractors.listing import CHINA
from extractors.records import Document, ListingDay, ParseFailure
from flows import cli, status
from flows.settings import Settings
from tests.factory.rows import SEEN, make, whole
from warehouse.connection import lock, writer
from warehouse.errors import DamagedWarehouse
from warehouse.load import derive, load, record_run, replace_parsed
from warehouse.migrate import migrate
from warehouse.publish import publish

TODAY = date(2026, 3, 10)  # a Tuesday
FIRST = TODAY - timedelta(days=29)
"""The first day of the strip: of the Spring Festival's closed days."""


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A home without anything in it."""
    return Settings(home=tmp_path / "data", host_map={}, jobs=1)


def days(grade: str, numbers: Iterable[int], **changes: object) -> list[ListingDay]:
    """Days of March 2026 of one list, each of a walk of its own."""
    reason = None if grade != "open" else "NoResponse: timed out"
    promised = 1 if grade == "counted" else None
    more = {"grade": grade, "reason": reason, "promised": promised} | changes
    return [make(ListingDay, day=date(2026, 3, n), walked_at=SEEN + timedelta(hours=n), **more) for n in numbers]


def refused(number: int, error: str) -> list[object]:
    """A document that was not read."""
    key = f"{number:064x}"
    failure = make(ParseFailure, document_id=key, ordinal=1, stage="read", error=error, detail=f"no {number}")
    return [make(Document, document_id=key), failure]


def seeded(own: Settings) -> Settings:
    """A published home: SZSE counted to the 9th but for the 4th, SSE walked to the 5th, BSE never listed."""
    own.home.mkdir()
    with writer(own.building) as connection:
        migrate(connection)
        replace_parsed(connection, ["a" * 64], whole(), run_id="run-1", version="1")
        rows: list[object] = [
            *days("counted", (2, 3, 5, 6, 7, 8, 9)), *days("open", (4,)),
            *days("walked", (2, 3, 4, 5), source="sse", partition="feed"),
            *refused(8, "Encrypted"), *refused(9, "NeedsOcr"), *refused(10, "NeedsOcr"),
        ]  # fmt: skip
        load(connection, rows, "run-1")
        derive(connection, "run-1")
        record_run(connection, {
            "run_id": "run-1", "kind": "ingest", "started_at": SEEN, "ended_at": SEEN + timedelta(seconds=90),
            "outcome": "incomplete", "fetched": 4, "parsed": 1, "refused": 3, "version": "0.1",
        })  # fmt: skip
    publish(own.building, own.published)
    return own


def of(found: dict[str, object], part: str) -> Any:  # noqa: ANN401 - rows by column
    return found[part]


def test_freshness_is_the_last_proved_day_and_the_trading_days_behind_it(own: Settings) -> None:
    found = {row["exchange"]: row for row in of(status.facts(seeded(own), TODAY), "freshness")}
    told = {name: (row["proved"], row["trading_days_behind"], row["open_days"]) for name, row in found.items()}
    assert told == {"SZSE": (date(2026, 3, 9), 1, 1), "SSE": (date(2026, 3, 5), 3, 0), "BSE": (None, 0, 0)}
    assert (found["SZSE"]["records"], found["SZSE"]["newest"]) == (1, date(2026, 3, 3))
    assert (found["BSE"]["records"], found["BSE"]["newest"]) == (0, None)


def test_the_last_thirty_days_by_exchange_with_gaps_as_null(own: Settings) -> None:
    rows = of(status.facts(seeded(own), TODAY), "calendar")
    assert [len([row for row in rows if row["exchange"] == name]) for name in ("SZSE", "SSE", "BSE")] == [30, 30, 30]
    assert (rows[0]["day"], rows[29]["day"]) == (FIRST, TODAY)
    grades = {
        name: "".join((row["grade"] or "-")[0] for row in rows if row["exchange"] == name)
        for name in ("SZSE", "SSE", "BSE")
    }
    assert grades == {"SZSE": "-" * 21 + "ccoccccc-", "SSE": "-" * 21 + "wwww" + "-" * 5, "BSE": "-" * 30}
    trading = {row["day"].day: row["is_trading"] for row in rows[22:30]}
    assert trading == {4: True, 5: True, 6: True, 7: False, 8: False, 9: True, 10: True, 3: True}


def test_failures_by_reason_runs_and_what_is_to_do(own: Settings) -> None:
    found = status.facts(seeded(own), TODAY)
    failures = {row["error"]: row["documents"] for row in of(found, "failures")}
    assert (failures["NeedsOcr"], failures["Encrypted"]) == (2, 1)
    assert [row["documents"] for row in of(found, "failures")] == sorted(failures.values(), reverse=True)
    (run,) = of(found, "runs")
    assert (run["kind"], run["outcome"], run["seconds"], run["refused"]) == ("ingest", "incomplete", 90, 3)
    assert of(found, "todo")[0]["open_days"] == 1


def test_sizes_are_bytes_of_files_and_null_where_there_is_none(own: Settings) -> None:
    seeded(own)
    (own.archive / "objects/ab").mkdir(parents=True)
    (own.archive / "objects/ab/cd").write_bytes(b"x" * 1000)
    (own.archive / "index").mkdir()
    (own.archive / "index/run.jsonl").write_bytes(b"y" * 234)
    found = status.facts(own, TODAY)
    sizes = of(found, "sizes")
    assert (sizes["archive"], sizes["previous"]) == (1234, None)
    assert sizes["published"] == own.published.stat().st_size
    assert sizes["warehouse"] == own.building.stat().st_size
    assert sizes["disk_free"] > 0
    assert found["published_at"] == datetime.fromtimestamp(own.published.stat().st_mtime, CHINA)
    assert found["writer"] is None
    with lock(own.lock):
        assert status.facts(own, TODAY)["writer"] is not None


def test_an_empty_home_has_no_rows_and_no_sizes(own: Settings) -> None:
    found = status.facts(own, TODAY)
    assert (found["published"], found["published_at"], found["writer"]) == (None, None, None)
    parts = ("freshness", "calendar", "failures", "todo", "runs", "status", "loaded")
    assert {part: found[part] for part in parts} == dict.fromkeys(parts, ())
    assert {name for name, size in of(found, "sizes").items() if size is not None} == {"disk_free"}
    assert not own.home.exists(), "looking makes nothing"


def test_a_damaged_file_is_an_error_that_says_what_to_do(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded(own)
    own.published.write_bytes(b"no database" * 400)
    with pytest.raises(DamagedWarehouse, match="jiyao rebuild"):
        status.facts(own, TODAY)
    monkeypatch.setenv("JIYAO_HOME", str(own.home))
    done = CliRunner().invoke(cli.app, ["status", "--json"])
    assert (done.exit_code, done.stdout, json.loads(done.stderr)["error"]) == (1, "", "DamagedWarehouse")
