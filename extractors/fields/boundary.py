"""Where questions and answers begin and end in the lines of a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import marker
from extractors.fields.passage import Passage
from extractors.fields.text import flat

_MOSTLY = 0.6
_FEW = 2
_SHORT = 60  # characters of a question without a question mark


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of one pair: question from start, answer from `answer` up to end; characters of marks to cut off."""

    start: int
    answer: int
    end: int
    question_mark: int = 0
    answer_mark: int = 0


def spans(whole: Passage) -> tuple[Span, ...]:
    """The pairs of a passage, in order."""
    told, asked = sum(map(bool, whole.answers)), sum(map(bool, whole.questions))
    emphasised = _emphasised(whole) if asked < _FEW else []
    if emphasised and len(emphasised) > told * _FEW:
        starts = emphasised
    elif told:
        starts = _answered(whole)
    elif asked:
        starts = [_unanswered(whole, i, whole.questions[i] or 0) for i in range(len(whole.lines)) if whole.questions[i]]
    else:
        starts = _numbered(whole)
    ends = [*(span.start for span in starts[1:]), *[len(whole.lines)][: len(starts)]]
    return tuple(
        Span(span.start, min(span.answer, end), end, span.question_mark, span.answer_mark)
        for span, end in zip(starts, ends, strict=True)
    )


def _answered(whole: Passage) -> list[Span]:
    """Pairs whose answers are marked, and marked questions without a marked answer among them."""
    done: list[Span] = []
    expected: marker.Number | None = None
    before = -1
    marked = [i for i, end in enumerate(whole.answers) if end]
    rely_on_marks = sum(1 for i in whole.questions if i) >= len(marked) * _MOSTLY
    for i in [*marked, len(whole.lines)]:
        asked = [j for j in range(before + 1, i) if whole.questions[j]]
        alone, last = asked[:-1], asked[-1] if asked else None
        together: list[int] = []
        for j in alone:
            following = asked[asked.index(j) + 1]
            span = _unanswered(whole, j, whole.questions[j] or 0)
            if span.answer < following:
                done.append(span)
                together = []
            else:
                together.append(j)
        start = together[0] if together else last
        if i == len(whole.lines):
            if start is not None:
                done.append(_unanswered(whole, start, whole.questions[start] or 0))
            break
        if start is None and (not rely_on_marks or not done):
            start = _nearest(whole, before + 1, i, expected)
            unmarked, start = _counted_before(whole, start, i)
            done += unmarked
            expected = whole.numbers[start] or expected if start is not None else expected
        if start is not None:
            done.append(Span(start, i, i, _mark(whole, start), whole.answers[i] or 0))
        before = i
    return done


def _counted_before(whole: Passage, start: int | None, end: int) -> tuple[list[Span], int | None]:
    """Numbered questions whose answers bear no mark, before the last one that counts on; and where that one starts."""
    found: list[Span] = []
    while start is not None:
        number = whole.numbers[start]
        following = next((j for j in range(start + 1, end) if number and _counts_on(whole, j, number)), None)
        told = "" if following is None else flat(whole.lines[whole.paragraph_end(start) : following])
        if following is None or not told or marker.asks(told):
            break
        found.append(_unanswered(whole, start, _mark(whole, start)))
        start = following
    return found, start


def _counts_on(whole: Passage, i: int, before: marker.Number) -> bool:
    number = whole.numbers[i]
    return number is not None and whole.opens[i] and (number.style, number.value) == (before.style, before.value + 1)


def _mark(whole: Passage, i: int) -> int:
    """How many characters of a question's line are its mark."""
    number = whole.numbers[i]
    return whole.questions[i] or (number.end if number else marker.heading_end(whole.lines[i].text) or 0)


