"""Pairing: houses and people in two columns without borders between the rows, centred or begun at one height."""

from collections.abc import Iterable

from extractors.fields import pairing
from extractors.readers.form import Cell, Line
from tests.factory.lines import paragraphs, printed, tabbed

Rows = list[tuple[str, str]]


def at(*lines: tuple[float, str], left: float = 100.0, page: int = 1) -> Cell:
    """Lines at the given tops."""
    return tabbed(*((text,) for _, text in lines), lefts=(left,), tops=[top for top, _ in lines], page=page)


def rows(houses: Iterable[Line], names: Iterable[Line]) -> Rows:
    """The paired texts, lines parted by a stroke."""
    pairs = pairing.paired(tuple(houses), tuple(names))
    return [("|".join(line.text for line in one.houses), "|".join(line.text for line in one.names)) for one in pairs]


def test_line_beside_line() -> None:
    assert rows(at((100, "虚构证券"), (118, "假设基金")), at((100, "李琦"), (118, "王诚"), left=240)) == [
        ("虚构证券", "李琦"), ("假设基金", "王诚"),
    ]  # fmt: skip


def test_a_house_centred_beside_the_block_of_its_people() -> None:
    houses = at((100, "虚构证券"), (127, "假设基金"), (154, "子虚资产"))
    names = at((100, "李琦、周舟"), (119, "王诚、张明"), (135, "远、赵立"), (154, "钱进"), left=240)
    assert rows(houses, names) == [
        ("虚构证券", "李琦、周舟"), ("假设基金", "王诚、张明|远、赵立"), ("子虚资产", "钱进"),
    ]  # fmt: skip


def test_a_house_between_three_lines_of_people_and_at_the_head_of_them() -> None:
    people = at((100, "李琦、"), (116, "王诚、"), (132, "张明远"), (150, "钱进"), left=240)
    expected = [("虚构证券", "李琦、|王诚、|张明远"), ("假设基金", "钱进")]
    assert rows(at((116, "虚构证券"), (150, "假设基金")), people) == expected
    assert rows(at((100, "虚构证券"), (150, "假设基金")), people) == expected


def test_a_person_centred_beside_the_lines_of_a_house() -> None:
    houses = at((100, "Fiction Capital"), (116, "Pretend Equity Partners (Hong"), (132, "Kong) Limited"))
    assert rows(houses, at((100, "Jane Wu"), (124, "Joe Li"), left=300)) == [
        ("Fiction Capital", "Jane Wu"), ("Pretend Equity Partners (Hong|Kong) Limited", "Joe Li"),
    ]  # fmt: skip


def test_latin_houses_below_each_other_are_houses_of_their_own() -> None:
    houses = at((100, "Fiction Enterprise Americas LLC"), (116, "Retirement System of"), (132, "Nowhere"))
    assert rows(houses, at((100, "Jane Wu"), (124, "Joe Li"), left=330)) == [
        ("Fiction Enterprise Americas LLC", "Jane Wu"), ("Retirement System of|Nowhere", "Joe Li"),
    ]  # fmt: skip


def test_a_person_half_a_line_out_of_level() -> None:
    houses = at((100, "Fiction Asset"), (116, "Pretend Asset Mgmt"), (148, "Nowhere Asset"))
    assert rows(houses, at((100, "Jane Wu"), (123, "Joe Li"), (148, "Jim Ma、Jack Yu"), left=260)) == [
        ("Fiction Asset", "Jane Wu"), ("Pretend Asset Mgmt", "Joe Li"), ("Nowhere Asset", "Jim Ma、Jack Yu"),
    ]  # fmt: skip


def test_a_house_without_people() -> None:
    houses = at((100, "虚构证券"), (118, "假设基金"), (136, "子虚资产"))
    assert rows(houses, at((100, "李琦"), (136, "王诚"), left=240)) == [
        ("虚构证券", "李琦"), ("假设基金", ""), ("子虚资产", "王诚"),
    ]  # fmt: skip


def test_a_legal_form_below_belongs_to_its_house() -> None:
    houses = at((100, "虚构投资管理"), (116, "有限公司"), (132, "假设基金"))
    assert rows(houses, at((100, "李琦"), (132, "王诚"), left=240)) == [
        ("虚构投资管理|有限公司", "李琦"), ("假设基金", "王诚"),
    ]  # fmt: skip


def test_people_at_the_head_of_a_page_belong_to_the_page_before() -> None:
    houses = (*at((100, "虚构证券")), *at((118, "假设基金"), page=2))
    names = (*at((100, "李琦、"), left=240), *at((100, "王诚"), (118, "张明远"), left=240, page=2))
    assert rows(houses, names) == [("虚构证券", "李琦、"), ("", "王诚"), ("假设基金", "张明远")]
    assert [pair.continues for pair in pairing.paired(houses, names)] == [False, True, False]


def test_lines_without_places_are_paired_by_their_order() -> None:
    houses, names = paragraphs("虚构证券", "假设基金"), paragraphs("李琦", "王诚")
    assert rows(houses, names) == [("虚构证券", "李琦"), ("假设基金", "王诚")]
    assert rows(houses, names[:1]) == [("虚构证券|假设基金", "李琦")]


def test_no_lines() -> None:
    assert rows((), ()) == []
    assert rows(at((100, "虚构证券")), ()) == [("虚构证券", "")]


def test_level_tails_and_edges() -> None:
    one, other, low = *at((100, "虚构证券"), (104, "假设")), *at((112, "基金"))
    assert pairing.is_level(one, other)
    assert not pairing.is_level(one, low)
    assert not pairing.is_level(one, paragraphs("李琦")[0])
    assert [pairing.is_tail(line) for line in paragraphs("有限公司", "（有限合伙）", "Co., Ltd", "虚构证券", "Copper")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert pairing.edge(printed("虚构证券", "虚构")) == 148.0
    assert pairing.edge(()) == 0.0


def test_a_line_that_fills_its_column_runs_on() -> None:
    upper, lower = printed("李琦、张明", "远、王诚")
    assert pairing.runs_on(upper, lower, 160.0)
    assert not pairing.runs_on(upper, lower, 260.0)
