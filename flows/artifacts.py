"""A run's account in Prefect: one artifact as Markdown, one as a table by source and day, and the run's name."""

from __future__ import annotations

from pathlib import Path

from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.runtime import flow_run

from flows.account import MOST_DAYS, Account
from warehouse.ask import Answer


def name_run(title: str) -> None:
    """Give the flow run that this is the name of what it did."""
    if flow_run.id:
        with get_client(sync_client=True) as client:
            client.update_flow_run(flow_run.id, name=title)


def keep(account: Account, kind: str, report: Path | None) -> None:
    """Create both artifacts, under the key of the run's kind: its page in Prefect shows one run after another."""
    create_markdown_artifact(markdown(account, report), key=f"jiyao-{kind}", description=account.title)
    rows = account.days.rows[:MOST_DAYS]
    table = [dict(zip(account.days.columns, map(_plain, row), strict=True)) for row in rows]
    create_table_artifact(table, key=f"jiyao-{kind}-days", description=f"{account.title}: by source and day 按来源与日")


def markdown(account: Account, report: Path | None) -> str:
    """The account as Markdown; a link to the report where there is one."""
    lines = [f"# {account.title}", "", f"**{account.state}**", ""]
    lines += [", ".join(f"{name} {count}" for name, count in account.counts), ""]
    if account.open_reasons:
        lines += ["## Open 未完成", "", *(f"- {_cell(one)}" for one in account.open_reasons), ""]
    lines += ["## Checks 检查", "", *(f"- {_cell(one)}" for one in account.findings or ("nothing found 无",)), ""]
    lines += ["## What changed 变化", "", *_table(account.changes), ""]
    lines += ["## By source and day 按来源与日", "", *_table(account.days, MOST_DAYS), ""]
    lines += ["## Slowest documents 最慢文件", "", *_table(account.slowest), ""]
    lines += [f"Published 已发布: `{account.published.absolute()}`"]
    if report:
        lines += ["", f"[Report 报告]({report.absolute().as_uri()})"]
    return "\n".join(lines) + "\n"


def _table(found: Answer, most: int | None = None) -> list[str]:
    if not found.rows:
        return ["none 无"]
    head = [f"| {' | '.join(found.columns)} |", f"|{'---|' * len(found.columns)}"]
    rows = [f"| {' | '.join(_cell(value) for value in row)} |" for row in found.rows[:most]]
    more = len(found.rows) - len(rows)
    return [*head, *rows, *([f"\n… and {more} more 另有 {more} 行"] if more else [])]


def _cell(value: object) -> str:
    """A value in a cell or line: what sources and documents say is text, never markup."""
    text = "" if value is None else str(value)
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>|#~" else sign for sign in " ".join(text.split()))


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | float) else str(value)
