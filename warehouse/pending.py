"""What is still to do: files to fetch, documents to parse, and the day from which to list again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files

import duckdb


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that no response has brought yet."""

    announcement_id: str
    source: str
    address: str


def query(name: str) -> str:
    """The text of one file of `queries/`."""
    return files("warehouse").joinpath("queries", f"{name}.sql").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class CompanyKeys:
    """What one company is asked by: whether lists of codes know it, its issuer's id, its number at e互动."""

    is_known: bool
    org_id: str | None
    uid: str | None


def files_to_fetch(connection: duckdb.DuckDBPyConnection, code: str = "") -> tuple[Wanted, ...]:
    """Addresses of announcements whose file is not in the archive, newest first; of one company where a code is given.

    A company's announcements are those of every code of its issuer.
    """
    rows = connection.execute(query("files_to_fetch"), {"code": code}).fetchall()
    return tuple(Wanted(*row) for row in rows)


def company_keys(connection: duckdb.DuckDBPyConnection, code: str) -> CompanyKeys:
    """What a code is asked by; any code counts as known while no list of codes is loaded."""
    row = connection.execute(query("company_keys"), {"code": code}).fetchone()
    known_rows, org_id, uid, listed = row or (0, None, None, 0)
    return CompanyKeys(bool(known_rows or uid or not listed), org_id, uid)


def documents_to_parse(
    connection: duckdb.DuckDBPyConnection, version: str, curable: Sequence[str] = ()
) -> tuple[str, ...]:
    """Documents that this version of the readers has not read, or left with one of these errors, by their ids."""
    rows = connection.execute(
        "select document_id from document left join bookkeeping.parsed using (document_id) "
        "where version is distinct from ? or exists (from parse_failure f where f.document_id = document.document_id "
        "and list_contains(?::varchar[], f.error)) order by document_id",
        [version, list(curable)],
    ).fetchall()
    return tuple(row[0] for row in rows)


def announcements_of(connection: duckdb.DuckDBPyConnection, address: str) -> tuple[str, ...]:
    """Announcements whose file stands at the address."""
    rows = connection.execute(
        "select distinct announcement_id from sighting where address = ? order by announcement_id", [address]
    ).fetchall()
    return tuple(row[0] for row in rows)


def seen_of_feeds(connection: duckdb.DuckDBPyConnection, sources: Sequence[str]) -> Sequence[tuple[str, str, str]]:
    """Source, partition and key of every sighting of these sources."""
    return connection.execute(
        "select source, partition, source_key from sighting where list_contains(?, source)", [list(sources)]
    ).fetchall()


def first_proved(connection: duckdb.DuckDBPyConnection) -> Sequence[tuple[str, str, date]]:
    """Source, partition and first day of what was walked without a total."""
    return connection.execute(
        "select source, partition, min(day) from listing_day where grade = 'walked' group by all"
    ).fetchall()


def feed_companies(connection: duckdb.DuckDBPyConnection, start: date, end: date) -> Sequence[tuple[str, str]]:
    """Code and number of every company whose own feed is not proved over these days."""
    return connection.execute(query("feed_companies"), {"start": start, "end": end}).fetchall()


def days_proved(connection: duckdb.DuckDBPyConnection, source: str, partitions: Sequence[str]) -> frozenset[date]:
    """Days of a source that are proved in every partition and over."""
    given = {"source": source, "partitions": list(partitions)}
    return frozenset(row[0] for row in connection.execute(query("days_proved"), given).fetchall())


def days_held(
    connection: duckdb.DuckDBPyConnection, source: str, start: date, end: date
) -> Sequence[tuple[str, date, int, bool]]:
    """Partition, day, rows, and whether the day was over when it was walked, of the proved days of a window."""
    return connection.execute(
        "select partition, day, listed, (walked_at at time zone 'Asia/Shanghai')::date > day "
        "from listing_day where source = ? and grade <> 'open' and day between ? and ?",
        [source, start, end],
    ).fetchall()


def keys_held(connection: duckdb.DuckDBPyConnection, source: str, start: date, end: date) -> Sequence[tuple[str, str]]:
    """Partition and key of every sighting of a source that is dated in a window, or a day beside it."""
    return connection.execute(
        "select partition, source_key from sighting join announcement using (announcement_id) "
        "where source = ? and disclosed_on between ?::date - 1 and ?::date + 1",
        [source, start, end],
    ).fetchall()


def files_to_fetch_again(connection: duckdb.DuckDBPyConnection, limit: int) -> tuple[Wanted, ...]:
    """So many files that were fetched before, those first that were longest not asked for."""
    rows = connection.execute(query("files_to_fetch_again"), {"limit": limit}).fetchall()
    return tuple(Wanted(*row) for row in rows)


def last_proof(connection: duckdb.DuckDBPyConnection, source: str) -> datetime | None:
    """The instant of the latest walk that proved a day of the source; None before the first."""
    asked = "select max(walked_at) from listing_day where source = ? and grade <> 'open'"
    row = connection.execute(asked, [source]).fetchone()
    return row[0] if row else None


def watermark(connection: duckdb.DuckDBPyConnection, source: str) -> date | None:
    """The last day up to which no day of the source stayed open; None before the first walk."""
    row = connection.execute(query("watermark"), {"source": source}).fetchone()
    return row[0] if row else None
