"""The lines of the conversation with what opens each of them: a paragraph, a mark, a running number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields import marker
from extractors.fields.paragraph import breaks_after, frame
from extractors.fields.text import cut, join, tidy
from extractors.readers.form import Line

_WHOLE = 2  # places of a line that is not cut: its ends
_SENTENCE_ENDS = ("。", "？", "！", "?", "!", "…", "”")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines with what opens each of them."""

    lines: tuple[Line, ...]
    opens: tuple[bool, ...]  # a paragraph begins with the line
    questions: tuple[int | None, ...]  # end of the mark
    answers: tuple[int | None, ...]
    numbers: tuple[marker.Number | None, ...]

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


def passage(lines: Sequence[Line]) -> Passage:
    """The lines as a passage; a line is cut where marks stand inside it."""
    cutting: list[Line] = []
    cuts: set[int] = set()
    for line in lines:
        places = [0, *marker.inline_marks(line.text), len(line.text)]
        parts = [cut(line, start, end) for start, end in pairwise(places)] if len(places) > _WHOLE else [line]
        for number, part in enumerate(part for part in parts if part.text.strip()):
            if number:
                cuts.add(len(cutting))
            cutting.append(part)
    texts = [line.text for line in cutting]
    opens = _opens(cutting, cuts)
    questions, answers = _marks(texts, opens)
    return Passage(tuple(cutting), opens, questions, answers, _numbers(texts, opens))


def _numbers(texts: Sequence[str], opens: Sequence[bool]) -> tuple[marker.Number | None, ...]:
    """The running number of each line; a Chinese one only where its paragraph asks, since it counts sections too."""
    found = [marker.number(text) for text in texts]
    starts = [*(i for i, begins in enumerate(opens) if begins), len(texts)]
    for start, end in pairwise(starts):
        if found[start] is None and "？" in "".join(texts[start:end]).replace("?", "？"):
            found[start] = marker.han_number(texts[start])
    return tuple(found)


def _marks(texts: Sequence[str], opens: Sequence[bool]) -> tuple[tuple[int | None, ...], tuple[int | None, ...]]:
    """The ends of question marks and of answer marks; in a transcript the speakers are the marks."""
    answers = tuple(_standing(marker.answer_end(text), text, opens[i]) for i, text in enumerate(texts))
    questions = _questions(texts, opens, answers)
    if any(questions) or any(answers):
        return questions, answers
    asked = tuple(marker.spoken_question(text) for text in texts)
    told = tuple(None if asked[i] else marker.spoken_answer(text) for i, text in enumerate(texts))
    return (asked, told) if any(asked) and any(told) else (questions, answers)


def _opens(lines: Sequence[Line], cuts: set[int]) -> tuple[bool, ...]:
    """Which lines begin a paragraph: by the layout, behind a cut, with a greeting, or turning to something else."""
    around = frame(lines)
    found = [True, *(breaks_after(a, b, around) for a, b in pairwise(lines))][: len(lines)]
    for i, line in enumerate(lines):
        turns = i > 0 and marker.turns(lines[i - 1].text, line.text)
        found[i] = found[i] or i in cuts or marker.greets(line.text) or turns
    return tuple(found)


def _questions(texts: Sequence[str], opens: Sequence[bool], answers: Sequence[int | None]) -> tuple[int | None, ...]:
    """The end of each line's question mark; a bare Q1 is one only where such marks count on, and no other stands."""
    found = [
        None if answers[i] else _standing(marker.question_end(text), text, opens[i]) for i, text in enumerate(texts)
    ]
    if any(found):
        return tuple(found)
    expected = 1
    for i, text in enumerate(texts):
        begins = opens[i] or texts[i - 1].rstrip().endswith(_SENTENCE_ENDS)
        bare = marker.bare_question(text) if begins else None
        if bare and bare.value == expected:
            found[i] = bare.end
            expected += 1
    return tuple(found)


def _standing(end: int | None, text: str, opens: bool) -> int | None:  # noqa: FBT001 - what is known of the line
    """The end of a mark; none where the mark is the whole line and only the rest of a sentence."""
    return None if end is not None and not opens and end >= len(text.rstrip()) else end
