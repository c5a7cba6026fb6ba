"""Lines of the index: sealed so that a change of any is seen, and older ones without a seal are still read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from warehouse.entry import SEAL_LENGTH, Entry, decoded, encoded, seal_of, sealed

ENTRY = Entry(
    run_id="a", kind="file", source="cninfo", partition=None, window_from=None, window_to=None, page=None, method="GET",
    address="https://static.cninfo.com.cn/纪要.pdf", request_body=None, status=200, headers={"a": "b"},
    final_address=None, fetched_at=datetime(2026, 3, 3, 12, tzinfo=UTC), sha256="0" * 64, byte_count=5, error=None,
)  # fmt: skip
BROKEN = (ValueError, KeyError, TypeError, AttributeError)


def chain(*pages: int) -> list[bytes]:
    """The lines of a segment."""
    lines: list[bytes] = []
    for page in pages:
        lines.append(sealed(encoded(replace(ENTRY, page=page)), seal_of(lines[-1]) if lines else b""))
    return lines


def test_a_sealed_line_is_the_entry() -> None:
    first, second = chain(1, 2)
    assert decoded(first, b"") == replace(ENTRY, page=1)
    assert decoded(second, seal_of(first)) == replace(ENTRY, page=2)
    assert len(seal_of(first)) == 16
    assert first.endswith(seal_of(first) + b'"}')
    assert len(first) - len(encoded(replace(ENTRY, page=1))) == SEAL_LENGTH - 1


def test_a_line_without_a_seal_is_the_entry() -> None:
    assert (decoded(encoded(ENTRY), b""), seal_of(encoded(ENTRY))) == (ENTRY, b"")


def test_every_bit_of_a_line_counts() -> None:
    (line,) = chain(1)
    for place in range(len(line) * 8):
        changed = bytearray(line)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(BROKEN):
            decoded(bytes(changed), b"")


def test_a_line_fits_behind_no_other_line_than_its_own() -> None:
    first, second, third = chain(1, 2, 3)
    for line, before in ((third, first), (second, third), (second, b""), (first, second)):
        with pytest.raises(BROKEN):
            decoded(line, seal_of(before))
