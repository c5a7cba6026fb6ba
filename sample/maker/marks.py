"""Marks on a page: words, rules and shades; points, origin top left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sample.maker.lines import Printed


@dataclass(frozen=True, slots=True)
class Text:
    """Words on a baseline."""

    x: float
    y: float
    line: Printed


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A rectangle behind text."""

    x0: float
    y0: float
    x1: float
    y1: float


Mark = Text | Rule | Shade


def lowered(mark: Mark, dy: float) -> Mark:
    """The mark further down."""
    if isinstance(mark, Text):
        return replace(mark, y=mark.y + dy)
    return replace(mark, y0=mark.y0 + dy, y1=mark.y1 + dy)
