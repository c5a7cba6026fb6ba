"""The register of institutions: its laws, and what readers take from it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from extractors.fields.name import is_person
from extractors.institutions import Institution, InstitutionAlias, InstitutionShared
from extractors.registers.institution import (
    aliases,
    first_day,
    institutions,
    known,
    last_day,
    records,
    register_hash,
    shared,
    short_names,
)

NAMES = {row.name for row in known()}
BY_NAME = {row.name: row for row in known()}


def test_every_row_is_whole() -> None:
    assert [row for row in known() if not (row.name and row.short_name and row.type and row.evidence)] == []
    assert len(known()) >= 600


def test_full_names_stand_once() -> None:
    assert [name for name, count in Counter(row.name for row in known()).items() if count > 1] == []


def test_no_alias_is_of_two_institutions() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in known():
        for name in (row.name, *row.short_names, *row.english_names, *(former for former, _ in row.former_names)):
            owners[name.casefold()].add(row.name)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_every_alias_is_of_an_institution() -> None:
    assert {one.institution_id for one in aliases()} == NAMES
    assert len({one.alias for one in aliases()}) == len(aliases())


def test_a_shared_name_is_no_alias_and_all_who_can_be_meant_exist() -> None:
    assert set(shared()) & {one.alias for one in aliases()} == set()
    assert {name for found in shared().values() for name in found} - NAMES == set()


def test_dates_are_ordered() -> None:
    for row in known():
        start, end = first_day(row.valid_from), last_day(row.valid_to)
        assert not (start and end) or start < end
        for _, until in row.former_names:
            day = last_day(until)
            assert day is None or date(1990, 1, 1) < day < date(2027, 1, 1)


def test_a_merger_has_a_day_and_a_successor_that_goes_on() -> None:
    for row in known():
        if row.successor:
            assert row.valid_to
            assert not BY_NAME[row.successor].valid_to, "successors are followed once"


def test_a_group_is_named_by_the_institution_at_its_head() -> None:
    heads = {row.short_name for row in known()}
    assert {row.group for row in known() if row.group} - heads == set()


def test_evidence_is_one_of_few_kinds() -> None:
    kinds = re.compile(r"(common knowledge|printed so in public records|unsure \w+ .+)(; .+)?")
    assert [row.evidence for row in known() if not kinds.fullmatch(row.evidence)] == []


def test_a_name_without_legal_form_is_no_private_funds_sure_legal_name() -> None:
    legal = re.compile(r"公司|合伙|中心|（有限")
    odd = [row.name for row in known() if row.type == "private_fund" and not legal.search(row.name)]
    assert [
        name for name in odd if "unsure" not in BY_NAME[name].evidence and name not in ("高瓴投资", "真格基金")
    ] == []


@pytest.mark.parametrize(
    ("former", "now", "until"),
    [
        ("安信证券股份有限公司", "国投证券股份有限公司", date(2023, 12, 31)),
        ("上投摩根基金管理有限公司", "摩根基金管理（中国）有限公司", date(2023, 4, 30)),
        ("国联证券股份有限公司", "国联民生证券股份有限公司", date(2025, 2, 28)),
    ],
)
def test_a_renamed_institution_keeps_one_row(former: str, now: str, until: date) -> None:
    found = {one.alias: one for one in aliases()}[former]
    assert (found.institution_id, found.valid_to) == (now, until)
    assert former not in NAMES


@pytest.mark.parametrize(
    ("merged", "into"),
    [("国泰君安证券股份有限公司", "国泰海通证券股份有限公司"), ("海通证券股份有限公司", "国泰海通证券股份有限公司"),
     ("申银万国证券股份有限公司", "申万宏源证券有限公司"), ("宏源证券股份有限公司", "申万宏源证券有限公司")],
)  # fmt: skip
def test_merged_institutions_tell_their_successor(merged: str, into: str) -> None:
    assert BY_NAME[merged].successor == into


def test_dates_known_to_a_year_or_month_are_its_first_and_last_day() -> None:
    assert [first_day(text) for text in ("2023", "2023-12", "2023-12-08", "")] == [
        date(2023, 1, 1), date(2023, 12, 1), date(2023, 12, 8), None,
    ]  # fmt: skip
    assert [last_day(text) for text in ("2023", "2024-02", "2023-12-08", "")] == [
        date(2023, 12, 31), date(2024, 2, 29), date(2023, 12, 8), None,
    ]  # fmt: skip


def test_records_are_of_the_three_tables() -> None:
    assert {type(one) for one in records()} == {Institution, InstitutionAlias, InstitutionShared}
    assert len(tuple(institutions())) == len(known())


def test_the_hash_tells_of_the_files() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", register_hash())
    assert register_hash() == register_hash()


def test_readers_know_short_names_and_shared_ones_but_no_legal_names() -> None:
    assert {"中金", "中信", "安信证券", "高盛"} <= short_names()
    assert [name for name in short_names() if "有限公司" in name] == []


def test_houses_whose_names_look_like_people_are_registered() -> None:
    assert [name for name in ("东方红", "高毅", "花旗", "高盛") if not is_person(name) or name in short_names()] == [
        "东方红", "高毅", "花旗", "高盛",
    ]  # fmt: skip
