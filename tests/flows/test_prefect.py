"""Prefect for real: a server, a process worker and `prefect deploy --all`; every deployment triggered by the API."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun
from prefect.server.events.schemas.automations import EventTrigger
from prefect.server.events.schemas.events import ReceivedEvent

from flows.alerts import automations
from flows.deployment import DEPLOYMENTS
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, Exchange, Row, path_of, row, serving
from tests.exchange.sns import post
from tests.exchange.vendor import security
from tests.factory.text_record import text_record
from tests.flows.conftest import ROOT, Receiver, prefect, receiving, until
from warehouse import ask

TODAY = datetime.now(CHINA).date()
CODE = "300001"
OLD = TODAY - timedelta(days=200)
WAITED = ("daily", "one-company", "backfill", "deep-reread", "company-register", "publish", "rebuild", "failing")


def listed(exchange: Exchange, *rows: Row) -> None:
    """Let cninfo and 互动易 list rows, with files behind them."""
    exchange.rows += rows
    exchange.listed["irm"] += [irm_row(one) for one in rows]
    exchange.files |= {path_of(one): text_record(one["secCode"], path_of(one)[-9:-4]) for one in rows}


def market() -> Exchange:
    """Three companies of late, and one of them, with another, long ago."""
    exchange = Exchange()
    days = [f"{TODAY - timedelta(days=2)}"] * 3
    listed(exchange, *(row(key, day) for key, day in enumerate(days, start=1)))
    listed(exchange, *(row(100 + key, f"{OLD}", secCode=f"30000{key}", orgId=f"99{key:08d}") for key in (1, 2)))
    exchange.securities["/new/data/szse_stock.json"] = [security(CODE, "9900000001")]
    exchange.securities["/new/data/bj_stock.json"] = [security("920999", "gfbj0830999")]
    exchange.listed["sse_company"] = [post(1, datetime(2026, 3, 1, tzinfo=CHINA))]
    return exchange


@dataclass(slots=True)
class Prefect:
    """A server to which all is deployed, with a worker, over a home of its own."""

    home: Path
    exchange: Exchange
    receiver: Receiver
    client: SyncPrefectClient
    runs: dict[str, FlowRun] = field(default_factory=dict)

    def trigger(self, name: str, as_name: str = "", **parameters: object) -> None:
        """Start a deployment as its form does."""
        flow = next(one.flow.name for one in DEPLOYMENTS if one.name == name)
        found = self.client.read_deployment_by_name(f"{flow}/{name}")
        self.runs[as_name or name] = self.client.create_flow_run_from_deployment(found.id, parameters=parameters)

    def is_over(self) -> bool:
        """Whether all that was triggered has ended; what is known of it is renewed."""
        self.runs = {name: self.client.read_flow_run(one.id) for name, one in self.runs.items()}
        return all(one.state and one.state.is_final() for one in self.runs.values())

    def artifacts(self, run_id: UUID) -> dict[str, object]:
        """What a run left, by the artifact's type."""
        wanted = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]))
        return {str(one.type): one.data for one in self.client.read_artifacts(artifact_filter=wanted)}

    def rows(self, query: str) -> tuple[tuple[object, ...], ...]:
        """An answer of the published file."""
        return ask.sql(self.home / "jiyao.duckdb", query).rows


