"""Which marks and numbers a record uses, decided over all of its lines: words, letters, or those who speak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from extractors.fields import marker, ordinal, speaker

SENTENCE_ENDS = ("。", "？", "！", "?", "!", "…", "”", "；")
_MOSTLY = 0.6
_SOME = 0.3  # of the company's words: so often visitors speak in a transcript
_FEW = 2
_LINES = 4  # of a short question

Ends = tuple[int | None, ...]


def numbers(texts: Sequence[str], opens: Sequence[bool]) -> tuple[ordinal.Number | None, ...]:
    """The running number of each line; a Chinese one only where its paragraph asks, since it counts sections too."""
    found = [ordinal.number(text) for text in texts]
    starts = [*(i for i, begins in enumerate(opens) if begins), len(texts)]
    for start, end in pairwise(starts):
        number = ordinal.han_number(texts[start]) if found[start] is None else None
        if number and (asks("".join(texts[start:end])) or marker.requests(texts[start][number.end :])):
            found[start] = number
    return tuple(found) if any(found) else _digits(texts, opens)


def _digits(texts: Sequence[str], opens: Sequence[bool]) -> tuple[ordinal.Number | None, ...]:
    """Numbers that only a blank parts from their text: where no others stand, those that ask and count on from 1."""
    found: list[ordinal.Number | None] = [None] * len(texts)
    expected = 1
    for i, text in enumerate(texts):
        number = ordinal.bare_number(text)
        begins = _begins(texts, opens, i)
        if number and begins and number.value == expected and asks("".join(texts[i : i + _LINES])):
            found[i] = number
            expected += 1
    return tuple(found) if expected > _FEW else (None,) * len(texts)


def marks(texts: Sequence[str], opens: Sequence[bool], numbers: Sequence[object]) -> tuple[Ends, Ends]:
    """The ends of question marks and of answer marks: words, or where words are missing those who speak."""
    answers = tuple(_standing(marker.answer_end(text), i, texts, opens) for i, text in enumerate(texts))
    questions = _questions(texts, opens, answers)
    begins = [_begins(texts, opens, i) for i in range(len(texts))]
    if not any(answers):
        answers = _bare_answers(texts, begins, questions, numbers)
    if any(questions) and any(answers):
        return questions, answers
    told = answers if any(answers) else _named(texts, begins, _said(texts, begins, speaker.tells))
    asked = questions if any(questions) else _said(texts, begins, speaker.asks)
    told = told if any(told) else _replying(texts, begins, asked)
    if not any(asked) and any(told):
        asked = _said(texts, begins, speaker.hosts) if not any(answers) and not any(numbers) else asked
    if any(told) and sum(map(bool, asked)) >= _SOME * sum(map(bool, told)):
        return tuple(None if answers[i] else end for i, end in enumerate(asked)), told
    return questions, answers if any(answers) else _told_behind(texts, numbers, told)


def _said(texts: Sequence[str], begins: Sequence[bool], says: Callable[[str], int | None]) -> Ends:
    return tuple(says(text) if begins[i] else None for i, text in enumerate(texts))


def _named(texts: Sequence[str], begins: Sequence[bool], told: Ends) -> Ends:
    """The company's words, with those of people by their name alone who spoke with their titles too."""
    titled = "".join(text[:end] for text, end in zip(texts, told, strict=True) if end)
    names = (speaker.name(text) if begins[i] else None for i, text in enumerate(texts))
    ends = (
        text.replace(":", "：").index("：") + 1 if name and name in titled else None
        for text, name in zip(texts, names, strict=True)
    )
    return tuple(one or end for one, end in zip(told, ends, strict=True))


def _replying(texts: Sequence[str], begins: Sequence[bool], asked: Ends) -> Ends:
    """The words of people by their names alone (王诚：…) as answers: where most visitors' questions have one below."""
    ends = [
        text.replace(":", "：").index("：") + 1
        if begins[i] and i and not asked[i] and speaker.name(text) and asks(texts[i - 1].rstrip()[-1:])
        else None
        for i, text in enumerate(texts)
    ]
    replied = sum(map(bool, ends)) >= max(_FEW, _MOSTLY * sum(map(bool, asked))) and any(asked)
    return tuple(ends) if replied else (None,) * len(ends)


