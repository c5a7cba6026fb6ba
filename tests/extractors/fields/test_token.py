"""Tokens: where the text of participants is cut, and what of it names nobody."""

import pytest

from extractors.fields.text import flow
from extractors.fields.token import tokens_of
from tests.factory.lines import paragraphs


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
