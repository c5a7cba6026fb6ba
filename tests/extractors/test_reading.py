"""Reading: formats told by their bytes, and for any bytes a document's row with records or one reason."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractors import reading
from extractors.errors import ConverterMissing, NotADocument, NotARecord, ReadError
from extractors.labelled import labelled
from extractors.readers import docx
from extractors.records import ActivityRecord, ParseFailure, Question
from tests.factory import doc as word97
from tests.factory import docx as word
from tests.factory import html, pdf
from tests.factory.form import PAIRS, VALUES, values

CHALLENGE = b"<html><head><script>document.cookie='x=1';location.reload()</script></head><body></body></html>"


def packed(*names: str, content: bytes = b"<x/>") -> bytes:
    """A zip file with members of the given names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in names:
            package.writestr(name, content)
    return file.getvalue()


FILES: dict[str, tuple[bytes, str]] = {
    "pdf": (pdf.form(VALUES), "pdf"),
    "pdf behind junk": (b"\r\n\x00junk" + pdf.form(VALUES), "pdf"),
    "pdf mark too far": (b" " * 1100 + b"%PDF-1.4", "unknown"),
    "docx": (word.made(VALUES), "docx"),
    "spreadsheet": (packed("[Content_Types].xml", "xl/workbook.xml"), "unknown"),
    "slides": (packed("[Content_Types].xml", "ppt/presentation.xml"), "unknown"),
    "zip": (packed("a.txt"), "unknown"),
    "doc": (word97.BARE, "doc"),
    "workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "doc"),
    "page": (html.page(VALUES).encode(), "html"),
    "page in GB18030": (html.page(VALUES).encode("gb18030"), "html"),
    "page with a mark": (b"\xef\xbb\xbf" + html.page(VALUES).encode(), "html"),
    "markdown": (html.markdown(VALUES).encode(), "markdown"),
    "markdown in GB18030": (html.markdown(VALUES).encode("gb18030"), "markdown"),
    "empty": (b"", "unknown"),
    "blank": (b" \r\n", "unknown"),
    "challenge": (CHALLENGE, "unknown"),
    "json": (b'{"code": 403}', "unknown"),
    "other text": ("关于召开业绩说明会的公告\n时间：下周".encode(), "unknown"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown"),
    "rar": (b"Rar!\x1a\x07\x00" + bytes(50), "unknown"),
    "rtf": (rb"{\rtf1\ansi}", "doc"),
    "pdf in a zip": (packed("a.pdf", content=pdf.form(VALUES)), "unknown"),
    "page in UTF-16": (html.page(VALUES).encode("utf-16"), "html"),
    "rubbish": (bytes(range(255, 0, -1)) * 4, "unknown"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_tell_the_format(name: str) -> None:
    content, kind = FILES[name]
    assert reading.media_type(content) == kind


@pytest.mark.parametrize(
    "name",
    [
        "pdf",
        "pdf behind junk",
        "docx",
        "page",
        "page in GB18030",
        "page with a mark",
        "markdown",
        "markdown in GB18030",
    ],
)
def test_the_same_form_gives_the_same_record_in_every_format(name: str) -> None:
    records = reading.parse(FILES[name][0])
    told = [
        (type(one).__name__, tuple(getattr(one, field) for field in VALUED.get(type(one).__name__, ())))
        for one in records
    ]
    assert [one for one in told if one[0] in VALUED] == EXPECTED


VALUED = {
    "ActivityRecord": ("security_code", "security_name", "company_name", "record_no", "title", "location"),
    "ActivityCategory": ("category",),
    "Participant": ("entry", "institution", "person"),
    "Host": ("name", "title"),
    "Question": ("question", "answer"),
}
EXPECTED: list[tuple[str, tuple[object, ...]]] = [
    (
        "ActivityRecord",
        ("300999", "虚构股份", "虚构科技股份有限公司", "2026-003", "投资者关系活动记录表", "公司会议室"),
    ),
    ("ActivityCategory", ("特定对象调研",)),
    ("ActivityCategory", ("现场参观",)),
    ("Participant", (1, "虚构证券", "李琦")),
    ("Participant", (1, "虚构证券", "王诚")),
    ("Participant", (2, "假设基金", "张明远")),
    ("Host", ("周舟", "董事长")),
    ("Host", ("吴越", "董事会秘书")),
    ("Question", ("公司今年的订单情况如何？", "公司订单充足，生产经营正常。")),
    ("Question", ("毛利率为什么下降？", "主要是产品结构变化所致。")),
    ("Question", ("海外业务的进展怎么样？", "海外子公司已经投产。")),
]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("doc", "ConverterMissing"), ("workbook", "NotADocument"), ("empty", "NotADocument"), ("challenge", "NotADocument"),
        ("zip", "NotADocument"), ("rubbish", "NotADocument"), ("other text", "NotADocument"),
        ("spreadsheet", "NotADocument"),
    ],
)  # fmt: skip
def test_what_gives_no_record_gives_one_reason(name: str, error: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    content = FILES[name][0]
    found = reading.read(content)
    (failure,) = found.records
    assert isinstance(failure, ParseFailure)
    assert (failure.error, failure.stage, failure.ordinal, failure.label) == (error, "read", 1, None)
    assert failure.document_id == found.document.document_id == hashlib.sha256(content).hexdigest()
    assert (found.document.byte_count, found.document.page_count, found.document.reader) == (len(content), None, None)


@pytest.mark.parametrize(
    ("content", "error", "stage"),
    [
        (pdf.plain("甲", password="secret"), "Encrypted", "read"),  # noqa: S106 - of a made file
         (pdf.form(VALUES)[:300], "Damaged", "read"),
        (word.made(VALUES)[:900] + b"word/", "Damaged", "read"),
        (pdf.plain("关于监事辞职的公告", "本公司董事会收到辞职报告。"), "NotARecord", "parse"),
        (packed("word/document.xml"), "Damaged", "read"),
    ],
    ids=["locked", "cut pdf", "cut docx", "no record", "no package"],
)  # fmt: skip
def test_files_that_cannot_be_read(content: bytes, error: str, stage: str) -> None:
    (failure,) = reading.read(content).records
    assert isinstance(failure, ParseFailure)
    assert (failure.error, failure.stage) == (error, stage)


def test_a_package_that_unpacks_to_too_much_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_MOST_BYTES", 100)
    (failure,) = reading.read(word.made(VALUES)).records
    assert isinstance(failure, ParseFailure)
    assert failure.error == "TooLarge"


def test_what_was_found_instead_is_told() -> None:
    found = {name: str(reason(FILES[name][0])) for name in ("empty", "challenge", "rar", "image", "slides", "zip")}
    assert found["empty"].startswith("an empty file")
    assert found["challenge"].startswith("a web page that holds no form")
    assert found["rar"].startswith("a RAR archive")
    assert found["image"].startswith("a picture (PNG)")
    assert found["slides"].startswith("slides (PPTX)")
    assert found["zip"].startswith("a ZIP archive of 1 files (a.txt)")


def reason(content: bytes) -> ReadError:
    """Why a file gives no form."""
    with pytest.raises(NotADocument) as caught:
        reading.form(content)
    return caught.value


def test_a_doc_needs_a_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConverterMissing):
        reading.form(FILES["doc"][0])


def test_a_record_s_document() -> None:
    found = reading.read(FILES["pdf"][0])
    assert (found.document.media_type, found.document.page_count) == ("pdf", 1)
    assert found.document.reader == f"pdf {reading.VERSION}"
    assert isinstance(found.records[0], ActivityRecord)
    assert found.records[0].document_id == found.document.document_id


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("甲".encode(), "甲"),
        (b"\xef\xbb\xbfa", "a"),
        ("甲".encode("gb18030"), "甲"),
        (b"\xff\xff", None),
        (b"a\x00b", None),
        (b"", ""),
    ],
)
def test_text_is_decoded(content: bytes, text: str | None) -> None:
    assert reading.decoded(content) == text


