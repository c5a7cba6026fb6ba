"""Cells from ruling lines: plain grids, merged cells, open ends, neighbours, and lines that enclose nothing."""

from extractors.readers.pdf.cells import Table, tables
from extractors.readers.pdf.rules import Rule


def rule(at: float, start: float, end: float) -> Rule:
    """A rule in one piece."""
    return Rule(at, ((start, end),))


def one(across: list[Rule], along: list[Rule]) -> Table:
    """The only table."""
    (table,) = tables(tuple(across), tuple(along))
    return table


GRID = ([rule(y, 60, 540) for y in (100, 200, 300)], [rule(x, 100, 300) for x in (60, 180, 540)])


def test_a_grid_of_four_cells() -> None:
    table = one(*GRID)
    cells = [table.cell_at(x, y) for y in (150, 250) for x in (100, 300)]
    assert len(set(cells)) == 4
    assert (table.cell_at(50, 150), table.cell_at(100, 320), table.cell_at(600, 150)) == (None, None, None)
    assert sorted(table.bounds().values()) == [(60, 100, 180), (60, 200, 180), (180, 100, 540), (180, 200, 540)]


def test_a_cell_merged_across() -> None:
    table = one(GRID[0], [rule(60, 100, 300), rule(180, 200, 300), rule(540, 100, 300)])
    assert table.cell_at(100, 150) == table.cell_at(300, 150)
    assert table.cell_at(100, 250) != table.cell_at(300, 250)


def test_a_cell_merged_downwards() -> None:
    table = one([rule(100, 60, 540), rule(200, 180, 540), rule(300, 60, 540)], GRID[1])
    assert table.cell_at(100, 150) == table.cell_at(100, 250)
    assert table.cell_at(300, 150) != table.cell_at(300, 250)


def test_a_nested_grid() -> None:
    table = one([*GRID[0], rule(150, 180, 540)], [*GRID[1], rule(360, 100, 200)])
    cells = {table.cell_at(x, y) for x in (250, 450) for y in (120, 180)}
    assert len(cells) == 4
    assert table.cell_at(100, 120) == table.cell_at(100, 180)


def test_a_table_that_a_page_break_leaves_open() -> None:
    table = one([rule(100, 60, 540)], [rule(x, 100, 700) for x in (60, 180, 540)])
    assert (table.ys, table.xs) == ((100, 700), (60, 180, 540))
    assert table.cell_at(100, 400) != table.cell_at(300, 400)


def test_uprights_alone_are_columns() -> None:
    assert one([], [rule(x, 100, 700) for x in (60, 180, 540)]).xs == (60, 180, 540)


def test_a_table_without_outer_borders() -> None:
    table = one([rule(y, 60, 540) for y in (100, 200, 300)], [rule(180, 100, 300)])
    assert table.xs == (60, 180, 540)
    assert len({table.cell_at(x, y) for x in (100, 300) for y in (150, 250)}) == 4


def test_two_tables_from_top_to_bottom() -> None:
    lower = ([rule(y, 60, 540) for y in (500, 600)], [rule(x, 500, 600) for x in (60, 540)])
    found = tables((*GRID[0], *lower[0]), (*lower[1], *GRID[1]))
    assert [table.ys[0] for table in found] == [100, 500]


def test_lines_that_enclose_nothing() -> None:
    assert tables((rule(100, 60, 540),), ()) == ()
    assert tables((), ()) == ()
    assert tables((), (rule(60, 100, 105),)) == ()


def test_rules_that_almost_meet_are_one_table() -> None:
    table = one([rule(y, 62, 538) for y in (100, 300)], [rule(x, 102, 298) for x in (60, 540)])
    assert (round(table.xs[0]), round(table.xs[-1]), table.cell_at(300, 200) is not None) == (60, 540, True)
