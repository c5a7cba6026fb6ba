"""The commands `jiyao alerts apply` and `jiyao alerts test`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from flows import settings, show
from flows.errors import BadAddress, NoServer

app = typer.Typer(help="告警 Alerts: automations of a Prefect server, or messages sent by runs themselves.")
_TO = "地址 http(s) address of the webhook, such as that of a WeCom, DingTalk or Feishu robot"


class Shape(StrEnum):
    """What the webhook takes."""

    plain = "plain"
    wecom = "wecom"
    dingtalk = "dingtalk"
    feishu = "feishu"


@app.command()
def apply(
    to: Annotated[str, typer.Option(help=_TO)],
    shape: Annotated[Shape, typer.Option(help="格式 what it takes as JSON")] = Shape.plain,
) -> None:
    """Create or renew the shipped automations at the Prefect server of PREFECT_API_URL: 失败、停摆、过期、漂移."""
    settings.prepare_prefect(settings.load())
    from prefect.settings import get_current_settings

    from flows.alerts import automations

    if not get_current_settings().api.url:
        raise NoServer(reason="automations are kept by one; `jiyao serve` prints the address of its own")
    for name in automations.apply(to, shape.value):
        show.console.print(f"applied 已生效  {name}")


@app.command()
def test() -> None:
    """Send a message to the addresses of JIYAO_ALERT_URL, to see whether alerts arrive."""
    own = settings.load()
    settings.prepare_prefect(own)
    from flows.alerts import message, send

    if not own.alert_addresses:
        raise BadAddress(wanted="JIYAO_ALERT_URL is not set")
    if not send.send(message.TEST, own.alert_addresses):
        raise typer.Exit(1)
    show.console.print(f"sent 已发送  {len(own.alert_addresses)}")
