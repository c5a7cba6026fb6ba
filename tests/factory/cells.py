"""Made cells of 投资者关系活动主要内容介绍, written as text beside what a careful reader would find in them.

A case is `## name` and a paragraph a line, each behind a letter: N narrative, Q a question, q more of it, A an answer,
a more of it, QA a question and its answer in one paragraph, parted by ||; a star emphasises it. Marks that are no part
of a question or an answer stand in braces; ↵ ends a paragraph behind a mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.readers.form import Cell, Line
from tests.factory.lines import SIZE, printed, width_of

_MARK = re.compile(r"\{([^}]*)\}")
_NEVER_FIRST = "，。？；：、！）】"
Paragraph = tuple[str, bool]  # and whether it is emphasised


@dataclass(frozen=True, slots=True)
class Made:
    """One cell: its paragraphs, and the pairs and narrative that stand in it, without white space."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    pairs: tuple[tuple[str, str], ...]
    narrative: str


def cells(path: Path) -> tuple[Made, ...]:
    """The cases of a file."""
    return tuple(_made(text) for text in path.read_text(encoding="utf-8").split("## ")[1:])


def as_paragraphs(made: Made) -> Cell:
    """The cell as a format gives it that knows whole paragraphs."""
    return tuple(Line(text=text, bold=len(text) * bold, is_paragraph=True) for text, bold in made.paragraphs)


def as_page(made: Made, room: float, *, indent: int = 0, per_page: int = 1000) -> Cell:
    """The cell as pages print it: wrapped at the room's width, first lines indented, so many lines a page."""
    wrapped = [(line, bold) for text, bold in made.paragraphs for line in _wrapped("　" * indent + text, room)]
    return tuple(
        replace(line, bold=len(line.text) * bold)
        for page, start in enumerate(range(0, len(wrapped), per_page), 1)
        for line, bold in zip(
            printed(*(text for text, _ in wrapped[start : start + per_page]), room=room, page=page),
            (bold for _, bold in wrapped[start : start + per_page]),
            strict=True,
        )
    )


def _wrapped(text: str, room: float) -> list[str]:
    lines = [""]
    for char in text:
        if width_of(lines[-1] + char) > room and char not in _NEVER_FIRST and room > SIZE:
            lines.append("")
        lines[-1] += char
    return lines


def _made(text: str) -> Made:
    name, *rows = text.strip().split("\n")
    printed_as: list[Paragraph] = []
    pairs: list[list[str]] = []
    narrative = ""
    for row in rows:
        kind, _, content = row.partition(" ")
        bare = "".join(_MARK.sub("", content).split())
        printed_as += [(one, "*" in kind) for one in _MARK.sub(r"\1", content).replace("||", "").split("↵")]
        narrative += bare if kind[0] == "N" else ""
        if kind[0] == "Q":
            question, _, answer = bare.partition("||")
            pairs.append([question, answer])
        elif kind[0] != "N":
            pairs[-1]["qAa".index(kind[0]) > 0] += bare
    return Made(name, tuple(printed_as), tuple((asked, told) for asked, told in pairs), narrative)
