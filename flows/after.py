"""Commands about published files: publish again or go back, compare two, export, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows import settings, show

DIFFERENT = 1
_FILE = {"exists": True, "dir_okay": False, "readable": True}


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (publish, diff, export, report):
        app.command(name=command.__name__)(command)


def publish(
    *,
    rollback: Annotated[bool, typer.Option("--rollback", help="退回 bring the file published before back")] = False,
) -> None:
    """Check the writer's file and publish it again; or bring the file that was published before back."""
    from flows import line
    from flows.run import PLAIN

    chosen = settings.load()
    for found in line.publish(PLAIN, chosen, rollback=rollback).warnings:
        show.console.print(f"warning 提示: {found}", markup=False)
    show.console.print(f"{'back again 已退回' if rollback else 'published 已发布'}  {chosen.published}", soft_wrap=True)


def diff(
    old: Annotated[Path, typer.Argument(**_FILE, help="旧 the older published file")],
    new: Annotated[Path, typer.Argument(**_FILE, help="新 the newer one")],
    limit: Annotated[int, typer.Option(min=0, help="条数 show at most so many changes")] = 50,
) -> None:
    """Tell which records, fields and rows differ between two published files; exit code 1 where any do."""
    from warehouse import diff as comparing
    from warehouse.ask import Answer

    counts, changes = comparing.diff(old, new)
    if not counts:
        show.console.print("the tables are the same 各表相同")
        return
    rows = tuple((one.table, one.added, one.removed, one.changed) for one in counts)
    show.answer(Answer(("table", "added", "removed", "values changed"), rows), "变化 changes by table")
    shown = tuple((one.table, one.key, one.column, _cut(one.old), _cut(one.new)) for one in changes[:limit])
    show.answer(Answer(("table", "key", "column", "old", "new"), shown), f"{len(shown)} of {len(changes)}")
    raise typer.Exit(DIFFERENT)


def export(
    to: Annotated[Path, typer.Option(file_okay=False, help="目录 a new folder")],
    *,
    without_persons: Annotated[bool, typer.Option("--without-persons", help="不含人名 leave names out")] = False,
) -> None:
    """Write the published tables as Parquet files with a manifest; with or without names of people."""
    from warehouse import export as exporting

    chosen = settings.load()
    manifest = exporting.export(chosen.published, to, version=settings.version(), without_persons=without_persons)
    for name, title in (
        ("left_out", "left out 未写出"),
        ("may_still_name_people", "may still name people 仍可能含人名"),
    ):
        if name in manifest:
            show.console.print(f"{title}: {', '.join(map(str, manifest[name]))}", soft_wrap=True)  # type: ignore[call-overload]
    show.console.print(f"exported 已导出  {to}", soft_wrap=True)


def report(
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, help="文件 where to; default: report.html beside it")
    ] = None,
    records: Annotated[
        int | None, typer.Option(min=1, max=5000, help="条数 of the newest records; default: 500")
    ] = None,
) -> None:
    """Write one HTML page about the published file: figures, charts, and the newest records to search and read."""
    from flows import report as reporting

    written = reporting.write(settings.load().published, out, records or reporting.RECORDS)
    show.console.print(f"report 报告  {written}", soft_wrap=True)


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - a column's width
