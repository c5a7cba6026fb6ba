"""The bundle: every made file, and the archive of two runs that list and fetch them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from extractors.listing import Partition, Request, Source, Window
from extractors.sources import cninfo, cninfo_fulltext, sse
from sample.maker import decoys, feed, fonts, forms, listing, pdf, truth, word
from sample.maker.content import Activity, Company, Filing, filings
from sample.maker.listing import Listed
from sample.maker.looks import LOOKS
from warehouse.archive import Archive, Entry

_PRINTABLE = "".join(map(chr, range(0x20, 0x7F))) + "第页共"  # and what footers say
_TYPES = {"PDF": "application/pdf", "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file, what the listing says of it, and what stands in it."""

    listed: Listed
    content: bytes
    truth: Mapping[str, object]
    questions: int
    media_type: str

    @property
    def sha256(self) -> str:
        """The file's name in the archive."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: its name, when it begins, and the days it asks for."""

    run_id: str
    begins: datetime
    window: Window


def _run(run_id: str, start: date, end: date) -> _Run:
    begins = datetime.strptime(run_id.partition("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return _Run(run_id, begins, Window(start=start, end=end))


RUNS = (
    _run("20260309T123000Z-5a3b1e01", date(2026, 3, 2), date(2026, 3, 10)),
    _run("20260313T123000Z-5a3b1e02", date(2026, 3, 6), date(2026, 3, 14)),
)


def files(font: Path) -> tuple[MadeFile, ...]:
    """All files of the sample, ordered by their listing's key."""
    found = filings()
    sheets = [forms.sheet(filing) for filing in found]
    others = decoys.drafts()
    used = {char for sheet in (*sheets, *(draft.sheet for draft in others)) for char in repr(sheet)}
    fonts.register(font, _PRINTABLE + "".join(sorted(used)))
    made = [_record(filing) for filing in found]
    made += [_other(draft) for draft in others]
    return tuple(sorted(made, key=lambda file: file.listed.key))


def keep(folder: Path, made: Sequence[MadeFile]) -> None:
    """Write the two runs into the archive in the folder."""
    archive = Archive(folder)
    known: set[str] = set()
    for run in RUNS:
        clock = run.begins
        rows = [file.listed for file in made]
        for entry, content in _lists(run, rows):
            clock = entry.fetched_at + timedelta(seconds=1)
            archive.store(entry, content)
        new = [file for file in made if _is_listed(file.listed, run) and file.listed.key not in known]
        for file in new:
            clock += timedelta(milliseconds=900)
            archive.store(_file(run, file, clock), file.content)
        known.update(file.listed.key for file in new)


def _is_listed(row: Listed, run: _Run) -> bool:
    return bool(listing.seen([row], row.partition, run.window.start, run.window.end, run.begins))


def _lists(run: _Run, rows: Sequence[Listed]) -> Iterator[tuple[Entry, bytes]]:
    """The answers to every walk of a run: cninfo's tab, Beijing's first list and Shanghai's, which alone lists its own."""
    clock, own = run.begins, [row for row in rows if row.partition != "sse"]
    walks = [(cninfo.SOURCE, partition) for partition in cninfo.SOURCE.partitions]
    walks += [(cninfo_fulltext.SOURCE, partition) for partition in cninfo_fulltext.SOURCE.partitions[:1]]
    for source, partition in walks:
        for entry, content in _listing(run, source, partition, own, clock):
            clock = entry.fetched_at + timedelta(seconds=1)
            yield entry, content
    pages = list(feed.pages(rows, clock))
    for number, content in [*enumerate(pages, 1), (1, pages[0])]:
        clock += timedelta(milliseconds=1200)
        yield _asked(run, sse.SOURCE, sse.SOURCE.partitions[0], number, clock), content


def _listing(
    run: _Run, source: Source, partition: Partition, rows: Sequence[Listed], clock: datetime
) -> Iterator[tuple[Entry, bytes]]:
    """The answers to a walk over one partition of cninfo; page 1 comes again where there are more."""
    found = listing.seen(rows, partition.name, run.window.start, run.window.end, run.begins)
    count = listing.page_count(found)
    for number in [*range(1, count + 1), *([1] if count > 1 else [])]:
        clock += timedelta(milliseconds=700)
        yield _asked(run, source, partition, number, clock), listing.page(found, number)


def _asked(run: _Run, source: Source, partition: Partition, page: int, at: datetime) -> Entry:
    request = source.request(partition, run.window, page)
    kind = "text/html;charset=UTF-8" if source.is_feed else "application/json;charset=UTF-8"
    entry = _entry(run, source.name, request, at, {"Content-Type": kind})
    window = run.window
    return replace(
        entry, kind="listing", partition=partition.name, window_from=window.start, window_to=window.end, page=page
    )


def _file(run: _Run, file: MadeFile, at: datetime) -> Entry:
    """A file's answer; Shanghai's stand where the feed says."""
    source, address = cninfo.SOURCE.name, cninfo.FILES + file.listed.path
    if file.listed.partition == "sse":
        source, address = sse.SOURCE.name, feed.address(file.listed)
    headers = {"Content-Type": file.media_type, "Content-Length": str(len(file.content)), "Server": "openresty"}
    return _entry(run, source, Request(method="GET", address=address, form=None, headers={}), at, headers)


def _entry(run: _Run, source: str, request: Request, at: datetime, headers: Mapping[str, str]) -> Entry:
    """A file that came; of a list it says more."""
    return Entry(
        run_id=run.run_id,
        kind="file",
        source=source,
        partition=None,
        window_from=None,
        window_to=None,
        page=None,
        method=request.method,
        address=request.address,
        request_body=urlencode(request.form) if request.form is not None else None,
        status=200,
        headers=dict(headers),
        final_address=request.address,
        fetched_at=at,
        sha256=None,
        byte_count=None,
        error=None,
    )


def _record(filing: Filing) -> MadeFile:
    activity = filing.activity
    sheet = forms.sheet(filing)
    is_word = activity.look == "docx"
    if is_word:
        content = word.write(sheet, activity.title, activity.word)
    else:
        content = pdf.draw(sheet, LOOKS[activity.look], filing.company.full)
    suffix = "DOCX" if is_word else "PDF"
    return MadeFile(
        listed=_listed(filing.company, activity, suffix, len(content)),
        content=content,
        truth=truth.of(filing),
        questions=len(activity.qa),
        media_type=_TYPES[suffix],
    )


def _listed(company: Company, activity: Activity, suffix: str, size: int) -> Listed:
    return Listed(
        key=activity.key,
        listed=activity.listed,
        title=activity.title,
        code=company.listed_code or company.code,
        name=company.listed_name or company.name,
        board=company.board,
        org_id=company.org_id,
        suffix=suffix,
        byte_count=size,
        path_day=date.fromisoformat(activity.path_day) if activity.path_day else activity.listed.date(),
    )


def _other(draft: decoys.Draft) -> MadeFile:
    content = decoys.content(draft)
    return MadeFile(
        listed=_listed(draft.company, draft.listed, "PDF", len(content)),
        content=content,
        truth={"is_record": False, "kind": draft.kind},
        questions=0,
        media_type="text/html; charset=utf-8" if draft.kind == "challenge" else _TYPES["PDF"],
    )
