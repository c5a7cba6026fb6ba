"""The HTTP door against a host on loopback: what it refuses, retries, limits and sends."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from extractors.errors import (
    BadHostMap,
    BadStatus,
    FetchError,
    HostRefused,
    HostResting,
    HostUnknown,
    NoResponse,
    TooLarge,
)
from extractors.fetch import HOSTS, Door, Limits, parse_host_map
from extractors.listing import Request, Window
from extractors.sources import SOURCES, cninfo, company, eastmoney
from tests.factory.host import Host, broken, reply, serving, stalling

ASKED, FILES = "www.cninfo.com.cn", "static.cninfo.com.cn"
NOW = datetime(2026, 3, 10, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def host() -> Iterator[Host]:
    """A host on loopback."""
    with serving() as served:
        yield served


class Hours:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.at, self.slept = 1000.0, []  # type: float, list[float]

    def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.at += seconds

    def clock(self) -> float:
        """The time."""
        return self.at


def door(host: Host, hours: Hours | None = None, **limits: float) -> Door:
    """A door to the host, under the names of the listing's and the files' hosts."""
    hours = hours or Hours()
    mapping = {ASKED: host.address, FILES: host.address}
    return Door(host_map=mapping, limits=Limits(**limits), sleep=hours.sleep, clock=hours.clock, now=lambda: NOW)  # type: ignore[arg-type]


def refused(call: Callable[[], object]) -> FetchError:
    """The error that a call ends in."""
    with pytest.raises(FetchError) as caught:
        call()
    return caught.value


def test_an_answer_is_handed_on_as_it_came(host: Host) -> None:
    host.says("/a.PDF", reply(200, b"%PDF-1.7 \x00\xff", Content_Type="application/pdf"))
    response = door(host).download(f"https://{FILES}/a.PDF")
    assert (response.status, response.content, response.fetched_at) == (200, b"%PDF-1.7 \x00\xff", NOW)
    assert response.headers["content-type"] == "application/pdf"
    assert response.final_address == f"https://{FILES}/a.PDF"


def test_a_listing_is_asked_for_with_its_form_and_headers(host: Host) -> None:
    host.says("/list", reply(200, b"{}"))
    form = {"searchkey": "投资者", "seDate": "2026-03-10~2026-03-11"}
    door(host).ask(Request(method="POST", address=f"https://{ASKED}/list", form=form, headers=cninfo.HEADERS))
    asked = host.asked[0]
    assert (asked.method, asked.headers["X-Requested-With"]) == ("POST", "XMLHttpRequest")
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded; charset=UTF-8"
    assert asked.body == b"searchkey=%E6%8A%95%E8%B5%84%E8%80%85&seDate=2026-03-10~2026-03-11"


def test_a_file_is_asked_for_with_agent_and_accept_alone(host: Host) -> None:
    host.says("/list", reply(200, b"{}", Set_Cookie="session=1"))
    host.says("/a.PDF", reply(200, b"%PDF-"))
    asking = door(host)
    asking.ask(Request(method="POST", address=f"https://{ASKED}/list", form={}, headers=cninfo.HEADERS))
    asking.download(f"https://{FILES}/a.PDF")
    sent = {name.lower() for name in host.asked[1].headers}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert host.asked[1].headers["User-Agent"].startswith("Mozilla/5.0")


def test_a_packed_answer_is_unpacked(host: Host) -> None:
    host.says("/list", reply(200, gzip.compress(b"x" * 200_000), Content_Encoding="gzip"))
    assert door(host).download(f"https://{FILES}/list").content == b"x" * 200_000


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a.pdf",
        "https://static.cninfo.com.cn.example.com/a.pdf",
        "https://example.com@evil.example/a.pdf",
        "ftp://dataclouds.cninfo.com.cn/a.pdf",
        "file:///etc/passwd",
        "http://127.0.0.1/a.pdf",
        "http://[::1/a.pdf",
        "//static/a.pdf",
        "",
    ],
)
def test_an_address_off_the_list_is_refused_before_anything_is_asked(host: Host, address: str) -> None:
    error = refused(lambda: door(host).download(address))
    assert (type(error), host.asked, error.at) == (HostRefused, [], NOW)


@pytest.mark.parametrize(
    "found", ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "100.64.0.1"]
)
def test_a_listed_host_with_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("8.8.8.8", 0)), (0, 0, 0, "", (found, 0))])
    error = refused(lambda: Door(sleep=lambda _: None).download(f"https://{FILES}/a.pdf"))
    assert isinstance(error, HostRefused)
    assert error.reason == "the host's address is private"


def test_a_host_without_a_name_fails_at_once_and_is_asked_again_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, hours = [], Hours()

    def unknown(host: str, *_: object) -> list[object]:
        looked.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    asking = Door(sleep=hours.sleep, clock=hours.clock, now=lambda: NOW)
    errors = [refused(lambda: asking.download(f"https://{FILES}/a.pdf")) for _ in range(20)]
    assert {type(error) for error in errors} == {HostUnknown}
    assert (errors[0].at, looked, sum(hours.slept)) == (NOW, [FILES] * 2, 1.0)
    assert "unreachable" in str(errors[0])
    hours.at += 61
    refused(lambda: asking.download(f"https://{FILES}/a.pdf"))
    assert len(looked) == 4


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location", [f"http://{ASKED}/b.pdf", "/b.pdf", f"//{FILES}/b.pdf"], ids=["other", "path", "bare"]
)
def test_a_redirect_on_the_list_is_followed(host: Host, status: int, location: str) -> None:
    host.says("/a.pdf", reply(status, Location=location))
    host.says("/b.pdf", reply(200, b"%PDF-"))
    response = door(host).download(f"https://{FILES}/a.pdf")
    assert (response.content, response.final_address.endswith("/b.pdf")) == (b"%PDF-", True)


@pytest.mark.parametrize("location", ["https://example.com/b.pdf", "http://127.0.0.1:1/b.pdf", "file:///etc/passwd"])
def test_a_redirect_off_the_list_is_refused(host: Host, location: str) -> None:
    host.says("/a.pdf", reply(302, Location=location))
    assert isinstance(refused(lambda: door(host).download(f"https://{FILES}/a.pdf")), HostRefused)
    assert host.paths() == ["/a.pdf"]


@pytest.mark.parametrize("found", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1"])
def test_a_redirect_to_a_listed_host_with_a_private_address_is_refused(
    host: Host, monkeypatch: pytest.MonkeyPatch, found: str
) -> None:
    look_up, kind = socket.getaddrinfo, socket.AF_INET6 if ":" in found else socket.AF_INET

    def answer(name: str, *given: object) -> list[Any]:
        if name != FILES:
            return look_up(name, *given)  # type: ignore[arg-type]
        return [(kind, socket.SOCK_STREAM, 6, "", (found, host.port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    host.says("/a.pdf", reply(302, Location=f"https://{FILES}/b.pdf"))
    asking = Door(host_map={ASKED: host.address}, sleep=lambda _: None)
    error = refused(lambda: asking.download(f"https://{ASKED}/a.pdf"))
    assert isinstance(error, HostRefused)
    assert (error.reason, host.paths()) == ("the host's address is private", ["/a.pdf"])


def test_a_redirect_to_no_address_is_no_response(host: Host) -> None:
    host.says("/a.pdf", reply(302, Location="http://[::1/b"))
    assert isinstance(refused(lambda: door(host, tries=1).download(f"https://{FILES}/a.pdf")), NoResponse)


def test_a_circle_of_redirects_ends(host: Host) -> None:
    host.says("/a.pdf", reply(302, Location="/a.pdf"))
    assert isinstance(refused(lambda: door(host).download(f"https://{FILES}/a.pdf")), HostRefused)
    assert len(host.asked) == Limits().hops


@pytest.mark.parametrize(
    ("status", "method", "body"), [(303, "GET", b""), (307, "POST", b"a=1")], ids=["see other", "same"]
)
def test_only_see_other_turns_a_post_into_a_get(host: Host, status: int, method: str, body: bytes) -> None:
    host.says("/a", reply(status, Location="/b"))
    host.says("/b", reply(200, b"{}"))
    door(host).ask(Request(method="POST", address=f"https://{ASKED}/a", form={"a": "1"}, headers={}))
    assert (host.asked[1].method, host.asked[1].body) == (method, body)


@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, 504])
def test_a_busy_host_is_asked_again_after_a_growing_wait(host: Host, status: int) -> None:
    hours = Hours()
    host.says("/a", reply(status), reply(status), reply(200, b"done"))
    assert door(host, hours).download(f"https://{FILES}/a").content == b"done"
    assert len(host.asked) == 3
    assert [4.0 <= hours.slept[0] <= 6.0, 8.0 <= hours.slept[1] <= 12.0] == [True, True]


@pytest.mark.parametrize(
    ("asked", "low", "high"),
    [
        ("30", 30, 30),
        ("1", 4, 6),
        ("3600", 60, 60),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 4, 6),
        ("\xb2", 4, 6),
        ("-5", 4, 6),
    ],
    ids=["longer", "shorter", "too long", "date", "no digit", "negative"],
)
def test_a_host_s_own_wait_is_kept_within_bounds(host: Host, asked: str, low: float, high: float) -> None:
    hours = Hours()
    host.says("/a", reply(429, Retry_After=asked), reply(200, b"done"))
    door(host, hours).download(f"https://{FILES}/a")
    assert low <= hours.slept[0] <= high


def test_retries_end_with_the_whole_answer(host: Host) -> None:
    host.says("/a", reply(503, b"busy", Server="made"))
    error = refused(lambda: door(host).download(f"https://{FILES}/a"))
    assert isinstance(error, BadStatus)
    assert (error.status, error.content, error.headers["server"].split(",")[-1].strip()) == (503, b"busy", "made")
    assert (len(host.asked), error.at) == (Limits().tries, NOW)


@pytest.mark.parametrize("status", [400, 401, 404, 410, 304])
def test_other_answers_are_not_asked_for_again(host: Host, status: int) -> None:
    error = refused(lambda: door(host).download(f"https://{FILES}/gone"))
    assert isinstance(error, BadStatus)
    host.says("/gone", reply(status))
    error = refused(lambda: door(host).download(f"https://{FILES}/gone"))
    assert isinstance(error, BadStatus)
    assert (error.status, len(host.asked)) == (status, 2)


def test_a_redirect_to_nowhere_is_a_bad_status(host: Host) -> None:
    host.says("/a", reply(302))
    error = refused(lambda: door(host).download(f"https://{FILES}/a"))
    assert isinstance(error, BadStatus)
    assert error.status == 302


@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_a_body_over_the_limit_is_refused_once(host: Host, is_packed: bool) -> None:
    body = b"x" * 300_000
    host.says("/a", reply(200, gzip.compress(body), Content_Encoding="gzip") if is_packed else reply(200, body))
    error = refused(lambda: door(host, size=100_000).download(f"https://{FILES}/a"))
    assert isinstance(error, TooLarge)
    assert (error.limit, len(host.asked)) == (100_000, 1)


def test_a_body_of_the_limit_is_taken(host: Host) -> None:
    host.says("/a", reply(200, b"x" * 1000))
    assert len(door(host, size=1000).download(f"https://{FILES}/a").content) == 1000


def test_a_host_rests_after_failures_in_a_row(host: Host) -> None:
    host.says("/a", reply(503))
    host.says("/b", reply(200, b"fine"))
    asking = door(host, tries=1, failures=3)
    errors = [type(refused(lambda: asking.download(f"https://{FILES}/a"))) for _ in range(3)]
    resting = refused(lambda: asking.download(f"https://{FILES}/b"))
    assert errors == [BadStatus] * 3
    assert isinstance(resting, HostResting)
    assert (resting.host, resting.failures, resting.at, len(host.asked)) == (FILES, 3, NOW, 3)
    assert asking.download(f"https://{ASKED}/b").content == b"fine"


def test_an_answer_ends_the_row_of_failures(host: Host) -> None:
    host.says("/a", reply(503))
    host.says("/b", reply(200, b"fine"))
    asking = door(host, tries=1, failures=2)
    for path in ("a", "b", "a"):
        if path == "b":
            asking.download(f"https://{FILES}/b")
        else:
            refused(lambda: asking.download(f"https://{FILES}/a"))
    assert asking.download(f"https://{FILES}/b").content == b"fine"


def test_a_missing_file_is_no_failure_of_its_host(host: Host) -> None:
    asking = door(host, failures=2)
    errors = [type(refused(lambda: asking.download(f"https://{FILES}/missing"))) for _ in range(4)]
    assert errors == [BadStatus] * 4


def test_a_time_out_is_no_response_after_all_tries(host: Host) -> None:
    until = threading.Event()
    host.says("/a", stalling(b"x", until))
    error = refused(lambda: door(host, tries=2, read=0.2).download(f"https://{FILES}/a"))
    until.set()
    assert isinstance(error, NoResponse)
    assert len(host.asked) == 2


def test_an_answer_that_drips_is_given_up(host: Host) -> None:
    until, hours = threading.Event(), Hours()
    ticking = door(host, hours, tries=1, total=120)
    ticking.clock = lambda: hours.clock() + 60 * len(host.asked) * 3
    host.says("/a", stalling(b"x" * 100, until))
    error = refused(lambda: ticking.download(f"https://{FILES}/a"))
    until.set()
    assert isinstance(error, NoResponse)
    assert error.reason == "not complete after 120 s"


def test_an_answer_cut_short_is_no_response(host: Host) -> None:
    host.says("/a", broken(1000, b"x" * 10))
    error = refused(lambda: door(host, tries=2).download(f"https://{FILES}/a"))
    assert (type(error), len(host.asked)) == (NoResponse, 2)


def test_a_body_that_is_not_packed_as_it_says_is_no_response(host: Host) -> None:
    host.says("/a", reply(200, b"no gzip at all", Content_Encoding="gzip"))
    assert isinstance(refused(lambda: door(host, tries=1).download(f"https://{FILES}/a")), NoResponse)


def test_a_closed_door_is_no_response() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    closed = Door(host_map={FILES: f"http://127.0.0.1:{port}"}, limits=Limits(tries=2), sleep=lambda _: None)
    assert isinstance(refused(lambda: closed.download(f"https://{FILES}/a")), NoResponse)


def test_hosts_are_asked_at_a_pace_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("10.0.0.1", 0))])
    hours = Hours()
    asking = Door(limits=Limits(pace=2.0), sleep=hours.sleep, clock=hours.clock)
    for address in (ASKED, ASKED, FILES, ASKED):
        asking._pace(address)
    assert [2.0 <= seconds <= 2.7 for seconds in hours.slept] == [True, True]


def test_a_mapped_host_is_asked_without_pace(host: Host) -> None:
    hours = Hours()
    host.says("/a", reply(200, b"x"))
    asking = door(host, hours)
    for _ in range(3):
        asking.download(f"https://{FILES}/a")
    assert hours.slept == []


def test_a_mapping_keeps_path_and_question(host: Host) -> None:
    host.says("/finalpage/2026-03-10/1.PDF?v=1", reply(200, b"x"))
    assert door(host).download(f"https://{FILES}/finalpage/2026-03-10/1.PDF?v=1#top").content == b"x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        (" , ", {}),
        ("a.example=http://127.0.0.1:80", {"a.example": "http://127.0.0.1:80"}),
        ("a=https://b/, c=http://d:1", {"a": "https://b", "c": "http://d:1"}),
        ("Static.CNINFO.com.cn = http://127.0.0.1:80", {FILES: "http://127.0.0.1:80"}),
    ],
)
def test_a_host_map_is_read(text: str, expected: dict[str, str]) -> None:
    assert parse_host_map(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a=",
        "=http://b",
        "a=b",
        "a=ftp://b",
        "a=http://",
        "a=http://b/path",
        "a=http://[::1",
        "a=http://b:99999",
        "a=http://b:x",
    ],
)
def test_a_host_map_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadHostMap) as caught:
        parse_host_map(text)
    assert caught.value.entry == text


def test_the_list_holds_the_hosts_of_the_sources() -> None:
    window = Window(start=date(2026, 3, 1), end=date(2026, 3, 1))
    sources = (*SOURCES.values(), eastmoney.SOURCE, company.SOURCE)
    asked = {
        urlsplit(one.request(partition, window, 1).address).hostname for one in sources for partition in one.partitions
    }
    assert asked == {
        "www.cninfo.com.cn", "irm.cninfo.com.cn", "sns.sseinfo.com", "www.bse.cn", "datacenter-web.eastmoney.com",
    }  # fmt: skip
    assert asked | {FILES} <= HOSTS


@pytest.mark.parametrize("status", [302, 307])
def test_a_redirect_to_the_same_address_with_a_cookie_is_asked_again_with_it(host: Host, status: int) -> None:
    host.says("/list?a=1", reply(status, Location="/list?a=1", Set_Cookie="C3VK=1; path=/"), reply(200, b"{}"))
    form = {"page": "0", "needFields[]": ("companyCd", "companyName")}
    request = Request(method="POST", address=f"https://{ASKED}/list?a=1", form=form, headers={})
    asking = door(host)
    assert asking.ask(request).content == b"{}"
    assert asking.ask(request).content == b"{}"
    assert [(one.method, one.headers.get("Cookie")) for one in host.asked] == [
        ("POST", None), ("POST", "C3VK=1"), ("POST", "C3VK=1"),
    ]  # fmt: skip
    assert {one.body for one in host.asked} == {b"page=0&needFields%5B%5D=companyCd&needFields%5B%5D=companyName"}


@pytest.mark.parametrize(("status", "cookie"), [(403, None), (429, None), (503, "C3VK=1")])
def test_who_is_unwelcome_comes_again_as_a_new_visitor(host: Host, status: int, cookie: str | None) -> None:
    host.says("/list", reply(200, b"{}", Set_Cookie="C3VK=1; path=/"), reply(status), reply(200, b"{}"))
    asking = door(host)
    for _ in range(2):
        asking.ask(Request(method="POST", address=f"https://{ASKED}/list", form=None, headers={}))
    assert [one.headers.get("Cookie") for one in host.asked] == [None, "C3VK=1", cookie]


def test_a_post_without_a_form_has_an_empty_body(host: Host) -> None:
    host.says("/search?pageNo=2", reply(200, b"{}"))
    door(host).ask(Request(method="POST", address=f"https://{ASKED}/search?pageNo=2", form=None, headers={}))
    assert (host.asked[0].method, host.asked[0].body, host.asked[0].headers["Content-Length"]) == ("POST", b"", "0")
