"""Whether the extra is installed is told without importing it, and files with text import none of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from extractors import reading
from extractors.readers.pdf import ocr
from extractors.records import ParseFailure
from tests.factory.pdf import Sheet

CASE = Path(__file__).parents[3] / "golden/marked_wen_and_da/input.pdf"


@pytest.fixture(autouse=True)
def _looked_up_anew() -> Iterator[None]:
    ocr.is_installed.cache_clear()
    yield
    ocr.is_installed.cache_clear()


@pytest.mark.parametrize("lacking", [None, *ocr._NEEDED])
def test_all_packages_are_needed(monkeypatch: pytest.MonkeyPatch, lacking: str | None) -> None:
    def version(name: str) -> str:
        if name == lacking:
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(ocr, "version", version)
    assert ocr.is_installed() is (lacking is None)
    assert bool(reading.curable()) is (lacking is None)


def test_a_scan_without_the_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_NEEDED", ("no-such-package",))
    sheet = Sheet()
    sheet.bar(50, 50, 500, 700, grey=0.5)
    found = reading.read(sheet.content())
    assert [(row.error, "jiyao[ocr]" in row.detail) for row in found.records if isinstance(row, ParseFailure)] == [
        ("NeedsOcr", True)
    ]
    assert found.unseen == 1


def test_a_file_with_text_imports_nothing_of_the_extra() -> None:
    program = (
        "import sys; from pathlib import Path; from extractors import reading;"
        f"found = reading.read(Path({str(CASE)!r}).read_bytes());"
        "print(found.document.reader.split()[0], {'cv2', 'numpy', 'rapidocr', 'onnxruntime'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 - this interpreter
    assert done.stdout == "pdf set()\n"
