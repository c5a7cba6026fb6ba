"""Cases of participants in tables: columns of the cell, tables inside it, and lists behind the form."""

from __future__ import annotations

from collections.abc import Iterator

from sample.maker.sheet import Grid, Para, bold
from tests.golden.maker.case import ATTACHMENTS, PARTICIPANTS, Case, house, record
from tests.golden.maker.templates import TONGHAI, YUNHE

_ENTRIES = (
    ("青禾证券", "陆明远"), ("松岭基金", "王诗涵"), ("远岫资产", "赵启明"), ("临溪保险", "周若谷"), ("白石资本", "顾安之"),
    ("海棠私募", "孟书怀"),
)  # fmt: skip
_PAIRED = [house(name, person) for name, person in _ENTRIES]
_NAMED = [house(name) for name, _ in _ENTRIES]
_NUMBERED = tuple((str(number), *entry) for number, entry in enumerate(_ENTRIES, 1))


def cases() -> Iterator[Case]:
    """The cases of this group."""
    yield from _in_columns()
    yield from _in_tables()
    yield from _of_columns_that_differ()
    yield from _behind()


def _in_columns() -> Iterator[Case]:
    left, right = ("\n".join(column) for column in zip(*_ENTRIES, strict=True))
    yield record(
        "columns_of_institutions_and_people",
        TONGHAI,
        {PARTICIPANTS: (_columns(left, right),)},
        {"participants": _PAIRED},
    )
    yield record(
        "columns_of_which_one_wraps", TONGHAI,
        {PARTICIPANTS: (_columns(
            "青禾证券\n \n松岭基金\n远岫资产\n临溪保险",
            "陆明远、何晓棠、周若谷、顾安之、孟书怀、谢知微、汪予安、唐书言\n王诗涵\n赵启明\n方之桐",
        ),)},
        {"participants": [
            house("青禾证券", "陆明远", "何晓棠", "周若谷", "顾安之", "孟书怀", "谢知微", "汪予安", "唐书言"),
            house("松岭基金", "王诗涵"), house("远岫资产", "赵启明"), house("临溪保险", "方之桐"),
        ]},
    )  # fmt: skip


