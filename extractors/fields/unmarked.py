"""Questions whose answers bear no mark: told by emphasis, by running numbers, or by what their paragraphs ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import marker, ordinal, style
from extractors.fields.passage import Passage
from extractors.fields.text import flat

_MOSTLY = 0.6
_FEW = 2
_SHORT = 60  # characters of a question without a question mark
_TAIL = 12  # characters behind the last question mark: thanks
_ENDS = ("。", "！", "!", "？", "?", "…", "：")


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of one pair: question from start, answer from `answer` up to end; characters of marks to cut off."""

    start: int
    answer: int
    end: int
    question_mark: int = 0
    answer_mark: int = 0


def mark(whole: Passage, i: int) -> int:
    """How many characters of a question's line are its mark."""
    number, text = whole.numbers[i], whole.lines[i].text
    return whole.questions[i] or (number.end if number else ordinal.heading_end(text) or ordinal.bullet_end(text))


def question_at(whole: Passage, start: int, length: int | None = None) -> Span:
    """A question whose answer has no mark: it ends with its emphasis, with its paragraph, or where it stops asking."""
    length = mark(whole, start) if length is None else length
    end = start + 1
    if whole.lines[start].is_bold:
        while end < len(whole.lines) and whole.lines[end].is_bold and not _opens_question(whole, end):
            end += 1
        return Span(start, end, end, length, 0)
    end = whole.paragraph_end(start)
    wants = marker.requests(whole.lines[start].text[length:])
    for i in range(start, end - 1):
        if _asks(whole.lines[i].text) or (wants and whole.lines[i].text.rstrip().endswith(_ENDS)):
            following = flat(whole.lines[i + 1 : end])
            end = end if marker.asks(following) else i + 1
            break
    return Span(start, end, end, length, 0)


def emphasised(whole: Passage) -> list[Span]:
    """Questions told from answers by emphasis alone."""
    bold = [line.is_bold for line in whole.lines]
    if not any(bold) or sum(bold) > len(bold) * _MOSTLY:
        return []
    runs = [(start, end, flat(whole.lines[start:end])) for start, end in _runs(whole, bold)]
    runs = [run for run in runs if run[1] < len(whole.lines)]
    asked = [_run_asks(text) for _, _, text in runs]
    counted = [one for one, run in zip(asked, runs, strict=True) if whole.numbers[run[0]]]
    all_counted = sum(counted) >= len(counted) * _MOSTLY
    mostly = sum(asked) >= max(_FEW, len(asked) * _MOSTLY)
    return [
        Span(start, end, end, mark(whole, start), 0)
        for one, (start, end, text) in zip(asked, runs, strict=True)
        if one or (all_counted and whole.numbers[start]) or (mostly and _is_topic(text))
    ]


def numbered(whole: Passage) -> list[Span]:
    """Questions that are numbered paragraphs which ask, in sequence; among them those that name a topic."""
    heads = [i for i, number in enumerate(whole.numbers) if number and whole.opens[i]]
    asked = [i for i in heads if _asks_in_numbers(whole, i)]
    done: list[Span] = []
    last: ordinal.Number | None = None
    for at, i in enumerate(heads):
        number = whole.numbers[i]
        if not number or not (number.value == 1 or (last and number.follows(last))):
            continue
        if last and number.style != last.style:  # a list inside an answer
            continue
        if i in asked or (last and _is_between(whole, at, heads, asked)):
            done.append(question_at(whole, i, number.end))
            last = number
    return done


def greeted(whole: Passage) -> list[Span]:
    """Questions told by the greetings with which their answers open: each is the paragraph before one."""
    opens = [i for i in range(1, len(whole.lines)) if whole.opens[i] and marker.greets(whole.lines[i].text)]
    told = [i for i in opens if not _wants(whole.lines[i].text)]
    if len(told) < _FEW:
        return []
    starts = [_asked_before(whole, i) for i in told]
    return [Span(start, i, i, mark(whole, start)) for start, i in zip(starts, told, strict=True)]


