"""Scans read from their pictures: what the same file says with its text, but for what a picture does not show."""

from __future__ import annotations

import json
import socket
from functools import cache
from pathlib import Path

import pytest

from extractors import reading
from extractors.documents import activity_record
from extractors.errors import NothingSeen, TooManyPages
from extractors.fields.label import is_label
from extractors.labelled import labelled
from extractors.readers import pdf
from extractors.readers.pdf import ocr, reader
from extractors.records import ActivityRecord, ParseFailure, Region
from flows import pool
from tests.factory.pdf import Sheet
from tests.factory.scan import Scanner, scan

if not ocr.is_installed():
    pytest.skip("the extra `ocr` is not installed", allow_module_level=True)

GOLDEN = Path(__file__).parents[3] / "golden"
CLEAN = Scanner()
USUAL = Scanner(askew=0.4, dirt=25, share=0.78)  # a page whose lower part is blank needs no time
SHEETS = Scanner(askew=0.4, dirt=25)
SCANNERS = {
    "clean": CLEAN,
    "coarse, pixels as points": Scanner(dpi=150, is_sized_by_pixels=True),
    "askew": Scanner(askew=0.9, dirt=40),
    "askew the other way": Scanner(askew=-1.6, dirt=40, dpi=150),
}
WHOLE = {
    "institutions_between_semicolons": USUAL,
    "institutions_numbered_on_one_line": USUAL,
    "people_behind_half_width_colons": USUAL,
    "people_several_pairs_a_line": USUAL,
    "sessions_one_a_line": USUAL,
    "marked_wen_and_da": USUAL,
    "question_broken_by_the_page": SHEETS,
    "table_inside_the_cell": USUAL,
    "running_header_in_an_answer": SHEETS,
    "footer_of_words_in_an_answer": SHEETS,
    "annex_over_two_pages": SHEETS,
    "label_broken_by_the_page_with_a_rule": SHEETS,
    "labels_letter_spaced": USUAL,
    "answers_unmarked_behind_bold_questions": USUAL,
    "tick_f0fe_of_wingdings": USUAL,
    "tick_f052_of_wingdings_2": USUAL,
    "tick_filled_square": USUAL,
    "tick_for_each_of_five": USUAL,
    "tick_u2611_beside_u2610": USUAL,
    "tick_on_another_baseline": USUAL,
    "boxes_behind_their_options": USUAL,
    "nothing_ticked": USUAL,
}
KNOWN: dict[str, dict[str, object]] = {
    # the glyph that no font has is drawn as an empty box, and the picture tells no more
    "mark_that_nobody_knows": {"categories": [], "unread": ["NoTick category"]},
}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of any network: models come with the wheel."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def original(name: str) -> bytes:
    return (GOLDEN / name / "input.pdf").read_bytes()


@cache
def scanned(name: str, scanner: Scanner) -> reading.Reading:
    """What the scanner's picture of a case gives; read once."""
    return reading.read(scan(original(name), scanner))


def said(found: reading.Reading) -> dict[str, object]:
    left = [f"{row.error} {row.label}" for row in found.records if isinstance(row, ParseFailure)]
    return {**labelled(found.records), "unread": left}


def plain(value: object) -> object:
    """The value without what a picture leaves open: blanks, and the width of punctuation."""
    table = str.maketrans("：；，？！（）", ":;,?!()")
    if isinstance(value, str):
        return "".join(value.translate(table).split())
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


def expected(name: str) -> dict[str, object]:
    return {"unread": [], **json.loads((GOLDEN / name / "expected.json").read_text(encoding="utf-8"))}


@pytest.mark.parametrize("scanner", SCANNERS.values(), ids=SCANNERS)
def test_a_scan_says_what_the_file_says(scanner: Scanner) -> None:
    text = reading.read(original("people_several_pairs_a_line"))
    assert plain(said(scanned("people_several_pairs_a_line", scanner))) == plain(said(text))