def _in_tables() -> Iterator[Case]:
    for name, rows in (
        ("table_inside_the_cell", (("机构名称", "人员姓名"), *_ENTRIES)),
        ("table_inside_the_cell_without_headings", _ENTRIES),
        ("table_inside_the_cell_numbered", (("序号", "单位名称", "姓名"), *_NUMBERED)),
        ("table_inside_the_cell_of_four_columns", (("单位名称", "人员姓名", "单位名称", "人员姓名"), *_twos())),
    ):
        yield record(name, YUNHE, {PARTICIPANTS: (_table(*rows),)}, {"participants": _PAIRED})
    yield record(
        "table_inside_the_cell_over_two_pages", YUNHE,
        {PARTICIPANTS: (_table(("机构名称", "人员姓名"), *_ENTRIES),)},
        {"participants": _PAIRED, "qa": [(*pair, [2]) for pair in YUNHE.says["qa"]]},  # type: ignore[attr-defined]
        foot=480.0,
    )  # fmt: skip
    rows = (("机构名称", "人员姓名"), ("青禾证券", "陆明远"), ("", "何晓棠"), ("松岭基金", "王诗涵"))
    yield record(
        "institution_once_for_two_rows", YUNHE, {PARTICIPANTS: (_table(*rows),)},
        {"participants": [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")]},
    )  # fmt: skip


def _of_columns_that_differ() -> Iterator[Case]:
    wide = (
        ("序号", "参会机构名称", "参会人员姓名", "职务", "联系方式"),
        ("1", "青禾证券", "陆明远", "研究员", ""),
        ("2", "王诗涵", "松岭基金", "基金经理", ""),
    )
    yield record(
        "table_with_two_cells_exchanged", YUNHE, {PARTICIPANTS: (_table(*wide),)},
        {"participants": [house("青禾证券", "陆明远"), house("松岭基金", "王诗涵")]},
    )  # fmt: skip
    one = (("参会单位及人员",), ("青禾证券 陆明远、何晓棠",), ("松岭基金 王诗涵",))
    yield record(
        "table_of_one_column_of_pairs", YUNHE, {PARTICIPANTS: ("详见附件",)},
        {
            "participants": [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")],
            "participants_note": "详见附件", "participants_in_attachment": True,
        },
        tail=(Para(text=""), bold("附件：参会机构名单"), _table(*one)),
    )  # fmt: skip
    rows = (
        ("序号", "姓名", "职务", "所属单位"),
        ("1", "陆明远", "研究员", "青禾证券"),
        ("2", "王诗涵", "投资经理", "松岭基金"),
    )
    yield record(
        "table_with_a_column_of_titles", YUNHE, {PARTICIPANTS: (_table(*rows),)},
        {"participants": [house("青禾证券", "陆明远"), house("松岭基金", "王诗涵")]},
    )  # fmt: skip


def _behind() -> Iterator[Case]:
    annex = {PARTICIPANTS: ("详见附件",), ATTACHMENTS: ("参会机构名单",)}
    says = {"participants_note": "详见附件", "participants_in_attachment": True, "attachments": "参会机构名单"}
    houses = tuple((name,) for name, _ in _ENTRIES)
    for name, rows, found in (
        ("annex_of_institutions", (("参会单位名称",), *houses), _NAMED),
        (
            "annex_of_numbered_institutions",
            (("序号", "调研单位名称"), *((row[0], row[1]) for row in _NUMBERED)),
            _NAMED,
        ),
        ("annex_of_two_numbered_columns", (("序号", "调研单位名称", "序号", "调研单位名称"), *_doubled()), _NAMED),
        (
            "annex_of_people_before_institutions",
            (("序号", "姓名", "所属单位"), *((n, who, of) for n, of, who in _NUMBERED)),
            _PAIRED,
        ),
        ("annex_of_numbered_pairs", (("序号", "机构名称", "人员姓名"), *_NUMBERED), _PAIRED),
        ("annex_without_headings", _ENTRIES, _PAIRED),
        ("annex_of_three_columns_without_headings", tuple(_threes()), _NAMED),
        ("annex_of_four_columns", (("机构", "姓名", "机构", "姓名"), *_twos()), _PAIRED),
    ):
        tail = (Para(text=""), bold("附件：参会机构名单"), _table(*rows))
        yield record(name, YUNHE, annex, {**says, "participants": found}, tail=tail)
    plain = [Para(text=""), bold("参会机构名单：")]
    plain += [
        Para(text=f"{one}{' ' * 40}{two}") for (one, _), (two, _) in zip(_ENTRIES[::2], _ENTRIES[1::2], strict=True)
    ]
    yield record("annex_of_plain_text_in_two_columns", YUNHE, annex, {**says, "participants": _NAMED}, tail=plain)
    tail = (Para(text=""), bold("附件：参会机构名单"), _table(("序号", "机构名称", "人员姓名"), *_NUMBERED))
    yield record("annex_over_two_pages", YUNHE, annex, {**says, "participants": _PAIRED}, tail=tail, foot=200.0)
    note = "青禾证券等6家机构，详见附件清单"
    yield record(
        "annex_behind_a_cell_that_names_one", YUNHE, {**annex, PARTICIPANTS: (note,)},
        {**says, "participants": _PAIRED, "participants_note": note, "participants_stated": 6}, tail=tail,
    )  # fmt: skip
    yield record(
        "annex_that_is_no_part_of_the_file", YUNHE, annex, {**says, "participants": [], "participants_in_attachment": False}
    )  # fmt: skip


def _columns(left: str, right: str) -> Grid:
    return Grid(rows=((left, right),), shares=(0.4, 0.6), ruled="column")


def _table(*rows: tuple[str, ...]) -> Grid:
    width = len(rows[0])
    return Grid(rows=rows, shares=(1 / width,) * width)


def _twos() -> Iterator[tuple[str, ...]]:
    yield from ((*one, *two) for one, two in zip(_ENTRIES[::2], _ENTRIES[1::2], strict=True))


def _threes() -> Iterator[tuple[str, ...]]:
    names = [name for name, _ in _ENTRIES]
    yield from (tuple(names[at : at + 3]) for at in range(0, len(names), 3))


def _doubled() -> Iterator[tuple[str, ...]]:
    yield from ((*one[:2], *two[:2]) for one, two in zip(_NUMBERED[::2], _NUMBERED[1::2], strict=True))
