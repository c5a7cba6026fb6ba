"""Whether the optional extra `ocr` is installed; looked up without importing it, which takes a second."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

_NEEDED = ("rapidocr", "onnxruntime", "opencv-python-headless", "numpy")


@cache
def is_installed() -> bool:
    """Whether scans can be read here."""
    try:
        return all(version(name) for name in _NEEDED)
    except PackageNotFoundError:
        return False
