"""Pictures: what a place shows, also on pages that are turned or cropped, and at the page's edge."""

import io

import pytest
from PIL import Image, ImageChops

from extractors import reading
from extractors.errors import Damaged
from extractors.readers.form import Box
from extractors.readers.pdf.picture import pictures
from extractors.records import Region
from tests.factory import pdf as made
from tests.factory.form import VALUES


def place(content: bytes) -> Box:
    """Where the first question stands."""
    region = next(one for one in reading.parse(content) if isinstance(one, Region) and one.kind == "question")
    assert None not in (region.x0, region.top, region.x1, region.bottom)
    return Box(page=region.page, x0=region.x0, top=region.top, x1=region.x1, bottom=region.bottom)  # type: ignore[arg-type]


def picture(content: bytes, box: Box, scale: float = 2.0) -> Image.Image:
    """The one picture, in grey."""
    (found,) = pictures(content, [box], scale)
    assert found.startswith(b"\x89PNG")
    return Image.open(io.BytesIO(found)).convert("L")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around what is dark."""
    box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()  # type: ignore[operator]
    assert box
    return box


def test_a_picture_has_the_place_s_size_and_a_margin() -> None:
    content = made.form(VALUES)
    box = place(content)
    image = picture(content, box)
    assert abs(image.width - 2 * (box.x1 - box.x0 + 8)) <= 2
    assert abs(image.height - 2 * (box.bottom - box.top + 8)) <= 2
    assert picture(content, box, 1.0).width == pytest.approx(image.width / 2, abs=1)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("hidden", [0.0, 20.0])
def test_a_turned_or_cropped_page_shows_the_same(angle: int, hidden: float) -> None:
    upright = made.form(VALUES)
    content = made.turned(upright, angle, hidden)
    expected, found = (picture(one, place(one)) for one in (upright, content))
    wide = expected.crop(ink(expected)).resize((200, 40))
    assert ImageChops.difference(wide, found.crop(ink(found)).resize((200, 40))).convert("L").getextrema()[0] == 0
    share = sum(ImageChops.difference(wide, found.crop(ink(found)).resize((200, 40))).tobytes()) / (255 * 200 * 40)
    assert share < 0.08


def test_what_lies_off_the_page_is_left_out() -> None:
    image = picture(made.form(VALUES), Box(page=1, x0=-50, top=-50, x1=700, bottom=900), 1.0)
    assert image.size == (595, 842)


@pytest.mark.parametrize("box", [
    Box(page=2, x0=0, top=0, x1=10, bottom=10), Box(page=1, x0=0, top=900, x1=10, bottom=910),
])  # fmt: skip
def test_a_place_that_is_not_there_is_an_error(box: Box) -> None:
    with pytest.raises(Damaged, match="no picture"):
        list(pictures(made.form(VALUES), [box]))


def test_a_file_that_is_no_pdf_is_an_error() -> None:
    with pytest.raises(Damaged):
        list(pictures(b"%PDF-", [Box(page=1, x0=0, top=0, x1=10, bottom=10)]))
    assert list(pictures(made.form(VALUES), [])) == []
