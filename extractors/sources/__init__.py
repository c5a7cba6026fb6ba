"""Sources: one small file an exchange's listing; references announce nothing, listings are held against them.

`sse_company` tells the numbers that `sse.company` asks feeds by; `hisannouncement` is what cninfo's two tabs share.
"""

from extractors.listing import Partition, Source
from extractors.sources import bse, cninfo, cninfo_fulltext, company, eastmoney, irm, sse, sse_company

SOURCES: dict[str, Source] = {
    source.name: source for source in (cninfo.SOURCE, cninfo_fulltext.SOURCE, irm.SOURCE, sse.SOURCE, bse.SOURCE)
}
REFERENCES: dict[str, Source] = {
    source.name: source for source in (company.SOURCE, sse_company.SOURCE, eastmoney.SOURCE)
}
ALL: dict[str, Source] = SOURCES | REFERENCES


def partition_of(source: str, name: str) -> Partition:
    """A source's partition by its name: one of its own, or a company's feed."""
    found = next((one for one in ALL[source].partitions if one.name == name), None)
    return found or sse.company(*name.split("-"))
