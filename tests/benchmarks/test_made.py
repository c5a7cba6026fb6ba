"""Made records: the same for the same number, unlike for others, in the numbers that are wanted."""

from __future__ import annotations

from collections import Counter

from benchmarks import made
from extractors.records import ActivityRecord, Announcement, Participant, Question
from warehouse.load import table_of


def test_a_number_makes_the_same_records_again() -> None:
    assert [*made.listing(7), *made.parsed(7)] == [*made.listing(7), *made.parsed(7)]


def test_records_of_two_numbers_share_no_key() -> None:
    found = [record for n in (1, 2) for record in (*made.listing(n), *made.parsed(n))]
    assert len({one.record_id for one in found if isinstance(one, ActivityRecord)}) == 2
    assert len({one.announcement_id for one in found if isinstance(one, Announcement)}) == 2


def test_two_records_have_the_rows_of_the_full_size() -> None:
    counts = Counter(table_of(one) for n in (0, 1) for one in made.parsed(n))
    assert (counts[table_of_(Participant)], counts[table_of_(Question)]) == (35, 25)


def table_of_(kind: type) -> str:
    return kind.__name__.lower()
