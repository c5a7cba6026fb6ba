"""Coverage of Chinese: the runs of a text that none of the values read from it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from extractors.fields.text import fold

HAN = re.compile(r"[㐀-鿿]")
_OTHERS = re.compile(r"[^㐀-鿿]+")
_NAME = 24  # characters; what is longer stands nowhere else


def uncovered(text: str, values: Iterable[str | None]) -> Iterator[str]:
    """The runs of the text that no value covers."""
    free = bytearray(b"\1") * len(text)
    at = 0
    for wanted in sorted((_han_of(value or "") for value in values), key=_is_short):
        start = _free_place(text, wanted, free, at) if wanted else -1
        if start >= 0:
            at = start + len(wanted)
            free[start:at] = bytes(len(wanted))
    for run in re.finditer(rb"\x01+", free):
        yield text[run.start() : run.end()]


def han(texts: Iterable[str]) -> str:
    """The Han characters of texts, one behind the other, radicals folded."""
    return _han_of("".join(texts))


def _is_short(text: str) -> int:
    """Long values first in their order, then names from the longest: a short one may stand inside a longer one."""
    return max(_NAME - len(text), 0)


def _free_place(text: str, wanted: str, free: bytearray, at: int) -> int:
    """Where the wanted text stands uncovered, from `at` on or else before it; -1 where nowhere."""
    for start in chain((text.find(wanted, at),), _places(text, wanted)):
        if start >= 0 and free.find(0, start, start + len(wanted)) < 0:
            return start
    return -1


def _places(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


@lru_cache(maxsize=4096)  # names stand in several sections
def _han_of(text: str) -> str:
    return _OTHERS.sub("", fold(text))
