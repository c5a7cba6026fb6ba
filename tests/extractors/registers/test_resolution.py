"""Resolution: exact, by each rule, and what is left as printed."""

from __future__ import annotations

import pytest

from extractors.registers.institution import aliases
from extractors.registers.resolution import institution_names, names_of_rules, resolve

CASES = [
    ("中信证券", "中信证券股份有限公司", "exact", None),
    ("安信证券", "国投证券股份有限公司", "exact", None),
    ("J.P. Morgan", "摩根大通", "exact", None),
    ("華泰證券", "华泰证券股份有限公司", "written_form", None),
    ("goldman  sachs", "高盛集团", "written_form", None),
    ("摩根基金管理(中国)有限公司", "摩根基金管理（中国）有限公司", "written_form", None),
    ("兴业证券有限责任公司", "兴业证券股份有限公司", "legal_form", None),
    ("Goldman Sachs Co., Ltd.", "高盛集团", "legal_form", None),
    ("富国基金公司", "富国基金管理有限公司", "legal_form", None),
    ("中邮创业基金", "中邮创业基金管理股份有限公司", "kind_word", None),
    ("高毅资管", "上海高毅资产管理合伙企业（有限合伙）", "kind_word", None),
    ("北京市星石投资", "北京星石投资管理有限公司", "place", None),
    ("高盛(亚洲)", "高盛集团", "place", None),
    ("高盛Goldman Sachs", "高盛集团", "both_scripts", None),
    ("Goldman Sachs（高盛集团）", "高盛集团", "both_scripts", None),
    ("中信证券自营", "中信证券股份有限公司", "desk", "自营"),
    ("东北自营", "东北证券股份有限公司", "desk", "自营"),
    ("中信建投资管", "中信建投证券股份有限公司", "desk", "资管"),
    ("中信建投证券股份有限公司资产管理部", "中信建投证券股份有限公司", "desk", "资产管理部"),
    ("浙商证券研究所", "浙商证券股份有限公司", "desk", "研究所"),
    ("华西证券股份有限公司深圳分公司", "华西证券股份有限公司", "branch", "深圳分公司"),
    ("国信证券上海淮海路营业部", "国信证券股份有限公司", "branch", "上海淮海路营业部"),
    ("招商银行深圳分行", "招商银行股份有限公司", "branch", "深圳分行"),
    ("淡水泉资本", "淡水泉（北京）投资管理有限公司", "loose_kind", None),
]
UNRESOLVED = (
    "虚构证券", "中信", "兴业", "平安", "东方资管", "中信产业基金", "长江通信", "广州淡水泉投资管理有限公司", "Fidelity", "", "证券", "基金", "上海", "营业部",
    "中信证券2", "海通证券 张三", "Invented Capital", "香港景林资产", "自营", "易方达香港子公司",
)  # fmt: skip


@pytest.mark.parametrize(("printed", "institution", "rule", "part"), CASES)
def test_a_name_is_resolved_by_its_rule(printed: str, institution: str, rule: str, part: str | None) -> None:
    found = resolve(printed)
    assert (found.institution_id, found.rule, found.unit) == (institution, rule, part)


@pytest.mark.parametrize("printed", UNRESOLVED)
def test_what_is_not_sure_stays_as_printed(printed: str) -> None:
    found = resolve(printed)
    assert (found.printed, found.institution_id, found.rule, found.alias) == (printed, None, "unresolved", None)


@pytest.mark.parametrize("rule", [name for name in names_of_rules() if name != "unresolved"])
def test_every_rule_has_a_case(rule: str) -> None:
    assert rule in {case[2] for case in CASES}


def test_every_name_of_the_register_is_its_own_exactly() -> None:
    for one in aliases():
        found = resolve(one.alias)
        assert (found.institution_id, found.rule, found.alias) == (one.institution_id, "exact", one.alias)


def test_the_alias_of_a_resolution_is_the_institutions() -> None:
    owners = {one.alias: one.institution_id for one in aliases()}
    for printed, institution, _, _ in CASES:
        assert owners[str(resolve(printed).alias)] == institution


def test_each_name_has_one_resolution_in_its_order() -> None:
    printed = ("虚构证券", "中信证券")
    assert [one.printed for one in institution_names(printed)] == list(printed)
