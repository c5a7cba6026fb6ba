"""The command line.

Exit codes: 0 done; 1 an error, said on stderr with what to do; 2 wrong usage; 3 some files were refused
(`parse`); 4 the run is incomplete: a day stayed open or a file was not fetched (`ingest`, `backfill`),
or a contract does not hold (`probe`). With `--json` stdout is one JSON document, and an error one on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from flows import after, complete, failures, local, settings, show, told
from flows.alerts import commands as alerting
from flows.progress import console
from flows.told import Told

if TYPE_CHECKING:
    from flows.parameters import Source
    from flows.run import Summary

app = typer.Typer(
    name="jiyao",
    help="纪要 Jiyao: every 投资者关系活动记录表 of the Shenzhen, Shanghai and Beijing exchanges, as tables in DuckDB.",
    epilog="Exit codes: 0 done, 1 error, 2 usage, 3 files refused (parse), 4 incomplete (ingest, backfill, probe ...).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
_DAY = ["%Y-%m-%d"]
_SOURCE = "来源 one source; all by default"
_SINCE = "首日 first day; default: a week before the last proved day"


def main() -> None:
    """Run the command line; errors of ours are one line on stderr and exit code 1."""
    try:
        app()
    except told.OURS as error:
        console.print(f"[red]{type(error).__name__}[/red]: ", end="")
        console.print(str(error), markup=False)
        sys.exit(1)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer hands it over so
    if wanted:
        typer.echo(f"jiyao {settings.version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="版本")] = False,  # noqa: FBT002
) -> None:
    pass


def ingest(
    source: Annotated[str, typer.Option(help=_SOURCE, autocompletion=complete.sources)] = "",
    since: Annotated[datetime | None, typer.Option(formats=_DAY, help=_SINCE)] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="末日 last day; default: tomorrow")] = None,
    replay: Annotated[Path | None, typer.Option(help="包 import an archive bundle; the network is not asked")] = None,
) -> Told:
    """List what is new, fetch, read, check and publish."""
    _prefect()
    from flows.ingest import ingest as flow

    named = _source(source)
    return ended(lambda: flow(named, _day(since), _day(until), str(replay) if replay else None))


def backfill(  # noqa: PLR0913, PLR0917 - options of a command
    since: Annotated[datetime, typer.Option(formats=_DAY, help="首日 first day")],
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="末日 last day; default: tomorrow")] = None,
    source: Annotated[str, typer.Option(help=_SOURCE, autocompletion=complete.sources)] = "",
    again: Annotated[bool, typer.Option(help="重列 list days that are proved too")] = False,  # noqa: FBT002 - an option
    limit: Annotated[int | None, typer.Option(min=1, help="上限 list at most so many days of sources")] = None,
    dry_run: Annotated[bool, typer.Option(help="预算 print requests and hours, ask nothing")] = False,  # noqa: FBT002
) -> Told:
    """List past days that are not proved, newest first, fetch, read, check and publish by month; can be cut off."""
    if dry_run:
        from flows import line, plan
        from flows.run import PLAIN
        from warehouse.connection import lock

        last, own = _day(until) or line.tomorrow(PLAIN), settings.load()
        wanted = line.Backfill(since=since.date(), until=last, source=source, again=again, limit=limit)
        with lock(own.lock):  # what is proved stands in the writer's file
            found = plan.costs(line.planned(own, wanted))
        facts = tuple({**asdict(one), "hours": round(one.hours, 1)} for one in found)
        return Told(facts=facts, show=show.costs)
    _prefect()
    from flows.backfill import backfill as flow

    named = _source(source)
    return ended(lambda: flow(since.date(), _day(until), named, again=again, limit=limit))


def one_company(
    code: Annotated[str, typer.Argument(help="代码 six digits")],
    since: Annotated[datetime | None, typer.Option(formats=_DAY, help="首日 first day; default: a year back")] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="末日 last day; default: tomorrow")] = None,
) -> Told:
    """List one company's announcements, fetch its files, read, check and publish."""
    _prefect()
    from flows.company import one_company as flow
    from flows.parameters import checked

    return ended(lambda: flow(checked(code), _day(since), _day(until)))


def refresh() -> Told:
    """List codes, names and companies anew, and a vendor's surveys; fetch a sample of files again."""
    _prefect()
    from flows.refresh import refresh as flow

    return ended(flow)


def rebuild() -> Told:
    """Make the warehouse anew from the archive, with no network."""
    _prefect()
    from flows.rebuild import rebuild as flow

    return ended(flow)


@app.command()
def serve() -> None:
    """Serve all flows with their schedules until stopped; starts a Prefect server where none is configured."""
    _prefect()
    from flows.serve import serve as run

    run(settings.load())


def _prefect() -> None:
    settings.prepare_prefect(settings.load())


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _source(name: str) -> Source:
    """A source as flows take it; raises UnknownSource."""
    from flows import line

    line.sources(name)
    return cast("Source", name or "all")


def ended(run: Callable[[], Summary]) -> Told:
    """What a run did; exit code 4 where it is incomplete."""
    return Told(
        facts=told.outcome(run), show=show.summary, code=lambda facts: 0 if facts.is_complete else told.INCOMPLETE
    )


for command in (ingest, backfill, one_company, refresh, rebuild):
    told.add(app, command, command.__name__.replace("_", "-"))
failures.add_to(app)
local.add_to(app)
after.add_to(app)
app.add_typer(alerting.app, name="alerts")
