"""The automations that a Prefect server is given: one a `*.yaml` file here, all sending to one webhook."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import yaml
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.client.orchestration import get_client
from prefect.events.actions import SendNotification
from prefect.events.schemas.automations import AutomationCore

from flows.errors import BadAddress

BLOCK = "jiyao-alerts"
_TEXT = "{{subject}}\n{{body}}"
SHAPES: Mapping[str, Mapping[str, Any]] = MappingProxyType({  # what a webhook takes as JSON
    "plain": {"title": "{{subject}}", "text": "{{body}}"},
    "wecom": {"msgtype": "text", "text": {"content": _TEXT}},
    "dingtalk": {"msgtype": "text", "text": {"content": _TEXT}},
    "feishu": {"msg_type": "text", "content": {"text": _TEXT}},
})  # fmt: skip


def shipped() -> tuple[dict[str, Any], ...]:
    """The automations as their files have them, by file name."""
    found = [path for path in files("flows.alerts").iterdir() if path.name.endswith(".yaml")]
    return tuple(yaml.safe_load(path.read_text("utf-8")) for path in sorted(found, key=lambda path: path.name))


def apply(address: str, shape: str = "plain") -> tuple[str, ...]:
    """Create or renew every automation at the Prefect server that is set; returns their names.

    The address is kept there as a secret of a block. Raises BadAddress where it is no http(s) address.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadAddress(wanted="`jiyao alerts apply` takes the http(s) address of a webhook")
    given = {"name": BLOCK, "url": "{{address}}", "json_data": dict(SHAPES[shape]), "secrets": {"address": address}}
    block = CustomWebhookNotificationBlock.model_validate(given)
    block_id = cast("UUID", block.save(BLOCK, overwrite=True))  # outside of an event loop it is done when it returns
    names = []
    with get_client(sync_client=True) as client:
        for one in shipped():
            action = SendNotification(block_document_id=block_id, **one["notify"])
            wanted = AutomationCore(
                name=one["name"], description=one["description"], trigger=one["trigger"], actions=[action]
            )
            known = client.read_automations_by_name(wanted.name)
            if known:
                client.update_automation(known[0].id, wanted)
            else:
                client.create_automation(wanted)
            names.append(wanted.name)
    return tuple(names)
