"""Words of a host's cell: positions, departments, names, and what names nobody."""

import pytest

from extractors.fields.post import is_name, is_nobody, is_post, without_company, words_of


@pytest.mark.parametrize(
    "text", ["董事长", "证券部", "董事会办公室", "研发中心", "联合创始人", "投资者关系", "首席技术官", "IR"]
)
def test_positions_and_departments(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize("text", ["江明远", "虚构股份", "现场", "线上", "Li Ming"])
def test_what_is_no_position(text: str) -> None:
    assert not is_post(text)


@pytest.mark.parametrize("text", ["江明远", "欧阳建国", "买买提·艾力", "Li Ming", "John O'Neil", "某先生"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["董事长", "虚构证券", "证券部", "CEO", "IR", "工作人员", "现场"])
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", ["全体人员", "董事长", "相关人员", "管理团队"])
def test_what_names_nobody(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("总裁 Michael Zhang", ["总裁", "Michael Zhang"]),
        ("CEO Kevin Lee", ["CEO", "Kevin Lee"]),
        ("Dr. David Chen", ["David Chen"]),
        ("证券部 柳青 周晓", ["证券部", "柳青", "周晓"]),
        ("", []),
    ],
)
def test_words_between_blanks(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("title", "expected"),
    [("虚构股份董事长", "董事长"), ("虚构股份", "虚构股份"), ("董事长", "董事长"), ("", None)],
)
def test_the_company_is_no_part_of_a_title(title: str, expected: str | None) -> None:
    assert without_company(title, ("虚构股份",)) == expected
