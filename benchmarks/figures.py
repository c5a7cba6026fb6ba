"""How right figures are: found against hand-labelled, place, value and unit, as a page.

The labels, benchmarks/figure_labels.csv, name figures by record, question and place in the answer; answers without
figures have a row without a place. The records stand in the corpus.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractors.fields import figure
from extractors.reading import read
from extractors.records import Question

LABELS = Path(__file__).with_name("figure_labels.csv")
_Place = tuple[int, int]
_Value = tuple[float, float, str]  # the number twice, or both ends of a range, and the unit
_Label = tuple[str, int, Mapping[_Place, _Value]]


@dataclass(slots=True)
class Score:
    """Counts; `wrong` and `missed` say where."""

    right: int = 0
    wrong: list[tuple[str, int, _Place]] = field(default_factory=list)
    missed: list[tuple[str, int, _Place]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the figures found, those that stand where and say what their label says."""
        return self.right / ((self.right + len(self.wrong)) or 1)

    @property
    def recall(self) -> float:
        """Of the labels, those that were found so."""
        return self.right / ((self.right + len(self.missed)) or 1)


def labels() -> tuple[_Label, ...]:
    """Record, question number and figures of each labelled answer."""
    found: dict[tuple[str, int], dict[_Place, _Value]] = defaultdict(dict)
    with LABELS.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            expected = found[row["record"], int(row["question"])]
            if row["start"]:
                low = float(row["low"])
                value = (low, float(row["high"] or low), row["unit"])
                expected[int(row["start"]), int(row["end"])] = value
    return tuple((record, number, expected) for (record, number), expected in found.items())


def score(corpus: Path, chosen: Iterable[_Label]) -> Score:
    """What was found against what was labelled, over the records of a corpus."""
    by_record: Mapping[str, list[tuple[int, Mapping[_Place, _Value]]]] = defaultdict(list)
    for record, number, expected in chosen:
        by_record[record].append((number, expected))
    result = Score()
    for record, wanted in by_record.items():
        answers = {one.ordinal: one.answer for one in _questions(corpus, record)}
        for number, expected in wanted:
            compare(result, (record, number), found_in(answers[number]), expected)
    return result


def found_in(answer: str) -> dict[_Place, _Value]:
    """The figures of an answer as labels."""
    return {(one.start, one.end): (*_ends(one), one.unit or "") for one in figure.parse(answer)}


def compare(
    result: Score, of: tuple[str, int], found: Mapping[_Place, _Value], expected: Mapping[_Place, _Value]
) -> None:
    """Count one answer's figures; one that stands right but says something else is wrong and missed."""
    right = {place for place, value in found.items() if expected.get(place) == value}
    result.right += len(right)
    result.wrong += [(*of, place) for place in found if place not in right]
    result.missed += [(*of, place) for place in expected if place not in right]


def page(result: Score, answers: int) -> str:
    """The numbers as a Markdown table."""
    count = result.right + len(result.missed)
    return (
        f"| answers | figures labelled | precision | recall |\n|---|---|---|---|\n"
        f"| {answers} | {count} | {result.precision:.3f} | {result.recall:.3f} |"
    )


def _ends(one: figure.Found) -> tuple[float, float]:
    ends = [float(end) for end in (one.value, one.low, one.high) if end is not None]
    return ends[0], ends[-1]


def _questions(corpus: Path, record: str) -> Iterator[Question]:
    (path,) = (corpus / "records").glob(f"{record}.*")
    yield from (one for one in read(path.read_bytes()).records if isinstance(one, Question))


def main() -> None:
    """Print the page, and where figures are wrong or missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    chosen = labels()
    result = score(parser.parse_args().corpus, chosen)
    print(page(result, len(chosen)))  # noqa: T201
    print("wrong:", *result.wrong, "missed:", *result.missed, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
