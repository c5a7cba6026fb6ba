"""The root of the errors of extractors."""

from __future__ import annotations


class ExtractorError(Exception):
    """Raised when something cannot be listed, fetched, read or parsed; see its branches."""
