"""The errors of extractors, one tree.

    ExtractorError
    ├── FetchError       the network gave no usable response
    │   ├── HostRefused, HostUnknown, HostResting, TooLarge, BadStatus, NoResponse, KeptFailure, BadHostMap
    ├── ListingError     a source's answer breaks its contract: the partition is not complete
    │   ├── ContractBroken, RequestRefused, FilterIgnored, PageRepeated, CountMismatch, MiddlePageEmpty
    │   ├── PartitionTooLarge, FeedEnded
    ├── ReadError        the bytes of one file give no Form
    │   ├── NotADocument, NeedsOcr, OcrFailed, NothingSeen, ConverterMissing, Encrypted, Damaged, TooManyPages
    │   ├── RowsUnclear, ReaderStopped, ReaderFailed
    └── ParseError       a Form gives no records
        └── NotARecord

Facts are attributes; `str()` says what was found and what to do.
"""

from extractors.errors.base import ExtractorError
from extractors.errors.fetching import (
    BadHostMap,
    BadStatus,
    FetchError,
    HostRefused,
    HostResting,
    HostUnknown,
    KeptFailure,
    NoResponse,
    TooLarge,
)
from extractors.errors.listing import (
    ContractBroken,
    CountMismatch,
    FeedEnded,
    FilterIgnored,
    ListingError,
    MiddlePageEmpty,
    PageRepeated,
    PartitionTooLarge,
    RequestRefused,
)
from extractors.errors.reading import (
    ConverterMissing,
    Damaged,
    Encrypted,
    NeedsOcr,
    NotADocument,
    NotARecord,
    NothingSeen,
    OcrFailed,
    ParseError,
    ReaderFailed,
    ReadError,
    ReaderStopped,
    RowsUnclear,
    TooManyPages,
)

__all__ = [
    "BadHostMap", "BadStatus", "ContractBroken", "ConverterMissing", "CountMismatch", "Damaged", "Encrypted",
    "ExtractorError", "FeedEnded", "FetchError", "FilterIgnored", "HostRefused", "HostResting", "HostUnknown",
    "KeptFailure", "ListingError", "MiddlePageEmpty", "NeedsOcr", "NoResponse", "NotADocument", "NotARecord",
    "NothingSeen", "OcrFailed", "PageRepeated",
    "ParseError", "PartitionTooLarge", "ReadError", "ReaderFailed", "ReaderStopped", "RequestRefused",
    "RowsUnclear", "TooLarge", "TooManyPages",
]  # fmt: skip
