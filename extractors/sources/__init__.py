"""Sources: one small file an exchange's listing."""

from extractors.listing import Source
from extractors.sources import cninfo

SOURCES: dict[str, Source] = {source.name: source for source in (cninfo.SOURCE,)}
