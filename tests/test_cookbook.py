"""The cookbook: every query runs on the bundled sample and gives the answer that stands below it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from flows import line
from flows.run import PLAIN
from flows.settings import Settings
from warehouse import ask

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/cookbook.md"
RECIPE = re.compile(
    r"^## (?P<title>\d+\. .*)\n\n```sql\n(?P<sql>[^`]*)\n```\n\n(?P<answer>[^#]*?)\n*(?=\n## |\Z)", re.MULTILINE
)
RECIPES = [found.groupdict() for found in RECIPE.finditer(PAGE.read_text("utf-8"))]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, published, with the industries that the page shows."""
    settings = Settings(home=tmp_path_factory.mktemp("cookbook"), host_map={}, jobs=2)
    (industries,) = re.findall(r"^```csv\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (settings.home / "industry.csv").write_text(industries, "utf-8")
    line.replay(PLAIN, settings, ROOT / "sample")
    return settings.published


def answered(path: Path, sql: str) -> str:
    """The answer as a Markdown table."""
    found = ask.sql(path, sql)
    lines = [found.columns, ("---",) * len(found.columns), *found.rows]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in lines)


def _cell(value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return text.replace("|", r"\|").replace("\n", " ")


def test_there_are_recipes_enough() -> None:
    assert len(RECIPES) == PAGE.read_text("utf-8").count("```sql") >= 25


@pytest.mark.skipif("JIYAO_WRITE" not in os.environ, reason="the page is written only where JIYAO_WRITE is set")
def test_the_page_is_written_anew(published: Path) -> None:
    head = PAGE.read_text("utf-8").partition("\n## ")[0]
    parts = [
        f"\n## {one['title']}\n\n```sql\n{one['sql']}\n```\n\n{answered(published, one['sql'])}\n" for one in RECIPES
    ]
    PAGE.write_text(head + "".join(parts), "utf-8")
    assert len(parts) == len(RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one["title"])
def test_a_recipe_gives_the_answer_that_stands_there(published: Path, recipe: dict[str, str]) -> None:
    if "JIYAO_WRITE" in os.environ:
        pytest.skip("the answers are being written")
    assert answered(published, recipe["sql"]) == recipe["answer"].strip()
