"""The lines of the conversation with what opens each of them: a paragraph, a mark, a running number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields import marker
from extractors.fields.paragraph import breaks_after, frame
from extractors.fields.text import cut, join, tidy
from extractors.readers.form import Line

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
    """The lines as a passage; a line that holds a question's end and its answer's mark is cut in two."""
    cutting: list[Line] = []
    cuts: set[int] = set()
    for line in lines:
        at = marker.inline_answer(line.text)
        if at:
            cutting.append(cut(line, 0, at))
            cuts.add(len(cutting))
            cutting.append(cut(line, at))
        elif line.text.strip():
            cutting.append(line)
    texts = [line.text for line in cutting]
    opens = _opens(cutting, cuts)
    answers = tuple(marker.answer_end(text) for text in texts)
    return Passage(
        tuple(cutting), opens, _questions(texts, opens, answers), answers, tuple(marker.number(text) for text in texts)
    )


def _opens(lines: Sequence[Line], cuts: set[int]) -> tuple[bool, ...]:
    """Which lines begin a paragraph: by the layout, behind a cut, or with an answer's greeting."""
    around = frame(lines)
    by_layout = [True, *(breaks_after(a, b, around) for a, b in pairwise(lines))][: len(lines)]
    return tuple(
        begins or i in cuts or marker.greets(line.text)
        for i, (begins, line) in enumerate(zip(by_layout, lines, strict=True))
    )


def _questions(texts: Sequence[str], opens: Sequence[bool], answers: Sequence[int | None]) -> tuple[int | None, ...]:
    """The end of each line's question mark; a bare Q1 is one only where such marks count on, and no other stands."""
    found = [None if answer else marker.question_end(text) for text, answer in zip(texts, answers, strict=True)]
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
