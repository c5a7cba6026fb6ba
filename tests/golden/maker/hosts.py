"""Cases of 上市公司接待人员姓名."""

from __future__ import annotations

from collections.abc import Iterator

from tests.golden.maker.case import HOSTS, Case, host, record
from tests.golden.maker.templates import JINGLAN, TONGHAI, YUNHE

_ONE = (
    ("hosts_numbered", ("1、董事长 顾怀瑾", "2、副总经理、董事会秘书 裴文清", "3、证券事务代表 苏晚晴"),
     [host("顾怀瑾", "董事长"), host("裴文清", "副总经理、董事会秘书"), host("苏晚晴", "证券事务代表")]),
    ("hosts_of_one_title", ("独立董事：方之桐、秦若水、孟书怀",), [host("方之桐", "独立董事"), host("秦若水", "独立董事"), host("孟书怀", "独立董事")]),
    ("hosts_of_one_title_behind_blanks", ("董事长 顾怀瑾", "证券事务代表 苏晚晴 林可"), [host("顾怀瑾", "董事长"), host("苏晚晴", "证券事务代表"), host("林可", "证券事务代表")]),
    ("hosts_behind_the_company_s_name", ("潼海装备 董事长 顾怀瑾", "潼海装备 董事会秘书 裴文清"), [host("顾怀瑾", "董事长"), host("裴文清", "董事会秘书")]),
    ("hosts_before_titles_in_brackets", ("顾怀瑾（董事长）、裴文清（副总经理、董事会秘书）",), [host("顾怀瑾", "董事长"), host("裴文清", "副总经理、董事会秘书")]),
    ("hosts_in_brackets_behind_titles", ("董事长（顾怀瑾）、董事会秘书（裴文清）",), [host("顾怀瑾", "董事长"), host("裴文清", "董事会秘书")]),
    ("hosts_with_two_offices", ("董事、副总经理兼董事会秘书：裴文清；总经理兼财务负责人：苏晚晴",), [host("裴文清", "董事、副总经理兼董事会秘书"), host("苏晚晴", "总经理兼财务负责人")]),
    ("hosts_with_honorifics", ("董事长顾怀瑾先生、董事会秘书裴文清女士、财务总监苏晚晴女士",), [host("顾怀瑾", "董事长"), host("裴文清", "董事会秘书"), host("苏晚晴", "财务总监")]),
    ("hosts_with_staff_of_no_name", ("董事会秘书：裴文清", "证券部工作人员"), [host("裴文清", "董事会秘书")]),
    ("hosts_and_others", ("董事会秘书裴文清、证券事务代表苏晚晴等",), [host("裴文清", "董事会秘书"), host("苏晚晴", "证券事务代表")]),
    ("hosts_without_titles", ("顾怀瑾、裴文清、苏晚晴",), [host("顾怀瑾"), host("裴文清"), host("苏晚晴")]),
    ("hosts_before_their_titles", ("顾怀瑾 董事长、裴文清 董事会秘书",), [host("顾怀瑾", "董事长"), host("裴文清", "董事会秘书")]),
    ("hosts_before_a_comma_and_titles", ("裴文清，副总经理、董事会秘书；苏晚晴，证券事务代表",), [host("裴文清", "副总经理、董事会秘书"), host("苏晚晴", "证券事务代表")]),
    ("hosts_of_two_characters_spread", ("董事长：顾  瑾", "董事会秘书：裴  清"), [host("顾瑾", "董事长"), host("裴清", "董事会秘书")]),
    ("hosts_of_four_characters", ("董事长：欧阳怀瑾、总经理：司马清和",), [host("欧阳怀瑾", "董事长"), host("司马清和", "总经理")]),
    ("hosts_glued_to_titles", ("董事会秘书裴文清，证券事务代表苏晚晴",), [host("裴文清", "董事会秘书"), host("苏晚晴", "证券事务代表")]),
    ("hosts_of_none_named", ("公司证券部工作人员",), []),
    ("hosts_of_a_latin_title", ("副总裁、CFO：苏晚晴", "IR总监：林可"), [host("苏晚晴", "副总裁、CFO"), host("林可", "IR总监")]),
    ("hosts_with_a_sponsor", ("董事会秘书：裴文清", "保荐代表人：方之桐"), [host("裴文清", "董事会秘书"), host("方之桐", "保荐代表人")]),
)  # fmt: skip


def cases() -> Iterator[Case]:
    """The cases of this group."""
    for name, lines, says in _ONE:
        yield record(name, TONGHAI, {HOSTS: lines}, {"hosts": says})
    yield record(
        "hosts_wrapped_inside_a_title", JINGLAN,
        {HOSTS: ("董事长、总经理罗远山，董事、副总经理兼董事会秘书谢知微，独立董事汪予安，财务总监许清和，保荐代表人唐书言",)},
        {"hosts": [host("罗远山", "董事长、总经理"), host("谢知微", "董事、副总经理兼董事会秘书"), host("汪予安", "独立董事"),
                   host("许清和", "财务总监"), host("唐书言", "保荐代表人")]},
        look="wps",
    )  # fmt: skip
    yield record(
        "hosts_numbered_on_one_line", YUNHE, {HOSTS: ("1、董事会秘书沈亦舟；2、证券事务代表林可",)},
    )  # fmt: skip
