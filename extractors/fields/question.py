"""Questions and answers of 投资者关系活动主要内容介绍.

Where answers are marked, each mark closes a question: the nearest mark, running number in sequence,
emphasised run or asking paragraph before it opens that question. Where only questions are marked, or
emphasised, or numbered, the answer is what follows. Everything else is narrative.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extractors.fields import closing, ordinal, speaker
from extractors.fields.boundary import spans
from extractors.fields.passage import Passage, passage
from extractors.fields.text import flat, running
from extractors.fields.unmarked import Span
from extractors.readers.form import Line


@dataclass(frozen=True, slots=True)
class Pair:
    """One question with its whole answer, and the lines on which they stand."""

    question: str
    answer: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Pairs in order, and the text outside them."""

    pairs: tuple[Pair, ...]
    narrative: str | None


def parse(lines: Sequence[Line]) -> Content:
    """The questions, answers and narrative of a cell."""
    whole = passage(lines)
    read = [(span, _pair(whole, span)) for span in _trimmed(whole, spans(whole))]
    pairs = tuple(pair for _, pair in read if pair.question)
    found = [span for span, pair in read if pair.question]
    used = {i for span in found for i in range(span.start, span.end)}
    rest = [i for i in range(len(whole.lines)) if i not in used]
    runs = [[i for _, i in run] for _, run in groupby(enumerate(rest), key=lambda pair: pair[1] - pair[0])]
    narrative = "\n".join(filter(None, (running([whole.lines[i] for i in run]) for run in runs)))
    return Content(pairs, narrative or None)


def _pair(whole: Passage, span: Span) -> Pair:
    asked = whole.part(span.start, span.answer, span.question_mark)
    told = whole.part(span.answer, span.end, span.answer_mark)
    question, answer = whole.joined(asked).replace("\n", ""), whole.joined(told)
    return Pair(question, answer, (*asked, *told))


def _trimmed(whole: Passage, found: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without headings and closing sentences at the ends of their answers."""
    done: list[Span] = []
    sections: dict[str, ordinal.Number] = {}  # the last heading of each style outside answers
    before = 0  # where the span before ends
    for i, span in enumerate(found):
        sections |= _sections(whole, before, span.start)
        end = _section_end(whole, span, sections)
        end = _before_closing(whole, span, end) if i == len(found) - 1 else _before_heading(whole, span, end)
        before = end
        done.append(replace(span, end=end))
    return tuple(done)


def _sections(whole: Passage, start: int, end: int) -> dict[str, ordinal.Number]:
    """The last heading of each style between two lines."""
    headings = (ordinal.heading(line.text) for i, line in enumerate(whole.lines[start:end], start) if whole.opens[i])
    return {heading.style: heading for heading in headings if heading}


def _section_end(whole: Passage, span: Span, sections: Mapping[str, ordinal.Number]) -> int:
    """Where the answer ends: before a heading that goes on counting the record's own sections, or that of a speech."""
    own: set[str] = set()  # styles in which the answer counts by itself
    for i in range(span.answer, span.end):
        if not whole.opens[i]:
            continue
        heading = ordinal.heading(whole.paragraph(i))
        own |= {heading.style} if heading and heading.value == 1 else set()
        last = sections.get(heading.style) if heading and heading.style not in own else None
        goes_on = heading is not None and last is not None and heading.follows(last)
        if i > span.answer and (goes_on or _is_speech(whole, span, i)):
            return i
    return span.end


def _is_speech(whole: Passage, span: Span, i: int) -> bool:
    paragraph = whole.paragraph(i)
    leads = speaker.hosts(paragraph) is not None
    return leads or (whole.lines[i].is_bold and whole.lines[span.start].is_bold and closing.heads_a_speech(paragraph))


def _before_heading(whole: Passage, span: Span, end: int) -> int:
    """The end of an answer before the next question: without a heading of another session between them."""
    start = whole.paragraph_start(end - 1) if end > span.answer + 1 else end
    is_heading = span.answer < start < end and closing.heads_a_session(flat(whole.lines[start:end]))
    return start if is_heading else end


def _before_closing(whole: Passage, span: Span, end: int) -> int:
    """The end of the last answer: before the first of the last few paragraphs that closes the record."""
    start, steps = end, 0
    first = end
    while start > span.answer + 1 and steps < 6:  # noqa: PLR2004 - closings are short
        behind, start = start, whole.paragraph_start(start - 1)
        text = flat(whole.lines[start : min(end, whole.paragraph_end(start))])
        is_last = first == behind  # nothing follows but what closes
        if start > span.answer and (closing.closes(text) if is_last else closing.closes_whatever_follows(text)):
            first = start
        steps += 1
    return first
