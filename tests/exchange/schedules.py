"""Seeded schedules of faults: what goes wrong when, on the way of one run over all sources, and for how many runs."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from random import Random

from extractors.fetch import Door, Limits
from extractors.listing import Window
from extractors.sources import SOURCES
from flows import asking, keep, listing, steps
from flows.known import Known
from flows.settings import Settings
from tests.exchange.bse import disclosure
from tests.exchange.cninfo import notice, row
from tests.exchange.faults import CHALLENGE
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, DIALECTS, Answer, Asked, Exchange, Row
from tests.exchange.sns import PAGE, post
from tests.exchange.wire import Shown
from warehouse import pending
from warehouse.archive import Archive
from warehouse.connection import writer
from warehouse.migrate import migrate

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)
ANSWERED = datetime(2026, 3, 5, 4, tzinfo=UTC)  # of every answer, so that tables can be held equal
LIMITS = Limits(pace=0, tries=3, back_off=0.0, longest_wait=0.0, read=2.0, total=1.5, size=400_000, failures=50)
RUNS = 4  # of a schedule; faults that pass are over by the last one but one
_BOMB = gzip.compress(bytes(4_000_000))
Hit = Callable[[Answer, int], Answer]


def market() -> dict[str, list[Row]]:
    """Rows of three days for every source, two to four pages in the larger ones."""
    days = ["2026-03-02", "2026-03-03", "2026-03-04"]
    relation = [row(key, days[key % 3]) for key in range(1, 71)]
    others = [notice(key, days[key % 3]) for key in range(200, 234)]
    others += [notice(key, days[key % 3], board="SHZB") for key in range(240, 245)]
    return {
        "cninfo": relation + others,
        "irm": [irm_row(one) for one in relation],
        "bse": [disclosure(key, days[key % 3]) for key in range(200, 243)],
        "sse": [_post(key) for key in range(1, 41)] + [_old(key) for key in range(1, 2 * PAGE + 5)],
    }


def late(source: str, key: int) -> Row:
    """A row that comes to the head of a list while it is walked."""
    day = f"{LAST}"
    made = {
        "cninfo": lambda: row(key, day, clock="23:59:00"),
        "irm": lambda: irm_row(row(key, day, clock="23:59:00")),
        "bse": lambda: disclosure(key, day),
        "sse": lambda: _post(key),
    }
    return made[source]()


def _post(key: int) -> Row:
    at = datetime(2026, 3, 2 + key % 3, 9 + key % 9, key % 60, tzinfo=CHINA)
    return post(10_000 + key, at, printed=f"{at:%Y年%m月%d日 %H:%M}")


def _old(key: int) -> Row:
    at = datetime(2026, 1, 1 + key % 28, 10, tzinfo=CHINA)
    return post(key, at, files=0, text="公司公告", printed=f"{at:%Y年%m月%d日 %H:%M}")


@dataclass(slots=True)
class Trouble:
    """One fault: at which source and page, what it does, and how often; None for ever."""

    name: str
    source: str
    page: int
    left: int | None

    def hits(self, source: str, page: int) -> bool:
        """Whether it strikes now; counts down."""
        if (source, page) != (self.source, self.page) or self.left == 0:
            return False
        self.left = self.left if self.left is None else self.left - 1
        return True


def _dripping(honest: Answer, number: int) -> Answer:
    return replace(honest, drip=0.15)


ANSWERS: dict[str, Hit] = {
    "504": lambda honest, number: Answer(b"busy", 504),
    "429": lambda honest, number: Answer(b"slow down", 429),
    "429 with a wait": lambda honest, number: Answer(b"slow down", 429, {"Retry-After": "30"}),
    "cut": lambda honest, number: replace(honest, cut=len(honest.content) // 2),
    "drip": _dripping,
    "bomb": lambda honest, number: Answer(_BOMB, headers={"Content-Encoding": "gzip"}),
    "charset": lambda honest, number: Answer(honest.content.decode().encode("gb18030"), headers=honest.headers),
    "challenge": lambda honest, number: Answer(CHALLENGE),
}
SHOWN: dict[str, Callable[[Shown], Shown]] = {
    "empty": lambda shown: replace(shown, rows=[]),
    "doubled": lambda shown: replace(shown, rows=[*shown.rows, *shown.rows[:1]]),
    "duplicates": lambda shown: replace(shown, rows=[*shown.rows[:-1], *shown.rows[:1]] if len(shown.rows) > 1 else []),
}
LASTING = (*ANSWERS, "empty")
KINDS = (*ANSWERS, *SHOWN, "late row")
_PAGES = {"cninfo": 3, "irm": 3, "bse": 3, "sse": 4}


@dataclass(slots=True)
class Schedule:
    """The faults of one seed."""

    troubles: list[Trouble]
    names: tuple[str, ...]  # sources that are listed: those that faults meet, and another
    late: int = 0  # rows that came
    struck: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, random: Random, *, permanent: bool) -> Schedule:
        """One to six faults that pass within two runs, and one that does not where asked."""
        made = [cls._one(random, random.randint(1, 4)) for _ in range(random.randint(1, 6))]
        if permanent:
            lasting = cls._one(random, None)
            made.append(replace(lasting, name=random.choice(LASTING), page=1))
        met = {one.source for one in made} | {"cninfo_fulltext"} | {random.choice(list(_PAGES))}
        return cls(made, tuple(name for name in SOURCES if name in met))

    @staticmethod
    def _one(random: Random, left: int | None) -> Trouble:
        source = random.choice(list(_PAGES))
        kinds = [kind for kind in KINDS if source != "sse" or kind != "duplicates"]  # no total tells of a lost post
        return Trouble(random.choice(kinds), source, random.randint(1, _PAGES[source]), left)

    def put_into(self, exchange: Exchange) -> None:
        """Let the exchange misbehave by the schedule."""
        exchange.twist_of = lambda name, shown: self._shown(exchange, name, shown)
        exchange.faults.append(self._answer)

    def _shown(self, exchange: Exchange, name: str, shown: Shown) -> Shown:
        for one in self.troubles:
            if one.name in SHOWN and one.hits(name, shown.page):
                self.struck.add(one.name)
                shown = SHOWN[one.name](shown)
            elif one.name == "late row" and one.hits(name, shown.page):
                self.late += 1
                self.struck.add(one.name)
                exchange.listed[name].append(late(name, 900 + self.late))
        return shown

    def _answer(self, asked: Asked, before: int, honest: Answer) -> Answer:
        dialect = DIALECTS.get(asked.place)
        if dialect is None or honest.status != 200:
            return honest
        for one in self.troubles:
            if one.name in ANSWERS and one.hits(dialect.name, dialect.page(asked)):
                self.struck.add(one.name)
                honest = ANSWERS[one.name](honest, before)
        return honest


def listed(settings: Settings, number: int, names: Iterable[str] = SOURCES) -> list[str]:
    """One run that lists and loads, by the constant clock; why partitions stayed open."""
    with writer(settings.building) as connection:
        migrate(connection)
        known = Known.of(pending.seen_of_feeds(connection, asking.FEEDS), pending.first_proved(connection))
    door = Door(host_map=settings.host_map, limits=LIMITS, sleep=lambda _: None, now=lambda: ANSWERED)
    run_id = f"20260305T0400{number:02d}Z-00000000"
    keeper = keep.Keeper(Archive(settings.archive), door, run_id, known)
    window, reasons = Window(start=FIRST, end=LAST), []
    for name in names:
        walks = listing.list_window(keeper, SOURCES[name], SOURCES[name].partitions, window)
        reasons += [f"{type(one.error).__name__} {name}" for one in walks if one.error]
    steps.load(settings, run_id, settings.building)
    return reasons
