"""Errors of the network: no usable response."""

from __future__ import annotations

from datetime import datetime

from extractors.errors.base import ExtractorError


class FetchError(ExtractorError):
    """Raised when a request gives no usable response; the listing or file stays open for the next run."""

    at: datetime | None = None  # instant of the failure, where who asked has told it


class HostRefused(FetchError):
    """Raised when an address is off the allow-list, private, or redirects there; nothing was requested."""

    def __init__(self, *, address: str, reason: str) -> None:
        """Keep the address and the reason."""
        self.address, self.reason = address, reason
        super().__init__(f"{address}: {reason}; add a mapping to JIYAO_HOST_MAP if this host is yours")


class HostUnknown(FetchError):
    """Raised when a host's name is not found; it is not asked again for a minute, and other hosts go on."""

    def __init__(self, *, host: str, reason: str) -> None:
        """Keep the host and what the resolver said."""
        self.host, self.reason = host, reason
        super().__init__(f"{host}: unreachable, the host's name is not found ({reason}); is there a network?")


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
