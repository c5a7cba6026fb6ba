"""Columns of a table of participants: what each holds, by its heading, else by what most of its cells look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.fields import group
from extractors.fields.house import is_house
from extractors.fields.name import is_person, is_title
from extractors.fields.position import is_position
from extractors.fields.text import flat
from extractors.readers.form import Cell

NUMBER = re.compile(r"\d{1,4}[.、]?")
_ASIDE = re.compile(r"[（(][^）)]*[)）]|[:：*]")
_UNIT = "单位|机构|公司|企业"
_WHOSE = "(?:参与|参会|与会|来访|调研|参加|所属|所在|受邀|客户|投资者?|本次|活动|会议|线上|现场|中文|英文|的)*"
_PERSON = "姓名|人员|参会人|联系人|与会者|参会者|参与人|调研人|人名|来访人|来宾|嘉宾"
_COMPANY = "(?:company|firm|institution|organi[sz]ation)(?: ?name)?"
_HEADINGS = (  # the first that fits wins
    ("number", re.compile(r"序号|编号|序|No\.?|#", re.IGNORECASE)),
    (
        "aside",
        re.compile(
            r".*(?:人数|数量|类型|类别|性质|电话|手机|联系方式|邮箱|邮件|时间|日期|方式|地点|城市|地区|备注|签名|签到|身份证.{0,4}"
            r"|承诺书|场次|来源|权限|E-?mail|Tel|Remarks?)",
            re.IGNORECASE,
        ),
    ),
    (
        "pair",
        re.compile(rf"{_WHOSE}(?:{_UNIT})(?:名称)?[及和与、/](?:参会|参与|调研|来访)?(?:{_PERSON})(?:姓名|名单|名称)?"),
    ),
    ("pair", re.compile(rf"(?:{_PERSON})[及和与、/].{{0,4}}(?:{_UNIT})(?:名称)?")),
    ("people", re.compile(rf".*(?:{_PERSON})(?:名单|姓名|信息)?|(?:full )?name|attendees?", re.IGNORECASE)),
    ("title", re.compile(r".*(?:职务|职位|部门|岗位|职称|头衔)|title|position", re.IGNORECASE)),
    (
        "institution",
        re.compile(rf"{_WHOSE}(?:{_UNIT}|名称)(?:中文|英文)?(?:名称|全称|简称|名)?|{_COMPANY}", re.IGNORECASE),
    ),
)
_NAMED_SO = frozenset(
    {"客户名称", "投资者名称", "客户", "投资者", "名称", "参与者", "参会对象"}
)  # people beside institutions
_LONGEST = 12  # characters of a heading
_SHORT = 6  # of one that no pattern knows

Roles = tuple[str, ...]


def headed(row: Sequence[Cell]) -> Roles | None:
    """The roles that a heading row gives its columns; None for any other row."""
    texts = ["".join(_ASIDE.sub("", flat(cell)).split()) for cell in row]
    roles = [_heading(text) for text in texts]
    filled = [role for role, text in zip(roles, texts, strict=True) if text]
    if not {*filled} & {"people", "institution", "pair"} or any(
        len(text) > _LONGEST or "有限" in text for text in texts
    ):
        return None
    if not all(role or _may_head(text) for role, text in zip(roles, texts, strict=True)):
        return None
    return _settled(roles, texts) if 2 * filled.count("") <= len(filled) else None


def voted(rows: Sequence[Sequence[Cell]], width: int) -> Roles:
    """The roles that most of the cells of each column look like."""
    roles: list[str] = []
    for column in range(width):
        votes = Counter(_role(line.text.strip()) for row in rows for line in row[column])
        del votes[""]
        roles.append(votes.most_common(1)[0][0] if votes else "people" if "institution" in roles else "institution")
    return tuple(roles)


def _heading(text: str) -> str:
    return next((role for role, words in _HEADINGS if words.fullmatch(text)), "")


def _may_head(text: str) -> bool:
    """Whether a text that no pattern knows may stand in a heading row."""
    return len(text) <= _SHORT and not is_house(text) and not is_person(text)


def _settled(roles: list[str], texts: list[str]) -> Roles:
    """The roles; of an institution's two names the first counts, and a client beside an institution is a person."""
    has_people = "people" in roles
    for i, text in enumerate(texts):
        others = [j for j, role in enumerate(roles) if role == "institution" and j != i]
        if text in _NAMED_SO and roles[i] in {"institution", ""} and not has_people and others:
            roles[i] = "people"
        elif roles[i] == "institution" and any(text == _other_name(texts[j]) != texts[j] for j in others if j < i):
            roles[i] = "aside"
    return tuple(roles)


def _other_name(text: str) -> str:
    """机构全称 for 机构简称, and the other way round."""
    return text.translate(str.maketrans("简全", "全简"))


def _role(text: str) -> str:
    """What a line looks like; empty where it may be either."""
    if NUMBER.fullmatch(text):
        return "number"
    if is_position(text):
        return "title"
    parts = group.people(text)
    if is_house(text):
        return "institution"
    if parts and sum(map(is_person, parts)) * 2 >= len(parts):
        return "people"
    if is_title(text):
        return "title"
    return "" if text.isascii() else "institution"
