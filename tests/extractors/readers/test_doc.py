"""DOC: the same records as the DOCX it was made of, and a reason where there is no converter or no Word file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import reading
from extractors.errors import ConverterMissing, Damaged, Encrypted, NotADocument, ReaderStopped
from extractors.fields.label import is_label
from extractors.readers import doc
from extractors.records import ActivityRecord
from flows import pool
from tests.factory import doc as word97
from tests.factory import docx as word
from tests.factory.form import VALUES

OBJECTS = Path(__file__).resolve().parents[3] / "sample" / "objects"
SAMPLES = [content for path in sorted(OBJECTS.glob("*/*")) if (content := path.read_bytes()).startswith(b"PK")][:2]

needs_office = pytest.mark.skipif(word97.OFFICE is None, reason=word97.ABSENT)


def plain(records: tuple[object, ...]) -> list[object]:
    """The records without the ids that come from the bytes, blanks of the whole text aside."""
    done: list[object] = []
    for record in records:
        bare = replace(record, record_id="") if hasattr(record, "record_id") else record  # type: ignore[type-var]
        if isinstance(bare, ActivityRecord):
            bare = replace(bare, document_id="", text="".join(bare.text.split()))
        done.append(bare)
    return done


def fake(folder: Path, script: str) -> None:
    """A converter of that name that does what the script says."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@needs_office
def test_docs_give_the_records_of_their_docx_through_the_pool(tmp_path: Path) -> None:
    made = [word.made(VALUES), *SAMPLES]
    paths = [tmp_path / f"{number}.doc" for number in range(len(made))]
    for path, content in zip(paths, made, strict=True):
        path.write_bytes(word97.saved(content))
    for content, found in zip(made, pool.read_all(paths, 2), strict=True):
        assert plain(found.records) == plain(reading.read(content).records)
        assert (found.document.media_type, found.document.reader) == ("doc", f"doc {reading.VERSION}")


@needs_office
def test_rich_text_under_the_name_of_a_doc() -> None:
    cells = "".join(
        rf"\trowd\cellx3000\cellx9000 {escaped(label)}\intbl\cell {escaped(lines[0])}\intbl\cell\row "
        for label, lines in VALUES.items()
    )
    found = reading.form(rf"{{\rtf1\ansi {cells}\pard\par}}".encode())
    assert [row.label for row in found.rows] == list(VALUES)


def escaped(text: str) -> str:
    """The text as RTF writes what is not ASCII."""
    return "".join(rf"\u{ord(char)}?" for char in text)


@needs_office
def test_a_doc_that_is_no_record_has_its_reader() -> None:
    document, _ = word.form({"甲": ["乙"]}, header=("关于监事辞职的公告",))
    found = reading.read(word97.saved(word.content(document)))
    assert [getattr(one, "error", None) for one in found.records] == ["NotARecord"]
    assert found.document.reader == f"doc {reading.VERSION}"


@needs_office
@pytest.mark.parametrize("keep", [600, 4000, 9000, 15000])
def test_a_cut_doc_is_a_failure(keep: int) -> None:
    made = word97.saved(word.made(VALUES))
    found = reading.read(made[:keep] + "WordDocument".encode("utf-16-le"))
    assert getattr(found.records[0], "error", None) in {"Damaged", "NotARecord"}


@needs_office
def test_a_locked_doc_is_told() -> None:
    made = bytearray(word97.saved(word.made(VALUES)))
    head = next(at for at in range(512, len(made), 512) if made[at : at + 2] == b"\xec\xa5")
    made[head + 11] |= 1
    with pytest.raises(Encrypted):
        doc.read(bytes(made), is_label)


@pytest.mark.parametrize("stream", ["Workbook", "PowerPoint Document", "Property"])
def test_files_of_other_programs_never_reach_the_converter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    fake(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotADocument, match="without a Word document"):
        doc.read(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + stream.encode("utf-16-le"), is_label)


def test_without_libreoffice_the_reason_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConverterMissing, match=r"install it .*jiyao rebuild"):
        doc.read(word97.BARE, is_label)


def test_a_converter_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "echo 'source file could not be loaded' >&2; exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(Damaged, match="could not be loaded"):
        doc.read(word97.BARE, is_label)


def test_a_converter_that_hangs_is_stopped_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(doc, "_SECONDS", 0.5)
    with pytest.raises(ReaderStopped, match="LibreOffice"):
        doc.read(word97.BARE, is_label)
    state = Path("/proc", (tmp_path / "child").read_text("ascii").strip(), "stat")
    assert not state.exists() or state.read_text("ascii").split()[2] == "Z"
