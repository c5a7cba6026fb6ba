"""The page: contents, words of two languages, charts, styles and scripts in one file that loads nothing.

A policy in the page itself (CSP) lets the browser run these scripts alone, by their hashes, and load nothing at all.
"""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import vl_convert
from jinja2 import Environment, PackageLoader, StrictUndefined

from flows.report.contents import Contents, contents
from warehouse.disk import replacing

RECORDS = 500
_SCRIPTS = ("language", "element", "chart", "figure", "record", "opened", "start")
_CHARTS = ("week", "visited", "institution", "topic", "calendar")


def write(published: Path, out: Path | None = None, records: int = RECORDS) -> Path:
    """Write the report about the published file, whole or not at all; returns its path.

    It stands beside the published file as `report.html` unless said otherwise, and holds so many of the newest
    records. The same file gives the same page. Raises NothingPublished, DamagedWarehouse, CannotWrite.
    """
    target = out or published.with_name("report.html")
    text = render(contents(published, records))
    with replacing(target) as file:
        file.write(text.encode())
    return target


def render(found: Contents) -> str:
    """The page's text."""
    scripts = (_vega(), "\n".join(_read(f"templates/{name}.js") for name in _SCRIPTS))
    safe = tuple(text.replace("</script", "<\\/script").replace("<!--", "<\\!--") for text in scripts)
    page = {
        "words": words(),
        "charts": {name: json.loads(_read(f"charts/{name}.json")) for name in _CHARTS},
        "figures": found.figures,
        "records": found.records,
    }
    return _environment().get_template("report.html").render(
        page=page, texts=_packed(found.texts), scripts=safe, style=_read("templates/report.css"), policy=policy(safe),
        words=page["words"],
    )  # fmt: skip


def policy(scripts: Iterable[str]) -> str:
    """The content security policy under which these scripts run and nothing is loaded."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts)
    allowed = " ".join(f"'sha256-{one}'" for one in hashes)
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def words() -> dict[str, list[str]]:
    """What the page says, by its key: in Chinese and in English."""
    rows = csv.reader(_read("words.csv").splitlines())
    return {key: [chinese, english] for key, chinese, english in rows}


@cache
def _vega() -> str:
    """Vega, Vega-Lite and their embedding as one script, as the library bundles them."""
    return vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")


def _packed(texts: Any) -> str:  # noqa: ANN401 - what JSON can hold
    text = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("flows.report"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def _read(name: str) -> str:
    return files("flows.report").joinpath(name).read_text("utf-8")
