"""A group: an institution with the people named of it, and the lines on which it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.fields.name import despread, without_honorific
from extractors.readers.form import Line

NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[、.．)）](?!\d)|[（(]\d{1,3}[)）]|[①-⑳])\s*")
_ASIDE = re.compile(r"\s*[（(][^）)]*[)）]?\s*$")
_PEOPLE = re.compile(r"[、，,；;/\n]|(?<=[㐀-鿿])\s+(?=[㐀-鿿])|\s+(?=\d{1,2}\s*[、.．])|\s{2,}")
_BARE = " 、，,；;。：:\t\n"


@dataclass(frozen=True, slots=True)
class Group:
    """An institution with its people; either may be missing."""

    institution: str | None
    people: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


def institution(text: str) -> str | None:
    """An institution's name as printed, without numbering, marks around it, and brackets that nothing closes."""
    name = NUMBERED.sub("", text.strip()).strip(_BARE)
    name = re.sub(r"等$", "", name)
    for opening, closing in ("（）", "()"):
        if name.endswith(closing) and opening not in name and "（" not in name and "(" not in name:
            name = name[:-1]
        if name.startswith(opening) and closing not in name:
            name = name[1:]
    return None if re.fullmatch(r"(?:个人|自然人|独立)?(?:投资者|投资人|个人|自然人|股东)", name) else name or None


def people(text: str) -> tuple[str, ...]:
    """The people named in a text, without titles in brackets and honorifics."""
    return tuple(name for part in _PEOPLE.split(despread(text)) if (name := person(part)))


def person(text: str) -> str | None:
    """A person's name as printed."""
    name = without_honorific(_ASIDE.sub("", NUMBERED.sub("", text))).strip(_BARE)
    name = re.sub(r"(?<=[㐀-鿿])(?:等\d*人?|先生|女士)$", "", name)
    return None if not name or name in {"等", "无", "/", "-", "—"} or name.isdigit() else name
