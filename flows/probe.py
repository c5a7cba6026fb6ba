"""The first live run: fixed questions to every source, their answers archived, the findings one by one."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import probes
from extractors.fetch import Door, Limits
from extractors.listing import CHINA
from extractors.sources import ALL
from flows import keep
from flows.errors import UnknownSource
from flows.known import Known
from flows.run import PLAIN, Steps
from flows.settings import Settings
from flows.steps import new_run_id
from warehouse.archive import Archive
from warehouse.connection import lock

_LIMITS = Limits(tries=2, failures=3, read=20.0, total=60.0)  # a host that fails says so: nothing is lost


def probe(
    settings: Settings, source: str = "", do: Steps = PLAIN, limits: Limits = _LIMITS
) -> Iterator[probes.Finding]:
    """The findings of every question, or of one source's; raises UnknownSource before anything is asked.

    The writer's lock is held meanwhile: runs put away what they find half-written in the archive.
    """
    if source and source not in ALL:
        raise UnknownSource(name=source, known=tuple(ALL))
    now = do.now()
    door = Door(host_map=settings.host_map, agent=settings.agent, limits=limits, now=do.now)
    keeper = keep.Keeper(Archive(settings.archive), door, new_run_id(now), Known({}, {}))
    bench = probes.Bench(
        ask=lambda name, request: keep.ask_for_probe(keeper, name, request),
        download=lambda name, address: keep.download_for_probe(keeper, name, address),
        today=now.astimezone(CHINA).date(),
    )
    with lock(settings.lock):
        for question in probes.QUESTIONS:
            if source in {"", question.source}:
                yield probes.found(question, bench)


def is_good(finding: probes.Finding) -> bool:
    """Whether the host answered as its contract says."""
    return finding.verdict in {probes.HOLDS, probes.ANSWERED, probes.UNDECIDED}
