"""Positions: told from names and institutions, and taken off both."""

import pytest

from extractors.fields import position


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究员", True), ("高级研究员", True), ("首席分析师", True), ("基金经理", True), ("基金经理助理", True), ("投资总监", True),
        ("电子行业首席分析师", True), ("董事总经理", True), ("合伙人", True), ("记者", True), ("副 总 经 理", True),
        ("王凯", False), ("虚构证券", False), ("基金", False), ("研究", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_a_position(text: str, expected: bool) -> None:
    assert position.is_position(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("研究员王凯", "王凯"), ("高级分析师 张明远", "张明远"), ("王凯 研究员", "王凯"), ("王凯基金经理", "王凯"), ("研究员：王凯", "王凯"),
        ("王凯", "王凯"), ("王经理", "王经理"), ("研究员", "研究员"), ("Jane Wu", "Jane Wu"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_without_its_position(text: str, name: str) -> None:
    assert position.without_position(text) == name


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("虚构证券 研究员", "虚构证券"), ("虚构证券研究员", "虚构证券"), ("虚构时报记者", "虚构时报"), ("虚构基金基金经理", "虚构基金"),
        ("虚构基金投资总监", "虚构基金"), ("虚构计算机研究员", "虚构"), ("虚构基金 投资经理", "虚构基金"),
        ("虚构投资顾问", "虚构投资顾问"), ("虚构证券研究所", "虚构证券研究所"), ("虚构证券 自营", "虚构证券 自营"),
        ("研究员", "研究员"), ("", ""),
    ],
)  # fmt: skip
def test_an_institution_without_the_position_of_its_visitor(text: str, house: str) -> None:
    assert position.house_only(text) == house


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("李琦（首席）", "李琦"), ("李琦(高级研究员)、王诚", "李琦、王诚"), ("李琦（线上）", "李琦"), ("李琦（电话接入）", "李琦"), ("李琦（2022年5月11日）", "李琦"), ("李琦（5月11日下午）", "李琦"),
        ("虚构（香港）证券", "虚构（香港）证券"), ("李琦（虚构证券）", "李琦（虚构证券）"),
    ],
)  # fmt: skip
def test_positions_in_brackets(text: str, plain: str) -> None:
    assert position.without_brackets(text) == plain
