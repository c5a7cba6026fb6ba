"""One record as a page: what it is, who came, who received them, questions with whole answers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.cells import cell_len
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.settings import Settings
from flows.show import console
from warehouse import ask
from warehouse.archive import Archive

_WIDEST = 100  # columns: longer lines are hard to read
_PART = re.compile(r"[0-9A-Za-z%.+\-/:@&_]+(?:,[0-9]+)*[^\s\w(（《“‘「【]*|[(（《“‘「【]*\w[^\s\w(（《“‘「【]*|\s|.")


def facts(settings: Settings, identity: str) -> dict[str, Any] | None:
    """The whole record; None where no published record has the identity."""
    path = settings.published
    header = ask.named(path, "record", id=identity).records
    if not header:
        return None
    given = {"record_id": header[0]["record_id"]}
    came: dict[Any, list[str]] = {}
    for row in ask.named(path, "record_participants", **given).records:
        came.setdefault(row["institution"], []).extend(str(row["people"]).split("、") if row["people"] else ())
    return {
        "record": header[0],
        "file": Archive(settings.archive).path(str(header[0]["document_id"])).absolute(),
        "participants": [{"institution": name, "people": people} for name, people in came.items()],
        "hosts": ask.named(path, "record_hosts", **given).records,
        "questions": ask.named(path, "record_questions", **given).records,
    }


def show(found: Mapping[str, Any]) -> None:
    """The page, in a pager where there is a terminal."""
    width = min(console.width, _WIDEST)
    with _paged():
        _header(found["record"], str(found["file"]))
        _came(found["participants"], found["record"], width)
        _title(f"接待 hosts ({len(found['hosts'])})", width)
        for host in found["hosts"]:
            console.print(Text(f"  {host['name'] or ''}  ").append(host["title"] or "", "dim"))
        _title(f"问答 questions ({len(found['questions'])})", width)
        for one in found["questions"]:
            where = Text(f"  p.{one['page']}" if one["page"] else "", "dim")
            _print(one["question"], width, f"{one['ordinal']}. ", "bold", where)
            _print(one["answer"] or "", width, "   ")
            console.print()


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns: words and numbers stay whole, no line begins with a full stop.

    >>> wrapped("产能约18万只，两班。", 10)
    ['产能约18万', '只，两班。']
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for part in _PART.findall(paragraph):
            if line and cell_len(line + part.rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += part if line or not part.isspace() else ""
        lines.append(line.rstrip())
    return lines


def _header(record: Mapping[str, Any], file: str) -> None:
    what = f"{record['security_code'] or ''} {record['security_name'] or ''}".strip()
    console.print(Text.assemble((what, "bold"), f"  {record['exchange'] or ''} {record['board'] or ''}"))
    days = " ~ ".join(dict.fromkeys(str(record[name]) for name in ("start_on", "end_on") if record[name]))
    hours = "-".join(f"{record[name]:%H:%M}" for name in ("start_time", "end_time") if record[name])
    rows = (
        ("时间 when", f"{days} {hours}".strip()),
        ("地点 where", record["location"]),
        ("类别 category", "、".join(filter(None, (*(record["categories"] or ()), record["category_note"])))),
        ("披露 disclosed", f"{record['disclosed_on'] or ''}  known 可知 {record['available_at'] or ''}"),
        ("编号 ids", f"{record['record_id']}  {record['announcement_id'] or ''}"),
        ("网址 address", record["address"]),
        ("文件 file", file),
        ("识别 OCR", "read from pictures, words may be misread 图像识别，可能有误" if record["is_ocr"] else None),
    )
    grid = Table.grid(padding=(0, 2))
    for name, value in rows:
        if value:
            grid.add_row(Text(name, "dim"), Text(str(value), overflow="fold"))
    console.print(grid)


def _came(rows: Sequence[Mapping[str, Any]], record: Mapping[str, Any], width: int) -> None:
    stated = record["participants_stated"]
    counts = f"{record['institutions']} 家 institutions, {record['people']} 人 people"
    _title(f"参与 participants: {counts}" + (f", stated 自称 {stated}" if stated else ""), width)
    for row in rows:
        _print("  ".join(filter(None, (row["institution"], "、".join(row["people"])))), width, "  ")


def _title(text: str, width: int) -> None:
    console.print()
    console.print(Rule(Text(text, "bold"), align="left", style="dim"), width=width)


def _print(text: str, width: int, lead: str, style: str = "", end: Text | None = None) -> None:
    """A text behind a lead, further lines as far in."""
    left = cell_len(lead)
    lines = wrapped(text, width - left - (end.cell_len if end else 0))
    for number, line in enumerate(lines):
        shown = Text((lead if not number else " " * left) + line, style)
        console.print(shown.append_text(end) if end and number == len(lines) - 1 else shown, soft_wrap=True)


@contextmanager
def _paged() -> Iterator[None]:
    """A pager on a terminal; one screen needs none, and what is piped goes on as it is."""
    if not console.is_terminal:
        yield
        return
    os.environ.setdefault("LESS", "-FRX")
    with console.pager(styles=True, links=True):
        yield
