"""What a command tells: facts, shown on the terminal or, with `--json`, given as one JSON document on stdout."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from extractors.errors import ExtractorError
from flows.errors import FlowError, NothingProved
from flows.progress import console
from warehouse.errors import WarehouseError

if TYPE_CHECKING:
    from flows.run import Summary

OURS = (ExtractorError, FlowError, WarehouseError)
INCOMPLETE = 4  # exit code: a day stayed open, a file was not fetched, or a contract does not hold
_JSON = Annotated[bool, typer.Option("--json", help="为程序 one JSON document on stdout, errors as JSON on stderr")]


def _done(_: object) -> int:
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Facts, how they are shown, and the exit code that follows from them.

    Facts are what `pydantic_core.to_json` takes: dicts, records, models, dates, paths. Of an iterator each fact is
    shown as it comes, the JSON document is their array, and the greatest of their exit codes counts.
    """

    facts: object
    show: Callable[[Any], object]
    code: Callable[[Any], int] = _done


def add(app: typer.Typer, command: Callable[..., Told], name: str) -> None:
    """Add a command that tells facts to the command line, with the option `--json` behind its own."""

    @wraps(command)
    def told(*arguments: object, as_json: bool, **options: object) -> None:
        try:
            code = _tell(command(*arguments, **options), as_json=as_json)
        except OURS as error:
            if not as_json:
                raise
            typer.echo(document(failure(error)), err=True)
            code = 1
        if code:
            raise typer.Exit(code)

    own = inspect.signature(command, eval_str=True)
    option = inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, annotation=_JSON, default=False)
    told.__signature__ = own.replace(  # type: ignore[attr-defined]  # what inspect reads
        parameters=[*own.parameters.values(), option], return_annotation=None
    )
    app.command(name=name)(told)


def document(facts: object) -> str:
    """Facts as JSON: instants in ISO 8601, decimals as text so that no digit is lost, what is no number as null."""
    from pydantic_core import to_json

    return to_json(facts, indent=2, inf_nan_mode="null").decode()


def failure(error: Exception) -> dict[str, str]:
    """An error of ours as facts: its class, and what was found and what to do."""
    return {"error": type(error).__name__, "message": str(error)}


def outcome(run: Callable[[], Summary]) -> Summary:
    """What a flow did, also where a source proved nothing: that is said on stderr, and the run is incomplete."""
    try:
        return run()
    except NothingProved as error:
        console.print(str(error), style="red", markup=False)
        return cast("Summary", error.summary)


def _tell(told: Told, *, as_json: bool) -> int:
    if not isinstance(told.facts, Iterator):
        typer.echo(document(told.facts)) if as_json else told.show(told.facts)
        return told.code(told.facts)
    kept, codes = [], [0]
    for one in told.facts:
        codes.append(told.code(one))
        kept.append(one) if as_json else told.show(one)
    if as_json:
        typer.echo(document(kept))
    return max(codes)
