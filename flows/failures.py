"""What did not succeed: documents that gave no record, files not fetched, open days; by reason, with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from flows import remedies, show, told
from flows import settings as settings_of
from flows.told import Told

if TYPE_CHECKING:
    from flows.run import Summary
    from flows.settings import Settings

DOCUMENT, FILE, DAY = "document", "file", "day"
_NONE = "NotARecord"  # is listed last: nothing failed
_MOST = 10  # rows of a reason that the terminal shows
_NAME = re.compile(r"(\w+): ")
_AGAIN = remedies.Remedy(
    error="", retry="", happened_en="", happened_zh="",
    do_en="asked again by the next run, or now: `jiyao failures --retry`",
    do_zh="下次运行会再问，或现在 `jiyao failures --retry`",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """All failures of a kind that have one reason."""

    kind: str  # document, file or day
    reason: str  # name of the error's class
    count: int  # documents, files, or days of partitions
    todo: str
    rows: tuple[Mapping[str, Any], ...]

    @property
    def is_fetched_again(self) -> bool:
        """Whether other bytes may cure it."""
        return self.kind == DOCUMENT and _remedy(self.reason).retry == "fetch"

    @property
    def is_read_again(self) -> bool:
        """Whether reading the same bytes again may cure it."""
        return self.kind == DOCUMENT and bool(_remedy(self.reason).retry)


def facts(settings: Settings, reason: str = "") -> tuple[Failure, ...]:
    """Failures of the published file, all or of one reason or kind.

    Raises NothingPublished; ArchiveError where the archive's index cannot be read.
    """
    from warehouse import ask

    path = settings.published
    days = ask.named(path, "open_days").records
    found = (
        *_grouped(DOCUMENT, ask.named(path, "unread").records),
        *_grouped(FILE, _unfetched(settings)),
        *_grouped(DAY, ({**row, "reason": row["reason"] or "Interrupted"} for row in days)),
    )
    return tuple(one for one in found if reason in {"", one.reason, one.kind})


def _remedy(reason: str) -> remedies.Remedy:
    return remedies.all_of().get(reason, _AGAIN)


def _grouped(kind: str, rows: Iterable[Mapping[str, Any]]) -> list[Failure]:
    def of(row: Mapping[str, Any]) -> str:
        return str(row["reason"])

    groups = [(reason, tuple(group)) for reason, group in groupby(sorted(rows, key=of), key=of)]
    found = [
        Failure(
            kind=kind, reason=reason, count=sum(int(row.get("days", 1)) for row in own),
            todo=_remedy(reason).told, rows=own,
        )
        for reason, own in groups
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.reason == _NONE, -one.count))


def _unfetched(settings: Settings) -> list[dict[str, Any]]:
    """Files that no answer has brought, each with why the last question failed."""
    from warehouse import ask
    from warehouse.archive import Archive

    wanted = ask.named(settings.published, "files_to_fetch", code="").records
    addresses = {row["address"] for row in wanted}
    errors: dict[str, str] = {}
    for _, entry in Archive(settings.archive).entries() if addresses else ():
        if entry.kind == "file" and entry.error and entry.address in addresses:
            errors[entry.address] = entry.error
    return [{"reason": _reason(errors.get(str(row["address"]))), **row, "detail": errors.get(str(row["address"]))}
            for row in {one["address"]: one for one in wanted}.values()]  # fmt: skip


def _reason(error: str | None) -> str:
    if error is None:
        return "NotAsked"
    named = _NAME.match(error)
    return named[1] if named else "Unknown"


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    told.add(app, failures, "failures")


def failures(
    *,
    retry: Annotated[bool, typer.Option("--retry", help="重试 list, fetch and read them again, then publish")] = False,
    reason: Annotated[str, typer.Option(help="原因 only this reason, or kind: document, file, day")] = "",
) -> Told:
    """List what did not succeed by reason, with what to do; with --retry try it again and tell what changed."""
    chosen = settings_of.load()
    before = facts(chosen, reason)
    if not retry:
        return Told(facts=before, show=_show)
    settings_of.prepare_prefect(chosen)
    from flows.retry import retry as flow

    done = told.outcome(lambda: flow(reason=reason))
    found = {"run": done, "changes": changes(before, facts(chosen, reason))}
    return Told(facts=found, show=_retried, code=lambda facts: 0 if facts["run"].is_complete else told.INCOMPLETE)


def changes(before: Sequence[Failure], after: Sequence[Failure]) -> tuple[dict[str, object], ...]:
    """Counts of each kind and reason before and after, also of what did not change."""
    old, new = ({(one.kind, one.reason): one.count for one in found} for found in (before, after))
    return tuple(
        {"kind": kind, "reason": reason, "before": old.get((kind, reason), 0), "after": new.get((kind, reason), 0)}
        for kind, reason in {**old, **new}
    )


def _show(found: Sequence[Failure]) -> None:
    for one in found:
        show.console.print(
            Text.assemble((f"{one.reason}", "bold red"), f"  {one.kind} × {one.count:,}  ", (one.todo, "dim")),
            soft_wrap=True,
        )
        for row in one.rows[:_MOST]:
            names = ("announcement_id", "exchange", "security_code", "source", "partition", "disclosed_on",
                     "first_day", "last_day", "title", "address")  # fmt: skip
            said = "  ".join(str(row[name]) for name in names if row.get(name) is not None)
            show.console.print(f"  {said}", soft_wrap=True, markup=False)
            show.console.print(Text(f"    {row['detail'] or 'not asked yet 尚未请求'}", "dim"), soft_wrap=True)
        if len(one.rows) > _MOST:
            show.console.print(f"  … {len(one.rows) - _MOST} more; `jiyao failures --json` has all 其余见 --json")
    if not found:
        show.console.print("nothing failed 没有未成之事")


def _retried(done: Mapping[str, Any]) -> None:
    from warehouse.ask import Answer

    summary: Summary = done["run"]
    show.summary(summary)
    rows = tuple(tuple(one.values()) for one in done["changes"])
    show.answer(Answer(("kind", "reason", "before 之前", "after 之后"), rows), "what changed 变化")
