"""Made records in any number: invented companies, houses and questions, the same for the same number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Announcement,
    AnnouncementDocument,
    Document,
    Host,
    Participant,
    Question,
    Sighting,
)

COMPANIES = 4_000
HOUSES = 3_000
SECOND_QUESTION = 2  # every second record has one question more: 12.5 a record
PARTICIPANTS, QUESTIONS = 17, 12  # and every second record one more of both
_FIRST = date(2019, 1, 2)
_DAYS = 2_000
_SUBJECTS = ("产能", "订单", "毛利率", "研发", "海外市场", "分红", "原材料价格", "新产品", "客户结构", "竞争格局")


def document_id(number: int) -> str:
    """The SHA-256 that stands for the made file with this number."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def record_id(number: int) -> str:
    """The record of that file."""
    return f"{document_id(number)[:16]}-1"


def listing(number: int) -> Iterator[object]:
    """The announcement of a made record as a source lists it, with its file."""
    code, day = f"{number % COMPANIES:06}", _FIRST + timedelta(days=number * 7919 % _DAYS)
    seen = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    key, address = str(10_000_000 + number), f"https://static.example/{number}.pdf"
    title = f"虚构{code}投资者关系活动记录表{number}"
    yield Announcement(
        announcement_id=f"made-{key}", security_code=code, exchange="SZSE", title=title, kind="record",
        disclosed_on=day, disclosed_at=seen, available_at=seen, first_seen_at=seen,
    )  # fmt: skip
    yield Sighting(
        source="cninfo", source_key=key, partition="szse", announcement_id=f"made-{key}", title=title, address=address,
        security_code=code, security_name=f"虚构{code}", exchange="SZSE", org_id=f"org{code}", board="main",
        first_seen_at=seen, last_seen_at=seen,
    )  # fmt: skip
    yield AnnouncementDocument(
        announcement_id=f"made-{key}", document_id=document_id(number), address=address, fetched_at=seen,
        last_fetched_at=seen,
    )  # fmt: skip


def parsed(number: int) -> Iterator[object]:
    """The file's own row, and what reading it gives."""
    record, day = record_id(number), _FIRST + timedelta(days=number * 7919 % _DAYS)
    code, more = f"{number % COMPANIES:06}", number % SECOND_QUESTION
    yield Document(
        document_id=document_id(number),
        media_type="pdf",
        byte_count=200_000,
        page_count=5,
        reader="pdf made",
        scanned_pages=0,
    )
    yield ActivityRecord(
        record_id=record, document_id=document_id(number), ordinal=1, security_code=code, security_name=f"虚构{code}",
        company_name=f"虚构{code}股份有限公司", record_no=str(number), title="投资者关系活动记录表", category_note=None,
        participants_stated=None, participants_note=None, participants_in_attachment=False, location="公司会议室",
        narrative=None, attachments=None, signed_on=day, text=f"{number} " * 200,
        content_hash=hashlib.sha256(f"content {number}".encode()).hexdigest(),
    )  # fmt: skip
    yield ActivitySession(
        record_id=record, ordinal=1, start_on=day, end_on=day, start_time=None, end_time=None, printed=str(day)
    )
    yield ActivityCategory(record_id=record, ordinal=1, category="特定对象调研")
    yield Host(record_id=record, ordinal=1, name="虚构甲", title="董事会秘书")
    for i in range(1, PARTICIPANTS + more + 1):
        house = f"虚构第{(number * 31 + i * i * 17) % HOUSES}基金管理有限公司"
        yield Participant(record_id=record, ordinal=i, entry=i, institution=house, person=f"虚构{i}")
    for i in range(1, QUESTIONS + more + 1):
        yield _question(record, number, i)


def _question(record: str, number: int, i: int) -> Question:
    subject, place = _SUBJECTS[(number + i) % len(_SUBJECTS)], number * 13 + i
    return Question(
        record_id=record, ordinal=i, question=f"请问公司{subject}第{place % 997}项进展如何？",
        answer=f"您好，公司{subject}按计划推进，本期第{place}项完成{place % 89}，同比增长{place % 53}个百分点，"
        f"后续第{place % 101}阶段的情况请关注公司公告。感谢您的关注！",
        text_start=i * 20, text_end=i * 20 + 19,
    )  # fmt: skip
