"""The page as a file: whole HTML, hostile texts kept as text, nothing named that a browser would load."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from flows import report
from flows.report import page as paging
from flows.report.contents import contents
from tests.flows.report.conftest import HOSTILE
from warehouse.errors import CannotWrite

VOID = {"meta", "link", "img", "input", "br", "hr"}
OUTSIDE = re.compile(r"^\s*(https?:)?//", re.IGNORECASE)


class Parsed(HTMLParser):
    """A page with its elements: open ones must be closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: dict[str, str] = {}
        self.script = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep the element and what it says."""
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "script":
            self.script = dict(attributes).get("id") or f"script {self.tags['script']}"

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        """Keep what scripts hold."""
        if self.open and self.open[-1] == "script":
            self.scripts[self.script] = self.scripts.get(self.script, "") + text

    def values(self, name: str) -> list[str]:
        """The values of an attribute, of all elements."""
        return [value for _, found, value in self.attributes if found == name]

    def page(self) -> dict[str, Any]:
        """What the page knows."""
        return dict(json.loads(self.scripts["page"]))

    def texts(self) -> dict[str, Any]:
        """The texts of records, unpacked."""
        return dict(json.loads(gzip.decompress(base64.b64decode(self.scripts["texts"]))))


def parsed(published: Path, out: Path) -> Parsed:
    return Parsed(report.write(published, out / "report.html").read_text("utf-8"))


@pytest.mark.parametrize("name", ["sample", "hostile", "empty"])
def test_the_page_is_whole_and_names_nothing_to_load(request: pytest.FixtureRequest, tmp_path: Path, name: str) -> None:
    found = parsed(request.getfixturevalue(name), tmp_path)
    assert found.open == []
    assert [tag for tag in ("html", "head", "title", "main", "h1") if found.tags[tag] != 1] == []
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(found.tags)
    assert found.values("src") == []
    assert [value for value in found.values("href") if OUTSIDE.match(value)] == []
    text = (tmp_path / "report.html").read_text("utf-8")
    assert re.findall(r"url\(|@import|@font-face", text.split("</style>")[0]) == []
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {value for name in ("for", "aria-labelledby") for value in " ".join(found.values(name)).split()} <= set(ids)
    assert {value.removeprefix("#") for value in found.values("href")} <= set(ids)


def test_hostile_texts_end_no_script_and_arrive_as_they_were(hostile: Path, tmp_path: Path) -> None:
    found = parsed(hostile, tmp_path)
    assert found.tags["script"] == 4
    page = found.page()
    [record] = [dict(zip(page["records"]["columns"], row, strict=True)) for row in page["records"]["rows"]]
    assert (record["security_name"], record["title"], record["location"]) == (HOSTILE,) * 3
    [texts] = found.texts().values()
    assert texts["questions"][0][:2] == [HOSTILE] * 2
    assert (texts["participants"], texts["hosts"]) == ([[HOSTILE] * 2], [[HOSTILE] * 2])
    assert "<img src=x" not in (tmp_path / "report.html").read_text("utf-8")


def test_the_page_holds_what_was_asked_of_the_file(sample: Path, tmp_path: Path) -> None:
    found, asked = parsed(sample, tmp_path), contents(sample, report.RECORDS)
    assert found.page()["figures"] == asked.figures
    assert (found.page()["records"], found.texts()) == (asked.records, asked.texts)


def test_the_browser_is_told_to_run_these_scripts_alone(sample: Path, tmp_path: Path) -> None:
    found = parsed(sample, tmp_path)
    [policy] = [value for value in found.values("content") if "default-src" in value]
    scripts = [text for name, text in found.scripts.items() if name.startswith("script ")]
    assert policy == paging.policy(scripts)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"unsafe-eval|https?:|\*|data:", policy)


def test_a_sample_s_page_stays_small_and_the_same(sample: Path, tmp_path: Path) -> None:
    first = report.write(sample, tmp_path / "a" / "one.html").read_bytes()
    assert first == report.write(sample, tmp_path / "b.html").read_bytes()
    assert len(first) < 1_500_000


def test_it_stands_beside_the_published_file_unless_told(hostile: Path) -> None:
    assert report.write(hostile, records=1) == hostile.with_name("report.html")
    assert [path.name for path in hostile.parent.glob("*report*")] == ["report.html"]


def test_what_cannot_be_written_leaves_the_page_as_it_was(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kept").write_text("kept")
    with pytest.raises(CannotWrite):
        report.write(sample, tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_every_word_is_said_in_both_languages_and_each_is_used() -> None:
    words = paging.words()
    folder = files("flows.report")
    text = "".join(
        path.read_text("utf-8") for name in ("templates", "charts") for path in folder.joinpath(name).iterdir()
    )
    named = set(re.findall(r"say\(\"(\w+)\"|word: \"(\w+)\"|@\{(\w+)\}|data-(?:label|hint)=\"(\w+)\"", text))
    assert {word for found in named for word in found if word} - {"word"} <= set(words)
    made = {f"{word}_{kind}" for word in ("days", "stage", "short", "week") for kind in _kinds(words, word)}
    made |= {word for word in words if word.endswith("_note")}
    assert [word for word in words if word not in made and not re.search(rf"\b{word}\b", text)] == []
    assert all(chinese.strip() and english.strip() for chinese, english in words.values())


def _kinds(words: dict[str, list[str]], word: str) -> list[str]:
    return [one.removeprefix(f"{word}_") for one in words if one.startswith(f"{word}_")]
