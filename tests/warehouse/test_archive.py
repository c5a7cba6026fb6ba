"""The archive: what is stored comes back, also after a kill at any point, and what is damaged is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from warehouse.archive import Archive, Entry
from warehouse.errors import BadRunId, DamagedIndex, MissingObject, NotABundle

ENTRY = Entry(
    run_id="20260303T120000Z-ab", kind="listing", source="cninfo", partition="szse", window_from=date(2026, 3, 1),
    window_to=date(2026, 3, 3), page=1, method="POST", address="https://www.cninfo.com.cn/new/hisAnnouncement/query",
    request_body="pageNum=1", status=200, headers={"Content-Type": "application/json"},
    final_address="https://www.cninfo.com.cn/new/hisAnnouncement/query",
    fetched_at=datetime(2026, 3, 3, 12, 0, 0, 123456, tzinfo=UTC), sha256=None, byte_count=None, error=None,
)  # fmt: skip
FAILED = replace(
    ENTRY, partition=None, window_from=None, window_to=None, page=None, request_body=None, status=None, headers={},
    final_address=None, error="NoAnswer: timed out",
)  # fmt: skip


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def index(root: Path, segment: str = ENTRY.run_id) -> Path:
    return root / "index" / f"{segment}.jsonl"


def stored(root: Path, *contents: bytes) -> Archive:
    archive = Archive(root)
    for content in contents:
        archive.store(ENTRY, content)
    return archive


def hashes(archive: Archive) -> list[str | None]:
    return [entry.sha256 for _, entry in archive.entries()]


TEXTS = ("", "一行\n两行\r\n", "\u2028\u2029\x85\x0b\x1c", '"\\', "😀", "\ud83d", "a\x00b")


@pytest.mark.parametrize("text", TEXTS, ids=[ascii(text) for text in TEXTS])
def test_entries_round_trip_whatever_their_text(tmp_path: Path, text: str) -> None:
    given = replace(ENTRY, headers={"X": text}, error=text, address=f"https://a/{text}")
    archive = Archive(tmp_path)
    kept = [archive.store(given, b"1"), archive.store(FAILED, None)]
    assert list(archive.entries()) == [(ENTRY.run_id, kept[0]), (ENTRY.run_id, FAILED)]
    assert kept[0] == replace(given, sha256=hash_of(b"1"), byte_count=1)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\r\n", "纪要".encode(), bytes(3_000_000)], ids=len)
def test_bytes_round_trip(tmp_path: Path, content: bytes) -> None:
    archive = stored(tmp_path, content)
    assert archive.read(hash_of(content)) == content


def test_nothing_is_created_before_the_first_write(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none")
    assert (archive.segments(), list(archive.entries()), archive.verify()) == ((), [], ())
    assert not (tmp_path / "none").exists()


def test_content_is_kept_once(tmp_path: Path) -> None:
    archive = stored(tmp_path, b"1")
    before = archive.path(hash_of(b"1")).stat()
    archive.store(ENTRY, b"1")
    after = archive.path(hash_of(b"1")).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len([path for path in (tmp_path / "objects").rglob("*") if path.is_file()]) == 1
    assert hashes(archive) == [hash_of(b"1")] * 2


def test_storing_again_mends_an_altered_file(tmp_path: Path) -> None:
    archive = stored(tmp_path, b"1")
    archive.path(hash_of(b"1")).write_bytes(b"2")
    archive.store(ENTRY, b"1")
    assert (archive.read(hash_of(b"1")), archive.verify()) == (b"1", ())


def test_segments_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for run_id in ("20260303T120000Z-b", "20260303T120000Z-a", "20251231T235959Z-f"):
        archive.store(replace(ENTRY, run_id=run_id), run_id.encode())
    assert archive.segments() == ("20251231T235959Z-f", "20260303T120000Z-a", "20260303T120000Z-b")
    assert [segment for segment, _ in archive.entries()] == list(archive.segments())


LOADED = (
    ({}, ["a1", "a2", "b1"]),
    ({"a": 1}, ["a2", "b1"]),
    ({"a": 2}, ["b1"]),
    ({"a": 2, "b": 1}, []),
    ({"a": 9, "gone": 3}, ["b1"]),
)


@pytest.mark.parametrize(("loaded", "expected"), LOADED)
def test_entries_go_on_behind_those_loaded(tmp_path: Path, loaded: dict[str, int], expected: list[str]) -> None:
    archive = Archive(tmp_path)
    for segment, address in (("a", "a1"), ("a", "a2"), ("b", "b1")):
        archive.store(replace(ENTRY, run_id=segment, address=address), None)
    assert [entry.address for _, entry in archive.entries(loaded)] == expected


@pytest.mark.parametrize(
    ("before", "runs", "lines", "expected"),
    [
        ("c", 3, 9, [["b1"], ["a1", "a2"]]),
        ("b", 3, 9, [["a1", "a2"]]),
        ("d", 2, 9, [["c1"], ["b1"]]),
        ("d", 3, 1, [["c1"], ["b1"], ["a2"]]),
        ("a", 3, 9, []),
        ("d", 0, 9, []),
    ],
)
def test_the_last_entries_of_the_last_runs(
    tmp_path: Path, before: str, runs: int, lines: int, expected: list[list[str]]
) -> None:
    archive = Archive(tmp_path)
    for segment, address in (("a", "a1"), ("a", "a2"), ("b", "b1"), ("c", "c1")):
        archive.store(replace(ENTRY, run_id=segment, address=address), None)
    found = [[entry.address for entry in run] for run in archive.latest(before, runs, lines)]
    assert found == expected


def test_a_run_with_a_damaged_line_has_no_last_entries(tmp_path: Path) -> None:
    archive = stored(tmp_path, b"one")
    index(tmp_path).write_bytes(b"no JSON\n" + index(tmp_path).read_bytes())
    archive.store(replace(ENTRY, run_id="20260304T120000Z-ab"), b"two")
    found = [[entry.run_id for entry in run] for run in archive.latest("9", 3, 9)]
    assert found == [["20260304T120000Z-ab"]]


BAD_RUN_IDS = ("", "..", "../evil", "a/b", "/etc/x", "a.b", "a b", "a\n", "a\x00", "运行", "a" * 65)


@pytest.mark.parametrize("run_id", BAD_RUN_IDS, ids=ascii)
def test_a_run_id_that_names_no_index_file_is_refused_before_anything_is_written(tmp_path: Path, run_id: str) -> None:
    with pytest.raises(BadRunId) as refused:
        Archive(tmp_path / "archive").store(replace(ENTRY, run_id=run_id), b"1")
    assert (refused.value.run_id, list(tmp_path.iterdir())) == (run_id, [])


BAD_HASHES = ("", "../../etc/passwd", "A" * 64, "g" * 64, "a" * 63, "a" * 65, "a" * 64 + "\n", "../" + "a" * 61)


@pytest.mark.parametrize("sha256", BAD_HASHES, ids=ascii)
def test_what_is_no_hash_is_no_path(tmp_path: Path, sha256: str) -> None:
    with pytest.raises(MissingObject) as refused:
        Archive(tmp_path).read(sha256)
    assert (refused.value.sha256, refused.value.reason) == (sha256, "no SHA-256")


def test_a_missing_and_an_altered_file_are_named(tmp_path: Path) -> None:
    archive = stored(tmp_path, b"0", b"1", b"2")
    archive.path(hash_of(b"1")).unlink()
    archive.path(hash_of(b"2")).write_bytes(b"")
    for content, reason in ((b"1", "missing"), (b"2", "altered")):
        with pytest.raises(MissingObject) as refused:
            archive.read(hash_of(content))
        assert (refused.value.sha256, refused.value.reason) == (hash_of(content), reason)
    assert [damage.where for damage in archive.verify()] == [f"{index(tmp_path)}, line {n}" for n in (2, 3)]
    assert ["missing" in damage.what for damage in archive.verify()] == [True, False]


@pytest.mark.parametrize("cut", [1, 10, -1], ids=["first byte", "in the middle", "without its end"])
def test_a_torn_last_line_is_passed_over_reported_and_set_aside(tmp_path: Path, cut: int) -> None:
    archive = stored(tmp_path, b"1", b"2")
    first, second = index(tmp_path).read_bytes().splitlines(keepends=True)
    index(tmp_path).write_bytes(first + second[:cut])
    assert hashes(archive) == [hash_of(b"1")]
    assert [damage.what for damage in archive.verify()] == ["last line cut in half"]
    archive.store(ENTRY, b"3")
    assert hashes(archive) == [hash_of(b"1"), hash_of(b"3")]
    assert (index(tmp_path).with_suffix(".torn").read_bytes(), archive.verify()) == (second[:cut] + b"\n", ())


def test_every_torn_line_is_kept(tmp_path: Path) -> None:
    archive = stored(tmp_path, b"1")
    for torn in (b"{1", b"{2"):
        with index(tmp_path).open("ab") as file:
            file.write(torn)
        archive.store(ENTRY, b"1")
    assert index(tmp_path).with_suffix(".torn").read_bytes() == b"{1\n{2\n"
    assert archive.segments() == (ENTRY.run_id,)


def changed(**values: object) -> bytes:
    kept = {**json.loads(json.dumps(REFERENCE)), **values}
    return json.dumps({name: value for name, value in kept.items() if value is not ...}).encode()


REFERENCE = {
    "run_id": "a", "kind": "file", "source": "cninfo", "partition": None, "window_from": None, "window_to": None,
    "page": None, "method": "GET", "address": "x", "request_body": None, "status": 200, "headers": {},
    "final_address": None, "fetched_at": "2026-03-03T12:00:00+00:00", "sha256": None, "byte_count": None, "error": None,
}  # fmt: skip
DAMAGED = {
    "empty": b"",
    "no JSON": b"{",
    "no object": b"[]",
    "no UTF-8": changed(address="x").replace(b'"x"', b'"\xff"'),
    "a field less": changed(kind=...),
    "a field more": changed(other=1),
    "no instant": changed(fetched_at="yesterday"),
    "no instant at all": changed(fetched_at=None),
    "an instant without zone": changed(fetched_at="2026-03-03T12:00:00"),
    "no day": changed(window_from="2026-13-01"),
    "a hash that is no text": changed(sha256=5),
    "headers that are none": changed(headers=None, window_from=3),
}


def test_the_reference_line_itself_is_an_entry(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    index(tmp_path, "a").write_bytes(changed() + b"\n")
    assert [entry.address for _, entry in Archive(tmp_path).entries()] == ["x"]


@pytest.mark.parametrize("line", DAMAGED.values(), ids=DAMAGED)
def test_a_whole_line_that_is_no_entry_is_damage(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "index").mkdir()
    index(tmp_path, "a").write_bytes(changed() + b"\n" + line + b"\n")
    with pytest.raises(DamagedIndex) as refused:
        list(Archive(tmp_path).entries())
    assert (refused.value.path, refused.value.line) == (index(tmp_path, "a"), 2)
    assert [damage.where for damage in Archive(tmp_path).verify()] == [f"{index(tmp_path, 'a')}, line 2"]


def test_an_index_file_that_no_run_is_named_for_is_damage(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    index(tmp_path, "copy of a").write_bytes(changed() + b"\n")
    with pytest.raises(BadRunId):
        list(Archive(tmp_path).entries())
    assert [damage.where for damage in Archive(tmp_path).verify()] == [f"{index(tmp_path, 'copy of a')}, line 1"]


def test_a_bundle_is_imported_once(tmp_path: Path) -> None:
    bundle = stored(tmp_path / "bundle", b"1", b"2", b"1")
    archive = Archive(tmp_path / "own")
    assert [archive.import_bundle(tmp_path / "bundle") for _ in range(2)] == [3, 0]
    assert (list(archive.entries()), archive.verify()) == (list(bundle.entries()), ())
    assert index(tmp_path / "own").read_bytes() == index(tmp_path / "bundle").read_bytes()


def test_of_a_bundle_that_grew_the_new_entries_come(tmp_path: Path) -> None:
    bundle, archive = stored(tmp_path / "bundle", b"1"), Archive(tmp_path / "own")
    archive.store(replace(ENTRY, run_id="own"), b"own")
    archive.import_bundle(tmp_path / "bundle")
    bundle.store(ENTRY, b"2")
    bundle.store(replace(ENTRY, run_id="20260304T120000Z-ab"), b"3")
    assert archive.import_bundle(tmp_path / "bundle") == 2
    assert hashes(archive) == [hash_of(content) for content in (b"1", b"2", b"3", b"own")]
    assert (tmp_path / "bundle" / "index").exists()


def test_a_bundles_torn_line_comes_when_it_is_whole(tmp_path: Path) -> None:
    stored(tmp_path / "bundle", b"1", b"2")
    whole = index(tmp_path / "bundle").read_bytes()
    index(tmp_path / "bundle").write_bytes(whole[:-5])
    archive = Archive(tmp_path / "own")
    assert archive.import_bundle(tmp_path / "bundle") == 1
    index(tmp_path / "bundle").write_bytes(whole)
    assert (archive.import_bundle(tmp_path / "bundle"), archive.verify()) == (1, ())


@pytest.mark.parametrize("folders", [(), ("objects",), ("index",)])
def test_a_folder_without_objects_or_index_is_no_bundle(tmp_path: Path, folders: tuple[str, ...]) -> None:
    for name in folders:
        (tmp_path / "bundle" / name).mkdir(parents=True)
    with pytest.raises(NotABundle) as refused:
        Archive(tmp_path / "own").import_bundle(tmp_path / "bundle")
    assert (refused.value.path, (tmp_path / "own").exists()) == (tmp_path / "bundle", False)


BAD_BUNDLES = {
    "a hash that climbs out": ("a", changed(sha256="../../secret"), MissingObject),
    "a hash without its file": ("a", changed(sha256="b" * 64), MissingObject),
    "a line that is no entry": ("a", b"{}", DamagedIndex),
    "an index file that is no run's": ("a b", changed(), BadRunId),
}


@pytest.mark.parametrize(("segment", "line", "error"), BAD_BUNDLES.values(), ids=BAD_BUNDLES)
def test_of_a_bad_bundle_nothing_but_what_was_good_is_kept(
    tmp_path: Path, segment: str, line: bytes, error: type[Exception]
) -> None:
    bundle = tmp_path / "bundle"
    stored(bundle, b"1")
    (tmp_path / "secret").write_bytes(b"secret")
    index(bundle, segment).write_bytes(line + b"\n")
    archive = Archive(tmp_path / "own")
    with pytest.raises(error):
        archive.import_bundle(bundle)
    assert archive.verify() == ()
    assert set(hashes(archive)) <= {hash_of(b"1")}


def test_a_run_id_inside_a_line_names_no_file(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    (bundle / "objects").mkdir(parents=True)
    (bundle / "index").mkdir()
    index(bundle, "a").write_bytes(changed(run_id="../../evil") + b"\n")
    Archive(tmp_path / "own").import_bundle(bundle)
    assert sorted(path.name for path in tmp_path.rglob("*.jsonl")) == ["a.jsonl", "a.jsonl"]


def test_an_altered_file_of_a_bundle_is_refused(tmp_path: Path) -> None:
    bundle = stored(tmp_path / "bundle", b"1")
    bundle.path(hash_of(b"1")).write_bytes(b"2")
    with pytest.raises(MissingObject):
        Archive(tmp_path / "own").import_bundle(tmp_path / "bundle")
    assert not list((tmp_path / "own").rglob("*.jsonl"))


# A child stores pages in a loop; at its Nth call of a function of `os`, it is killed, before or after the call.
KILLED = """
import os, signal, sys
from pathlib import Path
from dataclasses import replace
from warehouse.archive import Archive
sys.path.insert(0, sys.argv[1])
import test_archive
name, number, when = sys.argv[3], int(sys.argv[4]), sys.argv[5]
real, calls = getattr(os, name), []

