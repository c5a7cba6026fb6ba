"""Views and macros for analysts: first visits, lags, heat, panel, search, and what was known when."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.facts import Survey
from extractors.figures import Figure
from extractors.institutions import Institution, InstitutionAlias, InstitutionName, InstitutionShared
from extractors.records import (
    ActivityCategory,
    AnnouncementDocument,
    Host,
    ListingDay,
    Participant,
    Question,
    QuestionTopic,
    Region,
)
from extractors.registers.topic import Topic
from tests.factory.rows import ADDRESS, FILE, HOUR, RECORD, SEEN, listed, make, parsed
from warehouse.connection import writer
from warehouse.load import derive, load
from warehouse.migrate import scripts

Connection = duckdb.DuckDBPyConnection
FUND = "甲基金管理有限公司"
LATER = "timestamptz '2026-04-15 00:00:00+08'"


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def meeting(number: int, day: date, institutions: tuple[str, ...], **changes: object) -> list[object]:
    """A listed and parsed meeting of security 000001 on a day, seen by us ten days later."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=SEEN.tzinfo)
    own = {"available_at": at, "disclosed_on": day, "first_seen_at": at + timedelta(days=10), "start_on": day,
           "end_on": day, "content_hash": str(number), **changes}  # fmt: skip
    record = f"{number:016x}-1"
    came = [make(Participant, record_id=record, ordinal=n, institution=name) for n, name in enumerate(institutions, 1)]
    file = make(AnnouncementDocument, announcement_id=f"cninfo-{number}", document_id=f"{number:064x}",
                address=f"{ADDRESS}?{number}", fetched_at=at)  # fmt: skip
    return [*listed(number, **own), *parsed(number, **own), file, *came]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, _migrated: Path) -> Iterator[Connection]:
    """Two meetings of one company: 甲 and 乙 in March, 甲 again and 丙 in April; to be read only."""
    path = tmp_path_factory.mktemp("analysis") / "building.duckdb"
    shutil.copy(_migrated, path)
    with writer(path) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def met(connection: Connection) -> Connection:
    """The same, to be changed."""
    fill(connection)
    return connection


def fill(connection: Connection) -> None:
    load(
        connection,
        [
            *meeting(1, date(2026, 3, 3), ("甲基金", "乙证券"), location="深圳"),
            *meeting(2, date(2026, 4, 7), ("甲基金", "丙资本"), location="电话会议"),
            make(Institution, institution_id=FUND, name=FUND, short_name="甲基金", type="fund"),
            make(InstitutionAlias, alias="甲基金", institution_id=FUND),
            make(InstitutionShared, name="丙资本", institution_id=FUND),
            make(InstitutionName, printed="丙资本", institution_id=None, rule="unresolved", alias=None),
            make(Topic),
            make(ListingDay),
            make(ListingDay, source="eastmoney", walked_at=SEEN),
            make(Survey),
            *(make(QuestionTopic, record_id=f"{n:016x}-1") for n in (1, 2)),
            make(Figure, record_id=f"{1:016x}-1"),
            make(Question, record_id=f"{1:016x}-1", question="产能如何？", answer="一期产能已经满产，二期正在建设。"),
            make(
                Question,
                record_id=f"{2:016x}-1",
                question="产能 如何?",
                answer="您好！一期产能已经满产，二期正在建设。",
            ),
            make(Host, record_id=f"{2:016x}-1"),
            make(ActivityCategory, record_id=f"{2:016x}-1", category="电话会议"),
        ],
        "run-1",
    )
    derive(connection, "run-1")


@pytest.mark.parametrize("name", [name for name, _ in scripts("views")])
def test_every_view_answers_with_rows(known: Connection, name: str) -> None:
    assert rows(known, f"from {name}")


def test_every_macro_says_what_it_is_for(connection: Connection) -> None:
    said = dict(rows(connection, "select function_name, comment from duckdb_functions() where not internal"))
    assert {name for name, _ in scripts("macros")} <= {name for name, text in said.items() if text}


TIMED = [name.removesuffix("_as_of") for name, _ in scripts("macros") if name.endswith("_as_of")]


@pytest.mark.parametrize("name", TIMED)
def test_as_of_and_as_seen_show_nothing_before_and_all_afterwards(known: Connection, name: str) -> None:
    whole = rows(known, f"select count(*) from {name}")  # noqa: S608
    for macro in (f"{name}_as_of", f"{name}_as_seen"):
        assert rows(known, f"from {macro}(timestamptz '2026-03-01 00:00:00+08')") == []
        assert rows(known, f"select count(*) from {macro}(timestamptz '2026-05-01 00:00:00+08')") == whole  # noqa: S608


def test_as_of_goes_by_what_the_market_knew_as_seen_by_what_we_had(known: Connection) -> None:
    for macro, expected in (("as_of", 2), ("as_seen", 1)):
        assert rows(known, f"select count(*) from activity_flat_{macro}({LATER})") == [(expected,)]  # noqa: S608


