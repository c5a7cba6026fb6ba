"""The first question to every source: whether one page of each partition still keeps its contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from extractors.errors import ContractBroken
from extractors.listing import ListingPage, Partition, Source, Window
from extractors.probes.bench import Bench, Question
from extractors.sources import ALL, bse, company

_DAYS = {"cninfo": 14, "cninfo_fulltext": 30, "irm": 14, "sse": 1, "bse": 60, "company": 0, "sse_company": 0}
_BACK = 5  # days that a vendor is asked for, one at a time, until one has rows


def questions() -> Iterator[Question]:
    """One for each partition of each source, and for the other answer of bse.cn."""
    for source in ALL.values():
        for partition in source.partitions:
            yield _question(source, partition)
    yield _question(bse.SOURCE, bse.BY_COMPANY)


def _question(source: Source, partition: Partition) -> Question:
    asked = f"contract 契约 {partition.name}"
    return Question(source=source.name, asked=asked, find=_find(source, partition), is_contract=True)


def _find(source: Source, partition: Partition) -> Callable[[Bench], str]:
    def find(bench: Bench) -> str:
        page, window = ListingPage(total=0, rows=()), bench.last_days(0)
        for window in _windows(source, bench):
            page = bench.page(source, partition, window)
            if page.days:
                break
        _check(source, partition, page)
        return _evidence(page, window)

    return find


def _windows(source: Source, bench: Bench) -> Sequence[Window]:
    if source.most_days == 1:
        days = [bench.today - timedelta(days=back) for back in range(_BACK)]
        return [Window(start=day, end=day) for day in days]
    return [bench.last_days(_DAYS[source.name])]


def _check(source: Source, partition: Partition, page: ListingPage) -> None:
    """A page holds what its total promises, up to its size; a list of codes is as long as lists of codes are."""
    floor = company.FLOORS.get(partition.name, 0) if source.name == "company" else 0
    listed = len(page.days) if page.groups is None else len(page.groups)
    if source.is_feed and not listed:
        raise ContractBroken(source=source.name, missing="posts on page 1")
    if page.total is not None and (listed < min(page.total, source.page_size) or page.total < floor):
        wanted = f"{max(min(page.total, source.page_size), floor)} rows ({listed} of {page.total})"
        raise ContractBroken(source=source.name, missing=wanted)


def _evidence(page: ListingPage, window: Window) -> str:
    days: list[date] = [day for _, day in page.days]
    total = "a feed" if page.total is None else f"{page.total} promised for {window.start}~{window.end}"
    if not days:
        return f"0 rows, {total}: the shape alone"
    return f"{len(days)} rows on page 1, {total}, days {min(days)}~{max(days)}, {len(page.rows)} of meetings"
