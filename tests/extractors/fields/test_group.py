"""Groups: an institution's and people's names freed from numbers, marks, titles and honorifics."""

import pytest

from extractors.fields import group


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("虚构证券", "虚构证券"), ("1、虚构证券", "虚构证券"), ("12．虚构证券", "虚构证券"), ("（3）虚构证券", "虚构证券"), ("①虚构证券", "虚构证券"), ("3）虚构证券", "虚构证券"),
        ("虚构证券；", "虚构证券"), ("虚构证券：", "虚构证券"), ("虚构证券等", "虚构证券"), ("虚构证券)", "虚构证券"), ("虚构证券）", "虚构证券"), ("（虚构证券", "虚构证券"),
        ("虚构（香港）", "虚构（香港）"), ("虚构(亚洲)证券", "虚构(亚洲)证券"), ("个人投资者", None), ("自然人", None), ("自然人股东", None), ("独立投资人", None), ("个人股东", None), ("投资者", None), ("", None),
        ("、", None), ("3W Fund", "3W Fund"), ("1.5度资本", "1.5度资本"),
    ],
)  # fmt: skip
def test_an_institution(raw: str, name: str | None) -> None:
    assert group.institution(raw) == name


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("李琦", ("李琦",)), ("李琦、王诚", ("李琦", "王诚")), ("李琦，王诚", ("李琦", "王诚")), ("李琦,王诚", ("李琦", "王诚")), ("李琦 王诚", ("李琦", "王诚")),
        ("李琦/王诚", ("李琦", "王诚")), ("李琦\n王诚", ("李琦", "王诚")), ("李琦；王诚", ("李琦", "王诚")), ("李 琦、王 诚", ("李琦", "王诚")),
        ("李琦先生、王诚女士", ("李琦", "王诚")), ("李琦（分析师）、王诚(研究员)", ("李琦", "王诚")), ("Jane Wu、李琦", ("Jane Wu", "李琦")), ("李琦等", ("李琦",)),
        ("李琦等3人", ("李琦",)), ("1、李琦 2、王诚", ("李琦", "王诚")), ("", ()), ("无", ()), ("/", ()), ("—", ()), ("5", ()),
    ],
)  # fmt: skip
def test_people(raw: str, names: tuple[str, ...]) -> None:
    assert group.people(raw) == names


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("李琦（首席分析师）", "李琦"),
        ("李琦（", "李琦"),
        (" 李琦 ", "李琦"),
        ("等", None),
        ("12", None),
        ("O'Neil", "O'Neil"),
    ],
)
def test_a_person(raw: str, name: str | None) -> None:
    assert group.person(raw) == name
