"""A look at days that were proved before: one request tells whether their list is as it was held.

A look grades no day. Where it finds anything else the days are walked, and the walk tells what is wrong.
"""

from __future__ import annotations

from extractors.asking import Asking
from extractors.errors import FetchError, ListingError
from extractors.feed import IsKnown


def is_quiet(ask: Asking, count: int, is_known: IsKnown) -> bool:
    """Whether the source still counts so many rows, and those of page 1 are known.

    A row that came and another that went, both behind page 1, are seen by the monthly re-reading.
    """
    try:
        page = ask.page(1)
    except (ListingError, FetchError):  # the walk that follows meets it and says so
        return False
    return page.total == count and all(is_known(row.sighting.source_key) for row in page.rows)