def _nearest(whole: Passage, low: int, high: int, last: marker.Number | None) -> int | None:
    """The line that opens the question before an answer's mark: a number in sequence, emphasis, or a paragraph."""
    numbered = [(i, number) for i in range(low, high) if (number := whole.numbers[i])]
    if last:
        numbered = [(i, number) for i, number in numbered if number.style == last.style] or numbered
        following = [i for i, number in numbered if number.value == last.value + 1]
        if following:
            return following[-1]
    numbered = [(i, number) for i, number in numbered if whole.opens[i]]
    first = [i for i, number in numbered if number.value == 1]
    if first:
        return first[-1]
    if numbered and (not last or marker.asks(flat(whole.lines[numbered[-1][0] : high]))):
        return numbered[-1][0]
    bold = [i for i in range(low, high) if whole.lines[i].is_bold]
    if bold:
        start = bold[-1]
        while start - 1 in bold and not whole.opens[start]:
            start -= 1
        return start
    return max(low, whole.paragraph_start(high - 1)) if low < high else None


def _unanswered(whole: Passage, start: int, mark: int) -> Span:
    """A question whose answer has no mark: it ends with its emphasis, or with its paragraph."""
    end = start + 1
    if whole.lines[start].is_bold:
        while end < len(whole.lines) and whole.lines[end].is_bold and not _opens_question(whole, end):
            end += 1
    else:
        end = whole.paragraph_end(start)
        for i in range(start, end - 1):
            if whole.lines[i].text.rstrip().endswith(("？", "?")):
                following = flat(whole.lines[i + 1 : end])
                end = end if marker.asks(following) else i + 1
                break
    return Span(start, end, end, mark, 0)


def _opens_question(whole: Passage, i: int) -> bool:
    return whole.questions[i] is not None or (whole.opens[i] and whole.numbers[i] is not None)


def _emphasised(whole: Passage) -> list[Span]:
    """Questions told from answers by emphasis alone."""
    bold = [line.is_bold for line in whole.lines]
    if not any(bold) or sum(bold) > len(bold) * _MOSTLY:
        return []
    runs = [(start, end, flat(whole.lines[start:end]).replace("?", "？")) for start, end in _runs(whole, bold)]
    runs = [run for run in runs if run[1] < len(whole.lines)]
    counted = [_asks(text) for start, _, text in runs if whole.numbers[start]]
    all_counted = sum(counted) >= len(counted) * _MOSTLY
    return [
        Span(start, end, end, _mark(whole, start), 0)
        for start, end, text in runs
        if _asks(text) or (all_counted and whole.numbers[start])
    ]


def _asks(text: str) -> bool:
    return "？" in text if marker.heading_end(text) is not None else marker.asks(text)


def _runs(whole: Passage, bold: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of emphasised lines, each cut before a numbered line and behind a heading."""
    start: int | None = None
    last = 0
    for i, is_bold in enumerate([*bold, False]):
        number = whole.numbers[i] if is_bold else None
        counts_on = number is not None and (whole.opens[i] or number.value == last + 1)
        if start is not None and (not is_bold or counts_on or _after_heading(whole, i)):
            yield start, i
            start = None
        last = number.value if number and counts_on else last
        if is_bold and start is None:
            start = i


def _after_heading(whole: Passage, i: int) -> bool:
    text = whole.lines[i - 1].text
    return whole.opens[i] and marker.heading_end(text) is not None and not marker.asks(text)


def _numbered(whole: Passage) -> list[Span]:
    """Questions that are numbered paragraphs which ask, in sequence."""
    done: list[Span] = []
    last: marker.Number | None = None
    for i, number in enumerate(whole.numbers):
        if not number or not whole.opens[i]:
            continue
        end = whole.paragraph_end(i)
        text = flat(whole.lines[i:end])
        follows = last is not None and (number.style, number.value) == (last.style, last.value + 1)
        asked = "？" in text.replace("?", "？") or (end < len(whole.lines) and marker.greets(whole.lines[end].text))
        asked = asked or (marker.asks(text) and len(text) <= _SHORT and not text.endswith("。"))
        if (number.value == 1 or follows) and asked and end < len(whole.lines):
            span = _unanswered(whole, i, number.end)
            done.append(span)
            last = number
    return done
