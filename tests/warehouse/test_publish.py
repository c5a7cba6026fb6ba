"""Publishing: checked, whole, read-only and at once, whatever strangers did to what was published before."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extractors.records import Host, Question
from tests.factory.figures import Figure
from tests.factory.rows import RECORD, make
from warehouse.check import Finding
from warehouse.connection import reader, writer
from warehouse.digest import digests
from warehouse.errors import ChecksFailed, NothingKept
from warehouse.load import load
from warehouse.publish import previous_of, publish, rollback


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the file is published."""
    return tmp_path / "public" / "jiyao.duckdb"


def of(path: Path) -> dict[str, str]:
    with reader(path) as connection:
        return digests(connection)


def add_host(source: Path, ordinal: int) -> dict[str, str]:
    """Load one more host; returns the digests of the writer's file."""
    with writer(source) as connection:
        load(connection, [make(Host, ordinal=ordinal)], f"run-{ordinal}")
        return digests(connection)


def hosts(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("select count(*) from host").fetchall()


def test_the_published_file_is_whole_closed_and_read_only(filled: Path, target: Path) -> None:
    with writer(filled) as connection:
        written = digests(connection)
    assert publish(filled, target) == ()
    assert of(target) == written
    assert stat.S_IMODE(target.stat().st_mode) == 0o444
    assert [path.name for path in target.parent.iterdir()] == ["jiyao.duckdb"]


def test_it_has_a_storage_version_that_older_ones_can_read(filled: Path, target: Path) -> None:
    publish(filled, target)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{target}' as published (read_only)")
        tags = connection.execute("select tags from duckdb_databases() where database_name = 'published'").fetchone()
    assert tags == ({"storage_version": "v1.0.0+"},)


def test_what_was_not_checkpointed_yet_is_published(filled: Path, target: Path) -> None:
    child = "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); c.execute('delete from host'); os._exit(0)"
    subprocess.run([sys.executable, "-c", child, str(filled)], check=True)  # noqa: S603
    assert filled.with_name(f"{filled.name}.wal").exists()
    publish(filled, target)
    with reader(target) as connection:
        assert hosts(connection) == [(0,)]


def test_failed_checks_leave_the_published_file_as_it_is(filled: Path, target: Path) -> None:
    publish(filled, target)
    before = (target.read_bytes(), target.stat().st_ino)
    with writer(filled) as connection:
        load(connection, [make(Question, ordinal=2, question="")], "run-2")
    with pytest.raises(ChecksFailed) as refused:
        publish(filled, target)
    assert [finding.partition(":")[0] for finding in refused.value.findings] == ["fail_question_empty"]
    assert (target.read_bytes(), target.stat().st_ino) == before
    assert [path.name for path in target.parent.iterdir()] == ["jiyao.duckdb"]


def test_failed_checks_publish_nothing_at_first(filled: Path, target: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(Host, record_id="none")], "run-2")
    with pytest.raises(ChecksFailed):
        publish(filled, target)
    assert not target.exists()


def test_warnings_are_returned_and_stop_nothing(filled: Path, target: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(Question, ordinal=2, answer="")], "run-2")
    assert publish(filled, target) == (
        Finding(
            name="warn_answer_empty",
            meaning="Questions whose answer is empty: the form prints none, or its mark was not understood.",
            rows=1,
            example=str((RECORD, 2, "产能如何？")),
            stops=False,
        ),
    )
    assert target.exists()


def test_readers_keep_the_old_file_and_new_ones_see_the_new(filled: Path, target: Path) -> None:
    publish(filled, target)
    with reader(target) as first:
        for ordinal in (2, 3, 4):
            add_host(filled, ordinal)
            publish(filled, target)
            assert hosts(first) == [(1,)]
    # DuckDB shares a file between the connections of a process: a new one sees the new file when the old are closed
    with reader(target) as second:
        assert hosts(second) == [(4,)]


READING = """
import sys
from pathlib import Path
from warehouse.connection import reader
with reader(Path(sys.argv[1])) as connection:
    for _ in sys.stdin:
        print(*connection.execute("select count(*), count(distinct name) from host").fetchone(), flush=True)
"""


def test_readers_in_other_processes_are_never_disturbed(filled: Path, target: Path) -> None:
    publish(filled, target)
    told, children = [], []
    for ordinal in (2, 3, 4):
        given = [sys.executable, "-c", READING, str(target)]
        children.append(subprocess.Popen(given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))  # noqa: S603
        told.append(ask(children[-1]))
        add_host(filled, ordinal)
        publish(filled, target)
    assert told == ["1 1\n", "2 1\n", "3 1\n"]
    assert [ask(child) for child in children] == told
    for child in children:
        child.communicate()


def ask(child: subprocess.Popen[str]) -> str:
    tell(child, "\n")
    return heard(child)


def tell(child: subprocess.Popen[str], text: str) -> None:
    assert child.stdin
    child.stdin.write(text)
    child.stdin.flush()


def heard(child: subprocess.Popen[str]) -> str:
    assert child.stdout
    return child.stdout.readline()


# A stranger opens the published file to write, as one who may do anything can, and is killed.
STRANGER = """
import duckdb, os, signal, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("set checkpoint_threshold = '1TB'")
for statement in sys.argv[2:]:
    connection.execute(statement)
os.kill(os.getpid(), signal.SIGKILL)
"""
STRANGERS = {
    "an uncommitted write": ["begin transaction", "delete from host", "create table stranger (a int)"],
    "a committed write in a .wal": ["delete from host", "create table stranger as select * from range(100000)"],
    "a write into the file": ["delete from host", "create table stranger (a int)", "checkpoint"],
    "both": ["drop view visit", "checkpoint", "delete from host", "begin transaction", "delete from question"],
}


