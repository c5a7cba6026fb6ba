"""What the shell completes, asked as the shell asks: by the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.sources import ALL, SOURCES
from flows import line
from flows.run import PLAIN
from flows.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample in it."""
    folder = tmp_path_factory.mktemp("home")
    line.replay(PLAIN, Settings(home=folder, host_map={}, jobs=2), ROOT / "sample")
    return folder


def asked(home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the program answers to the shell, and which modules that took."""
    code = "import sys; sys.argv[0] = 'jiyao'\nfrom flows.cli import main\ntry: main()\nfinally: print('prefect' in sys.modules, file=sys.stderr)"
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, *environment.pop("arguments", "").split()],
        capture_output=True, text=True, check=False, timeout=60, cwd=ROOT,
        env={"JIYAO_HOME": str(home), "PATH": os.environ["PATH"], "HOME": str(home), **environment},
    )  # fmt: skip


CASES = {
    "jiyao ve": ["verify"],
    "jiyao ingest --source cn": [name for name in SOURCES if name.startswith("cn")],
    "jiyao probe --source ": list(ALL),
    "jiyao show cninfo-1900300105": ["cninfo-1900300105"],
    "jiyao show nobody": [],
}


@pytest.mark.parametrize("typed", CASES)
def test_bash_is_told_commands_sources_and_records(home: Path, typed: str) -> None:
    place = str(len(typed.split(" ")) - 1)
    done = asked(home, _JIYAO_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=place)
    assert (done.stdout.split(), done.stderr.strip()) == (CASES[typed], "False")


def test_before_anything_is_published_no_record_is_offered(tmp_path: Path) -> None:
    done = asked(tmp_path, _JIYAO_COMPLETE="complete_bash", COMP_WORDS="jiyao show ", COMP_CWORD="2")
    assert (done.stdout.strip(), done.stderr.strip()) == ("", "False")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_its_script(home: Path, shell: str) -> None:
    done = asked(home, _JIYAO_COMPLETE=f"source_{shell}")
    assert (done.returncode, "_JIYAO_COMPLETE" in done.stdout, "jiyao" in done.stdout) == (0, True, True)


@pytest.mark.parametrize("arguments", ["--help", "failures --help", "status --help"])
def test_help_needs_no_prefect(home: Path, arguments: str) -> None:
    assert asked(home, arguments=arguments).stderr.strip() == "False"
