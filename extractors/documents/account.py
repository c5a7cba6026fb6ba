"""The account of a form's Chinese: what each row says that no value holds, by kind.

Each Han character of the form stands in a value, in a label, or in a leftover; a value that is printed once and
kept several times (a title for two names) covers its place once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.documents.coverage import HAN, han, uncovered
from extractors.fields import closing, lead, speaker, tabled
from extractors.fields.position import is_position
from extractors.readers.form import Form, Line, Row, lines_of
from extractors.records import (
    ActivityRecord,
    ActivitySession,
    Host,
    Leftover,
    Participant,
    Question,
    Remark,
)

_TELLING = (ActivitySession, Host, Participant, Question, Remark)
_ISSUE = "证券|股票|债券|可?转债|公司|公告|记录表?|代码|简称|编号"
_TITLE = "年度|投资者关系|活动|管理|信息|登记表|汇总表|[年月日第号]"
_LIST_WORDS = "(?:附件?)?.{0,20}(?:序号|姓名|单位名称|机构名称|名单|清单).*|(?:参与|参会|线上|现场)+(?:机构|单位|人员)"
_BOND = "(?:债券|转债|可转债|优先股)(?:代码|简称).{0,12}"
_LED = (
    "(?:[㐀-鿿]{2,8}(?:证券|基金))?(?:策略会|电话会议?|交流会|路演|专场)"
    "|(?:本次|此次)?(?:参与|参会|参加|与会|来访|调研)(?:机构|单位|人员|名单)(?:与人数)?(?:主要)?(?:包括|包含|有|为|如下)?"
)
_MARK = "第?[一二三四五六七八九十]*个?(?:问题|提问|追问|问|回复|回答|答复|回应|解答|答)(?:如下|内容|情况)?"
_SPEAKER = f"{speaker.VISITOR}|{speaker.COMPANY}"
_KINDS = (
    ("mark", re.compile(rf"(?:序号)?(?:(?:{_SPEAKER})?(?:{_MARK})[一二三四五六七八九十]*)+")),
    ("honorific", re.compile(r"(?:先生|女士|小姐|老师|以及|及|和|与|等|个人(?:投资者)?|自然人)+")),
    ("head", re.compile(rf"(?:{_ISSUE}|{_TITLE})+|{_LIST_WORDS}|{_BOND}|项目(?:内容|名称)+|序号项目内容")),
    ("total", re.compile(r".{0,16}(?:等|共|共计|合计|约).{0,10}(?:家|位|名|人).{0,16}")),
    ("unnamed", re.compile(r"(?:先生|女士)?(?:以及|及|和|与|等)?.{0,30}(?:工作人员|相关人员|相关负责人).{0,10}")),
    ("mark", re.compile(f"(?:{_SPEAKER})+|[一二三四五六七八九十]{{1,3}}|[甲乙丙丁]")),
    (
        "head",
        re.compile(rf"[一二三四五六七八九十]?(?:{_LED})|(?:[一二三四五六七八九十]?年?月日)+|(?:{_ISSUE})+{_BOND}"),
    ),
    (
        "unnamed",
        re.compile(
            r"(?:以及|及|和|与)(?:参与|参加|通过|其他).{0,60}|等?的?(?:广大|全体|其他|自然人|个人)?(?:投资者|股东)(?:代表)?人?"
        ),
    ),
)
_MOST_HOSTS = 30  # times that the issuer's own name may stand before a title
_NOT_COUNTED = frozenset({"category", "location", "attachments", "signed_on", "recorder"})  # kept whole, or options


def leftovers(form: Form, rows: Mapping[str, Sequence[Row]], records: Sequence[object]) -> Iterator[Leftover]:
    """What no value among the records holds, section by section, and the page furniture."""
    record = next(one for one in records if isinstance(one, ActivityRecord))
    told = [one for one in records if isinstance(one, _TELLING)]
    found: list[tuple[str, str]] = []
    for section, text in _sections(form, rows):
        found += [(_kind(left), left) for left in uncovered(text, _values(section, told, record))]
    for kind, is_hidden in (("furniture", False), ("hidden", True)):
        aside = "\n".join(dict.fromkeys(line.text for line in form.furniture if line.is_hidden == is_hidden))
        found += [(kind, aside)] if HAN.search(aside) else []
    for ordinal, (kind, text) in enumerate(found, 1):
        yield Leftover(record_id=record.record_id, ordinal=ordinal, kind=kind, text=text)


def _sections(form: Form, rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, str]]:
    yield "header", han(line.text for line in form.header)
    for field, group in rows.items():
        if field not in _NOT_COUNTED:
            yield field, han(line.text for line in _printed(field, group))
    yield "annex", han(line.text for block in form.annex for line in lines_of(block))


def _printed(field: str, group: Sequence[Row]) -> Iterator[Line]:
    """The lines of a field's rows, cell by cell where columns are read apart: tables of questions, lists of people."""
    grid = tuple(cells for row in group for cells in row.grid)
    if field == "content" and tabled.column(grid) is not None:
        return (line for row in grid for cell in row for line in cell)
    lines_in = _by_column if field == "participants" else _in_order
    return (line for row in group for line in lines_in(row))


def _by_column(row: Row) -> Iterator[Line]:
    """The lines of a row, cell by cell: a name over two lines of a column stands together."""
    for cells in row.grid:
        for cell in cells:
            yield from cell


def _in_order(row: Row) -> Iterator[Line]:
    """The lines of a row as they are read."""
    yield from row.lines


def _values(section: str, records: Sequence[object], record: ActivityRecord) -> Iterator[str | None]:
    if section == "header":
        yield from (record.security_name, record.company_name, record.title, record.record_no, record.security_name)
    if section in {"participants", "annex"}:
        yield from (part for one in records if isinstance(one, Participant) for part in (one.institution, one.person))
        yield record.participants_note
    if section in {"hosts", "participants"}:
        yield from (part for one in records if isinstance(one, Host) for part in (one.title, one.name))
        yield from [record.security_name] * _MOST_HOSTS
    if section == "sessions":
        yield from (one.printed for one in records if isinstance(one, ActivitySession))
    if section in {"content", "annex"}:
        yield from (part for one in records if isinstance(one, Question) for part in (one.question, one.answer))
        yield from (record.narrative or "").split("\n")
    yield from (one.text for one in records if isinstance(one, Remark))


def _kind(text: str) -> str:
    """What a leftover is: a mark, an honorific, the head of a list, a total, staff, a statement; else unread."""
    if is_position(text):
        return "honorific"
    if lead.heads(text):
        return "head"
    found = next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), None)
    return found or ("statement" if closing.closes(text) else "unread")
