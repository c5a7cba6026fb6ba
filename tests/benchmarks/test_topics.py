"""Topics against hand-labelled questions of real records."""

from __future__ import annotations

from pathlib import Path

from benchmarks.topics import Score, labels, page, score
from extractors.registers.topic import topics


def test_the_labels_are_of_known_topics_and_hold_no_text() -> None:
    known = {one.topic for one in topics()}
    found = labels()
    assert len(found) >= 200
    assert {topic for _, _, expected in found for topic in expected} <= known
    assert len({(record, number) for record, number, _ in found}) == len(found)


def test_topics_are_right_as_often_as_the_page_says(shared: Path) -> None:
    records = sorted({record for record, _, _ in labels()})[::5]
    result = score(shared / "corpus", [label for label in labels() if label[0] in records])
    labelled, precision, recall = result.row()
    assert labelled > 50
    assert (precision >= 0.85, recall >= 0.7) == (True, True), (precision, recall)


def test_a_page_has_a_line_a_topic_and_one_for_all() -> None:
    result = Score()
    result.right.update(["capacity"])
    result.wrong.update(["margin"])
    lines = page(result, Score()).splitlines()
    assert len(lines) == 2 + len(topics()) + 1
    assert lines[-1] == "| all | 1 | 0.50 | 1.00 | 0 | 0.00 | 0.00 |"
