"""Facts: frozen, and hashable, so that a row which comes twice is one fact."""

from dataclasses import FrozenInstanceError

import pytest

from extractors.facts import FeedCompany, ListedSecurity, Survey
from tests.factory.rows import make


@pytest.mark.parametrize("kind", [FeedCompany, ListedSecurity, Survey])
def test_the_same_fact_twice_is_one(kind: type) -> None:
    assert len({make(kind), make(kind)}) == 1
    with pytest.raises(FrozenInstanceError):
        make(kind).security_code = "600000"
