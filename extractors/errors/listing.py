"""Errors of listings: a source's answer breaks its contract."""

from __future__ import annotations

from datetime import date

from extractors.errors.base import ExtractorError


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
