"""Made records in any number: invented companies, houses and questions, the same for the same number.

A hundred records are disclosed each day. A fifth of the companies tell of most meetings, and a few houses come to many.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from extractors.facts import Survey
from extractors.figures import Figure
from extractors.institutions import Institution, InstitutionAlias, InstitutionName
from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Announcement,
    AnnouncementDocument,
    Document,
    Host,
    ListingDay,
    Participant,
    Question,
    QuestionTopic,
    Region,
    Sighting,
)

COMPANIES, BUSY = 4_000, 800  # every second record is of a busy one
HOUSES = 8_000  # of which every fourth is not in the register
A_DAY = 100
SECOND_QUESTION = 2  # every second record has one question more: 12.5 a record
PARTICIPANTS, QUESTIONS = 17, 12  # and every second record one more of both
_FIRST = date(2019, 1, 2)
_FIGURE = "{}个百分点"
_TYPES = ("fund", "securities", "insurance", "private_fund", "foreign", "asset_manager")
_SUBJECTS = {
    "产能": "capacity", "订单": "demand", "毛利率": "margin", "研发": "research", "海外市场": "overseas",
    "分红": "shareholder_return", "原材料价格": "cost", "新产品": "product", "客户结构": "customer",
    "竞争格局": "competition",
}  # fmt: skip


def day_of(number: int) -> date:
    """The day of a record's meeting and disclosure."""
    return _FIRST + timedelta(days=number // A_DAY)


def code_of(number: int) -> str:
    """The security of a record."""
    return f"{number // 2 % (BUSY if number % 2 else COMPANIES):06}"


def house(number: int) -> str:
    """The printed name of a house: two signs of its own, and words that many have."""
    return f"{chr(0x4E00 + number % 97)}{chr(0x5E00 + number // 97)}虚构基金管理有限公司"


def document_id(number: int) -> str:
    """The SHA-256 that stands for the made file with this number."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def record_id(number: int) -> str:
    """The record of that file."""
    return f"{document_id(number)[:16]}-1"


def register() -> Iterator[object]:
    """The register of the made houses, and what their printed names were resolved to."""
    for n in range(HOUSES):
        name, known = house(n), bool(n % 4)
        yield InstitutionName(
            printed=name, institution_id=name if known else None, rule="exact" if known else "unresolved",
            alias=name if known else None, unit=None,
        )  # fmt: skip
        if known:
            yield InstitutionAlias(alias=name, institution_id=name, evidence="made", valid_to=None)
            yield Institution(
                institution_id=name, name=name, short_name=f"{name[:2]}虚构", english_name=None,
                type=_TYPES[n % len(_TYPES)],
                group_name=None, valid_from=None, valid_to=None, successor_id=None, evidence="made",
            )  # fmt: skip


def listing(number: int) -> Iterator[object]:
    """The announcement of a made record as a source lists it, with its file; a day's first brings the day's proof."""
    code, day = code_of(number), day_of(number)
    seen = datetime(day.year, day.month, day.day, 12, number % 60, tzinfo=UTC)
    key, address = str(10_000_000 + number), f"https://static.example/{number}.pdf"
    title = f"虚构{code}投资者关系活动记录表{number}"
    if number % A_DAY == 0:
        for source in ("cninfo", "eastmoney"):
            yield ListingDay(
                source=source, partition="szse" if source == "cninfo" else "all", day=day, grade="counted",
                promised=A_DAY, listed=A_DAY, reason=None, walked_at=seen,
            )  # fmt: skip
    yield Announcement(
        announcement_id=f"made-{key}", security_code=code, exchange="SZSE", title=title, kind="record",
        disclosed_on=day, disclosed_at=seen, available_at=seen, first_seen_at=seen,
    )  # fmt: skip
    yield Sighting(
        source="cninfo", source_key=key, partition="szse", announcement_id=f"made-{key}", title=title, address=address,
        security_code=code, security_name=f"虚构{code}", exchange="SZSE", org_id=f"org{code}",
        board="main" if int(code) % 2 else "chinext", first_seen_at=seen, last_seen_at=seen,
    )  # fmt: skip
    yield AnnouncementDocument(
        announcement_id=f"made-{key}", document_id=document_id(number), address=address, fetched_at=seen,
        last_fetched_at=seen,
    )  # fmt: skip
    yield Survey(
        survey_id=document_id(-number), security_code=code, exchange="SZSE", notice_on=day, start_on=day, end_on=None,
        time_printed=None, way=None, file_key=None, institution=None, visitor=None, institution_count=PARTICIPANTS,
        first_seen_at=seen, last_seen_at=seen,
    )  # fmt: skip


def parsed(number: int) -> Iterator[object]:
    """The file's own row, and what reading it gives."""
    record, day = record_id(number), day_of(number)
    code, more = code_of(number), number % SECOND_QUESTION
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
        participants_stated=None, participants_note=None, participants_in_attachment=False,
        location="电话会议" if number % 3 else "公司会议室", narrative=None, attachments=None, signed_on=day,
        text=f"{number} " * 200, content_hash=hashlib.sha256(f"content {number}".encode()).hexdigest(),
    )  # fmt: skip
    yield ActivitySession(
        record_id=record, ordinal=1, start_on=day, end_on=day, start_time=None, end_time=None, printed=str(day)
    )
    yield ActivityCategory(record_id=record, ordinal=1, category="特定对象调研")
    yield Host(record_id=record, ordinal=1, name="虚构甲", title="董事会秘书")
    yield _place(record, "host", 1)
    for i in range(1, PARTICIPANTS + more + 1):
        chance = (number * 7_919 + i * 104_729) % HOUSES
        n = chance**3 // HOUSES**2  # the lower the number, the oftener
        yield Participant(record_id=record, ordinal=i, entry=i, institution=house(n), person=f"虚构{n}之{number % 4}")
        yield _place(record, "participant", i)
    for i in range(1, QUESTIONS + more + 1):
        yield from _asked(record, number, i)


def _asked(record: str, number: int, i: int) -> Iterator[object]:
    subject, place = list(_SUBJECTS)[(number + i) % len(_SUBJECTS)], number * 13 + i
    figure = _FIGURE.format(place % 53)
    answer = (
        f"您好，公司{subject}按计划推进，本期第{place}项完成{place % 89}，同比增长{figure}，产线利用水平较去年同期"
        f"改善，新签客户{place % 41}家，后续第{place % 101}阶段的情况请关注公司公告。感谢您的关注！"
    )
    yield Question(
        record_id=record, ordinal=i, question=f"请问公司{subject}第{place % 997}项进展如何？", answer=answer,
        text_start=i * 20, text_end=i * 20 + 19,
    )  # fmt: skip
    yield QuestionTopic(record_id=record, ordinal=i, topic=_SUBJECTS[subject])
    start = answer.index(figure)
    yield Figure(
        record_id=record, ordinal=i, number=1, amount=figure, value=float(place % 53), low=None, high=None,
        unit="百分点", approximation=None, compared="yoy", change="up", before=answer[start - 12 : start],
        after=answer[start + len(figure) :][:12], answer_start=start, answer_end=start + len(figure),
    )  # fmt: skip
    yield _place(record, "question", i)


def _place(record: str, kind: str, ordinal: int) -> Region:
    return Region(
        record_id=record, kind=kind, ordinal=ordinal, part=1, page=1 + ordinal // 8, x0=90.0, top=ordinal * 20.0,
        x1=500.0, bottom=ordinal * 20.0 + 18.0,
    )  # fmt: skip
