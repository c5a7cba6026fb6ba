"""What the shell completes: names of sources, and ids of published records."""

from __future__ import annotations

_MOST = 50  # ids that are offered


def sources(incomplete: str) -> list[str]:
    """Names of the sources that list announcements."""
    from extractors.sources import SOURCES

    return [name for name in SOURCES if name.startswith(incomplete)]


def all_sources(incomplete: str) -> list[str]:
    """Names of all sources, also of those that are held against listings."""
    from extractors.sources import ALL

    return [name for name in ALL if name.startswith(incomplete)]


def records(incomplete: str) -> list[tuple[str, str]]:
    """Ids of published records and announcements, newest first, with company and day; none before a publication."""
    from flows import settings
    from warehouse import ask
    from warehouse.errors import NothingPublished

    try:
        found = ask.named(settings.load().published, "complete_record", begins=incomplete, limit=_MOST)
    except NothingPublished:
        return []
    return [(str(identity), str(said)) for identity, said in found.rows]
