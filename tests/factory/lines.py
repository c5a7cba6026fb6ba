"""Made lines: whole paragraphs, and lines as a page prints them, wrapped at a column's width."""

from extractors.readers.form import Box, Cell, Line

SIZE = 12.0  # points of a Han character


def paragraphs(*texts: str, bold: bool = False) -> Cell:
    """Each text a paragraph of a format that knows no places."""
    return tuple(Line(text=text, bold=len(text) if bold else 0, is_paragraph=True) for text in texts)


def bold(text: str) -> Line:
    """An emphasised paragraph."""
    return Line(text=text, bold=len(text), is_paragraph=True)


def width_of(text: str) -> float:
    """How wide a text is printed."""
    return sum(SIZE / 2 if char.isascii() else SIZE for char in text)


def printed(*texts: str, top: float = 100.0, left: float = 100.0, room: float = 360.0, page: int = 1) -> Cell:
    """Each text one printed line, from top to bottom, in a cell of the given room."""
    return tuple(
        Line(
            text=text.strip("　"),
            page=page,
            box=Box(
                page=page,
                x0=left + SIZE * (len(text) - len(text.lstrip("　"))),
                top=top + 1.5 * SIZE * i,
                x1=left + width_of(text),
                bottom=top + 1.5 * SIZE * i + SIZE,
            ),
            edges=(left - 6, left + room + 6),
        )
        for i, text in enumerate(texts)
    )


def wrapped(*texts: str, room: float = 360.0, top: float = 100.0, page: int = 1) -> Cell:
    """Paragraphs wrapped to printed lines, character by character."""
    cut: list[str] = []
    for text in texts:
        line = ""
        for char in text:
            if width_of(line + char) > room:
                cut.append(line)
                line = ""
            line += char
        cut.append(line)
    return printed(*cut, top=top, room=room, page=page)
