"""The lines of the conversation with what opens each of them: a paragraph, a mark, a running number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fields import closing, marker, ordinal, speaker
from extractors.fields.paragraph import breaks_after, frame
from extractors.fields.text import cut, flat, join, tidy
from extractors.readers.form import Line

_SENTENCE_ENDS = ("。", "？", "！", "?", "!", "…", "”", "；")
_MOSTLY = 0.6
_SOME = 0.3  # of the company's words: so often visitors speak in a transcript
_FEW = 2
_SAID = 6  # characters of the shortest answer that runs on behind its question
_ASKED = re.compile(r"(?:[^。！!？?]*[？?]\s*)+")  # sentences that ask, from the start on
_BROKEN = re.compile(r"[？?。！!](?P<tail>[^？?。！!，,：:]{1,5})$")  # behind the last sentence of a line

Ends = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines with what opens each of them."""

    lines: tuple[Line, ...]
    opens: tuple[bool, ...]  # a paragraph begins with the line
    questions: Ends  # end of the mark
    answers: Ends
    numbers: tuple[ordinal.Number | None, ...]

    def part(self, start: int, end: int, mark: int) -> tuple[Line, ...]:
        """The lines of a span, the mark cut off the first."""
        if start >= end:
            return ()
        return (cut(self.lines[start], mark), *self.lines[start + 1 : end])

    def joined(self, part: Sequence[Line]) -> str:
        """Lines of this passage as text, paragraphs parted by newline."""
        groups: list[list[str]] = []
        around = frame(self.lines)
        for i, line in enumerate(part):
            if groups and not breaks_after(part[i - 1], line, around):
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
    lines = _mended(lines)
    whole = _passage(lines, [marker.inline_marks(line.text) for line in lines])
    runs_on = _runs_on(whole)
    return _passage(whole.lines, runs_on, whole.opens) if any(runs_on) else whole


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
    opens = _opens(cutting, cuts)
    numbers = _numbers(texts, opens)
    questions, answers = _marks(texts, opens, numbers)
    return Passage(tuple(cutting), opens, questions, answers, numbers)


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, a mark inside one that the line's end broke whole again on the next."""
    done = list(lines)
    for i in range(1, len(done)):
        found = _BROKEN.search(done[i - 1].text) if ":" in done[i].text[:6] or "：" in done[i].text[:6] else None
        if found and (marker.inline_marks(found.group() + done[i].text) or [0])[0] in range(1, len(found.group())):
            at = found.start("tail")
            done[i] = replace(done[i], text=found["tail"] + done[i].text, bold=done[i].bold and done[i].bold + len(found["tail"]))
            done[i - 1] = cut(done[i - 1], 0, at)
    return done


def _runs_on(whole: Passage) -> list[tuple[int, ...]]:
    """Where lines are to be cut since unmarked answers stand in the paragraphs of their questions; mostly, or nowhere."""
    places: list[tuple[int, ...]] = [()] * len(whole.lines)
    if any(whole.answers):
        return places
    heads = [i for i, end in enumerate(whole.questions) if end] or [
        i for i, number in enumerate(whole.numbers) if number and whole.opens[i] and "？" in _folded(whole.paragraph(i))
    ]
    found = [(i, place) for i in heads if (place := _told_inside(whole, i))]
    if len(found) >= max(_FEW, _MOSTLY * len(heads)):
        for _, (line, at) in found:
            places[line] = (at,)
    return places


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


def _folded(text: str) -> str:
    return text.replace("?", "？")


def _numbers(texts: Sequence[str], opens: Sequence[bool]) -> tuple[ordinal.Number | None, ...]:
    """The running number of each line; a Chinese one only where its paragraph asks, since it counts sections too."""
    found = [ordinal.number(text) for text in texts]
    starts = [*(i for i, begins in enumerate(opens) if begins), len(texts)]
    for start, end in pairwise(starts):
        if found[start] is None and "？" in _folded("".join(texts[start:end])):
            found[start] = ordinal.han_number(texts[start])
    return tuple(found) if any(found) else _digits(texts, starts)


def _digits(texts: Sequence[str], starts: Sequence[int]) -> tuple[ordinal.Number | None, ...]:
    """Numbers that only a blank parts from their text: where no others stand, those that ask and count on from 1."""
    found: list[ordinal.Number | None] = [None] * len(texts)
    expected = 1
    for start, end in pairwise(starts):
        number = ordinal.bare_number(texts[start])
        if number and number.value == expected and _folded("".join(texts[start:end])).rstrip().endswith("？"):
            found[start] = number
            expected += 1
    return tuple(found) if expected > _FEW else (None,) * len(texts)


def _marks(texts: Sequence[str], opens: Sequence[bool], numbers: Sequence[object]) -> tuple[Ends, Ends]:
    """The ends of question marks and of answer marks: words, or where words are missing those who speak."""
    answers = tuple(_standing(marker.answer_end(text), i, texts, opens) for i, text in enumerate(texts))
    questions = _questions(texts, opens, answers)
    begins = [opens[i] or texts[i - 1].rstrip().endswith(_SENTENCE_ENDS) for i in range(len(texts))]
    if not any(answers):
        answers = _bare_answers(texts, begins, questions, numbers)
    if any(questions) and any(answers):
        return questions, answers
    told = answers if any(answers) else _named(texts, begins, _said(texts, begins, speaker.tells))
    asked = questions if any(questions) else _said(texts, begins, speaker.asks)
    if not any(asked) and any(told):
        asked = _said(texts, begins, speaker.hosts) if not any(answers) and not any(numbers) else asked
    if any(told) and sum(map(bool, asked)) >= _SOME * sum(map(bool, told)):
        return tuple(None if answers[i] else end for i, end in enumerate(asked)), told
    return questions, answers if any(answers) else _told_behind(texts, numbers, told)


