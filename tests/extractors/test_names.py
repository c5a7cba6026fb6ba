"""Names of hosts: found, not found, and a resolver that hangs."""

from __future__ import annotations

import socket
import threading

import pytest

from extractors import names
from extractors.errors import HostUnknown


def test_a_name_gives_its_addresses_without_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("8.8.8.8", 0))] * 2)
    slept: list[float] = []
    assert names.Names(lambda: 0.0, slept.append).addresses("a.example") == {"8.8.8.8"}
    assert slept == []


def test_a_name_that_comes_at_the_second_look_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[object] = [socket.gaierror(-3, "Temporary failure"), [(0, 0, 0, "", ("8.8.4.4", 0))]]

    def look(*_: object) -> object:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(socket, "getaddrinfo", look)
    slept: list[float] = []
    assert names.Names(lambda: 0.0, slept.append).addresses("a.example") == {"8.8.4.4"}
    assert slept == [1.0]


def test_a_resolver_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    until = threading.Event()
    monkeypatch.setattr(names, "_LONGEST", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [until.wait(20)] * 0)
    with pytest.raises(HostUnknown, match="no answer from the resolver"):
        names.Names(lambda: 0.0, lambda _: None).addresses("a.example")
    until.set()
