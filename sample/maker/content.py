"""Content: invented companies, their activities and what was asked, read from the TOML files beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

CHINA = timezone(timedelta(hours=8))
_FOLDER = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An invented company, as listings and forms name it."""

    code: str
    name: str
    full: str
    board: str  # pageColumn of the listing
    org_id: str
    listed_code: str | None = None  # secCode where it differs (joint filings)
    listed_name: str | None = None  # secName where it differs (inner blanks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity, its form, and how the form looks."""

    key: str  # announcementId
    listed: datetime
    title: str
    form: str
    look: str
    when: str
    sessions: list[str]  # "2026-03-02[~2026-03-03] [10:00 [11:30]]"
    hosts: list[str]  # title：name
    ticked: list[str] = field(default_factory=list)
    qa: list[list[str]] = field(default_factory=list)
    marks: str = "问/答"
    tick: str = "√"
    no: str | None = None
    no_printed: str | None = None
    note: str | None = None
    people: str = "colon"
    participants: list[str] = field(default_factory=list)  # institution：person、person
    tail: str = ""  # after the participants: 等 12 家机构
    stated: int | None = None
    described: str | None = None  # the cell's text where nobody is named
    where: str | None = None
    host_style: str = "colon"
    lead: str = ""
    close: str = ""
    attachments: str | None = None
    signed: str | None = None
    signed_printed: str | None = None
    remarks: str = ""
    path_day: str | None = None
    title_on_form: str | None = None
    word: list[str] = field(default_factory=list)  # features of a DOCX file
    is_indented: bool = True


@dataclass(frozen=True, slots=True)
class Filing:
    """A company's activity."""

    company: Company
    activity: Activity


def filings() -> tuple[Filing, ...]:
    """All activities, ordered by their listing's key."""
    found: list[Filing] = []
    for path in sorted(_FOLDER.glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        company = Company(**values["company"])
        found += [Filing(company, _activity(record)) for record in values["record"]]
    return tuple(sorted(found, key=lambda filing: filing.activity.key))


def pair(entry: str) -> tuple[str | None, tuple[str, ...]]:
    """An entry's institution and people.

    >>> pair("中信证券：林一、何二"), pair("：王五"), pair("易方达基金")
    (('中信证券', ('林一', '何二')), (None, ('王五',)), ('易方达基金', ()))
    """
    house, _, names = entry.partition("：")
    return house or None, tuple(name for name in names.split("、") if name)


def _activity(values: dict[str, object]) -> Activity:
    listed = datetime.fromisoformat(str(values.pop("listed"))).replace(tzinfo=CHINA)
    return Activity(listed=listed, **values)  # type: ignore[arg-type]
