"""Resolution: printed names to institutions of the register, exactly or by a rule that is told; never by likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractors.institutions import InstitutionName
from extractors.registers.institution import aliases, known, shared
from extractors.registers.written import LEVELS, Rule, forms, rules

_HAN = re.compile(r"[㐀-鿿]")
_SCRIPTS = re.compile(r"[A-Za-z][A-Za-z .,&'’()-]*[A-Za-z.)]|[^A-Za-z]+")
_TRADE = re.compile(
    r"(?:证券|基金|资产|投资|资本|私募|信托|银行|期货|保险|人寿|养老|理财|财富|国际|集团|控股|投信|资管|管理|asset|investment|capital|fund|"
    r"group|securities|global|management|partners)*"
)
_LEAST = 2  # characters of a name's own part


@dataclass(frozen=True, slots=True)
class _Found:
    institution_id: str
    rule: str
    alias: str
    unit: str | None = None


def resolve(printed: str) -> InstitutionName:
    """The institution that a printed name surely means, with the rule and the register's name it came down to.

    >>> resolve("华泰證券研究所").institution_id, resolve("华泰證券研究所").rule, resolve("华泰證券研究所").unit
    ('华泰证券股份有限公司', 'desk', '研究所')
    >>> resolve("虚构证券").rule
    'unresolved'
    """
    found = _plain(printed) or _both_scripts(printed) or _parted(printed) or _loose(printed)
    if not found or (printed in shared() and found.rule != "exact"):
        return InstitutionName(printed=printed, institution_id=None, rule="unresolved", alias=None, unit=None)
    return InstitutionName(
        printed=printed, institution_id=found.institution_id, rule=found.rule, alias=found.alias, unit=found.unit
    )


def institution_names(printed: Iterable[str]) -> Iterator[InstitutionName]:
    """The resolutions of these names."""
    return map(resolve, printed)


@cache
def names_of_rules() -> tuple[str, ...]:
    """All that `rule` can be, in the order in which they are tried."""
    return ("exact", *LEVELS, "both_scripts", "desk", "branch", "loose_kind", "unresolved")


def _plain(text: str) -> _Found | None:
    """The institution that has the name, exactly or in one of its forms."""
    if text in _exact() or text in shared():
        return _Found(_exact()[text], "exact", text) if text in _exact() else None
    index = _index()
    for type_ in (None, *_own_rules()):
        for level, form in zip(LEVELS, forms(text, type_), strict=True):
            one = index[level].get(form)
            if one and _fits(text, one.institution_id, level, type_):
                return _Found(one.institution_id, level, one.alias)
    return None


def _fits(text: str, institution_id: str, level: str, type_: str | None) -> bool:
    """Whether the type is the one asked for, and no place is printed that the institution's full name denies."""
    if type_ and _types()[institution_id] != type_:
        return False
    if level != "place" or type_ == "foreign":
        return True
    own = _places(institution_id)
    return not own or _places(text) <= own


@cache
def _own_rules() -> tuple[str, ...]:
    """The types of institutions whose written forms have rules of their own."""
    return tuple(sorted({type_ for level in LEVELS for rule in rules(level) for type_ in rule.types}))


def _places(text: str) -> set[str]:
    return {place for rule in rules("place_word") for place in rule.pattern.findall(text)}


def _places_dropped(text: str) -> str:
    for rule in rules("place_word"):
        text = rule.pattern.sub("", text)
    return text


def _both_scripts(text: str) -> _Found | None:
    """The institution named in Chinese, with Latin letters beside it that name the same or nobody known."""
    parts = [part.strip(" ()（）,，、/-") for part in _SCRIPTS.findall(text)]
    han = [part for part in parts if _HAN.search(part)]
    latin = [part for part in parts if part.isascii() and len(part) > 1]
    if len(han) != 1 or len(latin) != 1:
        return None
    one, other = _plain(han[0]) or _loose(han[0]), _plain(latin[0])
    if one is None and not _places_dropped(han[0]):
        one = other
    agree = one and (other is None or other.institution_id == one.institution_id)
    return _Found(one.institution_id, "both_scripts", one.alias) if one and agree else None


def _parted(text: str) -> _Found | None:
    """The institution before a desk's name or a branch's."""
    for rule in rules("desk"):
        found = rule.pattern.search(text)
        if found and (one := _owner(text[: found.start()], rule)):
            return _Found(one.institution_id, "desk", one.alias, found[0])
    for rule in rules("branch"):
        if rule.pattern.search(text):
            for end in range(len(text) - _LEAST, _LEAST, -1):
                if rule.pattern.fullmatch(text[end:]) and (one := _owner(text[:end], rule)):
                    return _Found(one.institution_id, "branch", one.alias, text[end:])
    return None


def _owner(text: str, rule: Rule) -> _Found | None:
    """The institution of a desk or branch: a securities firm for 自营 behind a bare name."""
    if len(text) < _LEAST:
        return None
    one = _plain(text)
    if one is None and rule.types == {"securities"} and rule.replacement == "自营":
        one = _plain(f"{text}证券")
    return one if one and (not rule.types or _types()[one.institution_id] in rule.types) else None


def _loose(text: str) -> _Found | None:
    """The private fund or foreign house whose own part the name has, behind it another word of the trade."""
    for rule in rules("loose_kind"):
        for type_ in sorted(rule.types):
            stem = _stem(text, type_, needs_trade=True)
            one = _stems(type_).get(stem) if stem else None
            if one and _fits(text, one.institution_id, "place", type_):
                return _Found(one.institution_id, "loose_kind", one.alias)
    return None


def _stem(text: str, type_: str, *, needs_trade: bool = False) -> str | None:
    """The own part of a name: without places, legal form and words of the trade; none where such a word must be."""
    whole = form = forms(text, type_)[-1]
    for rule in rules("loose_kind"):
        if type_ in rule.types:
            form = rule.pattern.sub(rule.replacement, form)
    if needs_trade and form == whole:
        return None
    return form if len(form) >= _LEAST and not _TRADE.fullmatch(form) else None


@cache
def _stems(type_: str) -> dict[str, _Found]:
    """Own parts of the names of one type, where no institution of any type has the same for a name."""
    named: dict[str, dict[str, _Found]] = defaultdict(dict)
    for alias in aliases():
        stem = _stem(alias.alias, type_)
        if stem and _types()[alias.institution_id] == type_:
            named[stem].setdefault(alias.institution_id, _Found(alias.institution_id, "loose_kind", alias.alias))
    taken = _index()["place"]
    return {
        stem: next(iter(found.values()))
        for stem, found in named.items()
        if len(found) == 1 and (stem not in taken or taken[stem].institution_id in found)
    }


@cache
def _exact() -> dict[str, str]:
    return {one.alias: one.institution_id for one in aliases()}


@cache
def _types() -> dict[str, str]:
    return {row.name: row.type for row in known()}


@cache
def _index() -> dict[str, dict[str, _Found]]:
    """At each level the forms of the register's names that one institution alone has."""
    named: dict[tuple[str, str], dict[str, _Found]] = defaultdict(dict)
    for one in aliases():
        for level, form in zip(LEVELS, forms(one.alias, _types()[one.institution_id]), strict=True):
            if len(form) >= _LEAST and not _TRADE.fullmatch(form):
                named[level, form].setdefault(one.institution_id, _Found(one.institution_id, level, one.alias))
    index: dict[str, dict[str, _Found]] = {level: {} for level in LEVELS}
    for (level, form), found in named.items():
        if len(found) == 1:
            index[level][form] = next(iter(found.values()))
    return index
