"""What is no activity record, whatever labels it bears, and records whose titles look like something else."""

from collections.abc import Callable

import pytest

from extractors import reading
from extractors.records import ActivityRecord, ParseFailure
from tests.factory import docx as word
from tests.factory import pdf
from tests.factory.form import HEADER, VALUES, boxes
from tests.factory.layouts import OTHERS, page, paragraphs


@pytest.mark.parametrize("make", [page, paragraphs])
@pytest.mark.parametrize("name", OTHERS)
def test_another_disclosure_is_refused_with_what_it_is(name: str, make: Callable[[tuple[str, ...]], bytes]) -> None:
    kind, lines = OTHERS[name]
    (failure,) = reading.read(make(lines)).records
    assert isinstance(failure, ParseFailure)
    assert (failure.error, failure.stage) == ("NotARecord", "parse")
    assert failure.detail.startswith(f"no activity record but {kind}" if kind else "no activity record: ")


@pytest.mark.parametrize(
    ("title", "kind"), [("投资者关系管理制度", "a policy"), ("投资者关系活动记录表", "an empty form")]
)
def test_a_form_that_nobody_filled_in_is_none(title: str, kind: str) -> None:
    rows = dict.fromkeys(VALUES, ()) | {"投资者关系活动类别": (boxes(),)}
    (failure,) = reading.read(pdf.form(rows, header=("虚构科技股份有限公司", title))).records
    assert isinstance(failure, ParseFailure)
    assert kind in failure.detail


def test_a_form_in_a_longer_document_is_none() -> None:
    header = tuple(f"第{number}条 公司应当与投资者沟通。" for number in range(50))
    document, _ = word.form(VALUES, header)
    (failure,) = reading.read(word.content(document)).records
    assert isinstance(failure, ParseFailure)
    assert "part of a longer document" in failure.detail


@pytest.mark.parametrize(
    "title",
    [
        ("虚构科技股份有限公司2025年年度报告", "业绩说明会投资者关系活动记录表"),
        ("关于2025年度业绩说明会召开情况的公告",),
        ("关于召开2025年度业绩说明会情况的公告",),
        ("关于接待机构投资者调研情况的公告",),
        ("投资者调研记录",),
        ("2026年3月投资者说明会会议纪要",),
        ("投资者关系管理信息",),
        ("2026年3月10日路演活动信息",),
        (),
    ],
)
def test_a_record_under_any_of_its_titles_is_one(title: tuple[str, ...]) -> None:
    records = reading.read(word.content(word.form(VALUES, (*HEADER[:2], *title))[0])).records
    assert any(isinstance(one, ActivityRecord) for one in records)
