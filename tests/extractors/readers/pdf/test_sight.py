"""What white is seen on: colours and pictures, not white and not text."""

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader

from extractors.readers.pdf import sight
from tests.factory.pdf import HEIGHT, LEFT, Sheet


def test_grounds_are_colours_and_pictures() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "虚构证券")
    sheet.bar(100, 100, 200, 120, 1.0)
    sheet.bar(100, 200, 200, 220, 0.2)
    sheet.canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), "blue")), 100, HEIGHT - 320, 50, 20)
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    found = sorted(tuple(round(edge) for edge in one) for one in sight.grounds(page.raw))
    assert found == [
        (100, round(HEIGHT) - 320, 150, round(HEIGHT) - 300),
        (100, round(HEIGHT) - 220, 200, round(HEIGHT) - 200),
    ]
    page.close()
    document.close()
