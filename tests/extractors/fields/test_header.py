"""What stands above the table: codes, names, companies, titles and numbers in the wordings of the forms."""

import pytest

from extractors.fields.header import is_record_title, parse
from tests.factory.lines import paragraphs


@pytest.mark.parametrize(
    ("line", "code", "name", "number"),
    [
        ("证券代码：300999 证券简称：虚构股份 编号：2026-001", "300999", "虚构股份", "2026-001"),
        ("证券代码：300999    证券简称：虚构股份", "300999", "虚构股份", None),
        ("证券代码:300999\t证券简称:虚构股份\t编号:2026-1", "300999", "虚构股份", "2026-1"),
        ("股票代码：600999 股票简称：虚构股份", "600999", "虚构股份", None),
        ("公司代码：688999 公司简称：虚构股份", "688999", "虚构股份", None),
        ("证 券 代 码 ： 300999 证 券 简 称 ： 虚 构 股 份", "300999", "虚构股份", None),
        ("证券代码：000999 证券简称：*ST虚构 公告编号：2026-010", "000999", "*ST虚构", "2026-010"),
        ("证券代码：000999 证券简称：万  构Ａ", "000999", "万构Ａ", None),
        ("证券代码：688999 证券简称：虚构-U", "688999", "虚构-U", None),
        ("证券代码：300999 证券简称：虚构股份 债券代码：123999 债券简称：虚构转债", "300999", "虚构股份", None),
        ("证券代码：688999 证券简称：虚构股份 转债代码：118999 转债简称：虚构转债", "688999", "虚构股份", None),
        ("证券代码：301999 证券简称：虚构股份 编号：SL20260101", "301999", "虚构股份", "SL20260101"),
        ("证券代码：002999 证券简称：虚构股份 编号：[2026]001", "002999", "虚构股份", "[2026]001"),
        ("证券代码：002999 证券简称：虚构股份 编号：2026-10-24", "002999", "虚构股份", "2026-10-24"),
        ("证券代码：002999 证券简称：虚构股份 编号：2026004", "002999", "虚构股份", "2026004"),
        ("证券代码：002999 证券简称：虚构股份 编号：2026-00X", "002999", "虚构股份", "2026-00X"),
        ("证券代码：002999 证券简称：虚构股份 编号：（2026-014）", "002999", "虚构股份", "2026-014"),
        ("证券代码：002999 证券简称：虚构股份 编号：2026 - 014", "002999", "虚构股份", "2026-014"),
        ("证券代码：002999 证券简称：虚构股份 记录表编号：2026-014", "002999", "虚构股份", "2026-014"),
        ("编号：2026-014 证券代码：002999 证券简称：虚构股份", "002999", "虚构股份", "2026-014"),
        ("证券代码：SZ002999 证券简称：虚构股份", "002999", "虚构股份", None),
        ("证券代码：920999 证券简称：虚构股份 公告编号：2026-015", "920999", "虚构股份", "2026-015"),
        ("证券代码：000999、200999 证券简称：虚构A、虚构B", "000999", "虚构A、虚构B", None),
    ],
)
def test_code_name_and_number_on_one_line(line: str, code: str, name: str, number: str | None) -> None:
    found = parse(paragraphs(line, "虚构科技股份有限公司", "投资者关系活动记录表"))
    assert (found.security_code, found.security_name, found.record_no) == (code, name, number)
    assert (found.company_name, found.title) == ("虚构科技股份有限公司", "投资者关系活动记录表")


