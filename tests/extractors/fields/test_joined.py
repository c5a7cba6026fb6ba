"""Words between two people, and between the posts of one."""

import pytest

from extractors.fields.joined import apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副总经理李琦及董事会秘书王诚", "副总经理李琦、董事会秘书王诚"),
        ("副总经理李琦以及董事会秘书王诚", "副总经理李琦、、董事会秘书王诚"),
        ("董事长李琦和总经理王诚与董秘张明远", "董事长李琦、总经理王诚、董秘张明远"),
        ("副总经理李琦及王诚", "副总经理李琦、王诚"),
        ("李琦和总经理王诚", "李琦、总经理王诚"),
        ("董事长李琦及副总经理、董秘王诚", "董事长李琦、副总经理、董秘王诚"),
        ("董事及总经理李琦", "董事及总经理李琦"),
        ("董事会秘书和财务总监王诚", "董事会秘书和财务总监王诚"),
        ("董事会秘书王和平与证券事务代表李及第", "董事会秘书王和平、证券事务代表李及第"),
        ("董事会秘书王诚及证券部相关人员", "董事会秘书王诚及证券部相关人员"),
        ("", ""),
    ],
)
def test_people_are_parted_and_posts_are_not(text: str, expected: str) -> None:
    assert apart(text) == expected
