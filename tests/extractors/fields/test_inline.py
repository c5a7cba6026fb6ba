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
        "虚构证券、假设基金、子虚资产", "虚构证券，假设基金，子虚资产", "虚构证券；假设基金；子虚资产",
        "虚构证券,假设基金,子虚资产", "虚构证券;假设基金;子虚资产。",
        "虚构证券、假设基金、子虚资产等", "虚构证券、假设基金、子虚资产等机构投资者",
        "虚构证券、假设基金、子虚资产等3家机构", "虚构证券、假设基金、子虚资产等30余家机构，共40名人员",
        "虚构证券、假设基金、子虚资产（排名不分先后）", "参与单位：虚构证券、假设基金、子虚资产",
        "机构名单：虚构证券、假设基金、子虚资产", "1、虚构证券；2、假设基金；3、子虚资产",
        "虚构证券、 假设基金、 子虚资产", "线上参会机构：虚构证券、假设基金、子虚资产",
        "虚构证券、假设基金、子虚资产等相关机构人员",
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
        "虚构证券：李琦、王诚；假设基金：张明远", "虚构证券：李琦、王诚；假设基金：张明远。",
        "虚构证券:李琦、王诚;假设基金:张明远;", "虚构证券：李琦，王诚；假设基金：张明远；",
        "虚构证券 李琦、王诚；假设基金 张明远", "虚构证券：李琦 王诚；假设基金：张明远",
        "虚构证券（李琦、王诚）、假设基金（张明远）", "虚构证券(李琦、王诚)；假设基金(张明远)",
        "虚构证券：李琦先生、王诚女士；假设基金：张明远先生", "虚构证券 李琦 王诚；假设基金 张明远",
        "虚构证券：李 琦、王 诚；假设基金：张明远",
        "虚构证券 李琦、王诚，假设基金 张明远", "虚构证券李琦、王诚、假设基金张明远",
        "虚构证券、李琦、王诚；假设基金、张明远",
        "虚构证券：研究员李琦、分析师王诚；假设基金：基金经理张明远", "虚构证券：李琦（研究员）、王诚（首席）；假设基金：张明远（分析师）",
        "虚构证券：李琦 研究员、王诚；假设基金：张明远 基金经理", "虚构证券 研究员 李琦、王诚；假设基金 基金经理 张明远",
        "虚构证券研究员李琦、王诚、假设基金基金经理张明远", "【虚构证券】李琦、王诚；【假设基金】张明远",
        "虚构证券（李琦、王诚）假设基金（张明远）", "虚构证券：李琦、王诚、假设基金：张明远", "虚构证券2人：李琦、王诚；假设基金1人：张明远",
        "现场参会：虚构证券 李琦、王诚；线上参会：假设基金 张明远", "虚构证券 李琦、王诚等2人；假设基金 张明远等",
        "第一场：虚构证券 李琦、王诚；第二场：假设基金 张明远", "虚构证券 李琦，王诚；假设基金 张明远，18800000000",
    ],
)  # fmt: skip
def test_institutions_with_their_people(text: str) -> None:
    assert read(text) == PAIRS


@pytest.mark.parametrize(
    "lines",
    [
        ("虚构证券", "李琦、王诚", "假设基金", "张明远"), ("虚构证券：", "李琦、王诚", "假设基金：", "张明远"),
        ("•虚构证券：李琦、王诚", "•假设基金：张明远"), ("1 虚构证券 李琦、王诚", "2 假设基金 张明远"),
        ("序号 机构名称 姓名", "1 虚构证券 李琦、王诚", "2 假设基金 张明远"), ("机构名称 姓名", "虚构证券 李琦、王诚", "假设基金 张明远"),
        ("一、券商", "虚构证券：李琦、王诚", "二、基金公司", "假设基金：张明远"), ("一、虚构证券 李琦、王诚", "二、假设基金 张明远"),
        ("5月10日：", "虚构证券 李琦、王诚", "5月11日：", "假设基金 张明远"), ("（一）虚构证券 李琦、王诚", "（二）假设基金 张明远"),
    ],
)  # fmt: skip
def test_institutions_with_their_people_on_lines(lines: tuple[str, ...]) -> None:
    assert read(*lines) == PAIRS


