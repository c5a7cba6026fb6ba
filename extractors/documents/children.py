"""The rows that hang from a record, each kind numbered from 1, with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.documents.place import naming, regions, spans
from extractors.fields import attachment
from extractors.fields.group import Group
from extractors.fields.host import Named
from extractors.fields.question import Pair
from extractors.fields.session import Session
from extractors.readers.form import Line
from extractors.records import ActivityCategory, ActivitySession, Attachment, Host, Participant, Question, Remark


def sessions(record_id: str, found: Iterable[Session]) -> Iterator[object]:
    """The meetings' dates and hours."""
    for ordinal, meeting in enumerate(found, 1):
        yield ActivitySession(
            record_id=record_id,
            ordinal=ordinal,
            start_on=meeting.start_on,
            end_on=meeting.end_on,
            start_time=meeting.start_time,
            end_time=meeting.end_time,
            printed=meeting.printed,
        )


def categories(record_id: str, ticked: Iterable[str]) -> Iterator[object]:
    """The ticked options."""
    for ordinal, option in enumerate(ticked, 1):
        yield ActivityCategory(record_id=record_id, ordinal=ordinal, category=option)


def participants(record_id: str, groups: Iterable[Group]) -> Iterator[object]:
    """A row for each person of each group, and for each institution of which nobody is named."""
    ordinal = 0
    for entry, group in enumerate(groups, 1):
        for name, lines in _placed(group):
            ordinal += 1
            yield Participant(
                record_id=record_id, ordinal=ordinal, entry=entry, institution=group.institution, person=name
            )
            yield from regions(record_id, "participant", ordinal, lines)


def _placed(group: Group) -> Iterator[tuple[str | None, tuple[Line, ...]]]:
    """The group's people, or nobody, each with the lines that print the institution and the name."""
    (house,) = naming(group.lines, (group.institution or "",))
    if not group.people:
        yield None, house or group.lines
    for name, lines in zip(group.people, naming(group.lines, group.people), strict=True):
        is_found = lines and (house or not group.institution)
        yield name, (*house, *lines) if is_found else group.lines


def hosts(record_id: str, found: Iterable[Named], lines: Sequence[Line]) -> Iterator[object]:
    """The hosts, each placed where the lines name it."""
    hosts = tuple(found)
    places = naming(lines, (named.name for named in hosts))
    for ordinal, (named, where) in enumerate(zip(hosts, places, strict=True), 1):
        yield Host(record_id=record_id, ordinal=ordinal, name=named.name, title=named.title)
        yield from regions(record_id, "host", ordinal, where)


def questions(record_id: str, pairs: Sequence[Pair], text: str) -> Iterator[object]:
    """The questions with their answers, and their spans in the record's text."""
    places = spans(text, (pair.lines for pair in pairs))
    for ordinal, (pair, (start, end)) in enumerate(zip(pairs, places, strict=True), 1):
        yield Question(
            record_id=record_id,
            ordinal=ordinal,
            question=pair.question,
            answer=pair.answer,
            text_start=start,
            text_end=end,
        )
        yield from regions(record_id, "question", ordinal, pair.lines)


def attachments(record_id: str, printed: str | None) -> Iterator[object]:
    """The annexes that the form names, as one row."""
    if printed and attachment.names_any(printed):
        yield Attachment(record_id=record_id, ordinal=1, name=printed)


def remarks(record_id: str, rows: Iterable[tuple[str | None, str]]) -> Iterator[object]:
    """The rows without a column of their own, label and text."""
    said = ((label, text) for label, text in rows if text)
    for ordinal, (label, text) in enumerate(said, 1):
        yield Remark(record_id=record_id, ordinal=ordinal, label=label, text=text)
