"""One company's part (单家公司) of a source: the same question with the company in it, the same rows in answer.

Caveats: cninfo's `stock` is `code,orgId`; a code without the id gives no rows, a wrong pair may be ignored [2+];
`stockCodes` of 互动易 is "empty or filter" [1], `companyCd` of bse.cn "code or empty" [2+]: that they filter was not
seen. Rows of another code are an error, so that an ignored filter is told; of Beijing's companies, whose rows from
before 2025-10-09 may carry their old code [2+], only rows of another exchange are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from extractors.listing import Partition, Source, exchange_of

MARK = "~"  # between a partition's name and the company in it
_BETWEEN = ","  # a code and its issuer's id
_BY_ISSUER = frozenset({"cninfo", "cninfo_fulltext"})
_HOME = MappingProxyType({"cninfo": "SZSE", "irm": "SZSE"})  # where a partition names no exchange
_FIELDS: Mapping[str, Callable[[str], Mapping[str, str]]] = MappingProxyType({
    "cninfo": lambda key: {"stock": key},
    "cninfo_fulltext": lambda key: {"stock": key},
    "irm": lambda key: {"stockCodes": key},
    "bse": lambda key: {"companyCd": key},
})  # fmt: skip


def parts(source: Source, code: str, org_id: str | None) -> tuple[Partition, ...]:
    """The company's part of each partition of its exchange; none where the source needs the id and it is not known."""
    if source.name in _BY_ISSUER and not org_id:
        return ()
    key = f"{code}{_BETWEEN}{org_id}" if source.name in _BY_ISSUER else code
    own = [one for one in source.partitions if (one.exchange or _HOME.get(source.name)) == exchange_of(code)]
    return tuple(part(source.name, one, key) for one in own)


def part(source: str, whole: Partition, key: str) -> Partition:
    """The part of a partition that the key names: a code, at cninfo with its issuer's id."""
    code = key.partition(_BETWEEN)[0]
    is_held = exchange_of(code) != "BSE"
    return replace(
        whole,
        name=f"{whole.name}{MARK}{key}",
        fields={**whole.fields, **_FIELDS[source](key)},
        security_code=code if is_held else None,
        part_of=whole.name,
    )
