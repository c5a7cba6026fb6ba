"""What the terminal shows: answers as tables, hits, findings, a run's summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from flows.told import document

if TYPE_CHECKING:
    from extractors.probes import Finding
    from flows.account import Account
    from flows.run import Summary
    from warehouse.archive import Damage
    from warehouse.ask import Answer

console = Console(highlight=False)
_WHOLE = 20  # the widest value that is never broken
_WIDE = 1000  # columns within which a table is measured
_DAYS = 12  # rows of a run's account; its artifacts show more
_AROUND = 60  # characters shown on each side of a word that was searched


def answer(found: Answer, title: str | None = None) -> None:
    """A table of rows."""
    table = Table(title=title, title_justify="left")
    for i, name in enumerate(found.columns):
        values = [row[i] for row in found.rows if row[i] is not None]
        is_number = bool(values) and all(isinstance(value, int | float) for value in values)
        widest = max((cell_len(_shown(value)) for value in values), default=0)
        least = widest if widest <= _WHOLE else None
        table.add_column(name, justify="right" if is_number else "left", overflow="fold", min_width=least)
    for row in found.rows:
        table.add_row(*("" if value is None else Text(_shown(value)) for value in row))
    wide = console.measure(table, options=console.options.update(width=_WIDE)).maximum
    if console.width < wide <= console.width + 2 * len(table.columns) + 2:  # what its lines take
        table.box, table.pad_edge, table.collapse_padding = None, False, True
    console.print(table)


def costs(found: Sequence[Mapping[str, Any]]) -> None:
    """What a backfill would ask, by source and in all."""
    from warehouse.ask import Answer

    columns = ("source", "days", "requests", "files", "hours")
    rows = tuple(tuple(one[name] for name in columns) for one in found)
    whole = ("all 合计", *(sum(row[i] for row in rows) for i in (1, 2, 3)), round(sum(row[4] for row in rows), 1))
    answer(Answer(columns, (*rows, whole)), "estimate 预算")


def parsed(one: Mapping[str, object]) -> None:
    """What a file says as JSON, or on stderr why it was refused; nothing where it was written to a file."""
    if one["error"]:
        typer.echo(f"{one['file']}: {one['error']}: {one['detail']}", err=True)
    elif one["record"]:
        typer.echo(document(one["record"]))


def damage(found: Sequence[Damage]) -> None:
    """Each damage on stderr, or that there is none."""
    for one in found:
        typer.echo(f"{one.where}: {one.what}", err=True)
    if not found:
        console.print("archive and tables are whole 归档与数据表完好")


def finding(one: Finding) -> None:
    """What a probe found, in one line."""
    colour = {"holds": "green", "answered": "cyan", "undecided": "yellow"}.get(one.verdict, "red")
    line = Text.assemble((f"{one.verdict:<11}", colour), f" {one.source:<15} {one.asked}: {one.evidence}")
    console.print(line, soft_wrap=True)


def hits(found: Answer, word: str) -> None:
    """Questions with the words around the one searched."""
    for record_id, code, name, day, page, question, text in found.rows:
        place = f"{day or ''}  {code} {name or ''}  {record_id}" + (f"  p.{page}" if page else "")
        console.print(Text(place, style="cyan"))
        console.print(Padding(_marked(str(question), word), (0, 2)))
        console.print(Padding(_marked(str(text), word), (0, 4)))
    console.print(Text(f"{len(found.rows)} found 条", style="dim"))


def account(found: Account) -> None:
    """What a run did by source and day, what changed and what was slow, as its artifacts in Prefect show it."""
    counts = ", ".join(f"{name} {count}" for name, count in found.counts)
    console.print(Text.assemble((f"{found.title}  ", "bold"), f"{found.state}  ", (counts, "dim")), soft_wrap=True)
    for shown, title in (
        (found.days, "by source and day 按来源与日"),
        (found.changes, "what changed 变化"),
        (found.slowest, "slowest documents 最慢文件"),
    ):
        if shown.rows:
            answer(_filled(replace(shown, rows=shown.rows[:_DAYS])), title)
        if len(shown.rows) > _DAYS:
            console.print(Text(f"… {len(shown.rows) - _DAYS} more 另有", style="dim"))
    for reason in found.open_reasons:
        console.print(Text(f"open 未完成: {reason}", style="yellow"))
    for said in found.findings:
        console.print(Text(f"warning 提示: {said}", style="dim"))


def _filled(found: Answer) -> Answer:
    """Without columns that hold nothing."""
    kept = [i for i in range(len(found.columns)) if any(row[i] is not None for row in found.rows)]
    rows = tuple(tuple(row[i] for i in kept) for row in found.rows)
    return replace(found, columns=tuple(found.columns[i] for i in kept), rows=rows)


def summary(done: Summary) -> None:
    """What a run did, what the published file holds, and where it is; after a replay also how to ask it."""
    from flows import account as accounts
    from warehouse import ask

    path = Path(done.published)
    account(accounts.of(done))
    answer(ask.named(path, "loaded"), f"{done.kind} {done.run_id}")
    if not done.is_news:
        same = "; the tables are the same 各表未变" if done.is_unchanged else ""
        console.print(f"nothing is new 没有新内容{same}")
    if done.kind == "replay":
        for title, text in ask.examples():
            console.print(Text(f"\n{title}", style="bold"))
            console.print(Padding(Syntax(text, "sql", background_color="default", word_wrap=True), (0, 2)))
            answer(ask.sql(path, text))
    console.print(Text.assemble("\npublished 已发布  ", (str(path), "bold")))


def _marked(text: str, word: str) -> Text:
    at = text.lower().find(word.lower())
    start, end = max(at - _AROUND, 0), max(at, 0) + len(word) + _AROUND
    cut = ("…" if start else "") + text[start:end].replace("\n", " ") + ("…" if end < len(text) else "")
    shown = Text(cut)
    shown.highlight_words([word], "bold yellow", case_sensitive=False)
    return shown


def _shown(value: object) -> str:
    return "、".join(chain(map(str, value))) if isinstance(value, list) else str(value)
