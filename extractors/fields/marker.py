"""Marks that open questions and answers, and the words that ask."""

from __future__ import annotations

import re

from extractors.fields import ordinal, speaker
from extractors.fields.ordinal import Number

_HAN_NO = "[一二三四五六七八九十]{1,3}"
_NO = rf"(?:\d{{1,3}}|{_HAN_NO}|[（(]\s*(?:\d{{1,3}}|{_HAN_NO})\s*[）)])"
_ENDS = r"[:：;；、.．)）｜|]"  # what may part a numbered mark from its text
_DASH = r"[-—–/](?!\s*[QＱA\d-])"
_ORDER = rf"(?:(?:\d{{1,3}}\s*[、.．]?|[（(]\s*\d{{1,3}}\s*[）)]|{_HAN_NO}\s*[、.．]|[①-⑳])\s*)?"  # before a mark
_ASK = r"(?:提\s*问|追\s*问|问\s*题|问)"  # blanks may justify the line
_TELL = r"(?:答\s*复|回\s*复|回\s*答|回\s*应|解\s*答|答)"
_WHO, _FROM = rf"(?:{speaker.VISITOR}|主持人)", speaker.COMPANY
_LETTER_Q, _LETTER_A = r"(?:[QqＱ]|Question)", r"(?:[AaＡ]|Answer)"
_BRACKET = r"(?:\s*[（(][^）)。？]{2,20}[）)])?"  # who asks or answers
_SPEAKER = r"\s*[（(][^）)。？\d]{2,20}[）)]"
_QUESTION = re.compile(
    rf"\s*{_ORDER}(?:"
    rf"[【\[［〖](?:{_WHO}?\s*{_ASK}|{_LETTER_Q}|{_WHO})\s*{_NO}?\s*[】\]］〗]\s*[:：]?"
    rf"|[（(](?:{_WHO}?\s*{_ASK}|{_LETTER_Q})\s*{_NO}?\s*[）)]\s*[:：]?"
    rf"|第\s*{_NO}\s*(?:问|个问题|个提问)\s*[:：、]"
    rf"|(?:{_ASK}|[QＱ])\s*{_NO}\s*$"
    rf"|{_WHO}?\s*{_ASK}\s*{_NO}\s*(?:[:：;；、.．｜|]|{_DASH})|{_ASK}\s*{_NO}?{_BRACKET}\s*[:：]|{_WHO}?\s*{_ASK}\s*(?:内容)?\s*[:：]"
    rf"|[QＱ]\s*[.．]\s*\d{{1,3}}(?:\s*[:：、.．]|(?=[\s㐀-鿿]))|{_LETTER_Q}\s*[（(]\s*\d{{1,3}}\s*[）)]\s*[:：]?|提问[人者]\s*[:：]\s*\S{{1,12}}\s+{_ASK}\s*[:：]"
    rf"|{_LETTER_Q}\s*\d{{1,3}}\s*(?:{_ENDS}(?<![、.．](?=\s*[QＱ]\d))|{_DASH})|{_LETTER_Q}\s*[:：;；]|{_LETTER_Q}\s*\d{{0,3}}{_SPEAKER}\s*[:：]"
    rf"|(?<=[、.．）)])\s*{speaker.VISITOR}\s*[:：]"
    r")\s*"
)
_BARE_QUESTION = re.compile(r"\s*(?:[QＱ]|问题|提问|问)\s?(\d{1,3}|[一二三四五六七八九十]{1,3})[\s，,]+(?=\S)")
_LONE_QUESTION = re.compile(r"\s*[QＱ问][\s，,.．、]+(?=\S)")
_BARE_ANSWER = re.compile(rf"\s*(?:{_FROM})?(?:{_TELL}|[AＡ]\s?\d{{0,3}})[\s，,.．、]+(?=\S)")
_NAMED_ANSWER = re.compile(rf"\s*[^，。？！：:；\s]{{2,10}}?(?:{_TELL})\s*[:：]\s*")  # by the company's short name
_GREETING = re.compile(
    r"\s*(?:尊敬的|亲爱的)(?:各位)?(?:投资者|股东|网友|机构)\S{0,6}[，,、]?\s*[您你]们?好|\s*[您你]好[，,！!。]"
)
_ANSWER = re.compile(
    rf"\s*(?:[【\[［〖](?:(?:{_FROM})?\s*{_TELL}[^】\]］〗]{{0,12}}|{_LETTER_A}\s*{_NO}?|{_FROM})\s*[】\]］〗]\s*[:：]?"
    rf"|[（(](?:(?:{_FROM})?\s*{_TELL}|{_LETTER_A}\s*\d{{1,3}})\s*{_NO}?\s*[）)]\s*[:：]?"
    rf"|(?:(?:公司)?{_TELL}|[AＡ]\s*\d{{1,3}})\s*$"
    rf"|(?:\d{{1,3}}\s*[、.．]\s*)?(?:{_FROM})?\s*{_TELL}\s*(?:如下|内容)?\s*{_NO}?{_BRACKET}\s*[:：;；]|{_TELL}\s*{_NO}\s*[、.．]"
    rf"|{_LETTER_A}\s*(?:\d{{1,3}}\s*(?:{_ENDS}|{_DASH})|[（(]\s*\d{{1,3}}\s*[）)]\s*[:：]?|[.．]\s*\d{{1,3}}(?:\s*[:：、.．]|(?=[\s㐀-鿿])))|{_LETTER_A}\s*[:：;；]|{_LETTER_A}\s*\d{{0,3}}{_SPEAKER}\s*[:：])\s*"
)
_INLINE = re.compile(
    rf"(?<=[？?])\s*(?=[AＡ]\s*\d{{1,3}}\s*[、.．])|(?<=[。！!？?…])\s*(?=[QＱ]\s*\d{{1,3}}\s*[、.．])"
    rf"|(?<=[？?。！!…）)])\s*(?=(?:(?:公司|管理层|董秘|上市公司)?{_TELL}|A\s*\d{{0,3}}|Ａ)\s*[:：]|[【\[［](?:公司)?{_TELL}\s*[】\]］])"
    rf"|(?<=[？?。！!…；;])\s*(?={_ORDER}(?:[QＱ]\s*\d{{0,3}}|(?:投资者)?{_ASK}\s*\d{{0,3}})\s*[:：]|[【\[［](?:投资者)?{_ASK}\s*\d{{0,3}}\s*[】\]］])"
)
_ASKS = re.compile(
    r"[？?]|吗|呢|如何|什么|怎么|怎样|为何|多少|哪些|哪个|是否|请问|请介绍|请.{0,6}(?:介绍|谈|说明|分享|展望|解释|分析)|介绍一下|谈谈|能否|可否|有没有|有无|是不是|会不会|难道|建议|何时|几个(?!方面|部分|维度|因素|原因|要点|层面)|看法"
)
_REQUESTS = re.compile(
    r"\s*(?:[您你]好[，,！!。]\s*)?(?:请|烦请|麻烦|能否|可否|想(?:问|了解|请教|请)|(?:简单)?(?:谈|说|聊|介绍|分享|展望)(?:谈|说|聊|一下|一说))"
)
_TOPIC = re.compile(
    r"(?:情况|进展|进度|规划|计划|原因|展望|影响|布局|趋势|安排|优势|策略|看法|前景|节奏|占比|水平|目标|措施|预期)$"
)
_TOPIC_LENGTH = 40
_ANNOUNCES = re.compile(r"问题.{0,16}(?:回复|回答|答复|解答|解释|如下)|问答(?:环节|情况|内容)")
_OF_THE_MEETING = re.compile(r"投资者|问题|提问|回复|问答|交流|会议|活动|接待|调研|参观")


