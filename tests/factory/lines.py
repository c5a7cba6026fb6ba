"""Made lines: whole paragraphs, and lines as a page prints them, wrapped at a column's width or in columns."""

from collections.abc import Sequence

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


def tabbed(
    *rows: tuple[str, ...], lefts: Sequence[float] = (100.0, 260.0), tops: Sequence[float] = (), page: int = 1
) -> Cell:
    """Printed lines whose parts begin at the given places, an empty part left out; the tops as given, or one pitch."""
    return tuple(
        _parted(
            [(text, left) for text, left in zip(row, lefts, strict=False) if text],
            tops[i] if tops else 100 + 1.5 * SIZE * i,
            page,
        )
        for i, row in enumerate(rows)
    )


def _parted(parts: list[tuple[str, float]], top: float, page: int) -> Line:
    text, x1 = "", 0.0
    gaps: tuple[tuple[float, float], ...] = ()
    for part, left in parts:
        if text:
            gaps += ((x1, left),)
            text += "\t" if left - x1 > 1.6 * SIZE else " "
        blanks = [left + width_of(part[:i]) for i, char in enumerate(part) if char == " "]
        gaps += tuple((x, x + width_of(" ")) for x in blanks)
        text, x1 = text + part, left + width_of(part)
    box = Box(page=page, x0=parts[0][1], top=top, x1=x1, bottom=top + SIZE)
    return Line(text=text, page=page, box=box, edges=(90, 530), gaps=gaps)
