"""A form's rows by the field that their labels name, and the small values that stand in one row or another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from extractors.fields import host, label, session
from extractors.fields.name import is_institution
from extractors.fields.text import flat, flow, running
from extractors.readers.form import Cell, Form, Grid, Line, Row

Rows = Mapping[str, Sequence[Row]]

_SINGLE = ("location", "attachments", "signed_on")  # one value a record: of several rows the first that says something
_PLACE = re.compile("地点|地址|场所|平台")
_WITH_PLACE = re.compile("时间.*(?:地点|方式|形式)")
_STAFF = re.compile(r"(?:参会|参加|参与|与会|出席)(?:的)?人员(?:姓名|名单)?")
_NAMES = re.compile(r"(?:参与|参会|参加|来访|与会|调研)?人员(?:姓名|名单)?")  # without their institutions
_POST = re.compile(r"董事|董秘|监事|总经理|总裁|总监|财务负责人|证券事务代表|会计师|保荐代表人")
_YEAR = re.compile(r"\D{0,4}(20[0-4]\d)(?!\d{1,2}$|\d{4,})")  # of a number: 2024-003, [2024]001, 2021004
_SENTENCE = re.compile(r"[^。]*。?")


def by_field(form: Form) -> dict[str, list[Row]]:
    """The rows of each field, in order; unknown labels under an empty name.

    参会人员 of a form that has no row for the company's people lists those, where all have offices there.
    """
    rows: dict[str, list[Row]] = {}
    for row in form.rows:
        rows.setdefault(label.field_of(row.label) or "", []).append(row)
    if "hosts" not in rows and "participants" in rows and _names_staff(rows["participants"][0]):
        rows["hosts"] = [rows["participants"].pop(0)]
        rows = {field: group for field, group in rows.items() if group}
    return rows


def _names_staff(row: Row) -> bool:
    if not _STAFF.fullmatch(row.label.strip("：:")):
        return False
    named = host.parse(flow(row.lines).text)
    return bool(named) and all(one.title and _POST.search(one.title) for one in named if not is_institution(one.name))


def lines(rows: Rows, field: str) -> Cell:
    """All lines of a field's rows."""
    return tuple(line for row in rows.get(field, ()) for line in row.lines)


def participants(rows: Rows) -> Grid:
    """The cells of the rows of participants; of several rows the one of people's names is led by its label."""
    found = rows.get("participants", ())
    return tuple(
        _led(cells, row.label) if i == 0 and len(found) > 1 and _NAMES.fullmatch(row.label) else cells
        for row in found
        for i, cells in enumerate(row.grid)
    )


def _led(cells: tuple[Cell, ...], label: str) -> tuple[Cell, ...]:
    """A row's cells with its label before the first of its lines."""
    first, *others = cells or ((),)
    if not first or not first[0].text.strip():
        return cells
    return ((replace(first[0], text=f"{label}：{first[0].text}"), *first[1:]), *others)


def text(rows: Rows, field: str) -> str | None:
    """The text of a field's first row that says something."""
    return next((text for row in rows.get(field, ()) if (text := flat(row.lines))), None)


def head(rows: Rows) -> Iterator[Line]:
    """Codes, names and numbers that stand in the table, as lines of the header."""
    for row in rows.get("recorder", ()):
        for cells in row.grid:
            said = "\t".join(flat(cell) for cell in cells)
            yield (
                replace(cells[0][0], text=f"{row.label.rstrip('：:')}：{said}")
                if cells and cells[0]
                else Line(text=said)
            )


def location(rows: Rows) -> str | None:
    """Where the meeting was: the row of the place before that of the way it was held.

    What stands behind the hours where one row has both.
    """
    places = sorted(rows.get("location", ()), key=lambda row: _PLACE.search(row.label) is None)
    both = (session.without_dates(flat(row.lines)) for row in rows.get("sessions", ()) if _WITH_PLACE.match(row.label))
    return next((text for row in places if (text := flat(row.lines))), None) or next(
        (text for text in both if text), None
    )


def said_when(rows: Rows) -> str:
    """What the form says of days and hours: the rows of 时间, else the first sentence of 活动情况."""
    if "sessions" in rows:
        return "\n".join(running(row.lines) for row in rows["sessions"])
    told = _SENTENCE.match(flat(lines(rows, "overview")))
    return told.group() if told else ""


def signed_on(rows: Rows) -> date | None:
    """The day in 日期, on which the record was written."""
    said = text(rows, "signed_on")
    return session.parse_date(said) if said else None


def written(rows: Rows, title: str | None, record_no: str | None) -> tuple[date | None, int | None]:
    """When the record was written, and in which year: by 日期, else a day in its title or number; by its number.

    >>> written({}, "2023年6月8日-9日投资者关系活动记录表", None), written({}, None, "2023-007")
    ((datetime.date(2023, 6, 9), None), (None, 2023))
    """
    day = signed_on(rows)
    for text in (title, record_no):
        told = session.parse(text) if text and not day and session.parse_date(text) else ()
        day = max((one.end_on for one in told), default=day)
    year = _YEAR.match(record_no or "")
    return day, int(year[1]) if year else None


def aside(rows: Rows) -> Iterator[Row]:
    """The rows without a column of their own: unknown labels, what is not loaded, second rows of one value."""
    for field in ("", *sorted(label.NOT_LOADED - {"recorder"})):
        yield from rows.get(field, ())
    for field in _SINGLE:
        said = [row for row in rows.get(field, ()) if flat(row.lines)]
        used = location(rows) if field == "location" else text(rows, field)
        yield from (row for row in said if flat(row.lines) != used)
