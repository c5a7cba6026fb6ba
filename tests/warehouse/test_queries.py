"""What follows from rows: issuers and names, meetings, ranks, institutions, withdrawals, counts of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

from extractors.facts import ListedSecurity
from extractors.institutions import Institution, InstitutionAlias
from extractors.records import (
    ActivityRecord,
    ActivitySession,
    AnnouncementDocument,
    Document,
    Host,
    ListingDay,
    ParseFailure,
    Participant,
)
from tests.factory.rows import DAY, FILE, HOUR, RECORD, SEEN, listed, make, parsed
from warehouse import lookup
from warehouse.digest import digests
from warehouse.load import derive, load, replace_parsed

Connection = duckdb.DuckDBPyConnection
LATER = DAY + timedelta(days=30)


def derived(connection: Connection, *records: object, run_id: str = "run-1") -> None:
    load(connection, records, run_id)
    derive(connection, run_id)


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_deriving_again_changes_nothing(connection: Connection) -> None:
    given = (
        *listed(1),
        *parsed(1),
        make(Host),
        make(Participant),
        make(ListingDay),
        make(Institution),
        make(InstitutionAlias),
    )
    derived(connection, *given)
    before = digests(connection)
    derive(connection, "run-2")
    tables = [name for name in before if name not in {"category", *lookup.names()}]
    moved = [name for name in tables if rows(connection, f"from {name} where changed_in_run = 'run-2'")]
    assert (digests(connection), moved) == (before, [])


def test_nothing_follows_from_nothing(connection: Connection) -> None:
    empty = digests(connection)
    derive(connection, "run-1")
    assert digests(connection) == empty


def test_a_company_a_code_and_its_names_follow_from_listings(connection: Connection) -> None:
    derived(
        connection,
        *listed(1, security_name="ST东易", board="main"),
        *listed(2, security_name="东易日盛", disclosed_on=LATER, board="chinext"),
        *listed(3, security_code="600000", exchange="SSE", org_id=None, security_name=None),
        *parsed(1, company_name="东易日盛家居装饰集团股份有限公司"),
    )
    assert rows(connection, "select * exclude changed_in_run from company") == [
        ("gssz0000001", "东易日盛", "东易日盛家居装饰集团股份有限公司", "SZSE", "chinext")
    ]
    assert rows(connection, "select security_code, exchange, org_id, board from security order by all") == [
        ("000001", "SZSE", "gssz0000001", "chinext"),
        ("600000", "SSE", None, "main"),
    ]
    assert rows(connection, "select * exclude changed_in_run from security_name order by seen_from") == [
        ("000001", "SZSE", "ST东易", DAY, DAY),
        ("000001", "SZSE", "东易日盛", LATER, LATER),
    ]


def test_lists_of_codes_tell_issuers_names_and_the_codes_of_today(connection: Connection) -> None:
    old = make(ListedSecurity, security_code="830999", exchange="BSE", current_code="920999", board="bse", org_id="g")
    derived(
        connection,
        *listed(1, security_code="600000", exchange="SSE", org_id=None, security_name="浦发"),
        make(ListedSecurity, security_code="600000", exchange="SSE", security_name="浦发银行",
             current_code="600000", org_id="gssh0600000"),
        make(ListedSecurity, security_code="600000", exchange="SSE", security_name="浦东银行",
             current_code="600000", org_id="gssh0600000",
             first_seen_at=SEEN - 48 * HOUR, last_seen_at=SEEN - 24 * HOUR),
        old,
        replace(old, security_code="920999"),
    )  # fmt: skip
    assert rows(connection, "select * exclude changed_in_run from security order by all") == [
        ("600000", "SSE", "gssh0600000", "main", None, None, "600000"),
        ("830999", "BSE", "g", "bse", None, date(2025, 10, 8), "920999"),
        ("920999", "BSE", "g", "bse", date(2025, 10, 9), None, "920999"),
    ]
    assert rows(
        connection, "select name, seen_from, seen_to from security_name where security_code = '600000' order by all"
    ) == [
        ("浦东银行", DAY - timedelta(days=2), DAY - timedelta(days=1)),
        ("浦发", DAY, DAY),
        ("浦发银行", DAY, DAY),
    ]


def test_an_old_listing_that_is_read_late_gives_no_latest_name(connection: Connection) -> None:
    late = SEEN + 1000 * HOUR
    derived(connection, *listed(1, security_name="新", disclosed_on=LATER))
    derived(
        connection, *listed(2, security_name="旧", board=None, first_seen_at=late, last_seen_at=late), run_id="run-2"
    )
    assert rows(connection, "select name, board, changed_in_run from company") == [("新", "main", "run-1")]
    assert rows(connection, "select board, changed_in_run from security") == [("main", "run-1")]


def test_a_source_that_does_not_tell_the_issuer_hides_it_not(connection: Connection) -> None:
    derived(connection, *listed(1), *listed(2, disclosed_on=LATER, org_id=None))
    assert rows(connection, "select org_id from security") == [("gssz0000001",)]


def test_a_name_is_seen_from_its_first_to_its_last_day(connection: Connection) -> None:
    derived(connection, *listed(1), *listed(2, disclosed_on=LATER), *listed(3, disclosed_on=DAY + timedelta(days=1)))
    assert rows(connection, "select seen_from, seen_to from security_name") == [(DAY, LATER)]


def test_what_no_listing_shows_any_more_goes(connection: Connection) -> None:
    derived(connection, *listed(1, security_name="旧", org_id="old", exchange="SSE"))
    derived(connection, *listed(1, security_name="新", org_id="new", exchange="BSE"), run_id="run-2")
    assert rows(connection, "select org_id, name from company") == [("new", "新")]
    assert rows(connection, "select exchange from security") == [("BSE",)]
    assert rows(connection, "select name from security_name") == [("新",)]


MEETINGS: dict[str, tuple[dict[str, object], int]] = {
    "the same meeting": ({}, 1),
    "another content": ({"content_hash": "d" * 64}, 2),
    "another day": ({"start_on": LATER, "end_on": LATER}, 2),
    "another security": ({"security_code": "000002"}, 2),
    "another last day": ({"end_on": LATER}, 1),
    "another number": ({"record_no": "2026-002", "text": "别的"}, 1),
}


@pytest.mark.parametrize(("changes", "count"), MEETINGS.values(), ids=MEETINGS)
def test_records_of_one_security_day_and_content_are_one_meeting(
    connection: Connection, changes: dict[str, object], count: int
) -> None:
    derived(connection, *parsed(1), *parsed(2, **changes))
    own = [
        (f"{1:016x}-1", 2, "same security, first day and content"),
    ] if count == 1 else [(f"{n:016x}-1", 1, "one record") for n in (1, 2)]  # fmt: skip
    assert rows(connection, "select activity_id, record_count, evidence from activity order by all") == own
    assert rows(connection, "select distinct activity_id from activity_record order by all") == [
        (row[0],) for row in own
    ]


@pytest.mark.parametrize("lacking", ["security_code", "session"])
def test_records_without_code_or_day_stand_alone(connection: Connection, lacking: str) -> None:
    given = [
        row for n in (1, 2) for row in parsed(n, **({"security_code": None} if lacking == "security_code" else {}))
    ]
    derived(connection, *(row for row in given if lacking != "session" or not isinstance(row, ActivitySession)))
    assert rows(connection, "select count(*), max(record_count) from activity") == [(2, 1)]


def test_a_record_without_code_has_that_of_its_announcement(connection: Connection) -> None:
    file = make(AnnouncementDocument, document_id=f"{2:064x}")
    derived(connection, *listed(1), file, *parsed(1), *parsed(2, security_code=None))
    assert rows(connection, "select security_code, record_count from activity") == [("000001", 2)]


def test_a_meetings_days_span_its_sessions(connection: Connection) -> None:
    sessions = [
        make(ActivitySession, ordinal=n, start_on=DAY + timedelta(days=n), end_on=DAY + timedelta(days=n + 1))
        for n in (1, 3)
    ]
    derived(connection, make(ActivityRecord), *sessions)
    assert rows(connection, "select start_on, end_on from activity") == [
        (DAY + timedelta(days=1), DAY + timedelta(days=4))
    ]


def test_a_meeting_that_loses_a_record_tells_so(connection: Connection) -> None:
    derived(connection, *parsed(1), *parsed(2))
    replace_parsed(connection, [f"{1:064x}"], [], run_id="run-2", version="1")
    derive(connection, "run-2")
    assert rows(connection, "select activity_id, record_count, changed_in_run from activity") == [
        (f"{2:016x}-1", 1, "run-2")
    ]
    assert rows(connection, "select activity_id, changed_in_run from activity_record") == [(f"{2:016x}-1", "run-2")]


RANKS = {
    "chairman": (
        "董事长", "公司董事长", "董事长兼总经理", "董事长、总裁", "总经理、董事长", "董事长总经理",
        "党委书记、董事长", "代理董事长", "董事局主席", "董事会主席", "董事长（代行董事会秘书职责）", "董事长兼CEO",
        "联席董事长",
    ),
    "vice_chairman": (
        "副董事长", "副董事长、总经理", "副董事长兼董事会秘书", "董事局副主席",
    ),
    "president": (
        "总经理", "董事、总裁", "总裁", "首席执行官", "CEO", "联席总裁", "执行总裁", "董事总经理", "总经理兼财务总监",
        "董事、总经理", "副总经理（代行总经理职责）",
    ),
    "vice_president": (
        "副总经理", "副总经理、董事会秘书", "副总裁", "董事会秘书兼副总经理", "董事会秘书、副总裁", "常务副总经理",
        "执行副总裁", "高级副总裁", "财务总监、副总经理", "董事、副总经理、财务总监", "副总", "非独立董事、副总经理",
        "董事会秘书副总经理",
    ),
    "board_secretary": (
        "董事会秘书", "董秘", "董事会秘书兼财务总监", "财务总监、董事会秘书", "董事、董事会秘书",
        "董事会秘书/财务负责人", "总经理助理、董事会秘书", "总经理助理兼董事会秘书", "代董事会秘书",
        "董事会秘书、投资部总经理", "董事会秘书兼证券事务代表",
    ),
    "finance": (
        "财务总监", "财务负责人", "首席财务官", "CFO", "总会计师", "董事、财务总监", "主管会计工作负责人",
    ),
    "independent_director": (
        "独立董事", "独董", "独立董事、审计委员会主任委员",
    ),
    "director": (
        "董事", "非独立董事", "职工代表董事", "执行董事", "董事、证券事务代表",
    ),
    "securities_representative": (
        "证券事务代表", "证代", "证券代表", "证券事务代表、证券部经理", "证券部总经理、证券事务代表",
    ),
    "investor_relations": (
        "投资者关系经理", "IR总监", "投资者关系总监", "IR", "投关经理", "证券部投资者关系主管",
    ),
    "other": (
        "总经理助理", "董事长助理", "董事长秘书", "总裁助理", "董事长特别助理", "证券部经理", "监事会主席",
        "副总工程师", "总工程师", "财务副总监", "董事会办公室主任", "总裁办主任", "董秘助理", "证券事务代表助理",
        "销售中心总经理", "子公司总经理", "事业部副总经理", "副总会计师", "名誉董事长", "Director", "监事", "",
        "证券部工作人员", "技术总监", "保荐代表人",
    ),
}  # fmt: skip
TITLES = [(title, rank) for rank, titles in RANKS.items() for title in titles]


def test_the_highest_rank_of_a_title_wins(connection: Connection) -> None:
    hosts = [make(Host, ordinal=n, title=title) for n, (title, _) in enumerate(TITLES)]
    derived(connection, *hosts, make(Host, ordinal=len(TITLES), title=None))
    found = rows(connection, "select title, rank from host order by ordinal")
    assert [pair for pair in found[:-1] if pair not in TITLES] == []
    assert found[-1] == (None, None)


def test_ranks_follow_titles_and_rules(connection: Connection) -> None:
    derived(connection, make(Host, ordinal=1), make(Host, ordinal=2, title="董事长"))
    connection.execute("update host set rank = 'stale' where ordinal = 2")
    derived(connection, make(Host, ordinal=1, title=None), run_id="run-2")
    assert rows(connection, "select rank, changed_in_run from host order by ordinal") == [
        (None, "run-2"),
        ("chairman", "run-2"),
    ]


def test_institutions_are_resolved_by_their_exact_names(connection: Connection) -> None:
    names = ["中信证券", "中信证券股份有限公司", "中信证券 ", "中信证券研究部", None]
    people = [make(Participant, ordinal=n, institution=name) for n, name in enumerate(names)]
    full = make(InstitutionAlias, alias="中信证券股份有限公司")
    derived(connection, make(Institution), make(InstitutionAlias), full, *people)
    found = [row[0] for row in rows(connection, "select institution_id from participant order by ordinal")]
    assert found == ["中信证券股份有限公司"] * 2 + [None] * 3


def test_an_alias_that_goes_or_comes_changes_its_participants(connection: Connection) -> None:
    derived(
        connection,
        make(Institution),
        make(InstitutionAlias),
        make(Participant),
        make(Participant, ordinal=2, institution="中信"),
    )
    derived(connection, make(InstitutionAlias, alias="中信"), run_id="run-2")
    assert rows(connection, "select institution_id, changed_in_run from participant order by ordinal") == [
        (None, "run-2"),
        ("中信证券股份有限公司", "run-2"),
    ]


def walk(hour: int, *numbers: int, grade: str = "counted") -> list[object]:
    """What a walk at an hour gives that shows the announcements of the numbers."""
    at = SEEN + hour * HOUR
    seen = [row for n in numbers for row in listed(n, first_seen_at=at, last_seen_at=at)]
    return [*seen, make(ListingDay, grade=grade, promised=len(numbers), listed=len(numbers), walked_at=at)]


WALKS: dict[str, tuple[list[list[object]], int | None]] = {
    "shown always": ([walk(0, 1, 2), walk(1, 1, 2)], None),
    "gone at once": ([walk(0, 1, 2), walk(1, 2)], 1),
    "gone and stays away: the first walk counts": ([walk(0, 1, 2), walk(1, 2), walk(2, 2), walk(3, 2)], 1),
    "absent from an open walk": ([walk(0, 1, 2), walk(1, 2, grade="open")], None),
    "absent from a walked one": ([walk(0, 1, 2), walk(1, 2, grade="walked")], None),
    "absent from an open, then from a counted one": ([walk(0, 1, 2), walk(1, grade="open"), walk(2, 2)], 2),
    "it comes back": ([walk(0, 1, 2), walk(1, 2), walk(2, 1, 2)], None),
    "it comes back in an open walk": ([walk(0, 1, 2), walk(1, 2), walk(2, 1, grade="open")], None),
    "it comes back and goes": ([walk(0, 1, 2), walk(1, 2), walk(2, 1, 2), walk(3, 2), walk(4, 2)], 3),
    "it comes late": ([walk(0, 2), walk(1, 1, 2)], None),
}


@pytest.mark.parametrize("batching", ["one by one", "one batch"])
@pytest.mark.parametrize(("walks", "hour"), WALKS.values(), ids=WALKS)
def test_what_a_later_counted_walk_no_longer_shows_is_withdrawn(
    connection: Connection, walks: list[list[object]], hour: int | None, batching: str
) -> None:
    batches = walks if batching == "one by one" else [[row for one in walks for row in one]]
    for number, batch in enumerate(batches):
        derived(connection, *batch, run_id=f"run-{number}")
    found = rows(connection, "select announcement_id, withdrawn_seen_at from announcement order by all")
    assert found == [("cninfo-1", None if hour is None else SEEN + hour * HOUR), ("cninfo-2", None)]


def test_a_withdrawal_is_a_change_of_its_run_alone(connection: Connection) -> None:
    for number, one in enumerate([walk(0, 1, 2), walk(1, 2), walk(2, 2)]):
        derived(connection, *one, run_id=f"run-{number}")
    assert rows(connection, "select announcement_id, changed_in_run from announcement order by all") == [
        ("cninfo-1", "run-1"),
        ("cninfo-2", "run-0"),
    ]


def test_what_another_source_still_shows_is_not_withdrawn(connection: Connection) -> None:
    other = listed(1, source="other", last_seen_at=SEEN + 5 * HOUR)[1]
    derived(connection, *walk(0, 1), *walk(1), other)
    assert rows(connection, "select withdrawn_seen_at from announcement") == [(None,)]


def test_a_walk_over_another_day_or_partition_withdraws_nothing(connection: Connection) -> None:
    days = [make(ListingDay, walked_at=SEEN + HOUR, **one) for one in ({"day": LATER}, {"partition": "sse"})]
    derived(connection, *walk(0, 1), *days)
    assert rows(connection, "select withdrawn_seen_at from announcement") == [(None,)]


def test_a_day_counts_what_became_of_its_announcements(connection: Connection) -> None:
    files = [make(AnnouncementDocument, announcement_id=f"cninfo-{n}", document_id=f"{n:064x}") for n in (1, 2, 3, 4)]
    twice = make(AnnouncementDocument, announcement_id="cninfo-1", document_id=f"{2:064x}")
    refused = [make(ParseFailure, document_id=f"{n:064x}", ordinal=o) for n in (2, 3) for o in (1, 2)]
    label = make(ParseFailure, document_id=f"{1:064x}", stage="label")
    derived(connection, *walk(0, 1, 2, 3), *walk(1, 1, 2, 3, 4, 5), *files, twice, *refused, label, *parsed(1))
    query = "select listed, new, fetched, parsed, refused from listing_day"
    assert rows(connection, query) == [(5, 2, 4, 1, 2)]
    derived(connection, *parsed(4), run_id="run-2")
    assert rows(connection, f"{query} where changed_in_run = 'run-2'") == [(5, 2, 4, 2, 2)]


def test_a_day_counts_what_the_walk_that_graded_it_saw(connection: Connection) -> None:
    files = [make(AnnouncementDocument, announcement_id=f"cninfo-{n}", document_id=f"{n:064x}") for n in (1, 2)]
    older = [make(ListingDay, source="other", listed=1), listed(1, source="other")[1]]
    derived(connection, *walk(0, 1, 2), *walk(1, 2), *files, *older, *parsed(1), *parsed(2))
    query = "select source, listed, fetched, parsed, refused from listing_day order by source"
    assert rows(connection, query) == [("cninfo", 1, 1, 1, 0), ("other", 1, 1, 1, 0)]
    derived(connection, *walk(2, 1, 2))
    assert rows(connection, query) == [("cninfo", 2, 2, 2, 0), ("other", 1, 1, 1, 0)]


def test_a_day_without_announcements_counts_none(connection: Connection) -> None:
    derived(connection, make(ListingDay, grade="open", promised=None, listed=0))
    assert rows(connection, "select new, fetched, parsed, refused from listing_day") == [(0, 0, 0, 0)]


def test_a_file_of_several_announcements_counts_for_each(connection: Connection) -> None:
    files = [make(AnnouncementDocument, announcement_id=f"cninfo-{n}") for n in (1, 2)]
    derived(connection, *walk(0, 1, 2), make(Document), make(ActivityRecord), *files)
    assert rows(connection, "select fetched, parsed, refused from listing_day") == [(2, 2, 0)]
    assert rows(connection, "select record_id, document_id from activity_record") == [(RECORD, FILE)]