def counted(*given, **named):
    calls.append(1)
    if len(calls) == number and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    done = real(*given, **named)
    if len(calls) == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(os, name, counted)
archive = Archive(Path(sys.argv[2]))
for page in range(20):
    archive.store(replace(test_archive.ENTRY, page=page), b"%d" % page)
"""
POINTS = [("fsync", number, when) for number in (1, 3, 6, 9, 10, 11, 13, 15) for when in ("before", "after")]
POINTS += [("replace", number, when) for number in (1, 2, 5) for when in ("before", "after")]


@pytest.mark.parametrize(("call", "number", "when"), POINTS, ids=str)
def test_a_kill_while_storing_leaves_nothing_damaged(tmp_path: Path, call: str, number: int, when: str) -> None:
    given = [str(Path(__file__).parent), str(tmp_path), call, str(number), when]
    killed = subprocess.run([sys.executable, "-c", KILLED, *given], capture_output=True, check=False)  # noqa: S603
    assert (killed.returncode, killed.stderr) == (-signal.SIGKILL, b"")
    archive = Archive(tmp_path)
    assert {damage.what for damage in archive.verify()} <= {"last line cut in half"}
    pages = [entry.page for _, entry in archive.entries()]
    assert pages == list(range(len(pages)))
    for page in range(len(pages), 20):
        archive.store(replace(ENTRY, page=page), b"%d" % page)
    assert (hashes(archive), archive.verify()) == ([hash_of(b"%d" % page) for page in range(20)], ())


WRITING = """
import sys
from pathlib import Path
from dataclasses import replace
from warehouse.archive import Archive
sys.path.insert(0, sys.argv[1])
import test_archive
archive = Archive(Path(sys.argv[2]))
for page in range(100_000):
    archive.store(replace(test_archive.ENTRY, page=page), b"%d" % page * 1000)
    print(page, flush=True)
"""


@pytest.mark.parametrize("count", [1, 7, 40])
def test_a_kill_at_any_moment_loses_no_entry_that_was_stored(tmp_path: Path, count: int) -> None:
    given = [sys.executable, "-c", WRITING, str(Path(__file__).parent), str(tmp_path)]
    with subprocess.Popen(given, stdout=subprocess.PIPE) as child:  # noqa: S603
        assert child.stdout
        told = [int(child.stdout.readline()) for _ in range(count)]
        child.kill()
        told += [int(line) for line in child.stdout.read().splitlines()]
    archive = Archive(tmp_path)
    pages = [entry.page for _, entry in archive.entries()]
    assert pages[: len(told)] == told
    assert {damage.what for damage in archive.verify()} <= {"last line cut in half"}


def test_an_archive_that_was_copied_is_an_archive(tmp_path: Path) -> None:
    archive = stored(tmp_path / "one", b"1", b"2")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert list(Archive(tmp_path / "two").entries()) == list(archive.entries())
    assert Archive(tmp_path / "two").import_bundle(tmp_path / "one") == 0
