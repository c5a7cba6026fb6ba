"""The Form: what a reader found in a file, in reading order, uninterpreted.

Every reader yields blocks (free lines and table rows, as laid out); `assemble` joins them to labelled rows.
Text keeps the blanks of the layout; a gap wide enough to part two columns is a tab.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

TICKED, EMPTY = "☑", "□"
UNSURE = "⍰"  # a box of which a picture does not show for sure whether it is ticked
WIDE = "\u2003"  # parts the cells of a table inside a value
_LABEL_LENGTHS = range(2, 21)
_LABEL_REST = 12  # the longest second half of a label that a page break cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a page: points, origin top left; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, or one paragraph where the format knows only those."""

    text: str
    page: int | None = None
    box: Box | None = None
    bold: int = 0  # how many leading characters are emphasised
    edges: tuple[float, float] | None = None  # left and right border of its cell
    is_paragraph: bool = False  # the line is a whole paragraph: its end is the author's
    gaps: tuple[tuple[float, float], ...] = ()  # from where to where each blank of the text reaches; none where unknown
    is_over: bool = False  # set over what the page says, as a watermark or stamp is, or hidden
    is_hidden: bool = False  # nobody sees it

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is emphasised."""
        return self.bold >= len(self.text.rstrip()) > 0


Cell = tuple[Line, ...]
Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table: its first cell, and what stands beside it as rows of cells."""

    first: Cell
    rest: Grid = ()


Block = Line | TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label of the form with its value, as rows of cells."""

    label: str
    grid: Grid

    @property
    def lines(self) -> Cell:
        """All lines of the value in reading order; a table inside it stands where it is printed, a line a row."""
        lines = [line for cells in self.grid for line in _side_by_side(cells)]
        if all(line.box for line in lines) and any(len(cells) > 1 for cells in self.grid):
            lines.sort(key=lambda line: (line.box.page, line.box.top) if line.box else (0, 0.0))
        return tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The lines above the table, its labelled rows, what follows it, and lines of the pages that are none of it."""

    header: Cell
    rows: tuple[Row, ...]
    annex: tuple[Block, ...]
    page_count: int | None = None
    furniture: Cell = ()
    following: tuple[Form, ...] = ()  # the forms behind it, where the file holds several
    scanned: tuple[int, ...] = ()  # pages that hold no text, only what is drawn
    is_ocr: bool = False  # whether those were read from their pictures; left out where not

    @property
    def text(self) -> str:
        """Whole text, lines joined by newline, a label before its value."""
        parts = [line.text for line in self.header]
        for row in self.rows:
            parts += [row.label, *(line.text for line in row.lines)]
        parts += [line.text for block in self.annex for line in lines_of(block)]
        return "\n".join(parts)


def _side_by_side(cells: tuple[Cell, ...]) -> Cell:
    """The lines of cells in a row: those on one level as one line from left to right, parted by wide blanks."""
    if len(cells) == 1:
        return cells[0]
    levels: list[list[Line]] = []
    for line in (line for cell in cells for line in cell):
        level = next((level for level in levels if _is_level(level[0], line)), None)
        if level is None:
            levels.append([line])
        else:
            level.append(line)
    return tuple(_joined(level) for level in levels)


def _is_level(one: Line, other: Line) -> bool:
    if one.box is None or other.box is None or one.box.page != other.box.page:
        return False
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared > (one.box.bottom - one.box.top) / 2