def _asked_before(whole: Passage, i: int) -> int:
    """Where the question before a greeting begins: its paragraph, or its sentence where a full line hides that."""
    start = whole.paragraph_start(i - 1)
    return sentence_start(whole, start + 1, i) if marker.greets(whole.lines[start].text) and start < i - 1 else start


def sentence_start(whole: Passage, low: int, high: int) -> int:
    """Where a question begins in a paragraph that full lines glue to an answer: behind a sentence's end."""
    start = high - 1
    while start > low and not whole.lines[start - 1].text.rstrip().endswith(("。", "！", "!")):
        start -= 1
    return start


def plain(whole: Passage) -> list[Span]:
    """Questions that bear no mark, number or emphasis: whole paragraphs that end asking, where the record has several.

    Told conservatively: text that tells follows each; where there are two or more, short requests count too.
    """
    found = [question for question in _sentences(whole) if question[1] < len(whole.lines)]
    asking = [question for question in found if _asks(flat(whole.lines[slice(*question)]))]
    if len({end for _, end in asking} - {start for start, _ in asking}) < _FEW:
        return []
    done: list[Span] = []
    for start, end in found:
        if start < asking[0][0] or ((start, end) not in asking and not _is_request(whole, start, end)):
            continue
        if done and done[-1].answer == start:  # asked at once with the one before
            done[-1] = replace(done[-1], answer=end, end=end)
        else:
            done.append(Span(start, end, end, ordinal.bullet_end(whole.lines[start].text)))
    return done


def _sentences(whole: Passage) -> Iterator[tuple[int, int]]:
    """From and to which line text goes that begins and ends as a paragraph does, or a sentence at a full line's end."""
    start = 0
    for i in range(1, len(whole.lines) + 1):
        if i == len(whole.lines) or whole.opens[i] or whole.lines[i - 1].text.rstrip().endswith(_ENDS):
            yield start, i
            start = i


def _is_request(whole: Passage, start: int, end: int) -> bool:
    text = flat(whole.lines[start:end])
    return whole.opens[start] and len(text) <= _SHORT and marker.requests(text)


def _asks(text: str) -> bool:
    return text.rstrip().endswith(("？", "?"))


def _wants(text: str) -> bool:
    """Whether a text that greets is a visitor's own."""
    return style.asks(text) or "请问" in text


def _asks_in_numbers(whole: Passage, i: int) -> bool:
    end = question_at(whole, i).answer
    if end >= len(whole.lines):
        return False
    text = flat(whole.lines[i:end])
    behind = text.replace("?", "？").rpartition("？")
    if (behind[1] and (len(behind[2]) <= _TAIL or marker.asks(behind[2]))) or marker.greets(whole.lines[end].text):
        return True
    number = whole.numbers[i]
    wants = marker.requests(text[number.end :]) if number else False
    return len(text) <= _SHORT and (wants or (marker.asks(text) and not text.endswith("。")))


def _is_between(whole: Passage, at: int, heads: Sequence[int], asked: Sequence[int]) -> bool:
    """Whether a numbered paragraph that asks nothing stands for a question: one topic among many that ask.

    Where the text before them says that questions follow, any short phrase does.
    """
    i = heads[at]
    following = heads[at + 1] if at + 1 < len(heads) else len(whole.lines)
    end = whole.paragraph_end(i)
    number = whole.numbers[i]
    rivals = [j for j in asked if j > i and (other := whole.numbers[j]) and number and other.value == number.value]
    if rivals or end >= following:
        return False
    text = flat(whole.lines[i:end])
    if marker.announces(flat(whole.lines[: heads[0]])):
        return len(text) <= _SHORT and not text.endswith((*_ENDS, "；", ";", "，"))
    return len(asked) >= _FEW and _is_topic(text)


def _is_topic(text: str) -> bool:
    return ordinal.heading_end(text) is None and marker.names_a_topic(text)


def _run_asks(text: str) -> bool:
    return style.asks(text) if ordinal.heading_end(text) is not None else marker.asks(text)


def _opens_question(whole: Passage, i: int) -> bool:
    return whole.questions[i] is not None or (whole.opens[i] and whole.numbers[i] is not None)


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
    return whole.opens[i] and ordinal.heading_end(text) is not None and not marker.asks(text)
