"""The flows in Prefect, over real sockets: the 209 real records, and the deployments that prefect.yaml names."""

from __future__ import annotations

import csv
import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId, TaskRunFilter, TaskRunFilterName

from extractors.sources import SOURCES
from flows.deployment import DEPLOYMENTS, ZONE, Deployment
from flows.ingest import ingest
from flows.parameters import Source
from flows.rebuild import rebuild
from flows.run import Summary
from tests.exchange.server import Exchange, path_of, row, serving
from warehouse import ask
from warehouse.connection import reader
from warehouse.digest import digests

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def real(shared: Path, server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Summary, Exchange]]:
    """The real records, offered by the local exchange and ingested by the flow."""
    exchange = Exchange()
    with (shared / "corpus/index.csv").open(encoding="utf-8") as lines:
        for key, entry in enumerate(csv.DictReader(lines)):
            listed = row(key, "2026-03-03", secCode=entry["security_code"], announcementTitle=entry["title"])
            exchange.rows.append(listed)
            exchange.files[path_of(listed)] = (shared / "corpus/records" / f"{entry['id']}.pdf").read_bytes()
    with serving(exchange), pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIYAO_HOME", str(tmp_path_factory.mktemp("real")))
        patch.setenv("JIYAO_HOST_MAP", exchange.host_map_text)
        yield ingest(since="2026-03-02", until="2026-03-04"), exchange


def tables(published: str) -> dict[str, str]:
    with reader(Path(published)) as connection:
        return digests(connection)


def one(summary: Summary, query: str) -> tuple[object, ...]:
    return ask.sql(Path(summary.published), query).rows[0]


def test_each_real_file_ends_as_a_record_or_with_a_reason(real: tuple[Summary, Exchange]) -> None:
    summary, exchange = real
    assert (summary.listed, summary.fetched, summary.parsed + summary.refused) == (209, 209, 209)
    assert summary.parsed >= 205
    assert set(exchange.downloads().values()) == {1}
    query = (
        "select count(*) from document anti join (select document_id from activity_record "
        "union select document_id from parse_failure) using (document_id)"
    )
    assert one(summary, query) == (0,)


def test_real_records_have_their_parts(real: tuple[Summary, Exchange]) -> None:
    summary, _ = real
    query = """
        select
          count(*) filter (where record_id in (select record_id from activity_category)),
          count(*) filter (where record_id in (select record_id from activity_session)),
          count(*) filter (where participants_note is not null or participants_in_attachment
            or record_id in (select record_id from participant)),
          count(*) filter (where record_id in (select record_id from host)),
          count(*) filter (where record_id in (select record_id from question))
        from activity_record
    """
    categories, sessions, participants, hosts, questions = map(int, map(str, one(summary, query)))
    assert min(categories, sessions, participants, hosts) >= 205
    assert questions >= 205


def test_every_question_of_a_real_record_has_its_page(real: tuple[Summary, Exchange]) -> None:
    summary, _ = real
    assert one(summary, "select count(*) from qa where page is null") == (0,)


def test_rebuilding_the_real_records_gives_the_same_tables(real: tuple[Summary, Exchange]) -> None:
    summary, _ = real
    before = tables(summary.published)
    assert (rebuild().parsed, tables(summary.published)) == (summary.parsed, before)


def test_a_run_keeps_nothing_in_prefect_but_its_states(real: tuple[Summary, Exchange]) -> None:
    with get_client(sync_client=True) as client:
        fetched = client.read_task_runs(task_run_filter=TaskRunFilter(name=TaskRunFilterName(any_=["fetch 209 files"])))
        own = FlowRunFilter(id=FlowRunFilterId(any_=[fetched[0].flow_run_id]))
        runs = client.read_task_runs(flow_run_filter=own)
    assert 5 <= len(runs) <= 20
    assert {"list cninfo 2026-03-02..2026-03-04", "fetch 209 files", "read 100 documents", "read 9 documents"} <= {
        one.name for one in runs
    }
    assert {run.state_name for run in runs} == {"Completed"}


def test_the_deployments_of_prefect_yaml_are_those_that_are_served() -> None:
    written = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
    assert [
        (one["name"], one["entrypoint"], one["description"], tuple(one["tags"]), one["parameters"],
         tuple(schedule["cron"] for schedule in one["schedules"]))
        for one in written
    ] == [
        (one.name, one.entrypoint, one.description, one.tags, dict(one.parameters), one.crons) for one in DEPLOYMENTS
    ]  # fmt: skip
    assert {schedule["timezone"] for one in written for schedule in one["schedules"]} == {ZONE}
    assert {one["concurrency_limit"]["limit"] for one in written} == {1}


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=[one.name for one in DEPLOYMENTS])
def test_parameters_are_typed_and_described_in_both_languages(deployment: Deployment) -> None:
    """What Prefect's form shows; an optional value or a choice is typed by its parts."""
    for name, schema in json.loads(deployment.flow.parameters.model_dump_json())["properties"].items():
        assert re.search(r"[\u4e00-\u9fff].*[a-z]{3}", schema["description"]), name
        assert schema.get("type") or schema.get("anyOf"), name
    assert re.search(r"[\u4e00-\u9fff].*[a-z]{3}", deployment.description)
    assert re.search(r"[\u4e00-\u9fff].*[a-z]{3}", deployment.flow.description or "")


def test_the_sources_of_the_forms_are_those_that_there_are() -> None:
    assert typing.get_args(Source) == ("all", *SOURCES)
