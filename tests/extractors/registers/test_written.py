"""Written forms: what each level drops or makes equal."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from extractors.registers.written import LEVELS, forms, rules

ALL = ("written_form", "legal_form", "kind_word", "place", "place_word", "loose_kind", "desk", "branch")


@pytest.mark.parametrize(
    ("level", "one", "other"),
    [
        ("written_form", "虛構證券", "虚构证券"),
        ("written_form", "Invented  Capital, Inc.", "invented capital inc"),
        ("written_form", "虚构（上海）", "虚构(上海)"),
        ("written_form", "虚 构 证 券", "虚构证券"),
        ("legal_form", "虚构证券股份有限公司", "虚构证券"),
        ("legal_form", "虚构证券有限责任公司", "虚构证券有限公司"),
        ("legal_form", "虚构资产管理合伙企业（有限合伙）", "虚构资产管理"),
        ("legal_form", "虚构投资管理中心(有限合伙)", "虚构投资管理"),
        ("legal_form", "Invented Capital Co., Ltd.", "Invented Capital Limited"),
        ("kind_word", "虚构基金管理有限公司", "虚构基金"),
        ("kind_word", "虚构投资管理有限公司", "虚构投资"),
        ("kind_word", "虚构证券资产管理有限公司", "虚构证券资管"),
        ("kind_word", "虚构私募证券投资基金管理有限公司", "虚构私募"),
        ("kind_word", "Invented Asset Management Ltd", "Invented Asset"),
        ("place", "上海虚构投资管理有限公司", "虚构投资"),
        ("place", "深圳市前海虚构资本管理有限公司", "虚构资本"),
        ("place", "虚构基金管理（中国）有限公司", "虚构基金"),
    ],
)
def test_two_names_are_one_from_a_level_on(level: str, one: str, other: str) -> None:
    at = LEVELS.index(level)
    assert forms(one)[at:] == forms(other)[at:]
    assert at == 0 or forms(one)[at - 1] != forms(other)[at - 1]


def test_rules_of_a_type_are_for_that_type_alone() -> None:
    assert forms("虚构资管", "private_fund")[-1] == "虚构资产"
    assert forms("虚构资管")[-1] == "虚构资管"
    assert forms("虚构投资管理", "private_fund")[-1] == "虚构投资"


def test_every_row_is_of_a_known_rule() -> None:
    with files("extractors.registers").joinpath("institution_rule.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["rule"] for row in rows} == set(ALL)
    assert sum(len(rules(name)) for name in ALL) == len(rows)


def test_characters_are_told_once_and_differ() -> None:
    with files("extractors.registers").joinpath("institution_character.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["traditional"] for row in rows}) == len(rows)
    assert [row for row in rows if row["traditional"] == row["simplified"]] == []
