"""Labelled objects: a parsed record with the keys of the labelling guide, and the score against hand-made labels."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors import reading
from extractors.errors import ExtractorError
from extractors.labelled import labelled
from tests.factory import html, pdf
from tests.factory.form import PAIRS, VALUES, values

FLOORS = {
    "security_code": 0.99, "security_name": 0.99, "company_name": 0.99, "record_no": 0.99, "categories": 0.99, "signed_on": 0.99,
    "sessions": 0.99, "location": 0.99, "category_note": 0.98, "participants_stated": 0.98, "attachments": 0.98,
    "participants_in_attachment": 0.98, "hosts_f1": 0.99, "host_titles_f1": 0.98, "institutions_f1": 0.98, "people_f1": 0.97,
    "questions_f1": 0.98, "qa_pairs_f1": 0.98, "qa_whole_f1": 0.98,
}  # fmt: skip


def test_a_record_with_the_keys_of_the_guide() -> None:
    assert labelled(reading.parse(pdf.form(VALUES))) == {
        "security_code": "300999",
        "security_name": "虚构股份",
        "company_name": "虚构科技股份有限公司",
        "record_no": "2026-003",
        "categories": ["特定对象调研", "现场参观"],
        "category_note": None,
        "participants": [{"institution": "虚构证券", "people": ["李琦", "王诚"]}, {"institution": "假设基金", "people": ["张明远"]}],
        "participants_stated": None,
        "participants_note": None,
        "participants_in_attachment": False,
        "sessions": [{"start_date": "2026-03-10", "end_date": "2026-03-10", "start_time": "15:00", "end_time": "16:30"}],
        "location": "公司会议室",
        "hosts": [{"name": "周舟", "title": "董事长"}, {"name": "吴越", "title": "董事会秘书"}],
        "qa": [{"question": question, "answer": answer, "pages": [1]} for question, answer in PAIRS],
        "narrative": False,
        "attachments": "无",
        "signed_on": "2026-03-11",
    }


def test_what_a_form_does_not_say_is_none() -> None:
    rows = values(参与单位名称及人员姓名=("线上投资者",), 时间=("另行通知",), 日期=None, 地点=None)
    found = labelled(reading.parse(html.page({key: lines for key, lines in rows.items() if lines}, header=("投资者关系活动记录表",)).encode()))
    absent = ["security_code", "security_name", "company_name", "record_no", "location", "signed_on", "participants_stated"]
    assert [found[key] for key in absent] == [None] * len(absent)
    assert (found["participants"], found["sessions"], found["participants_note"]) == ([], [], "线上投资者")
    assert found["qa"] == [{"question": question, "answer": answer, "pages": []} for question, answer in PAIRS]


def scorer(shared: Path) -> Callable[..., tuple[dict[str, float], dict[str, list[str]]]]:
    """The scoring function that lies beside the labels."""
    found = importlib.util.spec_from_file_location("score", shared / "corpus/score.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module.score  # type: ignore[no-any-return]


def parsed(file: Path) -> dict[str, Any]:
    """A record as labelled; empty where it is refused."""
    try:
        return labelled(reading.parse(file.read_bytes()))
    except ExtractorError:
        return {}


def record_file(shared: Path, name: str) -> Path:
    """The record that a label is of."""
    return next(file for kind in ("pdf", "md") if (file := shared / f"corpus/records/{name}.{kind}").exists())


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, float]:
    """The score of all labelled records."""
    golds = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((shared / "corpus/gold").glob("*.json"))}
    return scorer(shared)((name, gold, parsed(record_file(shared, name))) for name, gold in golds.items())[0]


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_labelled_records_are_read_as_people_read_them(figures: dict[str, float], figure: str, floor: float) -> None:
    assert figures[figure] >= floor


@pytest.fixture(scope="module")
def everything(shared: Path) -> dict[str, dict[str, Any]]:
    """All real records as labelled."""
    return {file.stem: parsed(file) for file in sorted((shared / "corpus/records").iterdir()) if file.suffix in {".pdf", ".md"}}


def test_every_real_record_is_read(everything: dict[str, dict[str, Any]]) -> None:
    assert len(everything) >= 210
    assert [name for name, found in everything.items() if not found] == []


@pytest.mark.parametrize(("key", "share"), [("security_code", 0.99), ("categories", 0.99), ("sessions", 0.99), ("qa", 0.9), ("hosts", 0.95), ("company_name", 0.9)])
def test_hardly_any_real_record_lacks_a_value(everything: dict[str, dict[str, Any]], key: str, share: float) -> None:
    assert sum(bool(found[key]) for found in everything.values()) >= share * len(everything)


@pytest.mark.parametrize(
    ("name", "code", "categories", "pairs", "houses", "stated"),
    [("activity_sh601607.txt", "601607", {"分析师会议", "路演活动"}, 2, 9, 29), ("activity_tb600089.txt", "600089", {"分析师会议", "现场参观", "其他"}, 2, 6, 31)],
)
def test_text_of_shanghai_s_records(shared: Path, name: str, code: str, categories: set[str], pairs: int, houses: int, stated: int) -> None:
    found = parsed(shared / "corpus/sse_text" / name)
    assert (found["security_code"], set(found["categories"]), len(found["qa"])) == (code, categories, pairs)
    assert (len(found["participants"]), found["participants_stated"]) == (houses, stated)
    assert found["sessions"] == [{"start_date": "2026-07-01", "end_date": "2026-07-31", "start_time": None, "end_time": None}]
