"""投资者关系活动记录表: a Form to the records of one activity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import figures
from extractors.documents import account, children, fields, refusal, unread
from extractors.fields import annex, category, header, host, participant, question, session, tabled
from extractors.fields.text import beside, fingerprint, flat, running
from extractors.readers.form import Form, Row, lines_of
from extractors.records import ActivityRecord, Question
from extractors.registers import topic

_STATEMENT = re.compile(r"本公司(?:及|的)?董事会.{0,20}保证.*?责任。?")  # the board's, above an announcement


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


def parse(form: Form, document_id: str, ordinal: int = 1) -> tuple[object, ...]:
    """The records of the activity record in a form, which is the one with this number in its file.

    Raises NotARecord where the form's labels and title are not those of an activity record.
    """
    rows = fields.by_field(form)
    refusal.check(form, rows)
    read = _interpreted(form, rows)
    record = _record(form, rows, read, (document_id, ordinal))
    unknown = (row.label for row in rows.get("", ()))
    undated = None if read.sessions else fields.text(rows, "sessions")
    unseen = () if form.is_ocr else form.scanned
    left = unread.failures(document_id, unknown, read.categories if "category" in rows else None, undated, unseen)
    found = (record, *_children(rows, read, record), *children.remarks(record.record_id, _aside(form, rows, read)))
    return (*found, *account.leftovers(form, rows, found), *left)


def _interpreted(form: Form, rows: dict[str, list[Row]]) -> _Read:
    top = header.parse((*form.header, *fields.head(rows)))
    attending = participant.parse(fields.participants(rows))
    listed = annex.groups(form.annex)
    in_annex = bool(listed) and (attending.points_to_annex or not attending.groups)
    if in_annex:
        attending = participant.Participants(listed, attending.stated, attending.note, points_to_annex=True)
    own = tuple(name for name in (top.security_name, top.company_name) if name)
    ticks = fields.lines(rows, "category")
    return _Read(
        header=top,
        categories=category.parse(ticks, is_picture=form.is_ocr and any(line.page in form.scanned for line in ticks)),
        participants=attending,
        in_annex=in_annex,
        content=tabled.parse(tuple(cells for row in rows.get("content", ()) for cells in row.grid))
        or question.parse(fields.lines(rows, "content") or annex.lines(form.annex)),
        hosts=tuple(n for row in rows.get("hosts", ()) for n in host.parse(beside(row.grid), own)),
        sessions=session.parse(fields.said_when(rows), *fields.written(rows, top.title, top.record_no)),
    )


def _aside(form: Form, rows: dict[str, list[Row]], read: _Read) -> Iterator[tuple[str | None, str]]:
    """Label and text of the rows without a column of their own, and the text behind the form that lists nobody."""
    stated = _STATEMENT.search(flat(form.header))
    yield None, stated.group() if stated else ""
    yield from ((row.label, running(row.lines)) for row in fields.aside(rows))
    if not read.in_annex and "content" in rows:
        yield None, running(tuple(line for block in form.annex for line in lines_of(block)))


def _record(form: Form, rows: dict[str, list[Row]], read: _Read, place: tuple[str, int]) -> ActivityRecord:
    document_id, ordinal = place
    return ActivityRecord(
        record_id=f"{document_id[:16]}-{ordinal}",
        document_id=document_id,
        ordinal=ordinal,
        security_code=read.header.security_code,
        security_name=read.header.security_name,
        company_name=read.header.company_name,
        record_no=read.header.record_no,
        title=read.header.title,
        category_note=read.categories.note,
        participants_stated=read.participants.stated,
        participants_note=read.participants.note,
        participants_in_attachment=read.in_annex,
        location=fields.location(rows),
        narrative=read.content.narrative,
        attachments=fields.text(rows, "attachments"),
        signed_on=fields.signed_on(rows),
        text=form.text,
        content_hash=fingerprint(fields.lines(rows, "content")),
    )


def _children(rows: dict[str, list[Row]], read: _Read, record: ActivityRecord) -> Iterator[object]:
    record_id = record.record_id
    yield from children.sessions(record_id, read.sessions)
    yield from children.categories(record_id, read.categories.ticked)
    yield from children.participants(record_id, read.participants.groups)
    yield from children.hosts(record_id, read.hosts, fields.lines(rows, "hosts"))
    placed = tuple(children.questions(record_id, read.content.pairs, record.text))
    yield from placed
    asked = tuple(one for one in placed if isinstance(one, Question))
    yield from topic.question_topics(asked)
    yield from figures.figures(asked)
    yield from children.attachments(record_id, record.attachments)
