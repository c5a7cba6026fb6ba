"""Figures as rows: the quantities that the answers of a record name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import figure
from extractors.records import Question

_AROUND = 12  # characters kept on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity that an answer names; a record, with the table's name and columns."""

    record_id: str
    ordinal: int  # of the question
    number: int  # from 1, within the answer
    amount: str  # as printed, with its unit
    value: float | None  # in the unit; None for a range
    low: float | None  # None unless a range
    high: float | None
    unit: str | None  # None where none is printed: 1.2亿
    approximation: str | None  # about, nearly, over or under
    compared: str | None  # yoy or qoq
    change: str | None  # up or down
    before: str  # the characters before it
    after: str
    answer_start: int  # span in Question.answer, in characters
    answer_end: int


def figures(questions: Iterable[Question]) -> Iterator[Figure]:
    """The figures of these questions' answers, in order."""
    for asked in questions:
        for number, found in enumerate(figure.parse(asked.answer), 1):
            yield _row(asked, number, found)


def _row(asked: Question, number: int, found: figure.Found) -> Figure:
    answer = asked.answer
    return Figure(
        record_id=asked.record_id,
        ordinal=asked.ordinal,
        number=number,
        amount=answer[found.start : found.end],
        value=_float(found.value),
        low=_float(found.low),
        high=_float(found.high),
        unit=found.unit,
        approximation=found.sense.approximation,
        compared=found.sense.compared,
        change=found.sense.change,
        before=answer[max(0, found.start - _AROUND) : found.start],
        after=answer[found.end : found.end + _AROUND],
        answer_start=found.start,
        answer_end=found.end,
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
