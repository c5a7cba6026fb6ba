"""Commands that need no Prefect: parse files, ask the published file, look after the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import complete, settings, show, told
from flows.errors import NoPlace, NoRecord
from flows.progress import console
from flows.told import Told

if TYPE_CHECKING:
    from extractors.reading import Reading
    from warehouse.archive import Damage

REFUSED = 3


class Kind(StrEnum):
    """Rows that know from which place they were read."""

    question = "question"
    participant = "participant"
    host = "host"


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (parse, status, sql, search, show_record, verify, dictionary, probe):
        told.add(app, command, command.__name__.split("_")[0])


def parse(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True, help="文件 of any format")],
    out: Annotated[Path | None, typer.Option(file_okay=False, help="目录 write DIR/<stem>.json, print nothing")] = None,
    jobs: Annotated[int, typer.Option(min=0, help="进程 reader processes; 1 reads in this process; 0: JIYAO_JOBS")] = 0,
) -> Told:
    """Print what files say as JSON; a refused file is named on stderr with the reason, the others go on."""
    found = (_parsed(path, reading, out) for path, reading in zip(files, _readings(files, jobs), strict=True))
    return Told(facts=found, show=show.parsed, code=lambda one: REFUSED if one["error"] else 0)


def _readings(files: Sequence[Path], jobs: int) -> Iterator[Reading]:
    from flows import pool

    if jobs == 1:
        return map(pool.read_here, files)
    return pool.read_all(files, jobs or settings.load().jobs)


def _parsed(path: Path, reading: Reading, out: Path | None) -> dict[str, object]:
    from extractors.labelled import labelled
    from extractors.records import ActivityRecord, ParseFailure

    one: dict[str, object] = {"file": path, "error": None, "detail": None, "written": None, "record": None}
    if not any(isinstance(record, ActivityRecord) for record in reading.records):
        why = next(record for record in reading.records if isinstance(record, ParseFailure))
        return {**one, "error": why.error, "detail": why.detail}
    record = labelled(reading.records)
    if out is None:
        return {**one, "record": record}
    out.mkdir(parents=True, exist_ok=True)
    written = out / f"{path.stem}.json"
    written.write_text(told.document(record) + "\n", encoding="utf-8")
    return {**one, "written": written}


def status() -> Told:
    """Show on one screen how fresh and complete the published file is, what could not be read, and what it takes."""
    from flows import dashboard
    from flows import status as state

    return Told(facts=state.facts(settings.load()), show=dashboard.show, code=lambda found: int(not found["published"]))


def sql(query: Annotated[str, typer.Argument(help="one statement; the file is open for reading only")]) -> Told:
    """Ask the published file in SQL."""
    from warehouse import ask

    found = ask.sql(settings.load().published, query)
    return Told(facts=found.records, show=lambda _: show.answer(found))


def search(
    word: Annotated[str, typer.Argument(help="词 what questions or answers hold")],
    limit: Annotated[int, typer.Option(min=1, help="条数 at most so many")] = 20,
) -> Told:
    """Find questions and answers that hold a word, newest first."""
    from warehouse import ask

    found = ask.search(settings.load().published, word, limit)
    return Told(facts=found.records, show=lambda _: show.hits(found, word))


def show_record(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="record_id, announcement_id, or a SHA-256's beginning", autocompletion=complete.records
        ),
    ],
    *,
    page: Annotated[bool, typer.Option("--page", help="图 write pictures of the places it was read from")] = False,
    question: Annotated[int | None, typer.Option(min=1, help="with --page: 问 this one only")] = None,
    kind: Annotated[Kind, typer.Option(help="with --page: of which rows")] = Kind.question,
    out: Annotated[Path, typer.Option(file_okay=False, help="with --page: 目录 where to")] = Path(),
) -> Told:
    """Show one record: who came, who received them, when and where, questions and whole answers; or its pictures."""
    from flows import page as paper

    chosen = settings.load()
    found = paper.facts(chosen, identity)
    if found is None:
        raise NoRecord(identity=identity)
    if page:
        record = found["record"]
        written = _pictures((str(record["record_id"]), str(record["document_id"])), kind, question, out)
        return Told(facts={"pictures": written}, show=lambda _: typer.echo("\n".join(map(str, written))))
    return Told(facts=found, show=paper.show)


def _pictures(record: tuple[str, str], kind: Kind, question: int | None, out: Path) -> tuple[Path, ...]:
    from flows import picture

    rows = Kind.question if question else kind
    written = picture.cut(settings.load(), record, rows.value, question, out)
    if not written:
        raise NoPlace(record_id=record[0], asked=f"{rows.value} {question}" if question else f"{rows.value}s")
    return written


def verify() -> Told:
    """Check every archived file against its SHA-256, every line of the index, and the published file."""
    found = _found(settings.load())
    facts = {"is_whole": not found, "damage": found}
    return Told(facts=facts, show=lambda _: show.damage(found), code=lambda _: int(bool(found)))


def _found(own: settings.Settings) -> tuple[Damage, ...]:
    """The damage; the writer's file is left alone while a run writes it."""
    from warehouse.connection import lock
    from warehouse.errors import CannotWrite, WarehouseLocked
    from warehouse.verify import verify as look

    if own.building.exists():
        try:
            with lock(own.lock):
                return look(own.archive, own.building, own.published)
        except (WarehouseLocked, CannotWrite):
            console.print("the writer's file is not looked at: a run writes it, or it is not ours to write 未核对写库")
    return look(own.archive, own.published)


def dictionary() -> Told:
    """Print the data dictionary as Markdown."""
    from warehouse import ask

    path = settings.load().published
    return Told(facts=ask.described(path), show=lambda _: typer.echo(ask.dictionary(path)))


def probe(
    source: Annotated[
        str, typer.Option(help="来源 one source; all by default", autocompletion=complete.all_sources)
    ] = "",
) -> Told:
    """Ask each source a few fixed questions and tell, contract by contract, whether it holds; exit code 4 if not."""
    from flows import probe as probing

    return Told(
        facts=probing.probe(settings.load(), source),
        show=show.finding,
        code=lambda one: 0 if probing.is_good(one) else told.INCOMPLETE,
    )
