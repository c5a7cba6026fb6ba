"""The first question to every source: its partitions keep their contracts, or it is told what is missing."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from extractors.listing import Request, Response
from extractors.probes.bench import Bench, Finding, found
from extractors.probes.contract import questions
from extractors.sources import ALL


def asked(content: bytes) -> Finding:
    """What the first question to cninfo's first partition finds where the host answers so."""

    def ask(_: str, request: Request) -> Response:
        return Response(status=200, headers={}, final_address=request.address, content=content,
                        fetched_at=datetime(2026, 3, 11, tzinfo=UTC))  # fmt: skip

    bench = Bench(ask=ask, download=lambda *_: pytest.fail("no file"), today=date(2026, 3, 11))
    return found(next(one for one in questions() if one.source == "cninfo"), bench)


def test_every_partition_of_every_source_is_asked_for() -> None:
    wanted = {(name, part.name) for name, source in ALL.items() for part in source.partitions}
    told = {(one.source, one.asked.rpartition(" ")[2]) for one in questions()}
    assert told == wanted | {("bse", "by_company")}
    assert all(one.is_contract for one in questions())


@pytest.mark.parametrize(
    ("body", "verdict", "evidence"),
    [
        ({"totalAnnouncement": 0, "announcements": None}, "holds", "0 rows"),
        ({"announcements": []}, "drifted", "totalAnnouncement"),
        ({"totalAnnouncement": 40, "announcements": []}, "drifted", "30 rows (0 of 40)"),
    ],
    ids=["an empty list", "a field that is gone", "fewer rows than promised"],
)
def test_a_contract_holds_or_it_is_told_what_is_missing(body: object, verdict: str, evidence: str) -> None:
    told = asked(json.dumps(body).encode())
    assert told.verdict == verdict
    assert evidence in told.evidence


def test_a_web_page_in_place_of_the_list_is_a_block() -> None:
    assert asked(b"<html><body>wait</body></html>").verdict == "blocked"
