"""Cases of 时间: one line of the form each, in PDF as printed and in text where the layout says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.golden.maker.case import DAY, TIME, Case, record, session
from tests.golden.maker.templates import TONGHAI, YUNHE

_ONE = (  # name, the cell's lines, what they say
    ("days_in_a_range_of_one_month", ("2026年6月19日-20日",), [session("2026-06-19", "2026-06-20")]),
    ("days_in_a_range_over_new_year", ("2025年12月22日—2026年1月11日",), [session("2025-12-22", "2026-01-11")]),
    ("days_in_a_range_with_hours_at_both_ends", ("2026年3月4日9:30至2026年3月5日17:00",), [session("2026-03-04", "2026-03-05", "09:30", "17:00")]),
    ("hours_with_full_width_colons_and_two_dashes", ("2026年3月10日 20：00--21：00",), [session("2026-03-10", None, "20:00", "21:00")]),
    ("hours_with_a_wave_in_the_afternoon", ("2026年3月10日下午2~5点",), [session("2026-03-10", None, "14:00", "17:00")]),
    ("weekday_in_brackets", ("2026年3月13日(周五)下午14:00~17:00",), [session("2026-03-13", None, "14:00", "17:00")]),
    ("digits_of_full_width", ("２０２６年３月１０日１４：００－１５：３０",), [session("2026-03-10", None, "14:00", "15:30")]),
    ("date_with_hyphens_and_a_dash", ("2026-09-15 - 09:00-10:00",), [session("2026-09-15", None, "09:00", "10:00")]),
    ("date_with_dots", ("2026.3.10  14:00-15:30",), [session("2026-03-10", None, "14:00", "15:30")]),
    ("date_with_slashes", ("2026/3/10 10:00",), [session("2026-03-10", None, "10:00")]),
    ("date_in_chinese_numerals", ("二〇二六年三月十日",), [session("2026-03-10")]),
    ("hours_in_chinese_numerals", ("2026年3月10日下午三点至五点半",), [session("2026-03-10", None, "15:00", "17:30")]),
    ("date_with_a_full_stop", ("2026年2月28日。",), [session("2026-02-28")]),
    ("month_alone", ("2026年7月份",), [session("2026-07-01", "2026-07-31")]),
    ("month_from_first_to_last_day", ("2026年8月1日至2026年8月31日",), [session("2026-08-01", "2026-08-31")]),
    ("days_listed_in_one_month", ("2026年3月3日、5日、9日",), [session("2026-03-03"), session("2026-03-05"), session("2026-03-09")]),
    ("dates_one_a_line_of_which_only_one_has_hours", ("2026年8月27日 15:00-15:30", "2026年9月7日"), [session("2026-08-27", None, "15:00", "15:30"), session("2026-09-07")]),
    ("dates_run_together", ("2026年4月23日9:30-10:502026年4月24日11:00-12:00",), [session("2026-04-23", None, "09:30", "10:50"), session("2026-04-24", None, "11:00", "12:00")]),
    ("hours_twice_on_one_day", ("2026年3月10日 10:00-11:00、14:00-15:00",), [session("2026-03-10", None, "10:00", "11:00"), session("2026-03-10", None, "14:00", "15:00")]),
    ("hours_in_the_morning_and_afternoon", ("2026年3月10日上午9:00-10:30；下午2:00-3:30",), [session("2026-03-10", None, "09:00", "10:30"), session("2026-03-10", None, "14:00", "15:30")]),
    ("hours_in_words", ("2026年3月10日15时30分至16时30分",), [session("2026-03-10", None, "15:30", "16:30")]),
    ("hours_half_past", ("2026年3月10日 下午3点半",), [session("2026-03-10", None, "15:30")]),
)  # fmt: skip


def cases() -> Iterator[Case]:
    """The cases of this group."""
    for name, lines, says in _ONE:
        yield record(name, YUNHE, {TIME: lines}, {"sessions": says}, kind="html")
    yield record(
        "sessions_one_a_line", TONGHAI,
        {TIME: ("2026年8月27日 15:00-15:30", "2026年9月7日 16:00-17:00", "2026年9月8日 10:00-11:00")},
        {"sessions": [session("2026-08-27", None, "15:00", "15:30"), session("2026-09-07", None, "16:00", "17:00"),
                      session("2026-09-08", None, "10:00", "11:00")]},
    )  # fmt: skip
    yield record(
        "session_with_its_meeting_in_front", TONGHAI,
        {TIME: ("现场调研：2026年5月12日 9:30-11:00", "电话会议：2026年5月13日 15:00-16:00")},
        {"sessions": [session("2026-05-12", None, "09:30", "11:00"), session("2026-05-13", None, "15:00", "16:00")]},
    )  # fmt: skip
    yield record(
        "session_wrapped_inside_a_date", TONGHAI, {TIME: ("现场调研、线上交流、反向路演活动与电话会议：2026年5月12日 9:30-11:00",)},
        {"sessions": [session("2026-05-12", None, "09:30", "11:00")]}, look="wps",
    )  # fmt: skip
    yield record("day_of_writing_named_so", TONGHAI, {DAY: ("2026年5月14日整理",)}, {"signed_on": "2026-05-14"})
    yield record("day_of_writing_by_hyphens", TONGHAI, {DAY: ("2026-05-14",)}, {"signed_on": "2026-05-14"})
    yield record("day_of_writing_empty", TONGHAI, {DAY: ()}, {"signed_on": None})
    yield record("day_of_writing_missing", TONGHAI, {DAY: None}, {"signed_on": None})
