"""Errors: each says when it is raised, stands in the tree, and keeps its facts."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from warehouse import errors
from warehouse.errors import (
    ArchiveError,
    BadIndustries,
    BadQuery,
    BadRunId,
    CannotWrite,
    ChangedMigration,
    ChecksFailed,
    DamagedIndex,
    DamagedWarehouse,
    LostLines,
    MissingObject,
    NotABundle,
    NotEmpty,
    NotEnoughMemory,
    NothingKept,
    NothingPublished,
    WarehouseError,
    WarehouseLocked,
)

CLASSES = tuple(kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, Exception))
FACTS: tuple[tuple[type[WarehouseError], dict[str, object], str], ...] = (
    (MissingObject, {"sha256": "a" * 64, "reason": "altered"}, "aaaaaaaaaaaaaaaa… is altered"),
    (DamagedIndex, {"path": Path("index/a.jsonl"), "line": 3}, "index/a.jsonl, line 3"),
    (LostLines, {"path": Path("index/a.jsonl"), "kept": 3, "loaded": 5}, "index/a.jsonl: 3 lines are left of 5"),
    (CannotWrite, {"path": Path("archive"), "reason": "No space left on device"}, "No space left on device"),
    (NotEnoughMemory, {"path": Path("jiyao.duckdb"), "reason": "Out of Memory Error"}, "run again with more memory"),
    (DamagedWarehouse, {"path": Path("jiyao.duckdb"), "reason": "checksum"}, "run `jiyao rebuild`"),
    (NotABundle, {"path": Path("folder")}, "folder"),
    (BadRunId, {"run_id": "../a"}, "'../a'"),
    (WarehouseLocked, {"holder": "process 5"}, "process 5"),
    (NothingPublished, {"path": Path("jiyao.duckdb")}, "jiyao.duckdb"),
    (NothingKept, {"path": Path("jiyao.previous.duckdb")}, "jiyao.previous.duckdb"),
    (BadIndustries, {"path": Path("industry.csv"), "detail": "a row"}, "industry.csv: a row"),
    (NotEmpty, {"path": Path("parquet")}, "parquet"),
    (ChangedMigration, {"name": "0001_listing"}, "0001_listing"),
    (ChecksFailed, {"findings": ("one", "two")}, "one; two"),
    (BadQuery, {"reason": "Parser Error"}, "Parser Error"),
)


@pytest.mark.parametrize("kind", CLASSES)
def test_the_docstring_says_when_it_is_raised(kind: type[Exception]) -> None:
    assert re.match(r"Raised when .+\.|Raised when .+; ", kind.__doc__ or "")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    tree = [line for line in str(errors.__doc__).splitlines() if line.startswith("    ")]
    assert {name for line in tree for name in re.findall(r"\w+", line)} == {kind.__name__ for kind in CLASSES}
    branch = next(line for line in tree if "ArchiveError" in line)
    drawn = set(re.findall(r"\w+", branch)) - {"ArchiveError"}
    assert drawn == {kind.__name__ for kind in CLASSES if kind.__base__ is ArchiveError}


def test_every_leaf_has_its_case() -> None:
    parents = {kind.__base__ for kind in CLASSES}
    assert {kind for kind, _, _ in FACTS} == set(CLASSES) - parents


@pytest.mark.parametrize(("kind", "facts", "told"), FACTS, ids=[kind.__name__ for kind, _, _ in FACTS])
def test_facts_are_attributes_and_told(kind: type[WarehouseError], facts: dict[str, object], told: str) -> None:
    error = kind(**facts)
    assert {name: getattr(error, name) for name in facts} == facts
    assert told in str(error)