ONE_EACH = [("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), ("子虚资产", ("张明远",))]


@pytest.mark.parametrize(
    "lines",
    [
        ("虚构证券/李琦、假设基金/王诚、子虚资产/张明远",), ("李琦/虚构证券、王诚/假设基金、张明远/子虚资产",),
        ("虚构证券 / 李琦", "假设基金 / 王诚", "子虚资产 / 张明远"), ("虚构证券|李琦", "假设基金|王诚", "子虚资产|张明远"),
        ("李琦 虚构证券 研究员", "王诚 假设基金 基金经理", "张明远 子虚资产 投资总监"), ("姓名 单位", "李琦 虚构证券", "王诚 假设基金", "张明远 子虚资产"),
        ("李琦，虚构证券研究员", "王诚，假设基金基金经理", "张明远，子虚资产投资总监"),
        ("虚构证券 研究员 李琦", "假设基金 基金经理 王诚", "子虚资产 投资总监 张明远"),
        ("虚构证券李琦", "假设基金王诚", "子虚资产张明远"), ("虚构证券研究员李琦、假设基金分析师王诚、子虚资产张明远",),
        ("李琦（虚构证券）、王诚（假设基金）、张明远（子虚资产）",),
    ],
)  # fmt: skip
def test_one_person_each(lines: tuple[str, ...]) -> None:
    assert read(*lines) == ONE_EACH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("易方达、嘉实、高毅、景林、淡水泉、睿远", alone("易方达", "嘉实", "高毅", "景林", "淡水泉", "睿远")),
        ("易方达李琦、高毅王诚、景林张明远", [("易方达", ("李琦",)), ("高毅", ("王诚",)), ("景林", ("张明远",))]),
        ("诺安-李琦，泰达宏利-王诚", [("诺安", ("李琦",)), ("泰达宏利", ("王诚",))]),
        ("券商：虚构证券、中金公司；私募：高毅、景林；外资：GIC、高盛", alone("虚构证券", "中金公司", "高毅", "景林", "GIC", "高盛")),
        ("李琦（申万宏源）、王诚（个人投资者）", [("申万宏源", ("李琦",)), (None, ("王诚",))]),
        ("虚构证券、虚构时报、股东代表李琦", [*alone("虚构证券", "虚构时报"), (None, ("李琦",))]),
        ("虚构时报记者 李琦；虚构财经 王诚", [("虚构时报", ("李琦",)), ("虚构财经", ("王诚",))]),
        ("由虚构证券组织的机构调研，参与机构：假设基金 李琦、子虚资产 王诚", [("假设基金", ("李琦",)), ("子虚资产", ("王诚",))]),
        ("虚构证券（以下简称“虚构”）、假设基金", alone("虚构证券", "假设基金")),
        ("虚构证券、假设银行的理财子公司代表", alone("虚构证券", "假设银行")),
        ("虚构证券、假设基金以及参与“走进成分股公司”的投资者", alone("虚构证券", "假设基金")),
        ("大和证券(中国)浦银安盛基金；虚构证券", alone("大和证券(中国)", "浦银安盛基金", "虚构证券")),
        ("虚构（杭州）资产管理有限公司；假设(山东)基金", alone("虚构（杭州）资产管理有限公司", "假设(山东)基金")),
        ("UBS: Jane Wu; Goldman Sachs: Joe Li", [("UBS", ("Jane Wu",)), ("Goldman Sachs", ("Joe Li",))]),
        ("UBS Jane Wu、Goldman Sachs Joe Li", [("UBS", ("Jane Wu",)), ("Goldman Sachs", ("Joe Li",))]),
        ("虚构证券：Cathy 王、Joe Li；假设基金：Jacky 陈", [("虚构证券", ("Cathy 王", "Joe Li")), ("假设基金", ("Jacky 陈",))]),
        ("虚构证券：张某、王某某；假设基金：李某", [("虚构证券", ("张某", "王某某")), ("假设基金", ("李某",))]),
        ("虚构证券：买买提·艾力；假设基金：扎西次仁", [("虚构证券", ("买买提·艾力",)), ("假设基金", ("扎西次仁",))]),
        (
            "虚构证券 李琦；个人：彭博；王诚；张明远",
            [("虚构证券", ("李琦",)), (None, ("彭博",)), (None, ("王诚",)), (None, ("张明远",))],
        ),
        ("虚构证券 李琦、彭博、王诚；假设基金 张明远", [("虚构证券", ("李琦", "彭博", "王诚")), ("假设基金", ("张明远",))]),
    ],
)  # fmt: skip
def test_short_names_leads_and_individuals(text: str, expected: Expected) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("假设基金 王诚、寒武科技", "李琦、子虚资产 张明远"), [("假设基金", ("王诚",)), ("寒武科技", ("李琦",)), ("子虚资产", ("张明远",))]),
        (("假设基金 王诚；Fiction House", "李琦；子虚资产 张明远"), [("假设基金", ("王诚",)), ("Fiction House", ("李琦",)), ("子虚资产", ("张明远",))]),
        (("虚构证券 王诚；子虚资产 邓", "明远；假设基金 李琦"), [("虚构证券", ("王诚",)), ("子虚资产", ("邓明远",)), ("假设基金", ("李琦",))]),
        (("虚构资产；国泰海通", "证券；中泰证券", "兴业证券"), alone("虚构资产", "国泰海通证券", "中泰证券", "兴业证券")),
    ],
)  # fmt: skip
def test_a_line_s_end_for_a_blank_or_a_mark(lines: tuple[str, ...], expected: Expected) -> None:
    found = parse(printed(*lines, room=0))
    assert [(one.institution, one.people) for one in found] == expected


