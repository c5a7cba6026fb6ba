"""Laws of participants: nothing is invented, nothing raises, and a list in any usual shape and width is read back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.fields.participant import parse
from extractors.readers.form import Cell, Line
from tests.factory.lines import paragraphs, wrapped

Entry = tuple[str, tuple[str, ...]]
Shape = Callable[[list[Entry]], str]

STEMS = ("青禾", "松岭", "远岫", "临溪", "白石湾", "海棠", "北辰星", "云栖", "鹿鸣", "望舒", "上海听澜", "深圳市鹤汀")
ENDINGS = (
    "证券",
    "基金",
    "资产",
    "资本",
    "投资",
    "资管",
    "基金管理有限公司",
    "证券自营",
    "私募基金",
    "人寿",
    "证券研究所",
    "（香港）资产",
)
PEOPLE = (
    "陆明远",
    "何晓棠",
    "王诗涵",
    "赵启明",
    "周若谷",
    "顾安之",
    "孟书怀",
    "李琦",
    "王诚",
    "张澜",
    "欧阳青",
    "Jane Wu",
    "Cathy 王",
)
ALPHABET = (
    "青禾证券基金李琦王诚张易方达高毅UBS Jane、，,；;：:（）()【】-—/|·等20家机构个人投资者研究员\t1.无附件的和\n"
)

houses = st.builds("".join, st.tuples(st.sampled_from(STEMS), st.sampled_from(ENDINGS)))
entries = st.lists(
    st.tuples(houses, st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True).map(tuple)),
    min_size=3, max_size=9, unique_by=lambda entry: entry[0],
)  # fmt: skip

SHAPES: dict[str, Shape] = {
    "colons and semicolons": lambda rows: "；".join(f"{house}：{'、'.join(names)}" for house, names in rows),
    "half-width marks": lambda rows: ";".join(f"{house}:{','.join(names)}" for house, names in rows),
    "brackets": lambda rows: "、".join(f"{house}（{'、'.join(names)}）" for house, names in rows),
    "a pair a line": lambda rows: "\n".join(f"{house}：{'、'.join(names)}" for house, names in rows),
    "a pair a line behind a blank": lambda rows: "\n".join(f"{house} {'、'.join(names)}" for house, names in rows),
    "blanks and semicolons": lambda rows: "；".join(f"{house} {'、'.join(names)}" for house, names in rows),
    "numbered": lambda rows: "\n".join(f"{i}、{house}：{'、'.join(names)}" for i, (house, names) in enumerate(rows, 1)),
    "below each other": lambda rows: "\n".join(f"{house}\n{'、'.join(names)}" for house, names in rows),
    "dashes": lambda rows: "\n".join(f"{house}——{'、'.join(names)}" for house, names in rows),
    "with a lead": lambda rows: (
        "参会机构：" + "；".join(f"{house} {'、'.join(names)}" for house, names in rows) + "等多家机构"
    ),
}


def read(cell: Cell) -> list[Entry]:
    """The groups of a cell."""
    return [(one.institution or "", one.people) for one in parse(((cell,),)).groups]


def squeezed(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


def stands_in(part: str, whole: str) -> bool:
    """Whether the characters of a part stand in the whole, in their order."""
    rest = iter(squeezed(whole))
    return all(char in rest for char in squeezed(part))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(rows=entries)
def test_a_list_in_a_usual_shape_is_read_back(shape: Shape, rows: list[Entry]) -> None:
    rows = [(house, tuple(name for name in names if " " not in name) or ("陆明远",)) for house, names in rows]
    assert read(paragraphs(*shape(rows).split("\n"))) == rows


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(rows=entries, room=st.integers(200, 420))
def test_a_list_wrapped_at_any_width_is_read_back(shape: Shape, rows: list[Entry], room: int) -> None:
    rows = [(house, tuple(name for name in names if " " not in name) or ("陆明远",)) for house, names in rows]
    assert read(wrapped(*shape(rows).split("\n"), room=room)) == rows


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(houses, min_size=2, max_size=30, unique=True), st.integers(200, 420), st.sampled_from("、；，;"))
def test_institutions_alone_wrapped_at_any_width(names: list[str], room: int, mark: str) -> None:
    assert read(wrapped(mark.join(names), room=room)) == [(name, ()) for name in names]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.text(ALPHABET, max_size=40), max_size=6), st.booleans())
def test_nothing_is_invented(texts: list[str], is_printed: bool) -> None:
    cell = wrapped(*texts) if is_printed else paragraphs(*texts)
    whole = "".join(texts)
    for one in parse(((cell,),)).groups:
        assert one.institution != ""
        assert all(one.people)
        for part in filter(None, (one.institution, *one.people)):
            assert stands_in(part, whole)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.text(ALPHABET, max_size=12), min_size=1, max_size=5), max_size=5))
def test_nothing_is_invented_of_a_table(table: list[list[str]]) -> None:
    grid = tuple(tuple(paragraphs(text) for text in row) for row in table)
    whole = [text for row in table for text in row]
    for one in parse(grid).groups:
        assert all(
            any(stands_in(part, text) for text in (*whole, "".join(whole)))
            for part in (one.institution or "", *one.people)
        )


def test_lines_without_text_name_nobody() -> None:
    assert read((Line(text=""), Line(text="　"))) == []
