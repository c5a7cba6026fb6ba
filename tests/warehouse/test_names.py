"""Printed names: which are asked about, what is forgotten, and that resolutions follow the register and mergers."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from extractors.institutions import Institution, InstitutionName
from extractors.records import ActivityRecord, ActivitySession, Participant
from tests.factory.rows import make
from warehouse.load import derive, load
from warehouse.names import names_to_resolve

Connection = duckdb.DuckDBPyConnection


def came(connection: Connection, *names: str) -> None:
    load(connection, [make(Participant, ordinal=n, institution=name) for n, name in enumerate(names, 1)], "run-1")


def test_each_new_name_is_asked_about_once(connection: Connection) -> None:
    came(connection, "乙", "甲", "乙")
    assert names_to_resolve(connection, "hash") == ("乙", "甲")
    load(connection, [make(InstitutionName, printed="乙", institution_id=None, rule="unresolved")], "run-1")
    assert names_to_resolve(connection, "hash") == ("甲",)


def test_another_register_is_asked_about_all(connection: Connection) -> None:
    came(connection, "甲")
    names_to_resolve(connection, "hash")
    load(connection, [make(InstitutionName, printed="甲")], "run-1")
    assert names_to_resolve(connection, "hash") == ()
    assert names_to_resolve(connection, "other") == ("甲",)


def test_a_name_that_is_printed_no_more_is_forgotten(connection: Connection) -> None:
    load(connection, [make(InstitutionName, printed="甲")], "run-1")
    assert names_to_resolve(connection, "hash") == ()
    assert connection.execute("select printed from institution_name").fetchall() == []


@pytest.mark.parametrize(
    ("met", "expected"), [(date(2025, 4, 30), "old"), (date(2025, 5, 1), "new"), (date(2014, 1, 1), "old")]
)
def test_a_merger_is_followed_from_its_day_on(connection: Connection, met: date, expected: str) -> None:
    load(connection, [
        make(ActivityRecord), make(ActivitySession, start_on=met, end_on=met), make(Participant, institution="旧"),
        make(Institution, institution_id="old", name="old", short_name="旧", valid_to=date(2025, 4, 30), successor_id="new"),
        make(Institution, institution_id="new", name="new", short_name="新"),
        make(InstitutionName, printed="旧", institution_id="old"),
    ], "run-1")  # fmt: skip
    derive(connection, "run-1")
    assert connection.execute("select institution_id from participant").fetchall() == [(expected,)]


def test_a_proposal_merges_nothing(connection: Connection) -> None:
    came(connection, "虚构证券研究")
    load(connection, [
        make(Institution, institution_id="a", name="a", short_name="虚构证券"),
        make(InstitutionName, printed="虚构证券研究", institution_id=None, rule="unresolved", alias=None),
    ], "run-1")  # fmt: skip
    connection.execute(
        "insert into institution_alias values ('虚构证券', 'a', 'short name of the register', null, 'run-1')"
    )
    derive(connection, "run-1")
    found = connection.execute("select printed, institution_id, reason from institution_proposal").fetchall()
    assert found == [("虚构证券研究", "a", "begins with the name")]
    assert connection.execute("select institution_id from participant").fetchall() == [(None,)]
