"""Numbers that Word counts by itself, written into the paragraphs."""

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from extractors.readers.numbering import write_out

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:suff w:val="nothing"/><w:lvlText w:val="{}"/></w:lvl>'


def listed(*levels: tuple[str, str], start: int | None = None) -> Document:
    """An empty document with the list 71 of the given levels, and the list 72 of the same, which may begin anew."""
    document = docx.Document()
    root = document.part.numbering_part.element
    inner = "".join(LEVEL.format(depth, style, text) for depth, (style, text) in enumerate(levels))
    change = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    spaces = nsdecls("w")
    root.insert(0, parse_xml(f'<w:abstractNum {spaces} w:abstractNumId="70">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {spaces} w:numId="71"><w:abstractNumId w:val="70"/></w:num>'))
    root.append(parse_xml(f'<w:num {spaces} w:numId="72"><w:abstractNumId w:val="70"/>{change}</w:num>'))
    return document


def add(document: Document, text: str, number: int | None = 71, depth: int = 0, *, bold: bool = False) -> None:
    """A paragraph of a list."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    if number is not None:
        inner = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{inner}</w:numPr>"))


def texts(document: Document) -> list[str]:
    """The paragraphs' texts with their numbers written."""
    write_out(document)
    return [paragraph.text for paragraph in document.paragraphs]


def test_paragraphs_are_counted_past_others() -> None:
    document = listed(("chineseCounting", "问题%1："))
    add(document, "甲")
    add(document, "答", None)
    add(document, "乙")
    add(document, "丙", 0)
    assert texts(document) == ["问题一：甲", "答", "问题二：乙", "丙"]


def test_levels_count_inside_one_another() -> None:
    document = listed(("decimal", "%1、"), ("decimal", "%1.%2 "))
    for text, depth in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1)):
        add(document, text, depth=depth)
    assert texts(document) == ["1、甲", "1.1 乙", "1.2 丙", "2、丁", "2.1 戊"]


@pytest.mark.parametrize(("start", "last"), [(None, "3、丙"), (1, "1、丙"), (5, "5、丙")])
def test_lists_of_one_definition_count_together_unless_one_begins_anew(start: int | None, last: str) -> None:
    document = listed(("decimal", "%1、"), start=start)
    for text, number in (("甲", 71), ("乙", 71), ("丙", 72)):
        add(document, text, number)
    assert texts(document)[-1] == last


def test_a_style_s_list() -> None:
    document = listed(("decimal", "%1、"))
    style = document.styles.add_style("Asked", 1)
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="71"/></w:numPr>'))
    document.add_paragraph("甲", style="Asked")
    assert texts(document) == ["1、甲"]


def test_a_number_is_emphasised_as_its_text_is() -> None:
    document = listed(("decimal", "%1、"))
    add(document, "甲", bold=True)
    add(document, "乙")
    write_out(document)
    assert [paragraph.runs[0].bold for paragraph in document.paragraphs] == [True, None]


def test_an_empty_paragraph_counts_and_shows_nothing() -> None:
    document = listed(("decimal", "%1、"))
    add(document, "")
    add(document, "乙")
    assert texts(document) == ["", "2、乙"]


def test_bullets_are_no_numbers_unless_they_are_boxes() -> None:
    document = listed(("bullet", "\uf0b7"), ("bullet", "\uf0fe"))
    add(document, "甲")
    add(document, "乙", depth=1)
    assert texts(document) == ["甲", "☑乙"]


def test_a_document_without_lists() -> None:
    document = docx.Document()
    part = document.part.numbering_part
    for key in [key for key, relation in document.part.rels.items() if relation.target_part is part]:
        del document.part.rels[key]
    document.add_paragraph("甲")
    assert texts(document) == ["甲"]
    assert document.element.body.find(f".//{qn('w:numPr')}") is None
