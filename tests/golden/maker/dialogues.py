"""Cases of 投资者关系活动主要内容介绍: tables, transcripts, answers that run on behind their questions."""

from __future__ import annotations

from collections.abc import Iterator

from sample.maker.sheet import Grid
from tests.golden.maker.case import CONTENT, Case, qa, record
from tests.golden.maker.templates import YUNHE

_PAIRS = (
    ("公司柔性产线的交付周期有多长？", "标准产线的交付周期约四个月，定制产线约七个月，二期厂房投产后会继续缩短。"),
    ("原材料涨价的影响有多大？", "公司通过年度锁价消化了大部分影响，目前毛利率总体平稳。"),
    ("海外客户的拓展进展如何？", "东南亚的两家客户已经完成验厂，欧洲客户处于样机测试阶段。"),
)
_LEAD = "公司就投资者关心的问题进行了回复："
_THANKS = "感谢各位投资者参与本次业绩说明会。"


def cases() -> Iterator[Case]:
    """The cases of this group."""
    yield from _tables()
    yield from _transcripts()
    yield from _run_on()


def _tables() -> Iterator[Case]:
    says = {"qa": qa(*_PAIRS), "narrative": True}
    numbered = tuple((str(n), *pair) for n, pair in enumerate(_PAIRS, 1))
    rows = (("序号", "提问内容", "回复内容"), *numbered)
    yield record("questions_in_a_table", YUNHE, {CONTENT: (_LEAD, _table(*rows), _THANKS)}, says)
    rows = (("问题", "回复"), *_PAIRS)
    yield record("questions_in_a_table_of_html", YUNHE, {CONTENT: (_LEAD, _table(*rows), _THANKS)}, says, kind="html")


def _transcripts() -> Iterator[Case]:
    says = {"qa": qa(*_PAIRS), "narrative": True}
    who = (("投资者A：", "董事长："), ("松岭基金分析师：", "董事会秘书："), ("投资者A：", "财务总监："))
    lines = [text for marks, pair in zip(who, _PAIRS, strict=True) for text in _behind(marks, pair)]
    around = ("主持人：欢迎各位参加本次交流会。", *lines, "主持人：本次交流会到此结束。")
    yield record("transcript_of_many_speakers", YUNHE, {CONTENT: around}, says)


def _run_on() -> Iterator[Case]:
    lines = [f"{n}、{question}{answer}" for n, (question, answer) in enumerate(_PAIRS, 1)]
    yield record("answers_run_on_behind_their_questions", YUNHE, {CONTENT: lines}, {"qa": qa(*_PAIRS)})


def _behind(marks: tuple[str, str], pair: tuple[str, str]) -> tuple[str, str]:
    return marks[0] + pair[0], marks[1] + pair[1]


def _table(*rows: tuple[str, ...]) -> Grid:
    width = len(rows[0])
    return Grid(rows=rows, shares=(1 / width,) * width)
