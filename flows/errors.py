"""The errors of flows, one tree.

    FlowError
    ├── BadSetting       an environment variable or option cannot be used
    ├── UnknownSource    no source of that name
    └── NoServer         the Prefect server did not start

Facts are attributes; `str()` says what to do.
"""

from __future__ import annotations

from pathlib import Path


class FlowError(Exception):
    """Raised when a flow cannot begin; see its branches."""


class BadSetting(FlowError):
    """Raised when an environment variable or option has a value that cannot be used."""

    def __init__(self, *, name: str, value: str, wanted: str) -> None:
        """Keep the name, the value and what is wanted."""
        self.name, self.value = name, value
        super().__init__(f"{name}={value!r}: {wanted}")


class UnknownSource(FlowError):
    """Raised when no source has the name."""

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        """Keep the name and those that exist."""
        self.name = name
        super().__init__(f"no source is named {name!r}; known: {', '.join(known)}")


class NoServer(FlowError):
    """Raised when a Prefect server of our own did not start."""

    def __init__(self, *, reason: str, log: Path) -> None:
        """Keep the reason and where the server wrote."""
        self.reason, self.log = reason, log
        super().__init__(
            f"the Prefect server did not start: {reason}; see {log}, or set PREFECT_API_URL to one that runs"
        )
