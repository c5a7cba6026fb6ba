"""投资者关系活动记录表: a Form to the records of one activity."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents.place import regions
from extractors.errors import NotARecord
from extractors.fields import annex, category, header, host, label, participant, question, session
from extractors.fields.text import flat, flow, running
from extractors.readers.form import Form, Row
from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Attachment,
    Host,
    ParseFailure,
    Participant,
    Question,
)

_ENOUGH = 3  # core labels that make a form an activity record
_COUNTED = re.compile(r"[㐀-鿿A-Za-z0-9]")
_NONE = re.compile(r"[无/\\—\-－.。、\s不适用]*")


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read from a form's rows."""

    header: header.Header
    categories: category.Categories
    participants: participant.Participants
    in_annex: bool
    content: question.Content
    hosts: tuple[host.Named, ...]
    sessions: tuple[session.Session, ...]


def parse(form: Form, document_id: str) -> tuple[object, ...]:
    """The records of the activity record in a form.

    Raises NotARecord where the form's labels and title are not those of an activity record.
    """
    rows: dict[str, list[Row]] = {}
    for row in form.rows:
        rows.setdefault(label.field_of(row.label) or "", []).append(row)
    _check(form, rows)
    if "hosts" not in rows and "participants" in rows and _names_staff(rows["participants"][0]):
        rows["hosts"] = rows.pop("participants")
    read = _interpreted(form, rows)
    record = _record(form, rows, read, document_id)
    return (record, *_children(rows, read, record), *_failures(rows, read, document_id))


def _check(form: Form, rows: dict[str, list[Row]]) -> None:
    core = label.CORE & set(rows)
    titled = any(header.is_record_title(line.text) for line in form.header)
    if len(core) < _ENOUGH or ("hosts" not in core and "participants" not in core and not titled):
        title = next((line.text.strip() for line in form.header if line.text.strip()), "")
        raise NotARecord(title=title[:80], labels=tuple(sorted(core)))


def _names_staff(row: Row) -> bool:
    """Whether 参会人员 lists the company's own people: names with titles."""
    return row.label.startswith("参会人员") and len(host.parse(flow(row.lines).text)) > 0


def _interpreted(form: Form, rows: dict[str, list[Row]]) -> _Read:
    top = header.parse((*form.header, *(line for row in rows.get("recorder", ()) for line in row.lines)))
    attending = participant.parse(tuple(cells for row in rows.get("participants", ()) for cells in row.grid))
    listed = annex.groups(form.annex)
    in_annex = bool(listed) and (attending.points_to_annex or not attending.groups)
    if in_annex:
        attending = participant.Participants(listed, attending.stated, attending.note, points_to_annex=True)
    own = tuple(name for name in (top.security_name, top.company_name) if name)
    content_lines = tuple(line for row in rows.get("content", ()) for line in row.lines)
    return _Read(
        header=top,
        categories=category.parse(tuple(line for row in rows.get("category", ()) for line in row.lines)),
        participants=attending,
        in_annex=in_annex,
        content=question.parse(content_lines or annex.lines(form.annex)),
        hosts=tuple(n for row in rows.get("hosts", ()) for n in host.parse(_by_row(row), own)),
        sessions=session.parse("\n".join(running(row.lines) for row in rows.get("sessions", ()))),
    )


def _by_row(row: Row) -> str:
    """The row's text, the cells of one line side by side."""
    if all(len(cells) == 1 for cells in row.grid):
        return flow(row.lines).text
    return "\n".join(" ".join(flow(cell).text for cell in cells if cell) for cells in row.grid)


def _text(rows: dict[str, list[Row]], field: str) -> str | None:
    """The text of a field's first row that says something."""
    return next((text for row in rows.get(field, ()) if (text := flat(row.lines))), None)


