"""Records of the register of institutions: frozen, with a key that tells one row from another."""

from dataclasses import FrozenInstanceError

import pytest

from extractors.institutions import Institution, InstitutionAlias, InstitutionName, InstitutionShared
from tests.factory.rows import make


@pytest.mark.parametrize("kind", [Institution, InstitutionAlias, InstitutionName, InstitutionShared])
def test_a_row_of_the_register_is_a_value(kind: type) -> None:
    assert len({make(kind), make(kind)}) == 1
    with pytest.raises(FrozenInstanceError):
        make(kind).institution_id = "another"


def test_a_name_that_nobody_bears_has_no_institution() -> None:
    found = make(InstitutionName, printed="某某", institution_id=None, rule="unresolved", alias=None)
    assert (found.institution_id, found.rule, found.alias) == (None, "unresolved", None)
