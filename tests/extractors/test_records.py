"""Records: every class is frozen, slotted and keyword-only, and so are the rows of the walk's vocabulary."""

import dataclasses
import inspect
import typing
from datetime import date, datetime, time

import pytest

from extractors import listing, records
from extractors.readers import form

RECORDS = [one for _, one in inspect.getmembers(records, dataclasses.is_dataclass)]
OTHERS = [
    one
    for module in (listing, form)
    for _, one in inspect.getmembers(module, dataclasses.is_dataclass)
    if one.__module__ == module.__name__
]
COLUMNS = (str, int, float, bool, date, datetime, time)


@pytest.mark.parametrize("one", [*RECORDS, *OTHERS], ids=lambda one: one.__name__)
def test_a_record_is_frozen_slotted_and_keyword_only(one: type) -> None:
    assert one.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(one)
    assert all(field.kw_only for field in dataclasses.fields(one))


@pytest.mark.parametrize("one", RECORDS, ids=lambda one: one.__name__)
def test_a_record_s_fields_are_of_column_types_and_mandatory(one: type) -> None:
    hints = typing.get_type_hints(one)
    kinds = {kind for hint in hints.values() for kind in (typing.get_args(hint) or (hint,)) if kind is not type(None)}
    assert kinds <= set(COLUMNS)
    assert [field.name for field in dataclasses.fields(one) if field.default is not dataclasses.MISSING] == []


@pytest.mark.parametrize("one", RECORDS, ids=lambda one: one.__name__)
def test_names_say_their_kind(one: type) -> None:
    hints = typing.get_type_hints(one)
    kinds = {
        name: {kind for kind in typing.get_args(hint) or (hint,) if kind is not type(None)}
        for name, hint in hints.items()
    }
    assert {name for name in kinds if name.endswith(("_id", "_code", "_name", "_no")) and kinds[name] != {str}} == set()
    assert {name for name in kinds if name.endswith("_on") and kinds[name] != {date}} == set()
    assert {name for name in kinds if name.endswith("_at") and kinds[name] != {datetime}} == set()
    assert {name for name in kinds if kinds[name] == {date} and not name.endswith("_on")} <= {
        "day",
        "valid_from",
        "valid_to",
    }
