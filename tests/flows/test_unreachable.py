"""Hosts whose names are not found: told as unreachable at once, and the others go on."""

from __future__ import annotations

import socket
import time
from dataclasses import replace
from datetime import date

import pytest

from flows import line
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange.cninfo import path_of, row
from tests.exchange.server import Exchange
from tests.factory.text_record import text_record
from warehouse import ask

FIRST, LAST = date(2025, 11, 1), date(2026, 3, 4)  # four windows of a month
_LOOK = socket.getaddrinfo


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that are looked up in vain; loopback is found."""
    found: list[str] = []

    def look(host: str, *given: object, **named: object) -> object:
        if host == "127.0.0.1":
            return _LOOK(host, *given, **named)  # type: ignore[arg-type]
        found.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look)
    return found


def test_a_mapping_of_cninfo_alone_lets_the_other_sources_fail_fast(
    settings: Settings, exchange: Exchange, looked: list[str]
) -> None:
    listed = row(1, "2026-03-03")
    exchange.rows = [listed]
    exchange.files = {path_of(listed): text_record(listed["secCode"], listed["secName"])}
    hosts = dict.fromkeys(("www.cninfo.com.cn", "static.cninfo.com.cn"), exchange.address)
    began = time.monotonic()
    done = line.ingest(PLAIN, replace(settings, host_map=hosts), "", FIRST, LAST)
    assert time.monotonic() - began < 90
    assert {host: looked.count(host) for host in looked} == dict.fromkeys(
        ("irm.cninfo.com.cn", "sns.sseinfo.com", "www.bse.cn"), 2
    )
    assert (done.parsed, len(done.open_reasons), all("unreachable" in one for one in done.open_reasons)) == (
        1,
        9,
        True,
    )
    grades = ask.sql(settings.published, "select source, string_agg(distinct grade) from listing_day group by all")
    assert dict(grades.rows) == {
        "cninfo": "counted", "cninfo_fulltext": "counted", "irm": "open", "sse": "open", "bse": "open",
    }  # fmt: skip


def test_a_file_host_without_a_name_leaves_the_listing_proved(
    settings: Settings, exchange: Exchange, looked: list[str]
) -> None:
    exchange.rows = [row(key, "2026-03-03") for key in range(20)]
    hosts = {host: target for host, target in exchange.host_map.items() if host != "static.cninfo.com.cn"}
    done = line.ingest(PLAIN, replace(settings, host_map=hosts), "cninfo", date(2026, 3, 2), LAST)
    assert looked == ["static.cninfo.com.cn"] * 2
    assert (done.listed, done.fetched, len(done.open_reasons)) == (20, 0, 1)
    assert ask.sql(settings.published, "select distinct grade from listing_day").rows == (("counted",),)
