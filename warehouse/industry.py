"""Industries of companies, as the user supplies them: `industry.csv` with the columns code, industry, from and to."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import BadIndustries

_COLUMNS = ["code", "industry", "from", "to"]
_READ = """
create or replace temp table supplied as
select
  code as security_code, industry, coalesce("from"::date, date '0001-01-01') as valid_from, "to"::date as valid_to
from read_csv(
  ?, header = true, auto_detect = false, nullstr = '', delim = ',', quote = '"',
  columns = {'code': 'VARCHAR', 'industry': 'VARCHAR', 'from': 'VARCHAR', 'to': 'VARCHAR'}
)
"""
_ODD = """
select security_code, industry, valid_from, valid_to
from supplied
qualify not coalesce(regexp_full_match(security_code, '[0-9]{6}'), false) or industry is null
  or valid_to < valid_from
  or lag(coalesce(valid_to, 'infinity')) over (partition by security_code order by valid_from) >= valid_from
order by all
"""


def fill(connection: duckdb.DuckDBPyConnection, path: Path, run_id: str) -> int:
    """Put what the file says in the place of `industry`, in the caller's transaction; returns its rows, if any.

    Days are written YYYY-MM-DD; an empty `from` or `to` has no end. Raises BadIndustries where a column, a code of six
    digits or a day is not as it should be, or two times of one code overlap.
    """
    if not path.exists():
        connection.execute("delete from industry")
        return 0
    _look(path)
    try:
        connection.execute(_READ, [str(path)])
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        raise BadIndustries(path=path, detail=", ".join(str(error).split("\n")[:2])) from error
    odd = connection.execute(_ODD).fetchall()
    if odd:
        first = ",".join("" if value is None else str(value) for value in odd[0])
        raise BadIndustries(path=path, detail=f"{len(odd)} rows are not as they should be, the first {first}")
    connection.execute(
        "delete from industry where (security_code, valid_from) not in "
        "(select (security_code, valid_from) from supplied)"
    )
    connection.execute(
        "insert into industry by name select *, ? as changed_in_run from supplied "
        "on conflict (security_code, valid_from) do update set industry = excluded.industry, "
        "valid_to = excluded.valid_to, changed_in_run = excluded.changed_in_run "
        "where (industry.industry, industry.valid_to) is distinct from (excluded.industry, excluded.valid_to)",
        [run_id],
    )
    return len(connection.execute("from supplied").fetchall())


def _look(path: Path) -> None:
    """Raise BadIndustries where the file is no UTF-8 or begins with other columns."""
    try:
        first = path.read_text("utf-8-sig").partition("\n")[0]
    except UnicodeDecodeError as error:  # such as GBK, as Excel writes "CSV"
        raise BadIndustries(path=path, detail="it is not UTF-8 (in Excel: CSV UTF-8)") from error
    if [name.strip(' "\r') for name in first.split(",")] != _COLUMNS:
        raise BadIndustries(path=path, detail=f"its first line is {first.strip()[:80]!r}")
