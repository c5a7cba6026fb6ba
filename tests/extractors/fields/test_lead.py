"""What names nobody in a cell of participants: leads, headings, totals, descriptions."""

import pytest

from extractors.fields import lead


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("参会机构：虚构证券", "虚构证券"), ("参与单位（排名不分先后）：虚构证券", "虚构证券"), ("券商：虚构证券", "虚构证券"),
        ("公募基金：虚构基金", "虚构基金"), ("外资机构：虚构环球投资", "虚构环球投资"), ("现场参会：虚构证券 李琦", "虚构证券 李琦"),
        ("线上：虚构证券", "虚构证券"), ("5月10日：虚构证券", "虚构证券"), ("2023年5月10日上午：虚构证券", "虚构证券"),
        ("特定对象：虚构证券 李琦", "虚构证券 李琦"), ("参会机构包括虚构证券", "虚构证券"), ("来自虚构证券", "虚构证券"),
        ("第一场：虚构证券 李琦", "虚构证券 李琦"), ("媒体：李琦", "李琦"),
        ("虚构证券策略会：假设基金", "假设基金"), ("虚构证券电话会议：假设基金", "假设基金"), ("姓名：李琦", "李琦"),
    ],
)  # fmt: skip
def test_leads(text: str, names: str) -> None:
    end = lead.end_of(text)
    assert end is not None
    assert text[end:] == names


@pytest.mark.parametrize(
    "text", ["虚构证券：李琦", "易方达：李琦", "虚构证券", "个人投资者：李琦", "股东 李琦", "Fiction Capital：李琦", ""]
)
def test_what_is_no_lead(text: str) -> None:
    assert lead.end_of(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("虚构证券等20家机构", "虚构证券"), ("虚构证券等机构投资者", "虚构证券"), ("虚构证券（排名不分先后）", "虚构证券"),
        ("虚构证券（以下简称“虚构”）", "虚构证券"), ("虚构银行的理财子公司代表", "虚构银行"), ("虚构证券及其他投资者", "虚构证券"),
        ("虚构基金以及参与“走进成分股公司”的投资者", "虚构基金"), ("虚构证券1人：李琦", "虚构证券1人：李琦"), ("虚构证券", "虚构证券"),
    ],
)  # fmt: skip
def test_tails(text: str, plain: str) -> None:
    assert lead.without_tail(text) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("个人投资者李琦", ("个人投资者", "李琦")), ("股东代表 李琦", ("股东代表", "李琦")), ("自然人股东李琦", ("自然人股东", "李琦")),
        ("李琦（个人投资者）", ("个人投资者", "李琦")), ("李琦(股东)", ("股东", "李琦")), ("虚构证券", None), ("投资者", None),
    ],
)  # fmt: skip
def test_individuals(text: str, expected: tuple[str, str] | None) -> None:
    assert lead.individual(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "等", "/", "18800000000", "*", "线上参与的投资者", "券商", "基金公司", "2023年5月10日：", "机构名称 姓名", "序号 单位 姓名 职务",
        "姓名 单位", "由虚构证券组织的机构调研", "参会机构名单", "若干", "详见附件",
    ],
)  # fmt: skip
def test_nobody_is_named(text: str) -> None:
    assert lead.names_nobody(text)


@pytest.mark.parametrize("text", ["虚构证券", "李琦", "Jane Wu", "虚构证券 李琦", "360", "虚构基金管理公司"])
def test_somebody_is_named(text: str) -> None:
    assert not lead.names_nobody(text)
