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
from read_csv(?, header = true, all_varchar = true, nullstr = '', delim = ',', quote = '"')
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
    with path.open(encoding="utf-8-sig") as file:
        if file.readline().strip().split(",") != _COLUMNS:
            raise BadIndustries(path=path, detail=f"the first line is not {','.join(_COLUMNS)}")
    try:
        connection.execute(_READ, [str(path)])
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        raise BadIndustries(path=path, detail=str(error).split("\n", 1)[0]) from error
    odd = connection.execute(_ODD).fetchall()
    if odd:
        raise BadIndustries(path=path, detail=f"{len(odd)} rows, such as {', '.join(map(str, odd[0]))}")
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
