"""Times as a feed prints them beside its posts, 17分钟前 or 昨天 16:50, resolved against the instant of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from extractors.listing import CHINA

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?"
_DAY = r"(?P<month>\d{1,2})(?:月|-)(?P<day>\d{1,2})日?"
_Part = dict[str, int]


def resolve(printed: str, fetched_at: datetime) -> datetime:
    """The instant in China that a printed time means, to the minute; the latest where it is a span, as 1小时前 is.

    A day without a year is the last such day that is not in the future. Raises ValueError for other text.

    >>> from datetime import UTC
    >>> at = datetime(2026, 8, 6, 8, 39, 30, tzinfo=UTC)
    >>> str(resolve("17分钟前", at)), str(resolve("昨天 16:50", at)), str(resolve("12月31日 17:00", at))
    ('2026-08-06 16:22:00+08:00', '2026-08-05 16:50:00+08:00', '2025-12-31 17:00:00+08:00')
    """
    text, now = " ".join(printed.split()), fetched_at.astimezone(CHINA)
    for pattern, meaning in _FORMS:
        if found := pattern.fullmatch(text):
            numbers = {name: int(digits) for name, digits in found.groupdict().items() if digits is not None}
            return meaning(numbers, now).replace(second=0, microsecond=0)
    raise ValueError(f"time {printed!r}")


def _ago(unit: str) -> Callable[[_Part, datetime], datetime]:
    return lambda part, now: now - timedelta(**{unit: part["count"]})


def _days_back(days: int) -> Callable[[_Part, datetime], datetime]:
    return lambda part, now: _at(now.date() - timedelta(days=days), part)


def _full(part: _Part, _: datetime) -> datetime:
    return _at(date(part["year"], part["month"], part["day"]), part)


def _without_year(part: _Part, now: datetime) -> datetime:
    """The last such day: this year's, an earlier one's, or that of the last leap year."""
    for year in range(now.year, now.year - 9, -1):
        try:
            day = date(year, part["month"], part["day"])
        except ValueError:
            if (part["month"], part["day"]) != (2, 29):
                raise
            continue
        if day <= now.date():
            return _at(day, part)
    raise ValueError(f"day {part}")


def _at(day: date, part: _Part) -> datetime:
    return datetime.combine(day, time(part.get("hour", 0), part.get("minute", 0)), CHINA)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Part, datetime], datetime]], ...] = (
    (re.compile(r"刚刚|刚才"), lambda _, now: now),
    (re.compile(r"(?P<count>\d+) ?秒(?:钟)?前"), _ago("seconds")),
    (re.compile(r"(?P<count>\d+) ?分钟前"), _ago("minutes")),
    (re.compile(r"(?P<count>\d+) ?(?:个)?小时前"), _ago("hours")),
    (re.compile(r"(?P<count>\d+) ?天前"), _ago("days")),
    (re.compile(rf"今天 ?{_CLOCK}"), _days_back(0)),
    (re.compile(rf"昨天 ?{_CLOCK}"), _days_back(1)),
    (re.compile(rf"前天 ?{_CLOCK}"), _days_back(2)),
    (re.compile(rf"(?P<year>\d{{4}})(?:年|-){_DAY}(?: ?{_CLOCK})?"), _full),
    (re.compile(rf"{_DAY}(?: ?{_CLOCK})?"), _without_year),
)
