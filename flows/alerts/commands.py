"""The commands `jiyao alerts apply` and `jiyao alerts test`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from flows import settings, show, told
from flows.errors import BadAddress, NoServer
from flows.told import Told

app = typer.Typer(help="告警 Alerts: automations of a Prefect server, or messages sent by runs themselves.")
_TO = "地址 http(s) address of the webhook, such as that of a WeCom, DingTalk or Feishu robot"


class Shape(StrEnum):
    """What the webhook takes."""

    plain = "plain"
    wecom = "wecom"
    dingtalk = "dingtalk"
    feishu = "feishu"


def apply(
    to: Annotated[str, typer.Option(help=_TO)],
    shape: Annotated[Shape, typer.Option(help="格式 what it takes as JSON")] = Shape.plain,
) -> Told:
    """Create or renew the shipped automations at the Prefect server of PREFECT_API_URL: 失败、停摆、过期、漂移."""
    settings.prepare_prefect(settings.load())
    from prefect.settings import get_current_settings

    from flows.alerts import automations

    if not get_current_settings().api.url:
        raise NoServer(reason="automations are kept by one; `jiyao serve` prints the address of its own")
    return Told(facts={"applied": automations.apply(to, shape.value)}, show=_applied)


def _applied(done: Mapping[str, Any]) -> None:
    for name in done["applied"]:
        show.console.print(f"applied 已生效  {name}")


def test() -> Told:
    """Send a message to the addresses of JIYAO_ALERT_URL, to see whether alerts arrive."""
    own = settings.load()
    settings.prepare_prefect(own)
    from flows.alerts import message, send

    if not own.alert_addresses:
        raise BadAddress(wanted="JIYAO_ALERT_URL is not set")
    facts = {"addresses": len(own.alert_addresses), "is_sent": send.send(message.TEST, own.alert_addresses)}
    return Told(facts=facts, show=_sent, code=lambda found: int(not found["is_sent"]))


def _sent(done: Mapping[str, Any]) -> None:
    if done["is_sent"]:
        show.console.print(f"sent 已发送  {done['addresses']}")


told.add(app, apply, "apply")
told.add(app, test, "test")
