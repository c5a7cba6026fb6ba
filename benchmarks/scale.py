"""The warehouse in its full size, on made data: loading, deriving, measuring, views, a day more, publishing."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import duckdb

from benchmarks import made
from benchmarks.clock import Figure, Taken, taken
from extractors.registers import topic
from warehouse import load as loading
from warehouse.connection import reader, transaction, writer
from warehouse.digest import digests
from warehouse.migrate import migrate
from warehouse.publish import publish

RECORDS = 200_000  # with 3.5 million rows of participants and 2.5 million of questions
_CHUNK = 500  # records loaded at once
_DAY = 100  # records of a day
_LIMITS = "set threads = 2; set memory_limit = '4GiB'"
_WRITING = "set threads = 2; set memory_limit = '3GiB'"  # the process holds some 0.6 GiB more than DuckDB counts
_ASKED = {  # what an analyst writes as a literal: DuckDB takes a variable as one
    "lately": "select max(available_at) - interval 30 day from derived.record",
    "day": "select max(disclosed_on) - 30 from derived.record",
    "month": "select month_of(max(available_at)) from derived.record",
    "house": "select institution_key from derived.visit group by 1 order by count(*) desc, 1 limit 1 offset 20",
    "record": "select min(record_id) from activity_record",
    "past": "select max(available_at) - interval 1 year from derived.record",
}
_COMPANY = "company_id = 'org000123'"
_LATELY = "available_at >= getvariable('lately')"
_HOUSE = "institution_key = getvariable('house')"
_MOST = "group by all order by n desc limit 20"
_QUERIES = {  # one company, one house, the market's last 30 days, quarter or year
    "activity_flat": f"from activity_flat where {_LATELY}",
    "answer_quality": f"select company_id, avg(novelty) from answer_quality where {_LATELY} group by all",  # noqa: S608
    "co_attendance": f"select other_name, meetings from co_attendance where {_HOUSE} order by meetings desc limit 20",  # noqa: S608
    "company_timeline": f"from company_timeline where {_COMPANY}",
    "completeness": "from completeness where day >= getvariable('day') - 335",
    "completeness_by_exchange": "from completeness_by_exchange where day >= getvariable('day')",
    "disclosure_lag": "select exchange, avg(lag_trading_days), count(*) filter (is_late) from disclosure_lag group by all",  # noqa: E501
    "figure_in_context": f"from figure_in_context where compared = 'yoy' and {_COMPANY}",
    "fill_rate": "from fill_rate",
    "host_seniority": f"from host_seniority where {_LATELY}",
    "institution_proposal": "from institution_proposal order by participants desc limit 20",
    "institution_topic_month": "select institution_name, sum(meetings) as n from institution_topic_month where topic = "  # noqa: S608
    f"'overseas' and month > getvariable('month') - interval 3 month {_MOST}",
    "institution_visit": f"select company_id, count(*) as n from institution_visit where is_first_visit and {_LATELY} "  # noqa: S608
    f"{_MOST}",
    "lineage": "from lineage where record_id = getvariable('record')",
    "person_visit": f"select person, count(*) as n from person_visit where {_HOUSE} {_MOST}",  # noqa: S608
    "qa": f"from qa where {_COMPANY} order by available_at desc limit 50",
    "reconciliation": "from reconciliation where start_on >= getvariable('day')",
    "record_overview": "from record_overview order by available_at desc limit 50",
    "record_source": f"from record_source where {_LATELY}",
    "repeated_question": f"from repeated_question where {_COMPANY}",
    "research_panel": "from research_panel where month > getvariable('month') - interval 12 month",
    "research_panel_quarter": "from research_panel_quarter",
    "survey_heat": "from survey_heat where month = getvariable('month') order by z_own desc limit 20",
    "topic_month": "from topic_month where topic = 'overseas' order by month desc, questions desc limit 20",
    "visit": f"select institution_name, count(distinct activity_id) as n from visit where {_LATELY} {_MOST}",  # noqa: S608
    "search_qa": "from search_qa('海外市场第13项') limit 50",
}
_THEN = {  # the same as it was known a year before the last record: one company, one house, the last months then
    "activity_flat": _COMPANY,
    "answer_quality": _COMPANY,
    "co_attendance": _HOUSE,
    "company_timeline": _COMPANY,
    "disclosure_lag": _COMPANY,
    "figure_in_context": _COMPANY,
    "host_seniority": _COMPANY,
    "institution_topic_month": f"{_HOUSE} and topic = 'overseas'",
    "institution_visit": _COMPANY,
    "person_visit": _COMPANY,
    "qa": _COMPANY,
    "record_overview": _COMPANY,
    "repeated_question": _COMPANY,
    "research_panel": _COMPANY,
    "research_panel_quarter": _COMPANY,
    "survey_heat": "month > getvariable('month') - interval 15 month",
    "topic_month": _COMPANY,
    "visit": _COMPANY,
}
_QUERIES |= {
    f"{name}_{macro}": f"from {name}_{macro}(getvariable('past')) where {wanted}"
    for name, wanted in _THEN.items()
    for macro in ("as_of", "as_seen")
}


def loaded(connection: duckdb.DuckDBPyConnection, first: int, count: int) -> Iterator[tuple[int, Taken]]:
    """Load made records a chunk at a time; yields the rows of each chunk and what their loading took."""
    for start in range(first, first + count, _CHUNK):
        numbers = range(start, min(start + _CHUNK, first + count))
        records = [record for n in numbers for record in (*made.listing(n), *made.parsed(n))]
        ids = [made.document_id(n) for n in numbers]
        yield len(records), taken(partial(_replace, connection, ids, records))


def load_all(building: Path, beside: Path, count: int) -> tuple[list[tuple[int, Taken]], float]:
    """Load so many records; returns the rows and time of each chunk, and how the last tenth grew.

    That tenth is loaded into a new file beside as well, chunk by chunk: a machine's speed changes within minutes.
    """
    tenth = min(count, max(_CHUNK, count // 10))
    with _new(building) as connection, _new(beside) as other:
        first = list(_told(loaded(connection, 0, count - tenth), count))
        both = zip(*(loaded(one, count - tenth, tenth) for one in (connection, other)), strict=True)
        pairs = list(both)
    last = [mine for mine, _ in pairs]
    _tell(f"{count} records loaded", Taken(sum(took.cpu for _, took in [*first, *last]), 0.0))
    return [*first, *last], growth(last, [its for _, its in pairs])


def growth(last: list[tuple[int, Taken]], new: list[tuple[int, Taken]]) -> float:
    """How much longer the same rows took at the end of a full file than in a new one."""
    return sum(took.cpu for _, took in last) / sum(took.cpu for _, took in new)


def views(path: Path) -> dict[str, Taken]:
    """What a typical query of each shipped view, and of the search, takes."""
    with reader(path) as connection:
        connection.execute(_LIMITS)
        for name, text in _ASKED.items():
            connection.execute(f"set variable {name} = ({text})")
        return {name: _tell(name, taken(partial(_all, connection, text))) for name, text in _QUERIES.items()}


def figures(folder: Path, count: int) -> list[Figure]:
    """All figures of a warehouse of so many records."""
    building, target = folder / "building.duckdb", folder / "published.duckdb"
    chunks, grown = load_all(building, folder / "beside.duckdb", count)
    rows, cpu = sum(found for found, _ in chunks), sum(took.cpu for _, took in chunks)
    whole = _tell("derive and measure all", taken(lambda: _derive(building)))
    published = _tell("publish, with digests", taken(lambda: _publish(building, target)))
    asked = views(target)
    slowest = max(asked, key=lambda name: asked[name].cpu)
    day = _tell("a day more", taken(lambda: _day(building, target, count)))
    return [
        Figure(f"rows loaded, of {count} records", rows, "rows"),
        Figure("load", rows / cpu, "rows/s CPU", 20_000, most=False),
        Figure("last tenth of the load against the same in a new file", grown, "times", 1.3),
        Figure("derive and measure all", whole.cpu, "s CPU"),
        Figure("publish, with digests", published.cpu, "s CPU", 60),
        Figure(f"slowest view: {slowest}", asked[slowest].cpu, "s CPU", 1),
        *(Figure(f"view {name}", took.cpu, "s CPU") for name, took in asked.items()),
        Figure(f"a day of {_DAY} new records, loaded, derived, published", day.cpu, "s CPU", 60),
        Figure("memory at most", _memory(), "MB", 4096),
    ]


@contextmanager
def _new(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse that holds the registers alone."""
    with writer(path) as connection:
        migrate(connection)
        connection.execute(_WRITING)
        with transaction(connection):
            loading.load(connection, (*made.register(), *topic.topics()), "first")
        yield connection


