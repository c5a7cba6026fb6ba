"""Valid records of `extractors.records`, each with fields to override."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from extractors import facts, institutions, records
from extractors.facts import FeedCompany, ListedField, ListedSecurity, Survey
from extractors.figures import Figure
from extractors.institutions import Institution, InstitutionAlias, InstitutionName, InstitutionShared
from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Announcement,
    AnnouncementDocument,
    Attachment,
    Document,
    Host,
    Leftover,
    ListingDay,
    ParseFailure,
    Participant,
    Question,
    QuestionTopic,
    Region,
    Remark,
    Sighting,
)
from extractors.registers.topic import Topic

DAY = date(2026, 3, 3)
SEEN = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FILE = "a" * 64
RECORD = "a" * 16 + "-1"
ADDRESS = "https://static.cninfo.com.cn/finalpage/2026-03-03/1.PDF"

Row = TypeVar("Row")

_FIELDS: dict[type, dict[str, object]] = {
    Announcement: {
        "announcement_id": "cninfo-1", "security_code": "000001", "exchange": "SZSE", "title": "投资者关系活动记录表",
        "kind": "record", "disclosed_on": DAY, "disclosed_at": SEEN, "available_at": SEEN, "first_seen_at": SEEN,
    },
    Sighting: {
        "source": "cninfo", "source_key": "1", "partition": "szse", "announcement_id": "cninfo-1",
        "title": "投资者关系活动记录表", "address": ADDRESS, "security_code": "000001", "security_name": "平安银行",
        "exchange": "SZSE", "org_id": "gssz0000001", "board": "main", "first_seen_at": SEEN, "last_seen_at": SEEN,
    },
    ListingDay: {
        "source": "cninfo", "partition": "szse", "day": DAY, "grade": "counted", "promised": 1, "listed": 1,
        "reason": None, "walked_at": SEEN,
    },
    Document: {
        "document_id": FILE, "media_type": "pdf", "byte_count": 1000, "page_count": 2, "reader": "pdf 1",
        "scanned_pages": 0,
    },
    AnnouncementDocument: {
        "announcement_id": "cninfo-1", "document_id": FILE, "address": ADDRESS, "fetched_at": SEEN,
        "last_fetched_at": SEEN,
    },
    ActivityRecord: {
        "record_id": RECORD, "document_id": FILE, "ordinal": 1, "security_code": "000001", "security_name": "平安银行",
        "company_name": "平安银行股份有限公司", "record_no": "2026-001", "title": "投资者关系活动记录表",
        "category_note": None, "participants_stated": None, "participants_note": None,
        "participants_in_attachment": False, "location": "深圳", "narrative": None, "attachments": None,
        "signed_on": DAY, "text": "全文", "content_hash": "c" * 64,
    },
    ActivitySession: {
        "record_id": RECORD, "ordinal": 1, "start_on": DAY, "end_on": DAY, "start_time": None, "end_time": None,
        "printed": "2026年3月3日",
    },
    ActivityCategory: {"record_id": RECORD, "ordinal": 1, "category": "特定对象调研"},
    Participant: {"record_id": RECORD, "ordinal": 1, "entry": 1, "institution": "中信证券", "person": "张三"},
    Host: {"record_id": RECORD, "ordinal": 1, "name": "李四", "title": "董事会秘书"},
    Question: {
        "record_id": RECORD, "ordinal": 1, "question": "产能如何？", "answer": "满产。", "text_start": 0, "text_end": 2,
    },
    Region: {
        "record_id": RECORD, "kind": "question", "ordinal": 1, "part": 1, "page": 1, "x0": 72.5, "top": 100.0,
        "x1": 500.25, "bottom": 120.0,
    },
    Attachment: {"record_id": RECORD, "ordinal": 1, "name": "附件一"},
    Remark: {"record_id": RECORD, "ordinal": 1, "label": "风险提示", "text": "投资有风险。"},
    Topic: {"topic": "capacity", "name_zh": "产能与建设", "name_en": "capacity and construction"},
    QuestionTopic: {"record_id": RECORD, "ordinal": 1, "topic": "capacity"},
    Figure: {
        "record_id": RECORD, "ordinal": 1, "number": 1, "amount": "30%", "value": 30.0, "low": None,
        "high": None, "unit": "%", "approximation": "about", "compared": "yoy", "change": "up",
        "before": "您好，今年收入同比增长约", "after": "。\n谢谢。", "answer_start": 12, "answer_end": 15,
    },
    Leftover: {"record_id": RECORD, "ordinal": 1, "kind": "mark", "text": "问"},
    ParseFailure: {
        "document_id": FILE, "ordinal": 1, "stage": "read", "error": "NeedsOcr", "label": None, "detail": "a scan",
    },
    ListedSecurity: {
        "security_code": "000001", "exchange": "SZSE", "security_name": "平安银行", "current_code": "000001",
        "board": "main", "org_id": "gssz0000001", "category": "A股", "first_seen_at": SEEN, "last_seen_at": SEEN,
    },
    ListedField: {"source": "cninfo", "field": "secCode", "first_seen_at": SEEN, "last_seen_at": SEEN},
    FeedCompany: {
        "security_code": "600000", "uid": "65", "security_name": "浦发银行", "first_seen_at": SEEN, "last_seen_at": SEEN,
    },
    Survey: {
        "survey_id": "e" * 64, "security_code": "000001", "exchange": "SZSE", "notice_on": DAY, "start_on": DAY,
        "end_on": None, "time_printed": None, "way": None, "file_key": None, "institution": None, "visitor": None,
        "institution_count": 1, "first_seen_at": SEEN, "last_seen_at": SEEN,
    },
    Institution: {
        "institution_id": "中信证券股份有限公司", "name": "中信证券股份有限公司", "short_name": "中信证券",
        "english_name": "CITIC Securities", "type": "securities", "group_name": None, "valid_from": None, "valid_to": None,
        "successor_id": None, "evidence": "common knowledge",
    },
    InstitutionAlias: {
        "alias": "中信证券", "institution_id": "中信证券股份有限公司", "evidence": "short name of the register",
        "valid_to": None,
    },
    InstitutionShared: {"name": "中信", "institution_id": "中信证券股份有限公司"},
    InstitutionName: {
        "printed": "中信证券", "institution_id": "中信证券股份有限公司", "rule": "exact", "alias": "中信证券", "unit": None,
    },
}  # fmt: skip

CLASSES = (
    *(
        kind
        for module in (records, facts, institutions)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    ),
    Figure,
    Topic,
)


def make(kind: type[Row], /, **changes: object) -> Row:
    """A valid record of a class, with the fields that are given."""
    return kind(**{**_FIELDS[kind], **changes})


def whole() -> tuple[object, ...]:
    """One record of every class that belongs together: a listed, fetched and parsed announcement."""
    return tuple(make(kind) for kind in CLASSES if kind is not ParseFailure)


def listed(number: int, **changes: object) -> tuple[Announcement, Sighting]:
    """An announcement with its sighting, told apart by a number; fields of either can be given."""
    own = {
        "announcement_id": f"cninfo-{number}",
        "source_key": str(number),
        "address": f"{ADDRESS}?{number}",
        **changes,
    }
    return (_of(Announcement, own), _of(Sighting, own))


def parsed(number: int, **changes: object) -> tuple[Document, ActivityRecord, ActivitySession]:
    """A document with one record of one session, told apart by a number; fields of any can be given."""
    own = {"document_id": f"{number:064x}", "record_id": f"{number:016x}-1", **changes}
    return (_of(Document, own), _of(ActivityRecord, own), _of(ActivitySession, own))


def _of(kind: type[Row], changes: dict[str, object]) -> Row:
    return make(kind, **{name: value for name, value in changes.items() if name in _FIELDS[kind]})
