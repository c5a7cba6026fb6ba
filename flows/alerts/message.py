"""What alerts say: short, in Chinese and English, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from warehouse.ask import Answer

Kind = Literal["failed", "stale", "drift", "test"]
_LONGEST = 600  # characters of a reason: chats cut longer messages


@dataclass(frozen=True, slots=True)
class Alert:
    """One message; its kind is the last part of its event's name at Prefect."""

    kind: Kind
    title: str
    text: str


def failed(run: str, reason: str) -> Alert:
    """A run that failed."""
    return Alert(
        "failed",
        f"纪要 Jiyao 运行失败 run failed: {run}",
        f"{reason[:_LONGEST]}\n"
        "请运行 jiyao status 查看；来源异常用 jiyao probe 核对；下次运行自动补上。\n"
        "Look with `jiyao status`, ask sources with `jiyao probe`; the next run makes up for what is missing.",
    )


def stale(found: Answer) -> Alert | None:
    """Exchanges that have proved no day for too long; None where there are none."""
    if not found.rows:
        return None
    lines = [
        f"{exchange}: {proved} 之后 {days} 个交易日未核对 trading days not proved"
        for exchange, proved, days in found.rows
    ]
    return Alert(
        "stale",
        "纪要 Jiyao 数据过期 stale: " + ", ".join(str(row[0]) for row in found.rows),
        "\n".join(lines) + "\n请确认日程在运行，并以 jiyao probe 核对来源。\n"
        "See that the schedule runs, and ask the sources with `jiyao probe`.",
    )


def drift(contracts: Answer, fields: Answer, fills: Answer) -> Alert | None:
    """Answers that broke their contract, fields that came or went, records with fewer fields; None where none did."""
    lines = [f"{source}/{part}: {reason}"[:_LONGEST] for source, part, reason in contracts.rows]
    lines += [
        f"{source}: 字段{'新增 new field' if came else '缺失 missing field'} {name}"
        for source, name, came in fields.rows
    ]
    lines += [
        f"{exchange} {field}: 填充率 fill rate {lately:.0%} (n={records}), 此前 before {before:.0%}"
        for exchange, field, records, lately, before in fills.rows
    ]
    if not lines:
        return None
    return Alert(
        "drift",
        f"纪要 Jiyao 数据漂移 drift: {len(lines)}",
        "\n".join(lines) + "\n请用 jiyao probe 核对来源，用 jiyao failures 查看未读文件，必要时升级。\n"
        "Ask the sources with `jiyao probe`, see `jiyao failures`; upgrade where a form or contract changed.",
    )


TEST = Alert("test", "纪要 Jiyao 测试 test", "告警可以送达。\nAlerts arrive here.")
