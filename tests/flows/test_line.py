"""The whole line with plain steps, over real sockets: what arrives, what stays open, and what comes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from flows import asking, line, steps
from flows.errors import UnknownSource
from flows.run import PLAIN, Summary
from flows.settings import Settings
from tests.exchange import faults
from tests.exchange.bse import disclosure
from tests.exchange.cninfo import notice
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, Exchange, Fault, path_of, row
from tests.exchange.sns import post
from tests.exchange.vendor import security, survey
from tests.factory.text_record import text_record
from warehouse import ask
from warehouse.archive import Archive
from warehouse.connection import lock, reader
from warehouse.digest import digests
from warehouse.errors import NotABundle, WarehouseLocked

pytestmark = pytest.mark.usefixtures("read_here")  # with reader processes: test_cli, test_flows, test_readme
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)


def filled(exchange: Exchange, count: int = 3, day: str = "2026-03-03", start: int = 0) -> None:
    """Put rows with their files into the exchange, with keys from `start`."""
    for key in range(start, start + count):
        listed = row(key, day)
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], listed["secName"])


def ingest(settings: Settings) -> Summary:
    return line.ingest(PLAIN, settings, "", FIRST, LAST)


def rows(settings: Settings, query: str) -> list[tuple[object, ...]]:
    return list(ask.sql(settings.published, query).rows)


def tables(settings: Settings) -> dict[str, str]:
    with reader(settings.published) as connection:
        return digests(connection)


def test_what_is_listed_arrives_whole(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 40)
    done = ingest(settings)
    assert (done.listed, done.fetched, done.parsed, done.refused, done.open_reasons) == (40, 40, 40, 0, [])
    assert rows(settings, "select count(*), sum(questions), sum(people) from record_overview") == [(40, 80, 120)]
    days = rows(
        settings,
        "select partition, day::varchar, grade, promised, listed, new, parsed from listing_day "
        "where source = 'cninfo' order by all",
    )
    assert days[6:] == [
        ("szse", "2026-03-02", "counted", 40, 0, 0, 0),
        ("szse", "2026-03-03", "counted", 40, 40, 40, 40),
        ("szse", "2026-03-04", "counted", 40, 0, 0, 0),
    ]
    assert {day[2] for day in days} == {"counted"}


def test_every_source_s_announcements_arrive_each_once(settings: Settings, exchange: Exchange) -> None:
    """One of Shenzhen in two lists, one of Beijing in two, and a post of Shanghai with two files."""
    filled(exchange, 1)
    exchange.listed["irm"] = [irm_row(exchange.rows[0])]
    exchange.rows.append(notice(7, "2026-03-03"))
    exchange.listed["bse"] = [disclosure(7, "2026-03-03"), disclosure(8, "2026-03-03", "投资者关系活动预告")]
    exchange.listed["sse"].append(post(501, datetime(2026, 3, 3, 18, tzinfo=CHINA), files=2))
    paths = [path_of(exchange.rows[1]), exchange.listed["bse"][0]["destFilePath"]]
    paths += [path for path, _ in exchange.listed["sse"][-1]["files"]]
    exchange.files |= {path: text_record("920007", f"虚构{number}") for number, path in enumerate(paths)}
    done = ingest(settings)
    assert (done.open_reasons, done.fetched, done.parsed) == ([], 5, 5)
    shenzhen = exchange.rows[0]["announcementId"]
    assert rows(
        settings,
        "select announcement_id[:10], string_agg(source, ',' order by source) from sighting group by announcement_id order by all",
    ) == [("bj-920007-", "bse,cninfo_fulltext"), (f"cninfo-{shenzhen}"[:10], "cninfo,irm"), ("sse-501", "sse,sse")]
    assert rows(settings, "select count(*) from announcement") == [(3,)]
    assert rows(
        settings, "select source, string_agg(distinct grade), sum(listed) from listing_day group by all order by all"
    ) == [("bse", "counted", 2), ("cninfo", "counted", 1), ("cninfo_fulltext", "counted", 1), ("irm", "counted", 1), ("sse", "walked", 1)]  # fmt: skip
    again = ingest(settings)
    assert (again.is_news, again.fetched, max(exchange.downloads().values())) == (False, 0, 1)
    grown = tables(settings)
    line.rebuild(PLAIN, settings)
    assert tables(settings) == grown


def test_a_second_run_fetches_and_reads_nothing_again(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    ingest(settings)
    before = rows(settings, "select * exclude changed_in_run from question order by all")
    done = ingest(settings)
    assert (done.is_news, done.fetched, done.parsed) == (False, 0, 0)
    assert max(exchange.downloads().values()) == 1
    assert rows(settings, "select * exclude changed_in_run from question order by all") == before


def test_what_is_added_later_comes_with_the_next_run(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 1)
    first = ingest(settings)
    filled(exchange, 1, start=1)
    second = ingest(settings)
    changed = dict(rows(settings, "select changed_in_run, count(*) from activity_record group by all"))
    assert changed == {first.run_id: 1, second.run_id: 1}


def test_rebuilding_gives_the_same_tables_row_for_row(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    exchange.files[path_of(exchange.rows[0])] = faults.CHALLENGE
    ingest(settings)
    filled(exchange, 2, start=3)
    ingest(settings)
    grown = tables(settings)
    line.rebuild(PLAIN, settings)
    first = tables(settings)
    line.rebuild(PLAIN, settings)
    assert (first, tables(settings)) == (grown, grown)


def test_an_archive_is_a_bundle(settings: Settings, exchange: Exchange, tmp_path: Path) -> None:
    filled(exchange)
    ingest(settings)
    other = replace(settings, home=tmp_path / "other", host_map={})
    first = line.replay(PLAIN, other, settings.archive)
    assert tables(other) == tables(settings)
    second = line.replay(PLAIN, other, settings.archive)
    assert (first.is_news, second.is_news, second.is_unchanged) == (True, False, True)


def test_a_bundle_older_than_what_is_loaded_gives_the_tables_of_a_rebuild(
    settings: Settings, exchange: Exchange, tmp_path: Path
) -> None:
    older, newer = (replace(settings, home=tmp_path / name) for name in ("older", "newer"))
    filled(exchange)
    ingest(older)
    exchange.rows = [one | {"announcementTitle": "改名后的活动记录表", "secName": "改名"} for one in exchange.rows[1:]]
    ingest(newer)
    line.replay(PLAIN, newer, older.archive)
    grown = tables(newer)
    line.rebuild(PLAIN, newer)
    assert tables(newer) == grown
    assert rows(newer, "select distinct title from announcement where withdrawn_seen_at is null") == [
        ("改名后的活动记录表",)
    ]


def test_a_folder_that_is_no_bundle_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotABundle):
        line.replay(PLAIN, settings, tmp_path)


LISTING_FAULTS: tuple[tuple[str, Fault, str], ...] = (
    ("more promised than given", faults.promising(1), "CountMismatch"),
    ("a field is missing", faults.without_field("adjunctUrl"), "ContractBroken"),
    ("the filter is ignored", faults.ignoring_filter([row(9, "2020-01-01")]), "FilterIgnored"),
    ("a middle page stays empty", faults.empty_page(2), "MiddlePageEmpty"),
    ("not found", faults.status(404, method="POST"), "BadStatus"),
)


@pytest.mark.parametrize(
    ("fault", "reason"), [case[1:] for case in LISTING_FAULTS], ids=[case[0] for case in LISTING_FAULTS]
)
def test_a_listing_that_breaks_its_contract_stays_open_and_is_proved_later(
    settings: Settings, exchange: Exchange, fault: Fault, reason: str
) -> None:
    filled(exchange, 40)
    exchange.faults.append(
        lambda asked, before, honest: fault(asked, before, honest) if asked.fields.get("column") == "szse" else honest
    )
    done = ingest(settings)
    open_days = rows(
        settings,
        "select distinct partition, grade, split_part(reason, ':', 1) from listing_day "
        "where source = 'cninfo' order by all",
    )
    assert open_days == [("bj", "counted", None), ("sse", "counted", None), ("szse", "open", reason)]
    assert not done.is_complete
    assert rows(settings, "select outcome from run") == [("incomplete",)]
    exchange.faults.clear()
    assert ingest(settings).is_complete
    assert rows(settings, "select distinct grade, source = 'sse' from listing_day order by all") == [
        ("counted", False), ("walked", True),
    ]  # fmt: skip
    assert rows(settings, "select count(*) from activity_record") == [(40,)]


def test_a_row_inserted_while_the_listing_is_walked_is_not_lost(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 40)
    late = row(77, "2026-03-03", clock="23:59:00")
    exchange.files[path_of(late)] = text_record(late["secCode"], late["secName"])
    exchange.faults.append(faults.inserting(exchange, late, on=2))
    done = ingest(settings)
    assert (done.parsed, done.is_complete) == (41, True)


def test_an_empty_middle_page_that_passes_is_asked_again(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 40)
    exchange.faults.append(faults.empty_page(2, times=1))
    assert ingest(settings).is_complete


FILE_FAULTS = (
    ("a challenge page", faults.CHALLENGE, "NotADocument"),
    ("nothing", b"", "NotADocument"),
    ("a broken PDF", b"%PDF-1.7\n1 0 obj", "Damaged"),
    ("a web archive", b"PK\x03\x04" + bytes(60), "NotADocument"),
)


@pytest.mark.parametrize(
    ("content", "error"), [case[1:] for case in FILE_FAULTS], ids=[case[0] for case in FILE_FAULTS]
)
def test_a_file_that_is_no_record_is_refused_alone(
    settings: Settings, exchange: Exchange, content: bytes, error: str
) -> None:
    filled(exchange)
    exchange.faults.append(faults.instead(path_of(exchange.rows[0]), content))
    done = ingest(settings)
    assert (done.parsed, done.refused, done.is_complete) == (2, 1, True)
    assert rows(settings, "select error from parse_failure") == [(error,)]
    assert rows(settings, "select sum(parsed), sum(refused) from listing_day") == [(2, 1)]


def test_a_file_that_is_not_there_is_asked_for_again_in_the_next_run(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    path = path_of(exchange.rows[0])
    exchange.faults.append(faults.status(404, method="GET", path=path))
    first = ingest(settings)
    exchange.faults.clear()
    second = ingest(settings)
    assert (first.fetched, first.is_complete, second.fetched, second.is_complete) == (2, False, 1, True)
    assert exchange.downloads()[path] == 2


def test_a_redirect_off_the_list_is_not_followed(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    path = path_of(exchange.rows[0])
    exchange.faults.append(faults.redirect(path, "http://169.254.169.254/latest"))
    done = ingest(settings)
    assert (done.fetched, done.parsed) == (2, 2)
    assert "not on the list" in done.open_reasons[0]


def test_a_run_cut_off_after_its_listing_is_made_up_by_the_next(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    asking.list_days(settings, steps.new_run_id(), "cninfo", FIRST, LAST)
    assert Archive(settings.archive).segments()
    assert ingest(settings).parsed == 3


def test_an_announcement_gone_from_a_later_counted_day_is_withdrawn(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    ingest(settings)
    gone = exchange.rows.pop()
    ingest(settings)
    query = "select announcement_id from announcement where withdrawn_seen_at is not null"
    assert rows(settings, query) == [(f"cninfo-{gone['announcementId']}",)]
    exchange.rows.append(gone)
    ingest(settings)
    assert rows(settings, query) == []


def test_a_second_writer_is_refused_at_once(settings: Settings, exchange: Exchange) -> None:
    with lock(settings.lock), pytest.raises(WarehouseLocked, match="since"):
        ingest(settings)


def test_an_unknown_source_is_refused_before_anything_is_asked(settings: Settings, exchange: Exchange) -> None:
    with pytest.raises(UnknownSource, match="cninfo"):
        line.ingest(PLAIN, settings, "sina", FIRST, LAST)
    assert exchange.asked == []


def test_the_window_reaches_from_a_week_before_the_last_proved_day_to_tomorrow(
    settings: Settings, exchange: Exchange
) -> None:
    tomorrow = datetime.now(CHINA).date() + timedelta(days=1)
    assert line.tomorrow(PLAIN) == tomorrow
    assert line.window(settings, "cninfo", None, tomorrow) == (tomorrow - timedelta(days=7), tomorrow)
    ingest(settings)
    assert line.window(settings, "cninfo", None, tomorrow) == (LAST - timedelta(days=7), tomorrow)
    assert line.window(settings, "cninfo", FIRST, LAST) == (FIRST, LAST)
    assert line.window(settings, "cninfo", LAST, FIRST) == (FIRST, FIRST)


def backfill(settings: Settings, since: date, until: date, **changes: object) -> Summary:
    wanted = line.Backfill(since=since, until=until, source="cninfo", **changes)  # type: ignore[arg-type]
    return line.backfill(PLAIN, settings, wanted)


def asked_days(exchange: Exchange) -> list[str]:
    """The days that cninfo's first partition was asked for, in order."""
    posts = [
        one for one in exchange.asked if one.fields.get("tabName") == "relation" and one.fields["column"] == "szse"
    ]
    return [one.fields["seDate"].partition("~")[0] for one in posts]


