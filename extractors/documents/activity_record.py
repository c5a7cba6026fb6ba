"""投资者关系活动记录表: a Form to the records of one activity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents import account, children, unread
from extractors.errors import NotARecord
from extractors.fields import annex, category, header, host, label, participant, question, session
from extractors.fields.text import beside, fingerprint, flat, flow, running
from extractors.readers.form import Cell, Form, Row, lines_of
from extractors.records import ActivityRecord, Question
from extractors.registers import topic

_STATEMENT = re.compile(r"本公司(?:及|的)?董事会.{0,20}保证.*?责任。?")  # the board's, above an announcement
_ENOUGH = 3  # core labels that make a form an activity record


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
    unknown = (row.label for row in rows.get("", ()))
    undated = None if read.sessions else _text(rows, "sessions")
    left = unread.failures(document_id, unknown, read.categories if "category" in rows else None, undated)
    found = (record, *_children(rows, read, record), *children.remarks(record.record_id, _aside(form, rows, read)))
    return (*found, *account.leftovers(form, rows, found), *left)


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
    top = header.parse((*form.header, *_lines(rows, "recorder")))
    attending = participant.parse(tuple(cells for row in rows.get("participants", ()) for cells in row.grid))
    listed = annex.groups(form.annex)
    in_annex = bool(listed) and (attending.points_to_annex or not attending.groups)
    if in_annex:
        attending = participant.Participants(listed, attending.stated, attending.note, points_to_annex=True)
    own = tuple(name for name in (top.security_name, top.company_name) if name)
    return _Read(
        header=top,
        categories=category.parse(_lines(rows, "category")),
        participants=attending,
        in_annex=in_annex,
        content=question.parse(_lines(rows, "content") or annex.lines(form.annex)),
        hosts=tuple(n for row in rows.get("hosts", ()) for n in host.parse(beside(row.grid), own)),
        sessions=session.parse("\n".join(running(row.lines) for row in rows.get("sessions", ()))),
    )


def _aside(form: Form, rows: dict[str, list[Row]], read: _Read) -> Iterator[tuple[str | None, str]]:
    """Label and text of the rows without a column of their own, and the text behind the form that lists nobody."""
    stated = _STATEMENT.search(flat(form.header))
    yield None, stated.group() if stated else ""
    for field in ("", *sorted(label.NOT_LOADED - {"recorder"})):
        yield from ((row.label, running(row.lines)) for row in rows.get(field, ()))
    if not read.in_annex and "content" in rows:
        yield None, running(tuple(line for block in form.annex for line in lines_of(block)))


def _lines(rows: dict[str, list[Row]], field: str) -> Cell:
    """All lines of a field's rows."""
    return tuple(line for row in rows.get(field, ()) for line in row.lines)


def _text(rows: dict[str, list[Row]], field: str) -> str | None:
    """The text of a field's first row that says something."""
    return next((text for row in rows.get(field, ()) if (text := flat(row.lines))), None)


def _record(form: Form, rows: dict[str, list[Row]], read: _Read, document_id: str) -> ActivityRecord:
    signed = _text(rows, "signed_on")
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
        text=form.text,
        content_hash=fingerprint(_lines(rows, "content")),
    )


def _children(rows: dict[str, list[Row]], read: _Read, record: ActivityRecord) -> Iterator[object]:
    record_id = record.record_id
    yield from children.sessions(record_id, read.sessions)
    yield from children.categories(record_id, read.categories.ticked)
    yield from children.participants(record_id, read.participants.groups)
    yield from children.hosts(record_id, read.hosts, _lines(rows, "hosts"))
    asked = tuple(children.questions(record_id, read.content.pairs, record.text))
    yield from asked
    yield from topic.question_topics(one for one in asked if isinstance(one, Question))
    yield from children.attachments(record_id, record.attachments)
