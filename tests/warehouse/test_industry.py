"""Industries that the user supplies: what is taken, what is refused, and the heat that follows."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.test_analysis import meeting
from warehouse import industry
from warehouse.errors import BadIndustries
from warehouse.load import derive, load

Connection = duckdb.DuckDBPyConnection
HOUSES = ("甲基金", "乙证券", "丙资本")
HEAD = "code,industry,from,to\n"


def supplied(folder: Path, text: str) -> Path:
    path = folder / "industry.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_file_takes_the_place_of_what_it_said_before(connection: Connection, tmp_path: Path) -> None:
    first = supplied(tmp_path, f"{HEAD}000001,银行,,2024-12-31\n000001,保险,2025-01-01,\n000002,地产,,\n")
    assert industry.fill(connection, first, "run-1") == 3
    again = f"\ufeff{HEAD}000001,银行,,2024-12-31\n000002,电子,,\n"
    assert industry.fill(connection, supplied(tmp_path, again), "run-2") == 2
    found = connection.execute("select security_code, industry, changed_in_run from industry order by all").fetchall()
    assert found == [("000001", "银行", "run-1"), ("000002", "电子", "run-2")]
    first.unlink()
    assert industry.fill(connection, first, "run-3") == 0
    assert connection.execute("from industry").fetchall() == []


BAD = {
    "another head": ("code,industry\n000001,银行\n", "its first line is 'code,industry'"),
    "no code": (f"{HEAD}1,银行,,\n", "1 rows are not as they should be, the first 1,银行,0001-01-01,"),
    "no industry": (f"{HEAD}000001,,,\n", "the first 000001,,0001-01-01,"),
    "no day": (f"{HEAD}000001,银行,soon,\n", '"soon"'),
    "no such day": (f"{HEAD}000001,银行,2025-02-30,\n", "2025-02-30"),
    "a column less": (f"{HEAD}000001,银行\n", "Line: 2"),
    "ends before it begins": (
        f"{HEAD}000001,银行,2025-01-01,2024-01-01\n",
        "the first 000001,银行,2025-01-01,2024-01-01",
    ),
    "two at once": (f"{HEAD}000001,银行,,2025-01-01\n000001,保险,2025-01-01,\n", "the first 000001,保险,2025-01-01,"),
    "two without an end": (f"{HEAD}000001,银行,,\n000001,保险,2025-01-01,\n", "the first 000001,保险,2025-01-01,"),
}


@pytest.mark.parametrize(("text", "detail"), BAD.values(), ids=BAD)
def test_what_cannot_be_taken_is_refused_with_the_file_and_what_is_wrong(
    connection: Connection, tmp_path: Path, text: str, detail: str
) -> None:
    with pytest.raises(BadIndustries, match=r"industry\.csv: .*; it needs the first line") as told:
        industry.fill(connection, supplied(tmp_path, text), "run-1")
    assert detail in str(told.value)


def test_a_file_of_another_encoding_is_refused_by_name(connection: Connection, tmp_path: Path) -> None:
    path = tmp_path / "industry.csv"
    path.write_bytes(f"{HEAD}000001,银行,,\n".encode("gbk"))
    with pytest.raises(BadIndustries, match="it is not UTF-8"):
        industry.fill(connection, path, "run-1")


def test_quoted_columns_and_names_are_taken(connection: Connection, tmp_path: Path) -> None:
    text = '"code","industry","from","to"\r\n"000001","电子, 元件","",""\r\n'
    assert industry.fill(connection, supplied(tmp_path, text), "run-1") == 1
    assert connection.execute("select industry, valid_to from industry").fetchall() == [("电子, 元件", None)]


def test_heat_is_held_against_the_industry(connection: Connection, tmp_path: Path) -> None:
    codes = [f"{n:06}" for n in range(1, 7)]
    met = [
        one
        for n, (code, month) in enumerate(product(codes, range(1, 9)), 1)
        for one in meeting(n, date(2025, month, 5), HOUSES[: n % 3 + 1], security_code=code, org_id=code)
    ]
    load(connection, met, "run-1")
    text = HEAD + "".join(f"{code},银行,,\n" for code in codes[:5])
    industry.fill(connection, supplied(tmp_path, text), "run-1")
    derive(connection, "run-1")
    query = (
        "select industry, count(*), count(industry_mean), count(z_industry), count(z_board) "
        "from survey_heat group by all order by 1"
    )
    assert connection.execute(query).fetchall() == [("银行", 40, 35, 10, 15), (None, 8, 0, 0, 3)]