def question_end(text: str) -> int | None:
    """Where the text behind a question's mark begins; None without one.

    >>> question_end("Q1：营收如何？"), question_end("2023 年如何？")
    (3, None)
    """
    found = _QUESTION.match(text)
    return found.end() if found else None


def is_counted(text: str) -> bool:
    """Whether a question's mark that opens the text bears a number: `问题1：`."""
    found = _QUESTION.match(text)
    return found is not None and re.search(rf"\d|{_HAN_NO}", found.group()) is not None


def bare_question(text: str) -> Number | None:
    """The number of a question's mark that stands bare (`Q1 …`); a quarter of the year may look the same."""
    found = _BARE_QUESTION.match(text)
    return Number("bare", ordinal.value(found[1]), found.end()) if found else None


def lone_question(text: str) -> int | None:
    """Where the text behind a question's mark without number and colon begins (`Q …`, `问.…`)."""
    found = _LONE_QUESTION.match(text)
    return found.end() if found else None


def bare_answer(text: str) -> int | None:
    """Where the text behind an answer's mark without a colon begins (`答 …`); a verb may look the same."""
    found = _BARE_ANSWER.match(text)
    return found.end() if found else None


def named_answer(text: str) -> int | None:
    """Where the text behind an answer's mark with any name in it begins (`某某股份回复：…`)."""
    found = _NAMED_ANSWER.match(text)
    return found.end() if found else None


def greets(text: str) -> bool:
    """Whether an answer's greeting (尊敬的投资者，您好！) opens the text."""
    return _GREETING.match(text) is not None


def answer_end(text: str) -> int | None:
    """Where the text behind an answer's mark begins; None without one."""
    found = _ANSWER.match(text)
    return found.end() if found else None


def inline_marks(text: str) -> tuple[int, ...]:
    """Where marks stand inside a line, behind the end of a sentence."""
    return tuple(found.end() for found in _INLINE.finditer(text) if found.end() > 0)


def asks(text: str) -> bool:
    """Whether the text asks something."""
    return bool(_ASKS.search(text))


def requests(text: str) -> bool:
    """Whether the text opens as one that wants to be told something: 请介绍…, 想了解…."""
    return _REQUESTS.match(text) is not None


def announces(text: str) -> bool:
    """Whether a text says that questions and their answers follow.

    >>> announces("具体问题及回复如下："), announces("公司介绍了基本情况。")
    (True, False)
    """
    return _ANNOUNCES.search(text) is not None


def names_a_topic(text: str) -> bool:
    """Whether the text is a short phrase that names what is asked about (…的进展情况), and not the meeting.

    >>> names_a_topic("公司海外业务的进展情况"), names_a_topic("海外业务进展顺利。")
    (True, False)
    """
    about = len(text) <= _TOPIC_LENGTH and _TOPIC.search(text.rstrip()) is not None
    return about and _OF_THE_MEETING.search(text) is None
