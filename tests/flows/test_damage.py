"""Full and read-only disks, damaged and lost files, two writers, a clock set back: typed, unpublished, recovered."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from flows import asking, line, steps
from flows.run import PLAIN, Summary
from flows.settings import Settings
from tests.exchange.server import Answer, Asked, Exchange, path_of, row, serving
from tests.factory.clock import clocked
from tests.factory.here import reading_here
from tests.factory.text_record import text_record
from warehouse import ask
from warehouse.archive import Archive
from warehouse.connection import reader
from warehouse.digest import digests
from warehouse.errors import (
    CannotWrite,
    DamagedIndex,
    DamagedWarehouse,
    LostLines,
    MissingObject,
    WarehouseError,
    WarehouseLocked,
)
from warehouse.verify import verify

pytestmark = pytest.mark.usefixtures("read_here")
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MIB = 1 << 20


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home after one run over two rows."""
    with serving(Exchange()) as exchange, reading_here():
        offer(exchange, 1, 2)
        own = Settings(home=tmp_path_factory.mktemp("once") / "data", host_map=exchange.host_map, jobs=1)
        ingest(own)
        yield own.home


@pytest.fixture
def filled(settings: Settings, exchange: Exchange, filled_once: Path) -> Settings:
    """Settings with a copy of that home, and the exchange as it was."""
    offer(exchange, 1, 2)
    shutil.copytree(filled_once, settings.home)
    return settings


def offer(exchange: Exchange, *keys: int) -> None:
    """Put rows with their files into the exchange."""
    for key in keys:
        listed = row(key, "2026-03-03")
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], listed["secName"])


def ingest(settings: Settings) -> Summary:
    return line.ingest(PLAIN, settings, "cninfo", FIRST, LAST)


def tables(settings: Settings) -> dict[str, str]:
    with reader(settings.published) as connection:
        return digests(connection)


def whole(settings: Settings) -> bool:
    return verify(settings.archive, settings.building, settings.published) == ()


def system(*command: str) -> bool:
    """Whether a command of the system's succeeds."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - as written here


@pytest.fixture
def small(tmp_path: Path, settings: Settings) -> Iterator[Settings]:
    """A home on a small disk of its own: a rebuild has five files on it, 30 MB each."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if shutil.which("mount") is None or not system("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", str(disk)):
        pytest.skip("a small disk cannot be mounted: not root, or no right to")
    try:
        yield replace(settings, home=disk / "data")
    finally:
        assert system("umount", "-l", str(disk))


def remounted(settings: Settings, option: str) -> None:
    assert system("mount", "-o", f"remount,{option}", str(settings.home.parent))


@pytest.mark.soak
@pytest.mark.parametrize("room", [0, 48 << 10, 600 << 10, 3 * MIB], ids=["none", "48 KiB", "600 KiB", "3 MiB"])
def test_on_a_full_disk_nothing_is_published_and_the_next_run_makes_up(
    small: Settings, exchange: Exchange, room: int
) -> None:
    offer(exchange, 1, 2)
    ingest(small)
    before = tables(small)
    filler = small.home.parent / "filler"
    free = shutil.disk_usage(filler.parent).free
    with filler.open("wb") as file:
        file.write(bytes(free - room))
    offer(exchange, *range(3, 40))
    with pytest.raises(CannotWrite, match="No space left"):
        ingest(small)
    assert tables(small) == before
    filler.unlink()
    assert ingest(small).is_complete
    grown = tables(small)
    assert whole(small)
    line.rebuild(PLAIN, small)
    assert tables(small) == grown


@pytest.mark.soak
def test_on_a_read_only_disk_readers_read_and_a_run_says_what_to_do(small: Settings, exchange: Exchange) -> None:
    offer(exchange, 1)
    ingest(small)
    remounted(small, "ro")
    with pytest.raises(CannotWrite, match="Read-only"):
        ingest(small)
    assert ask.sql(small.published, "select count(*) from activity_record").rows == ((1,),)
    remounted(small, "rw")
    assert ingest(small).is_complete


def test_a_home_that_is_no_folder_says_so(settings: Settings) -> None:
    settings.home.write_text("a file")
    with pytest.raises(CannotWrite, match=str(settings.home)):
        ingest(settings)


