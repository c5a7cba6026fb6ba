"""The disk: files that are kept durably, and what it refuses, told in the warehouse's own errors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from warehouse.errors import CannotWrite


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raises CannotWrite for what the disk refuses inside: it is full, read-only, not ours, or broken."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path=path, reason=error.strerror or str(error)) from error


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file that durably takes the target's place when all is written; else the target stays as it was.

    Raises CannotWrite.
    """
    temporary = target.with_name(f".{target.name}.tmp")
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)  # of a run that was killed
        try:
            with temporary.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make a folder with its parents, each entered durably in the one above."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename inside the folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_torn_aside(path: Path) -> None:
    """Move a last line without its end to `<name>.torn`."""
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        if not file.tell():
            return
        file.seek(-1, os.SEEK_END)
        if file.read(1) == b"\n":
            return
    raw = path.read_bytes()
    cut = raw.rfind(b"\n") + 1
    with path.with_suffix(".torn").open("ab") as torn:
        torn.write(raw[cut:] + b"\n")
    with path.open("r+b") as file:
        file.truncate(cut)
        os.fsync(file.fileno())
