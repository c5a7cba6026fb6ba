"""Questions to a page that is open in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

Browser = webdriver.Chrome
Open = Callable[..., Browser]


def drawn(browser: Browser) -> Browser:
    WebDriverWait(browser, 60).until(lambda one: one.execute_script("return document.documentElement.dataset.drawn"))
    return browser


def element(browser: Browser, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def texts(browser: Browser, selector: str) -> list[str]:
    script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)"
    return list(browser.execute_script(script, selector))


def asked(browser: Browser) -> set[str]:
    """Addresses that the browser asked for, of the page's own file and of the rest."""
    messages = [json.loads(line["message"])["message"] for line in browser.get_log("performance")]
    return {
        one["params"]["request"]["url"].split("#")[0]
        for one in messages
        if one["method"] == "Network.requestWillBeSent"
    }


def search(browser: Browser, word: str, expected: str) -> None:
    box = element(browser, "#search")
    box.clear()
    box.send_keys(word)
    WebDriverWait(browser, 10).until(lambda one: element(one, "#found").text.startswith(expected))
