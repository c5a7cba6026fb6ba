"""The archive: every response as it came, by content, with an append-only index of what was asked.

`objects/ab/<sha256>` holds bytes, written as a temporary file, synced and renamed; `index/<run>.jsonl`
holds one line a response, appended and synced. A crash leaves at most the last line cut in half: readers
pass over it, the next writer moves it aside.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path

from warehouse.errors import ArchiveError, BadRunId, DamagedIndex, MissingObject, NotABundle

_HASH = re.compile(r"[0-9a-f]{64}")
_SEGMENT = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One response: what was asked, when, and what came back."""

    run_id: str
    kind: str  # listing or file
    source: str
    partition: str | None
    window_from: date | None
    window_to: date | None
    page: int | None
    method: str
    address: str
    request_body: str | None
    status: int | None
    headers: Mapping[str, str]
    final_address: str | None
    fetched_at: datetime  # with zone
    sha256: str | None
    byte_count: int | None
    error: str | None  # why there is no usable response


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
        self._objects, self._index = root / "objects", root / "index"

    def store(self, entry: Entry, content: bytes | None) -> Entry:
        """Keep a response; returns the entry with hash and size. Content that is there already is not written again.

        Raises BadRunId, before anything is written, where the run's id cannot name an index file.
        """
        self._segment_path(entry.run_id)
        if content is not None:
            digest = hashlib.sha256(content).hexdigest()
            entry = replace(entry, sha256=digest, byte_count=len(content))
            self._write_object(digest, content)
        self._append(entry.run_id, _encoded(entry))
        return entry

    def read(self, sha256: str) -> bytes:
        """The bytes of a hash.

        Raises MissingObject where they are absent or altered.
        """
        path = self.path(sha256)
        if not path.exists():
            raise MissingObject(sha256=sha256, reason="missing")
        content = path.read_bytes()
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
            for number, line in enumerate(self._lines(segment), 1):
                if number > (loaded or {}).get(segment, 0):
                    yield segment, self._entry(segment, number, line)

    def import_bundle(self, bundle: Path) -> int:
        """Copy what a bundle holds and this archive does not; returns the number of new entries.

        Raises NotABundle, or MissingObject where the bundle's files are not as its index says.
        """
        if not (bundle / "objects").is_dir() or not (bundle / "index").is_dir():
            raise NotABundle(path=bundle)
        other, count = Archive(bundle), 0
        for segment in other.segments():
            known = len(self._lines(segment)) if segment in self.segments() else 0
            for number, line in enumerate(other._lines(segment), 1):
                if number <= known:
                    continue
                entry = other._entry(segment, number, line)
                if entry.sha256:
                    self._write_object(entry.sha256, other.read(entry.sha256))
                self._append(segment, line)
                count += 1
        return count

    def verify(self) -> tuple[Damage, ...]:
        """Everything that is not as the index says: missing or altered files, unreadable lines."""
        found: list[Damage] = []
        checked: set[str] = set()
        for path in sorted(self._index.glob("*.jsonl")):
            raw = path.read_bytes()
            if raw and not raw.endswith(b"\n"):
                found.append(Damage(what="last line cut in half", where=str(path)))
            for number, line in enumerate(raw.split(b"\n")[:-1], 1):
                try:
                    entry = self._entry(path.stem, number, line)
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
        _make_folder(path.parent)
        temporary = path.with_name(f"{digest}.{os.getpid()}.tmp")
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)

    def _append(self, segment: str, line: bytes) -> None:
        path = self._segment_path(segment)
        _make_folder(path.parent)
        is_new = not path.exists()
        if not is_new:
            _set_torn_aside(path)
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

    def _entry(self, segment: str, number: int, line: bytes) -> Entry:
        path = self._segment_path(segment)
        try:
            return _decoded(line)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedIndex(path=path, line=number) from error


def _make_folder(folder: Path) -> None:
    """Make a folder with its parents, each entered durably in the one above."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename inside the folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _set_torn_aside(path: Path) -> None:
    """Move a last line without its end to `<segment>.torn`."""
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


def _encoded(entry: Entry) -> bytes:
    values = asdict(entry)
    for key in ("window_from", "window_to", "fetched_at"):
        values[key] = values[key].isoformat() if values[key] else None
    values["headers"] = dict(entry.headers)
    return json.dumps(values, ensure_ascii=False).encode(
        "utf-8", "backslashreplace"
    )  # a lone surrogate as JSON writes it


def _decoded(line: bytes) -> Entry:
    values = json.loads(line.decode("utf-8"))
    for key in ("window_from", "window_to"):
        values[key] = date.fromisoformat(values[key]) if values[key] else None
    values["fetched_at"] = datetime.fromisoformat(values["fetched_at"])
    entry = Entry(**values)
    if entry.fetched_at.tzinfo is None or not isinstance(entry.sha256, str | None):
        raise ValueError(line)
    return entry
