"""How the installation stands, as facts: freshness, completeness, what failed, runs, sizes, who writes."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from extractors.listing import CHINA
from flows.settings import Settings, version
from warehouse import ask
from warehouse.connection import holder
from warehouse.publish import previous_of

DAYS = 30  # of the strip of completeness


def facts(settings: Settings, today: date | None = None) -> dict[str, object]:
    """The state of a home; without a published file the parts that are asked of it are empty.

    Raises DamagedWarehouse where the published file cannot be read.
    """
    path, day = settings.published, today or datetime.now(UTC).astimezone(CHINA).date()
    is_there = path.exists()
    asked: dict[str, dict[str, object]] = {
        "freshness": {"today": day},
        "calendar": {"today": day, "days": DAYS},
        "failures": {},
        "todo": {},
        "runs": {},
        "status": {},
        "loaded": {},
    }
    found = {name: ask.named(path, name, **values).records if is_there else () for name, values in asked.items()}
    return {
        "version": version(),
        "home": settings.home.absolute(),
        "today": day,
        "published": path.absolute() if is_there else None,
        "published_at": datetime.fromtimestamp(path.stat().st_mtime, CHINA) if is_there else None,
        **found,
        "sizes": _sizes(settings),
        "writer": holder(settings.lock),
    }


def _sizes(settings: Settings) -> dict[str, int | None]:
    """Bytes; null where there is no such file or folder yet."""
    files = {
        "warehouse": settings.building,
        "published": settings.published,
        "previous": previous_of(settings.published),
    }
    there = next(one for one in (settings.home.absolute(), *settings.home.absolute().parents) if one.exists())
    return {
        "archive": _bytes(settings.archive) if settings.archive.exists() else None,
        **{name: path.stat().st_size if path.exists() else None for name, path in files.items()},
        "disk_free": shutil.disk_usage(there).free,
    }


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
