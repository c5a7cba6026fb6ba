"""`jiyao serve`: a server of its own, a run that its schedule starts, and an end by SIGTERM that leaves nothing."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.schedules import IntervalSchedule

from flows import serve
from flows.deployment import DEPLOYMENTS
from flows.errors import NoServer
from tests.exchange.server import Exchange, path_of, row, serving
from tests.factory.text_record import text_record
from tests.flows.conftest import ROOT, until
from warehouse import ask

SOON = timedelta(seconds=30)
OFTEN = timedelta(minutes=2)  # a busy server plans after the first instant has passed: then the next counts


@dataclass(slots=True)
class Served:
    """A `jiyao serve` that runs, with what it printed."""

    process: subprocess.Popen[bytes]
    home: Path
    output: Path

    @property
    def said(self) -> str:
        """What it printed."""
        return self.output.read_text("utf-8")

    @property
    def address(self) -> str:
        """Its server's address."""
        found = re.search(r"Prefect: (http://127\.0\.0\.1:\d+)", self.said)
        assert found, self.said
        return found[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The command in a home of its own; no Prefect server is set."""
    folder = tmp_path_factory.mktemp("served")
    listed = row(1, f"{datetime.now(UTC):%Y-%m-%d}")
    exchange = Exchange([listed], {path_of(listed): text_record(listed["secCode"], listed["secName"])})
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    with serving(exchange), (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", "from flows.cli import main; main()", "serve"],
            stdout=output, stderr=output, cwd=ROOT, start_new_session=True,
            env={**environment, "JIYAO_HOME": str(folder / "data"), "JIYAO_HOST_MAP": exchange.host_map_text, "JIYAO_JOBS": "1"},
        )  # fmt: skip
        try:
            yield Served(process, folder / "data", folder / "output")
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def test_a_scheduled_run_happens_by_itself(served: Served) -> None:
    until(lambda: "Prefect: http" in served.said or served.process.poll() is not None, "the server's start")
    with SyncPrefectClient(f"{served.address}/api") as client:
        until(lambda: len(client.read_deployments()) == len(DEPLOYMENTS), "all deployments")
        daily = next(one for one in client.read_deployments() if one.name == "daily")
        assert sorted(one.schedule.cron for one in daily.schedules) == ["30 20 * * *", "30 7 * * *"]
        often = IntervalSchedule(interval=OFTEN, anchor_date=datetime.now(UTC) + SOON)
        (made,) = client.create_deployment_schedules(daily.id, [(often, True)])
        until(lambda: bool(_ended(client)), "a scheduled run")
        run = _ended(client)[0]
        client.delete_deployment_schedule(daily.id, made.id)  # no other run is under way when it is ended
    assert (run.auto_scheduled, run.deployment_id, run.state_name) == (True, daily.id, "Completed"), served.said
    assert ask.sql(
        served.home / "jiyao.duckdb", "select kind, outcome, parsed from run order by run_id limit 1"
    ).rows == (("ingest", "complete", 1),)


def _ended(client: SyncPrefectClient) -> list[FlowRun]:
    return [one for one in client.read_flow_runs() if one.state and one.state.is_final()]


def test_sigterm_ends_it_and_its_server_without_a_word_of_trouble(served: Served) -> None:
    assert len(_left(served.home)) >= 2
    port = int(served.address.rpartition(":")[2])
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(timeout=120) == 0
    assert [word for word in ("Traceback", "Error", "never awaited") if word in served.said] == [], served.said
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    assert _left(served.home) == []


def _left(home: Path) -> list[str]:
    """Commands of the processes that were started for a home: all inherit its name."""
    mark, found = f"JIYAO_HOME={home}".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_text())
    return found


def test_a_server_that_does_not_start_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve.sys, "executable", "/bin/false")
    with pytest.raises(NoServer, match="ended with code 1") as failed, serve.own_server(tmp_path):
        pass
    assert failed.value.log == tmp_path / "server.log"
