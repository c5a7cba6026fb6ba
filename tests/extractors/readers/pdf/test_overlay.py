"""Watermarks and stamps."""

from dataclasses import replace

import pytest

from extractors.readers.pdf.overlay import hidden, parted
from extractors.readers.pdf.text import Piece

SAID = [Piece(f"第{i}行的文字都在这里", 60, 100 + 20 * i, 180, 112 + 20 * i, 0, None, (), 12, 0) for i in range(6)]


def piece(top: float, size: float, angle: int = 0) -> Piece:
    return Piece("内部", 80, top, 80 + 2 * size, top + size, 0, None, (), size, angle)


@pytest.mark.parametrize(
    ("other", "is_over"),
    [
        (piece(110, 60, 45), True), (piece(400, 12, 315), True), (piece(110, 60, 90), True), (piece(110, 60), True),
        (piece(400, 12, 90), False), (piece(20, 36), False), (piece(400, 12, 359), False), (piece(104, 14), False),
    ],
    ids=["slanted", "slanted and small", "upwards and large", "large over lines", "upwards", "title", "askew", "beside"],
)  # fmt: skip
def test_what_is_set_over_the_page(other: Piece, is_over: bool) -> None:
    said, over = parted([*SAID, other])
    assert (over == [other], said == SAID) == (is_over, is_over)


def test_a_page_that_is_turned_as_a_whole() -> None:
    turned = [piece(100 + 20 * i, 12, 90) for i in range(4)]
    assert parted(turned) == (turned, [])
    assert parted([]) == ([], [])


def test_hidden_text_is_left_out_but_where_it_is_most_of_the_page() -> None:
    unseen = [replace(one, is_hidden=True) for one in SAID]
    assert hidden(SAID) == []
    assert hidden([*SAID, unseen[0]]) == [unseen[0]]
    assert hidden([SAID[0], *unseen]) == []
