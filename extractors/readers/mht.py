"""MHT (a web page with its pictures in one file, RFC 2557), which Word saves under the name of a DOC: its page."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message

_HEAD = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?MIME-Version:", re.IGNORECASE)
_PAGES = {"text/html", "application/xhtml+xml"}


def is_mht(content: bytes) -> bool:
    """Whether the bytes begin with the head of a message."""
    return _HEAD.match(content[:2048]) is not None


def page(content: bytes) -> bytes:
    """The bytes of the file's first page; empty where it has none."""
    for part in message_from_bytes(content).walk():
        if isinstance(part, Message) and part.get_content_type() in _PAGES:
            decoded = part.get_payload(decode=True)
            return decoded if isinstance(decoded, bytes) else b""
    return b""
