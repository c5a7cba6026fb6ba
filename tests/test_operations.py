"""Operations: the page's commands run and do what it says; the service and the container fit this repository."""

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
from warehouse.connection import reader
from warehouse.digest import digests

ROOT = Path(__file__).resolve().parent.parent
PAGES = {name: (ROOT / "docs" / name).read_text("utf-8") for name in ("operations.md", "operations.zh-CN.md")}
PAGE = PAGES["operations.md"]
CONTAINER = (ROOT / "deploy/Containerfile").read_text("utf-8").replace("\\\n", " ")
SERVICE = ROOT / "deploy/jiyao.service"
JIYAO = ".venv/bin/jiyao"
EXECUTED = [block for kind, block in re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL) if kind == "sh"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sample was replayed, with a `jiyao` where the page has it."""
    folder = tmp_path_factory.mktemp("operator")
    line.replay(PLAIN, Settings(home=folder / "data", host_map={}, jobs=2), ROOT / "sample")
    program = folder / JIYAO
    program.parent.mkdir(parents=True)
    program.write_text(
        f"#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} "
        '-c "from flows.cli import main; main()" "$@"\n'
    )
    program.chmod(0o755)
    return folder


def run(home: Path, block: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - commands of our own page
        ["/bin/sh", "-euc", block], capture_output=True, text=True, check=False, timeout=300, cwd=home,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
    )  # fmt: skip


def test_the_upgrade_the_backup_and_the_restoring_do_what_the_page_says(home: Path) -> None:
    """In the page's order: nothing differs after a rebuild of the same code, and a restored archive gives the same tables."""
    upgrade, back_up, restore = EXECUTED
    for block, said in (
        (upgrade, "the tables are the same"),
        (back_up, "archive and tables are whole"),
        (restore, "published"),
    ):
        done = run(home, block)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
        assert said in done.stdout + done.stderr
    with reader(home / "data/jiyao.duckdb") as here, reader(home / "backup/jiyao.duckdb") as there:
        assert digests(here) == digests(there)


def test_a_damaged_backup_is_told(home: Path) -> None:
    """What `verify` is for: one byte of one object of a copy altered."""
    run(home, EXECUTED[1].replace("backup", "damaged").rsplit("JIYAO_HOME", 1)[0])
    victim = max((home / "damaged/archive/objects").glob("*/*"), key=lambda path: path.stat().st_size)
    victim.chmod(0o644)
    victim.write_bytes(victim.read_bytes()[:-1] + b"?")
    done = run(home, f"JIYAO_HOME=damaged {JIYAO} verify")
    assert (done.returncode, victim.name[:16] in done.stdout + done.stderr) == (1, True)


def test_both_pages_have_the_same_blocks() -> None:
    english, chinese = (re.findall(r"```\w*\n.*?```", text, re.DOTALL) for text in PAGES.values())
    assert len(english) > len(EXECUTED) > 0
    assert [block.replace("<your server>", "<服务器>") for block in english] == chinese


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_ours_and_every_path_on_the_page_is_there(page: str) -> None:
    text = PAGES[page].split("podman build")[1]
    commands = set(re.findall(r"jiyao (?!-|\.)([a-z][a-z-]*)(?= |`|\n)", text))
    known = {one.name or one.callback.__name__ for one in cli.app.registered_commands if one.callback}
    assert {"rebuild", "verify", "diff", "status", "probe"} <= commands & known
    assert not {
        path for path in re.findall(r"`((?:deploy|extractors|tests)/[\w./]+)`", text) if not (ROOT / path).exists()
    }


@pytest.mark.parametrize(
    ("page", "head"), [("operations.md", "## When something fails"), ("operations.zh-CN.md", "## 出错时")]
)
def test_errors_on_the_page_are_errors_of_ours(page: str, head: str) -> None:
    modules = [*(ROOT / "extractors/errors").glob("*.py"), ROOT / "flows/errors.py", ROOT / "warehouse/errors.py"]
    classes = set(re.findall(r"^class (\w+)\(", "\n".join(path.read_text("utf-8") for path in modules), re.MULTILINE))
    named = set(re.findall(r"`([A-Z][a-z]\w+)`", PAGES[page].split(head)[1]))
    assert len(named) > 20
    assert named <= classes


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong_with_the_service(tmp_path: Path) -> None:
    """With a program that exists here in place of the installed one."""
    unit = tmp_path / SERVICE.name
    unit.write_text(SERVICE.read_text("utf-8").replace("/srv/jiyao/.venv/bin/jiyao", "/bin/true"), "utf-8")
    done = subprocess.run(  # noqa: S603 - systemd's own program
        [shutil.which("systemd-analyze") or "", "verify", str(unit)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_container_installs_as_the_makefile_does_and_copies_what_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for step in (
        "install --require-hashes -r requirements.lock -c requirements.lock",
        "install --no-deps --no-build-isolation --editable .",
    ):
        assert step in makefile
        assert step in CONTAINER
    copied = [name for line in re.findall(r"^COPY (.*)$", CONTAINER, re.MULTILINE) for name in line.split()[:-1]]
    assert not [name for name in copied if not (ROOT / name).exists()]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks", "sample"}
    assert packages <= set(copied)
