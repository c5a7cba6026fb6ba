"""Places: regions on pages around lines, and spans in the record's text."""

from extractors.documents.place import naming, regions, spans
from extractors.readers.form import Line
from tests.factory.lines import paragraphs, printed


def test_a_region_around_lines_of_one_page() -> None:
    (found,) = regions("r-1", "question", 2, printed("一" * 10, "二" * 20, top=100.04))
    assert (found.record_id, found.kind, found.ordinal, found.part, found.page) == ("r-1", "question", 2, 1, 1)
    assert (found.x0, found.top, found.x1, found.bottom) == (100.0, 100.0, 340.0, 130.0)


def test_a_region_a_page() -> None:
    found = list(
        regions("r-1", "question", 1, (*printed("甲", page=2), *printed("乙", page=3), *printed("丙", page=3, top=200)))
    )
    assert [(one.part, one.page, one.top, one.bottom) for one in found] == [(1, 2, 100.0, 112.0), (2, 3, 100.0, 212.0)]


def test_lines_without_pages_or_boxes() -> None:
    assert list(regions("r-1", "host", 1, paragraphs("甲"))) == []
    (found,) = regions("r-1", "host", 1, (Line(text="甲", page=1),))
    assert (found.x0, found.top, found.x1, found.bottom) == (None, None, None, None)


def test_spans_go_forward_through_the_text() -> None:
    text = "问\n甲\n答\n乙\n问\n甲\n答\n丙"
    groups = [paragraphs("甲", "乙"), paragraphs("甲", "丙")]
    found = list(spans(text, groups))
    assert [text[start:end] for start, end in found] == ["甲\n答\n乙", "甲\n答\n丙"]


def test_lines_that_are_not_in_the_text_have_no_span() -> None:
    assert list(spans("甲乙", [paragraphs("丙"), paragraphs("乙")])) == [(None, None), (1, 2)]
    assert list(spans("甲", [])) == []


def test_names_are_found_in_order_and_over_the_ends_of_lines() -> None:
    lines = paragraphs("甲 公司：李琦、王", "诚；乙公司：李琦")
    found = naming(lines, ["李琦", "王诚", "李琦", "甲公司", "丙", ""])
    assert [tuple(lines.index(line) for line in one) for one in found] == [(0,), (0, 1), (1,), (0,), (), ()]
