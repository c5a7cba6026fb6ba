"""The errors of flows, one tree.

    FlowError
    ├── BadSetting       an environment variable or option cannot be used
    ├── UnknownSource    no source of that name
    ├── UnknownCompany   no list has the code
    ├── NothingProved    a source was asked and proved no day
    ├── BadAddress       an address for alerts cannot be used
    ├── NoRecord         no record of that identity
    ├── NoPlace          no place on a page is known for what was asked
    └── NoServer         there is no Prefect server

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


class NoRecord(FlowError):
    """Raised when no published record has the identity."""

    def __init__(self, *, identity: str) -> None:
        """Keep what was asked for."""
        self.identity = identity
        super().__init__(f"no record {identity!r}; `jiyao search` and the table record_overview show ids")


class NoPlace(FlowError):
    """Raised when no place on a page is known for rows of a record."""

    def __init__(self, *, record_id: str, asked: str) -> None:
        """Keep the record and which of its rows were asked for."""
        self.record_id, self.asked = record_id, asked
        super().__init__(
            f"{record_id}: no place on a page is known for {asked}: no such row, or a file without pages 无版面位置"
        )


class UnknownCompany(FlowError):
    """Raised when a code is not six digits, or lists of codes are loaded and none has it."""

    def __init__(self, *, code: str) -> None:
        """Keep the code."""
        self.code = code
        super().__init__(
            f"no security has the code {code!r}: it has six digits, such as 300418; "
            "`jiyao refresh` brings the lists of codes of today"
        )


class NothingProved(FlowError):
    """Raised when a run ended and published, but a source that it asked proved nothing."""

    def __init__(self, *, sources: tuple[str, ...], reason: str, summary: object) -> None:
        """Keep the sources, the first reason and the run's summary."""
        self.sources, self.summary = sources, summary
        super().__init__(
            f"nothing of {', '.join(sources)} was proved: {reason}; the rest is published, "
            "`jiyao probe` tells whether their contracts hold, the next run asks again"
        )


class BadAddress(FlowError):
    """Raised when an address for alerts is of no kind that is known."""

    def __init__(self, *, wanted: str) -> None:
        """Keep what is wanted; the address itself may hold a secret and is not said."""
        super().__init__(f"the address for alerts cannot be used: {wanted}")


class NoServer(FlowError):
    """Raised when a Prefect server of our own did not start, or a command needs one and none is set."""

    def __init__(self, *, reason: str, log: Path | None = None) -> None:
        """Keep the reason and where the server wrote."""
        self.reason, self.log = reason, log
        seen = f"see {log}, or " if log else ""
        super().__init__(f"no Prefect server: {reason}; {seen}set PREFECT_API_URL to one that runs")
