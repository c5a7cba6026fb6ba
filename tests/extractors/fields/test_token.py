"""Tokens: where the text of participants is cut, and what of it names nobody."""

import pytest

from extractors.fields.text import flow
from extractors.fields.token import tokens_of
from tests.factory.lines import paragraphs, wrapped


def read(*lines: str) -> list[tuple[str, bool]]:
    """The tokens of paragraphs, each with whether it opens an entry."""
    return [(token.text, token.opens) for token in tokens_of(flow(paragraphs(*lines)))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("甲证券、乙基金", [("甲证券", True), ("乙基金", False)]),
        ("甲证券；乙基金", [("甲证券", True), ("乙基金", True)]),
        ("甲证券：李琦、王诚；乙基金", [("甲证券：李琦", True), ("王诚", False), ("乙基金", True)]),
        ("甲证券（李琦、王诚）、乙基金", [("甲证券（李琦、王诚）", True), ("乙基金", False)]),
        ("Fiction Co., Ltd., 乙基金", [("Fiction Co., Ltd.", True), ("乙基金", False)]),
        ("1、甲证券；2、乙基金", [("甲证券", True), ("乙基金", True)]),
        ("1、甲证券 2、乙基金", [("甲证券", True), ("乙基金", True)]),
        ("甲证券：李琦 乙基金：王诚", [("甲证券：李琦", True), ("乙基金：王诚", True)]),
        ("甲证券——李琦", [("甲证券：李琦", True)]),
        ("参会机构：甲证券、乙基金", [("甲证券", True), ("乙基金", False)]),
        ("甲证券、乙基金等20家机构", [("甲证券", True), ("乙基金", False)]),
        ("甲证券（排名不分先后）", [("甲证券", True)]),
        ("个人投资者：李琦", [("个人投资者：李琦", True)]),
        ("个人投资者李琦", [("个人投资者：李琦", True)]),
        ("李 琦、王 诚", [("李琦", True), ("王诚", False)]),
        ("详见附件", []),
        ("全体投资者", []),
        ("甲证券。公司严格遵守规定，保证披露的信息真实、准确、完整。", [("甲证券", True)]),
        ("", []),
    ],
)
def test_tokens_of_a_line(text: str, tokens: list[tuple[str, bool]]) -> None:
    assert read(text) == tokens


def test_a_line_opens_an_entry_unless_a_mark_before_it_goes_on() -> None:
    assert read("甲证券", "乙基金") == [("甲证券", True), ("乙基金", True)]
    assert read("甲证券：李琦、", "王诚") == [("甲证券：李琦", True), ("王诚", False)]


def test_tokens_know_where_they_stand() -> None:
    running = flow(paragraphs("1、甲证券；乙基金"))
    assert [running.text[token.start : token.end] for token in tokens_of(running)] == ["甲证券", "乙基金"]


@pytest.mark.parametrize(
    ("text", "room", "tokens"),
    [
        ("一、2024年9月3日：甲证券、乙基金二、2024年9月10日：丙资产", 192, ["甲证券", "乙基金", "丙资产"]),
        ("本次会议由甲证券组织，参会机构包括乙基金、丙资产", 186, ["乙基金", "丙资产"]),
        ("1 虚构证券有限公司2 假设基金管理公司3 子虚资产管理公司", 108,
         ["虚构证券有限公司", "假设基金管理公司", "子虚资产管理公司"]),
        ("出席股东会会议的股东及股东代理人虚构证券 李琦、假设基金 王诚", 192, ["虚构证券 李琦", "假设基金 王诚"]),
    ],
)  # fmt: skip
def test_tokens_of_full_lines(text: str, room: float, tokens: list[str]) -> None:
    assert [token.text for token in tokens_of(flow(wrapped(text, room=room)))] == tokens
