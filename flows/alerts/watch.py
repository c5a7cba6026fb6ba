"""What is watched after a run: how old the last proved day is, whether contracts and fill rates drifted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from extractors.listing import CHINA
from flows.alerts import message
from flows.alerts.message import Alert
from flows.run import Summary
from warehouse import ask

NEWEST = 50  # records of an exchange that are held against those before
DROP = 0.1  # of the fill rate


def found(done: Summary, now: datetime, stale_days: int) -> tuple[Alert, ...]:
    """What the published file tells after a run: at most one alert of each kind.

    An exchange is stale when its first list has proved no day for so many trading days, today not counted. Raises
    NothingPublished, DamagedWarehouse.
    """
    path = Path(done.published)
    today = now.astimezone(CHINA).date()
    alerts = (
        message.stale(ask.named(path, "stale", today=today, days=stale_days)),
        message.drift(
            ask.named(path, "drift_contract", run_id=done.run_id),
            ask.named(path, "drift_field", run_id=done.run_id),
            ask.named(path, "drift_fill", newest=NEWEST, drop=DROP),
        ),
    )
    return tuple(one for one in alerts if one)
