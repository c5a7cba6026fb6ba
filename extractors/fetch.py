"""The HTTP door: the one module that asks the network.

Hosts come from a list, each redirect is checked against it, private addresses are refused unless a
mapping names them; pace and bounded retries are here. Whatever bytes come are handed on; readers judge.
"""

from __future__ import annotations

import ipaddress
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import requests
import urllib3

from extractors.errors import BadHostMap, BadStatus, FetchError, HostRefused, HostResting, NoResponse, TooLarge
from extractors.guard import PRIVATE, Guard
from extractors.listing import Request, Response
from extractors.names import Names

HOSTS: Final = frozenset(
    {
        "www.cninfo.com.cn", "static.cninfo.com.cn", "dataclouds.cninfo.com.cn", "irm.cninfo.com.cn",
        "sns.sseinfo.com", "rs.sns.sseinfo.com", "www.bse.cn", "datacenter-web.eastmoney.com",
        "pdf.dfcfw.com",
    }
)  # fmt: skip
AGENT: Final = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 jiyao/0.1"
)
_PACES: Final = {"www.bse.cn": 2.0}  # seconds between questions to a host that asks for more patience
_RETRIED: Final = frozenset({403, 408, 429, 500, 502, 503, 504})  # back off, then let the host rest
_UNWELCOME: Final = frozenset({403, 429})  # the next try comes as a new visitor
_CHUNK: Final = 64 * 1024
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient and how modest the door is; seconds and bytes."""

    pace: float = 1.0
    tries: int = 4
    back_off: float = 5.0
    longest_wait: float = 60.0
    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    size: int = 100 * 1024 * 1024
    failures: int = 10
    hops: int = 4


def parse_host_map(text: str) -> dict[str, str]:
    """`host=http://host:port,…` as a mapping; raises BadHostMap.

    >>> parse_host_map("static.cninfo.com.cn=http://127.0.0.1:8000")
    {'static.cninfo.com.cn': 'http://127.0.0.1:8000'}
    """
    found: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        host, _, target = (part.strip() for part in entry.partition("="))
        try:
            parts, port = urlsplit(target), urlsplit(target).port
        except ValueError as error:
            raise BadHostMap(entry=entry) from error
        is_bare = parts.scheme in {"http", "https"} and parts.hostname and port != 0 and parts.path in {"", "/"}
        if not host or not is_bare:
            raise BadHostMap(entry=entry)
        found[host.lower()] = target.rstrip("/")
    return found


@dataclass(slots=True)
class Door:
    """Asks hosts of the list, politely; keeps a session for questions and a clean one for files."""

    host_map: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    agent: str = AGENT
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _asked: requests.Session = field(default_factory=requests.Session)
    _files: requests.Session = field(default_factory=requests.Session)
    _guard: Guard = field(default_factory=Guard)
    _names: Names = field(init=False)
    _last: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Guard the connections; those to mapped hosts may be private."""
        self._names = Names(self.clock, self.sleep)
        for session in (self._asked, self._files):
            for prefix in ("http://", "https://"):
                session.mount(prefix, self._guard.adapter(private=False))
            for target in self.host_map.values():
                session.mount(f"{target}/", self._guard.adapter(private=True))

    def ask(self, request: Request) -> Response:
        """The answer to a listing request; raises a FetchError that knows its instant."""
        return self._timed(self._asked, request)

    def download(self, address: str) -> Response:
        """A file, asked for with nothing but agent and accept: the file hosts refuse more."""
        return self._timed(self._files, Request(method="GET", address=address, form=None, headers={}))

    def _timed(self, session: requests.Session, request: Request) -> Response:
        try:
            return self._tried(session, request)
        except FetchError as error:
            error.at = self.now()
            raise

    def _tried(self, session: requests.Session, request: Request) -> Response:
        host = _parts(request.address).hostname or ""
        if self._failures.get(host, 0) >= self.limits.failures:
            raise HostResting(host=host, failures=self._failures[host])
        last: FetchError | None = None
        for attempt in range(self.limits.tries):
            if last is not None:
                self.sleep(self._wait(attempt, last))
            try:
                response = self._once(session, request)
            except (BadStatus, NoResponse) as error:
                if isinstance(error, BadStatus) and error.status not in _RETRIED:
                    raise
                last = error
                if isinstance(error, BadStatus) and error.status in _UNWELCOME:
                    session.cookies.clear()
            else:
                self._failures[host] = 0
                return response
        self._failures[host] = self._failures.get(host, 0) + 1
        raise last or NoResponse(address=request.address, reason="no try was made")

    def _wait(self, attempt: int, error: FetchError) -> float:
        wait = self.limits.back_off * attempt * random.uniform(0.8, 1.2)  # noqa: S311 - jitter
        asked = error.headers.get("retry-after", "") if isinstance(error, BadStatus) else ""
        return min(max(wait, float(asked) if asked.isdecimal() else 0.0), self.limits.longest_wait)

    def _once(self, session: requests.Session, request: Request) -> Response:
        """One answer, its redirects followed by hand."""
        address, method = request.address, request.method
        form = request.form
        for _ in range(self.limits.hops):
            target = self._allowed(address)
            self._pace(_parts(address).hostname or "")
            headers = {"User-Agent": self.agent, "Accept": "*/*", **request.headers}
            status, got, content = self._body(session, method, target, form, headers)
            if status in _REDIRECTS and "location" in got:
                address = urljoin(address, got["location"])
                method, form = ("GET", None) if status == 303 else (method, form)  # noqa: PLR2004 - See Other
                continue
            if not 200 <= status < 300:  # noqa: PLR2004 - success
                raise BadStatus(address=address, status=status, content=content, headers=got)
            return Response(status=status, headers=got, final_address=address, content=content, fetched_at=self.now())
        raise HostRefused(address=request.address, reason=f"more than {self.limits.hops} redirects")

    def _body(
        self,
        session: requests.Session,
        method: str,
        target: str,
        form: Mapping[str, str | tuple[str, ...]] | None,
        headers: dict[str, str],
    ) -> tuple[int, dict[str, str], bytes]:
        started, limits = self.clock(), self.limits
        try:
            with self._guard.limited(limits.total), session.request(
                method, target, data=form, headers=headers, stream=True, allow_redirects=False,
                timeout=(limits.connect, limits.read),
            ) as answer:  # fmt: skip
                parts: list[bytes] = []
                size, chunk = 0, b"-"
                while chunk:
                    chunk = answer.raw.read1(_CHUNK, decode_content=True)  # what came so far: a slow host is seen
                    size += len(chunk)
                    if size > limits.size:
                        raise TooLarge(address=target, limit=limits.size)
                    if self.clock() - started > limits.total:  # also where the guard has cut what had no length
                        raise NoResponse(address=target, reason=f"not complete after {limits.total:.0f} s")
                    parts.append(chunk)
                return answer.status_code, {k.lower(): v for k, v in answer.headers.items()}, b"".join(parts)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise NoResponse(address=target, reason=type(error).__name__) from error

    def _allowed(self, address: str) -> str:
        """Where to ask for an address; raises HostRefused off the list or for a private address, or HostUnknown."""
        parts = _parts(address)
        host = parts.hostname or ""
        if host in self.host_map:
            mapped = urlsplit(self.host_map[host])
            return urlunsplit((mapped.scheme, mapped.netloc, parts.path, parts.query, ""))
        if parts.scheme not in {"http", "https"} or host not in HOSTS:
            raise HostRefused(address=address, reason="the host is not on the list")
        if not all(ipaddress.ip_address(one).is_global for one in self._names.addresses(host)):
            raise HostRefused(address=address, reason=PRIVATE)
        return address

    def _pace(self, host: str) -> None:
        if host in self.host_map:
            return
        wait = self._last.get(host, float("-inf")) + max(self.limits.pace, _PACES.get(host, 0.0)) - self.clock()
        if wait > 0:
            self.sleep(wait * random.uniform(1.0, 1.3))  # noqa: S311 - jitter
        self._last[host] = self.clock()


def _parts(address: str) -> SplitResult:
    """The parts of an address; raises HostRefused where it is none."""
    try:
        return urlsplit(address)
    except ValueError as error:
        raise HostRefused(address=address, reason=f"no address ({error})") from error
