"""Where questions and answers begin and end in the lines of a passage."""

from __future__ import annotations

from itertools import pairwise

from extractors.fields import marker, ordinal, speaker, unmarked
from extractors.fields.passage import Passage
from extractors.fields.text import flat
from extractors.fields.unmarked import Span, mark, question_at, sentence_start

_MOSTLY = 0.6
_FEW = 2


def spans(whole: Passage) -> tuple[Span, ...]:
    """The pairs of a passage, in order."""
    told, asked = sum(map(bool, whole.answers)), sum(map(bool, whole.questions))
    emphasised = unmarked.emphasised(whole) if asked < _FEW else []
    if emphasised and len(emphasised) > told * _FEW:
        starts = emphasised
    elif told:
        starts = _answered(whole)
    elif asked:
        starts = [question_at(whole, i) for i in range(len(whole.lines)) if whole.questions[i]]
    else:
        greeted = unmarked.greeted(whole)
        counted = unmarked.numbered(whole)
        starts = greeted if len(greeted) > len(counted) else counted or unmarked.plain(whole)
    ends = [*(span.start for span in starts[1:]), *[len(whole.lines)][: len(starts)]]
    return tuple(
        Span(span.start, min(span.answer, end), end, span.question_mark, span.answer_mark)
        for span, end in zip(starts, ends, strict=True)
    )


def _answered(whole: Passage) -> list[Span]:
    """Pairs whose answers are marked, and marked questions without a marked answer among them."""
    done: list[Span] = []
    expected: ordinal.Number | None = None
    before = -1
    marked = [i for i, end in enumerate(whole.answers) if end]
    rely_on_marks = sum(map(bool, whole.questions)) >= len(marked) * _MOSTLY
    for i in marked:
        found, start = _asked_between(whole, before + 1, i)
        done += found
        if start is None:
            start = _nearest(whole, before + 1, i, expected)
            if rely_on_marks and not (_asks_at_last(whole, start, i) if done else _may_ask(whole, start)):
                start = None
            found, start = _counted_before(whole, start, i)
            done += found
            expected = whole.numbers[start] or expected if start is not None else expected
        if start is not None:
            done.append(Span(start, i, i, mark(whole, start), whole.answers[i] or 0))
        before = i
    found, start = _asked_between(whole, before + 1, len(whole.lines))
    return [*done, *found, *([question_at(whole, start)] if start is not None else [])]


def _asked_between(whole: Passage, low: int, high: int) -> tuple[list[Span], int | None]:
    """The marked questions of which others follow behind their answers; and where the last begins, or those with it."""
    asked = [i for i in range(low, high) if whole.questions[i]]
    found: list[Span] = []
    start: int | None = None
    for i, following in pairwise([*asked, high]):
        span = question_at(whole, i)
        is_told = span.answer < following < high
        if is_told:
            found.append(span)
        start = None if is_told else i if start is None else start
    return found, start


def _may_ask(whole: Passage, start: int | None) -> bool:
    """Whether the text before a first answer may be its question: no speech, and not the one who leads the meeting."""
    return start is not None and speaker.hosts(whole.lines[start].text) is None


def _asks_at_last(whole: Passage, start: int | None, end: int) -> bool:
    """Whether a paragraph that no mark opens asks, and an answer follows it."""
    return start is not None and whole.opens[start] and flat(whole.lines[start:end]).endswith(("？", "?"))


def _counted_before(whole: Passage, start: int | None, end: int) -> tuple[list[Span], int | None]:
    """Numbered questions whose answers bear no mark, before the last one that counts on; and where that one starts."""
    found: list[Span] = []
    while start is not None:
        number = whole.numbers[start]
        following = next((j for j in range(start + 1, end) if number and _counts_on(whole, j, number)), None)
        told = "" if following is None else flat(whole.lines[whole.paragraph_end(start) : following])
        if following is None or not told or marker.asks(told):
            break
        found.append(question_at(whole, start))
        start = following
    return found, start


def _counts_on(whole: Passage, i: int, before: ordinal.Number) -> bool:
    number = whole.numbers[i]
    return number is not None and whole.opens[i] and (number.style, number.value) == (before.style, before.value + 1)


def _nearest(whole: Passage, low: int, high: int, last: ordinal.Number | None) -> int | None:
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
    if low >= high:
        return None
    start = whole.paragraph_start(high - 1)
    return start if start >= low else sentence_start(whole, low, high)
