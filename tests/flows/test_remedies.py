"""What to do about errors: one table for the command line and both operations pages, complete."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from extractors import errors as reading
from flows import errors as flows
from flows import remedies
from warehouse import errors as warehouse

DOCS = Path(__file__).resolve().parents[2] / "docs"
USAGE = {  # say all there is to say themselves
    "BadHostMap", "BadSetting", "BadAddress", "UnknownSource", "UnknownCompany", "NoRecord", "NoPlace", "NoServer",
    "NotABundle", "NothingPublished", "NothingKept", "NotEmpty", "BadQuery", "BadIndustries",
}  # fmt: skip
INSIDE = {"BadRunId", "KeptFailure"}  # meet no user: of our own naming, of archived answers
PAGES = {"en": DOCS / "operations.md", "zh": DOCS / "operations.zh-CN.md"}


def leaves() -> set[str]:
    """The errors of ours that no other derives from."""
    found = {
        kind
        for module in (reading, flows, warehouse)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    }
    return {kind.__name__ for kind in found if not any(issubclass(one, kind) for one in found - {kind})}


def test_every_error_of_ours_has_a_remedy_or_speaks_for_itself() -> None:
    known = set(remedies.all_of())
    assert known | USAGE | INSIDE == leaves()
    assert not known & (USAGE | INSIDE)


def test_a_remedy_says_what_happened_and_what_to_do_in_both_languages() -> None:
    for one in remedies.all_of().values():
        assert one.retry in {"", "fetch", "read"}
        assert all((one.happened_en, one.happened_zh, one.do_en, one.do_zh)), one.error
        assert re.search("[一-鿿]", one.happened_zh)
        assert not re.search("[一-鿿]", one.happened_en + one.do_en)
        assert sorted(re.findall("`[^`]+`", one.do_en)) == sorted(re.findall("`[^`]+`", one.do_zh)), one.error
        assert ("--retry" in one.do_en) >= (one.retry == "fetch")


@pytest.mark.parametrize("language", PAGES)
def test_the_page_ends_with_the_table(language: str) -> None:
    page, table = PAGES[language], remedies.table(language)
    head = page.read_text("utf-8").split(table.splitlines()[0])[0]
    if os.environ.get("JIYAO_WRITE"):
        page.write_text(head + table, "utf-8")
    assert page.read_text("utf-8") == head + table
    assert len(table.splitlines()) == 2 + len(remedies.all_of())


def test_both_pages_have_the_same_commands() -> None:
    blocks = [
        re.findall(r"```\w*\n[^`]*```|^ {4}[^\n]*$", page.read_text("utf-8"), re.MULTILINE) for page in PAGES.values()
    ]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) > 8
    heads = [len(re.findall("^## ", page.read_text("utf-8"), re.MULTILINE)) for page in PAGES.values()]
    assert heads[0] == heads[1]