def test_institutions_with_their_people_a_line() -> None:
    assert read("虚构证券：李琦、王诚", "假设基金：张明远") == PAIRS
    assert read("虚构证券 李琦、王诚", "假设基金 张明远") == PAIRS
    assert read("1、虚构证券 李琦、王诚；", "2、假设基金 张明远") == PAIRS


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("虚构证券 李琦 假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (
            ("虚构证券 李琦 假设基金 王诚", "子虚资产 张明远 乌有资本 周舟"),
            [("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), ("子虚资产", ("张明远",)), ("乌有资本", ("周舟",))],
        ),
        (("虚构证券：李琦、王诚；个人投资者：张明远",), [("虚构证券", ("李琦", "王诚")), (None, ("张明远",))]),
        (("个人投资者 李琦",), [(None, ("李琦",))]),
        (("虚构证券 李琦；个人投资者 王诚",), [("虚构证券", ("李琦",)), (None, ("王诚",))]),
        (("李琦、王诚、张明远",), [(None, ("李琦",)), (None, ("王诚",)), (None, ("张明远",))]),
        (("虚构证券：李琦；假设基金",), [("虚构证券", ("李琦",)), ("假设基金", ())]),
        (("李琦（虚构证券）、王诚（假设基金）",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券：李琦；股东张明远",), [("虚构证券", ("李琦",)), (None, ("张明远",))]),
        (
            ("虚构证券 李琦、王诚", "公司在接待过程中严格遵守规定，保证信息披露真实、准确、及时、公平。"),
            [("虚构证券", ("李琦", "王诚"))],
        ),
        (("1、虚构证券 李琦 2、假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券：李琦 假设基金：王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券：李琦、王诚 假设基金：张明远",), [("虚构证券", ("李琦", "王诚")), ("假设基金", ("张明远",))]),
        (("虚构证券——李琦 假设基金——王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券—李琦；假设基金--王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("（排名不分先后）虚构证券 李琦；假设基金 王诚",), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("中信证券 李琦；中金公司 王诚",), [("中信证券", ("李琦",)), ("中金公司", ("王诚",))]),
        (("虚构证券 欧阳明；假设基金 司马青",), [("虚构证券", ("欧阳明",)), ("假设基金", ("司马青",))]),
    ],
)
def test_pairs_of_other_shapes(lines: tuple[str, ...], expected: Expected) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Fiction Capital、Pretend Asset Management",), alone("Fiction Capital", "Pretend Asset Management")),
        (
            ("Fiction Capital Co., Ltd.、Pretend Partners LLC",),
            alone("Fiction Capital Co., Ltd.", "Pretend Partners LLC"),
        ),
        (
            ("Fiction Capital：Jane Wu；Pretend Partners：李琦",),
            [("Fiction Capital", ("Jane Wu",)), ("Pretend Partners", ("李琦",))],
        ),
        (("Fiction Capital Jane Wu；虚构证券 李琦",), [("Fiction Capital", ("Jane Wu",)), ("虚构证券", ("李琦",))]),
        (("虚构证券 Jane Wu；假设基金 李琦",), [("虚构证券", ("Jane Wu",)), ("假设基金", ("李琦",))]),
        (("虚构（香港）证券、假设(亚洲)基金",), alone("虚构（香港）证券", "假设(亚洲)基金")),
        (("虛構國際證券、花樣環球",), alone("虛構國際證券", "花樣環球")),
    ],
)
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
        "线上参与公司2025年度业绩说明会的投资者", "投资者网上提问", "面向全体投资者",
        "通过网络平台参加本次说明会的广大投资者", "详见附件", "详见附件清单", "见附件。", "无",
        "参与本次业绩说明会的全体投资者", "社会公众投资者", "线上投资者", "个人投资者27人", "", "/",
        "公司股东及股东代理人", "机构投资者及个人投资者共21人", "参会名单详见附表",
        "通过“某某路演”平台参与的投资者", "不便透露", "某某证券策略会参会投资者", "某某路演中心网络平台参与者",
        "机构投资者及个人投资者若干",
    ],
)  # fmt: skip
def test_nobody_is_named(text: str) -> None:
    assert read(text) == []


