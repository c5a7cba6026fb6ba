"""What did not succeed: told by reason with what to do, tried again, and what changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from typer.testing import CliRunner, Result

from flows import again, cli, failures, line
from flows.run import PLAIN
from flows.settings import Settings
from tests.exchange import faults
from tests.exchange.bse import FLAT, GROUPED
from tests.exchange.server import Answer, Exchange, path_of, row
from tests.factory.text_record import text_record
from warehouse import ask

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)
Run = Callable[..., Result]


def broken(exchange: Exchange, settings: Settings) -> None:
    """A run in which one file is a challenge page, one is refused by its host, and a source breaks its contract."""
    for key in range(3):
        listed = row(key, "2026-03-03")
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], listed["secName"])
    exchange.files[path_of(exchange.rows[0])] = faults.CHALLENGE
    del exchange.files[path_of(exchange.rows[1])]
    exchange.faults.append(lambda asked, _, honest: Answer(b"{}") if asked.place in (FLAT, GROUPED) else honest)
    line.ingest(PLAIN, settings, "", FIRST, LAST)


def cured(exchange: Exchange) -> None:
    exchange.faults.clear()
    for listed in exchange.rows:
        exchange.files[path_of(listed)] = text_record(listed["secCode"], listed["secName"])


def counts(settings: Settings) -> dict[tuple[str, str], int]:
    return {(one.kind, one.reason): one.count for one in failures.facts(settings)}


def test_failures_are_told_by_kind_and_reason_with_what_to_do(settings: Settings, exchange: Exchange) -> None:
    broken(exchange, settings)
    found = counts(settings)
    assert found.pop(("document", "NotADocument")) == 1
    assert found.pop(("file", "BadStatus")) == 1
    assert {kind for kind, _ in found} == {"day"}
    by_reason = {one.reason: one for one in failures.facts(settings)}
    assert "--retry" in by_reason["NotADocument"].todo
    assert "404" in by_reason["BadStatus"].rows[0]["detail"]
    assert failures.facts(settings, "BadStatus") == (by_reason["BadStatus"],)
    assert {one.kind for one in failures.facts(settings, "day")} == {"day"}


def test_what_is_tried_again_is_cured_and_the_change_is_told(settings: Settings, exchange: Exchange) -> None:
    broken(exchange, settings)
    before = failures.facts(settings)
    cured(exchange)
    done = again.retry(PLAIN, settings)
    assert (done.open_reasons, done.fetched, done.parsed, done.kind) == ([], 2, 2, "retry")
    assert counts(settings) == {}
    assert {(one["before"], one["after"]) for one in failures.changes(before, ())} == {(one.count, 0) for one in before}
    assert ask.sql(settings.published, "select count(*) from record_overview").rows == ((3,),)
    more = again.retry(PLAIN, settings)
    assert (more.is_news, more.listed) == (False, 0)


def test_only_the_reason_that_is_named_is_tried_again(settings: Settings, exchange: Exchange) -> None:
    broken(exchange, settings)
    asked = len(exchange.asked)
    cured(exchange)
    done = again.retry(PLAIN, settings, "NotADocument")
    assert {kind for kind, _ in counts(settings)} == {"day"}
    assert {one.method for one in exchange.asked[asked:]} == {"GET"}
    assert done.fetched == 2, "files that no answer has brought are always fetched"


def test_a_retry_that_cures_nothing_is_incomplete(settings: Settings, exchange: Exchange) -> None:
    broken(exchange, settings)
    before = counts(settings)
    done = again.retry(PLAIN, settings)
    assert (done.is_complete, counts(settings)) == (False, before)


@pytest.fixture
def run(settings: Settings, exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a home with failures."""
    broken(exchange, settings)
    monkeypatch.setenv("JIYAO_HOME", str(settings.home))
    monkeypatch.setenv("JIYAO_HOST_MAP", exchange.host_map_text)
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(cli.app, ["failures", *arguments])


def test_the_command_lists_and_filters(run: Run) -> None:
    shown, given = run(), run("--json", "--reason", "document")
    assert (shown.exit_code, given.exit_code) == (0, 0)
    assert [word for word in ("NotADocument", "BadStatus", "404", "bse", "--retry") if word not in shown.stdout] == []
    assert [(one["reason"], one["count"]) for one in json.loads(given.stdout)] == [("NotADocument", 1)]
    assert "nothing failed" in run("--reason", "Nobody").stdout
