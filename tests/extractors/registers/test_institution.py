"""The register of institutions: every row whole, no short name twice."""

from collections import Counter

from extractors.fields.name import is_person
from extractors.registers.institution import known, short_names


def test_every_row_is_whole() -> None:
    assert [row for row in known() if not (row.short_name and row.full_name and row.type)] == []
    assert len(known()) > 100


def test_short_names_stand_once() -> None:
    assert [name for name, count in Counter(row.short_name for row in known()).items() if count > 1] == []
    assert short_names() == {row.short_name for row in known()}


def test_types_are_few_words() -> None:
    assert {row.type for row in known()} <= {row.type.lower() for row in known()}
    assert len({row.type for row in known()}) < 20


def test_houses_whose_names_look_like_people_are_registered() -> None:
    assert [name for name in ("东方红", "高毅", "花旗", "高盛") if not is_person(name) or name in short_names()] == [
        "东方红", "高毅", "花旗", "高盛",
    ]  # fmt: skip
