"""Characters that nobody sees: without ink, white on the bare page; white on a colour is seen."""

import pypdfium2
import pytest

from extractors.readers.pdf.characters import PageText
from tests.factory import pdf
from tests.factory.pdf import HEIGHT, LEFT, Sheet


@pytest.mark.parametrize(
    ("mode", "grey", "ground", "expected"),
    [
        (0, 0.0, None, False), (3, 0.0, None, True), (0, 1.0, None, True), (0, 1.0, 0.1, False),
        (0, 1.0, 1.0, True), (2, 0.0, None, False),
    ],
    ids=["black", "without ink", "white", "white on dark", "white on white", "stroked"],
)  # fmt: skip
def test_whether_a_character_is_seen(mode: int, grey: float, ground: float | None, *, expected: bool) -> None:
    sheet = Sheet()
    if ground is not None:
        sheet.bar(LEFT - 5, 95, LEFT + 100, 120, ground)
    sheet.hidden(LEFT, 100, "虚构证券", mode=mode, grey=grey)
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    text_page = page.get_textpage()
    text = PageText(text_page.raw, text_page.get_text_range(), 0.0, HEIGHT, page.raw)
    assert [text.is_hidden(i) for i in range(4)] == [expected] * 4
    for thing in (text_page, page, document):
        thing.close()


def test_without_what_is_drawn_white_counts_as_seen() -> None:
    sheet = Sheet()
    sheet.hidden(LEFT, 100, "虚构证券", grey=1.0)
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    text_page = page.get_textpage()
    assert not PageText(text_page.raw, text_page.get_text_range(), 0.0, pdf.HEIGHT).is_hidden(0)
    for thing in (text_page, page, document):
        thing.close()
