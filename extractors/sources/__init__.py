"""Sources: one small file an exchange's listing; references announce nothing, listings are held against them.

`sse_company` tells the numbers that `sse.company` asks feeds by; `hisannouncement` is what cninfo's two tabs share;
`part` asks a source for one company alone.
"""

from extractors.listing import Partition, Source, exchange_of
from extractors.sources import bse, cninfo, cninfo_fulltext, company, eastmoney, irm, part, sse, sse_company

SOURCES: dict[str, Source] = {
    source.name: source for source in (cninfo.SOURCE, cninfo_fulltext.SOURCE, irm.SOURCE, sse.SOURCE, bse.SOURCE)
}
REFERENCES: dict[str, Source] = {
    source.name: source for source in (company.SOURCE, sse_company.SOURCE, eastmoney.SOURCE)
}
ALL: dict[str, Source] = SOURCES | REFERENCES
LISTS: dict[str, tuple[str, ...]] = {  # which sources list an exchange, its first list first
    "SZSE": ("cninfo", "irm"),
    "SSE": ("sse", "cninfo", "cninfo_fulltext"),
    "BSE": ("cninfo_fulltext", "cninfo", "bse"),
}


def partition_of(source: str, name: str) -> Partition:
    """A source's partition by its name: one of its own, a company's part of one, or a company's feed."""
    whole, is_part, company_key = name.partition(part.MARK)
    found = next((one for one in ALL[source].partitions if one.name == whole), None)
    if found and is_part:
        return part.part(source, found, company_key)
    return found or sse.company(*name.split("-"))


def of_company(source: str, code: str, org_id: str | None, uid: str | None) -> tuple[Partition, ...]:
    """What is asked of a source for one company, by its issuer's id at cninfo and its number at e互动, where known.

    Nothing where the source has no list of the company's exchange, or cannot be asked for it without what is not known.
    """
    if source == "sse":
        return (sse.company(code, uid),) if uid and exchange_of(code) == "SSE" else ()
    return part.parts(SOURCES[source], code, org_id)
