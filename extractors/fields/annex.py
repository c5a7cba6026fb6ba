"""What follows the form: lists of participants, and text of forms that keep it outside the table."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.fields import inline, roster
from extractors.fields.group import Group
from extractors.readers.form import Block, Cell, Line, TableRow, lines_of


def groups(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """The participants listed in the tables, else in the lines, of an annex."""
    rows = [cells for block in blocks if isinstance(block, TableRow) for cells in _rows(block)]
    if rows:
        return roster.parse(rows) if roster.is_roster(rows) else ()
    plain = [line for block in blocks if isinstance(block, Line) for line in _columns(block)]
    return inline.parse(plain[1:]) if len(plain) > 1 and _is_heading(plain[0]) else ()


def lines(blocks: Sequence[Block]) -> Cell:
    """All lines of an annex."""
    return tuple(line for block in blocks for line in lines_of(block))


def _rows(block: TableRow) -> tuple[tuple[Cell, ...], ...]:
    head = block.rest[0] if block.rest else ()
    return ((block.first, *head), *block.rest[1:])


def _columns(line: Line) -> tuple[Line, ...]:
    """A line's columns as lines of their own, each whole; a line without columns as it is."""
    if "\t" not in line.text.strip():
        return (line,)
    return tuple(
        Line(text=text.strip(), page=line.page, box=line.box, is_paragraph=True)
        for text in line.text.split("\t")
        if text.strip()
    )


def _is_heading(line: Line) -> bool:
    text = "".join(line.text.split())
    return len(text) <= 30 and any(word in text for word in ("附件", "名单", "参会", "参与", "单位", "机构"))  # noqa: PLR2004
