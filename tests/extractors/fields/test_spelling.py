"""Spellings of an institution with its people, turned to the usual one; names that only look like one."""

import pytest

from extractors.fields.spelling import usual


@pytest.mark.parametrize(
    ("token", "usually"),
    [
        ("虚构证券-李琦", "虚构证券：李琦"), ("李琦—虚构证券", "虚构证券：李琦"), ("虚构证券/李琦", "虚构证券：李琦"),
        ("虚构证券-电子-李琦", "虚构证券：李琦"), ("虚构证券-李琦-研究员", "虚构证券：李琦"),
        ("【虚构证券】李琦", "虚构证券：李琦"), ("【虚构证券】", "虚构证券"),
        ("虚构证券（代表：李琦）", "虚构证券：李琦"), ("虚构证券（参会人员：李琦、王诚）", "虚构证券：李琦、王诚"),
        ("虚构证券李琦和王诚", "虚构证券：李琦、王诚"), ("虚构证券 李琦及王诚女士", "虚构证券：李琦、王诚"),
        ("虚构证券 李琦（Vicky）", "虚构证券 李琦"), ("李琦（Fiction Securities）", "李琦（Fiction Securities）"),
        ("Fiction Capital李琦", "Fiction Capital：李琦"), ("Fiction Capital（虚构资本）李琦", "Fiction Capital（虚构资本）：李琦"),
        ("虚构证券 李琦/王诚/赵倩", "虚构证券：李琦、王诚、赵倩"),
        ("Fiction Capital 李琦", "Fiction Capital 李琦"), ("个人投资者 李琦", "个人投资者：李琦"),
        ("虚构和谐资本", "虚构和谐资本"), ("虚构-远景投资", "虚构-远景投资"), ("参会人员名单", ""), ("等", ""),
    ],
)  # fmt: skip
def test_a_token_as_most_forms_write_it(token: str, usually: str) -> None:
    assert usual(token) == usually
