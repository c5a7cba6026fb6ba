"""The accuracy card: shares and counts, pages of templates, and the committed pages as the code makes them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import accuracy
from extractors import reading
from extractors.labelled import labelled
from tests.factory import pdf
from tests.factory.form import values

ROOT = Path(__file__).resolve().parents[2]
MEASURED = re.compile(r"Measured (\S+);")


def record(**changed: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON
    """A made record with the keys of the labels."""
    return labelled(reading.parse(pdf.form(values(**changed))))


@pytest.fixture(scope="module")
def card(shared: Path) -> dict[str, str]:
    """The pages as the code makes them now."""
    page = (ROOT / "docs/accuracy.md").read_text("utf-8")
    found = MEASURED.search(page)
    assert found is not None
    return accuracy.card(shared / "corpus", found[1])


@pytest.mark.parametrize("name", accuracy.PAGES)
def test_the_committed_page_is_what_the_code_makes(card: dict[str, str], name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == card[name], "run make accuracy"


def test_both_pages_hold_the_same_figures(card: dict[str, str]) -> None:
    cells = [re.findall(r"\| ([\d.]+(?:%(?: \([\d,]+\))?)?) (?=\|)", card[name]) for name in accuracy.PAGES]
    assert cells[0] == cells[1]
    assert len(cells[0]) > 50


def test_both_templates_ask_for_the_same_figures() -> None:
    texts = [(ROOT / "benchmarks/templates" / name).read_text("utf-8") for name in accuracy.PAGES]
    asked = [set(re.findall(r"\$(\w+)", text)) for text in texts]
    assert asked[0] == asked[1]


def test_shares_of_records_and_of_rows() -> None:
    silent = record(时间=("2026年3月10日",), 参与单位名称及人员姓名=("线上投资者",), 上市公司接待人员姓名=("周舟",))
    found = accuracy.fills([record(), silent])
    expected = {
        "fill_content": "100.0% (2)", "fill_time_of_day": "50.0% (1)", "fill_visitors": "100.0% (2)",
        "fill_person": "50.0% (1)", "fill_host_title": "50.0% (1)", "fill_stated": "0.0% (0)",
        "row_person": "100.0% (3)", "rows": "3", "row_host_title": "66.7% (2)", "host_rows": "3",
    }  # fmt: skip
    assert {key: found[key] for key in expected} == expected


def test_no_rows_have_no_share() -> None:
    assert accuracy.fills([])["row_person"] == "none"


def test_figures_have_three_digits_and_counts_none() -> None:
    assert accuracy.scores({"people_f1": 0.98666, "refused": 0}) == {"people_f1": "0.987", "refused": "0"}


def test_on_how_much_was_measured() -> None:
    label = {
        "security_code": "300999", "sessions": [{"start_date": "2021-01-02"}], "qa": [{}, {}], "participants": None,
        "hosts": [{}],
    }  # fmt: skip
    other = label | {"security_code": "688001", "sessions": [{"start_date": "2019-01-02"}]}
    assert accuracy.described({"a": label, "b": other}) == {
        "labelled": "2", "companies": "2", "shenzhen": "1", "first_year": "2019", "last_year": "2021",
        "label_questions": "4", "label_institutions": "0", "label_hosts": "2",
    }  # fmt: skip


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notice.pdf").write_bytes(pdf.plain("关于召开股东大会的通知"))
    assert accuracy.parsed_file(tmp_path / "notice.pdf") is None


def test_a_template_with_an_unknown_figure_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("$nobody", "utf-8")
    with pytest.raises(KeyError):
        accuracy.filled(tmp_path / "page.md", {})
