"""The question to 北交所 whose answer no recording tells (contracts §5.1): under which class records stand."""

from __future__ import annotations

from collections import Counter

from extractors.listing import contract
from extractors.probes.bench import Bench, Question, Undecided
from extractors.sources import bse
from extractors.titles import tells_of_meeting


def _sub_types(bench: Bench) -> str:
    """`disclosureSubType` of the rows that tell of a meeting, and of the others that the keyword finds."""
    content = bench.answer(bse.SOURCE, bse.SOURCE.partitions[0], bench.last_days(60)).content
    with contract("bse"):
        rows = bse.listed(content)["content"] or ()
        told: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for row in rows:
            kind = told if tells_of_meeting(row["disclosureTitle"] + (row["disclosurePostTitle"] or "")) else others
            kind[str(row["disclosureSubType"])] += 1
    if not told:
        raise Undecided(f"none of {len(rows)} rows of 60 days tells of a meeting")
    return f"disclosureSubType of records: {_printed(told)}; of other rows: {_printed(others) or 'none'}"


def _printed(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(5))


QUESTIONS = (Question(source="bse", asked="disclosureSubType of a record 公告小类", find=_sub_types),)
