"""ARCHITECTURE.md names every module of each package once, and no other; its map names every folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
ROW = re.compile(r"^\| (\w+) \| [^|]+ \| ((?:`[\w.]+` ?)+) \|$", re.MULTILINE)


def named(package: str) -> list[str]:
    """What the table of modules names of a package."""
    table = TEXT.split("### Every module")[1].split("**A run.**")[0]
    return sorted(
        name for found, names in ROW.findall(table) if found == package for name in re.findall(r"`([^`]+)`", names)
    )


@pytest.mark.parametrize("package", ["extractors", "flows", "warehouse"])
def test_every_module_stands_in_the_table(package: str) -> None:
    there = [path for path in (ROOT / package).iterdir() if not path.name.startswith(("_", "."))]
    assert named(package) == sorted(path.stem if path.suffix == ".py" else path.name for path in there)


def test_the_map_names_every_folder_of_the_project() -> None:
    drawn = set(re.findall(r"^(\w+)/ ", TEXT.split("```")[1], re.MULTILINE))
    kept = {path.name for path in ROOT.iterdir() if path.is_dir() and any(path.rglob("*.py"))} | {"docs", "deploy"}
    assert drawn == {name for name in kept if not name.startswith(".")} - {"build"}
