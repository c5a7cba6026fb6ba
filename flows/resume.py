"""Going on with a walk that was cut off: the pages that the archive holds of it are not asked for again.

They are taken over where one page, asked anew, is as it was: page 1 where the source counts, for its total tells of
changes behind it; of a feed the last one, for whatever came or went before it moved its rows. A walk that reached its
end or broke a contract is walked whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, groupby, takewhile

from extractors.errors import ExtractorError, KeptFailure
from extractors.listing import Partition, Response, Source, Window
from extractors.walk import walk
from flows import replay
from warehouse.archive import Archive, Entry
from warehouse.errors import ArchiveError

_RUNS, _LINES = 3, 2_000  # as far back as is looked

Key = tuple[str, str | None, date | None, date | None]  # source, partition, first and last day
_Asked = tuple[str, str, str | None]


@dataclass(slots=True)
class Left:
    """What a walk that was cut off left: for each first page its answer, and the pages that followed it."""

    archive: Archive
    source: Source
    partition: Partition
    firsts: dict[_Asked, Entry] = field(default_factory=dict)
    behind: dict[_Asked, dict[int, Entry]] = field(default_factory=dict)
    _pages: dict[int, Entry] = field(default_factory=dict)  # that may be taken over now

    def add(self, entries: Iterable[Entry]) -> None:
        """The answers of the walk, in order."""
        asked: _Asked | None = None
        for entry in entries:
            if entry.page == 1:
                asked, before = _asked(entry), self.firsts.get(_asked(entry))
                if before is None or self._shown(before) != self._shown(entry):
                    self.behind[asked] = {}
                self.firsts[asked] = entry
            elif asked and entry.page and entry.sha256 and not entry.error:
                self.behind[asked][entry.page] = entry

    def begin(self, first: Entry, response: Response) -> None:
        """Page 1 was answered: what followed it is good where it is as it was."""
        before = self.firsts.get(_asked(first))
        is_same = before is not None and self._shown(before) == self._said(response.content, response)
        self._pages = self.behind[_asked(first)] if is_same else {}

    @property
    def last(self) -> int | None:
        """The page of a feed that must be as it was; None where nothing follows page 1, which is asked anew then."""
        pages = self._of_feed()
        return max(pages) if len(pages) > 1 else None

    def begin_behind(self, response: Response) -> None:
        """The last page of a feed was answered: what stands before it is good where it is as it was."""
        pages = self._of_feed()
        is_same = self._shown(pages[max(pages)]) == self._said(response.content, response)
        self._pages = pages if is_same else {}

    def take(self, page: int, run_id: str) -> Response | None:
        """A page's answer as it came then, kept once more for this run; None where it must be asked for."""
        entry = self._pages.pop(page, None)
        if entry is None or entry.sha256 is None:
            return None
        try:
            content = self.archive.read(entry.sha256)
        except ArchiveError:  # `verify` tells of it
            return None
        self.archive.store(replace(entry, run_id=run_id), content)
        return replay.response(entry, content)

    def _of_feed(self) -> dict[int, Entry]:
        """The pages of a feed from the first on, as far as none is missing."""
        if not self.source.is_feed:
            return {}
        pages = {entry.page: entry for entry in self.firsts.values()}
        pages |= {number: entry for behind in self.behind.values() for number, entry in behind.items()}
        return {n: pages[n] for n in takewhile(pages.__contains__, count(1))}

    def _shown(self, entry: Entry) -> object:
        try:
            content = self.archive.read(entry.sha256 or "")
        except ArchiveError:
            return None
        return self._said(content, replay.response(entry, content))

    def _said(self, content: bytes, response: Response) -> object:
        """The total and the keys of a page; itself where it is none: equal to no other."""
        try:
            page = self.source.parse(content, response.fetched_at, self.partition)
        except ExtractorError:
            return response
        return page.total, [key for key, _ in page.days]


class CutOff:
    """The walks that the runs before one left unfinished."""

    def __init__(self, archive: Archive, run_id: str) -> None:
        """Name the archive and the run; nothing is read before the first walk."""
        self._archive, self._run_id = archive, run_id
        self._found: dict[Key, tuple[Entry, ...]] | None = None

    def of(self, source: Source, partition: Partition, window: Window) -> Left:
        """What is left of the walk over a window; nothing of one that ended, or ended with another error."""
        left = Left(self._archive, source, partition)
        answers = self._answers.get((source.name, partition.name, window.start, window.end), ())
        if answers and self._is_cut(source, partition, window, deque(answers)):
            left.add(answers)
        return left

    @property
    def _answers(self) -> dict[Key, tuple[Entry, ...]]:
        """The last answers of each walk of the last runs; none where it was finished before its run went on."""
        if self._found is None:
            self._found = {}
            for entries in self._archive.latest(self._run_id, _RUNS, _LINES):
                listed = [entry for entry in entries if entry.kind == "listing"]
                own: dict[Key, tuple[Entry, ...]] = {}
                for (_, source, partition, start, end), group in groupby(listed, key=replay.walk_of):
                    answers = tuple(group)
                    is_open = bool(answers[-1].error) or answers[-1] is listed[-1]
                    own[source, partition, start, end] = answers if is_open else ()
                self._found = own | self._found
        return self._found

    def _is_cut(self, source: Source, partition: Partition, window: Window, queue: deque[Entry]) -> bool:
        """Whether the answers are one walk that lacks one, and has nothing else wrong."""
        try:
            done = walk(source, partition, window, replay.archived(self._archive, queue), replay.as_far(queue))
        except ArchiveError:  # an answer is lost: `verify` tells of it
            return False
        return isinstance(done.error, KeptFailure) and not queue


def _asked(entry: Entry) -> _Asked:
    return entry.method, entry.address, entry.request_body
