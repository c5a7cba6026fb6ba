"""Times beside posts: every form, at every turn of day, month and year."""

from datetime import UTC, datetime, timedelta

import pytest

from extractors.listing import CHINA
from extractors.printed_time import resolve

AT = datetime(2026, 8, 6, 16, 39, 30, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("printed", "resolved"),
    [
        ("刚刚", "2026-08-06 16:39"),
        ("40秒前", "2026-08-06 16:38"),
        ("1分钟前", "2026-08-06 16:38"),
        ("17分钟前", "2026-08-06 16:22"),
        ("1小时前", "2026-08-06 15:39"),
        ("23小时前", "2026-08-05 17:39"),
        ("3天前", "2026-08-03 16:39"),
        ("今天 09:05", "2026-08-06 09:05"),
        ("昨天 16:50", "2026-08-05 16:50"),
        ("昨天16:50", "2026-08-05 16:50"),
        ("前天 00:01", "2026-08-04 00:01"),
        ("08月06日 16:22", "2026-08-06 16:22"),
        ("8月1日 9:05", "2026-08-01 09:05"),
        ("08月07日 00:05", "2025-08-07 00:05"),
        ("12月31日 17:00", "2025-12-31 17:00"),
        ("02月29日 10:00", "2024-02-29 10:00"),
        ("2026年06月25日 11:40", "2026-06-25 11:40"),
        ("2014年6月3日", "2014-06-03 00:00"),
        ("2026-06-25 11:40:59", "2026-06-25 11:40"),
        ("06-25 11:40", "2026-06-25 11:40"),
        (" 昨天\u00a0 16:50 ", "2026-08-05 16:50"),
    ],
)
def test_a_printed_time_is_resolved_against_the_instant_of_the_answer(printed: str, resolved: str) -> None:
    assert f"{resolve(printed, AT):%Y-%m-%d %H:%M}" == resolved


@pytest.mark.parametrize(
    ("printed", "at", "resolved"),
    [
        ("昨天 23:59", datetime(2026, 1, 1, 0, 1, tzinfo=CHINA), "2025-12-31 23:59"),
        ("前天 08:00", datetime(2026, 3, 1, 8, tzinfo=CHINA), "2026-02-27 08:00"),
        ("5分钟前", datetime(2026, 1, 1, 0, 1, tzinfo=CHINA), "2025-12-31 23:56"),
        ("今天 07:00", datetime(2026, 8, 5, 23, 30, tzinfo=UTC), "2026-08-06 07:00"),
        ("12月31日 23:00", datetime(2026, 1, 1, 0, 1, tzinfo=CHINA), "2025-12-31 23:00"),
        ("02月29日 10:00", datetime(2028, 3, 1, tzinfo=CHINA), "2028-02-29 10:00"),
    ],
)
def test_days_turn_in_china(printed: str, at: datetime, resolved: str) -> None:
    assert f"{resolve(printed, at):%Y-%m-%d %H:%M}" == resolved


@pytest.mark.parametrize(
    "printed", ["", "上周", "昨天", "24分前", "13月01日 10:00", "2026年02月30日 10:00", "今天 25:00", "02月30日"]
)
def test_what_is_no_time_is_an_error(printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        resolve(printed, AT)


@pytest.mark.parametrize("hours", range(0, 24 * 40, 7))
def test_a_time_without_a_year_comes_back(hours: int) -> None:
    at = AT.replace(second=0) - timedelta(hours=hours)
    assert resolve(f"{at:%m月%d日 %H:%M}", AT) == at