def _said(texts: Sequence[str], begins: Sequence[bool], says: Callable[[str], int | None]) -> Ends:
    return tuple(says(text) if begins[i] else None for i, text in enumerate(texts))


def _named(texts: Sequence[str], begins: Sequence[bool], told: Ends) -> Ends:
    """The company's words with those of people by their name alone, where the company's people spoke with titles too."""
    titled = "".join(text[:end] for text, end in zip(texts, told, strict=True) if end)
    names = (speaker.name(text) if begins[i] else None for i, text in enumerate(texts))
    ends = (text.replace(":", "：").index("：") + 1 if name and name in titled else None for text, name in zip(texts, names, strict=True))
    return tuple(one or end for one, end in zip(told, ends, strict=True))


def _told_behind(texts: Sequence[str], numbers: Sequence[object], told: Ends) -> Ends:
    """The company's speakers as marks of answers to numbered questions: most follow one that asks, or none counts."""
    speaking = [i for i, end in enumerate(told) if end]
    behind = sum(1 for i in speaking if i and (numbers[i - 1] or _folded(texts[i - 1]).rstrip().endswith("？")))
    return told if len(speaking) >= _FEW and behind >= _MOSTLY * len(speaking) else (None,) * len(told)


def _bare_answers(texts: Sequence[str], begins: Sequence[bool], questions: Ends, numbers: Sequence[object]) -> Ends:
    """Marks of answers without a colon: only where two or more open paragraphs behind questions."""
    found = tuple(marker.bare_answer(text) if begins[i] else None for i, text in enumerate(texts))
    asked = sum(map(bool, questions)) or sum(map(bool, numbers))
    count = sum(map(bool, found))
    return found if _FEW <= count <= asked else (None,) * len(found)


def _opens(lines: Sequence[Line], cuts: set[int]) -> tuple[bool, ...]:
    """Which lines begin a paragraph: by the layout, behind a cut, with a greeting, or turning to something else."""
    around = frame(lines)
    found = [True, *(breaks_after(a, b, around) for a, b in pairwise(lines))][: len(lines)]
    for i, line in enumerate(lines):
        behind = "".join(one.text for one in lines[i + 1 : i + 3])
        turns = i > 0 and closing.turns(lines[i - 1].text, line.text, behind)
        found[i] = found[i] or i in cuts or marker.greets(line.text) or turns
    for i in _counting_on([line.text for line in lines], found):
        found[i] = True
    return tuple(found)


def _counting_on(texts: Sequence[str], opens: Sequence[bool]) -> Iterator[int]:
    """Lines behind the end of a sentence whose number counts on from an open one, or begins to count: full lines hide them."""
    last: ordinal.Number | None = None
    for i, text in enumerate(texts):
        number = ordinal.number(text)
        if number is None:
            continue
        if opens[i]:
            last = number
        elif (number.value == 1 or (last and number.follows(last))) and texts[i - 1].rstrip().endswith((*_SENTENCE_ENDS[:-1], "：")):
            yield i
            last = number


def _questions(texts: Sequence[str], opens: Sequence[bool], answers: Ends) -> Ends:
    """The end of each line's question mark; a bare Q1 is one only where such marks count on, and no other stands."""
    found = [
        None if answers[i] else _standing(marker.question_end(text), i, texts, opens) for i, text in enumerate(texts)
    ]
    if any(found):
        return _ordered(found, texts, opens)
    expected = 1
    for i, text in enumerate(texts):
        begins = opens[i] or texts[i - 1].rstrip().endswith(_SENTENCE_ENDS)
        bare = marker.bare_question(text) if begins else None
        if bare and bare.value == expected:
            found[i] = bare.end
            expected += 1
    lone = [i for i, text in enumerate(texts) if opens[i] and marker.lone_question(text)]
    if not any(found) and len(lone) >= _FEW:
        found = [marker.lone_question(text) if i in lone else None for i, text in enumerate(texts)]
    return tuple(found)


def _ordered(found: list[int | None], texts: Sequence[str], opens: Sequence[bool]) -> Ends:
    """The marks without words behind running numbers (9、媒体提问：) where most numbers that ask bear none: content."""
    starts = [*(i for i, begins in enumerate(opens) if begins), len(texts)]
    asking = (i for i, end in pairwise(starts) if found[i] or "？" in _folded("".join(texts[i:end])))
    counted = [i for i in asking if ordinal.number(texts[i])]
    worded = [i for i in counted if found[i]]
    few = len(worded) < _MOSTLY * len(counted)
    return tuple(None if few and i in worded else end for i, end in enumerate(found))


def _standing(end: int | None, i: int, texts: Sequence[str], opens: Sequence[bool]) -> int | None:
    """The end of a mark; none where the mark is the whole line and only the rest of a sentence."""
    text = texts[i].rstrip()
    alone = end is not None and end >= len(text) and not opens[i]
    behind = alone and text.endswith((":", "：")) and texts[i - 1].rstrip().endswith(_SENTENCE_ENDS)
    return None if alone and not behind else end
