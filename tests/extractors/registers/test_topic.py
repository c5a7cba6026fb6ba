"""Topics: what a question asks for, apart from what it mentions."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import extractors.registers
from extractors.records import Question, QuestionTopic
from extractors.registers.topic import question_topics, topics, topics_of
from tests.factory.rows import RECORD, make

CASES = (
    ("公司二期产能何时投产？", {"capacity"}),
    ("毛利率下降的原因是什么？", {"margin"}),
    ("请问关税对公司海外业务有何影响？", {"trade", "overseas"}),
    ("公司未来是否有股权激励的计划？", {"incentive"}),
    ("公司今年分红吗？", {"shareholder_return"}),
    ("公司股价持续下跌，请问管理层怎么看？", {"share_price"}),
    ("存货增加较多的原因？", {"balance_sheet", "supply"}),
    ("研发投入情况如何？", {"research"}),
    ("前五大客户有哪些？", {"customer"}),
    ("目前在手订单情况如何？", {"demand"}),
    ("产品是否会涨价？", {"price"}),
    ("大模型对公司有什么影响？", {"artificial_intelligence"}),
    ("下一步有何打算？", {"strategy"}),  # a word of many topics counts where nothing else is found
    ("产能的下一步打算？", {"capacity"}),
    ("看到上半年业绩不错。请问二期产能何时投产？", {"capacity"}),  # what stands before is background
    ("公 司 产 能 如 何？", {"capacity"}),
    ("大家好！", set()),
)


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_a_question_has_the_topics_it_asks_for(question: str, expected: set[str]) -> None:
    assert set(topics_of(question)) == expected


def test_of_a_long_question_the_clauses_that_ask_count() -> None:
    background = "我们注意到公司过去几年业绩和毛利率都有比较明显的波动，这与整个行业所处的周期阶段有很大的关系，"
    assert topics_of(background + "请问公司的应收账款怎样管理？") == ("balance_sheet",)


def test_rows_are_of_their_questions() -> None:
    asked = (make(Question), make(Question, ordinal=2, question="好的。"))
    assert list(question_topics(asked)) == [QuestionTopic(record_id=RECORD, ordinal=1, topic="capacity")]


def test_the_register_is_sound() -> None:
    path = Path(extractors.registers.__file__).with_name("topic.csv")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert len({row["topic"] for row in rows}) == len({row["name_zh"] for row in rows}) == len(topics()) >= 20
    assert all(re.fullmatch(r"[a-z_]+", row["topic"]) and row["name_en"] and row["pattern"] for row in rows)
