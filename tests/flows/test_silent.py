"""The automation that tells of a schedule that stopped: with a real Prefect server it fires when nothing completes."""

from __future__ import annotations

import pytest
from prefect.client.orchestration import get_client

from flows.alerts import automations
from tests.flows.conftest import Receiver, until

WITHIN = 10  # seconds, the shortest that Prefect takes


def shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `apply` know the shipped automation of silence alone, with a short time."""
    (silent,) = (one for one in automations.shipped() if one["name"] == "jiyao-silent")
    silent["name"] = f"shortened-{silent['name']}"
    silent["trigger"] |= {"within": WITHIN}
    monkeypatch.setattr(automations, "shipped", lambda: (silent,))


@pytest.mark.usefixtures("server")
def test_silence_is_told(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """No daily run completed within the time: the receiver has the shipped words."""
    shortened(monkeypatch)
    (name,) = automations.apply(receiver.address)
    try:
        until(lambda: bool(receiver.got), "the alert of silence")
    finally:
        with get_client(sync_client=True) as client:
            client.delete_automation(client.read_automations_by_name(name)[0].id)
    assert receiver.got[0]["title"] == "纪要 Jiyao 日程停摆 no daily run for 26 hours"
    assert "jiyao serve" in receiver.got[0]["text"]
