"""The archive: every response as it came, by content, with an append-only index of what was asked.

`objects/ab/<sha256>` holds bytes, written in `incoming/`, synced and renamed; `index/<run>.jsonl` holds one sealed
line a response, appended and synced. A crash leaves at most the last line cut in half and a file in `incoming/`:
readers pass over them, the next run moves the line aside and the file away.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from warehouse.disk import make_folder, set_torn_aside, sync_folder, writing
from warehouse.entry import SEAL_LENGTH, Entry, decoded, encoded, seal_of, sealed
from warehouse.errors import ArchiveError, BadRunId, DamagedIndex, LostLines, MissingObject, NotABundle

__all__ = ["Archive", "Damage", "Entry"]

_HASH = re.compile(r"[0-9a-f]{64}")
_SEGMENT = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One thing that `verify` found."""

    what: str
    where: str


class Archive:
    """A folder of responses."""

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is created before the first write."""
        self._root = root
        self._objects, self._index, self._incoming = root / "objects", root / "index", root / "incoming"

    def store(self, entry: Entry, content: bytes | None) -> Entry:
        """Keep a response; returns the entry with hash and size. Content that is there already is not written again.

        Raises BadRunId, before anything is written, where the run's id cannot name an index file; CannotWrite
        where the disk refuses: then the entry is not kept, and all before it are.
        """
        path = self._segment_path(entry.run_id)
        with writing(self._root):
            if content is not None:
                digest = hashlib.sha256(content).hexdigest()
                entry = replace(entry, sha256=digest, byte_count=len(content))
                self._write_object(digest, content)
            self._append(entry.run_id, sealed(encoded(entry), _last_seal(path)))
        return entry

    def settle(self) -> None:
        """Put away what a killed run left: a last line cut in half, a file that was not renamed. Hold the lock."""
        with writing(self._root):
            for segment in self.segments():
                set_torn_aside(self._index / f"{segment}.jsonl")
            for left in self._incoming.glob("*"):
                left.unlink()

    def require(self, loaded: Mapping[str, int]) -> None:
        """Raises LostLines where the index holds fewer lines of a run than were loaded before."""
        for segment, count in loaded.items():
            kept = self._kept(segment)
            if kept < count:
                raise LostLines(path=self._segment_path(segment), kept=kept, loaded=count)

    def read(self, sha256: str) -> bytes:
        """The bytes of a hash.

        Raises MissingObject where they are absent, cannot be read, or are altered.
        """
        path = self.path(sha256)
        if not path.exists():
            raise MissingObject(sha256=sha256, reason="missing")
        try:
            content = path.read_bytes()
        except OSError as error:
            raise MissingObject(sha256=sha256, reason=f"not readable ({error.strerror})") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise MissingObject(sha256=sha256, reason="altered")
        return content

    def path(self, sha256: str) -> Path:
        """Where the bytes of a hash stand; derived from the hash alone."""
        if not _HASH.fullmatch(sha256):
            raise MissingObject(sha256=sha256, reason="no SHA-256")
        return self._objects / sha256[:2] / sha256

    def segments(self) -> tuple[str, ...]:
        """Names of the index files, oldest first."""
        return tuple(sorted(path.stem for path in self._index.glob("*.jsonl")))

    def entries(self, loaded: Mapping[str, int] | None = None) -> Iterator[tuple[str, Entry]]:
        """Segment and entry of every line behind those already loaded, in order.

        Raises DamagedIndex where a whole line cannot be read.
        """
        for segment in self.segments():
            for number, line, before in _numbered(self._lines(segment)):
                if number > (loaded or {}).get(segment, 0):
                    yield segment, self._entry(segment, number, line, before)

    def latest(self, before: str, runs: int, lines: int) -> Iterator[tuple[Entry, ...]]:
        """The last entries of each of the last runs before one, the newest run first.

        A run whose lines cannot be read gives none: `verify` tells of it.
        """
        for segment in [name for name in reversed(self.segments()) if name < before][:runs]:
            numbered = list(_numbered(self._lines(segment)))[-lines:]
            try:
                yield tuple(self._entry(segment, number, line, seal) for number, line, seal in numbered)
            except DamagedIndex:
                continue

    def import_bundle(self, bundle: Path) -> int:
        """Copy what a bundle holds and this archive does not; returns the number of new entries.

        Raises NotABundle, or MissingObject where the bundle's files are not as its index says.
        """
        if not (bundle / "objects").is_dir() or not (bundle / "index").is_dir():
            raise NotABundle(path=bundle)
        other, count = Archive(bundle), 0
        for segment in other.segments():
            known = self._kept(segment)
            for number, line, before in _numbered(other._lines(segment)):
                if number <= known:
                    continue
                entry = other._entry(segment, number, line, before)
                with writing(self._root):
                    if entry.sha256:
                        self._write_object(entry.sha256, other.read(entry.sha256))
                    self._append(segment, line)
                count += 1
        return count

    def verify(self) -> tuple[Damage, ...]:
        """Everything that is not as the index says: missing or altered files, unreadable or altered lines."""
        found: list[Damage] = []
        checked: set[str] = set()
        for path in sorted(self._index.glob("*.jsonl")):
            raw = path.read_bytes()
            if raw and not raw.endswith(b"\n"):
                found.append(Damage(what="last line cut in half", where=str(path)))
            for number, line, before in _numbered(raw.split(b"\n")[:-1]):
                try:
                    entry = self._entry(path.stem, number, line, before)
                    if entry.sha256 and entry.sha256 not in checked:
                        checked.add(entry.sha256)
                        self.read(entry.sha256)
                except ArchiveError as error:
                    found.append(Damage(what=str(error), where=f"{path}, line {number}"))
        return tuple(found)

    def _write_object(self, digest: str, content: bytes) -> None:
        path = self.path(digest)
        if path.exists() and path.read_bytes() == content:
            return
        make_folder(path.parent)
        make_folder(self._incoming)
        temporary = self._incoming / f"{digest}.{os.getpid()}"
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)  # a full disk gets its room back
        sync_folder(path.parent)

    def _append(self, segment: str, line: bytes) -> None:
        path = self._segment_path(segment)
        make_folder(path.parent)
        is_new = not path.exists()
        if not is_new:
            set_torn_aside(path)
        with path.open("ab") as file:
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self._index)

    def _segment_path(self, segment: str) -> Path:
        if not _SEGMENT.fullmatch(segment):
            raise BadRunId(run_id=segment)
        return self._index / f"{segment}.jsonl"

    def _lines(self, segment: str) -> list[bytes]:
        """The whole lines of a segment, without a last one that was cut in half."""
        return self._segment_path(segment).read_bytes().split(b"\n")[:-1]

    def _kept(self, segment: str) -> int:
        """How many whole lines a segment has."""
        return len(self._lines(segment)) if self._segment_path(segment).exists() else 0

    def _entry(self, segment: str, number: int, line: bytes, before: bytes) -> Entry:
        path = self._segment_path(segment)
        try:
            return decoded(line, before)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedIndex(path=path, line=number) from error


def _numbered(lines: list[bytes]) -> Iterator[tuple[int, bytes, bytes]]:
    """Number and text of each line, with the seal of the line before."""
    before = b""
    for number, line in enumerate(lines, 1):
        yield number, line, before
        before = seal_of(line)


def _last_seal(path: Path) -> bytes:
    """The seal of a segment's last whole line; empty for the first."""
    if not path.exists():
        return b""
    set_torn_aside(path)
    with path.open("rb") as file:
        file.seek(max(file.seek(0, os.SEEK_END) - SEAL_LENGTH - 1, 0))
        return seal_of(file.read().rstrip(b"\n"))
