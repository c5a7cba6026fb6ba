"""Ways in which the exchange misbehaves; each is put into `Exchange.faults`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from tests.exchange.cninfo import PLACE
from tests.exchange.server import Answer, Asked, Body, Exchange, Fault, Row, json_answer

CHALLENGE = "<!DOCTYPE html><html><head><title>安全验证</title></head><body><script>x()</script></body></html>".encode()


def on_page(number: int, change: Callable[[Body], Body], times: int | None = None) -> Fault:
    """Change the body of one listing page, the first so many times that it is asked."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.page != number or honest.status != 200 or (times is not None and before >= times):
            return honest
        return json_answer(change(json.loads(honest.content)))

    return fault


def empty_page(number: int, times: int | None = None) -> Fault:
    """A page without rows, though the count says otherwise."""
    return on_page(number, lambda body: body | {"announcements": []}, times)


def repeated_page(number: int, exchange: Exchange) -> Fault:
    """Page 1 in the place of a later one."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.page != number:
            return honest
        return exchange._listing(replace(asked, fields={**asked.fields, "pageNum": "1"}))

    return fault


def promising(more: int) -> Fault:
    """A total that is greater than what is listed."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.place != PLACE:
            return honest
        body = json.loads(honest.content)
        return json_answer(body | {"totalAnnouncement": body["totalAnnouncement"] + more})

    return fault


def ignoring_filter(rows: list[Row]) -> Fault:
    """The whole market whatever is asked."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.place != PLACE:
            return honest
        return json_answer(json.loads(honest.content) | {"announcements": rows[:30], "totalAnnouncement": len(rows)})

    return fault


def without_field(name: str) -> Fault:
    """Rows that lack a field of the contract."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.place != PLACE:
            return honest
        body = json.loads(honest.content)
        for row in body["announcements"] or ():
            row.pop(name, None)
        return json_answer(body)

    return fault


def status(code: int, *, method: str, times: int | None = None, path: str = "") -> Fault:
    """A status in place of the answer, the first so many times that the same is asked."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.method != method or path not in asked.path or (times is not None and before >= times):
            return honest
        return Answer(b"busy", code, {"Retry-After": "1"})

    return fault


def instead(path: str, content: bytes, cut: int | None = None) -> Fault:
    """Other bytes in place of a file, with status 200; cut off where asked."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        return Answer(content, cut=cut) if asked.path == path else honest

    return fault


def redirect(path: str, target: str) -> Fault:
    """A redirect of a file."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        return Answer(b"", 302, {"Location": target}) if asked.path == path else honest

    return fault


def inserting(exchange: Exchange, row: Row, on: int) -> Fault:
    """A row that appears at the head of the listing while page `on` is read for the first time."""

    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        if asked.page == on and row not in exchange.rows:
            exchange.rows.append(row)
        return honest

    return fault