def test_a_backfill_lists_day_by_day_the_newest_first(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 2, "2026-02-27")
    filled(exchange, 1, "2026-03-03", start=2)
    done = backfill(settings, date(2026, 3, 3), date(2026, 2, 26))
    days = ["2026-03-03", "2026-03-02", "2026-03-01", "2026-02-28", "2026-02-27", "2026-02-26"]
    assert (asked_days(exchange), done.parsed, done.open_reasons) == (days, 3, [])


def test_a_backfill_that_was_cut_off_goes_on_where_it_stopped(settings: Settings, exchange: Exchange) -> None:
    filled(exchange, 2, "2026-03-02")
    backfill(settings, date(2026, 3, 1), date(2026, 3, 4), limit=2)
    assert asked_days(exchange) == ["2026-03-04", "2026-03-03"]
    asking.list_days(
        settings, steps.new_run_id(), "cninfo", date(2026, 3, 2), date(2026, 3, 2)
    )  # cut off before loading
    exchange.asked.clear()
    assert backfill(settings, date(2026, 3, 1), date(2026, 3, 4)).parsed == 2
    assert asked_days(exchange) == ["2026-03-01"]
    exchange.asked.clear()
    done = backfill(settings, date(2026, 3, 1), date(2026, 3, 4))
    assert (exchange.asked, done.is_news, done.is_unchanged) == ([], False, True)
    backfill(settings, date(2026, 3, 4), date(2026, 3, 4), again=True)
    assert asked_days(exchange) == ["2026-03-04"]


