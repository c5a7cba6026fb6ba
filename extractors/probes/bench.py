"""What a probe asks with: each request once, checked as a walk checks it; and the verdict on what failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from extractors.asking import Asking
from extractors.errors import (
    BadStatus,
    ContractBroken,
    ExtractorError,
    FetchError,
    HostRefused,
    HostResting,
    ListingError,
)
from extractors.guard import PRIVATE
from extractors.listing import ListingPage, Partition, Request, Response, Source, Window

HOLDS, ANSWERED, UNDECIDED = "holds", "answered", "undecided"
DRIFTED, BLOCKED, UNREACHABLE = "drifted", "blocked", "unreachable"
_UNWELCOME: Final = frozenset({401, 403, 412, 429})  # what hosts say to those whom they take for robots
_SERVER: Final = 500
_HEAD: Final = 2_000  # bytes in which a whole page of HTML tells itself; sources answer JSON or fragments


class Undecided(Exception):
    """Raised when the answers of the day do not tell; the message says what was seen."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The network as a probe sees it."""

    ask: Callable[[str, Request], Response]  # for a source; raises a FetchError
    download: Callable[[str, str], Response]  # for a source, an address
    today: date  # in China
    seen: list[Response] = field(default_factory=list)  # answers to the question that is asked
    failed: dict[str, str] = field(default_factory=dict)  # the verdict on hosts that failed, for when they rest
    _answers: dict[tuple[str, tuple[tuple[str, object], ...]], Response] = field(default_factory=dict)

    def answer(self, source: Source, partition: Partition, window: Window, page: int = 1) -> Response:
        """The answer to one page, asked for once in a probe."""
        request = source.request(partition, window, page)
        form: Mapping[str, object] = request.form or {}
        key = request.address, tuple(sorted(form.items()))
        if key not in self._answers:
            self._answers[key] = self.ask(source.name, request)
        self.seen.append(self._answers[key])
        return self._answers[key]

    def page(self, source: Source, partition: Partition, window: Window, page: int = 1) -> ListingPage:
        """One page, checked against its contract and against what was asked."""
        asking = Asking(source, partition, window, lambda _, number: self.answer(source, partition, window, number))
        return asking.page(page)

    def file(self, source: str, address: str) -> Response:
        """A file."""
        self.seen.append(self.download(source, address))
        return self.seen[-1]

    def last_days(self, count: int) -> Window:
        """The days up to tomorrow, that late filings are dated."""
        return Window(start=self.today - timedelta(days=count), end=self.today + timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fixed question: of which source, what is asked, and how its finding is made."""

    source: str
    asked: str
    find: Callable[[Bench], str]
    is_contract: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one question found: the verdict, and the evidence in one line."""

    source: str
    asked: str
    verdict: str
    evidence: str


def found(question: Question, bench: Bench) -> Finding:
    """The finding of a question, whatever the host does."""
    bench.seen.clear()
    try:
        evidence, verdict = question.find(bench), HOLDS if question.is_contract else ANSWERED
    except Undecided as open_still:
        evidence, verdict = str(open_still), UNDECIDED
    except ExtractorError as error:
        evidence, verdict = _said(error), _of_host(error, bench)
    return Finding(source=question.source, asked=question.asked, verdict=verdict, evidence=" ".join(evidence.split()))


def _of_host(error: ExtractorError, bench: Bench) -> str:
    """The verdict; of a host that rests, the one that it had before."""
    if isinstance(error, HostResting):
        return bench.failed.get(error.host, UNREACHABLE)
    verdict = _verdict(error, bench.seen)
    if isinstance(error, BadStatus):
        bench.failed[urlsplit(error.address).hostname or ""] = verdict
    return verdict


def _verdict(error: ExtractorError, seen: Sequence[Response]) -> str:
    if isinstance(error, ListingError):
        return BLOCKED if seen and _is_web_page(seen[-1].content) else DRIFTED
    if isinstance(error, HostRefused):
        return UNREACHABLE if error.reason == PRIVATE else BLOCKED  # sent off to where nobody may follow
    if isinstance(error, BadStatus):
        if error.status in _UNWELCOME or _is_challenge(error.content):
            return BLOCKED
        return UNREACHABLE if error.status >= _SERVER else DRIFTED
    return UNREACHABLE if isinstance(error, FetchError) else DRIFTED


def _said(error: ExtractorError) -> str:
    return f"no {error.missing}" if isinstance(error, ContractBroken) else str(error).partition(";")[0]


def _is_web_page(content: bytes) -> bool:
    head = content[:_HEAD].lower()
    return b"<html" in head or b"<!doctype html" in head


def _is_challenge(content: bytes) -> bool:
    return _is_web_page(content) and b"<script" in content.lower()