def first_file(settings: Settings) -> Path:
    archive = Archive(settings.archive)
    return next(archive.path(str(entry.sha256)) for _, entry in archive.entries() if entry.kind == "file")


def an_index(settings: Settings) -> Path:
    return next((settings.archive / "index").glob("*.jsonl"))


def cut_line(settings: Settings) -> None:
    lines = an_index(settings).read_bytes().split(b"\n")
    lines[1] = lines[1][: len(lines[1]) // 2]
    an_index(settings).write_bytes(b"\n".join(lines))


def without_line(settings: Settings) -> None:
    an_index(settings).write_bytes(b"".join(an_index(settings).read_bytes().splitlines(keepends=True)[:-1]))


def turned(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)


OFTEN = {
    "an archived file is altered",
    "a letter of a line is another",
    "a line",
    "building: a bit turned",
    "published: empty",
}


def often(name: str, *case: object) -> ParameterSet:
    """A case by its name; those that are not of every day are soaked."""
    return pytest.param(*case, id=name, marks=() if name in OFTEN else pytest.mark.soak)


DAMAGES: dict[str, tuple[Callable[[Settings], object], type[WarehouseError]]] = {
    "an archived file is altered": (lambda own: turned(first_file(own)), MissingObject),
    "an archived file is lost": (lambda own: first_file(own).unlink(), MissingObject),
    "a line is cut": (cut_line, DamagedIndex),
    "a letter of a line is another": (lambda own: turned(an_index(own)), DamagedIndex),
}


@pytest.mark.parametrize(("damage", "error"), [often(name, *case) for name, case in DAMAGES.items()])
def test_a_damaged_archive_is_told_and_nothing_is_published_of_it(
    filled: Settings, damage: Callable[[Settings], object], error: type[WarehouseError]
) -> None:
    before = tables(filled)
    backup = shutil.copytree(filled.archive, filled.home.parent / "backup")
    damage(filled)
    assert verify(filled.archive, filled.building, filled.published)
    with pytest.raises(error, match="restore"):
        line.rebuild(PLAIN, filled)
    assert tables(filled) == before
    shutil.rmtree(filled.archive)
    shutil.copytree(backup, filled.archive)
    line.rebuild(PLAIN, filled)
    assert (tables(filled), whole(filled)) == (before, True)


@pytest.mark.soak
def test_a_file_that_is_altered_before_it_is_read_stops_the_run(settings: Settings, exchange: Exchange) -> None:
    offer(exchange, 1, 2)
    run_id = steps.new_run_id()
    asking.list_days(settings, run_id, "cninfo", FIRST, LAST)
    steps.load(settings, run_id, settings.building)
    asking.fetch(settings, run_id, 2)
    content = first_file(settings).read_bytes()
    turned(first_file(settings))
    with pytest.raises(MissingObject, match="altered"):
        ingest(settings)
    assert not settings.published.exists()
    first_file(settings).write_bytes(content)
    assert ingest(settings).parsed == 2


@pytest.mark.parametrize("lose", [often("a line", without_line), often("a file", lambda own: an_index(own).unlink())])
def test_lines_that_are_lost_are_told_and_rebuild_goes_on_without_them(
    filled: Settings, lose: Callable[[Settings], object]
) -> None:
    lose(filled)
    assert len(verify(filled.archive, filled.published)) == 1
    with pytest.raises(LostLines, match="rebuild"):
        ingest(filled)
    line.rebuild(PLAIN, filled)
    assert ingest(filled).is_complete
    assert ask.sql(filled.published, "select count(*) from activity_record").rows == ((2,),)
    assert whole(filled)


CONTENTS = {"empty": b"", "something else": b"no database", "a bit turned": None}
WAREHOUSES = [
    often(f"{name}: {how}", name, content) for name in ("building", "published") for how, content in CONTENTS.items()
]


@pytest.mark.parametrize(("name", "content"), WAREHOUSES)
def test_a_damaged_warehouse_is_made_anew(filled: Settings, name: str, content: bytes | None) -> None:
    before = tables(filled)
    path: Path = getattr(filled, name)
    path.chmod(0o644)
    if content is None:
        raw = bytearray(path.read_bytes())
        raw[4096:8192], raw[8192:12288] = (bytes(one ^ 1 for one in raw[at : at + 4096]) for at in (4096, 8192))
        path.write_bytes(raw)
    else:
        path.write_bytes(content)
    assert len(verify(filled.archive, path)) == 1
    if name == "building":
        with pytest.raises(DamagedWarehouse, match="rebuild"):
            ingest(filled)
        assert tables(filled) == before
    else:
        with pytest.raises(DamagedWarehouse, match="rebuild"):
            tables(filled)
    line.rebuild(PLAIN, filled)
    assert (tables(filled), whole(filled)) == (before, True)


@pytest.mark.soak
def test_a_damaged_table_is_not_published(filled: Settings) -> None:
    before, raw = tables(filled), filled.building.read_bytes()
    refused = 0
    for at in range(12288, len(raw), 4096 * 401):
        filled.building.write_bytes(raw[:at] + bytes(one ^ 255 for one in raw[at : at + 4096]) + raw[at + 4096 :])
        try:
            steps.publish(filled, filled.building)
        except DamagedWarehouse:
            refused += 1
        assert tables(filled) == before
    assert refused


def test_a_log_beside_a_lost_file_harms_no_rebuild(filled: Settings) -> None:
    before = tables(filled)
    for path in (filled.building, filled.building.with_suffix(".rebuilding")):
        path.with_name(f"{path.name}.wal").write_bytes(b"what a killed writer left")
    line.rebuild(PLAIN, filled)
    assert (tables(filled), whole(filled)) == (before, True)
    assert ingest(filled).is_complete


SECOND = """
import sys
from datetime import date
from pathlib import Path
from flows import line
from flows.run import PLAIN
from flows.settings import Settings
from warehouse.errors import WarehouseLocked
try:
    line.ingest(PLAIN, Settings(home=Path(sys.argv[1]), host_map={}, jobs=1), "cninfo", date(2026, 3, 2), date(2026, 3, 4))
except WarehouseLocked as error:
    print(error)
"""


def test_while_one_run_writes_a_second_is_refused_and_readers_are_not(settings: Settings, exchange: Exchange) -> None:
    offer(exchange, 1)
    ingest(settings)
    before = tables(settings)
    offer(exchange, 2)
    begun, go_on = threading.Event(), threading.Event()

    def slow(asked: Asked, times: int, honest: Answer) -> Answer:
        begun.set()
        go_on.wait(60)
        return honest

    exchange.faults.append(slow)
    run = threading.Thread(target=lambda: ingest(settings))
    run.start()
    assert begun.wait(60)
    second = [sys.executable, "-c", SECOND, str(settings.home)]
    told = subprocess.run(second, capture_output=True, text=True, check=True, timeout=60).stdout  # noqa: S603
    with pytest.raises(WarehouseLocked):
        line.rebuild(PLAIN, settings)
    read = tables(settings)
    go_on.set()
    run.join()
    assert ("since 20" in told, "wait for it to end" in told) == (True, True), told
    assert (read, tables(settings) == before) == (before, False)


@pytest.mark.soak
def test_a_clock_set_back_leaves_earliest_and_latest_instants_and_the_tables_of_a_rebuild(
    settings: Settings, exchange: Exchange
) -> None:
    clock = [NOON]
    do = clocked(lambda: clock[0], lambda: clock[0])
    offer(exchange, 1, 2)
    line.ingest(do, settings, "cninfo", FIRST, LAST)
    clock[0] = NOON - timedelta(days=400)
    exchange.rows.pop()
    offer(exchange, 3)
    line.ingest(do, settings, "cninfo", FIRST, LAST)
    query = "select source_key, first_seen_at::date::varchar, last_seen_at::date::varchar from sighting order by all"
    seen = {str(key)[-1]: (first, last) for key, first, last in ask.sql(settings.published, query).rows}
    back, now = "2025-01-28", "2026-03-04"
    assert seen == {"1": (back, now), "2": (now, now), "3": (back, back)}
    gone = "select announcement_id[-1:] from announcement where withdrawn_seen_at is not null"
    assert ask.sql(settings.published, gone).rows == (("3",),), "the run of the earlier clock counts as the earlier one"
    clock[0] = NOON + timedelta(hours=1)
    line.ingest(do, settings, "cninfo", FIRST, LAST)
    assert ask.sql(settings.published, gone).rows == (("2",),)
    grown = tables(settings)
    line.rebuild(do, settings)
    assert tables(settings) == grown
