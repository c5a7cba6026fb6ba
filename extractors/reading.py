"""Bytes of a file to the records in it: the format by its bytes, the reader, the document type."""

from __future__ import annotations

import hashlib
import itertools
import re
from dataclasses import dataclass, field, replace

from extractors.documents import activity_record
from extractors.errors import ExtractorError, NeedsOcr, NotADocument, ParseError
from extractors.fields.label import CORE, field_of, is_label
from extractors.readers import doc, docx, html, mht, pdf, signature
from extractors.readers.form import Form
from extractors.records import Document, ParseFailure

VERSION = "5"  # of readers and rules together: a document is read again when it changes

_LABEL = re.compile(r"[^\s<>|]{2,40}")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document gave: its own row, and records or failures."""

    document: Document
    records: tuple[object, ...]
    unseen: int = 0  # pages without text that were left out
    seconds: float = field(default=0.0, compare=False)  # of processor time, where whoever asked for it measured


def media_type(content: bytes) -> str:
    """pdf, docx, doc, html, markdown or unknown, by the bytes alone."""
    kind = signature.kind_of(content)
    if kind:
        return kind
    text = decoded(content)
    if text is None or not _names_labels(text):
        return "unknown"
    return "html" if re.search(r"<(?:html|table)\b", text, re.IGNORECASE) else "markdown"


def decoded(content: bytes) -> str | None:
    """The bytes as text in UTF-8, UTF-16 or GB18030, of an MHT its page; None where they are none."""
    content = mht.page(content) if mht.is_mht(content) else content
    marked = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ()
    for encoding in (*marked, "utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def form(content: bytes, *, is_ocr: bool = True) -> Form:
    """The Form of a file; `is_ocr` says whether pictures of pages may be read where the extra is installed.

    Raises a ReadError that says why there is none, TooLarge where a package unpacks to too much.
    """
    kind = media_type(content)
    if kind == "pdf":
        return pdf.read(content, is_label, is_ocr=is_ocr)
    if kind == "docx":
        return docx.read(content, is_label)
    if kind in {"html", "markdown"}:
        return html.read(decoded(content) or "", is_label)
    if kind == "doc":
        return doc.read(content, is_label)
    raise NotADocument(found=_described(content))


def parse(content: bytes) -> tuple[object, ...]:
    """The records of a file.

    Raises what `form` raises, or a ParseError that says why there are none.
    """
    return _records(form(content), hashlib.sha256(content).hexdigest())


def read(content: bytes, *, is_ocr: bool = True) -> Reading:
    """The document's row with its records, or with a failure where it has none; never an ExtractorError."""
    document_id = hashlib.sha256(content).hexdigest()
    found: Form | None = None
    records: tuple[object, ...]
    try:
        found = form(content, is_ocr=is_ocr)
        records = _records(found, document_id)
    except ExtractorError as error:
        records = (failure(document_id, error),)
        unseen = error.pages if isinstance(error, NeedsOcr) else 0
    else:
        unseen = 0 if found.is_ocr else len(found.scanned)
    return Reading(document(content, found), records, unseen)


def document(content: bytes, found: Form | None = None) -> Document:
    """The document's own row, with the Form that was found in it; a DOC that gave none has no reader."""
    kind = media_type(content)
    is_read = kind not in {"unknown", "doc"} or found is not None
    return Document(
        document_id=hashlib.sha256(content).hexdigest(),
        media_type=kind,
        byte_count=len(content),
        page_count=found.page_count if found else None,
        reader=f"{kind}{'+ocr' if found and found.is_ocr else ''} {VERSION}" if is_read else None,
        scanned_pages=len(found.scanned) if found and kind == "pdf" else None,
    )


def curable() -> tuple[str, ...]:
    """Errors of documents that are worth another reading here: scans, once the extra `ocr` is installed."""
    return ("NeedsOcr", "OcrFailed", "PagesUnread") if pdf.is_ocr_installed() else ()


def failure(document_id: str, error: ExtractorError) -> ParseFailure:
    """Why a document gave no records."""
    stage = "parse" if isinstance(error, ParseError) else "read"
    return ParseFailure(
        document_id=document_id, ordinal=1, stage=stage, error=type(error).__name__, label=None, detail=str(error)
    )


def _records(found: Form, document_id: str) -> tuple[object, ...]:
    """The records of the forms of a file, one after another; what stayed open is numbered over all of them."""
    forms = (found, *found.following)
    rows = [row for number, one in enumerate(forms, 1) for row in activity_record.parse(one, document_id, number)]
    open_ends = itertools.count(1)
    return tuple(replace(row, ordinal=next(open_ends)) if isinstance(row, ParseFailure) else row for row in rows)


def _names_labels(text: str) -> bool:
    plain = re.sub(r"<[^>]{1,200}>", "\t", text[:200_000])
    fields = {field_of("".join(part.split()).strip("#*")) for part in re.split(r"[\t\n|：:]", plain) if part.strip()}
    return len(fields & CORE) >= _ENOUGH


def _described(content: bytes) -> str:
    if not content:
        return "an empty file"
    known = signature.described(content)
    if known:
        return known
    text = decoded(content[:400])
    if text and "<" in text:
        return "a web page that holds no form, perhaps a challenge"
    return f"{len(content)} bytes that begin {content[:16]!r}"
