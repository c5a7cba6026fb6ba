"""Facts: frozen, and hashable, so that a row which comes twice is one fact."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from extractors.facts import FeedCompany, ListedSecurity, Survey


def security() -> ListedSecurity:
    """A security of Beijing under its old code."""
    return ListedSecurity(
        security_code="830999", current_code="920999", exchange="BSE", board="bse", security_name="虚构股份",
        org_id="gfbj0830999", category="A股",
    )  # fmt: skip


def survey() -> Survey:
    """One activity."""
    return Survey(
        security_code="300999", exchange="SZSE", notice_on=date(2026, 3, 10), start_on=date(2026, 3, 9), end_on=None,
        time_printed=None, way=None, file_key=None, institution=None, visitor=None, institution_count=3,
    )  # fmt: skip


def company() -> FeedCompany:
    """A company of e互动."""
    return FeedCompany(security_code="603999", uid="65", security_name="虚构股份")


@pytest.mark.parametrize("make", [security, survey, company])
def test_the_same_fact_twice_is_one(make: type) -> None:
    assert len({make(), make()}) == 1
    with pytest.raises(FrozenInstanceError):
        make().security_code = "600000"