def test_references_are_listed_and_a_replaced_file_is_a_new_document(settings: Settings, exchange: Exchange) -> None:
    filled(exchange)
    ingest(settings)
    path = path_of(exchange.rows[0])
    exchange.files[path] = text_record(exchange.rows[0]["secCode"], "改正后")
    exchange.securities["/new/data/szse_stock.json"] = [
        security("830999", "gfbj0830999"),
        security("920999", "gfbj0830999"),
    ]
    exchange.listed["eastmoney"] = [survey(7, f"{datetime.now(CHINA):%Y-%m-%d}", SUM=12)]
    exchange.listed["sse_company"] = [post(1, datetime(2026, 3, 1, tzinfo=CHINA))]
    done = line.refresh(PLAIN, settings)
    assert (done.fetched, done.parsed) == (3, 1)
    assert rows(settings, "select count(*) from document") == [(4,)]
    assert rows(settings, "select count(*) from activity_record where supersedes_record_id is not null") == [(1,)]
    assert rows(settings, "select current_code from security where security_code = '830999'") == [("920999",)]
    assert rows(settings, "select security_code, institution_count from survey") == [("300007", 12)]
    assert rows(settings, "select security_code, uid from feed_company") == [("603999", "603999")]
    grown = tables(settings)
    line.rebuild(PLAIN, settings)
    assert tables(settings) == grown


