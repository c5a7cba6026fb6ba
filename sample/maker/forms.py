"""The three exchanges' forms: which rows they have, in which words, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sample.maker import answers
from sample.maker.cells import category, hosts, participants, roster
from sample.maker.content import Activity, Company, Filing
from sample.maker.sheet import Block, Para, Row, Sheet, bold

_STATEMENT = (
    "本公司及董事会全体成员保证公告内容的真实、准确和完整，没有虚假记载、误导性陈述或者重大遗漏，"
    "并对其内容的真实性、准确性和完整性承担个别及连带法律责任。"
)
_CATEGORY, _HOSTS, _CONTENT = "投资者关系活动类别", "上市公司接待人员姓名", "投资者关系活动主要内容介绍"
_SZSE = (
    ("category", _CATEGORY), ("participants", "参与单位名称及人员姓名"), ("when", "时间"), ("where", "地点"),
    ("hosts", _HOSTS), ("content", _CONTENT), ("attachments", "附件清单（如有）"), ("signed", "日期"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKind:
    """One form's rows in order, and its wording above them."""

    rows: tuple[tuple[str, str], ...]
    title: str = "投资者关系活动记录表"
    head: str = "证券代码：{code}\t证券简称：{name}"
    number: str = "编号：{no}"


def _with(rows: tuple[tuple[str, str], ...], after: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    at = [field for field, _ in rows].index(after) + 1
    return (*rows[:at], *more, *rows[at:])


def _renamed(rows: tuple[tuple[str, str], ...], **labels: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, labels.get(name, label)) for name, label in rows if labels.get(name, label))


FORMS = MappingProxyType({
    "szse": FormKind(rows=_SZSE),
    "szse_stock": FormKind(rows=_renamed(_SZSE, attachments="附件清单"), head="股票代码：{code}\t股票简称：{name}"),
    "szse_statement": FormKind(rows=_with(_SZSE, "content", ("statement", "关于本次活动是否涉及应披露重大信息的说明"))),
    "szse_risk": FormKind(rows=_with(_SZSE, "attachments", ("remarks", "风险提示"))),
    "szse_orgs": FormKind(rows=_renamed(_SZSE, participants="参与单位名称（排名不分先后）", attachments="")),
    "szse_named": FormKind(rows=_renamed(_SZSE, participants="参与单位名称及姓名", attachments="附件清单")),
    "szse_one_line": FormKind(rows=_SZSE, head="证券代码：{code}    证券简称：{name}\t编号：{no}", number=""),
    "szse_bare": FormKind(
        rows=_with(_renamed(_SZSE, signed=""), "attachments", ("statement", "本次活动是否涉及应当披露重大信息")), head="",
    ),
    "sse": FormKind(
        rows=(
            ("category", _CATEGORY), ("when", "时间"), ("where", "地点"), ("hosts", _HOSTS),
            ("participants", "参与单位名称及人员姓名（排名不分先后）"), ("content", _CONTENT),
            ("statement", "关于本次活动是否涉及应披露重大信息的说明"), ("attachments", "附件清单（如有）"), ("remarks", "备注"),
        ),
    ),
    "sse_summary": FormKind(
        rows=(
            ("category", _CATEGORY), ("participants", "参与单位名称及人员姓名"), ("when", "会议时间"), ("where", "会议地点"),
            ("hosts", _HOSTS), ("content", _CONTENT), ("attachments", "附件清单"), ("signed", "日期"), ("remarks", "备注"),
        ),
        title="投资者关系活动记录汇总表", number="",
    ),
    "sse_briefing": FormKind(
        rows=(
            ("category", _CATEGORY), ("topic", "活动主题"), ("when", "时间"), ("where", "地点/方式"), ("hosts", "参会人员"),
            ("content", _CONTENT),
        ),
    ),
    "sse_short": FormKind(
        rows=(
            ("category", "类别"), ("when", "会议时间"), ("where", "会议地点"), ("participants", "参会人员"),
            ("hosts", "接待人员姓名"), ("content", "交流内容"), ("remarks", "备注"),
        ),
        number="",
    ),
    "sse_way": FormKind(
        rows=(
            ("category", _CATEGORY), ("when", "时间"), ("where", "方式"), ("participants", "参与单位名称及人员姓名"),
            ("hosts", "上市公司接待人员"), ("content", "交流内容"), ("attachments", "附件清单(如有)"), ("remarks", "注意事项"),
        ),
        number="记录表编号：{no}",
    ),
    "bse_table": FormKind(
        rows=(
            ("category", _CATEGORY), ("when", "活动时间"), ("where", "活动地点"), ("participants", "参会单位及人员"),
            ("hosts", "上市公司接待人员"), ("content", "投资者关系活动主要内容"),
        ),
        head="证券代码：{code}\t证券简称：{name}\t公告编号：{no}", number="",
    ),
    "bse_text": FormKind(rows=(), head="证券代码：{code}\t证券简称：{name}\t公告编号：{no}", number=""),
})  # fmt: skip


