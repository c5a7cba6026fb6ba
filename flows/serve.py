"""Serving all flows with their schedules in one process, with a Prefect server of its own where none is set."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flows.errors import NoServer
from flows.progress import say
from flows.settings import Settings

_WAIT = 180.0  # seconds for a server's start
_STEP = 0.25
_HOST = "127.0.0.1"
_PORT = 4200


def serve(settings: Settings) -> None:
    """Serve until stopped; SIGTERM and Ctrl-C end it, and the server that it started."""
    signal.signal(signal.SIGTERM, _stop)
    if os.environ.get("PREFECT_API_URL"):
        _serve()
        return
    with own_server(settings.home / "prefect") as address:
        os.environ["PREFECT_API_URL"] = f"{address}/api"
        say(f"Prefect: {address}")
        _serve()


@contextmanager
def own_server(home: Path) -> Iterator[str]:
    """A Prefect server on loopback with its state in a folder; its address. Raises NoServer."""
    home.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    address = f"http://{_HOST}:{port}"
    log = home / "server.log"
    environment = {**os.environ, "PREFECT_HOME": str(home.absolute()), "PREFECT_API_URL": f"{address}/api"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", _HOST, "--port", str(port)]
    with log.open("ab") as lines:
        server = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, stdout=lines, stderr=lines, env=environment, start_new_session=True
        )
        try:
            _await(server, port, log)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def _serve() -> None:
    from prefect import serve as serve_flows
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType

    from flows.deployment import DEPLOYMENTS, ZONE

    # Prefect's own, when SIGTERM stops it: of itself, and of its channels to runs that end with it
    logging.getLogger("asyncio").addFilter(lambda line: "StreamReaderProtocol" not in line.getMessage())
    warnings.filterwarnings("ignore", message="coroutine 'Runner.astop' was never awaited")
    serve_flows(*[
        RunnerDeployment.from_flow(
            one.flow,
            name=one.name,
            description=one.description,
            tags=list(one.tags),
            parameters=dict(one.parameters),
            schedules=[Cron(cron, timezone=ZONE) for cron in one.crons],
            concurrency_limit=1,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for one in DEPLOYMENTS
    ], limit=1)  # fmt: skip


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return when the server listens, which it does once it is ready."""
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        if server.poll() is not None:
            raise NoServer(reason=f"it ended with code {server.returncode}", log=log)
        try:
            socket.create_connection((_HOST, port), timeout=5).close()
        except OSError:
            time.sleep(_STEP)
        else:
            return
    raise NoServer(reason=f"it did not answer within {_WAIT:.0f} s", log=log)


def _free_port() -> int:
    """Prefect's usual port, so that its address stays; any other where it is taken."""
    for port in (_PORT, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server binds it
            probe.bind((_HOST, port))
            return int(probe.getsockname()[1])
    raise NoServer(reason="no port is free")


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
