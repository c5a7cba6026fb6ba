"""The report in headless Chromium: it draws, searches, filters, sorts, opens records, turns, and asks no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.flows.report.chromium import Browser, Open, asked, drawn, element, search, texts
from tests.flows.report.conftest import HOSTILE
from warehouse import ask

PICTURE = Path(__file__).resolve().parents[3] / "docs/pictures/report.png"
CHARTS = (
    "chart-records", "chart-institutions", "chart-visited", "chart-institution", "chart-topic",
    "calendar-SZSE", "calendar-SSE", "calendar-BSE",
)  # fmt: skip


def test_every_chart_has_marks_and_is_told_in_words(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    marks = {name: len(texts(browser, f"#{name} svg .mark-rect path, #{name} svg .mark-rect rect")) for name in CHARTS}
    assert [name for name, count in marks.items() if count < 3] == []
    assert marks["chart-visited"] == 15
    told = {name: str(element(browser, f"#{name} svg[role=img]").get_attribute("aria-label")) for name in CHARTS}
    assert [name for name, text in told.items() if len(text) < 12] == []
    assert "深交所" in told["chart-records"]
    assert texts(browser, "#chart-visited svg text")[0].strip()
    assert len(texts(browser, "#table-topic tbody tr")) > 10


def test_nothing_is_asked_of_a_network_and_nothing_goes_wrong(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    browser.execute_script("document.querySelector('#table-record a.open').click()")
    assert [one for one in asked(browser) if not one.startswith(("file:///", "about:"))] == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []


def test_the_page_s_policy_refuses_what_would_be_loaded(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    script = """
      const done = arguments[0], refused = [];
      addEventListener("securitypolicyviolation", (event) => {
        refused.push(event.effectiveDirective);
        if (refused.length === 3) done(refused.sort());
      });
      const image = document.createElement("img");
      image.src = "https://outside.example/a.png";
      const style = document.createElement("style");
      style.textContent = '@font-face { font-family: x; src: url("https://outside.example/a.woff2") }';
      document.body.append(image, style, Object.assign(document.createElement("p"), { textContent: "x", style: "font-family: x" }));
      fetch("https://outside.example/").catch(() => 0);
    """
    browser.set_script_timeout(20)
    assert browser.execute_async_script(script) == ["connect-src", "font-src", "img-src"]


def test_tiles_tell_what_the_tables_hold(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    counts = ask.sql(
        sample,
        "select (select count(*) from activity_record), (select count(*) from activity), "
        "(select count(distinct company_id) from record_source), "
        "(select count(distinct institution_key) from institution_visit), (select count(*) from question)",
    ).rows[0]
    assert texts(browser, "#total dd")[:5] == [f"{count:,}" for count in counts]


def test_a_search_reads_whole_texts_and_shows_where(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    count = len(
        ask.sql(
            sample,
            "select distinct record_id from qa where contains(question || answer, '毛利率') union "
            "select record_id from activity_record where contains(narrative, '毛利率')",
        ).rows
    )
    search(browser, "毛利率", f"{count} / ")
    assert len(texts(browser, "#table-record tbody tr")) == count > 3
    assert set(texts(browser, "#table-record mark")) == {"毛利率"}
    search(browser, "没有这个词", "0 / ")
    assert texts(browser, "#table-record > p") == ["没有符合条件的记录"]
    search(browser, "(a+)+$[", "0 / ")


def test_filters_and_sorting(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    element(browser, "#exchange option[value=SSE]").click()
    codes = texts(browser, "#table-record .code")
    expected = ask.sql(sample, "select security_code from record_overview where exchange = 'SSE' order by 1").rows
    assert sorted(codes) == [code for (code,) in expected]
    element(browser, "[data-sort=institutions]").send_keys(Keys.ENTER)
    numbers = [int(text) for text in texts(browser, "#table-record td.number:nth-child(5)")]
    assert numbers == sorted(numbers, reverse=True)
    assert element(browser, "th:has([data-sort=institutions])").get_attribute("aria-sort") == "descending"
    assert browser.switch_to.active_element.get_attribute("data-sort") == "institutions"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert [int(text) for text in texts(browser, "#table-record td.number:nth-child(5)")] == sorted(numbers)


def test_a_record_opens_by_the_keyboard_with_all_its_answers(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    element(browser, "#table-record a.open").send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda one: element(one, "#opened").is_displayed())
    record = browser.execute_script("return location.hash").removeprefix("#record=")
    told = [row[1:3] for row in ask.named(sample, "record_questions", record_id=record).rows]
    assert list(zip(texts(browser, "#opened h4"), texts(browser, "#opened .asked .answer"), strict=True)) == told
    hosts = ask.named(sample, "record_hosts", record_id=record).rows
    assert all(str(name) in element(browser, "#opened .content").text for name, _ in hosts)
    header = ask.named(sample, "record", id=record)
    source = element(browser, "#opened a.source")
    assert source.get_attribute("href") == header.rows[0][header.columns.index("address")]
    assert source.get_attribute("rel") == "noreferrer noopener"
    element(browser, "#opened .older").click()
    assert browser.execute_script("return location.hash") != f"#record={record}"
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    WebDriverWait(browser, 10).until(lambda one: not element(one, "#opened").is_displayed())
    assert browser.execute_script("return location.hash") == ""


def test_a_record_s_own_address_opens_it(sample: Path, open_page: Open) -> None:
    record = ask.sql(sample, "select record_id from record_overview where questions > 0 order by 1 limit 1").rows[0][0]
    browser = open_page(sample, f"record={record}")
    WebDriverWait(browser, 10).until(lambda one: element(one, "#opened h4").is_displayed())
    assert element(browser, "#opened").get_attribute("data-record") == record


def test_language_and_theme_turn_and_are_remembered(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    assert (element(browser, "html").get_attribute("lang"), element(browser, "h2").text) == ("zh-CN", "每周披露")
    light = element(browser, "body").value_of_css_property("background-color")
    element(browser, "#language").click()
    drawn(browser)
    element(browser, "#theme").click()
    drawn(browser)
    assert (element(browser, "html").get_attribute("lang"), element(browser, "h2").text) == ("en", "By week")
    assert element(browser, "body").value_of_css_property("background-color") != light
    open_page(sample, "")
    assert element(browser, "html").get_attribute("data-drawn") == "en dark"
    assert not [text for text in texts(browser, "svg text") if text.startswith("@{")]


def test_on_a_phone_nothing_is_wider_than_the_screen(sample: Path, open_page: Open, browser: Browser) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        open_page(sample)
        assert browser.execute_script("return document.documentElement.scrollWidth") == 390
        assert element(browser, "#table-record tbody tr").value_of_css_property("display") == "flex"
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_markup_in_a_record_is_text(hostile: Path, open_page: Open) -> None:
    browser = open_page(hostile)
    element(browser, "#table-record a.open").send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda one: element(one, "#opened").is_displayed())
    assert texts(browser, "#opened h4") == [HOSTILE]
    assert element(browser, "#opened h2").text.endswith(HOSTILE)
    assert not browser.find_elements(By.CSS_SELECTOR, "img, #opened a.source, [href^='javascript']")
    assert browser.title.startswith("投资者关系活动记录")
    assert browser.get_log("browser") == []


def test_a_page_without_records_says_so(empty: Path, open_page: Open) -> None:
    browser = open_page(empty)
    assert texts(browser, "#chart-records p") == ["没有数据"]
    assert element(browser, "#found").text == "0 / 0 条"
    assert browser.get_log("browser") == []


@pytest.mark.skipif("JIYAO_WRITE" not in os.environ, reason="JIYAO_WRITE=1 writes the README's picture anew")
def test_the_picture_of_the_readme_is_written_anew(sample: Path, open_page: Open) -> None:
    browser = open_page(sample)
    browser.set_window_size(1280, 1640)
    PICTURE.parent.mkdir(exist_ok=True)
    assert browser.save_screenshot(str(PICTURE))
    assert PICTURE.stat().st_size < 300_000
