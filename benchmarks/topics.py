"""How right topics are: found against hand-labelled, by topic, as a page.

The labels, benchmarks/topic_labels.csv, name questions by record and number; the records stand in the corpus.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractors.reading import read
from extractors.records import Question
from extractors.registers.topic import topics, topics_of

LABELS = Path(__file__).with_name("topic_labels.csv")
_Label = tuple[str, int, frozenset[str]]


@dataclass(slots=True)
class Score:
    """Counts by topic."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def row(self, topic: str = "") -> tuple[int, float, float]:
        """Labels, precision and recall of a topic, or of all."""
        right, wrong, missed = (
            counts[topic] if topic else counts.total() for counts in (self.right, self.wrong, self.missed)
        )
        return right + missed, right / ((right + wrong) or 1), right / ((right + missed) or 1)


def labels(part: str = "") -> tuple[_Label, ...]:
    """Record, question number and topics of each labelled question: those tuned_on, those held_out, or all."""
    with LABELS.open(encoding="utf-8") as lines:
        return tuple(
            (row["record"], int(row["question"]), frozenset(row["topics"].split()))
            for row in csv.DictReader(lines)
            if part in {"", row["part"]}
        )


def score(corpus: Path, chosen: Iterable[_Label]) -> Score:
    """What was found against what was labelled, over the records of a corpus."""
    by_record: Mapping[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for record, number, expected in chosen:
        by_record[record].append((number, expected))
    result = Score()
    for record, wanted in by_record.items():
        asked = {one.ordinal: one.question for one in _questions(corpus, record)}
        for number, expected in wanted:
            found = frozenset(topics_of(asked[number]))
            result.right.update(found & expected)
            result.wrong.update(found - expected)
            result.missed.update(expected - found)
    return result


def page(tuned: Score, held_out: Score) -> str:
    """The figures as a Markdown table, a line a topic and one for all."""
    names = {one.topic: f"{one.topic} {one.name_zh}" for one in topics()}
    lines = ["| topic | labels | precision | recall | held out: labels | precision | recall |", "|" + "---|" * 7]
    for topic, name in (*names.items(), ("", "all")):
        labelled, precision, recall = tuned.row(topic)
        others, other_precision, other_recall = held_out.row(topic)
        lines.append(
            f"| {name} | {labelled} | {precision:.2f} | {recall:.2f} | "
            f"{others} | {other_precision:.2f} | {other_recall:.2f} |"
        )
    return "\n".join(lines)


def _questions(corpus: Path, record: str) -> Iterator[Question]:
    (path,) = (corpus / "records").glob(f"{record}.*")
    yield from (one for one in read(path.read_bytes()).records if isinstance(one, Question))


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    corpus = parser.parse_args().corpus
    print(page(*(score(corpus, labels(part)) for part in ("tuned_on", "held_out"))))  # noqa: T201


if __name__ == "__main__":
    main()
