"""The root of the errors."""

from extractors import errors
from extractors.errors.base import ExtractorError


def test_every_branch_grows_from_the_root() -> None:
    branches = {one.__name__ for one in ExtractorError.__subclasses__()}
    assert branches == {"FetchError", "ListingError", "ReadError", "ParseError"}
    assert errors.ExtractorError is ExtractorError
