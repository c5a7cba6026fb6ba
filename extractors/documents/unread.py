"""What a form's reading left open: unknown labels and ticks, a choice not made, hours in which no date stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.fields.category import Categories
from extractors.readers.form import UNSURE
from extractors.records import ParseFailure


def failures(
    document_id: str,
    labels: Iterable[str],
    categories: Categories | None,
    undated: str | None = None,
    unseen: tuple[int, ...] = (),
) -> Iterator[ParseFailure]:
    """One row for each.

    `categories` is None where the form has no such row, `undated` is 时间 without a date, `unseen` are pages without
    text that were left out.
    """
    found = [*_found(labels, categories, undated), *_left_out(unseen)]
    for ordinal, (error, label, detail) in enumerate(found, 1):
        yield ParseFailure(
            document_id=document_id, ordinal=ordinal, stage="label", error=error, label=label, detail=detail
        )


def _left_out(unseen: tuple[int, ...]) -> Iterator[tuple[str, str | None, str]]:
    if unseen:
        numbers = ", ".join(map(str, unseen))
        yield "PagesUnread", None, f"pages without text were left out: {numbers}; `pip install 'jiyao[ocr]'` reads them"


def _found(
    labels: Iterable[str], categories: Categories | None, undated: str | None
) -> Iterator[tuple[str, str | None, str]]:
    for label in labels:
        yield "UnknownLabel", label, "no rule knows this label; its text is in activity_record.text"
    if undated:
        yield "NoDate", "sessions", f"no date is found in {undated[:80]!r}"
    if categories is None:
        return
    for char in categories.unknown:
        meaning = "stands for a box that the picture does not show clearly" if char == UNSURE else "is no known tick"
        yield "UnknownTick", "category", f"U+{ord(char):04X} {meaning}"
    if not categories.ticked:
        yield "NoTick", "category", "no option is ticked, or its mark was lost"
