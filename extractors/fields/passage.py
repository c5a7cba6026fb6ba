"""The lines of the conversation with what opens each of them: a paragraph, a mark, a running number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fields import closing, colon, marker, ordinal, speaker, style
from extractors.fields.paragraph import Frame, breaks_after, frame
from extractors.fields.style import SENTENCE_ENDS, Ends
from extractors.fields.text import cut, flat, join, tidy
from extractors.readers.form import Line

_MOSTLY = 0.6
_FEW = 2
_SAID = 6  # characters of the shortest answer that runs on behind its question
_ASKED = re.compile(r"(?:[^。！!？?]*[？?]\s*)+")  # sentences that ask, from the start on
_NUMBER_INSIDE = re.compile(
    r"(?<=[。！？!?…；;])\s*(?=(?:\d{1,2}\s*[、.．]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[②-⑳])\s*[^\d\s])"
)
_SENTENCE_ENDS_INSIDE = re.compile(r"[。！!；;](?=.)")
_BROKEN = re.compile(r"[？?。！!](?P<tail>[^？?。！!，,：:]{1,5})$")  # behind the last sentence of a line


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines with what opens each of them."""

    lines: tuple[Line, ...]
    opens: tuple[bool, ...]  # a paragraph begins with the line
    questions: Ends  # end of the mark
    answers: Ends
    numbers: tuple[ordinal.Number | None, ...]
    around: Frame  # of all lines

    def part(self, start: int, end: int, mark: int) -> tuple[Line, ...]:
        """The lines of a span, the mark cut off the first."""
        if start >= end:
            return ()
        return (cut(self.lines[start], mark), *self.lines[start + 1 : end])

    def joined(self, part: Sequence[Line]) -> str:
        """Lines of this passage as text, paragraphs parted by newline."""
        groups: list[list[str]] = []
        for i, line in enumerate(part):
            if groups and not breaks_after(part[i - 1], line, self.around):
                groups[-1].append(line.text)
            else:
                groups.append([line.text])
        return "\n".join(filter(None, (tidy(join(group)) for group in groups)))

    def paragraph_start(self, i: int) -> int:
        """The first line of the paragraph that holds the line."""
        while i > 0 and not self.opens[i]:
            i -= 1
        return i

    def paragraph_end(self, i: int) -> int:
        """The line behind the paragraph that holds the line."""
        i += 1
        while i < len(self.lines) and not self.opens[i]:
            i += 1
        return i

    def paragraph(self, i: int) -> str:
        """The text from a line to the end of its paragraph."""
        return flat(self.lines[i : self.paragraph_end(i)])


def passage(lines: Sequence[Line]) -> Passage:
    """The lines as a passage; a line is cut where marks stand inside it, or where answers run on behind questions."""
    lines = colon.given(_mended(lines))
    whole = _passage(lines, [marker.inline_marks(line.text) for line in lines])
    counted = _counted_together(whole)
    whole = _passage(whole.lines, counted, whole.opens) if any(counted) else whole
    for places in (_runs_on(whole), _counted_inside(whole)):
        if any(places):
            return _passage(whole.lines, places, whole.opens)
    return whole


def _passage(lines: Sequence[Line], places: Sequence[Sequence[int]], opened: Sequence[bool] = ()) -> Passage:
    """The lines cut at the places, with what opens each of them; paragraphs that are known to be opened stay so."""
    cutting: list[Line] = []
    cuts: set[int] = set()
    for i, line in enumerate(lines):
        ends = [0, *places[i], len(line.text)]
        parts = [cut(line, start, end) for start, end in pairwise(ends)] if places[i] else [line]
        for number, part in enumerate(part for part in parts if part.text.strip()):
            if number or (opened and opened[i]):
                cuts.add(len(cutting))
            cutting.append(part)
    texts = [line.text for line in cutting]
    around = frame(cutting)
    opens = _opens(cutting, cuts, around)
    numbers = style.numbers(texts, opens)
    questions, answers = style.marks(texts, opens, numbers)
    return Passage(tuple(cutting), opens, questions, answers, numbers, around)


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, a mark inside one that the line's end broke whole again on the next."""
    done = list(lines)
    for i in range(1, len(done)):
        found = _BROKEN.search(done[i - 1].text) if ":" in done[i].text[:6] or "：" in done[i].text[:6] else None
        if found and (marker.inline_marks(found.group() + done[i].text) or [0])[0] in range(1, len(found.group())):
            at = found.start("tail")
            done[i] = replace(
                done[i], text=found["tail"] + done[i].text, bold=done[i].bold and done[i].bold + len(found["tail"])
            )
            done[i - 1] = cut(done[i - 1], 0, at)
    return done


def _runs_on(whole: Passage) -> list[tuple[int, ...]]:
    """Where lines are cut since unmarked answers stand in the paragraphs of their questions: mostly, or nowhere."""
    places: list[tuple[int, ...]] = [()] * len(whole.lines)
    if any(whole.answers):
        return places
    heads = [i for i, end in enumerate(whole.questions) if end] or [
        i for i, number in enumerate(whole.numbers) if number and whole.opens[i] and style.asks(whole.paragraph(i))
    ]
    found = [(i, place) for i in heads if (place := _told_inside(whole, i))]
    if len(found) >= max(_FEW, _MOSTLY * len(heads)):
        for _, (line, at) in found:
            places[line] = (at,)
    return places


