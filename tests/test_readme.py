"""The READMEs: both say the same commands, and every command runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows import cli, line
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange.server import Exchange

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```(sh|python)\n(.*?)```", re.DOTALL)
JIYAO = ".venv/bin/jiyao"


def blocks(name: str, kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall((ROOT / name).read_text("utf-8")) if found == kind]


COMMANDS = [command for block in blocks("README.md", "sh") for command in block.splitlines()]
QUICK = [
    command
    for command in COMMANDS
    if command.startswith(JIYAO) and not re.search(r"serve|ingest|backfill|rebuild|refresh|probe", command)
]
ASKING = [command for command in COMMANDS if re.search(r"probe|refresh|--dry-run", command)]
FLOWS = [command for command in COMMANDS if re.search(r"ingest|backfill|rebuild", command) and command not in ASKING]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder as after `make run`."""
    folder = tmp_path_factory.mktemp("newcomer")
    line.replay(PLAIN, Settings(home=folder / "data", host_map={}, jobs=2), ROOT / "sample")
    shutil.copytree(ROOT / "sample", folder / "sample")
    record = next(path for path in (ROOT / "sample/objects").glob("*/*") if path.read_bytes().startswith(b"PK"))
    shutil.copy(record, folder / "some-record.pdf")
    return folder


def run(home: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of the README in the newcomer's folder."""
    arguments = shlex.split(command.removeprefix(JIYAO))
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-W", "error::RuntimeWarning", "-c", "from flows.cli import main; main()", *arguments],
        capture_output=True, text=True, check=False, timeout=300, cwd=home,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


def test_both_readmes_have_the_same_blocks() -> None:
    assert [blocks("README.zh-CN.md", kind) for kind in ("sh", "python")] == [
        blocks("README.md", kind) for kind in ("sh", "python")
    ]


def test_every_command_is_one_that_is_tried_or_served() -> None:
    left = set(COMMANDS) - set(QUICK) - set(FLOWS) - set(ASKING)
    assert left == {"make run", "make test", f"{JIYAO} serve"}
    assert {one.name for one in cli.app.registered_commands} >= {shlex.split(one)[1] for one in QUICK}


@pytest.mark.parametrize("command", ASKING)
def test_what_asks_sources_says_what_it_found(home: Path, exchange: Exchange, command: str) -> None:
    """On an exchange without rows: lists of codes that are empty are no proof, so the exit code tells."""
    done = run(home, command, JIYAO_HOST_MAP=exchange.host_map_text)
    assert (done.returncode, done.stderr.count("Traceback")) == (0 if "-run" in command or "bse" in command else 4, 0)
    assert any(word in done.stdout for word in ("holds", "estimate", "open 未完成"))


@pytest.mark.parametrize("command", QUICK)
def test_a_command_runs(home: Path, command: str) -> None:
    done = run(home, command)
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    assert done.stdout or done.stderr or (home / "parsed/some-record.json").exists()


def test_the_flows_run_quietly_and_the_replay_has_no_news(home: Path, exchange: Exchange) -> None:
    for command in FLOWS:
        done = run(home, command, JIYAO_HOST_MAP=exchange.host_map_text)
        assert (done.returncode, done.stderr.count("Traceback"), done.stderr.count("Warning")) == (0, 0, 0), done.stderr
        assert "published" in done.stdout
        assert "nothing is new" in done.stdout or "rebuild" in command


def test_the_python_runs(home: Path) -> None:
    for block in blocks("README.md", "python"):
        done = subprocess.run(  # noqa: S603 - our own README
            [sys.executable, "-c", block], capture_output=True, text=True, check=False, timeout=60, cwd=home
        )
        assert (done.returncode, "产能" in done.stdout) == (0, True), done.stderr
