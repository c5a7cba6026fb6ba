"""Commands about published files: publish again or go back, compare two, export, report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from flows import settings, show, told
from flows.told import Told

DIFFERENT = 1
_FILE = {"exists": True, "dir_okay": False, "readable": True}


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (publish, diff, export, report):
        told.add(app, command, command.__name__)


def publish(
    *,
    rollback: Annotated[bool, typer.Option("--rollback", help="退回 bring the file published before back")] = False,
) -> Told:
    """Check the writer's file and publish it again; or bring the file that was published before back."""
    from flows import line
    from flows.run import PLAIN

    chosen = settings.load()
    done = line.publish(PLAIN, chosen, rollback=rollback)
    facts = {"published": chosen.published, "is_rolled_back": rollback, "warnings": done.warnings}
    return Told(facts=facts, show=_published)


def _published(done: Mapping[str, Any]) -> None:
    for finding in done["warnings"]:
        show.console.print(f"warning 提示: {finding}", markup=False)
    said = "back again 已退回" if done["is_rolled_back"] else "published 已发布"
    show.console.print(f"{said}  {done['published']}", soft_wrap=True)


def diff(
    old: Annotated[Path, typer.Argument(**_FILE, help="旧 the older published file")],
    new: Annotated[Path, typer.Argument(**_FILE, help="新 the newer one")],
    limit: Annotated[int, typer.Option(min=0, help="条数 show at most so many changes")] = 50,
) -> Told:
    """Tell which records, fields and rows differ between two published files; exit code 1 where any do."""
    from warehouse import diff as comparing

    counts, changes = comparing.diff(old, new)
    facts = {"tables": counts, "changes": changes[:limit], "change_count": len(changes)}
    return Told(facts=facts, show=_differences, code=lambda found: DIFFERENT if found["tables"] else 0)


def _differences(found: Mapping[str, Any]) -> None:
    from warehouse.ask import Answer

    if not found["tables"]:
        show.console.print("the tables are the same 各表相同")
        return
    rows = tuple((one.table, one.added, one.removed, one.changed) for one in found["tables"])
    show.answer(Answer(("table", "added", "removed", "values changed"), rows), "变化 changes by table")
    shown = tuple((one.table, one.key, one.column, _cut(one.old), _cut(one.new)) for one in found["changes"])
    show.answer(Answer(("table", "key", "column", "old", "new"), shown), f"{len(shown)} of {found['change_count']}")


def export(
    to: Annotated[Path, typer.Option(file_okay=False, help="目录 a new folder")],
    *,
    without_persons: Annotated[bool, typer.Option("--without-persons", help="不含人名 leave names out")] = False,
) -> Told:
    """Write the published tables as Parquet files with a manifest; with or without names of people."""
    from warehouse import export as exporting

    chosen = settings.load()
    manifest = exporting.export(chosen.published, to, version=settings.version(), without_persons=without_persons)
    return Told(facts={"folder": to, "manifest": manifest}, show=_exported)


def _exported(done: Mapping[str, Any]) -> None:
    for name, title in (
        ("left_out", "left out 未写出"),
        ("may_still_name_people", "may still name people 仍可能含人名"),
    ):
        if name in done["manifest"]:
            show.console.print(f"{title}: {', '.join(map(str, done['manifest'][name]))}", soft_wrap=True)
    show.console.print(f"exported 已导出  {done['folder']}", soft_wrap=True)


def report(
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, help="文件 where to; default: report.html beside it")
    ] = None,
    records: Annotated[
        int | None, typer.Option(min=1, max=5000, help="条数 of the newest records; default: 500")
    ] = None,
) -> Told:
    """Write one HTML page about the published file: figures, charts, and the newest records to search and read."""
    from flows import report as reporting

    written = reporting.write(settings.load().published, out, records or reporting.RECORDS)
    return Told(facts={"report": written}, show=lambda _: show.console.print(f"report 报告  {written}", soft_wrap=True))


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - a column's width