@pytest.mark.parametrize(("name", "scanner"), WHOLE.items(), ids=WHOLE)
def test_a_case_is_read_from_its_picture(name: str, scanner: Scanner) -> None:
    assert plain(said(scanned(name, scanner))) == plain(expected(name))


@pytest.mark.parametrize(("name", "known"), KNOWN.items(), ids=KNOWN)
def test_what_a_picture_does_not_show_is_known(name: str, known: dict[str, object]) -> None:
    """Fails where a reading gets better as well as where it gets worse."""
    assert plain(said(scanned(name, USUAL))) == plain({**expected(name), **known})
    assert not set(KNOWN) & set(WHOLE)


def test_a_scan_is_marked_as_such() -> None:
    found = scanned("people_several_pairs_a_line", CLEAN)
    assert found.document.reader == f"pdf+ocr {reading.VERSION}"
    assert (found.document.scanned_pages, found.document.page_count) == (1, 1)
    assert found.unseen == 0


def test_places_are_points_of_the_page() -> None:
    text = reading.read(original("people_several_pairs_a_line"))
    found = [
        text,
        *(scanned("people_several_pairs_a_line", SCANNERS[one]) for one in ("clean", "coarse, pixels as points")),
    ]
    asked = [[row for row in one.records if isinstance(row, Region) and row.kind == "question"] for one in found]
    assert len(asked[0]) > 0
    for one, clean, coarse in zip(*asked, strict=True):
        for other, unit in ((clean, 1.0), (coarse, 72 / 150)):
            assert (other.x0 * unit, other.top * unit, other.bottom * unit) == pytest.approx(
                (one.x0, one.top, one.bottom), abs=3
            )
            assert one.x1 - 9 <= other.x1 * unit <= one.x1 + 3  # a question mark leaves paper in its cell


def test_only_pages_without_text_are_read_from_their_pictures() -> None:
    content = original("question_broken_by_the_page")
    form = pdf.read(scan(content, CLEAN, pages=[1]), is_label)
    assert (form.page_count, form.scanned, form.is_ocr) == (2, (2,), True)
    texts = [
        [line.text for row in one.rows for line in row.lines if line.page == 1]
        for one in (pdf.read(content, is_label), form)
    ]
    assert texts[0] == texts[1]
    found = reading.Reading(reading.document(content, form), activity_record.parse(form, "0" * 64))
    assert plain(said(found)) == plain(expected("question_broken_by_the_page"))


def test_pages_of_a_mixed_file_that_are_left_out_are_named() -> None:
    found = reading.read(scan(original("question_broken_by_the_page"), CLEAN, pages=[1]), is_ocr=False)
    assert [one.detail for one in found.records if isinstance(one, ParseFailure) and one.error == "PagesUnread"] == [
        "pages without text were left out: 2; `pip install 'jiyao[ocr]'` reads them"
    ]
    assert found.document.reader == f"pdf {reading.VERSION}"
    assert found.unseen == 1


def test_reader_processes_read_scans_in_a_second_turn(tmp_path: Path) -> None:
    content = original("nothing_ticked")
    paths = [tmp_path / "text.pdf", tmp_path / "scan.pdf", tmp_path / "again.pdf"]
    for path, made in zip(paths, (content, scan(content, USUAL), content), strict=True):
        path.write_bytes(made)
    found = list(pool.read_all(paths, 1))
    assert [one.document.reader for one in found] == [
        f"pdf {reading.VERSION}",
        f"pdf+ocr {reading.VERSION}",
        f"pdf {reading.VERSION}",
    ]
    assert [sum(isinstance(row, ActivityRecord) for row in one.records) for one in found] == [1, 1, 1]


def blank() -> bytes:
    sheet = Sheet()
    sheet.bar(50, 50, 500, 700, grey=0.5)
    return sheet.content()


def test_a_picture_without_text_is_refused() -> None:
    with pytest.raises(NothingSeen) as caught:
        pdf.read(blank(), is_label)
    assert caught.value.pages == 1


def test_a_scan_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_SCANNED", 0)
    with pytest.raises(TooManyPages):
        pdf.read(blank(), is_label)