def _record(form: Form, rows: dict[str, list[Row]], read: _Read, document_id: str) -> ActivityRecord:
    signed = _text(rows, "signed_on")
    whole = form.text
    content = "".join(_COUNTED.findall("".join(line.text for row in rows.get("content", ()) for line in row.lines)))
    return ActivityRecord(
        record_id=f"{document_id[:16]}-1",
        document_id=document_id,
        ordinal=1,
        security_code=read.header.security_code,
        security_name=read.header.security_name,
        company_name=read.header.company_name,
        record_no=read.header.record_no,
        title=read.header.title,
        category_note=read.categories.note,
        participants_stated=read.participants.stated,
        participants_note=read.participants.note,
        participants_in_attachment=read.in_annex,
        location=_text(rows, "location"),
        narrative=read.content.narrative,
        attachments=_text(rows, "attachments"),
        signed_on=session.parse_date(signed) if signed else None,
        text=whole,
        content_hash=hashlib.sha256(content.encode()).hexdigest(),
    )


def _children(rows: dict[str, list[Row]], read: _Read, record: ActivityRecord) -> Iterator[object]:
    record_id = record.record_id
    for ordinal, meeting in enumerate(read.sessions, 1):
        yield ActivitySession(
            record_id=record_id,
            ordinal=ordinal,
            start_on=meeting.start_on,
            end_on=meeting.end_on,
            start_time=meeting.start_time,
            end_time=meeting.end_time,
            printed=meeting.printed,
        )
    for ordinal, option in enumerate(read.categories.ticked, 1):
        yield ActivityCategory(record_id=record_id, ordinal=ordinal, category=option)
    yield from _participants(record_id, read)
    for ordinal, named in enumerate(read.hosts, 1):
        yield Host(record_id=record_id, ordinal=ordinal, name=named.name, title=named.title)
        lines = [line for row in rows.get("hosts", ()) for line in row.lines if named.name in "".join(line.text.split())]
        yield from regions(record_id, "host", ordinal, lines[:1])
    yield from _questions(record_id, read, record.text)
    if record.attachments and not _NONE.fullmatch(record.attachments):
        yield Attachment(record_id=record_id, ordinal=1, name=record.attachments)


def _participants(record_id: str, read: _Read) -> Iterator[object]:
    ordinal = 0
    for entry, group in enumerate(read.participants.groups, 1):
        for name in group.people or (None,):
            ordinal += 1
            yield Participant(
                record_id=record_id, ordinal=ordinal, entry=entry, institution=group.institution, person=name
            )
            yield from regions(record_id, "participant", ordinal, group.lines)


def _questions(record_id: str, read: _Read, text: str) -> Iterator[object]:
    at = 0
    for ordinal, pair in enumerate(read.content.pairs, 1):
        start = text.find(pair.lines[0].text, at)
        end = text.find(pair.lines[-1].text, max(start, 0))
        known = start >= 0 and end >= 0
        at = end if known else at
        yield Question(
            record_id=record_id,
            ordinal=ordinal,
            question=pair.question,
            answer=pair.answer,
            text_start=start if known else None,
            text_end=end + len(pair.lines[-1].text) if known else None,
        )
        yield from regions(record_id, "question", ordinal, pair.lines)


def _failures(rows: dict[str, list[Row]], read: _Read, document_id: str) -> Iterator[ParseFailure]:
    found: list[tuple[str, str | None, str]] = [
        ("UnknownLabel", row.label, "no rule knows this label; its text is in activity_record.text") for row in rows.get("", ())
    ]
    found += [("UnknownTick", "category", f"U+{ord(char):04X} is no known tick") for char in read.categories.unknown]
    if "category" in rows and not read.categories.ticked:
        found.append(("NoTick", "category", "no option is ticked, or its mark was lost"))
    for ordinal, (error, field, detail) in enumerate(found, 1):
        yield ParseFailure(
            document_id=document_id, ordinal=ordinal, stage="label", error=error, label=field, detail=detail
        )