def _counted_inside(whole: Passage) -> list[tuple[int, ...]]:
    """Where lines are cut since a numbered question stands in the paragraph of the answer before it: `2、…？答：`."""
    places: list[tuple[int, ...]] = [()] * len(whole.lines)
    last: ordinal.Number | None = None
    before = 0
    for answer in (i for i, end in enumerate(whole.answers) if end):
        opened = [number for i in range(before, answer) if whole.opens[i] and (number := whole.numbers[i])]
        found = _next_inside(whole, before, answer, last) if last and not opened else None
        if found:
            places[found[0]] += (found[1],)
        last = found[2] if found else opened[-1] if opened else last
        before = answer
    return places


def _next_inside(whole: Passage, start: int, end: int, last: ordinal.Number) -> tuple[int, int, ordinal.Number] | None:
    """The line and place of the number that counts on from the last, and that number, before a question up to `end`."""
    for i in range(end - 1, start - 1, -1):
        for found in _NUMBER_INSIDE.finditer(whole.lines[i].text):
            text = whole.lines[i].text[found.end() :]
            number = ordinal.number(text) or ordinal.han_number(text)
            asked = text + flat(whole.lines[i + 1 : end])
            if number and number.follows(last) and marker.asks(asked) and not _SENTENCE_ENDS_INSIDE.search(asked):
                return i, found.end(), number
    return None


def _counted_together(whole: Passage) -> list[tuple[int, ...]]:
    """Where lines are cut since all questions and unmarked answers stand in one paragraph: `1、…？…。2、…？…。`."""
    places: list[tuple[int, ...]] = [()] * len(whole.lines)
    if any(whole.answers) or any(whole.questions):
        return places
    for i, number in enumerate(whole.numbers):
        if number and number.value == 1 and whole.opens[i] and style.asks(whole.lines[i].text):
            for line, at in _next_together(whole, i, number):
                places[line] += (at,)
    return places


def _next_together(whole: Passage, start: int, last: ordinal.Number) -> Iterator[tuple[int, int]]:
    """The lines and places in a paragraph where questions begin whose numbers count on, something told before each."""
    lines = whole.lines[start : whole.paragraph_end(start)]
    text = "".join(line.text for line in lines)
    asked = _ASKED.match(text, last.end)
    before = 0  # characters of the lines before
    for i, line in enumerate(lines, start):
        for found in _NUMBER_INSIDE.finditer(line.text):
            at = before + found.end()
            number = ordinal.number(text[at:]) or ordinal.han_number(text[at:])
            following = _ASKED.match(text, at + number.end) if number and number.follows(last) else None
            is_told = asked is not None and at - asked.end() >= _SAID
            if number and following and is_told and len(text) - following.end() >= _SAID:
                yield i, found.end()
                last, asked = number, following
        before += len(line.text)


def _told_inside(whole: Passage, start: int) -> tuple[int, int] | None:
    """The line and place inside a question's paragraph where its answer begins; None where it does not stand there."""
    end = whole.paragraph_end(start)
    texts = [line.text for line in whole.lines[start:end]]
    asked = _ASKED.match("".join(texts))
    if not asked or len("".join(texts)) - asked.end() < _SAID:
        return None
    at = asked.end()
    for i, text in enumerate(texts, start):
        if at < len(text):
            return (i, at) if at else None
        at -= len(text)
    return None


def _opens(lines: Sequence[Line], cuts: set[int], around: Frame) -> tuple[bool, ...]:
    """Which lines begin a paragraph: by the layout, behind a cut, with a greeting, or turning to something else."""
    found = [True, *(breaks_after(a, b, around) for a, b in pairwise(lines))][: len(lines)]
    for i, line in enumerate(lines):
        behind = "".join(one.text for one in lines[i + 1 : i + 5])
        turns = i > 0 and closing.turns(lines[i - 1].text, line.text, behind)
        found[i] = found[i] or i in cuts or marker.greets(line.text) or turns or (i > 0 and _speaks(lines, i))
    for i in _counting_on([line.text for line in lines], found):
        found[i] = True
    return tuple(found)


def _speaks(lines: Sequence[Line], i: int) -> bool:
    """Whether a visitor speaks on a line, behind one that ends a sentence or announces what follows."""
    return lines[i - 1].text.rstrip().endswith(("：", ":", *SENTENCE_ENDS)) and speaker.asks(lines[i].text) is not None


def _counting_on(texts: Sequence[str], opens: Sequence[bool]) -> Iterator[int]:
    """Lines behind a sentence's end whose number counts on from an open one, or is the first: full lines hide them."""
    last: ordinal.Number | None = None
    for i, text in enumerate(texts):
        number = ordinal.number(text) or ordinal.han_number(text)
        if number is None:
            continue
        if opens[i]:
            last = number
        elif (number.value == 1 or (last and number.follows(last))) and texts[i - 1].rstrip().endswith(
            (*SENTENCE_ENDS[:-1], "：")
        ):
            yield i
            last = number
