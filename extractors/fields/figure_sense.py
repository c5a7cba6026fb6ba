"""What the words around a figure say of it: about, over or under; more or less than a year or a quarter ago."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.registers.figure_word import pattern

_APPROXIMATIONS = ("under", "over", "nearly", "about")
_FILLER = r"(?:为|是|在|有|达到?|了|至|到|于|出|:|：|人民币|\s)*"
_BEFORE = re.compile(f"(?:{pattern('before', _APPROXIMATIONS)}){_FILLER}$")
_AFTER = re.compile(rf"\s?(?:{pattern('after', _APPROXIMATIONS)})")
_COMPARED = re.compile(pattern("before", ("yoy", "qoq")))
_CHANGED = re.compile(pattern("before", ("down", "up")))
_CLAUSE = re.compile(r"[。；;：:\n！？!?（(]|(?<!相比)，|(?<!相比),(?!\d)")
_FIGURES = re.compile(r"[\d.,%％~\-]|个?百分点|[万亿]*[美港欧]?元|[、和及与]|分别|\s")
_LEVEL = re.compile(
    r"^(?:了)?[至到]|^为|[\d%％元倍点家人万亿][^、和及与\d]{0,3}(?:至|到|为)"
)  # 增长至: what follows is no change
_NEAR_BEFORE, _NEAR_AFTER = 14, 6  # characters that are looked at for approximations
_REACH = 60  # characters that are looked at for a comparison
_LOOSE, _CLOSE = 10, 5  # characters between 增长 and its figure, figures of the same list apart; without 同比


@dataclass(frozen=True, slots=True)
class Sense:
    """What is said of a figure."""

    approximation: str | None  # about, nearly, over or under
    compared: str | None  # yoy or qoq
    change: str | None  # up or down


def sense_of(text: str, start: int, end: int, *, is_negative: bool = False) -> Sense:
    """The sense of the figure at this place of a folded text."""
    compared, change = _comparison(text, start, is_negative=is_negative)
    return Sense(_approximation(text, start, end), compared, change)


def _approximation(text: str, start: int, end: int) -> str | None:
    behind = _AFTER.match(text, end, end + _NEAR_AFTER)
    before = _BEFORE.search(text, max(0, start - _NEAR_BEFORE), start)
    kinds = [found.lastgroup for found in (before, behind) if found]
    return next((kind for kind in kinds if kind != "about"), kinds[0] if kinds else None)


def _comparison(text: str, start: int, *, is_negative: bool) -> tuple[str | None, str | None]:
    """Compared with what, and which way: said in the same clause, before the figure, as its change."""
    clause = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    told = _last(_COMPARED, clause)
    since = told.end() if told else 0
    way = _last(_CHANGED, clause, since)
    gap = clause[way.end() if way else since :]
    if _LEVEL.search(gap) or "的" in gap or len(_FIGURES.sub("", gap)) > (_LOOSE if told else _CLOSE):
        return None, None
    if not way and told:
        change = "down" if is_negative else "up" if gap.rstrip().endswith("+") else None
    else:
        change = way.lastgroup if way and _is_own(gap, has_comparison=told is not None) else None
    return (told.lastgroup if told else None), change


def _is_own(gap: str, *, has_comparison: bool) -> bool:
    """Whether a change is the figure's: without 同比, no other figure stands between."""
    return has_comparison or "分别" in gap or not re.search(r"\d", gap)


def _last(of: re.Pattern[str], text: str, since: int = 0) -> re.Match[str] | None:
    """The last place where a pattern is found."""
    found = tuple(of.finditer(text, since))
    return found[-1] if found else None
