"""How runs end: each state by its rule, with its account, its alerts and its row in `run`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State

from flows import settings as own_settings
from flows.ending import WITH_WARNINGS
from flows.errors import NothingProved, UnknownCompany
from flows.ingest import ingest
from flows.run import Summary
from flows.settings import Settings
from tests.exchange.server import Answer, Asked, Exchange, path_of, row
from tests.factory.text_record import text_record
from tests.flows.conftest import Receiver
from warehouse import ask
from warehouse.connection import reader, writer
from warehouse.errors import ChecksFailed

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)
DAYS = {"since": FIRST, "until": LAST}


@pytest.fixture
def own(
    server: str, settings: Settings, exchange: Exchange, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """A home of its own and a receiver of alerts; one row is listed, with its file."""
    listed = row(1, "2026-03-03")
    exchange.rows = [listed]
    exchange.files = {path_of(listed): text_record(listed["secCode"], listed["secName"])}
    monkeypatch.setenv("JIYAO_HOME", str(settings.home))
    monkeypatch.setenv("JIYAO_HOST_MAP", exchange.host_map_text)
    monkeypatch.setenv("JIYAO_JOBS", "1")
    monkeypatch.setenv("JIYAO_ALERT_URL", receiver.address.replace("http://", "json://"))
    monkeypatch.setenv("JIYAO_STALE_DAYS", "100000")
    return own_settings.load()


def broken(where: Callable[[Asked], bool]) -> Callable[[Asked, int, Answer], Answer]:
    """Answers that keep no contract, where told."""
    return lambda asked, before, honest: Answer(b"{}") if where(asked) else honest


def is_beijings_tab(asked: Asked) -> bool:
    return asked.fields.get("plate") == "bj" and asked.fields.get("tabName") == "relation"


def is_bse(asked: Asked) -> bool:
    return "bse" in asked.headers.get("referer", "")


def run(**more: object) -> State[Summary]:
    """The state of a run."""
    state: State[Summary] = ingest(**DAYS, **more, return_state=True)  # type: ignore[call-overload]
    return state


def outcome(path: Path) -> tuple[object, ...]:
    with reader(path) as connection:
        found = connection.execute("select outcome, open, findings from run order by run_id desc limit 1").fetchone()
    assert found is not None
    return tuple(found)


def test_a_run_that_proved_all_is_completed(own: Settings, receiver: Receiver) -> None:
    state = run()
    assert (state.type.value, state.name) == ("COMPLETED", "Completed")
    assert (*outcome(own.published)[:2], receiver.got) == ("complete", 0, [])


def test_a_partition_that_stayed_open_is_a_warning(own: Settings, exchange: Exchange, receiver: Receiver) -> None:
    exchange.faults.append(broken(is_beijings_tab))
    state = run()
    assert (state.type.value, state.name) == ("COMPLETED", WITH_WARNINGS)
    assert "1 open" in str(state.message)
    assert outcome(own.published)[:2] == ("incomplete", 3)  # three days of one partition
    assert [one["title"] for one in receiver.got] == ["纪要 Jiyao 数据漂移 drift: 1"]
    assert "cninfo/bj: ContractBroken" in receiver.got[0]["message"]


def test_a_file_that_was_not_fetched_is_a_warning(own: Settings, exchange: Exchange) -> None:
    exchange.files.clear()
    state = run(source="cninfo")
    assert (state.type.value, state.name) == ("COMPLETED", WITH_WARNINGS)
    done = ingest(**DAYS, source="cninfo")
    assert (done.listed, done.fetched, done.outcome) == (1, 0, "incomplete"), "who calls a flow gets its summary"


def test_a_source_that_proved_nothing_fails_the_run_and_the_rest_is_published(
    own: Settings, exchange: Exchange, receiver: Receiver
) -> None:
    exchange.faults.append(broken(is_bse))
    state = run()
    assert (state.type.value, state.name) == ("FAILED", "Failed")
    assert str(state.message).startswith("nothing of bse was proved: ")
    with pytest.raises(NothingProved) as failed:
        ingest(**DAYS)
    assert failed.value.sources == ("bse",)
    assert outcome(own.published)[0] == "unproved"
    assert ask.sql(own.published, "select count(*) from activity_record").rows == ((1,),)
    titles = [one["title"] for one in receiver.got]
    assert len([title for title in titles if "run failed" in title]) == 2
    assert "jiyao probe" in receiver.got[-1]["message"]


def test_a_source_that_was_proved_before_still_fails_when_nothing_is_proved_now(
    own: Settings, exchange: Exchange
) -> None:
    assert run().name == "Completed"
    exchange.faults.append(broken(is_bse))
    assert run().name == "Failed"


def test_checks_that_find_rows_fail_the_run_and_nothing_is_published(own: Settings, receiver: Receiver) -> None:
    assert run().name == "Completed"
    before = own.published.read_bytes()
    with writer(own.building) as connection:
        connection.execute(
            "insert into listing_day (source, partition, day, grade, listed, walked_at, changed_in_run) "
            "values ('cninfo', 'szse', '2020-01-02', 'counted', 3, now(), 'x')"
        )
    state = run()
    assert (state.type.value, "fail_day_not_counted" in str(state.message)) == ("FAILED", True)
    with pytest.raises(ChecksFailed):
        ingest(**DAYS)
    assert own.published.read_bytes() == before
    refused = outcome(own.building)
    assert (refused[0], "fail_day_not_counted" in str(refused[2])) == ("refused", True)
    assert [one["title"].split(":")[0] for one in receiver.got] == ["纪要 Jiyao 运行失败 run failed"] * 2
    assert all(one["type"] == "failure" for one in receiver.got)


def test_an_alert_that_is_not_taken_is_said_and_changes_nothing(
    own: Settings, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JIYAO_STALE_DAYS", "1")
    receiver.status = 500
    assert run().name == "Completed"
    assert "an alert was not taken 告警未送达" in capsys.readouterr().err
    monkeypatch.setenv("JIYAO_ALERT_URL", "nonsense")
    assert run().name == "Completed"
    assert "JIYAO_ALERT_URL takes apprise URLs" in capsys.readouterr().err


def test_days_that_are_long_past_are_stale(own: Settings, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_STALE_DAYS", "3")
    assert run().name == "Completed"
    assert [one["title"] for one in receiver.got] == ["纪要 Jiyao 数据过期 stale: BSE, SSE, SZSE"]
    assert "SZSE: 2026-03-04 之后" in receiver.got[0]["message"]


def test_fields_that_come_or_go_are_drift(own: Settings, exchange: Exchange, receiver: Receiver) -> None:
    assert (run(source="cninfo").name, receiver.got) == ("Completed", [])
    exchange.rows[0]["answerCount"] = 3
    del exchange.rows[0]["batchNum"]
    assert run(source="cninfo").name == "Completed"
    assert receiver.got[0]["message"].splitlines()[:2] == [
        "cninfo: 字段新增 new field answerCount", "cninfo: 字段缺失 missing field batchNum",
    ]  # fmt: skip


def _artifacts(state: State[Summary]) -> list[str]:
    run_id = state.state_details.flow_run_id
    with get_client(sync_client=True) as client:
        return [str(one.data) for one in client.read_artifacts() if one.flow_run_id == run_id]


def test_the_report_is_written_beside_the_published_file_and_linked(own: Settings) -> None:
    texts = _artifacts(run())
    assert row(1, "2026-03-03")["secCode"] in own.report.read_text("utf-8")
    assert any(f"[Report 报告]({own.report.absolute().as_uri()})" in text for text in texts)


def test_a_report_that_cannot_be_written_is_told_and_the_run_stands(
    own: Settings, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    own.report.mkdir(parents=True)
    state = run()
    assert (state.name, own.published.exists()) == ("Completed", True)
    assert "report 报告 not written 未写出: " in capsys.readouterr().err
    assert [("未写出" in one["message"]) for one in receiver.got] == [True]
    assert not [text for text in _artifacts(state) if "[Report" in text]


def test_an_error_of_ours_is_the_state_without_a_traceback(
    own: Settings, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    from flows.company import one_company

    state: State[Summary] = one_company("999999", return_state=True)
    assert state.name == "Completed", "any code may be meant while no list of codes is loaded"
    with writer(own.building) as connection:
        connection.execute(
            "insert into listed_security values ('000001', 'SZSE', '平安银行', '000001', 'main', 'o', 'A股', now(), now(), 'x')"
        )
    with pytest.raises(UnknownCompany, match="999998"):
        one_company("999998")
    assert "Traceback" not in caplog.text
    assert "UnknownCompany" in json.dumps(receiver.got, ensure_ascii=False)
