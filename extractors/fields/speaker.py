"""Who speaks: names of visitors, of the company's people and of the host before a colon, as transcripts print them."""

from __future__ import annotations

import re

from extractors.fields.house import is_known, is_name

TITLE = (
    r"(?:(?:执行|常务|高级|联席|独立|财务|联合|代|原|前)?(?:副|总)?"
    r"(?:董事长|董事会秘书|董秘|总经理|总裁|财务总监|财务负责人|财务部长|总监|总工程师|总会计师|会计师|工程师|董事|监事会主席|监事|独董"
    r"|首席\S{2,4}官|证代|事务代表|事务部\S{0,3}|证券部\S{0,3}|院长|所长|主席|主任|部长|经理|负责人|代表人|秘书|总助)|C[A-Z]O)"
)
_NAME = r"(?:[㐀-鿿·]{1,4})"
_HONORIFIC = r"(?:先生|女士|小姐|博士|教授|总|董)"
_BODY = (
    r"(?:公司管理层|公司高管|上市公司|公司领导|公司方|公司|管理层|高管|我司|我们公司|嘉宾|回答人|答复人|回答者|发言人)"
)
_FIELD = r"(?:证券|投资者关系|保荐|销售|研发|技术|市场|运营)?"
TITLES = rf"{_FIELD}{TITLE}(?:\s*(?:[、/&，,]|兼任?|和|及|暨)?\s*{_FIELD}{TITLE})*"
COMPANY = (
    rf"(?:{_BODY}?\s*{TITLES}\s*(?:{_NAME}?\s*{_HONORIFIC}?)?|{_BODY}|{_NAME}\s*{_HONORIFIC}"
    rf"|{_NAME}\s*{_HONORIFIC}?\s*[（(]\s*{_BODY}?\s*{TITLES}\s*[）)])"
)  # a body, titles with or without a name, a name with an honorific or its titles in brackets
_AUDIENCE = (
    r"(?:投资者|网友|股东|分析师|研究员|记者|媒体|观众|提问者|提问人|参会者|参会人员"
    r"|来访人员|来访者|调研人员|调研机构|机构)"
)
_WHICH = (
    rf"(?:[A-Za-z甲乙丙丁]|\d{{1,3}}|[_＿#][A-Za-z0-9*]{{1,16}}|[一二三四五六七八九十]{{1,3}}|{_NAME}\s*{_HONORIFIC})"
)
VISITOR = rf"(?:(?:现场|线上|网络|网上|中小|个人|机构|某|各位|其他)?{_AUDIENCE}(?:代表)?\s*{_WHICH}?)"
_KIND = "证券|基金|资本|资管|资产|保险|人寿|私募|机构|研究所|信托"
_HOUSE = (
    rf"(?:(?!\d)[^。，,！？?!：:；;、]{{2,14}}(?:{_KIND}|{_AUDIENCE})\s*"
    rf"(?:\S{{0,4}}{_AUDIENCE})?\s*{_NAME}?(?:{_HONORIFIC})?"
    rf"|{_NAME}{_HONORIFIC}?\s*[（(][^（()）]{{2,16}}(?:{_KIND})[^（()）]{{0,4}}[)）])"
)
_VISITOR = re.compile(rf"\s*{VISITOR}\s*[:：]\s*")
_GUEST = re.compile(rf"\s*{_HOUSE}\s*[:：]\s*")
_CALLER = re.compile(rf"\s*(?P<house>[^\s，。：:、]{{2,12}})\s+(?P<name>[㐀-鿿·]{{2,4}}?)\s*{_HONORIFIC}?\s*[:：]\s*")
_ANSWER = re.compile(rf"\s*{COMPANY}\s*[:：]\s*(?![㐀-鿿·]{{2,4}}\s*{_HONORIFIC}?\s*$)")  # a name alone lists who came
_ALONE = re.compile(r"\s*([㐀-鿿·]{2,4})\s*[:：]")
_HOST = re.compile(
    rf"\s*(?:会议)?(?:主持人|司仪)\s*(?:{_NAME})?\s*{_HONORIFIC}?\s*(?:[（(][^）)]{{1,20}}[）)])?\s*[:：]\s*"
)


def asks(text: str) -> int | None:
    """Where a visitor's words begin in a transcript (投资者：…, 某某证券：…); None for any other line."""
    found = _VISITOR.match(text) or (None if tells(text) else _GUEST.match(text))
    caller = None if found else _CALLER.match(text)
    if caller and is_known(caller["house"]) and is_name(caller["name"]):
        return caller.end()
    return found.end() if found else None


def tells(text: str) -> int | None:
    """Where the company's words begin in a transcript (公司：…, 董事长某某：…); None for any other line."""
    found = None if _VISITOR.match(text) else _ANSWER.match(text)
    return found.end() if found else None


def name(text: str) -> str | None:
    """A name alone before a colon (王小明：…), whoever it is; None for any other line."""
    found = _ALONE.match(text)
    return found.group(1) if found else None


def hosts(text: str) -> int | None:
    """Where the words of the one who leads the meeting begin (主持人：…); None for any other line."""
    found = _HOST.match(text)
    return found.end() if found else None
