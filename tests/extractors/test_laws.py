"""Laws over all modules: public names are documented, examples are true, and the tests mirror the modules."""

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import extractors

MODULES = sorted(found.name for found in pkgutil.walk_packages(extractors.__path__, "extractors."))


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The module's own public classes and functions, and the public methods of those classes."""
    for name, one in vars(module).items():
        if name.startswith("_") or getattr(one, "__module__", None) != module.__name__:
            continue
        if inspect.isclass(one):
            yield name, one
            members = {key: getattr(value, "fget", value) for key, value in vars(one).items()}
            yield from (
                (f"{name}.{key}", value)
                for key, value in members.items()
                if not key.startswith("_") and inspect.isfunction(value)
            )
        elif callable(one):
            yield name, inspect.unwrap(one)


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_their_public_names_are_documented(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    assert [one for one, thing in public(module) if not inspect.getdoc(thing)] == []


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = sum(len(test.examples) for name in MODULES for test in finder.find(importlib.import_module(name)))
    assert examples >= 15


@pytest.mark.parametrize("name", MODULES)
def test_a_module_has_its_tests(name: str) -> None:
    module = importlib.import_module(name)
    *packages, last = name.split(".")[1:]
    folder = Path(__file__).parent.joinpath(*packages)
    has_code = any(True for _ in public(module))
    assert folder.joinpath(f"test_{last}.py").exists() or not has_code


def source_files() -> list[Path]:
    """The files of the package."""
    return sorted(Path(extractors.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize(("folder", "most"), [("sources", 150), ("documents", 150), (".", 250)])
def test_files_keep_to_their_length(folder: str, most: int) -> None:
    root = Path(extractors.__path__[0])
    lines = {
        file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in root.joinpath(folder).rglob("*.py")
    }
    assert {name: count for name, count in lines.items() if count > most} == {}


def test_source_files_are_found() -> None:
    assert len(source_files()) >= 40
