"""Fixtures of all tests: the folder of real records and recorded answers, where it lies beside the project."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real records, labels and recorded answers; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real records and recorded answers (../shared) are not here")
    return SHARED
