"""The sheet: a record's content laid out as paragraphs and labelled rows, before any file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """One paragraph."""

    text: str
    bold: int = 0  # leading characters that are emphasised
    align: str = "left"  # left, center, right or ends (the first and last part at the two margins)
    indent: float = 0.0  # of the first line, in characters
    size: float | None = None  # points; the look's where None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table inside a value, or behind the form; cells may hold several lines."""

    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]  # of the width
    ruled: str = "box"  # box: a table of its own; column: only the rule between the columns of the form's own cell


Block = Para | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label with its value."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands above the form, its rows, and what follows them."""

    top: tuple[Para, ...]
    rows: tuple[Row, ...]
    tail: tuple[Block, ...] = ()
    running: str | None = None  # a header repeated on every page


def bold(text: str, **more: object) -> Para:
    """A paragraph emphasised throughout."""
    return Para(text=text, bold=len(text), **more)  # type: ignore[arg-type]
