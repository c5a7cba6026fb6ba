"""The question to 东方财富 whose answer no recording tells (contracts §6.1): whether its copy of a file is the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from extractors.facts import Survey
from extractors.listing import ListedRow, Partition, Response, Window
from extractors.probes.bench import Bench, Question, Undecided
from extractors.sources import cninfo, eastmoney

COPY = "https://pdf.dfcfw.com/pdf/H2_{}_1.pdf"
_BACK = 5  # days
_TRIED = 3  # surveys for which cninfo is asked


def _copies(bench: Bench) -> str:
    """One file of Shenzhen, fetched from both."""
    seen = 0
    for survey in _surveys(bench):
        own = _announced(bench, survey)
        if len(own) == 1 and own[0].sighting.address:
            return _compared(bench, survey, own[0].sighting.address)
        seen += 1
        if seen == _TRIED:
            break
    raise Undecided(f"no survey of {_BACK} days has a file and one announcement of its company ({seen} tried)")


def _surveys(bench: Bench) -> Iterator[Survey]:
    for back in range(_BACK):
        day = bench.today - timedelta(days=back)
        page = bench.page(eastmoney.SOURCE, eastmoney.SOURCE.partitions[0], Window(start=day, end=day))
        for fact in page.facts:
            if isinstance(fact, Survey) and fact.exchange == "SZSE" and fact.file_key:
                yield fact


def _announced(bench: Bench, survey: Survey) -> list[ListedRow]:
    """What cninfo lists of the company around the vendor's day."""
    day = timedelta(days=1)
    asked = Partition(name="probe", fields={"column": "szse", "plate": "", "searchkey": survey.security_code})
    window = Window(start=survey.notice_on - day, end=survey.notice_on + day)
    rows = bench.page(cninfo.SOURCE, asked, window).rows
    return [row for row in rows if row.announcement.security_code == survey.security_code]


def _compared(bench: Bench, survey: Survey, address: str) -> str:
    copy, original = bench.file("eastmoney", COPY.format(survey.file_key)), bench.file("cninfo", address)
    told = "byte-identical" if copy.content == original.content else "different bytes"
    name = address.rpartition("/")[2]
    return f"{told}: {survey.security_code}, {survey.file_key} {_printed(copy)}, cninfo {name} {_printed(original)}"


def _printed(answer: Response) -> str:
    return f"{len(answer.content)} bytes SHA-256 {hashlib.sha256(answer.content).hexdigest()[:12]}"


QUESTIONS = (Question(source="eastmoney", asked="is its copy the file 文件是否相同", find=_copies),)
