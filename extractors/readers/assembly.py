"""Blocks of a file to its Form, and to the Forms behind it where a file holds several, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.readers import outline, pairs, unruled
from extractors.readers.form import Block, Form, Line, TableRow, assemble, label_of, looks_like_label
from extractors.readers.pairs import IsLabel

_ENOUGH = 4  # different labels that make a form whole
_OF_HEAD = (
    "代码",
    "简称",
    "全称",
    "名称",
    "编号",
    "公司",
    "股票",
    "证券",
    "公告",
    "标题",
)  # in labels of the head's values


def form_of(blocks: tuple[Block, ...], is_label: IsLabel, page_count: int | None = None) -> Form:
    """The first Form of the blocks, with those that follow it; a form without a head has the head of the first."""
    rows = outline.rows(pairs.apart(unruled.parted(blocks, is_label), is_label), is_label)
    first, *others = (assemble(part, _with_first(part, is_label), page_count) for part in parts(rows, is_label))
    following = tuple(
        other if any(line.text.strip() for line in other.header) else replace(other, header=first.header)
        for other in others
    )
    return replace(first, following=following)


def parts(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each form: one begins where the first label of the form comes again, and is whole on both sides.

    The lines right above its first row are its head.
    """
    known = [(i, label_of(block)) for i, block in enumerate(blocks) if is_label(label_of(block))]
    starts = [i for i, label in known if label == known[0][1]]
    for start in reversed(starts[1:]):
        if not all(len({label for i, label in side}) >= _ENOUGH for side in _sides(known, starts, start)):
            starts.remove(start)
    cuts = [0, *(_head(blocks, start) for start in starts[1:]), len(blocks)]
    return tuple(blocks[start:end] for start, end in pairwise(cuts))


def _with_first(blocks: tuple[Block, ...], is_label: IsLabel) -> IsLabel:
    """What a label is; unknown ones in the rows right above the first known one are some too."""
    start = next((i for i, block in enumerate(blocks) if is_label(label_of(block))), 0)
    first: set[str] = set()
    while start and isinstance(above := blocks[start - 1], TableRow):
        label = label_of(above)
        if not looks_like_label(above, label) or any(word in label for word in _OF_HEAD):
            break
        first.add(label)
        start -= 1
    return (lambda label: label in first or is_label(label)) if first else is_label


def _sides(known: list[tuple[int, str]], starts: list[int], start: int) -> Iterator[list[tuple[int, str]]]:
    """The labels from the start before to this one, and from this one to the next."""
    at = starts.index(start)
    end = starts[at + 1] if at + 1 < len(starts) else known[-1][0] + 1
    yield [one for one in known if starts[at - 1] <= one[0] < start]
    yield [one for one in known if start <= one[0] < end]


def _head(blocks: tuple[Block, ...], start: int) -> int:
    """Where the head of the form begins whose first row stands at `start`."""
    while start and isinstance(blocks[start - 1], Line):
        start -= 1
    return start
