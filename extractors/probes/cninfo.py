"""Questions to cninfo 巨潮资讯 and 互动易 whose answers no recording tells (contracts §1.1, §1.5, §1.6, §2.1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil, floor
from typing import Any

from extractors.listing import CHINA, Partition, Window, contract
from extractors.probes.bench import Bench, Question, Undecided
from extractors.sources import cninfo, irm
from extractors.sources.hisannouncement import PAGE_SIZE, day_of, envelope

_PLATES = (("szse", ""), ("szse", "sz"), ("sse", ""), ("sse", "sh"), ("bj", ""), ("bj", "bj"))
_FULLTEXT = Partition(name="fulltext", fields={"tabName": "fulltext", "column": "szse", "plate": ""})
_BEYOND = (100, 101, 102)
_PAGES = 5  # of a window in which rows are looked for
_WIDE = 120  # days


def _plates(bench: Bench) -> str:
    """Rows of the relation tab by column and plate."""
    said = []
    for column, plate in _PLATES:
        fields = {"column": column, "plate": plate}
        content = bench.answer(cninfo.SOURCE, Partition(name="probe", fields=fields), bench.last_days(14)).content
        said.append(f"{column}/{plate or '-'} {_envelope(content)[0]}")
    return f"rows of 14 days: {', '.join(said)}"


def _rounding(bench: Bench) -> str:
    """Whether `totalpages` counts the last page, by a total that is no multiple of a page."""
    for days in (14, 13, 12):
        content = bench.answer(cninfo.SOURCE, cninfo.SOURCE.partitions[0], bench.last_days(days)).content
        total, pages = _envelope(content)[0], json.loads(content).get("totalpages")
        if total % PAGE_SIZE:
            low, high = floor(total / PAGE_SIZE), ceil(total / PAGE_SIZE)
            told = {low: "floor", high: "ceil"}.get(pages, "neither")
            return f"totalpages {pages} for {total} rows of {PAGE_SIZE} a page: {told} (floor {low}, ceil {high})"
    raise Undecided(f"three totals were multiples of {PAGE_SIZE}")


def _date_filter(bench: Bench) -> str:
    """Under which day a row is listed whose stamp and path name two days."""
    window, seen = bench.last_days(14), 0
    for page in range(1, _PAGES + 1):
        rows = _envelope(bench.answer(cninfo.SOURCE, cninfo.SOURCE.partitions[0], window, page).content)[1]
        seen += len(rows)
        for row in rows:
            stamp, path = _days(row)
            if path and path != stamp:
                return _listed_under(bench, str(row["announcementId"]), stamp, path)
        if len(rows) < PAGE_SIZE:
            break
    raise Undecided(f"each of {seen} rows has one day in stamp and path")


def _listed_under(bench: Bench, key: str, stamp: date, path: date) -> str:
    by_stamp, by_path = (_holds(bench, key, day) for day in (stamp, path))
    told = {(True, False): "announcementTime", (False, True): "path", (True, True): "either"}.get((by_stamp, by_path))
    if not told:
        raise Undecided(f"{key} of {stamp} with path {path}: on none of the first {_PAGES} pages of either day")
    return f"seDate filters by {told}: {key}, stamp {stamp} listed {by_stamp}, path {path} listed {by_path}"


def _holds(bench: Bench, key: str, day: date) -> bool:
    for page in range(1, _PAGES + 1):
        window = Window(start=day, end=day)
        rows = _envelope(bench.answer(cninfo.SOURCE, cninfo.SOURCE.partitions[0], window, page).content)[1]
        if any(str(row["announcementId"]) == key for row in rows):
            return True
        if len(rows) < PAGE_SIZE:
            break
    return False


def _days(row: Any) -> tuple[date, date | None]:  # noqa: ANN401 - a row of JSON
    with contract("cninfo"):
        stamp = datetime.fromtimestamp(int(row["announcementTime"]) / 1000, CHINA).date()
        return stamp, day_of(row["adjunctUrl"] or "")


def _beyond_cninfo(bench: Bench) -> str:
    """What pages behind the hundredth of the full text hold."""

    def ids(page: int) -> tuple[int, set[str]]:
        total, rows = _envelope(bench.answer(cninfo.SOURCE, _FULLTEXT, bench.last_days(31), page).content)
        return total, {str(row["announcementId"]) for row in rows}

    return _beyond(ids(1), [ids(page)[1] for page in _BEYOND] if ids(1)[0] > _BEYOND[-1] * PAGE_SIZE else [])


def _beyond_irm(bench: Bench) -> str:
    """The same of 互动易, where a backfill ended at 3,000 rows."""

    def ids(page: int) -> tuple[int, set[str]]:
        content = bench.answer(irm.SOURCE, irm.SOURCE.partitions[0], bench.last_days(_WIDE), page).content
        with contract("irm"):
            body = json.loads(content)
            return int(body["totalRecord"]), {str(row["indexId"]) for row in body["results"] or ()}

    return _beyond(ids(1), [ids(page)[1] for page in _BEYOND] if ids(1)[0] > _BEYOND[-1] * PAGE_SIZE else [])


def _beyond(first: tuple[int, set[str]], pages: Sequence[set[str]]) -> str:
    total, known = first
    if not pages:
        raise Undecided(f"{total} rows do not reach page {_BEYOND[-1]}")
    counts = [f"page {number}: {len(ids)} ids" for number, ids in zip(_BEYOND, pages, strict=True)]
    again = [len(ids & known) for ids in pages]
    twice = sum(map(len, pages)) - len(set().union(*pages))
    is_open = all(pages) and not any(again) and not twice
    told = "they go on behind page 100" if is_open else "they do not go on behind page 100"
    return f"{told}: {total} promised; {', '.join(counts)}; of page 1 again {again}, twice among them {twice}"


def _envelope(content: bytes) -> tuple[int, Sequence[Any]]:
    with contract("cninfo"):
        return envelope(content)


QUESTIONS = (
    Question(source="cninfo", asked="relation tab by plate 各板块条数", find=_plates),
    Question(source="cninfo", asked="totalpages, floor or ceil 页数取整", find=_rounding),
    Question(source="cninfo", asked="seDate, stamp or path 日期口径", find=_date_filter),
    Question(source="cninfo", asked="full text behind page 100 百页之后", find=_beyond_cninfo),
    Question(source="irm", asked="behind page 100 百页之后", find=_beyond_irm),
)