def test_the_same_house_twice_stands_twice() -> None:
    assert read("虚构证券、假设基金、虚构证券") == alone("虚构证券", "假设基金", "虚构证券")


def test_groups_know_their_lines() -> None:
    lines = paragraphs("虚构证券：李琦", "假设基金：王诚")
    assert [one.lines for one in parse(lines)] == [lines[:1], lines[1:]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("虚构证券（2人）、假设基金（3人）",), alone("虚构证券", "假设基金")),
        (("虚构证券2人、假设基金3人",), alone("虚构证券", "假设基金")),
        (("共有56家机构的67位投资者参加，名单详见附件",), []),
        (("虚构证券 李琦/王诚，假设基金 张明远/周舟",), [("虚构证券", ("李琦", "王诚")), ("假设基金", ("张明远", "周舟"))]),
        (("虚构证券：李琦/王诚；假设基金：张明远",), PAIRS),
        (("Fiction Capital - Jane Wu", "Wellington - Joe Li"), [("Fiction Capital", ("Jane Wu",)), ("Wellington", ("Joe Li",))]),
        (("Jane Wu (Fiction Capital)", "Joe Li (Wellington)"), [("Fiction Capital", ("Jane Wu",)), ("Wellington", ("Joe Li",))]),
        (("Fiction Capital: Jane Wu, Joe Li", "Wellington: Al Ma"), [("Fiction Capital", ("Jane Wu", "Joe Li")), ("Wellington", ("Al Ma",))]),
        (("高盛（Goldman Sachs）、瑞银（UBS）",), alone("高盛（Goldman Sachs）", "瑞银（UBS）")),
        (("虚构证券、假设基金", "注：以上机构名单由组织方提供，公司无法保证其准确性和完整性。"), alone("虚构证券", "假设基金")),
        (("虚构证券：李琦、王诚；假设基金：张明远", "以上参会人员由会议组织方提供，公司未作核实。"), PAIRS),
        (("线上参与公司2025年度业绩说明会的投资者", "以及虚构证券 李琦"), [("虚构证券", ("李琦",))]),
        (("第一组", "虚构证券：李琦、王诚", "第二组", "假设基金：张明远"), PAIRS),
        (("场次一：2023年9月5日", "虚构证券：李琦、王诚", "场次二：2023年9月6日", "假设基金：张明远"), PAIRS),
        (("①虚构证券 李琦、王诚②假设基金 张明远",), PAIRS), (("1.虚构证券：李琦、王诚2.假设基金：张明远",), PAIRS),
        (("虚构证券~李琦、假设基金~王诚",), ONE_EACH[:2]), (("虚构证券_李琦、假设基金+王诚",), ONE_EACH[:2]),
        (("李琦-虚构证券、王诚-假设基金",), ONE_EACH[:2]),
        (("虚构（香港）有限公司（李琦）、假设基金（王诚）",), [("虚构（香港）有限公司", ("李琦",)), ("假设基金", ("王诚",))]),
        (("虚构证券 李琦", "王诚", "假设基金 张明远"), PAIRS),
    ],
)  # fmt: skip
def test_other_marks_counts_and_notes(lines: tuple[str, ...], expected: Expected) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("投资者：李琦、王诚、张明远（通过网络参会）",), [(None, ("李琦", "王诚", "张明远"))]),
        (("分析师：虚构证券 李琦", "投资者：假设基金 王诚"), [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]),
        (("线上参会的虚构证券、假设基金等共计36位投资者",), alone("虚构证券", "假设基金")),
        (
            ("第一场（2024年9月3日）", "虚构证券：李琦", "第二场（2024年9月4日）", "假设基金：王诚"),
            [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))],
        ),
        (
            ("虚构证券 李琦 13800000000", "假设基金 王诚 13900000000"),
            [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))],
        ),
    ],
)
def test_words_beside_the_names(lines: tuple[str, ...], expected: Expected) -> None:
    assert read(*lines) == expected
