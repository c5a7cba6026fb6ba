"""Printed lines to running text: lines of a paragraph joined, layout blanks removed, radicals folded."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.fields.paragraph import paragraphs
from extractors.readers.form import Grid, Line

HAN = "㐀-鿿"
_CJK = f"{HAN}　-〿＀-￯“”‘’…—"
_LAYOUT_BLANK = re.compile(
    rf"(?<=[{_CJK}])[ \t\u3000]+(?=[{_CJK}])|[ \t]+(?=[，。；：、？！）】》])|(?<=[（【《])[ \t]+"
)
_RADICALS = dict(
    zip("⺠⻓⻔⻋⻅⻛⻢⻩⻥⻄⺟⻆⻝⻰⻬⻦", "民长门车见风马黄鱼西母角食龙齐鸟", strict=True)
)  # CJK radicals that Unicode gives no compatibility mapping
_COMPATIBLE = {
    one: unicodedata.normalize("NFKC", one) for one in map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)))
}
_BLANK = re.compile(r"[ \t\u3000]+")
_BLANKS = {"\xa0": " ", "\u200b": "", "\ufeff": ""}
_PLAIN = str.maketrans(_RADICALS | _COMPATIBLE | _BLANKS)
_FOLDED = re.compile(f"[{''.join(map(chr, _PLAIN))}]+")  # few texts hold any, and to translate a whole one is slow
_WORD_END = re.compile(r"[A-Za-z0-9,.&)]")
_WORD_START = re.compile(r"[A-Za-z0-9(&]")
_PUNCTUATION_BLANK = re.compile(r"[ \t\u3000]+(?=[，。；：、？！）】》])|(?<=[（【《，。；：、？！])[ \t\u3000]+")
SOFT = "\u2060"  # stands in a flow where a line ends inside a paragraph: a blank of the text may be lost there
_COUNTED = re.compile(r"[㐀-鿿A-Za-z0-9]")


def fold(text: str) -> str:
    """The text with Kangxi and CJK radicals and compatibility ideographs as the characters they stand for.

    Full-width punctuation stays as printed.
    """
    return _FOLDED.sub(lambda found: found.group().translate(_PLAIN), text)


def tidy(text: str) -> str:
    """The text without blanks that only justify a line of Chinese.

    >>> tidy("产 品 在 内 的 AI 应用 ，")
    '产品在内的 AI 应用，'
    """
    return _BLANK.sub(" ", _LAYOUT_BLANK.sub("", fold(text))).strip()


def join(parts: Iterable[str]) -> str:
    """Lines of one paragraph as one text: a blank only between Latin words.

    >>> join(["Harvest Fund", "Management 张三、李", "四"])
    'Harvest Fund Management 张三、李四'
    """
    done = ""
    for part in parts:
        text = part.strip()
        blank = " " if _WORD_END.match(done[-1:]) and _WORD_START.match(text) else ""
        done += blank + text
    return done


def running(lines: Sequence[Line]) -> str:
    """All lines as one text, paragraphs parted by newline."""
    return "\n".join(tidy(join(line.text for line in group)) for group in paragraphs(lines))


def flat(lines: Sequence[Line]) -> str:
    """All lines as one text without breaks."""
    return tidy(join(line.text for line in lines))


def cut(line: Line, start: int, end: int | None = None) -> Line:
    """A part of a line; its place stays the line's."""
    end = len(line.text) if end is None else end
    return Line(
        text=line.text[start:end],
        page=line.page,
        box=line.box,
        bold=max(0, min(line.bold, end) - start),
        is_paragraph=line.is_paragraph,
    )


def fingerprint(lines: Iterable[Line]) -> str:
    """SHA-256 of the lines' Han characters, letters and digits: the same for the same words in any layout."""
    return hashlib.sha256("".join(_COUNTED.findall("".join(line.text for line in lines))).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text that knows for each character from which line it came."""

    text: str
    lines: tuple[Line, ...]
    owners: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that a span of the text came from, each once, in order."""
        return tuple(self.lines[i] for i in dict.fromkeys(self.owners[start:end]))


def flow(lines: Sequence[Line]) -> Flow:
    """The lines as running text, paragraphs parted by newline; blanks between names stay."""
    text, owners, number = "", [], 0
    groups = paragraphs(lines)
    for group in groups:
        joined = "\n" if text else ""
        spans = [number] * len(joined)
        for line in group:
            part = fold(line.text).strip()
            blank = " " if joined.strip() and _WORD_END.match(joined[-1:]) and _WORD_START.match(part) else ""
            soft = SOFT if joined.strip("\n") and not blank else ""
            joined += blank + soft + part
            spans += [number] * len(soft)
            spans += [number] * (len(blank) + len(part))
            number += 1
        text += joined
        owners += spans
    kept = [True] * len(text)
    for blank_run in _PUNCTUATION_BLANK.finditer(text):
        kept[blank_run.start() : blank_run.end()] = [False] * (blank_run.end() - blank_run.start())
    return Flow(
        "".join(char for char, keep in zip(text, kept, strict=True) if keep).replace("\t", " "),
        tuple(line for group in groups for line in group),
        tuple(owner for owner, keep in zip(owners, kept, strict=True) if keep),
    )


def beside(grid: Grid) -> str:
    """A grid's text, cells that stand side by side on one line with a blank between."""
    if all(len(cells) == 1 for cells in grid):
        return flow(tuple(line for cells in grid for cell in cells for line in cell)).text
    return "\n".join(" ".join(flow(cell).text for cell in cells if cell) for cells in grid)
