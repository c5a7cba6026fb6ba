"""The notebook: run without a browser over the sample; each of its cells gives what it should."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from flows import line
from flows.run import PLAIN
from flows.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
marimo = pytest.importorskip("marimo", reason="the extra notebook is not installed: pip install 'jiyao[notebook]'")


def app() -> object:
    """The notebook's application, anew."""
    spec = importlib.util.spec_from_file_location("explore", ROOT / "notebooks/explore.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.app


def test_the_notebook_searches_and_shows_a_company_and_the_heat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.replay(PLAIN, Settings(home=tmp_path, host_map={}, jobs=2), ROOT / "sample")
    monkeypatch.setenv("JIYAO_HOME", str(tmp_path))
    _, found = app().run()
    assert found["held"]["records"] == 46
    assert found["hits"]
    assert all("产能" in row["问 question"] + row["答 answer"] for row in found["hits"])
    assert found["timeline"]
    assert len(found["heat"]) > 1
    assert found["heat"][0]["机构 institutions"] >= found["heat"][-1]["机构 institutions"]


def test_before_anything_is_published_it_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_HOME", str(tmp_path))
    outputs, found = app().run()
    assert "jiyao ingest" in "".join(str(getattr(one, "text", "")) for one in outputs if one is not None)
    assert "hits" not in found
