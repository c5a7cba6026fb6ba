"""Golden cases: each file is read as a careful reader reads it, and is what its maker makes."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from extractors import reading
from extractors.errors import ExtractorError
from extractors.labelled import labelled
from extractors.records import ParseFailure
from sample.maker import fonts
from tests.golden import make
from tests.test_sample import unspaced

GOLDEN = Path(__file__).parent / "golden"
NOT_CASES = {"maker", "__pycache__"}
CASES = sorted(place.name for place in GOLDEN.iterdir() if place.is_dir() and place.name not in NOT_CASES)
MOST_BYTES = 3 * 1024 * 1024
CONVERTERS = {"doc": "soffice"}  # kinds that are refused only where the program is absent


def file_of(name: str) -> Path:
    """The case's file."""
    return next((GOLDEN / name).glob("input.*"))


@cache
def expected(name: str) -> dict[str, object]:
    """What a careful reader says of the file; `unread` is empty where it is not named."""
    said: dict[str, object] = json.loads((GOLDEN / name / "expected.json").read_text(encoding="utf-8"))
    return said if "error" in said else {"unread": [], **said}


@cache
def parsed(name: str) -> dict[str, object]:
    """What the parser says of the file; what it left open as `error label`."""
    try:
        records = reading.parse(file_of(name).read_bytes())
    except ExtractorError as error:
        return {"error": type(error).__name__}
    left = [f"{row.error} {row.label}" for row in records if isinstance(row, ParseFailure)]
    return {**labelled(records), "unread": left}


def compared(name: str, value: object) -> object:
    """The value as it is compared: a page keeps no blank at the end of a line, so none is asked of a PDF."""
    return unspaced(value) if file_of(name).suffix == ".pdf" else value


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in CASES for key in expected(name)])
def test_case_is_read_as_expected(name: str, key: str) -> None:
    """Each key says what the expectation says."""
    converter = CONVERTERS.get(file_of(name).suffix[1:])
    if converter and shutil.which(converter):
        pytest.skip(f"{converter} is installed and would read this file")
    assert compared(name, parsed(name).get(key)) == compared(name, expected(name)[key])


@pytest.mark.parametrize("name", CASES)
def test_case_is_whole(name: str) -> None:
    """Each folder holds one input and one expectation, which names every key of a labelled record or an error."""
    files = sorted(place.name for place in (GOLDEN / name).iterdir())
    assert files == ["expected.json", file_of(name).name]
    said = expected(name)
    assert set(said) == {"error"} or set(said) == set(parsed(name))


def test_folder_is_small() -> None:
    """The cases are small enough to be kept with the code."""
    assert sum(place.stat().st_size for place in GOLDEN.rglob("*") if place.suffix != ".pyc") <= MOST_BYTES


def test_maker_makes_the_same_bytes() -> None:
    """What lies in the folder is what its maker makes, neither more nor less."""
    try:
        font = fonts.find(None)
    except fonts.FontMissingError as error:
        pytest.skip(str(error))
    made = dict(make.files(font))
    kept = {f"{name}/{place.name}": place.read_bytes() for name in CASES for place in (GOLDEN / name).iterdir()}
    assert sorted(made) == sorted(kept)
    assert [name for name, content in made.items() if content != kept[name]] == []
