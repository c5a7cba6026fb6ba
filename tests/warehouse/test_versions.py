"""The published file is opened by the versions of DuckDB that the project names, each in a folder of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.publish import publish

KEPT = Path(sys.prefix) / "duckdb-versions"
QUESTIONS = """
import duckdb, sys
c = duckdb.connect(sys.argv[1], read_only=True)
views = c.sql("select view_name from duckdb_views() where not internal and schema_name = 'main'").fetchall()
for (name,) in views:
    c.sql(f"select * from {name}").fetchall()
timed = c.sql("select function_name from duckdb_functions() where not internal and suffix(function_name, '_as_of')").fetchall()
for (name,) in timed:
    c.sql(f"select * from {name}(timestamptz '2030-01-01 00:00:00+08')").fetchall()
print(duckdb.__version__, len(views) > 15, len(timed) > 8, len(c.sql("from search_qa('产能')").fetchall()))
"""


def installed(version: str) -> Path:
    """A folder with that version; the test skips where it cannot be had."""
    folder = KEPT / version
    if not (folder / "duckdb").is_dir():
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-qq",
            "--no-deps",
            "--target",
            str(folder),
            f"duckdb=={version}",
        ]
        done = subprocess.run([*pip, "--retries", "0"], capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
        if done.returncode:
            pytest.skip(f"duckdb {version} is not to be had from the index")
    return folder


@pytest.mark.parametrize("version", ["1.4.5", "1.5.5", "2.0.0"])
def test_a_version_opens_the_file_and_runs_every_view(filled: Path, tmp_path: Path, version: str) -> None:
    publish(filled, tmp_path / "jiyao.duckdb")
    done = subprocess.run(  # noqa: S603 - our own query
        [sys.executable, "-c", QUESTIONS, str(tmp_path / "jiyao.duckdb")],
        capture_output=True, text=True, check=False, timeout=120, env={"PYTHONPATH": str(installed(version))},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (f"{version} True True 1\n", "")
