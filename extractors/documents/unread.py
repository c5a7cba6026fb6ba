"""What a form's reading left open: unknown labels and ticks, a choice not made, hours in which no date stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.fields.category import Categories
from extractors.records import ParseFailure


def failures(
    document_id: str, labels: Iterable[str], categories: Categories | None, undated: str | None = None
) -> Iterator[ParseFailure]:
    """One row for each; `categories` is None where the form has no such row, `undated` is 时间 without a date."""
    for ordinal, (error, label, detail) in enumerate(_found(labels, categories, undated), 1):
        yield ParseFailure(
            document_id=document_id, ordinal=ordinal, stage="label", error=error, label=label, detail=detail
        )


def _found(labels: Iterable[str], categories: Categories | None, undated: str | None) -> Iterator[tuple[str, str, str]]:
    for label in labels:
        yield "UnknownLabel", label, "no rule knows this label; its text is in activity_record.text"
    if undated:
        yield "NoDate", "sessions", f"no date is found in {undated[:80]!r}"
    if categories is None:
        return
    for char in categories.unknown:
        yield "UnknownTick", "category", f"U+{ord(char):04X} is no known tick"
    if not categories.ticked:
        yield "NoTick", "category", "no option is ticked, or its mark was lost"
