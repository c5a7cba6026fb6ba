"""The register of words around figures."""

from __future__ import annotations

import re

import pytest

from extractors.registers.figure_word import pattern


@pytest.mark.parametrize(
    ("side", "text", "sense"),
    [("before", "超过", "over"), ("before", "不超过", "under"), ("before", "大约", "about"), ("before", "最近", None), ("after", "以上", "over"), ("after", "数", None)],
)  # fmt: skip
def test_a_word_has_its_sense(side: str, text: str, sense: str | None) -> None:
    found = re.search(pattern(side, ("under", "over", "nearly", "about")), text)
    assert (found.lastgroup if found else None) == sense


def test_a_sense_without_words_matches_nothing() -> None:
    assert pattern("after", ("nearly",)) == ""
