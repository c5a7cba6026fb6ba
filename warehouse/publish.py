"""Publishing: the checked writer's file takes the published one's place at once; the one before is kept beside it.

A stranger's `.wal` beside the published file would be read into the new one: it is removed before and after.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from warehouse.account import note
from warehouse.check import Finding, run_checks
from warehouse.connection import writer
from warehouse.disk import sync_folder, writing
from warehouse.errors import ChecksFailed, NothingKept


def publish(source: Path, target: Path, *, keep: bool = True) -> tuple[Finding, ...]:
    """Check the writer's file, copy it and put it in the target's place; returns the checks' warnings.

    The replaced file is kept as the previous one, unless `keep` says that there is nothing new against it.

    The target is checkpointed, closed and read-only (mode 0444). Raises ChecksFailed where a `fail_`
    check finds rows, CannotWrite where the disk refuses; then the published file stays as it is. What the checks found
    is written to the last run.
    """
    with writer(source) as connection:
        findings = run_checks(connection)
        note(connection, findings)
        failed = tuple(str(found) for found in findings if found.stops)
        if failed:
            raise ChecksFailed(findings=failed)
        connection.execute("checkpoint")
    with writing(target):
        _copy(source, target, keep=keep)
    return findings


def take_place(source: Path, target: Path) -> None:
    """Put a closed DuckDB file in the place of another; what was logged for the other one goes with it."""
    with writing(target):
        _remove_wal(target)
        source.replace(target)
        sync_folder(target.parent)


def remove(path: Path) -> None:
    """Remove a DuckDB file with its log, as a killed run may have left them."""
    with writing(path):
        path.unlink(missing_ok=True)
        _remove_wal(path)


def _copy(source: Path, target: Path, *, keep: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tmp")
    temporary.unlink(missing_ok=True)  # of a run that was killed
    try:
        with source.open("rb") as original, temporary.open("wb") as copy:
            shutil.copyfileobj(original, copy, 1024 * 1024)
            copy.flush()
            os.fsync(copy.fileno())
        temporary.chmod(0o444)
        if keep:
            _keep(target)
        _take_place(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(target.parent)


def previous_of(target: Path) -> Path:
    """Where the file that was published before is kept."""
    return target.with_name(f"{target.stem}.previous{target.suffix}")


def rollback(target: Path) -> None:
    """Put the file that was published before back in its place; what it replaces is kept, so that twice is as before.

    Hold the lock around it. Raises NothingKept.
    """
    previous = previous_of(target)
    if not previous.exists():
        raise NothingKept(path=previous)
    temporary = target.with_name(f".{target.name}.tmp")
    with writing(target):
        temporary.unlink(missing_ok=True)
        try:
            os.link(previous, temporary)
            _keep(target)
            _take_place(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(target.parent)


def _take_place(temporary: Path, target: Path) -> None:
    _remove_wal(target)
    temporary.replace(target)
    _remove_wal(target)


def _keep(target: Path) -> None:
    """Keep the published file as the previous one, by another link to it."""
    if not target.exists():
        return
    link = target.with_name(f".{target.name}.previous")
    link.unlink(missing_ok=True)
    os.link(target, link)
    _remove_wal(previous_of(target))
    link.replace(previous_of(target))
    link.unlink(missing_ok=True)  # renamed onto itself, of a run killed after it was kept, it would stay


def _remove_wal(target: Path) -> None:
    target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
