"""Sources: one small file an exchange's listing; `eastmoney` and `company` announce nothing and stand apart."""

from extractors.listing import Source
from extractors.sources import bse, cninfo, cninfo_fulltext, irm, sse

SOURCES: dict[str, Source] = {
    source.name: source for source in (cninfo.SOURCE, cninfo_fulltext.SOURCE, irm.SOURCE, sse.SOURCE, bse.SOURCE)
}
