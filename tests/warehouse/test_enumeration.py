"""Names of codes: every value that a comment enumerates has its names, and the vendors' fields have their columns."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.test_schema import comment, words
from warehouse.migrate import scripts

ROOT = Path(__file__).resolve().parents[2]
Connection = duckdb.DuckDBPyConnection
LISTED = (
    "announcement.exchange", "announcement.kind", "security.board", "listing_day.grade", "document.media_type",
    "host.rank", "institution.type", "institution_name.rule", "region.kind", "leftover.kind", "parse_failure.stage", "run.kind", "run.outcome",
    "figure.approximation", "figure.compared", "figure.change",
)  # fmt: skip
TOLD = {"host.rank", "leftover.kind", "run.outcome", "region.kind"}  # their comments tell more than a list


def codes(connection: Connection, name: str) -> set[str]:
    found = connection.execute("select code from enumeration where enumeration = ?", [name]).fetchall()
    return {code for (code,) in found}


def test_codes_of_every_enumeration_are_checked(connection: Connection) -> None:
    found = connection.execute("select distinct enumeration from enumeration").fetchall()
    checked = dict(scripts("checks"))["fail_code_unknown"]
    assert set(re.findall(r"'(\w+\.\w+)'", checked)) == {name for (name,) in found}


def test_every_enumeration_is_of_a_column(connection: Connection) -> None:
    found = connection.execute("select distinct enumeration from enumeration").fetchall()
    assert {name for (name,) in found} == set(LISTED)


@pytest.mark.parametrize("name", LISTED)
def test_every_value_of_a_comment_has_its_names(connection: Connection, name: str) -> None:
    text = comment(connection, *name.split("."))
    own = codes(connection, name)
    if name in TOLD:
        assert [code for code in own if not re.search(rf"\b{code}\b", text)] == []
    else:
        assert words(text) == own


def test_ranks_are_ordered_as_they_are_found(connection: Connection) -> None:
    told = comment(connection, "host", "rank").rpartition(": ")[2]
    rows = connection.execute(
        "select code from enumeration where enumeration = 'host.rank' order by ordinal"
    ).fetchall()
    assert [code for (code,) in rows] == [word for word in re.findall(r"\w+", told) if word != "or"]


def test_every_column_that_the_vendors_page_names_exists(connection: Connection) -> None:
    named = set(re.findall(r"`(\w+\.\w+)`", (ROOT / "docs/vendor_fields.md").read_text("utf-8")))
    found = connection.execute("select table_name || '.' || column_name from duckdb_columns()").fetchall()
    assert len(named) > 40
    assert named - {name for (name,) in found} == set()


def test_every_vendors_field_has_a_line(shared: Path) -> None:
    page = (ROOT / "docs/vendor_fields.md").read_text("utf-8")
    api = (shared / "contracts/API.md").read_text("utf-8")
    eastmoney = re.findall(r"`([A-Z_]{3,})`", api[api.index("Fields **[2+]**") : api.index("Attachment: `https://pdf")])
    schemas = (shared / "reference/vendor_schemas.md").read_text("utf-8")
    gildata = re.search(r"`LC_InvestorRa` \(2012-\): (.*?)\.\n", schemas)
    assert gildata
    names = [*eastmoney, *re.findall(r"\b[A-Z][A-Za-z]{3,}\b", re.sub(r"\(.*?\)", "", gildata[1]))]
    assert len(names) > 30
    assert [name for name in names if not re.search(rf"\b{name}\b", page)] == []
