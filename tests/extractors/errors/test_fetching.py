"""Errors of the network."""

from datetime import UTC, datetime

from extractors import errors


def test_a_fetch_error_can_tell_its_instant() -> None:
    error = errors.NoResponse(address="http://a.example", reason="ReadTimeout")
    assert error.at is None
    error.at = datetime(2026, 3, 10, tzinfo=UTC)
    assert error.at.year == 2026


def test_a_host_that_rests_says_so() -> None:
    assert "rests after 10 failures" in str(errors.HostResting(host="a.example", failures=10))
