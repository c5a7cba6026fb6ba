"""What the report tells is what SQL tells, bounded, also of a file that holds nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from flows.report.contents import FIGURES, Contents, contents
from warehouse import ask
from warehouse.errors import NothingPublished


@pytest.fixture(scope="module")
def found(sample: Path) -> Contents:
    return contents(sample, 500)


def rows(found: Contents, name: str) -> list[dict[str, Any]]:
    table = found.figures[name]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def sql(path: Path, text: str) -> list[tuple[Any, ...]]:
    return list(ask.sql(path, text).rows)


def test_totals_are_those_of_the_tables(sample: Path, found: Contents) -> None:
    counts = sql(
        sample,
        "select (select count(*) from activity_record), (select count(*) from activity), "
        "(select count(*) from question), (select max(disclosed_on)::varchar from record_overview)",
    )
    [total] = rows(found, "total")
    assert [(total["records"], total["meetings"], total["questions"], total["last_on"])] == counts
    assert total["records"] > 40


def test_weeks_hold_every_record_and_no_institution_twice(sample: Path, found: Contents) -> None:
    weeks = rows(found, "week")
    told = Counter[str]()
    for row in weeks:
        told[row["exchange"]] += row["records"]
    assert dict(told) == dict(sql(sample, "select exchange, count(*) from record_overview group by all"))
    assert len({row["week"] for row in weeks}) == 13
    assert {(row["week"], row["exchange"], row["institutions"]) for row in weeks if row["institutions"]} == set(
        sql(
            sample,
            "select date_trunc('week', disclosed_on)::date::varchar, exchange, count(distinct institution_key) "
            "from institution_visit group by all",
        )
    )


def test_the_most_visited_are_those_of_the_heat_with_their_base_rates(sample: Path, found: Contents) -> None:
    told = [tuple(row) for row in found.figures["visited"]["rows"]]
    assert len(told) == 15
    expected = sql(sample, "select security_code, institutions from survey_heat order by institutions desc limit 15")
    assert [row[4] for row in told] == [count for _, count in expected]
    assert {row[1]: row[4] for row in told}.items() <= dict(
        sql(sample, "select security_code, institutions from survey_heat")
    ).items()


def test_the_most_active_came_to_most_meetings(sample: Path, found: Contents) -> None:
    told = rows(found, "institution")
    assert Counter(row["period"] for row in told) == {30: 20, 90: 20, 365: 20}
    expected = sql(
        sample,
        "select count(distinct activity_id) from institution_visit group by institution_key order by 1 desc limit 20",
    )
    assert [row["meetings"] for row in told if row["period"] == 365] == [count for (count,) in expected]


def test_topics_have_all_questions_of_their_months(sample: Path, found: Contents) -> None:
    told = rows(found, "topic")
    assert sum(row["questions"] for row in told) == sql(sample, "select sum(questions)::int from topic_month")[0][0]
    asked = sql(sample, "select count(*) from question")[0][0]
    months = sorted({row["month"] for row in told})
    assert (len(months), months[-1]) == (12, "2026-03-01")
    last = [row for row in told if row["month"] == months[-1]]
    assert [row["share"] for row in last] == [pytest.approx(row["questions"] / asked, abs=1e-4) for row in last]
    assert {row["share"] for row in told if row["month"] != months[-1]} == {None}


def test_the_calendar_has_each_day_s_grade(sample: Path, found: Contents) -> None:
    told = {(row["day"], row["exchange"], row["grade"]) for row in rows(found, "calendar")}
    assert told == set(sql(sample, "select day::varchar, exchange, grade from completeness_by_exchange"))
    assert {grade for _, _, grade in told} == {"counted", "walked", "open"}


def test_spans_that_are_open_hold_every_open_day(sample: Path, found: Contents) -> None:
    told = rows(found, "open")
    expected = sql(sample, "select count(*) from completeness_by_exchange where grade = 'open'")
    assert [(sum(row["days"] for row in told),)] == expected == [(3,)]
    assert [(row["exchange"], row["days"]) for row in told] == [("SSE", 1), ("SSE", 2)]


def test_failures_are_those_of_the_shipped_query(sample: Path, found: Contents) -> None:
    assert [tuple(row) for row in found.figures["failure"]["rows"]] == list(ask.named(sample, "failures").rows)
    assert found.figures["failure"]["rows"]


def test_records_are_the_newest_with_all_that_they_say(sample: Path) -> None:
    found = contents(sample, 7)
    ids = [row[0] for row in found.records["rows"]]
    assert ids == [
        row
        for (row,) in sql(
            sample, "select record_id from record_overview order by available_at desc, start_on desc, record_id limit 7"
        )
    ]
    assert list(found.texts) == ids
    for key, texts in found.texts.items():
        asked = [row[1:] for row in ask.named(sample, "record_questions", record_id=key).rows]
        assert [tuple(row[:3]) for row in texts["questions"]] == asked
        assert [tuple(row) for row in texts["participants"]] == list(
            ask.named(sample, "record_participants", record_id=key).rows
        )
        assert [tuple(row) for row in texts["hosts"]] == list(ask.named(sample, "record_hosts", record_id=key).rows)


def test_texts_end_at_their_bound_and_the_older_lose_theirs(sample: Path) -> None:
    whole = contents(sample, 20)
    sizes = [sum(len(str(row)) for part in one.values() for row in part) for one in whole.texts.values()]
    cut = contents(sample, 20, most=sum(sizes[:5]))
    assert list(cut.texts) == list(whole.texts)[:5]
    assert cut.records == whole.records
    assert contents(sample, 20, most=0).texts == {}


def test_an_empty_file_has_no_rows_but_the_names(empty: Path) -> None:
    found = contents(empty, 500)
    assert {name: len(found.figures[name]["rows"]) for name in FIGURES} == {
        **dict.fromkeys(FIGURES, 0), "total": 1, "name": 29,
    }  # fmt: skip
    assert (found.records["rows"], found.texts) == ([], {})


def test_before_anything_is_published_there_is_nothing_to_tell(tmp_path: Path) -> None:
    with pytest.raises(NothingPublished):
        contents(tmp_path / "none.duckdb", 5)
