"""The verdict on what a host answers, and each request once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from extractors.errors import BadStatus, ContractBroken, ExtractorError, HostRefused, HostResting, NoResponse
from extractors.guard import PRIVATE
from extractors.listing import Request, Response
from extractors.probes.bench import Bench, Question, Undecided, found
from extractors.sources import cninfo

HOST = "https://www.cninfo.com.cn/x"
PAGE = b"<html><script>challenge()</script></html>"


def bench(content: bytes = b"{}") -> Bench:
    def ask(_: str, request: Request) -> Response:
        return Response(status=200, headers={}, final_address=request.address, content=content,
                        fetched_at=datetime(2026, 3, 11, tzinfo=UTC))  # fmt: skip

    return Bench(ask=ask, download=lambda *_: pytest.fail("no file"), today=date(2026, 3, 11))


def raising(error: Exception) -> Callable[[Bench], str]:
    def find(_: Bench) -> str:
        raise error

    return find


def status(code: int, content: bytes = b"") -> BadStatus:
    return BadStatus(address=HOST, status=code, content=content, headers={})


VERDICTS: tuple[tuple[ExtractorError, str], ...] = (
    (status(403), "blocked"),
    (status(429), "blocked"),
    (status(503), "unreachable"),
    (status(503, PAGE), "blocked"),
    (status(404), "drifted"),
    (ContractBroken(source="cninfo", missing="field totalAnnouncement"), "drifted"),
    (NoResponse(address=HOST, reason="ReadTimeout"), "unreachable"),
    (HostRefused(address=HOST, reason=PRIVATE), "unreachable"),
    (HostRefused(address=HOST, reason="the host is not on the list"), "blocked"),
)


@pytest.mark.parametrize(("error", "verdict"), VERDICTS, ids=[f"{n} {one[1]}" for n, one in enumerate(VERDICTS)])
def test_what_fails_has_its_verdict(error: ExtractorError, verdict: str) -> None:
    told = found(Question(source="cninfo", asked="a", find=raising(error), is_contract=True), bench())
    assert told.verdict == verdict
    assert "\n" not in told.evidence


def test_a_host_that_rests_keeps_the_verdict_that_it_had() -> None:
    own = bench()
    resting = HostResting(host="www.cninfo.com.cn", failures=10)
    assert found(Question(source="cninfo", asked="a", find=raising(resting)), own).verdict == "unreachable"
    found(Question(source="cninfo", asked="a", find=raising(status(403))), own)
    assert found(Question(source="cninfo", asked="a", find=raising(resting)), own).verdict == "blocked"


@pytest.mark.parametrize(("is_contract", "verdict"), [(True, "holds"), (False, "answered")])
def test_what_is_found_is_told(is_contract: bool, verdict: str) -> None:
    told = found(Question(source="cninfo", asked="a", find=lambda _: "30 rows", is_contract=is_contract), bench())
    assert (told.verdict, told.evidence) == (verdict, "30 rows")


def test_what_the_day_does_not_tell_is_undecided() -> None:
    told = found(Question(source="cninfo", asked="a", find=raising(Undecided("no rows"))), bench())
    assert (told.verdict, told.evidence) == ("undecided", "no rows")


def test_a_page_is_asked_for_once() -> None:
    own, partition = bench(b'{"totalAnnouncement": 0, "announcements": null}'), cninfo.SOURCE.partitions[0]
    first, second = (own.answer(cninfo.SOURCE, partition, own.last_days(1)) for _ in range(2))
    assert first is second
    assert own.page(cninfo.SOURCE, partition, own.last_days(1)).total == 0
    assert (own.last_days(1).start, own.last_days(1).end) == (date(2026, 3, 10), date(2026, 3, 12))
