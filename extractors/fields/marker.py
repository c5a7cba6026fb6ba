"""Marks that open questions and answers, and the words that ask."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NO = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_HAN_NO = "[一二三四五六七八九十]{1,3}"
_WHO = r"(?:投资者|网友|机构|股东|分析师|嘉宾)"
_ORDER = r"(?:(?:\d{1,3}\s*[、.．]?|[（(]\s*\d{1,3}\s*[）)])\s*)?"  # a running number may stand before the mark
_QUESTION = re.compile(
    rf"\s*(?:{_ORDER}(?:"
    rf"[【\[［](?:提问|问题?|Q|{_WHO})\s*{_NO}?[】\]］]\s*[:：]?|第{_HAN_NO}(?:问|个问题)\s*[:：、]"
    rf"|(?:提问|问题|问|[QＱ])\s*{_NO}\s*$"
    rf"|{_WHO}?(?:提问|问题|问)\s*{_NO}\s*[:：、.．]|{_WHO}?(?:提问|问题|问)\s*[:：]|{_WHO}(?:{_NO})?(?:提问|问)\s*[:：])"
    r"|(?:\d{1,3}\s*[、.．]\s*)?(?:(?:Q|Ｑ|Question)\s*\d{1,3}\s*[:：、.．)）]|(?:Q|Ｑ|Question)\s*[:：])"
    r")\s*"
)
_BARE_QUESTION = re.compile(r"\s*[QＱ]\s?(\d{1,3})\s+(?=\S)")
_ANSWERER = r"(?:公司|管理层|董秘|上市公司|[㐀-鿿]{1,4}(?:先生|女士|总|董))"
_TELLS = r"(?:答\s*复|回\s*复|回\s*答|答)"  # blanks may justify the line
_GREETING = re.compile(
    r"\s*(?:尊敬的|亲爱的)(?:各位)?(?:投资者|股东|网友|机构)\S{0,6}[，,、]?\s*[您你]们?好|\s*[您你]好[，,！!。]"
)
_ANSWER = re.compile(
    rf"\s*(?:[【\[［](?:{_TELLS}|A|公司|管理层|董秘)\s*{_NO}?[】\]］]\s*[:：]?|(?:(?:公司)?{_TELLS}|[AＡ]\s*\d{{1,3}})\s*$"
    rf"|{_ANSWERER}?{_TELLS}\s*{_NO}?\s*[:：;；]|{_TELLS}\s*{_NO}\s*[、.．]"
    r"|(?:A|Ａ|Answer)\s*\d{1,3}\s*[:：;；、.．)）]|(?:A|Ａ|Answer)\s*[:：;；])\s*"
)
_NUMBER = re.compile(
    r"\s*(?:(?P<round>[（(]\s*(?P<n1>\d{1,3})\s*[）)])|(?P<plain>(?P<n2>\d{1,3})\s*(?:[、．)）]|[:：](?!\d)|\.(?!\d)|\.(?=\d{2,4}\s*年)))|(?P<ring>[①-⑳]))\s*"
)
_HEADING = re.compile(rf"\s*(?:第{_HAN_NO}(?:部分|环节)|{_HAN_NO}\s*[、.．]|[（(]{_HAN_NO}[）)])\s*")
_HEADING_LENGTH = 40
_INLINE = re.compile(
    rf"(?<=[？?。！!…）)])\s*(?=(?:{_ANSWERER}?{_TELLS}|A\s*\d{{0,3}}|Ａ)\s*[:：])"
    r"|(?<=[？?。！!…；;])\s*(?=(?:[QＱ]\s*\d{0,3}|问题\s*\d{0,3}|提问|问)\s*[:：])"
)
_SPOKEN_QUESTION = re.compile(rf"\s*{_WHO}\s*{_NO}?\s*[:：]\s*")
_SPOKEN_ANSWER = re.compile(r"\s*(?:(?:上市)?公司|管理层|董秘|董事长|总经理|[㐀-鿿]{1,3}(?:总|董))\s*[:：]\s*")
_ASKS = re.compile(
    r"[？?]|吗|呢|如何|什么|怎么|怎样|为何|多少|哪些|哪个|是否|请问|请介绍|请.{0,6}(?:介绍|谈|说明|分享|展望|解释|分析)|介绍一下|谈谈|能否|可否|有没有|有无|是不是|会不会|难道|建议|何时|几个|看法"
)
_CLOSING = re.compile(
    r"(?:没有|未|不存在|未发生|不涉及).{0,20}(?:重大信息|泄[露漏密]|内幕)|活动.{0,6}(?:到此)?(?:圆满)?(?:结束|闭幕)|会议(?:到此)?结束"
    r"|公司(?:始终)?严格(?:按照|遵守|遵循|执行).{0,60}(?:披露|规定)|签署.{0,12}承诺书|^(?:特别)?(?:风险提示|声明|免责声明|备注|注)[:：]"
    r"|^(?:公司|管理层|高管){0,2}\S{0,4}(?:结束语|总结发言|总结)[:：]?$"
    r"|前瞻性.{0,40}(?:承诺|保证)|不(?:能视作|构成).{0,30}(?:承诺|保证|建议)|[☆★]|感谢.{0,20}(?:参与|参加|关注).{0,12}(?:说明会|接待日|活动)"
    r"|(?:本次|此次).{0,10}(?:调研|活动|交流|说明会).{0,20}(?:结束|未提供|未涉及)|以公司.{0,12}(?:公告|披露).{0,6}为准.{0,40}注意投资风险"
)
_PASSING = re.compile(
    r"\s*(?:(?:接待|交流|调研|活动|会议|来访|说明会)(?:过程|期间|人员)|(?:本次|此次)(?:活动|接待|调研|交流|说明会)|感谢|活动(?:到此)?(?:圆满)?结束"
    r"|(?:特别)?(?:风险提示|声明|备注|注)[:：])"
)  # how a closing paragraph begins


@dataclass(frozen=True, slots=True)
class Number:
    """A running number at the start of a line."""

    style: str  # round, plain, ring, han, han round or bare
    value: int
    end: int  # where the text behind it begins


def question_end(text: str) -> int | None:
    """Where the text behind a question's mark begins; None without one.

    >>> question_end("Q1：营收如何？"), question_end("2023 年如何？")
    (3, None)
    """
    found = _QUESTION.match(text)
    return found.end() if found else None


def han_number(text: str) -> Number | None:
    """The Chinese number that opens a line: 一、 or （一）."""
    found = re.match(rf"\s*(?:(?P<plain>{_HAN_NO})\s*[、.．]|[（(](?P<round>{_HAN_NO})[）)])\s*", text)
    if not found:
        return None
    digits = found["plain"] or found["round"]
    tens, units = digits.find("十"), digits[-1]
    value = _HAN_DIGITS.index(units) + 1 if tens < 0 else _tens(digits)
    return Number("han" if found["plain"] else "han round", value, found.end())


def _tens(digits: str) -> int:
    """The value of a Chinese number with a ten in it.

    >>> _tens("十"), _tens("十二"), _tens("二十"), _tens("二十三")
    (10, 12, 20, 23)
    """
    before, _, behind = digits.partition("十")
    tens = _HAN_DIGITS.index(before) + 1 if before else 1
    return 10 * tens + (_HAN_DIGITS.index(behind) + 1 if behind else 0)


def bare_question(text: str) -> Number | None:
    """The number of a question's mark that stands bare (`Q1 …`); a quarter of the year may look the same."""
    found = _BARE_QUESTION.match(text)
    return Number("bare", int(found[1]), found.end()) if found else None