def _joined(level: list[Line]) -> Line:
    if len(level) == 1:
        return level[0]
    level = sorted(level, key=lambda line: line.box.x0 if line.box else 0.0)
    boxes = [line.box for line in level if line.box]
    text = WIDE.join(line.text for line in level)
    box = Box(
        page=boxes[0].page,
        x0=min(box.x0 for box in boxes),
        top=min(box.top for box in boxes),
        x1=max(box.x1 for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )
    bold = len(text) if all(line.is_bold for line in level) else 0
    return Line(text=text, page=level[0].page, box=box, bold=bold, is_paragraph=True)


def lines_of(block: Block) -> Cell:
    """All lines of a block in reading order."""
    if isinstance(block, Line):
        return (block,)
    return (*block.first, *(line for cells in block.rest for cell in cells for line in cell))


def label_of(block: Block) -> str:
    """The text of a row's first cell without white space; empty for a free line."""
    return "" if isinstance(block, Line) else "".join("".join(line.text for line in block.first).split())


def assemble(blocks: tuple[Block, ...], is_label: Callable[[str], bool], page_count: int | None = None) -> Form:
    """Blocks as a Form: known labels open rows; what stands under an empty or unknown first cell continues one.

    A label that a page break cut in two is one. What follows the last known label's row is the annex.
    """
    parted = tuple(part for block in blocks for part in _parted(block, is_label))
    blocks = _handed_on(_mended(parted, is_label), is_label)
    known = [i for i, block in enumerate(blocks) if is_label(label_of(block))]
    if not known:
        header = tuple(line for block in blocks for line in lines_of(block))
        return Form(header=header, rows=(), annex=(), page_count=page_count)
    start, end = known[0], known[-1] + 1
    while end < len(blocks) and _continues(blocks[end]):
        end += 1
    rows: list[Row] = []
    for block in blocks[start:end]:
        label = label_of(block)
        if isinstance(block, TableRow) and (is_label(label) or looks_like_label(block, label)):
            rows.append(Row(label=label, grid=block.rest))
        else:
            rows[-1] = replace(rows[-1], grid=rows[-1].grid + _grid(block))
    header = tuple(line for block in blocks[:start] for line in lines_of(block))
    return Form(header=header, rows=tuple(rows), annex=blocks[end:], page_count=page_count)


def looks_like_label(block: TableRow, label: str) -> bool:
    """An unknown label: short Han text without sentence marks, alone in the label's column beside one value."""
    short = len(label) in _LABEL_LENGTHS and not set(label) & set("，。；？：:、0123456789")
    return short and len(block.rest) == 1 and len(block.rest[0]) == 1 and all("一" <= c <= "鿿" for c in label[:2])


def _grid(block: Block) -> Grid:
    if isinstance(block, Line):
        return (((block,),),)
    head = block.rest[0] if block.rest else ()
    return ((block.first, *head), *block.rest[1:]) if block.first else block.rest


def _continues(block: Block) -> bool:
    """Whether a block after the last label still belongs to it: the label's cell is there and empty."""
    return isinstance(block, TableRow) and not block.first


def _parted(block: Block, is_label: Callable[[str], bool]) -> tuple[Block, ...]:
    """A row of several labels with their values, 时间 | … | 地点 | …, as a row for each; else the block itself."""
    cells = (block.first, *block.rest[0]) if isinstance(block, TableRow) and len(block.rest) == 1 else ()
    names = ["".join("".join(line.text for line in cell).split()) for cell in cells]
    if len(cells) < 4 or len(cells) % 2 or not all(map(is_label, names[::2])) or any(map(is_label, names[1::2])):  # noqa: PLR2004
        return (block,)
    return tuple(TableRow(first=name, rest=((value,),)) for name, value in zip(cells[::2], cells[1::2], strict=True))


def _mended(blocks: tuple[Block, ...], is_label: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks with labels joined that a page break cut in two."""
    done: list[Block] = []
    last: int | None = None  # where the last labelled row stands in `done`
    for block in blocks:
        half = label_of(block)
        if isinstance(block, TableRow) and half:
            above = done[last] if last is not None else None
            if isinstance(above, TableRow) and last is not None and _halves(label_of(above), half, is_label):
                done[last] = replace(above, first=above.first + block.first)
                block = replace(block, first=())  # noqa: PLW2901 - the half went to its label
            else:
                last = len(done)
        done.append(block)
    return tuple(done)


def _handed_on(blocks: tuple[Block, ...], is_label: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks with a row that ends a page without a label joined to the next page's first, which bears it.

    A label that stands in the middle of a row over two pages is drawn on one of them.
    """
    done = list(blocks)
    for i in range(1, len(done) - 1):
        above, row, below = done[i - 1 : i + 2]
        if not isinstance(above, TableRow) or not isinstance(row, TableRow) or not isinstance(below, TableRow):
            continue
        pages = [_page(block) for block in (above, row, below)]
        is_between = is_label(label_of(above)) and is_label(label_of(below))
        if not row.first and is_between and pages[0] == pages[1] != pages[2]:
            done[i] = TableRow(first=())
            done[i + 1] = replace(below, rest=row.rest + below.rest)
    return tuple(block for block in done if isinstance(block, Line) or block.first or block.rest)


def _page(block: Block) -> int | None:
    return next((line.page for line in lines_of(block)), None)


def _halves(upper: str, lower: str, is_label: Callable[[str], bool]) -> bool:
    """Whether two first cells are one label: known together, and not both known apart."""
    apart = is_label(upper) and is_label(lower)
    return len(lower) <= _LABEL_REST and is_label(upper + lower) and not apart
