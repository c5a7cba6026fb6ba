"""Participants in running text: every shape of institutions and people that forms print."""

import pytest

from extractors.fields.inline import parse
from tests.factory.lines import paragraphs, printed, wrapped

Expected = list[tuple[str | None, tuple[str, ...]]]


def read(*lines: str) -> Expected:
    """The groups of paragraphs."""
    return [(one.institution, one.people) for one in parse(paragraphs(*lines))]


def alone(*names: str) -> Expected:
    """Institutions of which nobody is named."""
    return [(name, ()) for name in names]


HOUSES = ("虚构证券", "假设基金", "子虚资产")


@pytest.mark.parametrize(
    "text",
    [
        "虚构证券、假设基金、子虚资产", "虚构证券，假设基金，子虚资产", "虚构证券；假设基金；子虚资产", "虚构证券,假设基金,子虚资产", "虚构证券;假设基金;子虚资产。",
        "虚构证券、假设基金、子虚资产等", "虚构证券、假设基金、子虚资产等机构投资者", "虚构证券、假设基金、子虚资产等3家机构", "虚构证券、假设基金、子虚资产等30余家机构，共40名人员",
        "虚构证券、假设基金、子虚资产（排名不分先后）", "参与单位：虚构证券、假设基金、子虚资产", "机构名单：虚构证券、假设基金、子虚资产", "1、虚构证券；2、假设基金；3、子虚资产",
        "虚构证券、 假设基金、 子虚资产", "线上参会机构：虚构证券、假设基金、子虚资产", "虚构证券、假设基金、子虚资产等相关机构人员",
    ],
)  # fmt: skip
def test_institutions_alone(text: str) -> None:
    assert read(text) == alone(*HOUSES)


def test_institutions_a_line() -> None:
    assert read(*HOUSES) == alone(*HOUSES)
    assert read("1、虚构证券", "2、假设基金", "3、子虚资产") == alone(*HOUSES)


def test_institutions_in_columns_of_text() -> None:
    assert read("虚构证券\t假设基金", "子虚资产\t乌有保险") == alone(*HOUSES, "乌有保险")
    assert read("虚构证券 自营", "虚构证券 研究所") == alone("虚构证券 自营", "虚构证券 研究所")


def test_institutions_wrapped_inside_a_name() -> None:
    lines = wrapped("、".join(f"虚构{number}证券" for number in "甲乙丙丁戊己庚辛壬癸"), room=120)
    assert [one.institution for one in parse(lines)] == [f"虚构{number}证券" for number in "甲乙丙丁戊己庚辛壬癸"]


PAIRS = [("虚构证券", ("李琦", "王诚")), ("假设基金", ("张明远",))]


@pytest.mark.parametrize(
    "text",
    [
        "虚构证券：李琦、王诚；假设基金：张明远", "虚构证券：李琦、王诚；假设基金：张明远。", "虚构证券:李琦、王诚;假设基金:张明远;", "虚构证券：李琦，王诚；假设基金：张明远；",
        "虚构证券 李琦、王诚；假设基金 张明远", "虚构证券：李琦 王诚；假设基金：张明远", "虚构证券（李琦、王诚）、假设基金（张明远）", "虚构证券(李琦、王诚)；假设基金(张明远)",
        "虚构证券：李琦先生、王诚女士；假设基金：张明远先生", "虚构证券 李琦 王诚；假设基金 张明远", "虚构证券：李 琦、王 诚；假设基金：张明远",
        "虚构证券 李琦、王诚，假设基金 张明远", "虚构证券李琦、王诚、假设基金张明远",
    ],
)  # fmt: skip
def test_institutions_with_their_people(text: str) -> None:
    assert read(text) == PAIRS


