"""Forms of a file: one, or several after one another."""

from extractors.fields.label import is_label
from extractors.readers.assembly import form_of
from extractors.readers.form import Block, Form, TableRow
from tests.factory.form import VALUES
from tests.factory.lines import paragraphs


def rows(*, without: str = "") -> tuple[Block, ...]:
    """The form's table."""
    return tuple(
        TableRow(first=paragraphs(label), rest=((paragraphs(*lines),),))
        for label, lines in VALUES.items()
        if label != without
    )


def heads(form: Form) -> list[list[str]]:
    """The heads of all forms."""
    return [[line.text for line in one.header] for one in (form, *form.following)]


def test_one_form() -> None:
    form = form_of((*paragraphs("标题"), *rows()), is_label, 2)
    assert (heads(form), form.page_count, len(form.rows)) == ([["标题"]], 2, len(VALUES))


def test_several_forms_each_with_its_head() -> None:
    form = form_of((*paragraphs("甲"), *rows(), *paragraphs("乙"), *rows(), *paragraphs("丙"), *rows()), is_label)
    assert heads(form) == [["甲"], ["乙"], ["丙"]]
    assert all([row.label for row in one.rows] == list(VALUES) for one in (form, *form.following))


def test_a_form_without_a_head_has_the_first_one_s() -> None:
    assert heads(form_of((*paragraphs("甲"), *rows(), *rows()), is_label)) == [["甲"], ["甲"]]


def test_a_label_that_comes_twice_makes_no_form() -> None:
    again = TableRow(first=paragraphs("投资者关系活动类别"), rest=((paragraphs("无"),),))
    form = form_of((*paragraphs("甲"), *rows(), again), is_label)
    assert (len(form.following), form.rows[-1].label) == (0, "投资者关系活动类别")


def test_no_blocks() -> None:
    assert form_of((), is_label) == Form(header=(), rows=(), annex=())


def test_an_unknown_label_above_the_first_known_one_is_a_row_and_the_head_s_values_are_none() -> None:
    above = (
        TableRow(first=paragraphs("公司全称"), rest=((paragraphs("虚构股份有限公司"),),)),
        TableRow(first=paragraphs("会议形式说明"), rest=((paragraphs("线上举行"),),)),
    )
    form = form_of((*above, *rows()[1:]), is_label)
    assert form.rows[0].label == "会议形式说明"
    assert [line.text for line in form.header] == ["公司全称", "虚构股份有限公司"]
