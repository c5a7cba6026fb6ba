"""Errors of files: no Form, or a Form that gives no records."""

from __future__ import annotations

from extractors.errors.base import ExtractorError


class ReadError(ExtractorError):
    """Raised when a file's bytes give no Form; the document becomes a parse_failure."""


class NotADocument(ReadError):
    """Raised when the bytes are of no format that records come in, such as an HTML challenge page."""

    def __init__(self, *, found: str) -> None:
        """Keep what was found instead."""
        self.found = found
        super().__init__(f"{found}; fetch the file again, or open it by hand")


class NeedsOcr(ReadError):
    """Raised when a file's pages hold no text, a scan, and the extra that reads pictures is not installed."""

    def __init__(self, *, pages: int) -> None:
        """Keep the number of pages."""
        self.pages = pages
        super().__init__(f"{pages} pages without text: a scan; `pip install 'jiyao[ocr]'`, and the next run reads it")


class OcrFailed(ReadError):
    """Raised when the OCR library is installed and does not work."""

    def __init__(self, *, detail: str) -> None:
        """Keep what it said."""
        self.detail = detail
        super().__init__(f"OCR failed ({detail}); install it anew: `pip install --force-reinstall 'jiyao[ocr]'`")


class NothingSeen(ReadError):
    """Raised when a file's pages hold no text, and OCR finds none in their pictures."""

    def __init__(self, *, pages: int) -> None:
        """Keep the number of pages."""
        self.pages = pages
        super().__init__(f"{pages} pages without text, and OCR finds none in their pictures; open the file by hand")


class ConverterMissing(ReadError):
    """Raised when a Word 97-2003 file (DOC) needs LibreOffice, and there is none on PATH."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "a Word 97-2003 file (DOC) is read by LibreOffice, which is not on PATH; install it "
            "(Debian: libreoffice-writer-nogui), then `jiyao rebuild`"
        )


class Encrypted(ReadError):
    """Raised when a file opens only with a password."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("the file is encrypted; decrypt it by hand")


class Damaged(ReadError):
    """Raised when a file of a known format cannot be opened."""

    def __init__(self, *, detail: str) -> None:
        """Keep what the library said."""
        self.detail = detail
        super().__init__(f"damaged file ({detail}); fetch it again")


class TooManyPages(ReadError):
    """Raised when a file has more pages than any activity record."""

    def __init__(self, *, pages: int, limit: int) -> None:
        """Keep both counts."""
        self.pages, self.limit = pages, limit
        super().__init__(f"{pages} pages, limit {limit}; no activity record is that long")


class RowsUnclear(ReadError):
    """Raised when a form has no borders and its lines do not tell to which label they belong."""

    def __init__(self, *, label: str) -> None:
        """Keep the label that is not on a level with its value."""
        self.label = label
        super().__init__(f"a form without borders, {label!r} not on a level with its value; read it by hand")


class ReaderStopped(ReadError):
    """Raised when a reader's process crashed, or passed its time or memory limit."""

    def __init__(self, *, reason: str) -> None:
        """Keep the reason."""
        self.reason = reason
        super().__init__(f"the reader was stopped ({reason}); the file is tried again by the next version")


class ReaderFailed(ReadError):
    """Raised when a reader stumbles over a file in a way that no rule foresaw."""

    def __init__(self, *, detail: str) -> None:
        """Keep what it raised."""
        self.detail = detail
        super().__init__(f"the reader stumbled ({detail}); report the file, it is tried again by the next version")


class ParseError(ExtractorError):
    """Raised when a Form gives no records."""


class NotARecord(ParseError):
    """Raised when a document is no activity record: its form's labels are missing."""

    def __init__(self, *, title: str, labels: tuple[str, ...], kind: str | None = None) -> None:
        """Keep the first line, the labels that were found, and what the document is where that is told."""
        self.title, self.labels, self.kind = title, labels, kind
        found, but = "、".join(labels) or "none", f" but {kind}" if kind else ""
        super().__init__(f"no activity record{but}: it begins {title!r}, labels found: {found}; nothing to do")
