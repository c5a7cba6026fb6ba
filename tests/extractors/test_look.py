"""A look: when days that were proved count as unchanged, and when they are to be walked."""

import json

import pytest

from extractors.asking import Asking
from extractors.errors import NoResponse
from extractors.listing import Request, Response
from extractors.look import is_quiet
from tests.factory.listing import DAY, PARTITION, Exchange, row, rows, source, window


def looked(exchange: Exchange, count: int, known: int) -> bool:
    """What a look says where so many rows are held, of which the keys up to one are known."""
    ask = Asking(source(), PARTITION, window(), exchange.fetch)
    return is_quiet(ask, count, lambda key: int(key) <= known)


@pytest.mark.parametrize(
    ("listed", "count", "known", "quiet"),
    [
        (0, 0, 0, True),
        (2, 2, 9, True),
        (7, 7, 9, True),
        (7, 7, 3, True),
        (7, 6, 9, False),
        (7, 8, 9, False),
        (7, 7, 2, False),
    ],
    ids=["nothing", "a page", "pages", "only page 1 is seen", "one came", "one went", "one for another"],
)
def test_it_is_quiet_where_the_count_is_as_held_and_page_one_is_known(
    listed: int, count: int, known: int, quiet: bool
) -> None:
    exchange = Exchange(rows(listed))
    assert looked(exchange, count, known) is quiet
    assert exchange.asked == [1]


@pytest.mark.parametrize(
    "body",
    [{"total": 1}, {"total": None, "rows": []}, {"total": 1, "rows": [row(1, DAY.replace(year=2020))]}, "busy"],
    ids=["a field is missing", "no total", "the window is ignored", "no answer of the contract"],
)
def test_what_breaks_the_contract_is_left_to_the_walk(body: object) -> None:
    exchange = Exchange([])
    exchange.fetch = lambda *_: exchange.answer(json.loads(json.dumps(body)))  # type: ignore[method-assign]
    assert not looked(exchange, 1, 9)


def test_without_an_answer_the_days_are_walked() -> None:
    def fetch(request: Request, _: int) -> Response:
        raise NoResponse(address=request.address, reason="ConnectionError")

    assert not is_quiet(Asking(source(), PARTITION, window(), fetch), 0, lambda _: True)
