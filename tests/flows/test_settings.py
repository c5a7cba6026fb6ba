"""Settings come from the environment; what cannot be used is said with what is wanted."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from extractors.errors import BadHostMap
from flows import settings
from flows.errors import BadSetting


def test_everything_has_a_default() -> None:
    found = settings.load({})
    assert found.home == Path("data")
    assert found.host_map == {}
    assert 1 <= found.jobs <= 8
    assert found.published == Path("data/jiyao.duckdb")


def test_the_environment_decides() -> None:
    found = settings.load(
        {
            "JIYAO_HOME": "/tmp/elsewhere",  # noqa: S108 - only a name
            "JIYAO_HOST_MAP": "www.cninfo.com.cn=http://127.0.0.1:8000",
            "JIYAO_JOBS": "3",
        }
    )
    assert (found.home.as_posix(), found.host_map, found.jobs) == (
        "/tmp/elsewhere",  # noqa: S108
        {"www.cninfo.com.cn": "http://127.0.0.1:8000"},
        3,
    )


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_that_is_none_is_refused(jobs: str) -> None:
    with pytest.raises(BadSetting, match="whole number"):
        settings.load({"JIYAO_JOBS": jobs})


def test_a_host_map_that_is_none_is_refused() -> None:
    with pytest.raises(BadHostMap):
        settings.load({"JIYAO_HOST_MAP": "www.cninfo.com.cn"})


def test_prefect_stays_quiet_and_beside_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_HOME", "")
    monkeypatch.delenv("PREFECT_HOME")
    settings.prepare_prefect(settings.load({"JIYAO_HOME": str(tmp_path)}))
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert (tmp_path / "prefect").is_dir()


def test_the_version_is_that_of_the_distribution() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", settings.version())
