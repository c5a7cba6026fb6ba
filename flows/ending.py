"""How a run ends: its account is kept and shown, its alerts are sent, and its state says how far it came.

The rule of states, by which a run in Prefect and the exit code of a command are read:

- Completed: every day that was asked for is proved and every file fetched.
- Completed with warnings (of the type Completed): published, but a partition of a source stayed open or a file was
  not fetched; the next run asks again.
- Failed: a source that was asked proved no day at all (the rest is published: NothingProved), or checks found rows
  (nothing is published: ChecksFailed), or another error of ours ended the run. Also any error that is none of ours.

What checks warn of changes no state: it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from extractors.errors import ExtractorError
from flows import account, artifacts, progress
from flows.alerts import message, send, watch
from flows.errors import FlowError, NothingProved
from flows.run import Summary
from flows.settings import Settings
from warehouse.errors import WarehouseError

WITH_WARNINGS = "Completed with warnings"
_OURS = (ExtractorError, WarehouseError, FlowError)


def ended(own: Settings, run: Callable[[], Summary]) -> Summary:
    """Run the line and end as the rule says; raises what ended it, NothingProved where a source proved nothing."""
    try:
        before = account.sizes(own.published)
        done = run()
        done.held_before = before
        _kept(own, done)
    except _OURS as error:
        send.tell(message.failed(_name(), f"{type(error).__name__}: {error}"), own.alert_addresses)
        return _as_result(Failed(message=f"{type(error).__name__}: {error}", data=error))
    except Exception as error:
        send.tell(message.failed(_name(), f"{type(error).__name__}: {error}"), own.alert_addresses)
        raise
    if done.unproved:
        unproved = NothingProved(sources=tuple(done.unproved), reason=done.open_reasons[0], summary=done)
        send.tell(message.failed(account.title(done), str(unproved)), own.alert_addresses)
        return _as_result(Failed(message=str(unproved), data=unproved))
    if done.open_reasons:
        said = f"{len(done.open_reasons)} open 未完成: {done.open_reasons[0]}"
        return _as_result(Completed(name=WITH_WARNINGS, message=said, data=done))
    return done


def _kept(own: Settings, done: Summary) -> None:
    """The account in Prefect, the report beside the published file, and the alerts of what it tells."""
    artifacts.name_run(account.title(done))
    artifacts.keep(account.of(done), done.kind, _report(own, done))
    for alert in watch.found(done, datetime.now(UTC), own.stale_days):
        send.tell(alert, own.alert_addresses)


def _report(own: Settings, done: Summary) -> Path | None:
    """The report, written anew beside the published file; None where that failed: it is told, and the run stands."""
    from flows import report  # charts and templates, which a run needs last

    try:
        return report.write(own.published, own.report)
    except Exception as error:  # noqa: BLE001 - tables are published by then: whatever it is, it is told
        said = f"report 报告 not written 未写出: {type(error).__name__}: {error}"
        progress.say(said)
        send.tell(message.failed(account.title(done), said), own.alert_addresses)
        return None


def _name() -> str:
    from prefect.runtime import flow_run

    return str(flow_run.name or "")


def _as_result(state: State[object]) -> Summary:
    """A state that a flow returns: whoever calls the flow gets its data, and an exception raised."""
    return cast("Summary", state)
