"""Questions and answers as paragraphs, with the marks that a record puts before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sample.maker.content import Activity
from sample.maker.sheet import Para


@dataclass(frozen=True, slots=True)
class Marking:
    """How questions and answers are told apart; {n} is the running number."""

    question: str
    answer: str
    bold: str = "none"  # none, question (the whole question) or mark
    first: str | None = None  # the mark of the first question, where it differs
    is_inline: bool = False  # the answer follows on the question's line


MARKINGS = MappingProxyType({
    "问/答": Marking("问：", "答："),
    "问/答粗": Marking("问：", "答：", bold="question"),
    "首问无标": Marking("问：", "答：", first=""),
    "Q/A": Marking("Q：", "A："),
    "Q1/A1": Marking("Q{n}：", "A{n}：", bold="question"),
    "Q1/A": Marking("Q{n}：", "A：", bold="question"),
    "Q1./A": Marking("Q{n}.", "A："),
    "Q1./A1": Marking("Q{n}. ", "A{n}："),
    "1、/答": Marking("{n}、", "答："),
    "1、/答粗": Marking("{n}、", "答：", bold="question"),
    "1./答": Marking("{n}.", "答："),
    "1、问/答": Marking("{n}、问：", "答：", bold="question"),
    "（1）/答": Marking("（{n}）", "答："),
    "问题1/回复": Marking("问题{n}：", "回复："),
    "问题1/回答": Marking("问题{n}：", "回答："),
    "问题1/答": Marking("问题 {n}：", "答：", bold="question"),
    "问题1、/公司回复": Marking("问题 {n}、", "公司回复:"),
    "1、/回复": Marking("{n}、", "回复：", bold="question"),
    "1、粗": Marking("{n}、", "", bold="question"),
    "粗": Marking("", "", bold="question"),
    "提问/回答": Marking("提问{n}：", "回答："),
    "问答一行": Marking("{n}、", "答：", is_inline=True),
})  # fmt: skip


def paragraphs(activity: Activity) -> Iterator[Para]:
    """The content cell's paragraphs: what comes before, the pairs, what comes after."""
    indent = 2.0 if activity.is_indented else 0.0
    for text in filter(None, activity.lead.split("\n")):
        is_heading = len(text) < 20 and text[:2] in {"一、", "二、", "三、", "四、"}
        yield Para(text=text, bold=len(text) if is_heading else 0, indent=indent)
    marking = MARKINGS[activity.marks]
    for n, (asked, told) in enumerate(activity.qa, 1):
        yield from _pair(marking, n, asked, told, indent)
    for text in filter(None, activity.close.split("\n")):
        yield Para(text=text, indent=indent)


def _pair(marking: Marking, n: int, asked: str, told: str, indent: float) -> Iterator[Para]:
    form = marking.first if n == 1 and marking.first is not None else marking.question
    question = form.format(n=n) + asked
    first, *more = told.split("\n")
    answer = marking.answer.format(n=n)
    if marking.is_inline:
        yield Para(text=question + answer + first, indent=indent)
    else:
        yield Para(text=question, bold=len(question) if marking.bold == "question" else 0, indent=indent)
        yield Para(text=answer + first, indent=indent)
    yield from (Para(text=part, indent=indent) for part in more)
