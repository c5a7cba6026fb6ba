"""Errors of listings."""

from extractors import errors


def test_a_count_that_does_not_fit_names_both_sides() -> None:
    told = str(errors.CountMismatch(source="made", promised=5, listed=4))
    assert "made" in told
    assert "5" in told
    assert "4" in told
