"""The errors of the warehouse, one tree.

    WarehouseError
    ├── ArchiveError     MissingObject, DamagedIndex, LostLines, NotABundle, BadRunId
    ├── CannotWrite, NotEnoughMemory, DamagedWarehouse
    ├── WarehouseLocked, NothingPublished, NothingKept, ChangedMigration, ChecksFailed, BadQuery, NotEmpty,
    │                BadIndustries

Facts are attributes; `str()` says what was found and what to do.
"""

from __future__ import annotations

from pathlib import Path


class WarehouseError(Exception):
    """Raised when something cannot be kept, loaded, checked, published or asked; see its branches."""


class ArchiveError(WarehouseError):
    """Raised when the archive is not as its index says."""


class MissingObject(ArchiveError):
    """Raised when the archive holds no file, or an altered one, of a hash."""

    def __init__(self, *, sha256: str, reason: str) -> None:
        """Keep the hash and the reason."""
        self.sha256, self.reason = sha256, reason
        super().__init__(f"archived file {sha256[:16]}… is {reason}; restore it from a backup, then run `jiyao verify`")


class DamagedIndex(ArchiveError):
    """Raised when a whole line of the index cannot be read."""

    def __init__(self, *, path: Path, line: int) -> None:
        """Keep the file and the line."""
        self.path, self.line = path, line
        super().__init__(
            f"{path}, line {line}: no index entry; restore the file from a backup, then run `jiyao rebuild`"
        )


class LostLines(ArchiveError):
    """Raised when the index holds fewer lines of a run than the warehouse has loaded."""

    def __init__(self, *, path: Path, kept: int, loaded: int) -> None:
        """Keep the file and both counts."""
        self.path, self.kept, self.loaded = path, kept, loaded
        super().__init__(
            f"{path}: {kept} lines are left of {loaded} that were loaded; restore the file from a backup, "
            "or run `jiyao rebuild` to go on with what is left"
        )


class NotABundle(ArchiveError):
    """Raised when a folder is no archive bundle."""

    def __init__(self, *, path: Path) -> None:
        """Keep the path."""
        self.path = path
        super().__init__(f"{path}: no archive bundle (it needs the folders objects/ and index/)")


class BadRunId(ArchiveError):
    """Raised when a run's id cannot name an index file."""

    def __init__(self, *, run_id: str) -> None:
        """Keep the id."""
        self.run_id = run_id
        super().__init__(f"{run_id!r} cannot name a run: up to 64 letters, digits and dashes; start the run anew")


class CannotWrite(WarehouseError):
    """Raised when the disk refuses what is written: it is full, read-only, or not ours to write."""

    def __init__(self, *, path: Path, reason: str) -> None:
        """Keep the path and what the system said."""
        self.path, self.reason = path, reason
        super().__init__(
            f"{path}: cannot be written ({reason}); nothing was published. Make room or give the right to write, "
            "then run the same again: it goes on where it stopped"
        )


class NotEnoughMemory(WarehouseError):
    """Raised when a step of the warehouse needs more memory than DuckDB may take; nothing is published."""

    def __init__(self, *, path: Path, reason: str) -> None:
        """Keep the file and what DuckDB said."""
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}; nothing was published; run again with more memory, half of it is taken")


class DamagedWarehouse(WarehouseError):
    """Raised when a DuckDB file of ours cannot be read."""

    def __init__(self, *, path: Path, reason: str) -> None:
        """Keep the path and what DuckDB said."""
        self.path, self.reason = path, reason
        super().__init__(
            f"{path}: damaged ({reason}); run `jiyao rebuild`, which makes it anew from the archive with no network"
        )


class WarehouseLocked(WarehouseError):
    """Raised when another process writes the warehouse."""

    def __init__(self, *, holder: str) -> None:
        """Keep who holds the lock."""
        self.holder = holder
        super().__init__(f"the warehouse is being written by {holder}; wait for it to end, or stop it")


class NothingPublished(WarehouseError):
    """Raised when the published file does not exist yet."""

    def __init__(self, *, path: Path) -> None:
        """Keep the path."""
        self.path = path
        super().__init__(f"{path} does not exist yet; run `jiyao ingest` or `make run`")


class NothingKept(WarehouseError):
    """Raised when no earlier published file is kept to go back to."""

    def __init__(self, *, path: Path) -> None:
        """Keep the path."""
        self.path = path
        super().__init__(f"{path} does not exist: only one file was published so far, there is none to go back to")


class NotEmpty(WarehouseError):
    """Raised when a folder to write into holds something."""

    def __init__(self, *, path: Path) -> None:
        """Keep the path."""
        self.path = path
        super().__init__(f"{path} is not empty; give a new folder")


class ChangedMigration(WarehouseError):
    """Raised when a migration that was applied has been edited since."""

    def __init__(self, *, name: str) -> None:
        """Keep the migration's name."""
        self.name = name
        super().__init__(f"migration {name} was edited after it was applied; restore it, or run `jiyao rebuild`")


class ChecksFailed(WarehouseError):
    """Raised when checks that stop publishing found rows."""

    def __init__(self, *, findings: tuple[str, ...]) -> None:
        """Keep the findings."""
        self.findings = findings
        super().__init__("nothing was published: " + "; ".join(findings))


class BadQuery(WarehouseError):
    """Raised when DuckDB refuses a query of the user's."""

    def __init__(self, *, reason: str) -> None:
        """Keep DuckDB's reason."""
        self.reason = reason
        super().__init__(reason)


class BadIndustries(WarehouseError):
    """Raised when the user's file of industries cannot be taken."""

    def __init__(self, *, path: Path, detail: str) -> None:
        """Keep the path and what is wrong."""
        self.path, self.detail = path, detail
        super().__init__(
            f"{path}: {detail}; it needs the first line code,industry,from,to, codes of six digits (with their leading "
            "zeros), days as YYYY-MM-DD or empty, and times of one code that do not overlap; mend or remove it, "
            "and run again"
        )
