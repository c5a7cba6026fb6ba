"""Replaying: a feed's archived walk is read as far down as it was read then."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from extractors.listing import ListingPage, Request
from flows import keep, replay
from warehouse.archive import Entry

PAGE = ListingPage(total=None, rows=())


def entries(pages: Sequence[int]) -> deque[Entry]:
    """Answers that are still to come, by page."""
    asked = keep.entry_of("run", "listing", "sse", Request(method="GET", address="https://a", form=None, headers={}))
    return deque(replace(asked, page=page, fetched_at=datetime(2026, 3, 3, tzinfo=UTC)) for page in pages)


@pytest.mark.parametrize(
    ("ahead", "is_deep"),
    [
        ([2, 3, 4, 1], False),
        ([3, 4, 1], False),
        ([4, 1], True),
        ([4, 4, 4, 1], True),
        ([1], True),
        ([1, 2, 3, 4, 1], True),
        ([2, 3], False),
        ([], True),
    ],
    ids=["1 of 4", "2 of 4", "3 of 4", "an empty one thrice", "the last", "another walk behind", "cut off", "nothing"],
)
def test_the_last_two_pages_of_a_walk_were_deep_enough(ahead: Sequence[int], is_deep: bool) -> None:
    assert replay.as_far(entries(ahead))(PAGE) is is_deep


def test_a_field_of_several_values_is_kept_as_often_as_it_was_sent() -> None:
    form = {"page": "0", "needFields[]": ("companyCd", "companyName")}
    asked = keep.entry_of("run", "listing", "bse", Request(method="POST", address="https://a", form=form, headers={}))
    assert asked.request_body == "page=0&needFields%5B%5D=companyCd&needFields%5B%5D=companyName"