def test_institutions_with_their_people_a_line() -> None:
    assert read("虚构证券：李琦、王诚", "假设基金：张明远") == PAIRS
    assert read("虚构证券 李琦、王诚", "假设基金 张明远") == PAIRS
    assert read("1、虚构证券 李琦、王诚；", "2、假设基金 张明远") == PAIRS


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("虚构证券 李琦 假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券 李琦 假设基金 王诚", "子虚资产 张明远 乌有资本 周舟"), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), ("子虚资产", ("张明远",)), ("乌有资本", ("周舟",))]),
        (("虚构证券：李琦、王诚；个人投资者：张明远",), [("虚构证券", ("李琦", "王诚")), (None, ("张明远",))]),
        (("个人投资者 李琦",), [(None, ("李琦",))]),
        (("虚构证券 李琦；个人投资者 王诚",), [("虚构证券", ("李琦",)), (None, ("王诚",))]),
        (("李琦、王诚、张明远",), [(None, ("李琦",)), (None, ("王诚",)), (None, ("张明远",))]),
        (("虚构证券：李琦；假设基金",), [("虚构证券", ("李琦",)), ("假设基金", ())]),
        (("李琦（虚构证券）、王诚（假设基金）",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券：李琦；股东张明远",), [("虚构证券", ("李琦",)), (None, ("张明远",))]),
        (("虚构证券 李琦、王诚", "公司在接待过程中严格遵守规定，保证信息披露真实、准确、及时、公平。"), [("虚构证券", ("李琦", "王诚"))]),
        (("1、虚构证券 李琦 2、假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("（排名不分先后）虚构证券 李琦；假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("中信证券 李琦；中金公司 王诚",), [("中信证券", ("李琦",)), ("中金公司", ("王诚",))]),
        (("虚构证券 欧阳明；假设基金 司马青",), [("虚构证券", ("欧阳明",)), ("假设基金", ("司马青",))]),
    ],
)  # fmt: skip
def test_pairs_of_other_shapes(lines: tuple[str, ...], expected: Expected) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Fiction Capital、Pretend Asset Management",), alone("Fiction Capital", "Pretend Asset Management")),
        (("Fiction Capital Co., Ltd.、Pretend Partners LLC",), alone("Fiction Capital Co., Ltd.", "Pretend Partners LLC")),
        (("Fiction Capital：Jane Wu；Pretend Partners：李琦",), [("Fiction Capital", ("Jane Wu",)), ("Pretend Partners", ("李琦",))]),
        (("Fiction Capital Jane Wu；虚构证券 李琦",), [("Fiction Capital", ("Jane Wu",)), ("虚构证券", ("李琦",))]),
        (("虚构证券 Jane Wu；假设基金 李琦",), [("虚构证券", ("Jane Wu",)), ("假设基金", ("李琦",))]),
        (("虚构（香港）证券、假设(亚洲)基金",), alone("虚构（香港）证券", "假设(亚洲)基金")),
        (("虛構國際證券、花樣環球",), alone("虛構國際證券", "花樣環球")),
    ],
)  # fmt: skip
def test_latin_and_traditional_names(lines: tuple[str, ...], expected: Expected) -> None:
    assert read(*lines) == expected


def test_a_latin_name_wrapped_between_words() -> None:
    assert [one.institution for one in parse(printed("虚构证券、Fiction Capital", "Advisors、假设基金", room=150))] == [
        "虚构证券", "Fiction Capital Advisors", "假设基金",
    ]  # fmt: skip


def test_a_person_wrapped_inside_the_name() -> None:
    found = parse(printed("虚构证券：李琦、张明", "远；假设基金：王诚", room=120))
    assert [(one.institution, one.people) for one in found] == [
        ("虚构证券", ("李琦", "张明远")),
        ("假设基金", ("王诚",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "线上参与公司2025年度业绩说明会的投资者", "投资者网上提问", "面向全体投资者", "通过网络平台参加本次说明会的广大投资者", "详见附件", "详见附件清单", "见附件。", "无",
        "参与本次业绩说明会的全体投资者", "社会公众投资者", "线上投资者", "个人投资者27人", "", "/", "公司股东及股东代理人", "机构投资者及个人投资者共21人", "参会名单详见附表",
        "通过“某某路演”平台参与的投资者", "不便透露",
    ],
)  # fmt: skip
def test_nobody_is_named(text: str) -> None:
    assert read(text) == []


def test_the_same_house_twice_stands_twice() -> None:
    assert read("虚构证券、假设基金、虚构证券") == alone("虚构证券", "假设基金", "虚构证券")


def test_groups_know_their_lines() -> None:
    lines = paragraphs("虚构证券：李琦", "假设基金：王诚")
    assert [one.lines for one in parse(lines)] == [lines[:1], lines[1:]]
