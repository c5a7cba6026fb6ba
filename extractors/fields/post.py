"""Posts and names of a company's own people: which words are a position, a department, a name, or nobody's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.name import is_institution, is_person, is_title
from extractors.fields.speaker import TITLES

HAN = r"(?:[㐀-鿿]{1,8}(?:[·•‧・][㐀-鿿]{1,8})+|[㐀-鿿]{2,4})"
LATIN = r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}"
NAMED_AFTER = re.compile(
    r"^(?P<title>.*(?:董事长|董事|监事|经理|总裁办?|总监|秘书|董秘办?|代表人|代表|负责人|主任|主管|专员|助理|主席|会计师|工程师|部长|院长|所长|书记|保荐人|证代|"
    r"主办|科学家|经济师|顾问|合伙人|CEO|CFO|CTO|COO|CIO|IR[DMO]?|[Dd]irector|[Mm]anager|[Oo]fficer|[Pp]resident|[Ss]ecretary|[Rr]elations|副总|秘书长|委员|人员|行长|会长|厂长|总编|总工|部|董办|办公室|"
    r"首席[㐀-鿿]{2,6}官)(?:[（(][^（()）]*[)）])?)"
    rf"\s*(?P<name>{HAN})$"
)
_DEPARTMENT = re.compile(
    r"[㐀-鿿]{1,12}(?:部|部门|办|办公室|中心|室|处|科|组|院|事务所)|(?:联合)?创始人|投资者关系|实际控制人"
)
NOBODY = re.compile(r"工作人员|等$|相关|接待|其他|成员$|人员$|团队|参会|无$|以及|领导")
_LATIN_WORDS = re.compile(LATIN)
_GLUED_LATIN = re.compile(r"[㐀-鿿]+(?=[A-Z][a-z])")
_LATIN_HONORIFIC = re.compile(r"(?<![A-Za-z])(?:Dr|Mr|Mrs|Ms|Prof)\b\.?\s*")
_ENTITLED = re.compile(rf"(?P<name>[㐀-鿿·]{{2,4}}?)(?P<title>{TITLES}|IR[^\s]{{0,4}})")
_QUALIFIES = re.compile(
    "高级|常务|项目|安全|成本|海外|全国|全球|华[东南西北中]|江苏|江西|安徽|云南|宁波|苏州|常州|温州|金[融属]|水务|车[间辆]|应用|党|时任|原|"
    "支部|经营|包装|养殖|农|牧|石[化油]|温控|荣誉|后勤|计[财划]|宣传|施工|终身|方案|黄金|白酒|商[务业]|平台|时装|康养|景[区观]|游[戏乐]|司法|代[理行]|关联|房地|印刷"
)  # what stands before a post, and begins as a surname does


def entitled(text: str) -> tuple[str, str] | None:
    """A name and the post right behind it; None where a text is not those two.

    >>> entitled("李琦总经理"), entitled("高级副总经理")
    (('李琦', '总经理'), None)
    """
    found = None if _QUALIFIES.match(text) else _ENTITLED.fullmatch(text)
    return (found["name"], found["title"]) if found and is_person(found["name"]) else None


def is_post(text: str) -> bool:
    """Whether the text names a position, or the department of somebody whose position is not said."""
    return is_title(text) or _DEPARTMENT.fullmatch(text) is not None


def is_nobody(name: str) -> bool:
    """Whether the text where a name stands names nobody: a post, or staff in general."""
    return is_title(name) or NOBODY.search(name) is not None


def is_name(word: str) -> bool:
    """Whether a word is a person's name: Chinese, in Latin letters, or proved by its honorific."""
    latin = _LATIN_WORDS.fullmatch(word) is not None and not word.isupper() and not is_title(word)
    honoured = word.endswith(("先生", "女士")) and not is_title(word) and not is_institution(word)
    return latin or is_person(word) or honoured


def words_of(text: str) -> list[str]:
    """The words between blanks, a name of several Latin words as one."""
    done: list[str] = []
    plain = _GLUED_LATIN.sub(lambda run: f"{run.group()} " if is_title(run.group()) else run.group(), text)
    for word in _LATIN_HONORIFIC.sub("", plain).split():
        if done and _LATIN_WORDS.fullmatch(f"{done[-1]} {word}") and not is_title(f"{done[-1]} {word}"):
            done[-1] += f" {word}"
        else:
            done.append(word)
    return done


def without_company(title: str, company_names: Sequence[str]) -> str | None:
    """The title without the issuer's name in front."""
    plain = title.strip()
    for name in company_names:
        if name and plain.startswith(name) and len(plain) > len(name):
            plain = plain[len(name) :].strip()
    return plain or None
