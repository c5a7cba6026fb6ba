"""What is no activity record: other disclosures that bear some of its labels, and forms that nobody filled in.

A policy often has the empty form behind it, a notice announces the time and place of a meeting still to come,
the minutes that a company files as an annex repeat what its record says, a report lists the year's visits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.errors import NotARecord
from extractors.fields import header, label
from extractors.readers.form import Form, Row

_ENOUGH = 3  # core labels that make a form an activity record
_FEW = 40  # lines above the first label: the form opens its document
_ABOVE = 12  # lines in which a document's own title stands
_TITLE = 60  # characters of a title

_FIRM = (  # what a title says, white space removed, whatever else stands above
    ("a policy", re.compile(r"\S{0,30}(?:制度|办法|细则|规则|规程|章程|指引|预案)(?:[（(].*[)）]|全文|公告)?")),
    (
        "an annex",
        re.compile(r".*附件之.*|(?:.*(?:调研|来访|接待|附件).{0,6})?会议记录|.*(?:承诺书|签到表|报名表|回执)"),
    ),
)
_SOFT = (  # what it says where no record's title stands beside it: 2025年年度报告 / 业绩说明会投资者关系活动记录表
    (
        "a notice",
        re.compile(
            r"(?!.*(?:情况|记录|纪要|结果)).*关于.{0,40}?(?:召开|举办|举行|参加|开展|参与).*(?:公告|通知|提示)"
            r"|.*(?:活动|说明会|路演|接待日|调研|股东大?会)(?:预告|预约|通知|安排|日程)(?:公告)?"
        ),
    ),
    ("a resolution", re.compile(r".*决议(?:公告)?")),
    ("a presentation", re.compile(r".*(?:演示文稿|推介材料|路演材料|演示材料)")),
    (
        "a report",
        re.compile(r".*(?:年度|季度|半年度?)报告(?:全文|正文|摘要)?|.*(?:招股说明书|募集说明书|法律意见书|核查意见)"),
    ),
)
_SENTENCE = re.compile("[，。；《]")
_OF_INVESTORS = re.compile("投资者|接待|调研|来访|机构|单位|上市公司|说明会|路演")  # in a label or above the form


def check(form: Form, rows: Mapping[str, Sequence[Row]]) -> None:
    """Raise NotARecord, with what the document is, where the form is not an activity record's."""
    titles = tuple(_titles(form))
    core = label.CORE & set(rows)
    is_titled = any(
        len(title) <= _TITLE and not _SENTENCE.search(title) and header.is_record_title(title) for title in titles
    )
    is_known = {"hosts", "participants"} & core and "content" in core and _names_investors(form, titles)
    kind = next((kind for kind, said in _said(rows, titles, _FIRM if is_titled else _FIRM + _SOFT) if said), None)
    if kind or len(core) < _ENOUGH or not (is_titled or is_known):
        first = next((line.text.strip() for line in form.header if line.text.strip()), "")
        raise NotARecord(title=first[:80], labels=tuple(sorted(core)), kind=kind)


def _names_investors(form: Form, titles: Sequence[str]) -> bool:
    """Whether a label, or a line above the form, has a word of the meetings with investors."""
    return any(_OF_INVESTORS.search(text) for text in (*(row.label for row in form.rows), *titles))


def _said(
    rows: Mapping[str, Sequence[Row]], titles: Sequence[str], kinds: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[str, bool]]:
    above = titles[:_ABOVE]
    for kind, pattern in kinds:
        yield kind, any(len(title) <= _TITLE and pattern.fullmatch(title) for title in _run_on(above))
    yield "part of a longer document", len(titles) > _FEW
    filled = (field for field in label.CORE - {"category"} if any(row.lines for row in rows.get(field, ())))
    yield "an empty form", bool(rows) and next(filled, None) is None


def _titles(form: Form) -> Iterator[str]:
    yield from (text for line in form.header if (text := "".join(line.text.split())))


def _run_on(titles: Sequence[str]) -> Iterator[str]:
    """Each line, and each with the next one: a title may stand on two."""
    yield from titles
    yield from (upper + lower for upper, lower in pairwise(titles))
