"""Verifying: everything that is damaged in the archive and in the DuckDB files made of it."""

from __future__ import annotations

from pathlib import Path

from warehouse.archive import Archive, Damage
from warehouse.connection import reader
from warehouse.digest import digests
from warehouse.errors import ArchiveError, DamagedWarehouse
from warehouse.load import loaded_segments


def verify(archive: Path, *warehouses: Path) -> tuple[Damage, ...]:
    """What is not as it was written: archived files, lines of the index, lines that are lost, tables.

    Lost lines are told by what the warehouses have loaded; every row of their tables is read.
    """
    found = list(Archive(archive).verify())
    for path in warehouses:
        if path.exists():
            found += [damage for damage in _of_warehouse(Archive(archive), path) if damage not in found]
    return tuple(found)


def _of_warehouse(archive: Archive, path: Path) -> list[Damage]:
    try:
        with reader(path) as connection:
            digests(connection)
            archive.require(loaded_segments(connection))
    except (DamagedWarehouse, ArchiveError) as error:
        return [Damage(what=str(error), where=str(path))]
    return []
