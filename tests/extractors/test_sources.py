"""All sources by name: what announces and what is held against it stand apart, and partitions are found by name."""

import pytest

from extractors.sources import ALL, REFERENCES, SOURCES, partition_of, sse


def test_references_announce_nothing_and_stand_apart() -> None:
    assert list(SOURCES) == ["cninfo", "cninfo_fulltext", "irm", "sse", "bse"]
    assert set(ALL) == set(SOURCES) | set(REFERENCES)
    assert not set(SOURCES) & set(REFERENCES)


@pytest.mark.parametrize("source", ALL)
def test_a_partition_is_found_by_its_name(source: str) -> None:
    for partition in ALL[source].partitions:
        assert partition_of(source, partition.name) == partition


def test_a_company_s_feed_is_made_of_its_name() -> None:
    own = sse.company("603999", "333127")
    assert partition_of("sse", own.name) == own
