"""Paragraphs by the layout: room left, indents, lists, gaps, formats without places."""

from __future__ import annotations

import pytest

from extractors.fields.paragraph import Frame, breaks_after, frame
from extractors.fields.paragraph import paragraphs as grouped
from extractors.readers.form import Line
from tests.factory.lines import SIZE, paragraphs, printed


def texts(groups: tuple[tuple[Line, ...], ...]) -> list[str]:
    """The groups' texts."""
    return ["|".join(line.text for line in group) for group in groups]


def test_a_short_line_ends_a_paragraph() -> None:
    lines = printed("一" * 30, "二" * 10, "三" * 30, "四" * 5)
    assert texts(grouped(lines)) == ["一" * 30 + "|" + "二" * 10, "三" * 30 + "|" + "四" * 5]


def test_an_indented_line_opens_a_paragraph() -> None:
    lines = printed("　　" + "一" * 28, "二" * 30, "　　" + "三" * 28, "四" * 30)
    assert texts(grouped(lines)) == ["一" * 28 + "|" + "二" * 30, "三" * 28 + "|" + "四" * 30]


@pytest.mark.parametrize(("second", "count"), [("（2）" + "二" * 27, 2), ("2、" + "二" * 27, 2), ("二" * 29, 1)])
def test_an_indented_line_behind_an_indented_one_opens_a_paragraph_where_a_list_goes_on(
    second: str, count: int
) -> None:
    edge = printed("一" * 30, "一" * 30, "一" * 30)
    lines = (*edge, *printed("（1）" + "一" * 27, second, left=124))
    assert len(grouped(lines)) == 1 + count


def test_a_line_that_leaves_no_room_for_the_next_word_goes_on() -> None:
    lines = printed("一" * 24, "Internationalization " + "二" * 10)
    assert texts(grouped(lines)) == ["一" * 24 + "|Internationalization " + "二" * 10]


def test_paragraphs_of_formats_without_places_stay_apart() -> None:
    assert texts(grouped(paragraphs("一" * 80, "二"))) == ["一" * 80, "二"]


def test_lines_over_a_page_break_go_on() -> None:
    lines = (*printed("一" * 30, page=1, top=780), *printed("二" * 5, page=2, top=60))
    assert texts(grouped(lines)) == ["一" * 30 + "|" + "二" * 5]


@pytest.mark.parametrize(("gap", "count"), [(1.0, 1), (1.3, 1), (1.6, 2), (3.0, 2)])
def test_a_gap_wider_than_the_usual_step_parts_full_lines(gap: float, count: int) -> None:
    step = 1.5 * SIZE
    above = printed(*["一" * 30] * 5)
    below = printed(*["二" * 30] * 2, top=100 + 4 * step + gap * step)
    assert len(grouped((*above, *below))) == count


def test_few_lines_do_not_tell_the_usual_step() -> None:
    lines = (*printed("一" * 30), *printed("二" * 30, top=160))
    assert frame(lines).step == 0.0
    assert len(grouped(lines)) == 1


def test_the_frame_of_lines() -> None:
    assert frame(printed("一" * 10, "二" * 20)) == Frame(right=458.0, left=100.0, step=0.0)
    assert frame(paragraphs("一")) == Frame(right=0.0, left=0.0, step=0.0)
    assert frame(()) == Frame(right=0.0, left=0.0, step=0.0)


def test_a_line_breaks_by_its_own_cell() -> None:
    narrow, wide = printed("一" * 10, room=120)[0], printed("一" * 10, "二" * 30)
    assert not breaks_after(narrow, wide[1], frame(wide))
    assert breaks_after(wide[0], wide[1], frame(wide))
