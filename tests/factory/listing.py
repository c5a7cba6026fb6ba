"""A made listing: rows of announcements, a source over them, and an exchange that serves its pages."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

from extractors.listing import Entry, ListingPage, Partition, Request, Response, Source, Window, contract

PARTITION = Partition(name="all", fields={})
START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = date(2026, 3, 10)

Answer = dict[str, object]


def row(key: int, day: date = DAY) -> Answer:
    """One listed row."""
    return {"key": str(key), "day": day.isoformat()}


def rows(count: int, first: int = 1, day: date = DAY) -> list[Answer]:
    """Rows with running keys."""
    return [row(key, day) for key in range(first, first + count)]


def window(start: date = DAY, end: date | None = None) -> Window:
    """A window of one day, or up to another."""
    return Window(start=start, end=end or start)


def source(page_size: int = 3, page_limit: int = 90) -> Source:
    """A source whose answers are JSON with a total and rows."""
    return Source(
        name="made",
        name_zh="自造",
        partitions=(PARTITION,),
        page_size=page_size,
        page_limit=page_limit,
        request=_request,
        parse=_parse,
    )


def _request(partition: Partition, asked: Window, page: int) -> Request:
    address = f"https://exchange.example/{partition.name}?from={asked.start}&to={asked.end}&page={page}"
    return Request(method="GET", address=address, form=None, headers={})


def _parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    with contract("made"):
        body = json.loads(content)
        return ListingPage(
            total=body["total"],
            rows=tuple(_entry(one, fetched_at, partition).row for one in body["rows"] or ()),
            notes=tuple(body.get("notes", ())),
        )


def _entry(one: Answer, fetched_at: datetime, partition: Partition) -> Entry:
    return Entry(
        source="made",
        source_key=str(one["key"]),
        partition=partition.name,
        security_code="300999",
        exchange=None,
        title="投资者关系活动记录表",
        disclosed_on=date.fromisoformat(str(one["day"])),
        disclosed_at=None,
        address=f"https://files.example/{one['key']}.pdf",
        security_name="虚构股份",
        org_id="9900000001",
        board=None,
        fetched_at=fetched_at,
    )


class Exchange:
    """Serves the pages of a listing, and remembers what was asked; an hour passes with each answer."""

    def __init__(self, listed: Sequence[Answer], page_size: int = 3) -> None:
        """Rows newest first."""
        self.listed = list(listed)
        self.page_size = page_size
        self.asked: list[int] = []
        self.before: Callable[[int], None] = lambda number: None  # called before the n-th answer, from 1
        self.total: int | None = None  # where it is not the truth

    def fetch(self, request: Request, page: int) -> Response:
        """The answer for one page."""
        self.asked.append(page)
        self.before(len(self.asked))
        shown = self.listed[(page - 1) * self.page_size : page * self.page_size]
        return self.answer({"total": len(self.listed) if self.total is None else self.total, "rows": shown})

    def answer(self, body: object) -> Response:
        """An answer with the given body."""
        return Response(
            status=200,
            headers={},
            final_address="https://exchange.example/",
            content=json.dumps(body).encode(),
            fetched_at=START + timedelta(hours=len(self.asked)),
        )
