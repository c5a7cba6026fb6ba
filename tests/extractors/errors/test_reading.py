"""Errors of files."""

from extractors import errors


def test_labels_of_what_is_no_record_are_named() -> None:
    assert "content、hosts" in str(errors.NotARecord(title="年报", labels=("content", "hosts")))
    assert "none" in str(errors.NotARecord(title="年报", labels=()))
