"""Blocks of institutions and of people, and pairs in Latin letters, as whole cells print them."""

import pytest

from extractors.fields.block import settled
from extractors.fields.inline import parse
from extractors.fields.text import flow
from extractors.fields.token import tokens_of
from tests.factory.lines import paragraphs, wrapped

Expected = list[tuple[str | None, tuple[str, ...]]]
TWO: Expected = [("虚构证券", ("李琦",)), ("假设基金", ("王诚", "张明远"))]
LATIN: Expected = [("Fiction Capital", ("Jane Wu",)), ("Fable Asset Management", ("Peter Lam",))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("参与单位：虚构证券、假设基金", "参与人员：李琦、王诚"),
            [("虚构证券", ()), ("假设基金", ()), (None, ("李琦",)), (None, ("王诚",))],
        ),
        (("机构名称：虚构证券 参会人员：李琦", "机构名称：假设基金 参会人员：王诚、张明远"), TWO),
        (("机构名称：虚构证券", "参会人员：李琦", "机构名称：假设基金", "参会人员：王诚、张明远"), TWO),
        (("单位：虚构证券 姓名：李琦；单位：假设基金 姓名：王诚、张明远",), TWO),
        (("参会人员：虚构证券 李琦、假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("参会人员：李琦、王诚",), [(None, ("李琦",)), (None, ("王诚",))]),
        (("李琦（虚构证券）；王诚、张明远（假设基金）",), TWO),
        (("Jane Wu, Fiction Capital", "Peter Lam, Fable Asset Management"), LATIN),
        (("Fiction Capital, Jane Wu; Fable Asset Management, Peter Lam",), LATIN),
        (("Fiction Capital, Fable Asset Management",), [("Fiction Capital", ()), ("Fable Asset Management", ())]),
    ],
)
def test_blocks(lines: tuple[str, ...], expected: Expected) -> None:
    assert [(one.institution, one.people) for one in parse(paragraphs(*lines))] == expected


def test_a_lead_at_the_end_of_a_full_line() -> None:
    cell = wrapped("参与单位：虚构证券、假设基金、子虚资产参与人员：李琦、王诚", room=228)
    assert [token.text for token in settled(tuple(tokens_of(flow(cell)))) if token.of_people] == ["李琦", "王诚"]
