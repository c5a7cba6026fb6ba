"""Sending alerts: to the addresses of `JIYAO_ALERT_URL` by apprise, and as events to a Prefect server where one is set.

What cannot be sent is said on the terminal and in the run's log; a run never fails by it.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from apprise import Apprise, AppriseAsset, NotifyType
from prefect.events import emit_event
from prefect.settings import get_current_settings

from flows.alerts.message import Alert
from flows.errors import BadAddress
from flows.progress import say

EVENT = "jiyao.{}"  # an alert's kind
_RESOURCE = {"prefect.resource.id": "jiyao.warehouse", "prefect.resource.name": "jiyao"}
_TYPES = {"failed": NotifyType.FAILURE, "test": NotifyType.INFO}


def send(alert: Alert, addresses: Sequence[str]) -> bool:
    """Send one alert to each address; returns whether all took it, and says so where one did not.

    Raises BadAddress where one is of no kind that apprise knows.
    """
    if not addresses:
        return True
    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # its lines show addresses, which hold secrets
    client = Apprise(asset=AppriseAsset(app_id="Jiyao", app_desc="纪要 Jiyao", app_url=""))
    known = [client.add(one) for one in addresses]
    if not all(known):
        raise BadAddress(wanted="JIYAO_ALERT_URL takes apprise URLs, such as json://host/path or wecombot://key")
    taken = client.notify(title=alert.title, body=alert.text, notify_type=_TYPES.get(alert.kind, NotifyType.WARNING))
    if not taken:
        say(f"an alert was not taken 告警未送达: {alert.title}; see JIYAO_ALERT_URL, or try `jiyao alerts test`")
    return bool(taken)


def tell(alert: Alert, addresses: Sequence[str]) -> None:
    """Send an alert, and emit it as an event; nothing of this is raised: the run goes on."""
    try:
        send(alert, addresses)
    except BadAddress as error:
        say(str(error))
    if get_current_settings().api.url and alert.kind != "failed":  # Prefect itself tells of runs that failed
        payload = {"title": alert.title, "text": alert.text}
        if emit_event(event=EVENT.format(alert.kind), resource=_RESOURCE, payload=payload) is None:
            say(f"an alert was not emitted to Prefect 事件未发出: {alert.title}")
