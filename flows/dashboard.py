"""The state of an installation on one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.filesize import decimal
from rich.table import Table
from rich.text import Text

from flows.progress import console as aside
from flows.show import console

Rows = Sequence[Mapping[str, Any]]
_NAMES = {"SZSE": "SZSE 深交所", "SSE": "SSE 上交所", "BSE": "BSE 北交所"}
_CELLS = {"counted": ("██", "green"), "walked": ("▓▓", "cyan"), "open": ("××", "bold red"), None: ("░░", "yellow")}
_LEGEND = "██ counted 计数核对  ▓▓ walked 读至已知  ×× open 未核对\n░░ not listed 未列  ·· no trading 休市"
_CELL, _LEFT = 3, 8  # columns of a day, and of the exchange's name before them
_LEAST = 10  # columns of a grid, so that a day or a size is not broken
_MOST = 5  # reasons and runs that are shown
_LATE = 2  # trading days behind from which it is told in colour
_SIZES = {"archive": "archive 归档", "warehouse": "writer 写库", "published": "published 已发布",
          "previous": "previous 上一版", "disk_free": "free 可用"}  # fmt: skip


def show(found: Mapping[str, Any]) -> None:
    """The whole state in some 30 lines of up to 100 columns; before the first publication, what to do."""
    console.print(Text.assemble(("纪要 Jiyao ", "bold"), f"{found['version']}  {found['home']}"), soft_wrap=True)
    if found["published"]:
        console.print(f"published 已发布  {found['published']}  {found['published_at']:%Y-%m-%d %H:%M}", soft_wrap=True)
        _freshness(found["freshness"])
        _calendar(found["calendar"])
        _failures(found["failures"], found["todo"][0])
        _runs(found["runs"])
    else:
        aside.print(
            "nothing is published yet 尚未发布: `jiyao ingest --replay sample` loads the sample, `jiyao probe` asks "
            "the sources a few questions, `jiyao ingest` begins the live run",
            markup=False,
        )
    _sizes(found["sizes"])
    writer = found["writer"] or "nobody 无"
    console.print(Text.assemble(_title("writer 写锁"), str(writer)), soft_wrap=True)


def _title(text: str) -> tuple[str, str]:
    return (f"{text}  ", "bold")


def _grid(*names: str) -> Table:
    """Columns without lines, named in their first row."""
    grid = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in names:
        grid.add_column(name, min_width=min(cell_len(name), _LEAST))
    return grid


def _freshness(rows: Rows) -> None:
    grid = _grid("freshness 时效", "proved to 核对至", "behind 落后", "open days 未核对", "records 记录", "newest 最新")
    for column in grid.columns[2:5]:
        column.justify = "right"
    for row in rows:
        behind = row["trading_days_behind"]
        late = "red" if row["proved"] is None or behind > _LATE else "green"
        told = "—" if row["proved"] is None else f"{behind} 交易日"
        grid.add_row(
            _NAMES[row["exchange"]], str(row["proved"] or "never 从未"), Text(told, style=late), str(row["open_days"]),
            f"{row['records']:,}", str(row["newest"] or "—"),
        )  # fmt: skip
    console.print(grid)


def _calendar(rows: Rows) -> None:
    """A strip of days by exchange, so many of the last as the line holds."""
    held = max((console.width - _LEFT) // _CELL, 1)
    strips = {exchange: list(days)[-held:] for exchange, days in groupby(rows, key=lambda row: str(row["exchange"]))}
    days: list[date] = [row["day"] for row in next(iter(strips.values()))]
    console.print(Text.assemble(_title("\ncompleteness 完整性"), f"{days[0]} ~ {days[-1]}"))
    console.print(Text(" " * _LEFT + " ".join(f"{day:%d}" for day in days), style="dim"), no_wrap=True)
    for exchange, own in strips.items():
        line = Text(f"{exchange:<{_LEFT}}")
        for row in own:
            is_quiet = not row["is_trading"] and row["grade"] != "open"
            line.append(*(("··", "dim") if is_quiet else _CELLS[row["grade"]]))
            line.append(" ")
        console.print(line, no_wrap=True)
    console.print(Text(_LEGEND, style="dim"))


def _failures(rows: Rows, todo: Mapping[str, Any]) -> None:
    console.print(Text.assemble(_title("\nfailures 未成"), ("`jiyao failures` lists them with what to do", "dim")))
    for row in rows[:_MOST]:
        console.print(f"  {row['documents']:>6,}  {row['error']}: {row['example']}", no_wrap=True, overflow="ellipsis")
    if len(rows) > _MOST:
        console.print(f"          … and {len(rows) - _MOST} more reasons")
    for name, said in (("files_to_fetch", "files not fetched 未下载"), ("open_days", "days of lists open 未核对")):
        console.print(Text(f"  {todo[name]:>6,}  {said}", style="yellow" if todo[name] else ""))


def _runs(rows: Rows) -> None:
    console.print(Text.assemble(_title("\nruns 运行")))
    for row in rows[:_MOST]:
        style = "" if row["outcome"] == "complete" else "yellow"
        counts = f"{row['fetched'] or 0:>6,} files {row['parsed'] or 0:>6,} read {row['refused'] or 0:>4,} refused"
        took = "" if row["seconds"] is None else f"{row['seconds']:>6,} s"
        console.print(Text(f"  {row['started'][5:]}  {row['kind']:<8} {row['outcome']:<10}{counts}{took}", style=style))


def _sizes(sizes: Mapping[str, int | None]) -> None:
    told = {_SIZES[name]: decimal(size) for name, size in sizes.items() if size is not None}
    grid = _grid("sizes 占用", *told)
    grid.add_row("", *told.values())
    console.print()
    console.print(grid)
