"""A reader that ends its process on one file, hangs on another, and asks for too much memory on a third."""

from __future__ import annotations

import os
import time
from pathlib import Path

from extractors import reading


def read(path: Path) -> reading.Reading:
    """Read a file, unless its name says what to do instead."""
    if "crash" in path.name:
        os._exit(3)
    if "hang" in path.name:
        time.sleep(60)
    if "large" in path.name:
        bytearray(3 * 1024**3)
    return reading.read(path.read_bytes())