@pytest.mark.parametrize(
    ("lines", "company", "title"),
    [
        (("虚构科技股份有限公司", "投资者关系活动记录表"), "虚构科技股份有限公司", "投资者关系活动记录表"),
        (
            ("虚构科技股份有限公司投资者关系活动记录表",),
            "虚构科技股份有限公司",
            "虚构科技股份有限公司投资者关系活动记录表",
        ),
        (("虚构（集团）股份有限公司", "投资者关系活动记录表"), "虚构（集团）股份有限公司", "投资者关系活动记录表"),
        (
            ("虚 构 科 技 股 份 有 限 公 司", "投 资 者 关 系 活 动 记 录 表"),
            "虚构科技股份有限公司",
            "投资者关系活动记录表",
        ),
        (
            ("虚构银行股份有限公司", "2026年3月10日投资者关系活动记录表"),
            "虚构银行股份有限公司",
            "2026年3月10日投资者关系活动记录表",
        ),
        (("虚构科技集团股份", "有限公司", "投资者关系活动记录表"), "虚构科技集团股份有限公司", "投资者关系活动记录表"),
        (("虚构股份投资者关系活动记录表（2026年度）",), None, "虚构股份投资者关系活动记录表（2026年度）"),
        (("虚构科技股份有限公司", "投资者关系活动登记表"), "虚构科技股份有限公司", "投资者关系活动登记表"),
        (("虚构科技股份有限公司", "投资者关系活动记录汇总表"), "虚构科技股份有限公司", "投资者关系活动记录汇总表"),
        (("虚构科技股份有限公司", "投资者关系管理信息"), "虚构科技股份有限公司", "投资者关系管理信息"),
        (("虚构科技股份有限公司", "投资者调研纪要"), "虚构科技股份有限公司", "投资者调研纪要"),
        (
            ("虚构科技股份有限公司", "2026年3月投资者说明会会议纪要"),
            "虚构科技股份有限公司",
            "2026年3月投资者说明会会议纪要",
        ),
        (("虚构科技有限责任公司", "投资者关系活动记录"), "虚构科技有限责任公司", "投资者关系活动记录"),
        (("虚构科技股份有限公司", "关于2026年3月投资者关系活动情况的公告"), "虚构科技股份有限公司", None),
    ],
)
def test_company_and_title(lines: tuple[str, ...], company: str | None, title: str | None) -> None:
    found = parse(paragraphs(*lines))
    assert (found.company_name, found.title) == (company, title)


def test_values_on_lines_of_their_own() -> None:
    found = parse(
        paragraphs(
            "证券代码：300999", "证券简称：虚构股份", "编号：2026-003", "虚构科技股份有限公司", "投资者关系活动记录表"
        )
    )
    assert (found.security_code, found.security_name, found.record_no) == ("300999", "虚构股份", "2026-003")


def test_radicals_are_folded() -> None:
    assert parse(paragraphs("⽴构科技股份有限公司")).company_name == "立构科技股份有限公司"


def test_nothing_above_the_table() -> None:
    found = parse(())
    assert [found.security_code, found.security_name, found.company_name, found.record_no, found.title] == [None] * 5


@pytest.mark.parametrize(
    "text",
    [
        "投资者关系活动记录表",
        "投资者关系活动登记表",
        "投资者关系管理信息",
        "投资者调研记录",
        "投资者说明会纪要",
        "投 资 者 关 系 活 动 记 录 表",
        "投资者活动记录表",
        "投资者接待记录表",
    ],
)
def test_titles_of_records(text: str) -> None:
    assert is_record_title(text)


@pytest.mark.parametrize(
    "text", ["投资者关系管理制度", "2025年年度报告", "关于召开业绩说明会的公告", "投资者保护", "会议记录"]
)
def test_other_titles(text: str) -> None:
    assert not is_record_title(text)


@pytest.mark.parametrize(
    ("below", "number"),
    [
        ("SL20260303", "SL20260303"),
        ("（2026-014）", "2026-014"),
        ("2026年第3号", "2026年第3号"),
        ("虚构科技股份有限公司", None),
        ("投资者关系活动记录表", None),
    ],
)
def test_a_number_below_its_label(below: str, number: str | None) -> None:
    assert parse(paragraphs("证券代码：301999 证券简称：虚构股份", "编号：", below)).record_no == number