def test_as_seen_counts_among_what_we_had(met: Connection) -> None:
    """A backfill sees the later meeting first: then it was the first visit, and no question repeated another."""
    met.execute("update announcement set first_seen_at = '2026-06-01 00:00:00+08' where announcement_id = 'cninfo-1'")
    met.execute("update participant set person = '钱七' where institution = '甲基金'")
    derive(met, "run-2")
    then, now = "timestamptz '2026-05-01 00:00:00+08'", "timestamptz '2026-07-01 00:00:00+08'"
    came = "select visit_number, is_first_visit, days_since_visit from institution_visit_{}({}) where institution_name = '甲基金'"
    who = "select visit_number from person_visit_{}({}) where person = '钱七' order by all"
    repeated = "select count(*) from repeated_question_{}({})"
    assert [rows(met, query.format("as_seen", then)) for query in (came, who, repeated)] == [
        [(1, True, None)],
        [(1,)],
        [(0,)],
    ]
    after = [
        rows(met, query.format(*when))
        for when in (("as_seen", now), ("as_of", then))
        for query in (came, who, repeated)
    ]
    assert [sorted(one, key=str) for one in after] == 2 * [[(1, True, None), (2, False, 35)], [(1,), (2,)], [(1,)]]


def test_a_file_that_replaced_another_was_not_there_before(connection: Connection) -> None:
    files = [make(AnnouncementDocument, document_id=f"{n:064x}", fetched_at=SEEN + n * HOUR) for n in (1, 2)]
    load(connection, [*listed(1), *parsed(1), *parsed(2), *files], "run-1")
    derive(connection, "run-1")
    found = rows(connection, "select available_at, first_seen_at from record_source order by record_id")
    assert found == [(SEEN, SEEN), (SEEN + 2 * HOUR, SEEN + 2 * HOUR)]


def test_visits_are_numbered_and_first_ones_told(known: Connection) -> None:
    query = ("select institution_name, institution_type, visit_number, is_first_visit, days_since_visit "
             "from institution_visit order by start_on, institution_name desc")  # fmt: skip
    assert rows(known, query) == [
        ("甲基金", "fund", 1, True, None), ("乙证券", None, 1, True, None),
        ("甲基金", "fund", 2, False, 35), ("丙资本", None, 1, True, None),
    ]  # fmt: skip


def test_pairs_are_counted_once_from_either_side(known: Connection) -> None:
    pairs = rows(known, "select institution_name, other_name, meetings, companies from co_attendance")
    assert sorted(pair[:2] for pair in pairs) == sorted((two, one) for one, two, *_ in pairs)
    assert len(pairs) == 4
    assert {frozenset(pair[:2]) for pair in pairs} == {frozenset({"甲基金", "乙证券"}), frozenset({"甲基金", "丙资本"})}
    assert {pair[2:] for pair in pairs} == {(1, 1)}


def test_the_panel_has_a_row_a_month_with_its_formulae(known: Connection) -> None:
    query = ("select month, meetings, visits, first_visits, institutions, funds, unresolved_institutions, questions, "
             "on_site_share, mean_lag_trading_days, round(novelty, 2) from research_panel order by month")  # fmt: skip
    assert rows(known, query) == [
        (date(2026, 3, 1), 1, 2, 2, 2, 1, 1, 1, 1.0, 0.0, 1.0),
        (date(2026, 4, 1), 1, 2, 1, 2, 1, 1, 1, 0.0, 0.0, 0.15),
    ]


def test_heat_is_measured_by_the_months_before(connection: Connection) -> None:
    calm = [
        one for n in range(1, 8) for one in meeting(n, date(2025, n, 5), tuple(f"机构{i}" for i in range(n % 2 + 1)))
    ]
    load(connection, [*calm, *meeting(8, date(2025, 8, 5), tuple(f"机构{i}" for i in range(9)))], "run-1")
    derive(connection, "run-1")
    found = rows(connection, "select institutions, round(own_mean, 3), round(z_own, 2) from survey_heat order by month")
    assert found[5:] == [(1, 1.6, None), (2, 1.5, 0.91), (9, 1.571, 13.9)]


LAGS = (
    ("SZSE", date(2026, 2, 13), date(2026, 2, 24), 1, False, False),  # Spring Festival lies between
    ("SZSE", date(2026, 3, 6), date(2026, 3, 10), 2, False, True),
    ("SZSE", date(2026, 3, 6), date(2026, 3, 11), 3, True, True),
    ("SZSE", date(2026, 3, 7), date(2026, 3, 7), 0, False, False),  # a Saturday
    ("SSE", date(2026, 1, 31), date(2026, 2, 28), 14, False, False),
    ("SSE", date(2026, 1, 15), date(2026, 2, 26), 24, True, True),
    ("BSE", date(2026, 1, 15), date(2026, 2, 26), 24, None, None),
    ("SZSE", date(2026, 12, 30), date(2031, 1, 4), None, None, None),  # behind the calendar
)


