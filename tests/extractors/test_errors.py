"""The tree of errors: each is drawn, says when it is raised, keeps its facts and tells what to do."""

import inspect
from datetime import date

import pytest

from extractors import errors
from extractors.errors import ExtractorError

CLASSES = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, ExtractorError)]
FACTS: dict[str, dict[str, object]] = {
    "HostRefused": {"address": "http://a.example", "reason": "the host is not on the list"},
    "HostUnknown": {"host": "a.example", "reason": "Name or service not known"},
    "HostResting": {"host": "a.example", "failures": 10},
    "TooLarge": {"address": "http://a.example", "limit": 5},
    "BadStatus": {"address": "http://a.example", "status": 404, "content": b"gone", "headers": {"server": "x"}},
    "NoResponse": {"address": "http://a.example", "reason": "ReadTimeout"},
    "KeptFailure": {"reason": "BadStatus: http://a.example: status 404"},
    "BadHostMap": {"entry": "a"},
    "ContractBroken": {"source": "made", "missing": "field total"},
    "FilterIgnored": {"source": "made", "asked": "2026-03-10~2026-03-10", "got": "a row of 2020-01-01"},
    "PageRepeated": {"source": "made", "page": 3},
    "CountMismatch": {"source": "made", "promised": 5, "listed": 4},
    "MiddlePageEmpty": {"source": "made", "page": 2},
    "PartitionTooLarge": {"source": "made", "pages": 120, "limit": 90},
    "RequestRefused": {"source": "made", "said": "系统繁忙"},
    "FeedEnded": {"source": "made", "page": 4, "reached": date(2026, 3, 10)},
    "NotADocument": {"found": "an empty file"},
    "NeedsOcr": {"pages": 7},
    "OcrFailed": {"detail": "no model"},
    "NothingSeen": {"pages": 7},
    "ConverterMissing": {},
    "Encrypted": {},
    "Damaged": {"detail": "no cross-reference table"},
    "TooManyPages": {"pages": 3000, "limit": 2000},
    "RowsUnclear": {"label": "时间"},
    "ReaderStopped": {"reason": "time"},
    "ReaderFailed": {"detail": "IndexError: list index out of range"},
    "NotARecord": {"title": "年度报告", "labels": ("content", "hosts")},
}
LEAVES = [one for one in CLASSES if not one.__subclasses__()]


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.__name__)
def test_an_error_says_when_it_is_raised_and_is_drawn(one: type[ExtractorError]) -> None:
    assert (one.__doc__ or "").startswith("Raised when")
    assert one.__name__ in (errors.__doc__ or "")


def test_every_error_that_is_raised_has_its_facts_here() -> None:
    assert {one.__name__ for one in LEAVES} == set(FACTS)


@pytest.mark.parametrize("one", LEAVES, ids=lambda one: one.__name__)
def test_facts_are_attributes_and_stand_in_the_message(one: type[ExtractorError]) -> None:
    facts = FACTS[one.__name__]
    error = one(**facts)
    assert {name: getattr(error, name) for name in facts} == facts
    told = [str(fact) for fact in facts.values() if isinstance(fact, str | int)]
    assert [fact for fact in told if fact not in str(error)] == []
    assert str(error)


@pytest.mark.parametrize("one", LEAVES, ids=lambda one: one.__name__)
def test_an_error_belongs_to_one_branch(one: type[ExtractorError]) -> None:
    branches = [errors.FetchError, errors.ListingError, errors.ReadError, errors.ParseError]
    assert [issubclass(one, branch) for branch in branches].count(True) == 1
