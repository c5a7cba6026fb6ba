"""The record that the project was created from, 300418 No. 2024-003: every field of its label."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractors import reading
from extractors.labelled import labelled

ANCHOR = 10  # characters of the labels' anchors
HAN = re.compile(r"[㐀-鿿]")
Fields = dict[str, object]


@pytest.fixture(scope="module")
def seed(shared: Path) -> tuple[Fields, Fields]:
    """What was read, and the label."""
    content = (shared / "corpus/records/300418-2024-003.md").read_bytes()
    label = json.loads((shared / "corpus/gold/300418-2024-003.json").read_text("utf-8"))
    return labelled(reading.parse(content)), label


def test_every_field_is_that_of_the_label(seed: tuple[Fields, Fields]) -> None:
    found, label = seed
    unscored = {"qa", "remarks", "participants_note", "narrative"}
    assert {key: unspaced(found[key]) for key in label if key not in unscored} == {
        key: unspaced(value) for key, value in label.items() if key not in unscored
    }


def test_every_question_and_answer_is_whole(seed: tuple[Fields, Fields]) -> None:
    found, label = seed
    assert [anchored(pair) for pair in found["qa"]] == label["qa"]  # type: ignore[attr-defined]


def test_its_numbers_are_those_that_are_known(seed: tuple[Fields, Fields]) -> None:
    found, _ = seed
    counts = [len(found[key]) for key in ("qa", "participants")]  # type: ignore[arg-type]
    assert (counts, found["participants_stated"]) == ([7, 23], 74)


def unspaced(value: object) -> str:
    """The value as text without blanks: the source prints 董事长兼 CEO, the label 董事长兼CEO."""
    return "".join(json.dumps(value, ensure_ascii=False).split())


def anchored(pair: dict[str, str]) -> dict[str, object]:
    """A pair as the labels anchor it: its ends without white space, and how many Han characters stand in it."""
    done: dict[str, object] = {}
    for key in ("question", "answer"):
        text = "".join(pair[key].split())
        done |= {f"{key[0]}_start": text[:ANCHOR], f"{key[0]}_end": text[-ANCHOR:]}
        done[f"{key[0]}_han"] = len(HAN.findall(text))
    return done
