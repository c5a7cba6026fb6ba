"""Posts and names of a company's own people: which words are a position, a department, a name, or nobody's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.name import is_institution, is_person, is_title

HAN = r"(?:[㐀-鿿]{1,8}(?:[·•‧・][㐀-鿿]{1,8})+|[㐀-鿿]{2,4})"
LATIN = r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}"
NAMED_AFTER = re.compile(
    r"^(?P<title>.*(?:董事长|董事|监事|经理|总裁|总监|秘书|董秘|代表人|代表|负责人|主任|主管|专员|助理|主席|会计师|工程师|部长|院长|所长|书记|保荐人|证代|"
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
