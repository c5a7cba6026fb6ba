"""Records: what reading yields, one class a table, with the table's name and columns.

The warehouse adds `changed_in_run` to every table and fills the columns that its migrations mark
as derived; everything else is said here. Text columns hold what is printed (lines joined, layout
blanks removed) unless the comment says otherwise; None means that the source does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One disclosure (公告) by one issuer, whichever sources list it."""

    announcement_id: str  # namespace and the source's key, such as `cninfo-1225461888`; Beijing's: code, day, words
    security_code: str  # six digits, leading zeros kept
    exchange: str  # SZSE, SSE or BSE
    title: str  # tags and entities removed
    kind: str  # record, annex, policy, notice or correction, by its title
    disclosed_on: date  # nominal day of disclosure; after-hours filings carry the next day
    disclosed_at: datetime | None  # instant, None where the source gives only a day
    available_at: datetime  # disclosed_at, else the end of disclosed_on in Asia/Shanghai
    first_seen_at: datetime  # instant of the earliest response that listed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One announcement as one source lists it."""

    source: str  # such as cninfo
    source_key: str  # the source's own key
    partition: str  # of the source, in which it was listed
    announcement_id: str
    title: str  # as the source prints it
    address: str | None  # of the file; None where the source names no file
    security_code: str
    security_name: str | None  # 证券简称 as the source prints it, blanks removed
    exchange: str
    org_id: str | None  # the issuer's id at cninfo; stays when codes change
    board: str | None  # main, chinext, star or bse
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingDay:
    """What one walk proved for one source, partition and day."""

    source: str
    partition: str
    day: date  # nominal day of disclosure
    grade: str  # counted, walked or open
    promised: int | None  # rows that the source said the window holds; None without a total
    listed: int  # unique rows of this day
    reason: str | None  # why it is open
    walked_at: datetime  # instant of the walk's first response, or of its failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, by its bytes."""

    document_id: str  # SHA-256, hexadecimal
    media_type: str  # pdf, docx, doc, html, markdown or unknown, decided by the bytes
    byte_count: int
    page_count: int | None  # None where the format has no pages
    reader: str | None  # which reader read it and its version, pdf+ocr with pictures of pages; None where none could
    scanned_pages: int | None  # pages that hold no text; None where the format has none or none could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementDocument:
    """A file as it was fetched for an announcement; a file can be replaced under the same address."""

    announcement_id: str
    document_id: str
    address: str
    fetched_at: datetime
    last_fetched_at: datetime | None  # latest response with these bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRecord:
    """One 投资者关系活动记录表 in a document."""

    record_id: str  # first 16 digits of the document's SHA-256, a dash, the ordinal
    document_id: str
    ordinal: int  # from 1, within the document
    security_code: str | None  # 证券代码, digits as printed
    security_name: str | None  # 证券简称
    company_name: str | None  # full name above the table
    record_no: str | None  # 编号
    title: str | None  # title line above the table
    category_note: str | None  # what is written after 其他
    participants_stated: int | None  # the first total that the form states
    participants_note: str | None  # how the form describes them where it names nobody
    participants_in_attachment: bool  # the list stands in an annex of the same file
    location: str | None  # 地点
    narrative: str | None  # running text outside questions and answers
    attachments: str | None  # 附件清单, joined
    signed_on: date | None  # 日期
    text: str  # whole text of the form, lines joined by newline
    content_hash: str  # SHA-256 of the main content's Han characters, letters and digits


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySession:
    """One date, or range of dates, in 时间."""

    record_id: str
    ordinal: int
    start_on: date
    end_on: date
    start_time: time | None  # local time in Asia/Shanghai
    end_time: time | None
    printed: str  # the text it was read from


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCategory:
    """One ticked option of 投资者关系活动类别."""

    record_id: str
    ordinal: int
    category: str  # as printed: 特定对象调研, 业绩说明会 …


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person of an institution, or an institution of which nobody is named."""

    record_id: str
    ordinal: int
    entry: int  # from 1; rows of one printed entry (an institution with its people) share it
    institution: str | None  # 参与单位 as printed
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """One 上市公司接待人员."""

    record_id: str
    ordinal: int
    name: str
    title: str | None  # 职务 as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its whole answer, markers cut off."""

    record_id: str
    ordinal: int
    question: str
    answer: str
    text_start: int | None  # span in ActivityRecord.text, in characters
    text_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place on a page from which a row of another table was read."""

    record_id: str
    kind: str  # table of the row: question, participant or host
    ordinal: int  # of that row
    part: int  # from 1: a row over two pages has two regions
    page: int  # from 1
    x0: float | None  # PDF points, origin top left; None for formats without places
    top: float | None
    x1: float | None
    bottom: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One annex or file that the form names or that follows it."""

    record_id: str
    ordinal: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One row of the form that has no column of its own: 重大信息, 风险提示, 备注, 活动主题, an unknown label."""

    record_id: str
    ordinal: int
    label: str | None  # as printed; None for text behind the form
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """Chinese text of the file that no value holds."""

    record_id: str
    ordinal: int
    kind: str  # mark, honorific, head, total, unnamed, statement, furniture, hidden or unread
    text: str  # its Han characters; lines of page furniture as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseFailure:
    """Why a document, or one part of it, could not be read."""

    document_id: str
    ordinal: int  # from 1, within the document
    stage: str  # read, parse or label
    error: str  # name of the error's class, such as NotARecord
    label: str | None  # the label of the form concerned
    detail: str  # what was found and what to do


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTopic:
    """A topic of a question."""

    record_id: str
    ordinal: int  # of the question
    topic: str