@pytest.mark.parametrize("case", LAGS, ids=str)
def test_a_lag_counts_trading_days(connection: Connection, case: tuple[Any, ...]) -> None:
    exchange, met_on, disclosed_on, *expected = case
    load(connection, meeting(1, met_on, (), exchange=exchange, disclosed_on=disclosed_on), "run-1")
    derive(connection, "run-1")
    found = rows(connection, "select lag_trading_days, is_late, is_late_strictly from disclosure_lag")
    assert found == [tuple(expected)]


def test_measures_tell_set_phrases_new_words_and_repeated_questions(known: Connection) -> None:
    query = ("select boilerplate_share > 0, round(novelty, 2), question_novelty, is_repeated, repeats_record_id "
             "from answer_quality order by start_on")  # fmt: skip
    assert rows(known, query) == [
        (False, 1.0, 1.0, False, None),
        (True, 0.15, 0.0, True, f"{1:016x}-1"),
    ]
    assert rows(known, "select earlier_answer, earlier_on from repeated_question") == [
        ("一期产能已经满产，二期正在建设。", date(2026, 3, 3))
    ]


def test_measures_follow_their_questions(met: Connection) -> None:
    met.execute("delete from question where record_id = ?", [f"{1:016x}-1"])
    derive(met, "run-2")
    assert rows(met, "select novelty, repeats_record_id, changed_in_run from answer_measure") == [(1.0, None, "run-2")]
    met.execute("delete from question")
    derive(met, "run-3")
    assert rows(met, "from answer_measure") == []


FOUND = (
    ("产能", False, 2), ("产能.{0,1}满", True, 0), ("产能.{0,4}满", True, 2), ("%", False, 0), ("(", False, 0), ("您好！", False, 1),
)  # fmt: skip


@pytest.mark.parametrize(("word", "is_pattern", "count"), FOUND)
def test_search_finds_words_and_patterns(known: Connection, word: str, is_pattern: bool, count: int) -> None:
    found = known.execute("select question || hit from search_qa($1, is_pattern := $2)", [word, is_pattern]).fetchall()
    assert len(found) == count
    assert all("【" in text for (text,) in found)


def test_search_shows_the_newest_first_and_large_and_small_letters_alike(met: Connection) -> None:
    assert [day for (day,) in rows(met, "select start_on from search_qa('产能')")] == [
        date(2026, 4, 7),
        date(2026, 3, 3),
    ]
    load(met, [make(Question, record_id=f"{1:016x}-1", ordinal=2, answer="布局AI终端。")], "run-2")
    assert rows(met, "select hit from search_qa('ai')") == [("布局【AI】终端。",)]


def test_lineage_leads_to_file_page_and_box(connection: Connection) -> None:
    load(connection, [*listed(1), *parsed(1, document_id=FILE, record_id=RECORD), make(Question), make(Host),
                      make(Region), make(AnnouncementDocument)], "run-1")  # fmt: skip
    derive(connection, "run-1")
    query = "select kind, page, top, archive_path, announcement_id, fetched_at from lineage where kind in ('host', 'question') order by kind"
    path = f"objects/aa/{FILE}"
    assert rows(connection, query) == [
        ("host", None, None, path, "cninfo-1", SEEN), ("question", 1, 100.0, path, "cninfo-1", SEEN)
    ]  # fmt: skip


def test_the_timeline_tells_meetings_notices_and_withdrawals(met: Connection) -> None:
    load(met, listed(9, kind="policy", title="投资者关系管理制度", disclosed_on=date(2026, 4, 17),
                     available_at=SEEN + timedelta(days=45)), "run-2")  # fmt: skip
    met.execute(
        "update announcement set withdrawn_seen_at = available_at + interval 1 day where announcement_id = 'cninfo-9'"
    )
    found = rows(met, "select event, event_on, days_since_meeting from company_timeline order by available_at")
    assert found == [
        ("meeting", date(2026, 3, 3), None), ("meeting", date(2026, 4, 7), 35),
        ("policy", date(2026, 4, 17), 10), ("withdrawal", date(2026, 4, 18), 11),
    ]  # fmt: skip


def test_seniority_is_the_highest_hosts(known: Connection) -> None:
    query = "select hosts, top_rank, top_level, has_chairman, has_board_secretary from host_seniority"
    assert rows(known, query) == [(1, "board_secretary", 5, False, True)]


def test_a_topic_rises_by_company_and_by_who_was_there(known: Connection) -> None:
    query = "select topic, name_zh, month, meetings, questions, question_share from topic_month order by month"
    assert rows(known, query) == [
        ("capacity", "产能与建设", date(2026, 3, 1), 1, 1, 1.0), ("capacity", "产能与建设", date(2026, 4, 1), 1, 1, 1.0)
    ]  # fmt: skip
    query = "select count(*), sum(meetings), sum(questions_alone) from institution_topic_month"
    assert rows(known, query) == [(4, 4, 0)]
