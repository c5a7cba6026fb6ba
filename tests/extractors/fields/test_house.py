"""Houses: by their words or by the register, and the person that stands right behind them."""

import pytest

from extractors.fields import house


@pytest.mark.parametrize("text", ["易方达", "高毅", "中信证券", "UBS", "ubs", "Goldman Sachs", "GOLDMAN SACHS"])
def test_known(text: str) -> None:
    assert house.is_known(text)
    assert house.is_house(text)
    assert not house.is_name(text)


def test_houses_that_the_register_does_not_hold() -> None:
    assert [text for text in ("虚构证券", "Fiction Capital", "李琦", "Jane Wu") if house.is_house(text)] == [
        "虚构证券", "Fiction Capital",
    ]  # fmt: skip
    assert not house.is_known("虚构证券")


def test_a_person_is_no_house_s_short_name() -> None:
    assert house.is_name("李琦")
    assert not house.is_name("申万宏源")
    assert not house.is_name("虚构证券")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("虚构证券李琦", ("虚构证券", "李琦")), ("虚构证券研究所李琦", ("虚构证券研究所", "李琦")),
        ("虚构证券研究员李琦", ("虚构证券", "李琦")), ("虚构基金基金经理张明远", ("虚构基金", "张明远")),
        ("虚构（香港）李琦", ("虚构（香港）", "李琦")), ("易方达李琦", ("易方达", "李琦")), ("华泰柏瑞李琦", ("华泰柏瑞", "李琦")),
        ("虚构资产管理中心（有限合伙）李琦", ("虚构资产管理中心（有限合伙）", "李琦")),
        ("虚构证券的李琦", ("虚构证券", "李琦")), ("虚构资产管理李琦", ("虚构资产管理", "李琦")), ("虚构证券电子组李琦", ("虚构证券电子组", "李琦")),
        ("虚构新闻记者李琦", ("虚构新闻", "李琦")), ("虚构部李琦", None),
        ("虚构证券", None), ("虚构证券研究员", None), ("李琦", None), ("虚构证券资管", None), ("虚构资产管理有限公司", None), ("", None),
    ],
)  # fmt: skip
def test_a_person_glued_to_a_house(text: str, parts: tuple[str, str] | None) -> None:
    assert house.unglued(text) == parts


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("UBS Jimmy Yu", 1), ("GIC Bob Qian Tianchen", 1), ("Goldman Sachs Allen Chang", 2), ("Morgan Stanley", 2),
        ("Point72 Hong Kong Jason Liu", 3),
        ("UBS Asset Management Jimmy Yu", 3), ("Fiction Capital Jane Wu", 2), ("Fiction House Jane Wu", 2),
    ],
)  # fmt: skip
def test_where_a_latin_person_begins(text: str, at: int) -> None:
    assert house.latin_at(text.split()) == at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBS Jimmy Yu", True), ("Fiction Capital Jane Wu", True), ("Fiction Capital", False), ("Goldman Sachs", False),
        ("Fiction Capital Hong Kong", False), ("Fiction Capital Singapore", False), ("Jane Wu", False), ("Fiction House Jane Wu", False),
    ],
)  # fmt: skip
def test_what_is_surely_a_latin_pair(text: str, expected: bool) -> None:
    assert house.is_latin_pair(text.split()) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("虚构证券  假设基金  北京子虚", ["虚构证券", "假设基金", "北京子虚"]), ("虚构证券 假设基金", ["虚构证券", "假设基金"]),
        ("Fiction Capital  Fable Partners", ["Fiction Capital", "Fable Partners"]), ("Fiction Capital", ["Fiction Capital"]),
        ("虚构证券 研究所", ["虚构证券 研究所"]),
    ],
)  # fmt: skip
def test_institutions_in_columns(text: str, found: list[str]) -> None:
    assert house.houses_of(text) == found


def test_a_legal_form_that_a_line_s_end_tears() -> None:
    assert [text for text in ("虚构投资有限公", "虚构投资有限", "虚构投资有限公司", "李琦") if house.is_torn(text)] == [
        "虚构投资有限公", "虚构投资有限",
    ]  # fmt: skip