def test_what_the_common_feed_shows_no_more_is_read_from_the_companies_own(
    settings: Settings, exchange: Exchange
) -> None:
    told = post(501, datetime(2025, 11, 3, 18, tzinfo=CHINA), code="603999")
    exchange.listed["sse"] += [told, post(500, datetime(2025, 9, 3, 18, tzinfo=CHINA), code="603998", files=0)]
    exchange.listed["sse_company"] = [told, post(2, datetime(2026, 3, 1, tzinfo=CHINA), code="603998")]
    exchange.files[told["files"][0][0]] = text_record("603999", "虚构")
    line.refresh(PLAIN, settings)
    wanted = line.Backfill(since=date(2025, 11, 1), until=date(2026, 3, 4), source="sse")
    done = line.backfill(PLAIN, settings, wanted)
    assert (done.open_reasons, done.parsed) == ([], 1)
    assert rows(settings, "select distinct partition from sighting where announcement_id = 'sse-501' order by all") == [
        ("603999-603999",)
    ]
    assert rows(settings, "select partition, count(*) from listing_day where partition like '60%' group by all order by all") == [
        ("603998-603998", 2), ("603999-603999", 3),
    ]  # fmt: skip
    exchange.asked.clear()
    line.backfill(PLAIN, settings, wanted)
    assert [one.path for one in exchange.asked if "userfeeds" in one.path] == []
    grown = tables(settings)
    line.rebuild(PLAIN, settings)
    assert tables(settings) == grown
