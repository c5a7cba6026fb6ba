"""Positions of visitors: what stands beside a person's name and is none of it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.fields.name import is_person

_SECTORS = "策略|电子|机械|医药|通信|计算机|化工|军工|汽车|电新|传媒|食品饮料|家电|轻工|建材|有色|宏观"
_STANDING = rf"(?:高级|资深|首席|助理|联席|行业|{_SECTORS})"
_RANK = rf"(?:高级|资深|首席|助理|联席|执行|副|行业|基金|投资|研究|产品|业务|权益|固收|组合|销售|{_SECTORS})"
_OFFICE = (
    r"(?:分析师|研究员|研究助理|研究总监|投资总监|总监|董事总经理|总经理|副总经理|副总裁|总裁|经理助理|经理|董事长|董事|合伙人|主管|专员|"
    r"记者|编辑|主编|主任|部长|负责人|实习生|实习|交易员|首席|院长|所长|代表|顾问|助理|秘书)"
)
_LATIN = (
    r"(?i:(?:senior |associate |research |equity )*"
    r"(?:analysts?|associates?|portfolio managers?|fund managers?|pm|director|vp|partner))"
)
_POSITION = re.compile(rf"(?:{_RANK}*{_OFFICE})+|{_LATIN}")
_BEFORE = re.compile(rf"(?P<office>(?:{_RANK}*{_OFFICE})+)[:：\s]*(?P<name>[㐀-鿿·]{{2,8}})")
_BEHIND = re.compile(rf"(?P<name>[㐀-鿿·]{{2,8}}?)\s*(?P<office>(?:{_RANK}*{_OFFICE})+)")
_OF_DESK = re.compile(r"(?P<name>[㐀-鿿·]{2,8})\s*[（(][^（()）]{2,14}(?:团队|小组|组|部)[)）]")
_OF_HOUSE = re.compile(
    rf"(?P<house>.*?[㐀-鿿A-Za-z)）])(?:\s+(?:{_RANK}*{_OFFICE})+"
    rf"|{_STANDING}*(?:分析师|研究员|记者|基金经理|投资经理|投资总监|研究总监|首席))"
)
_TOGETHER = re.compile(r"(?:联合|集体)调研$")  # several houses who came at once
_IN_BRACKETS = re.compile(
    rf"[（(](?:(?:{_RANK}*{_OFFICE})+|电话|线上|现场|远程|视频|腾讯会议|在线)(?:参会|接入|会议)?[)）]"
    r"|[（(](?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上?)?[)）]|[（(](?:通过|以)[^（()）]{1,12}(?:参会|参加|参与|出席|接入|连线|方式)[)）]"
)


@lru_cache(maxsize=4096)  # asked again and again of the same words
def is_position(text: str) -> bool:
    """Whether the text is a visitor's position and nothing else.

    >>> is_position("高级研究员"), is_position("基金经理"), is_position("王凯")
    (True, True, False)
    """
    return _POSITION.fullmatch("".join(text.split())) is not None or (
        text.isascii() and _POSITION.fullmatch(text.strip()) is not None
    )


@lru_cache(maxsize=4096)  # asked again and again of the same words
def without_position(text: str) -> str:
    """A person's name without the position before or behind it, or the team in brackets.

    >>> without_position("研究员王凯"), without_position("王凯 基金经理"), without_position("王经理")
    ('王凯', '王凯', '王经理')
    """
    for shape in (_BEFORE, _BEHIND, _OF_DESK):
        found = shape.fullmatch(text.strip())
        if found and is_person(found["name"]):
            return found["name"]
    return text


def house_only(text: str) -> str:
    """An institution's name without the position of its visitor behind it.

    >>> house_only("虚构证券 研究员"), house_only("虚构时报记者"), house_only("虚构投资顾问")
    ('虚构证券', '虚构时报', '虚构投资顾问')
    """
    plain = _TOGETHER.sub("", text.strip())
    found = _OF_HOUSE.fullmatch(plain)
    return found["house"].strip() if found else plain


def without_brackets(text: str) -> str:
    """The text without positions, and ways of taking part, in brackets; a blank in their place where words follow."""
    return _IN_BRACKETS.sub(lambda found: " " if text[found.end() : found.end() + 1].isalnum() else "", text)
