"""The errors of extractors, one tree.

    ExtractorError
    ├── FetchError       the network gave no usable response
    │   ├── HostRefused, HostResting, TooLarge, BadStatus, NoResponse, KeptFailure, BadHostMap
    ├── ListingError     a source's answer breaks its contract: the partition is not complete
    │   ├── ContractBroken, RequestRefused, FilterIgnored, PageRepeated, CountMismatch, MiddlePageEmpty
    │   ├── PartitionTooLarge, FeedEnded
    ├── ReadError        the bytes of one file give no Form
    │   ├── NotADocument, NeedsOcr, ConverterMissing, Encrypted, Damaged, TooManyPages, RowsUnclear
    │   ├── ReaderStopped, ReaderFailed
    └── ParseError       a Form gives no records
        └── NotARecord

Facts are attributes; `str()` says what was found and what to do.
"""

from __future__ import annotations

from datetime import date, datetime


class ExtractorError(Exception):
    """Raised when something cannot be listed, fetched, read or parsed; see its branches."""


class FetchError(ExtractorError):
    """Raised when a request gives no usable response; the listing or file stays open for the next run."""

    at: datetime | None = None  # instant of the failure, where who asked has told it


class HostRefused(FetchError):
    """Raised when an address is off the allow-list, private, or redirects there; nothing was requested."""

    def __init__(self, *, address: str, reason: str) -> None:
        """Keep the address and the reason."""
        self.address, self.reason = address, reason
        super().__init__(f"{address}: {reason}; add a mapping to JIYAO_HOST_MAP if this host is yours")


class HostResting(FetchError):
    """Raised when a host failed many times in a row and is left alone for the rest of the run."""

    def __init__(self, *, host: str, failures: int) -> None:
        """Keep the host and how often it failed."""
        self.host, self.failures = host, failures
        super().__init__(f"{host}: rests after {failures} failures in a row; run again later")


class TooLarge(FetchError):
    """Raised when a response is larger than allowed, also after decompression."""

    def __init__(self, *, address: str, limit: int) -> None:
        """Keep the address and the limit in bytes."""
        self.address, self.limit = address, limit
        super().__init__(f"{address}: more than {limit} bytes; fetch it by hand if it is wanted")


class BadStatus(FetchError):
    """Raised when a host answers other than 2xx after all retries; the body is kept for the archive."""

    def __init__(self, *, address: str, status: int, content: bytes, headers: dict[str, str]) -> None:
        """Keep the whole answer."""
        self.address, self.status, self.content, self.headers = address, status, content, headers
        super().__init__(f"{address}: status {status} after all retries; it is asked again in the next run")


class NoResponse(FetchError):
    """Raised when no answer came in time, or the connection broke, after all retries."""

    def __init__(self, *, address: str, reason: str) -> None:
        """Keep the address and the reason."""
        self.address, self.reason = address, reason
        super().__init__(f"{address}: {reason}; it is asked again in the next run")


class KeptFailure(FetchError):
    """Raised when the archive's entry for a request says that it failed, or there is none."""

    def __init__(self, *, reason: str) -> None:
        """Keep the reason, as it was given when the request was made."""
        self.reason = reason
        super().__init__(reason)


class BadHostMap(FetchError):
    """Raised when JIYAO_HOST_MAP cannot be read."""

    def __init__(self, *, entry: str) -> None:
        """Keep the entry."""
        self.entry = entry
        super().__init__(f"JIYAO_HOST_MAP: {entry!r} is not of the form host=http://host:port")


class ListingError(ExtractorError):
    """Raised when a listing cannot be proved complete; its days stay open and are asked again."""


class ContractBroken(ListingError):
    """Raised when an answer lacks what its contract promises, such as a field, or is no JSON."""

    def __init__(self, *, source: str, missing: str) -> None:
        """Keep the source and what is missing."""
        self.source, self.missing = source, missing
        super().__init__(f"{source}: the answer has no {missing}; compare it with the contract in the source's file")


class RequestRefused(ListingError):
    """Raised when a source answers with a message of its own in place of rows, though with status 200."""

    def __init__(self, *, source: str, said: str) -> None:
        """Keep the source and its message."""
        self.source, self.said = source, said
        super().__init__(f"{source}: it answers {said!r}; it is asked again in the next run")


class FilterIgnored(ListingError):
    """Raised when a row lies outside what was asked for."""

    def __init__(self, *, source: str, asked: str, got: str) -> None:
        """Keep what was asked and what came."""
        self.source, self.asked, self.got = source, asked, got
        super().__init__(f"{source}: asked for {asked}, got {got}; the source ignores its filter")


class PageRepeated(ListingError):
    """Raised when a page holds only rows of earlier pages."""

    def __init__(self, *, source: str, page: int) -> None:
        """Keep the page's number."""
        self.source, self.page = source, page
        super().__init__(f"{source}: page {page} repeats earlier rows; the source ends before its count")


class CountMismatch(ListingError):
    """Raised when the unique rows differ from the source's own total after all walks."""

    def __init__(self, *, source: str, promised: int, listed: int) -> None:
        """Keep both counts."""
        self.source, self.promised, self.listed = source, promised, listed
        super().__init__(f"{source}: promised {promised} rows, listed {listed}; it is walked again in the next run")


class MiddlePageEmpty(ListingError):
    """Raised when a page before the last stays empty after all retries."""

    def __init__(self, *, source: str, page: int) -> None:
        """Keep the page's number."""
        self.source, self.page = source, page
        super().__init__(f"{source}: page {page} stays empty; it is walked again in the next run")


class PartitionTooLarge(ListingError):
    """Raised when one day of a partition holds more pages than a source serves."""

    def __init__(self, *, source: str, pages: int, limit: int) -> None:
        """Keep both counts."""
        self.source, self.pages, self.limit = source, pages, limit
        super().__init__(f"{source}: {pages} pages in one day, limit {limit}; split the partition in the source's file")


class FeedEnded(ListingError):
    """Raised when a feed shows no more before it reaches the first day asked for; later days are walked."""

    def __init__(self, *, source: str, page: int, reached: date | None) -> None:
        """Keep the first page without rows and the latest day that is not proved, None where all are."""
        self.source, self.page, self.reached = source, page, reached
        super().__init__(f"{source}: nothing on page {page}, reached {reached}; list earlier days company by company")


class ReadError(ExtractorError):
    """Raised when a file's bytes give no Form; the document becomes a parse_failure."""


class NotADocument(ReadError):
    """Raised when the bytes are of no format that records come in, such as an HTML challenge page."""

    def __init__(self, *, found: str) -> None:
        """Keep what was found instead."""
        self.found = found
        super().__init__(f"{found}; fetch the file again, or open it by hand")


class NeedsOcr(ReadError):
    """Raised when a file's pages hold no text: a scan."""

    def __init__(self, *, pages: int) -> None:
        """Keep the number of pages."""
        self.pages = pages
        super().__init__(f"{pages} pages without text: a scan, which this version does not read")


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
