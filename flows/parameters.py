"""What flows are asked with, typed so that Prefect's form offers and checks it; the helps stand in the flows."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from flows.errors import UnknownCompany

CODE = r"^[0-9]{6}$"

Source = Literal["all", "cninfo", "cninfo_fulltext", "irm", "sse", "bse"]
Code = Annotated[str, Field(pattern=CODE, examples=["300418"])]
Days = Annotated[int, Field(ge=1, le=3660)]
Limit = Annotated[int, Field(ge=1)]


def checked(code: str) -> str:
    """The code; raises UnknownCompany where it is not six digits."""
    if not re.fullmatch(CODE, code):
        raise UnknownCompany(code=code)
    return code


def named(source: Source) -> str:
    """A source's name as the line takes it: empty for all.

    >>> named("all"), named("irm")
    ('', 'irm')
    """
    return "" if source == "all" else source
