"""A record's page: lines that fit, Chinese and words broken where they may be; no pager where there is no terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from flows import page

CASES = {
    "Chinese fills its lines": ("公司产能约三万吨。", 8, ["公司产能", "约三万", "吨。"]),
    "a number stays whole": ("产能12,345吨", 8, ["产能", "12,345吨"]),
    "a word stays whole": ("发布 HarmonyOS 系统", 12, ["发布", "HarmonyOS 系", "统"]),
    "a bracket goes with what follows": ("公司公司（甲）", 10, ["公司公司", "（甲）"]),
    "a comma never begins a line": ("公司公司，甲", 8, ["公司公", "司，甲"]),
    "lines that were printed stay": ("甲\n乙", 10, ["甲", "乙"]),
    "nothing": ("", 10, [""]),
    "only marks": ("……。。", 20, ["……。。"]),
}


@pytest.mark.parametrize(("text", "width", "expected"), CASES.values(), ids=CASES)
def test_texts_are_broken_where_they_may_be(text: str, width: int, expected: list[str]) -> None:
    assert page.wrapped(text, width) == expected


@given(st.text(alphabet="产能约 18.5%万吨，。（）“”abc\n", max_size=80), st.integers(20, 60))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = page.wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width or len(page._PART.findall(line)) == 1 for line in lines)
