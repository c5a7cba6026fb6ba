"""Verifying finds all damage, wherever it is seeded."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.warehouse.test_entry import ENTRY
from warehouse.archive import Archive
from warehouse.connection import writer
from warehouse.load import mark_loaded
from warehouse.migrate import migrate
from warehouse.verify import verify

SEEDS = 300


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two runs, and a warehouse that has loaded them."""
    home = tmp_path_factory.mktemp("home")
    archive = Archive(home / "archive")
    for run_id in ("a", "b"):
        for page in range(12):
            archive.store(replace(ENTRY, run_id=run_id, page=page), f"{run_id} {page}".encode() * 50)
    with writer(home / "warehouse") as connection:
        migrate(connection)
        mark_loaded(connection, {"a": 12, "b": 12})
    return home


def damage(path: Path, random: Random) -> str:
    """Damage a file in one of the ways in which disks and people do."""
    content = path.read_bytes()
    at = random.randrange(len(content))
    size = random.choice((1, 2, 30, 4096))
    way = random.choice(("turned", "zeroed", "cut", "taken out", "put in", "lost", "emptied"))
    if way == "lost":
        path.unlink()
        return way
    changed = {
        "turned": content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :],
        "zeroed": content[:at] + bytes(min(size, len(content) - at)) + content[at + size :],
        "cut": content[:at],
        "taken out": content[:at] + content[at + size :],
        "put in": content[:at] + random.randbytes(size) + content[at:],
        "emptied": b"",
    }[way]
    path.write_bytes(changed)
    return way


def test_all_seeded_damage_of_an_archive_is_found(home: Path, tmp_path: Path) -> None:
    assert verify(home / "archive", home / "warehouse") == ()
    missed = []
    for seed in range(SEEDS):
        random = Random(seed)  # noqa: S311 - a seeded choice
        own = shutil.copytree(home / "archive", tmp_path / str(seed))
        path = random.choice(sorted(path for path in own.rglob("*") if path.is_file()))
        way = damage(path, random)
        if not Archive(own).verify() and not verify(own, home / "warehouse"):
            missed.append((seed, path.name, way))
        shutil.rmtree(own)
    assert missed == []


@pytest.mark.parametrize("change", [lambda lines: lines[1:], lambda lines: lines[:5] + lines[6:], lambda lines: lines[:-1],
                                    lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], lambda lines: lines + lines[-1:]],
                         ids=["the first is lost", "one is lost", "the last is lost", "two change places", "the last twice"])  # fmt: skip
def test_whole_lines_that_are_lost_or_moved_are_found(home: Path, tmp_path: Path, change: object) -> None:
    own = shutil.copytree(home / "archive", tmp_path / "own")
    index = own / "index" / "a.jsonl"
    lines = index.read_bytes().splitlines(keepends=True)
    index.write_bytes(b"".join(change(lines)))  # type: ignore[operator]
    assert verify(own, home / "warehouse")


def test_a_warehouse_that_is_not_there_is_none(home: Path, tmp_path: Path) -> None:
    assert verify(home / "archive", tmp_path / "none") == ()


def test_a_damaged_warehouse_is_found(home: Path, tmp_path: Path) -> None:
    content = (home / "warehouse").read_bytes()
    (tmp_path / "cut").write_bytes(content[: len(content) // 2])
    (found,) = verify(home / "archive", tmp_path / "cut")
    assert (found.where, "rebuild" in found.what) == (str(tmp_path / "cut"), True)
