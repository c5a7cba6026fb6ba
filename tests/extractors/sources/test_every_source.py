"""Laws over all sources: documented in both languages with evidence, short, named as their file, pure."""

import importlib
import pkgutil
import re
from datetime import UTC, date, datetime
from types import ModuleType

import pytest

import extractors.sources
from extractors.errors import ListingError
from extractors.listing import Source, Window
from extractors.sources import SOURCES

MODULES = [importlib.import_module(f"extractors.sources.{one.name}") for one in pkgutil.iter_modules(extractors.sources.__path__)]  # fmt: skip
LONGER = {"sse", "bse"}  # feeds in HTML or JSONP
BOTH = [one for one in MODULES if hasattr(one, "SOURCE")]
SEEN = datetime(2026, 3, 11, tzinfo=UTC)
DAY = Window(start=date(2026, 3, 10), end=date(2026, 3, 10))


def test_all_sources_are_found() -> None:
    assert {one.SOURCE.name for one in BOTH} >= set(SOURCES)
    assert len(BOTH) >= len(SOURCES) + 2


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__.rpartition(".")[2])
def test_a_source_says_its_name_in_both_languages_and_its_caveats_with_their_evidence(module: ModuleType) -> None:
    told = module.__doc__ or ""
    first, _, caveats = told.partition("Caveats:")
    assert re.search(r"[\u4e00-\u9fff]", first)
    assert re.search(r"[a-z]{3}", first)
    assert re.search(r"\[(?:2\+|1|1u|X|inf)\]", caveats)


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__.rpartition(".")[2])
def test_a_source_is_short(module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]
    lines = len((module.__loader__.get_source(module.__name__) or "").splitlines())  # type: ignore[union-attr]
    assert lines <= (150 if name in LONGER else 80)


@pytest.mark.parametrize("module", BOTH, ids=lambda one: one.SOURCE.name)
def test_a_source_is_named_as_its_file_and_asks_alike_for_the_same(module: ModuleType) -> None:
    source: Source = module.SOURCE
    assert source.name == module.__name__.rpartition(".")[2]
    assert len({one.name for one in source.partitions}) == len(source.partitions) > 0
    assert source.page_limit * source.page_size < 3000 or source.is_feed or source.page_limit == 1 or source.most_days
    for partition in source.partitions:
        first, again, second = (source.request(partition, DAY, page) for page in (1, 1, 2))
        assert first == again
        assert first.address.startswith("https://")
        assert first != second or source.page_limit == 1


@pytest.mark.parametrize("module", BOTH, ids=lambda one: one.SOURCE.name)
@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff",
        b"%PDF-1.7",
        b"busy",
        b"<html><body><script>x()</script></body></html>",
        b'{"error": "no"}',
        b"cb([1])",
    ],
)
def test_what_no_source_promised_is_never_an_empty_page(module: ModuleType, content: bytes) -> None:
    source: Source = module.SOURCE
    for partition in source.partitions:
        with pytest.raises(ListingError):
            source.parse(content, SEEN, partition)
