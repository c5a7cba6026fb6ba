"""What the tests of the report share: published files, one of hostile texts, and a browser that finds no host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from extractors.records import (
    ActivityRecord,
    Announcement,
    AnnouncementDocument,
    Host,
    ListingDay,
    Participant,
    Question,
    Sighting,
)
from flows import line, report
from flows.run import PLAIN
from flows.settings import Settings
from tests.factory.rows import FILE, make, whole
from tests.flows.report.chromium import Browser, Open, drawn
from warehouse.connection import writer
from warehouse.load import derive, load, replace_parsed
from warehouse.migrate import migrate
from warehouse.publish import publish

SAMPLE = Path(__file__).resolve().parents[3] / "sample"
HOSTILE = "</script><!--<script><img src=x onerror=\"document.title='hit'\">'\"&@{week}${field}"
ADDRESS = "javascript:document.title='hit'"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file of the bundled sample, with two spans of Shanghai's days behind it that stayed open."""
    settings = Settings(home=tmp_path_factory.mktemp("report"), host_map={}, jobs=2)
    line.replay(PLAIN, settings, SAMPLE)
    unproved = {"source": "sse", "partition": "feed", "grade": "open", "promised": None, "reason": "NoResponse: late"}
    with writer(settings.building) as connection:
        load(connection, [make(ListingDay, day=date(2026, 3, day), **unproved) for day in (16, 17, 19)], "run-open")
        derive(connection, "run-open")
    publish(settings.building, settings.published)
    return settings.published


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file without a row of what is disclosed."""
    return _published(tmp_path_factory.mktemp("empty"), ())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file of one record whose every text is markup, and whose address is a script."""
    said = {
        ActivityRecord: ("security_name", "company_name", "location", "record_no", "narrative", "category_note"),
        Announcement: ("title",), Sighting: ("title", "security_name"), Participant: ("institution", "person"),
        Host: ("name", "title"), Question: ("question", "answer"),
    }  # fmt: skip
    changed = tuple(make(kind, **dict.fromkeys(names, HOSTILE)) for kind, names in said.items())
    addressed = (make(AnnouncementDocument, address=ADDRESS),)
    kept = tuple(row for row in whole() if type(row) not in {*said, AnnouncementDocument})
    return _published(tmp_path_factory.mktemp("hostile"), (*kept, *changed, *addressed))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that finds no host."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium or chromedriver is absent (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("headless=new", "no-sandbox", "hide-scrollbars", "host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=Service(driver)) as opened:
        opened.set_window_size(1280, 900)
        yield opened


@pytest.fixture(scope="session")
def open_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Writes a report and opens it, in Chinese and light unless told; what was asked and said before is forgotten."""
    written = cache(lambda published: report.write(published, tmp_path_factory.mktemp("page") / "report.html"))

    def opening(published: Path, where: str = "lang=zh&theme=light") -> Browser:
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get("about:blank")
        browser.get(f"{written(published).as_uri()}#{where}")
        return drawn(browser)

    return opening


def _published(folder: Path, rows: tuple[object, ...]) -> Path:
    with writer(folder / "building.duckdb") as connection:
        migrate(connection)
        if rows:
            replace_parsed(connection, [FILE], rows, run_id="run-1", version="1")
        load(connection, [], "run-1")
        derive(connection, "run-1")
    publish(folder / "building.duckdb", folder / "jiyao.duckdb")
    return folder / "jiyao.duckdb"