def _told(chunks: Iterator[tuple[int, Taken]], count: int) -> Iterator[tuple[int, Taken]]:
    """The same chunks; each tenth of the load is told when it is in."""
    tenth, rows, cpu = max(1, count // _CHUNK // 10), 0, 0.0
    for number, (found, took) in enumerate(chunks, 1):
        rows, cpu = rows + found, cpu + took.cpu
        if number % tenth == 0:
            _tell(f"{number * _CHUNK} records loaded, these with {rows / cpu:.0f} rows/s CPU", Taken(cpu, took.wall))
            rows, cpu = 0, 0.0
        yield found, took


def _tell(name: str, took: Taken) -> Taken:
    """The same, told on stderr at once: a run that breaks off has not lost what it measured."""
    sys.stderr.write(f"{took.cpu:9.2f} s CPU {_memory():6.0f} MB  {name}\n")
    sys.stderr.flush()
    return took


def _memory() -> float:
    """Megabytes that the process held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _replace(connection: duckdb.DuckDBPyConnection, ids: list[str], records: list[object]) -> None:
    with transaction(connection):
        loading.replace_parsed(connection, ids, records, run_id="first", version="made")


def _all(connection: duckdb.DuckDBPyConnection, text: str) -> list[tuple[object, ...]]:
    return connection.execute(text).fetchall()


def _derive(building: Path) -> None:
    with writer(building) as connection, transaction(connection):
        connection.execute(_WRITING)
        loading.derive(connection, "derived")


def _publish(building: Path, target: Path) -> None:
    with writer(building) as connection:
        connection.execute(_WRITING)
        digests(connection)
    publish(building, target)


def _day(building: Path, target: Path, count: int) -> None:
    with writer(building) as connection:
        connection.execute(_WRITING)
        for _ in loaded(connection, count, _DAY):
            pass
    _derive(building)
    _publish(building, target)