def never_raises(content: bytes) -> None:
    """Any bytes give a document and records, or one failure."""
    found = reading.read(content)
    assert found.document.byte_count == len(content)
    assert found.records


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary(max_size=2000))
@example(b"%PDF-1.7\n")
@example(b"PK\x03\x04word/")
@example(b"\xd0\xcf\x11\xe0")
@example("时间\t地点\t主要内容\t参与单位".encode())
def test_any_bytes_give_records_or_a_reason(content: bytes) -> None:
    never_raises(content)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["pdf", "docx", "page", "markdown"]), st.data())
def test_a_spoilt_file_gives_records_or_a_reason(name: str, data: st.DataObject) -> None:
    content = bytearray(FILES[name][0])
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content) - 1))
        content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
        content = content or bytearray(b" ")
    never_raises(bytes(content))


LABELS = st.sampled_from([*VALUES, "风险提示", "编号", "特殊情况", "活动参与人员", ""])
TEXTS = st.text(
    st.sampled_from("问答Q：A:1、2.（）一二 \t\n王李证券基金先生董事长□☑√年月日2026-时点至，。；？/附件等个人投资者")
) | st.text(max_size=30)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(LABELS, TEXTS), min_size=4, max_size=12))
def test_any_words_in_the_form_give_records_or_a_reason(rows: list[tuple[str, str]]) -> None:
    never_raises(
        html.page(dict(rows) | {"时间": ("甲",), "地点": ("乙",), "参与单位": (dict(rows).get("", "丙"),)}).encode()
    )


def test_disclosures_that_are_no_records_are_refused(shared: Path) -> None:
    files = [file for file in sorted((shared / "corpus/negatives").iterdir()) if file.suffix.lower() == ".pdf"]
    errors = [
        one.error for file in files for one in reading.read(file.read_bytes()).records if isinstance(one, ParseFailure)
    ]
    assert errors == ["NotARecord"] * 6


def test_a_negative_tells_its_title_and_labels(shared: Path) -> None:
    file = next((shared / "corpus/negatives").glob("*监事辞职*"))
    with pytest.raises(NotARecord) as caught:
        reading.parse(file.read_bytes())
    assert caught.value.title
    assert len(caught.value.labels) < 3


def test_each_form_of_a_file_gives_a_record() -> None:
    later = values(时间=("2026年4月2日 10:00-11:00",), 投资者关系活动主要内容介绍=("没有标记的介绍。",))
    page = html.page(VALUES).replace("</body></html>", html.page(later).partition("<body>")[2])
    records = reading.read(page.encode()).records
    found = [record for record in records if isinstance(record, ActivityRecord)]
    assert [(record.record_id[-2:], record.ordinal, record.security_code) for record in found] == [
        ("-1", 1, "300999"), ("-2", 2, "300999"),
    ]  # fmt: skip
    questions = [record.record_id for record in records if isinstance(record, Question)]
    assert questions == [found[0].record_id] * len(PAIRS)
    assert labelled(records)["sessions"] == labelled(reading.parse(html.page(VALUES).encode()))["sessions"]
