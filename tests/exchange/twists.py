"""Ways in which any source misbehaves, in the rows that it shows; each is put into `Exchange.twists` or `faults`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.exchange.faults import CHALLENGE
from tests.exchange.server import DIALECTS, Answer, Asked, Fault, Row, Twist
from tests.exchange.wire import Shown


def empty(page: int, times: int | None = None) -> Twist:
    """A page without rows, the first so many times that it is asked."""
    return lambda before, shown: (
        replace(shown, rows=[]) if shown.page == page and (times is None or before < times) else shown
    )


def repeating(page: int, size: int) -> Twist:
    """Page 1 in the place of a later one."""
    return lambda before, shown: replace(shown, rows=shown.found[:size]) if shown.page == page else shown


def promising(more: int) -> Twist:
    """A total that is greater than what is listed."""
    return lambda before, shown: replace(shown, total=shown.total + more)


def unfiltered(rows: Sequence[Row], size: int) -> Twist:
    """Other rows, whatever is asked: all of the market."""
    return lambda before, shown: replace(
        shown, found=list(rows), rows=list(rows[(shown.page - 1) * size : shown.page * size]), total=len(rows)
    )


def leaving(rows: list[Row], on: int) -> Twist:
    """The newest row leaves the listing when page `on` is asked for the first time."""

    def twist(before: int, shown: Shown) -> Shown:
        if shown.page == on and before == 0:
            first = shown.found[0]
            rows.remove(first["disclosures"][0] if "disclosures" in first else first)
        return shown

    return twist


def coming(rows: list[Row], new: Row, on: int) -> Twist:
    """A row comes into the listing when page `on` is asked for the first time."""

    def twist(before: int, shown: Shown) -> Shown:
        if shown.page == on and new not in rows:
            rows.append(new)
        return shown

    return twist


def burst(status: int, times: int | None) -> Fault:
    """A status in place of a listing's page, the first so many times that the same is asked."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        is_hit = asked.place in DIALECTS and (times is None or before < times)
        return Answer(b"busy", status, {"Retry-After": "1"}) if is_hit else honest

    return fault


def saying(content: bytes, page: int = 1) -> Fault:
    """A body of another kind with status 200 in place of one page."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        dialect = DIALECTS.get(asked.place)
        return Answer(content) if dialect and honest.status == 200 and dialect.page(asked) == page else honest

    return fault


def challenging(page: int = 1) -> Fault:
    """A challenge page with status 200."""
    return saying(CHALLENGE, page)


def circling(asked: Asked, before: int, honest: Answer) -> Answer:
    """A redirect to the same address with every request, whatever cookie comes."""
    return (
        Answer(b"", 302, {"Location": asked.path, "Set-Cookie": f"a={before}"}) if asked.place in DIALECTS else honest
    )
