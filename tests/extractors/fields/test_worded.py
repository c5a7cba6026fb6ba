"""Words of institutions and people in turn."""

import pytest

from extractors.fields.worded import groups, is_turned

Expected = list[tuple[str | None, tuple[str, ...], bool]]


def read(text: str, *, follows: bool = False) -> Expected:
    """Institutions with their people, and whether these belong to the group before."""
    return [(one.institution, one.people, joins) for one, joins in groups(text.split(), follows=follows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("虚构证券 李琦", [("虚构证券", ("李琦",), False)]),
        ("虚构证券 李琦 王诚", [("虚构证券", ("李琦", "王诚"), False)]),
        ("虚构证券 李琦 假设基金 王诚", [("虚构证券", ("李琦",), False), ("假设基金", ("王诚",), False)]),
        ("虚构证券 研究员 李琦", [("虚构证券", ("李琦",), False)]),
        ("虚构证券 李琦 高级研究员", [("虚构证券", ("李琦",), False)]),
        ("李琦 虚构证券 研究员", [("虚构证券", ("李琦",), False)]),
        ("李琦 虚构证券", [("虚构证券", ("李琦",), False)]),
        ("虚构证券 Jane Wu", [("虚构证券", ("Jane Wu",), False)]),
        ("虚构证券Jane Wu", [("虚构证券", ("Jane Wu",), False)]),
        ("Fiction Capital 李琦", [("Fiction Capital", ("李琦",), False)]),
        ("Fiction Capital Jane Wu", [("Fiction Capital", ("Jane Wu",), False)]),
        ("UBS Jane Mary Wu", [("UBS", ("Jane Mary Wu",), False)]),
        ("虚构证券 研究所", [("虚构证券 研究所", (), False)]),
        ("研究员", []),
    ],
)  # fmt: skip
def test_words_in_turn(text: str, expected: Expected) -> None:
    assert read(text) == expected


def test_people_that_belong_to_the_group_before() -> None:
    assert read("李琦 王诚", follows=True) == [(None, ("李琦", "王诚"), True)]
    assert read("Jane Wu", follows=True) == [(None, ("Jane Wu",), True)]


def test_a_person_before_the_institution() -> None:
    assert is_turned(["李琦", "虚构证券", "研究员"])
    assert not is_turned(["李琦", "王诚"])
    assert not is_turned(["虚构证券", "李琦"])
    assert not is_turned(["李琦", "虚构证券", "王诚"])
    assert not is_turned([])