def greets(text: str) -> bool:
    """Whether an answer's greeting (尊敬的投资者，您好！) opens the text."""
    return _GREETING.match(text) is not None


def answer_end(text: str) -> int | None:
    """Where the text behind an answer's mark begins; None without one."""
    found = _ANSWER.match(text)
    return found.end() if found else None


def number(text: str) -> Number | None:
    """The running number that opens a line; a decimal is none."""
    found = _NUMBER.match(text)
    if not found:
        return None
    if found["ring"]:
        return Number("ring", ord(found["ring"]) - ord("①") + 1, found.end())
    return Number("round" if found["round"] else "plain", int(found["n1"] or found["n2"]), found.end())


def heading_end(text: str) -> int | None:
    """Where the text behind a section's Chinese number begins; None without one."""
    found = _HEADING.match(text)
    return found.end() if found else None


_HAN_DIGITS = "一二三四五六七八九十"


def heading_value(text: str) -> int | None:
    """The number of a section's heading (一、 is 1): short, and no sentence; None for any other text.

    >>> heading_value("四、管理层总结"), heading_value("一、公司经营稳健。")
    (4, None)
    """
    found = re.match(rf"\s*第?([{_HAN_DIGITS}]{{1,2}})\s*(?:[、.．]|部分|环节)", text)
    if not found or len(text) > _HEADING_LENGTH or text.rstrip().endswith(("。", "；", "！", "，")):
        return None
    digits = found.group(1)
    return _HAN_DIGITS.index(digits[-1]) + 1 + (10 if len(digits) > 1 else 0)


def inline_marks(text: str) -> tuple[int, ...]:
    """Where marks stand inside a line, behind the end of a sentence."""
    return tuple(found.end() for found in _INLINE.finditer(text) if found.end() > 0)


def spoken_question(text: str) -> int | None:
    """Where a visitor's words begin in a transcript (投资者：…); None for any other line."""
    found = _SPOKEN_QUESTION.match(text)
    return found.end() if found else None


def spoken_answer(text: str) -> int | None:
    """Where the company's words begin in a transcript (公司：…); None for any other line."""
    found = _SPOKEN_ANSWER.match(text)
    return found.end() if found else None


def asks(text: str) -> bool:
    """Whether the text asks something."""
    return bool(_ASKS.search(text))


def closes(text: str) -> bool:
    """Whether a paragraph is one of the sentences with which forms end: compliance, risk, thanks."""
    return bool(_CLOSING.search(text))


def turns(before: str, text: str) -> bool:
    """Whether a line turns to something else behind a line that ends a sentence: a section's heading, a closing.

    >>> turns("样机处于测试阶段。", "二、参观公司展厅"), turns("样机处于测试阶段。", "预计下半年交付。")
    (True, False)
    """
    if not before.rstrip().endswith(("。", "！", "？", "!", "?")):
        return False
    return heading_value(text) is not None or (_PASSING.match(text) is not None and closes(text))
