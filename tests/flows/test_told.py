"""What commands tell: one JSON document, errors as JSON, the greatest exit code; every command has `--json`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from flows import cli, told
from flows.errors import BadSetting
from flows.told import Told

WITHOUT = {"serve": "it runs until it is stopped and has nothing to tell"}


def of(command: Callable[..., Told], *arguments: str) -> Result:
    """A command line of this command alone."""
    app = typer.Typer()
    told.add(app, command, "it")
    return CliRunner().invoke(app, list(arguments))


def one(code: int = 0) -> Told:
    """Facts of every kind."""
    facts = {"day": date(2026, 3, 1), "at": datetime(2026, 3, 1, tzinfo=UTC), "path": Path("a/b"), "文": ("字",),
             "exact": Decimal("1.50"), "none": float("nan")}  # fmt: skip
    return Told(facts=facts, show=lambda found: typer.echo(f"shown {found['day']}"), code=lambda _: code)


def several(shown: list[int]) -> Told:
    """Facts one by one."""

    def found() -> Iterator[int]:
        for number in (3, 4, 1):
            shown.append(number)
            yield number

    return Told(facts=found(), show=lambda number: typer.echo(f"{number} of {len(shown)}"), code=lambda number: number)


@pytest.mark.parametrize("code", [0, 4])
def test_facts_are_shown_or_given_as_one_document(code: int) -> None:
    shown, given = of(lambda: one(code)), of(lambda: one(code), "--json")
    assert (shown.exit_code, shown.stdout) == (code, "shown 2026-03-01\n")
    assert (given.exit_code, json.loads(given.stdout)) == (
        code,
        {"day": "2026-03-01", "at": "2026-03-01T00:00:00Z", "path": "a/b", "文": ["字"], "exact": "1.50", "none": None},
    )
    assert "文" in given.stdout


def test_of_several_facts_each_is_shown_as_it_comes_and_the_greatest_code_counts() -> None:
    shown, given = of(lambda: several([])), of(lambda: several([]), "--json")
    assert (shown.exit_code, shown.stdout.splitlines()) == (4, ["3 of 1", "4 of 2", "1 of 3"])
    assert (given.exit_code, json.loads(given.stdout)) == (4, [3, 4, 1])


def refused() -> Told:
    """An error of ours."""
    raise BadSetting(name="JIYAO_JOBS", value="多", wanted="a number")


def test_an_error_is_one_object_on_stderr() -> None:
    given = of(refused, "--json")
    assert (given.exit_code, given.stdout) == (1, "")
    assert json.loads(given.stderr) == {"error": "BadSetting", "message": "JIYAO_JOBS='多': a number"}
    assert isinstance(of(refused).exception, BadSetting)


def test_an_error_that_is_not_ours_is_not_hidden() -> None:
    def broken() -> Told:
        raise KeyError("x")

    assert isinstance(of(broken, "--json").exception, KeyError)


def test_every_command_gives_json_or_stands_on_the_list() -> None:
    commands = {str(one.name or one.callback.__name__) for one in cli.app.registered_commands if one.callback}
    help_of = {name: CliRunner().invoke(cli.app, [name, "--help"], env={"COLUMNS": "200"}).stdout for name in commands}
    assert {name for name, text in help_of.items() if not re.search(r"--json\b", text)} == set(WITHOUT)
