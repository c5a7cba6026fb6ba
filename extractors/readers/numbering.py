"""Numbers that Word counts by itself: a paragraph's number stands in the numbering part and nowhere in its text.

WordprocessingML (ISO/IEC 29500-1, 17.9): a paragraph, or its style, names a list and a level; the level has a
format and a text in which %1 to %9 stand for the counts of the levels; lists of one definition count together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from extractors.readers.numeral import shown
from extractors.readers.ticks import decode, is_private

_OFF = {"0", "false", "off"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its first number, format and text, and what parts them from the paragraph."""

    start: int
    format: str
    text: str
    blank: str
    font: str
    is_plain: bool  # all counts in its text as plain numbers
    style: str | None


@dataclass(slots=True)
class _Lists:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, _Level]]  # by the definition's id
    definitions: dict[str, str]  # the list's id to the definition's
    starts: dict[tuple[str, int], int]  # numbers with which a list begins anew
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number_id: str, depth: int) -> str:
        """What stands before the next paragraph of the list at that level."""
        definition = self.definitions.get(number_id, "")
        level = self.levels.get(definition, {}).get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(definition, {})
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        key = (number_id, depth)
        if key in self.starts and key not in self.begun:
            counts[depth] = self.starts[key]
        self.begun.add(key)
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return self._shown(definition, level, counts)

    def _shown(self, definition: str, level: _Level, counts: dict[int, int]) -> str:
        if level.format == "bullet":
            return (decode(level.text, level.font) or "") if level.text and is_private(level.text[0]) else ""

        def count(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = self.levels[definition].get(at, level)
            return shown(counts.get(at, of.start), "decimal" if level.is_plain else of.format)

        text = re.sub(r"%([1-9])", count, level.text)
        return text + level.blank if text else ""


def write_out(document: Document) -> None:
    """Write the numbers that Word would show into the paragraphs, as runs of their own at the beginning."""
    lists = _lists(document)
    if lists is None:
        return
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}
    for paragraph in document.element.body.iter(qn("w:p")):
        if any(parent.tag == _FALLBACK for parent in paragraph.iterancestors()):
            continue
        place = _place(paragraph, styles, lists)
        text = lists.next(*place) if place else ""
        if text:
            _insert(paragraph, text)


def _lists(document: Document) -> _Lists | None:
    """The document's lists, None where it has no numbering part."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return None
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    levels = {_id(one, "abstractNumId"): dict(_levels(one)) for one in root.findall(qn("w:abstractNum"))}
    definitions, starts = {}, {}
    for number in root.findall(qn("w:num")):
        name = _id(number, "numId")
        definitions[name] = definition = _value(number, "w:abstractNumId") or ""
        own = {int(_id(change, "ilvl")): change for change in number.findall(qn("w:lvlOverride"))}
        changed = {at: level for change in own.values() for at, level in _levels(change)}
        if changed:
            definitions[name] = f"{definition} {name}"
            levels[definitions[name]] = {**levels.get(definition, {}), **changed}
        for at, change in own.items():
            start = _value(change, "w:startOverride")
            starts.update({(name, at): int(start)} if start else {})
    links = {_value(one, "w:styleLink"): _id(one, "abstractNumId") for one in root.findall(qn("w:abstractNum"))}
    for one in root.findall(qn("w:abstractNum")):
        link = _value(one, "w:numStyleLink")
        if link is not None and link in links:
            levels[_id(one, "abstractNumId")] = levels[links[link]]
    return _Lists(levels, definitions, starts)


def _levels(parent: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in parent.findall(qn("w:lvl")):
        fonts = level.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        plain = level.find(qn("w:isLgl"))
        yield (
            int(_id(level, "ilvl")),
            _Level(
                start=int(_value(level, "w:start") or 0),
                format=_value(level, "w:numFmt") or "decimal",
                text=_value(level, "w:lvlText") or "",
                blank="" if _value(level, "w:suff") == "nothing" else " ",
                font=(fonts.get(qn("w:ascii")) or "") if fonts is not None else "",
                is_plain=plain is not None and plain.get(qn("w:val")) not in _OFF,
                style=_value(level, "w:pStyle"),
            ),
        )


def _place(paragraph: etree._Element, styles: dict[str, etree._Element], lists: _Lists) -> tuple[str, int] | None:
    """The list and level of a paragraph, its own or its style's; None where it is of none."""
    own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    name = _value(paragraph.find(qn("w:pPr")), "w:pStyle")
    number = _value(own, "w:numId")
    depth = _value(own, "w:ilvl")
    chain: set[str] = set()
    while number is None and name in styles and name not in chain:
        chain.add(name)
        listed = styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = _value(listed, "w:numId")
        if number is not None and depth is None:
            levels = lists.levels.get(lists.definitions.get(number, ""), {})
            of_style = next((at for at, level in levels.items() if level.style == name), None)
            depth = str(of_style) if of_style is not None else _value(listed, "w:ilvl")
        name = _value(styles[name], "w:basedOn") or ""
    return None if number in {None, "0"} else (str(number), int(depth or 0))


def _insert(paragraph: etree._Element, text: str) -> None:
    """Put the number before the paragraph's first run, emphasised as that is."""
    first = next((run for run in paragraph.iter(qn("w:r")) if "".join(run.itertext()).strip()), None)
    if first is None:
        return  # an empty paragraph: it is counted and shows nothing
    bold = first.find(f"{qn('w:rPr')}/{qn('w:b')}")
    is_bold = bold is not None and bold.get(qn("w:val")) not in _OFF
    run = parse_xml(f"<w:r {nsdecls('w')}>{'<w:rPr><w:b/></w:rPr>' if is_bold else ''}<w:t/></w:r>")
    run.find(qn("w:t")).text = text
    paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, run)


def _id(element: etree._Element, name: str) -> str:
    return str(element.get(qn(f"w:{name}")) or "0")


def _value(parent: etree._Element | None, name: str) -> str | None:
    """The value of a child element, None where there is none."""
    child = parent.find(qn(name)) if parent is not None else None
    value = child.get(qn("w:val")) if child is not None else None
    return str(value) if value is not None else None
