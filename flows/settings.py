"""Settings: where things stand and how the run behaves, from the environment.

`JIYAO_HOME` is the folder for everything (default `data`), `JIYAO_HOST_MAP` sends hosts elsewhere,
`JIYAO_JOBS` is the number of reader processes, `JIYAO_USER_AGENT` what the exchanges are told who asks;
`JIYAO_ALERT_URL` is where runs send alerts (apprise URLs, parted by blanks), `JIYAO_STALE_DAYS` after how many trading
days without a proved day an exchange is stale (default 2).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version as distribution_version
from pathlib import Path

from extractors.fetch import AGENT, parse_host_map
from flows.errors import BadSetting

_PREFECT = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the environment decides."""

    home: Path
    host_map: Mapping[str, str]
    jobs: int
    agent: str = AGENT
    alert_addresses: tuple[str, ...] = ()
    stale_days: int = 2  # trading days

    @property
    def archive(self) -> Path:
        """The archive's folder."""
        return self.home / "archive"

    @property
    def building(self) -> Path:
        """The writer's file."""
        return self.home / "warehouse.building"

    @property
    def lock(self) -> Path:
        """The writer's lock."""
        return self.home / "warehouse.lock"

    @property
    def published(self) -> Path:
        """The file that users query."""
        return self.home / "jiyao.duckdb"

    @property
    def report(self) -> Path:
        """The report, beside the file that users query."""
        return self.home / "report.html"


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings; raises BadSetting or BadHostMap."""
    found = os.environ if environment is None else environment
    return Settings(
        home=Path(found.get("JIYAO_HOME") or "data"),
        host_map=parse_host_map(found.get("JIYAO_HOST_MAP", "")),
        jobs=_whole(found, "JIYAO_JOBS", min(os.cpu_count() or 1, 8)),
        agent=found.get("JIYAO_USER_AGENT") or AGENT,
        alert_addresses=tuple(found.get("JIYAO_ALERT_URL", "").split()),
        stale_days=_whole(found, "JIYAO_STALE_DAYS", 2),
    )


def _whole(found: Mapping[str, str], name: str, default: int) -> int:
    """A variable as a whole number from 1; raises BadSetting."""
    value = found.get(name, "") or str(default)
    if not value.isdigit() or not int(value):
        raise BadSetting(name=name, value=value, wanted="a whole number from 1")
    return int(value)


def prepare_prefect(settings: Settings) -> None:
    """Make Prefect quiet and keep its state beside ours, unless the user has set it up; call before importing it."""
    for name, value in _PREFECT.items():
        os.environ.setdefault(name, value)
    if "PREFECT_API_URL" not in os.environ:
        home = Path(os.environ.setdefault("PREFECT_HOME", str((settings.home / "prefect").absolute())))
        home.mkdir(parents=True, exist_ok=True)


def version() -> str:
    """The version of jiyao that runs."""
    return distribution_version("jiyao")