@pytest.mark.parametrize("statements", STRANGERS.values(), ids=STRANGERS)
def test_a_killed_stranger_harms_neither_the_next_file_nor_its_readers(
    filled: Path, target: Path, statements: list[str]
) -> None:
    publish(filled, target)
    given = [sys.executable, "-c", STRANGER, str(target), *statements]
    assert subprocess.run(given, check=False).returncode == -signal.SIGKILL  # noqa: S603
    undisturbed = add_host(filled, 2)
    publish(filled, target)
    assert of(target) == undisturbed
    assert sorted(path.name for path in target.parent.iterdir()) == ["jiyao.duckdb", "jiyao.previous.duckdb"]
    with reader(target) as connection:
        assert connection.execute("select 1 from duckdb_tables() where table_name = 'stranger'").fetchall() == []
        assert connection.execute("select count(*) from visit").fetchall() == [(1,)]


def test_the_strangers_left_what_the_case_says(filled: Path, target: Path) -> None:
    publish(filled, target)
    before = target.read_bytes()
    left = []
    for name in ("an uncommitted write", "a committed write in a .wal", "a write into the file"):
        subprocess.run([sys.executable, "-c", STRANGER, str(target), *STRANGERS[name]], check=False)  # noqa: S603
        wal = target.with_name(f"{target.name}.wal")
        left.append((wal.exists() and wal.stat().st_size > 0, target.read_bytes() == before))
        publish(filled, target)
    assert left[1:] == [(True, True), (False, False)]
    assert left[0][1]


def test_what_a_killed_publication_left_is_removed(filled: Path, target: Path) -> None:
    target.parent.mkdir()
    half = target.with_name(f".{target.name}.tmp")
    half.write_bytes(b"half")
    half.chmod(0o444)
    publish(filled, target)
    assert [path.name for path in target.parent.iterdir()] == ["jiyao.duckdb"]
    assert of(target) == of(filled)


def test_what_was_killed_between_keeping_and_publishing_leaves_nothing(filled: Path, target: Path) -> None:
    publish(filled, target)
    os.link(target, previous_of(target))  # the file before is kept already: the same one as is published
    publish(filled, target)
    assert sorted(path.name for path in target.parent.iterdir()) == ["jiyao.duckdb", "jiyao.previous.duckdb"]


def test_the_file_before_is_kept_and_comes_back(filled: Path, target: Path) -> None:
    publish(filled, target)
    first = of(target)
    second = add_host(filled, 2)
    publish(filled, target)
    assert (of(previous_of(target)), of(target)) == (first, second)
    rollback(target)
    assert (of(previous_of(target)), of(target)) == (second, first)
    rollback(target)
    assert (of(previous_of(target)), of(target)) == (first, second)
    assert stat.S_IMODE(target.stat().st_mode) == 0o444


def test_the_file_before_stays_where_nothing_is_new(filled: Path, target: Path) -> None:
    publish(filled, target)
    first = of(target)
    second = add_host(filled, 2)
    publish(filled, target)
    publish(filled, target, keep=False)
    assert (of(previous_of(target)), of(target)) == (first, second)


def test_with_one_publication_there_is_nothing_to_go_back_to(filled: Path, target: Path) -> None:
    publish(filled, target)
    with pytest.raises(NothingKept):
        rollback(target)


# Each line of its input is a publication's number: it reads six times meanwhile, and says what was wrong.
LOOKING = """
import sys
import duckdb
for line in sys.stdin:
    wrong, locked = [], 0
    for _ in range(6):
        try:
            with duckdb.connect(sys.argv[1], read_only=True) as connection:
                hosts, questions = connection.execute("select (select count(*) from host), (select count(*) from question)").fetchone()
            if questions != 1 or hosts not in range(int(line), int(line) + 2):
                wrong.append((hosts, questions))
        except duckdb.IOException as error:  # a stranger holds the file to write: it is alive
            locked += "lock" in str(error)
            wrong += [] if "lock" in str(error) else [str(error)]
    print(locked, wrong, flush=True)
"""
PATIENT = STRANGER.replace("connection = duckdb.connect(sys.argv[1])", """
import time
for _ in range(20000):
    try:
        connection = duckdb.connect(sys.argv[1])
        break
    except duckdb.IOException:  # a reader holds it
        time.sleep(0.001)
""")  # fmt: skip


@pytest.mark.parametrize("publications", [4, pytest.param(50, marks=pytest.mark.soak)])
def test_reads_during_publications_among_killed_strangers(
    filled: Path, target: Path, figure: Figure, publications: int
) -> None:
    publish(filled, target)
    looking = [sys.executable, "-c", LOOKING, str(target)]
    readers = [subprocess.Popen(looking, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]  # noqa: S603
    stranger = [sys.executable, "-c", PATIENT, str(target), *STRANGERS["an uncommitted write"]]
    strangers: list[subprocess.Popen[bytes]] = []
    said: list[str] = []
    for n in range(1, publications + 1):
        add_host(filled, n + 1)
        for one in readers:
            tell(one, f"{n}\n")
        strangers += [subprocess.Popen(stranger)] if n % 10 == 1 else []  # noqa: S603
        publish(filled, target)
        said += [heard(one) for one in readers]
    for one in readers:
        one.communicate()
    locked = sum(int(one.split()[0]) for one in said)
    assert {one.split(maxsplit=1)[1] for one in said} == {"[]\n"}
    assert [one.wait() for one in strangers] == [-signal.SIGKILL] * len(strangers)
    reads = len(said) * 6 - locked
    assert reads >= 20 * publications
    figure("publications", publications)
    figure("reads during publications", reads)
    figure("strangers killed while they wrote into the published file", len(strangers))
