"""A parsed record as one JSON object with the keys of the labelling guide, for people and for scoring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from itertools import groupby
from typing import TypeVar

from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Host,
    Participant,
    Question,
    Region,
)

_T = TypeVar("_T")
JsonObject = dict[str, object]


def labelled(records: Sequence[object]) -> JsonObject:
    """The object of the first activity record among the records; questions as whole texts with their pages."""
    record = _of(records, ActivityRecord)[0]
    records = [row for row in records if getattr(row, "record_id", record.record_id) == record.record_id]
    rows = _of(records, Participant)
    return {
        "security_code": record.security_code,
        "security_name": record.security_name,
        "company_name": record.company_name,
        "record_no": record.record_no,
        "categories": [row.category for row in _of(records, ActivityCategory)],
        "category_note": record.category_note,
        "participants": [_entry(tuple(group)) for _, group in groupby(rows, key=lambda row: row.entry)],
        "participants_stated": record.participants_stated,
        "participants_note": record.participants_note,
        "participants_in_attachment": record.participants_in_attachment,
        "sessions": [_session(row) for row in _of(records, ActivitySession)],
        "location": record.location,
        "hosts": [{"name": row.name, "title": row.title} for row in _of(records, Host)],
        "qa": [_pair(row, _of(records, Region)) for row in _of(records, Question)],
        "narrative": bool(record.narrative),
        "attachments": record.attachments,
        "signed_on": _iso(record.signed_on),
    }


def _of(records: Sequence[object], kind: type[_T]) -> list[_T]:
    return [row for row in records if isinstance(row, kind)]


def _entry(rows: Sequence[Participant]) -> JsonObject:
    return {"institution": rows[0].institution, "people": [row.person for row in rows if row.person]}


def _session(row: ActivitySession) -> JsonObject:
    return {
        "start_date": _iso(row.start_on),
        "end_date": _iso(row.end_on),
        "start_time": _clock(row.start_time),
        "end_time": _clock(row.end_time),
    }


def _pair(row: Question, places: Sequence[Region]) -> JsonObject:
    pages = [place.page for place in places if place.kind == "question" and place.ordinal == row.ordinal]
    return {"question": row.question, "answer": row.answer, "pages": pages}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(hour: time | None) -> str | None:
    return hour.strftime("%H:%M") if hour else None
