"""Dates and times of 时间: each date, or range of dates, with its hours.

The printed text is read as a run of dates, hours and connecting words; a date that leaves out its
year or month takes it from the one before.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from extractors.fields.calendar_text import plain

_TOKEN = re.compile(
    r"(?P<date>(?P<y>(?:19|20)\d{2})\s*[年./-]\s*(?P<m>\d{1,2})\s*[月./-]\s*(?P<d>\d{1,2})(?!\d)\s*[日号]?)"
    r"|(?P<day>(?:(?P<m2>\d{1,2})\s*月\s*)?(?P<d2>\d{1,2})\s*[日号])"
    r"|(?P<month>(?:(?P<y3>(?:19|20)\d{2})\s*年\s*)?(?P<m3>\d{1,2})\s*月份?)"
    r"|(?P<hours>(?P<p1>上午|下午|晚上?|中午|早上|凌晨)?\s*(?P<h1>\d{1,2})\s*(?P<c>[-~到至])\s*(?P<p2>上午|下午|晚上?|中午)?\s*(?P<h2>\d{1,2})\s*[点时](?!\d))"
    r"|(?P<time>(?P<p>上午|下午|晚上?|中午|早上|凌晨|AM|PM)?\s*(?P<h>\d{1,2})\s*(?:[::]\s*(?P<min>\d{2})(?:[::]\d{2})?|[点时]\s*(?:(?P<min2>\d{1,2})\s*分?|(?P<half>半))?))"
    r"|(?P<to>[-~到至]+)"
    r"|(?P<part>上午|下午|晚上|中午)"
)
_AFTERNOON = ("下午", "晚", "晚上", "PM")
_NOON = 12
_LAST_MONTH = 12
_DUE = timedelta(days=31)
_LUNCH = 4  # 中午1点 is after noon, 中午11点 before it


@dataclass(frozen=True, slots=True)
class Session:
    """One date, or range of dates, with hours where they are given."""

    start_on: date
    end_on: date
    start_time: time | None
    end_time: time | None
    printed: str


def parse(text: str, signed: date | None = None, year: int | None = None) -> tuple[Session, ...]:
    """The sessions in the printed text, in order; none where it names no date.

    Days without any year are read by the record's own date: a record is due two trading days after the meeting, so
    they lie within the month before it, in one year only. Where they do not, there is no date. `year` is that of a
    record without a date of its own: a meeting of December may stand in the next year's records, and has no date then.

    >>> [str(s.start_on) for s in parse("2026 年 8 月 27 日、9 月 7 日")]
    ['2026-08-27', '2026-09-07']
    >>> [(str(s.start_time), str(s.end_time)) for s in parse("2024年5月1日下午2~5点")]
    [('14:00:00', '17:00:00')]
    """
    found = _read(text) or next(filter(None, (_due(text, signed, back) for back in (0, 1))), [])
    if not found and not signed and year:
        told = _read(text, year)
        found = [] if any(one.start_on.month == _LAST_MONTH for one in told) else told
    return tuple(replace(session, printed=text.strip()) for session in found)


def _read(text: str, year: int | None = None) -> list[Session]:
    reader = _Reader(year)
    for token in _TOKEN.finditer(plain(text)):
        reader.take(token)
    return reader.done()


def _due(text: str, signed: date | None, back: int) -> list[Session]:
    """The sessions read in the year of the record's date, or so many years back, where that is the one reading."""
    found = _read(text, signed.year - back) if signed else []
    is_due = signed and all(signed - _DUE <= one.start_on <= one.end_on <= signed for one in found)
    return found if is_due else []


def parse_date(text: str) -> date | None:
    """The first whole date in the text.

    >>> parse_date("2021年10月27日整理")
    datetime.date(2021, 10, 27)
    """
    whole = (token for token in _TOKEN.finditer(plain(text)) if token["date"])
    days = (_day(int(token["y"]), int(token["m"]), int(token["d"])) for token in whole)
    return next((day for day in days if day), None)


def without_dates(text: str) -> str | None:
    """What a text says besides its days and hours; None where nothing.

    >>> without_dates("2024年6月3日14:00-15:00 公司会议室")
    '公司会议室'
    """
    return _TOKEN.sub("", plain(text)).strip(" \n\t,、;:.。-()") or None


class _Reader:
    """Takes tokens in order and keeps the sessions read so far."""

    def __init__(self, year: int | None = None) -> None:
        self._found: list[Session] = []
        self._is_range = False  # a connecting word stands before the next token
        self._ends = False  # the range's last day has been read, its hour has not
        self._part: str | None = None
        self._year = year
        self._month: int | None = None

    def done(self) -> list[Session]:
        """All sessions, in order."""
        return self._found

    def take(self, token: re.Match[str]) -> None:
        """Add one token."""
        if token["to"]:
            self._is_range = True
            return
        if token["part"]:
            self._part = token["part"]
            return
        if token["hours"]:
            start = _clock(token["p1"] or self._part, token["h1"], None)
            self._time(start)
            self._is_range = True
            self._time(_clock(token["p2"] or token["p1"] or self._part, token["h2"], None))
        elif token["time"]:
            part = token["p"] or self._part
            minute = "30" if token["half"] else token["min"] or token["min2"]
            self._time(_clock(part, token["h"], minute))
            self._part = token["p"] or self._part
        else:
            self._date(token)
        self._is_range = False

    def _date(self, token: re.Match[str]) -> None:
        self._part = None
        if token["month"]:
            self._year = int(token["y3"]) if token["y3"] else self._year
            self._month = int(token["m3"])
            start, end = _month(self._year, self._month)
        else:
            self._year = int(token["y"]) if token["y"] else self._year
            self._month = int(token["m"] or token["m2"] or 0) or self._month
            start = end = _day(self._year, self._month, int(token["d"] or token["d2"]))
        if not start or not end:
            return
        last = self._found[-1] if self._found else None
        if self._is_range and last and end < last.start_on and not (token["y"] or token["y3"]):
            self._year = end.year + 1  # 12月30日-1月5日: over the turn of the year
            end = _day(self._year, end.month, end.day) or end
        if self._is_range and last and last.end_time is None and end >= last.start_on:
            self._found[-1] = replace(last, end_on=end)
            self._ends = last.start_time is not None
        else:
            self._ends = False
            self._found.append(Session(start, end, None, None, ""))

    def _time(self, clock: time | None) -> None:
        last = self._found[-1] if self._found else None
        if not last or not clock:
            return
        if last.start_time is None:
            self._found[-1] = replace(last, start_time=clock)
        elif self._ends:
            self._found[-1] = replace(last, end_time=clock)
            self._ends = False
        elif self._is_range and last.end_time is None:
            same_half = clock < last.start_time and clock.hour < _NOON and last.start_on == last.end_on
            later = clock.replace(hour=clock.hour + _NOON) if same_half else clock
            self._found[-1] = replace(last, end_time=later if later >= last.start_time else clock)
        else:
            self._found.append(replace(last, start_time=clock, end_time=None))


def _clock(part: str | None, hour: str, minute: str | None) -> time | None:
    value = int(hour)
    if (part in _AFTERNOON and value < _NOON) or (part == "中午" and value < _LUNCH):
        value += _NOON
    try:
        return time(value % 24, int(minute or 0))
    except ValueError:
        return None


def _day(year: int | None, month: int | None, day: int) -> date | None:
    try:
        return date(year, month, day) if year and month else None
    except ValueError:
        return None


def _month(year: int | None, month: int) -> tuple[date | None, date | None]:
    first = _day(year, month, 1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1]) if first else None
