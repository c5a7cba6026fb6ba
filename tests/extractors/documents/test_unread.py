"""What a form's reading left open, as failures of their own."""

from extractors.documents.unread import failures
from extractors.fields.category import Categories


def test_nothing_left_open() -> None:
    assert list(failures("d", (), Categories(("其他",), None, ()))) == []
    assert list(failures("d", (), None)) == []


def test_labels_ticks_and_a_choice_not_made_are_counted_through() -> None:
    found = list(failures("d", ("甲", "乙"), Categories((), None, ("\uf0ab",))))
    assert [(one.ordinal, one.error, one.label) for one in found] == [
        (1, "UnknownLabel", "甲"), (2, "UnknownLabel", "乙"), (3, "UnknownTick", "category"), (4, "NoTick", "category"),
    ]  # fmt: skip
    assert {(one.document_id, one.stage) for one in found} == {("d", "label")}
    assert "U+F0AB" in found[2].detail


def test_hours_without_a_date_are_said() -> None:
    (one,) = failures("d", (), None, "近日")
    assert (one.error, one.label) == ("NoDate", "sessions")
    assert "近日" in one.detail
