"""The published file is opened by the versions of DuckDB that the project names, each in a folder of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.migrate import scripts
from warehouse.publish import publish

KEPT = Path(sys.prefix) / "duckdb-versions"
QUESTIONS = """
import duckdb, sys
GIVEN = {
    "instant": "timestamptz '2030-01-01 00:00:00+08'", "available_until": "timestamptz '2030-01-01 00:00:00+08'",
    "seen_until": "timestamptz '2030-01-01 00:00:00+08'", "word": "'产能'", "words": "'产能'", "place": "'电话会议'",
    "is_pattern": "false", "companies": "null", "since": "'-infinity'::timestamptz",
}
c = duckdb.connect(sys.argv[1], read_only=True)
print(duckdb.__version__)
for (name,) in c.sql("select view_name from duckdb_views() where not internal and schema_name = 'main' order by 1").fetchall():
    print(name, len(c.sql(f"select * from {name}").fetchall()))
macros = "select function_name, function_type, parameters from duckdb_functions() where not internal order by 1"
for name, kind, parameters in c.sql(macros).fetchall():
    named = {"companies", "since"} & set(parameters)
    given = ", ".join(f"{p} := {GIVEN[p]}" if p in named else GIVEN[p] for p in parameters)
    source = f"{name}({given})"
    print(name, len(c.sql(f"from {source}" if kind == "table_macro" else f"select {source}").fetchall()))
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


NAMES = sorted(name for folder in ("views", "macros") for name, _ in scripts(folder))


@pytest.fixture(scope="module")
def answers(_filled: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A published file, and what the project's own version answers: each view and macro with its rows."""
    path = tmp_path_factory.mktemp("published") / "jiyao.duckdb"
    publish(_filled, path)
    return path, asked(path, {})


def asked(path: Path, environment: dict[str, str]) -> list[str]:
    """The version, and the name and number of rows of each view and macro, a line each."""
    done = subprocess.run(  # noqa: S603 - our own query
        [sys.executable, "-c", QUESTIONS, str(path)],
        capture_output=True, text=True, check=False, timeout=120, env=environment,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("version", ["1.4.5", "1.5.5", "2.0.0"])
def test_a_version_opens_the_file_and_answers_with_every_view_and_macro(
    answers: tuple[Path, list[str]], version: str
) -> None:
    path, expected = answers
    found = asked(path, {"PYTHONPATH": str(installed(version))})
    assert found == [version, *expected[1:]]
    assert sorted(line.split()[0] for line in found[1:]) == NAMES
