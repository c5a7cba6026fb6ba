"""Facts: frozen, and hashable, so that a row which comes twice is one fact."""

from dataclasses import FrozenInstanceError

import pytest

from extractors.facts import FeedCompany, ListedField, ListedSecurity, Survey, fields_of
from tests.factory.rows import SEEN, make


@pytest.mark.parametrize("kind", [FeedCompany, ListedField, ListedSecurity, Survey])
def test_the_same_fact_twice_is_one(kind: type) -> None:
    assert len({make(kind), make(kind)}) == 1
    with pytest.raises(FrozenInstanceError):
        make(kind).first_seen_at = SEEN


def test_a_page_has_the_fields_of_all_its_rows_each_once() -> None:
    found = fields_of("irm", [{"b": 1}, {"a": None, "b": 2}], SEEN)
    assert [(one.source, one.field, one.first_seen_at, one.last_seen_at) for one in found] == [
        ("irm", "a", SEEN, SEEN), ("irm", "b", SEEN, SEEN),
    ]  # fmt: skip
    assert fields_of("irm", [], SEEN) == ()