@pytest.fixture(scope="module")
def deployed(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefect]:
    """Everything deployed, the automations applied, and each deployment triggered at once: the worker takes turns."""
    home = tmp_path_factory.mktemp("worked")
    with serving(market()) as exchange, receiving() as receiver, get_client(sync_client=True) as client:
        environment = {
            "JIYAO_HOME": str(home), "JIYAO_HOST_MAP": exchange.host_map_text, "JIYAO_JOBS": "1",
            "PREFECT_WORKER_QUERY_SECONDS": "1",
        }  # fmt: skip
        prefect("work-pool", "create", "jiyao", "--type", "process")
        prefect("deploy", "--all")
        automations.apply(receiver.address)
        made = Prefect(home, exchange, receiver, client)
        made.trigger("daily")
        made.trigger("one-company", code=CODE, since=f"{TODAY - timedelta(days=365)}")
        made.trigger(
            "backfill", since=f"{OLD - timedelta(days=1)}", until=f"{OLD + timedelta(days=1)}", source="cninfo"
        )
        made.trigger("deep-reread", days=3, source="irm")
        made.trigger("company-register")
        made.trigger("rebuild")
        made.trigger("publish", rollback=True)
        made.trigger("one-company", "failing", code="999999")
        with (home / "worker.log").open("w") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "prefect", "worker", "start", "--pool", "jiyao", "--type", "process", "--limit", "1"],
                cwd=ROOT, env={**os.environ, **environment}, stdout=log, stderr=log,
            )  # fmt: skip
            try:
                until(made.is_over, "all runs to end")
                yield made
            finally:
                worker.terminate()
                with suppress(subprocess.TimeoutExpired):  # Prefect's own worker hangs now and then at its end
                    worker.wait(timeout=60)
                worker.kill()  # one that is left over would take the runs of the next server at this port
                worker.wait()


def test_every_deployment_is_there_as_its_form_shows_it(deployed: Prefect) -> None:
    found = {one.name: one for one in deployed.client.read_deployments()}
    assert set(found) >= {one.name for one in DEPLOYMENTS}
    for wanted in DEPLOYMENTS:
        one = found[wanted.name]
        crons = tuple(schedule.schedule.cron for schedule in one.schedules)
        limit = one.global_concurrency_limit
        assert (one.description, tuple(one.tags), set(crons)) == (wanted.description, wanted.tags, set(wanted.crons))
        assert limit is not None
        assert limit.limit == 1
    schema = found["one-company"].parameter_openapi_schema
    assert schema["required"] == ["code"]
    assert schema["properties"]["code"]["pattern"] == "^[0-9]{6}$"
    assert schema["properties"]["code"]["description"].startswith("证券代码")
    assert found["daily"].parameter_openapi_schema["properties"]["source"]["enum"] == [
        "all", "cninfo", "cninfo_fulltext", "irm", "sse", "bse",
    ]  # fmt: skip


def test_every_run_completes_and_is_named_for_what_it_did(deployed: Prefect) -> None:
    states = {name: (one.state_name, one.state.message if one.state else "") for name, one in deployed.runs.items()}
    log = (deployed.home / "worker.log").read_text("utf-8")
    assert {name: state for name, (state, _) in states.items()} == {
        **dict.fromkeys(WAITED, "Completed"), "failing": "Failed",
    }, f"{states}\n{log[-4000:]}"  # fmt: skip
    tomorrow = {  # of each run: the whole may go on over midnight in China
        name: one.start_time.astimezone(CHINA).date() + timedelta(days=1)
        for name, one in deployed.runs.items() if one.start_time
    }  # fmt: skip
    names = {name: one.name for name, one in deployed.runs.items()}
    assert names["daily"] == f"daily {tomorrow['daily'] - timedelta(days=7)}..{tomorrow['daily']}"
    assert names["one-company"] == f"company {CODE} {TODAY - timedelta(days=365)}..{tomorrow['one-company']}"
    assert names["backfill"] == f"backfill {OLD - timedelta(days=1)}..{OLD + timedelta(days=1)}"


def test_what_was_triggered_stands_in_the_published_file(deployed: Prefect) -> None:
    """Rolled back at the end to what stood before the register's run, since the rebuild published the same again.

    Both old records came: one by its company.
    """
    assert deployed.rows("select count(*) from activity_record") == ((5,),)
    kinds = deployed.rows("select kind, outcome, listed, new, fetched, parsed, open from run order by run_id")
    assert kinds[:3] == (
        ("ingest", "complete", 6, 3, 3, 3, 0),
        ("company", "complete", 4, 1, 1, 1, 0),
        ("backfill", "complete", 2, 1, 1, 1, 0),
    )
    uids = "select uid from feed_company"
    assert (deployed.rows(uids), ask.sql(deployed.home / "warehouse.building", uids).rows) == ((), (("603999",),))
    assert deployed.exchange.downloads()[path_of(deployed.exchange.rows[-1])] == 2, "sampled again"