def _told_behind(texts: Sequence[str], numbers: Sequence[object], told: Ends) -> Ends:
    """The company's speakers as marks of answers to numbered questions: most follow one that asks, or none counts."""
    speaking = [i for i, end in enumerate(told) if end]
    behind = sum(1 for i in speaking if i and (numbers[i - 1] or texts[i - 1].rstrip().endswith(("？", "?"))))
    return told if len(speaking) >= _FEW and behind >= _MOSTLY * len(speaking) else (None,) * len(told)


def _bare_answers(texts: Sequence[str], begins: Sequence[bool], questions: Ends, numbers: Sequence[object]) -> Ends:
    """Marks of answers without a colon, or with a name: only where two or more open paragraphs behind questions."""
    asked = sum(map(bool, questions)) or sum(map(bool, numbers))
    for form in (marker.bare_answer, marker.named_answer):
        found = _said(texts, begins, form)
        if _FEW <= sum(map(bool, found)) <= asked:
            return found
    return (None,) * len(texts)


def _questions(texts: Sequence[str], opens: Sequence[bool], answers: Ends) -> Ends:
    """The end of each line's question mark; a bare Q1 is one only where such marks count on, and no other stands."""
    found = [
        None
        if answers[i] or _is_inside(text, i, texts, opens)
        else _standing(marker.question_end(text), i, texts, opens)
        for i, text in enumerate(texts)
    ]
    if any(found):
        return _ordered(found, texts, opens)
    expected = 1
    for i, text in enumerate(texts):
        begins = _begins(texts, opens, i)
        bare = marker.bare_question(text) if begins else None
        if bare and bare.value == expected:
            found[i] = bare.end
            expected += 1
    lone = [i for i, text in enumerate(texts) if marker.lone_question(text) and _begins(texts, opens, i)]
    if not any(found) and len(lone) >= _FEW:
        found = [marker.lone_question(text) if i in lone else None for i, text in enumerate(texts)]
    return tuple(found)


def _ordered(found: list[int | None], texts: Sequence[str], opens: Sequence[bool]) -> Ends:
    """The marks without words behind running numbers (9、媒体提问：) where most numbers that ask bear none: content."""
    starts = [*(i for i, begins in enumerate(opens) if begins), len(texts)]
    asking = (i for i, end in pairwise(starts) if found[i] or asks("".join(texts[i:end])))
    counted = [i for i in asking if ordinal.number(texts[i])]
    worded = [i for i in counted if found[i]]
    few = len(worded) < _MOSTLY * len(counted)
    return tuple(None if few and i in worded else end for i, end in enumerate(found))


def _standing(end: int | None, i: int, texts: Sequence[str], opens: Sequence[bool]) -> int | None:
    """The end of a mark; none where the mark is the whole line and only the rest of a sentence."""
    text = texts[i].rstrip()
    alone = end is not None and end >= len(text) and not opens[i]
    behind = alone and text.endswith((":", "：", *"0123456789")) and _begins(texts, opens, i)
    return None if alone and not behind else end


def _is_inside(text: str, i: int, texts: Sequence[str], opens: Sequence[bool]) -> bool:
    """Whether a word that asks (问：) stands at a line's start by chance, inside a sentence."""
    return text.lstrip().startswith(("问", "提", "追")) and not _begins(texts, opens, i) and not marker.is_counted(text)


def _begins(texts: Sequence[str], opens: Sequence[bool], i: int) -> bool:
    """Whether a line begins a paragraph, or stands behind a sentence's end that a full line hides."""
    return opens[i] or texts[i - 1].rstrip().endswith(SENTENCE_ENDS)


def asks(text: str) -> bool:
    """Whether a question mark of either width stands in the text."""
    return "？" in text or "?" in text
