"""One line of the archive's index: an entry as JSON, sealed so that any later change of a line is seen.

The seal is the last field, `check`: a hash of the line without it and of the seal of the line before, so that a line
which was altered, taken out or moved no longer fits. Lines without one, of older bundles, are taken as they are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

_SEAL = re.compile(rb', "check": "([0-9a-f]{16})"}')
SEAL_LENGTH = len(b', "check": "0123456789abcdef"}')


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One response: what was asked, when, and what came back."""

    run_id: str
    kind: str  # listing, file, look or probe; the last two are not loaded
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


def encoded(entry: Entry) -> bytes:
    """The entry as one line of JSON, without its seal and line end."""
    values = asdict(entry)
    for key in ("window_from", "window_to", "fetched_at"):
        values[key] = values[key].isoformat() if values[key] else None
    values["headers"] = dict(entry.headers)
    text = json.dumps(values, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate as JSON writes it


def decoded(line: bytes, before: bytes) -> Entry:
    """The entry of a line, given the seal of the line before.

    Raises ValueError, KeyError, TypeError or AttributeError where the line is none, or is not as it was written.
    """
    seal = seal_of(line)
    plain = line[:-SEAL_LENGTH] + b"}" if seal else line
    if seal and seal != _hash(plain, before):
        raise ValueError(line)
    values = json.loads(plain.decode("utf-8"))
    for key in ("window_from", "window_to"):
        values[key] = date.fromisoformat(values[key]) if values[key] else None
    values["fetched_at"] = datetime.fromisoformat(values["fetched_at"])
    entry = Entry(**values)
    if entry.fetched_at.tzinfo is None or not isinstance(entry.sha256, str | None):
        raise ValueError(line)
    return entry


def sealed(plain: bytes, before: bytes) -> bytes:
    """The line with its seal, given the seal of the line before."""
    return plain[:-1] + b', "check": "' + _hash(plain, before) + b'"}'


def seal_of(line: bytes) -> bytes:
    """The seal of a line; empty where it has none."""
    found = _SEAL.fullmatch(line[-SEAL_LENGTH:])
    return found[1] if found else b""


def _hash(plain: bytes, before: bytes) -> bytes:
    return hashlib.sha256(before + plain).hexdigest()[:16].encode()