def test_one_company_asks_for_that_company_alone(deployed: Prefect) -> None:
    asked = [one for one in deployed.exchange.asked if one.fields.get("stock") or one.query.get("stockCodes")]
    assert {one.fields.get("stock") or one.query["stockCodes"] for one in asked} == {f"{CODE},9900000001", CODE}
    assert len(asked) == 2
    found = deployed.rows(
        "select distinct partition from sighting join announcement using (announcement_id) where disclosed_on < current_date - 100"
    )
    assert found == (("szse",),)
    assert deployed.rows("select count(*) from listing_day where partition like '%~%'") == ((0,),)


def test_a_run_leaves_its_account_as_artifacts(deployed: Prefect) -> None:
    found = deployed.artifacts(deployed.runs["daily"].id)
    assert set(found) == {"markdown", "table"}
    text = str(found["markdown"])
    parts = (
        "# daily ",
        "**complete 全部核对**",
        "## Checks 检查",
        "| activity\\_record | 0 | 3 | 3 |",
        "## Slowest documents",
    )
    assert [part for part in parts if part not in text] == []
    assert f"| {TODAY - timedelta(days=2)} | cninfo | counted |" in text
    assert "300001" in text.split("## Slowest documents")[1]


def test_a_run_that_failed_says_why_and_fires_the_automation(deployed: Prefect) -> None:
    state = deployed.runs["failing"].state
    assert state is not None
    assert "UnknownCompany: no security has the code '999999'" in str(state.message)
    applied = {one.name for one in deployed.client.read_automations()}
    assert applied >= {"jiyao-failed", "jiyao-silent", "jiyao-stale", "jiyao-drift"}
    until(lambda: bool(deployed.receiver.got), "an alert")
    got = deployed.receiver.got[0]
    assert "run failed" in got["title"]
    assert "UnknownCompany" in got["text"]
    assert "jiyao status" in got["text"]


def test_automations_are_renewed_not_doubled(deployed: Prefect) -> None:
    names = automations.apply(deployed.receiver.address, "wecom")
    assert sorted(one.name for one in deployed.client.read_automations()) == sorted(names)
    automations.apply(deployed.receiver.address)


def test_silence_is_broken_by_the_end_of_a_daily_run_alone(deployed: Prefect) -> None:
    silent = EventTrigger.model_validate({one["name"]: one["trigger"] for one in automations.shipped()}["jiyao-silent"])
    asked = {"filter": {"event": {"name": ["prefect.flow-run.Completed"]}}, "limit": 50}

    def taken() -> list[str]:
        found = deployed.client.request("POST", "/events/filter", json=asked).json()["events"]
        events = [ReceivedEvent.model_validate(one) for one in found]
        return [one.resource.id for one in events if silent.covers(one) and silent.expects(one.event)]

    until(lambda: bool(taken()), "the event of the daily run's end")
    assert taken() == [f"prefect.flow-run.{deployed.runs['daily'].id}"]


def test_an_event_of_ours_fires_its_automation(deployed: Prefect) -> None:
    from flows.alerts import message, send

    before = len(deployed.receiver.got)
    send.tell(message.Alert("stale", "过期 stale: SSE", "SSE: 3 个交易日"), ())
    until(lambda: len(deployed.receiver.got) > before, "an alert")
    assert {"title": "过期 stale: SSE", "text": "SSE: 3 个交易日"} in deployed.receiver.got


@pytest.mark.parametrize("name", ["daily", "one-company"])
def test_a_form_with_what_cannot_be_is_refused(deployed: Prefect, name: str) -> None:
    bad = {"daily": {"source": "nope"}, "one-company": {"code": "12"}}[name]
    with pytest.raises(Exception, match="409"):
        deployed.trigger(name, f"bad {name}", **bad)
