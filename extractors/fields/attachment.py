"""附件清单: what the form names as its annexes."""

from __future__ import annotations

import re

_NONE = re.compile(r"[无/\\—\-－.。、\s不适用]*")


def names_any(text: str) -> bool:
    """Whether the cell names an annex at all.

    >>> names_any("无"), names_any("不适用。"), names_any("附件：演示文稿")
    (False, False, True)
    """
    return not _NONE.fullmatch(text)
