"""The documents: every link leads somewhere, every outside address is listed in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.fetch import HOSTS

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ADDRESS = re.compile(r"https?://([\w.-]+)")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LISTED = ROOT / "docs/addresses.md"
LOOPBACK = {"127.0.0.1", "localhost"}


def documents() -> list[Path]:
    """The Markdown pages of the project; of what tests are made of, none."""
    folders = ("docs", "sample", "warehouse", "deploy", "benchmarks")
    found = [*ROOT.glob("*.md"), *(path for folder in folders for path in (ROOT / folder).glob("**/*.md"))]
    return sorted(path for path in found if "templates" not in path.parts)


def anchors(path: Path) -> set[str]:
    """Names of a page's headings, as links write them."""
    heads = re.findall(r"^#+ +(.+)$", FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_a_link_without_an_end_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One head, 一\n[a](page.md#one-head-一) [b](none.md) [c](#none)\n", "utf-8")
    assert broken(page) == ["none.md", "#none"]


def broken(page: Path) -> list[str]:
    """Links of a page that lead nowhere."""
    lost = []
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if ADDRESS.match(link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    return lost


@pytest.mark.parametrize("page", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken(page) == []


@pytest.mark.parametrize("page", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_names_no_address_that_is_not_listed(page: Path) -> None:
    listed = set(re.findall(r"^\| `([\w.-]+)` \|", LISTED.read_text("utf-8"), re.MULTILINE))
    named = set(ADDRESS.findall(page.read_text("utf-8")))
    assert named - listed - LOOPBACK == set()


def test_the_hosts_that_are_asked_are_those_that_are_listed() -> None:
    asked = LISTED.read_text("utf-8").split("\n## ")[0]
    assert set(re.findall(r"^\| `([\w.-]+)` \|", asked, re.MULTILINE)) == set(HOSTS)
