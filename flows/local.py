"""Commands that need no Prefect: parse files, ask the published file, look after the archive."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import settings, show
from flows.progress import console

if TYPE_CHECKING:
    from extractors.reading import Reading
    from warehouse.archive import Damage

REFUSED, INCOMPLETE = 3, 4


class Kind(StrEnum):
    """Rows that know from which place they were read."""

    question = "question"
    participant = "participant"
    host = "host"


_STATUS = (
    ("loaded", "内容 contents"),
    ("status", "进度 progress"),
    ("failures", "未读 refused"),
    ("runs", "运行 runs"),
)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (parse, status, sql, search, show_record, verify, dictionary, probe):
        app.command(name=command.__name__.split("_")[0])(command)


def parse(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True, help="文件 of any format")],
    out: Annotated[Path | None, typer.Option(file_okay=False, help="目录 write DIR/<stem>.json, print nothing")] = None,
    jobs: Annotated[int, typer.Option(min=0, help="进程 reader processes; 1 reads in this process; 0: JIYAO_JOBS")] = 0,
) -> None:
    """Print what files say as JSON; a refused file is named on stderr with the reason, the others go on."""
    from extractors.labelled import labelled
    from extractors.records import ActivityRecord, ParseFailure

    refused = False
    for path, reading in zip(files, _readings(files, jobs), strict=True):
        if not any(isinstance(record, ActivityRecord) for record in reading.records):
            refused = True
            why = next(record for record in reading.records if isinstance(record, ParseFailure))
            typer.echo(f"{path}: {why.error}: {why.detail}", err=True)
            continue
        text = json.dumps(labelled(reading.records), ensure_ascii=False, indent=2)
        if out is None:
            typer.echo(text)
        else:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")
    if refused:
        raise typer.Exit(REFUSED)


def _readings(files: Sequence[Path], jobs: int) -> Iterator[Reading]:
    from flows import pool

    if jobs == 1:
        return map(pool.read_here, files)
    return pool.read_all(files, jobs or settings.load().jobs)


def status() -> None:
    """Show how fresh and complete the published file is, and what could not be read."""
    from warehouse import ask

    path = settings.load().published
    for name, title in _STATUS:
        show.answer(ask.named(path, name), title)
    console.print(f"[bold]{path}[/bold]")


def sql(query: Annotated[str, typer.Argument(help="one statement; the file is open for reading only")]) -> None:
    """Ask the published file in SQL."""
    from warehouse import ask

    show.answer(ask.sql(settings.load().published, query))


def search(
    word: Annotated[str, typer.Argument(help="词 what questions or answers hold")],
    limit: Annotated[int, typer.Option(min=1, help="条数 at most so many")] = 20,
) -> None:
    """Find questions and answers that hold a word, newest first."""
    from warehouse import ask

    show.hits(ask.search(settings.load().published, word, limit), word)


def show_record(
    identity: Annotated[str, typer.Argument(metavar="ID", help="record_id, announcement_id, or a SHA-256's beginning")],
    *,
    page: Annotated[bool, typer.Option("--page", help="图 write pictures of the places it was read from")] = False,
    question: Annotated[int | None, typer.Option(min=1, help="with --page: 问 this one only")] = None,
    kind: Annotated[Kind, typer.Option(help="with --page: of which rows")] = Kind.question,
    out: Annotated[Path, typer.Option(file_okay=False, help="with --page: 目录 where to")] = Path(),
) -> None:
    """Show one record: who came, who received them, when and where, questions and whole answers; or its pictures."""
    from warehouse import ask

    path = settings.load().published
    header = ask.named(path, "record", id=identity)
    if not header.rows:
        console.print(f"no record {identity!r}; `jiyao search` and the table record_overview show ids", markup=False)
        raise typer.Exit(1)
    record_id, document_id = (str(header.rows[0][header.columns.index(name)]) for name in ("record_id", "document_id"))
    if page:
        _pictures((record_id, document_id), kind, question, out)
        return
    parts = ("record_participants", "record_hosts", "record_questions")
    show.record(header, *(ask.named(path, name, record_id=record_id) for name in parts))


def _pictures(record: tuple[str, str], kind: Kind, question: int | None, out: Path) -> None:
    from flows import picture

    rows = Kind.question if question else kind
    written = picture.cut(settings.load(), record, rows.value, question, out)
    for path in written:
        typer.echo(path)
    if not written:
        named = f"{rows.value} {question}" if question else f"{rows.value}s"
        said = f"{record[0]}: no place on a page is known for {named}: no such row, or a file without pages 无版面位置"
        console.print(said, soft_wrap=True)
        raise typer.Exit(1)


def verify() -> None:
    """Check every archived file against its SHA-256, every line of the index, and the published file."""
    found = _found(settings.load())
    for damage in found:
        typer.echo(f"{damage.where}: {damage.what}", err=True)
    if found:
        raise typer.Exit(1)
    console.print("archive and tables are whole 归档与数据表完好")


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


def dictionary() -> None:
    """Print the data dictionary as Markdown."""
    from warehouse import ask

    typer.echo(ask.dictionary(settings.load().published))


def probe(
    source: Annotated[str, typer.Option(help="来源 one source; all by default")] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print the findings as JSON")] = False,
) -> None:
    """Ask each source a few fixed questions and tell, contract by contract, whether it holds; exit code 4 if not."""
    from flows import probe as probing

    found = []
    for finding in probing.probe(settings.load(), source):
        found.append(finding)
        if not as_json:
            show.finding(finding)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    if not all(probing.is_good(one) for one in found):
        raise typer.Exit(INCOMPLETE)
