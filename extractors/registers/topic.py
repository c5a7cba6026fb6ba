"""Topics of questions: the register's patterns, looked for in the sentences that ask."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.records import Question, QuestionTopic

_BLANK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[^。！!；;？?]+[。！!；;？?]*")
_CLAUSE = re.compile(r"[^，,。！!；;？?]+[。！!；;？?]*")
_SHORT = 40  # characters: every clause of a question up to here counts
_ASKS = re.compile(
    r"[？?吗呢]|如何|怎|哪|多少|多大|是否|有没有|有无|什么|为何|何时|介绍|谈谈|请教|展望|分析|情况[。；]?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic (主题) of questions; a record, with the table's name and columns."""

    topic: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class _Row:
    topic: Topic
    pattern: re.Pattern[str]
    alone: re.Pattern[str] | None  # words of many topics: they count where nothing else is found


def topics() -> tuple[Topic, ...]:
    """The register's topics, in its order."""
    return tuple(row.topic for row in _rows())


def topics_of(question: str) -> tuple[str, ...]:
    """Ids of a question's topics, in the register's order; none where no pattern matches.

    What stands before the asking sentences is background: it says what was read or heard, not what is asked.

    >>> topics_of("看到公司上半年业绩不错。请问二期产能何时投产？")
    ('capacity',)
    """
    asked = _asked(_BLANK.sub("", question))
    found = tuple(row.topic.topic for row in _rows() if row.pattern.search(asked))
    return found or tuple(row.topic.topic for row in _rows() if row.alone and row.alone.search(asked))[:1]


def question_topics(questions: Iterable[Question]) -> Iterator[QuestionTopic]:
    """The rows of these questions' topics."""
    for one in questions:
        for topic in topics_of(one.question):
            yield QuestionTopic(record_id=one.record_id, ordinal=one.ordinal, topic=topic)


def _asked(words: str) -> str:
    """The sentences that ask, of long ones the clauses that do; all of them where none does."""
    asking = "".join(found for found in _SENTENCE.findall(words) if _ASKS.search(found)) or words
    if len(asking) <= _SHORT:
        return asking
    return "，".join(found for found in _CLAUSE.findall(asking) if _ASKS.search(found)) or asking


@cache
def _rows() -> tuple[_Row, ...]:
    with files("extractors.registers").joinpath("topic.csv").open(encoding="utf-8") as lines:
        return tuple(
            _Row(
                Topic(topic=row["topic"], name_zh=row["name_zh"], name_en=row["name_en"]),
                re.compile(row["pattern"]),
                re.compile(row["alone"]) if row["alone"] else None,
            )
            for row in csv.DictReader(lines)
        )
