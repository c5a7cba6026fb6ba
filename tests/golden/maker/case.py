"""A golden case: one made file, and what a careful reader would say stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sample.maker.marks import Mark
from sample.maker.sheet import Block, Para, Row, Sheet, bold

Json = dict[str, object]
Value = Sequence[str | Block] | None  # a row's paragraphs; None leaves the row out
Change = Callable[[list[list[Mark]]], list[list[Mark]]]

CATEGORY, PARTICIPANTS, TIME, PLACE = "投资者关系活动类别", "参与单位名称及人员姓名", "时间", "地点"
HOSTS, CONTENT = "上市公司接待人员姓名", "投资者关系活动主要内容介绍"
ATTACHMENTS, DAY = "附件清单（如有）", "日期"
STATEMENT = "关于本次活动是否涉及应披露重大信息的说明"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An invented company."""

    code: str
    name: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file to make, and its expectation."""

    name: str
    expected: Json
    kind: str = "pdf"  # pdf, docx, html or md; else the extension of the raw bytes
    sheet: Sheet | None = None
    look: str = "word"
    foot: float | None = None  # the lower margin where it is not the look's
    is_embedded: bool = False  # the Chinese font stands in the file; without it a page is a tenth as large
    features: tuple[str, ...] = ()  # of a DOCX file
    change: Change | None = None  # what happens to the drawn pages
    password: str = ""
    raw: Callable[[], bytes] | None = None  # files that are no sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A plain record that cases change in one place."""

    company: Company
    no: str
    rows: Mapping[str, Value]
    says: Json


def qa(*pairs: tuple[str, str] | tuple[str, str, list[int]]) -> tuple[tuple[object, ...], ...]:
    """Questions and answers, with their pages where these are not the first one alone."""
    return pairs


def session(start: str, end: str | None = None, *hours: str) -> Json:
    """A session as the guide writes it: first and last day, first and last hour."""
    first, last = (*hours, None, None)[:2]
    return {"start_date": start, "end_date": end or start, "start_time": first, "end_time": last}


def house(institution: str | None, *people: str) -> Json:
    """A row of participants."""
    return {"institution": institution, "people": list(people)}


def host(name: str, title: str | None = None) -> Json:
    """A host."""
    return {"name": name, "title": title}


def record(  # noqa: PLR0913 - what is odd about a record is said by name
    name: str,
    template: Template,
    rows: Mapping[str, Value] | None = None,
    says: Mapping[str, object] | None = None,
    *,
    renamed: Mapping[str, str] | None = None,
    order: Sequence[str] = (),
    top: Sequence[Para] | None = None,
    tail: Sequence[Block] = (),
    running: str | None = None,
    kind: str = "pdf",
    **more: object,
) -> Case:
    """The template's record with some rows and expectations changed; `order` names all rows where it differs."""
    merged = {**template.rows, **(rows or {})}
    labels = [label for label in (order or merged) if merged[label] is not None]
    made = tuple(
        Row(label=(renamed or {}).get(label, label), blocks=tuple(_block(text) for text in merged[label] or ()))
        for label in labels
    )
    sheet = Sheet(
        top=tuple(header(template) if top is None else top), rows=made, tail=tuple(tail), running=running
    )  # fmt: skip
    expected = {**template.says, **(says or {})}
    expected["qa"] = [_pair(pair, kind) for pair in expected["qa"]]  # type: ignore[attr-defined]
    return Case(name=name, expected=expected, sheet=sheet, kind=kind, **more)  # type: ignore[arg-type]


def refused(name: str, error: str, *, kind: str = "pdf", **more: object) -> Case:
    """A file that is no record, or cannot be read."""
    return Case(name=name, expected={"error": error}, kind=kind, **more)  # type: ignore[arg-type]


def header(template: Template, *, title: str = "投资者关系活动记录表", number: str | None = None) -> list[Para]:
    """The lines above the form as most companies print them."""
    company = template.company
    return [
        Para(text=f"证券代码：{company.code}\t证券简称：{company.name}", align="ends"),
        bold(company.full, align="center", size=16.0),
        bold(title, align="center", size=15.0),
        Para(text=number or f"编号：{template.no}", align="right"),
    ]


def _block(text: str | Block) -> Block:
    return Para(text=text) if isinstance(text, str) else text


def _pair(pair: tuple[object, ...], kind: str) -> Json:
    question, answer, *pages = pair
    return {"question": question, "answer": answer, "pages": pages[0] if pages else [1] if kind == "pdf" else []}
