"""What the local exchange is asked and answers, and how one source's listing is spoken."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlsplit

CHINA = timezone(timedelta(hours=8))
Row = dict[str, Any]
Body = dict[str, Any]


@dataclass(slots=True)
class Answer:
    """What goes back."""

    content: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None  # bytes after which the connection breaks
    drip: float | None = None  # seconds between the twentieth parts of the body


@dataclass(slots=True)
class Asked:
    """One request that came."""

    method: str
    path: str
    fields: dict[str, str]  # of the body
    headers: dict[str, str]
    pairs: tuple[tuple[str, str], ...] = ()  # of the body, a field as often as it came

    @property
    def place(self) -> str:
        """The path without its query."""
        return urlsplit(self.path).path

    @property
    def query(self) -> dict[str, str]:
        """The fields of the query string."""
        return dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))

    @property
    def page(self) -> int:
        """The page of cninfo's listing that is asked for, 0 for anything else."""
        return int(self.fields.get("pageNum", "0"))


@dataclass(slots=True)
class Shown:
    """What one page will show: all rows that the request finds, those of the page, and the total that is told."""

    found: list[Row]
    page: int
    rows: list[Row]
    total: int


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one source is spoken: where, in which pages, which rows a request finds, and how they are written."""

    name: str
    places: tuple[str, ...]
    size: int
    page: Callable[[Asked], int]  # from 1
    find: Callable[[list[Row], Asked], list[Row]]
    write: Callable[[Asked, Shown], Answer]
    beyond: Callable[[int, int], int]  # page asked and last page to the page that is shown, 0 for none
    refuse: Callable[[Asked], Answer | None] = lambda _: None


def json_answer(body: Body) -> Answer:
    """A body as the server sends it."""
    headers = {"Content-Type": "application/json;charset=UTF-8"}
    return Answer(json.dumps(body, ensure_ascii=False).encode(), headers=headers)


def jsonp_answer(body: object, callback: str) -> Answer:
    """A body in its wrapper."""
    text = f"{callback}({json.dumps(body, ensure_ascii=False)})"
    return Answer(text.encode(), headers={"Content-Type": "text/javascript;charset=UTF-8"})