def sheet(filing: Filing) -> Sheet:
    """The filing's form, filled in."""
    company, activity, kind = filing.company, filing.activity, FORMS[filing.activity.form]
    top = tuple(_top(company, activity, kind))
    if activity.form == "bse_text":
        return Sheet(top=top, rows=(), tail=tuple(_announced(company, activity)))
    rows = tuple(_row(name, label, activity) for name, label in kind.rows)
    tail = tuple(roster(activity)) if activity.people == "annex" else ()
    if activity.form == "bse_table":
        tail = (*tail, *_signature(company, activity))
    return Sheet(top=top, rows=rows, tail=tail)


def _top(company: Company, activity: Activity, kind: FormKind) -> Iterator[Para]:
    values = {"code": company.code, "name": company.name, "no": activity.no_printed or activity.no or ""}
    if kind.head:
        head = kind.head.format(**values)
        if head.count("\t") > 1:
            first, rest = head.split("\t", 1)
            head = f"{first}    {rest}"
        yield Para(text=head, align="ends")
    yield Para(text="")
    title = activity.title_on_form or kind.title
    if activity.form == "szse_bare":
        yield bold(company.full + title, align="center", size=15.0)
    else:
        yield bold(company.full, align="center", size=16.0)
        yield bold(title, align="center", size=15.0)
    if kind.number and activity.no:
        yield Para(text=kind.number.format(**values), align="right")
    if activity.form.startswith("bse"):
        yield Para(text="")
        yield Para(text=_STATEMENT, indent=2.0)
    yield Para(text="")


def _row(name: str, label: str, activity: Activity) -> Row:
    return Row(label=label, blocks=tuple(_VALUES[name](activity)))


def _plain(text: str | None) -> Iterator[Block]:
    yield from (Para(text=part) for part in (text or "").split("\n") if part)


_VALUES: MappingProxyType[str, Callable[[Activity], Iterator[Block]]] = MappingProxyType(
    {
        "category": category,
        "participants": participants,
        "when": lambda activity: _plain(activity.when),
        "where": lambda activity: _plain(activity.where),
        "hosts": hosts,
        "content": answers.paragraphs,
        "attachments": lambda activity: _plain(activity.attachments),
        "signed": lambda activity: _plain(activity.signed_printed or dated(activity.signed)),
        "remarks": lambda activity: _plain(activity.remarks),
        "statement": lambda _: _plain("本次活动不涉及应披露重大信息。"),
        "topic": lambda activity: _plain(activity.title),
    }
)


def dated(text: str | None) -> str:
    """A date in words of the form."""
    if not text:
        return ""
    day = date.fromisoformat(text)
    return f"{day.year}年{day.month}月{day.day}日"


def _signature(company: Company, activity: Activity) -> Iterator[Para]:
    yield Para(text="")
    yield Para(text=company.full, align="right")
    yield Para(text="董事会", align="right")
    yield Para(text=dated(activity.listed.date().isoformat()), align="right")


def _announced(company: Company, activity: Activity) -> Iterator[Block]:
    """The body of an announcement in running text."""
    yield bold("一、投资者关系活动类别", indent=2.0)
    yield from category(activity)
    yield bold("二、投资者关系活动情况", indent=2.0)
    yield Para(text=f"活动时间：{activity.when}", indent=2.0)
    yield Para(text=f"活动地点：{activity.where}", indent=2.0)
    came = "；".join(para.text for para in participants(activity) if isinstance(para, Para))
    yield Para(text=f"参会单位及人员：{came}", indent=2.0)
    named = "；".join(para.text for para in hosts(activity) if isinstance(para, Para))
    yield Para(text=f"上市公司接待人员：{named}", indent=2.0)
    yield bold("三、投资者关系活动主要内容", indent=2.0)
    yield from answers.paragraphs(activity)
    yield from _signature(company, activity)
