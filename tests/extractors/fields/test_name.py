"""Names: people, institutions and titles told apart by their words."""

import pytest

from extractors.fields import name


@pytest.mark.parametrize(
    "text",
    [
        "李琦",
        "王诚",
        "张明远",
        "欧阳明",
        "诸葛明远",
        "司马青",
        "陈王一诺",
        "李琦先生",
        "王诚女士",
        "艾力·买买提",
        "陳志明",
        "蔣麗",
        "钟离",
        "那木汗",
    ],
)
def test_people(text: str) -> None:
    assert name.is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "中信建投", "易方达基金", "虚构证券", "东方证券", "高毅资产", "董事长", "于投资", "李", "王诚是董秘",
        "证券事务代表", "Zhang San", "", "公司",
        "财联社", "国金", "上海",
    ],
)  # fmt: skip
def test_what_is_no_person(text: str) -> None:
    assert not name.is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "虚构证券", "虚构基金管理有限公司", "虚构资产", "虚构私募", "虚构人寿", "虚构财险", "Fiction Capital",
        "Fiction Asset Management", "FICTION FUNDS LLC",
        "Fiction Advisors", "虚构國際證券", "虚构日报", "财联社", "证券时报", "虚构研究所", "虚构大学",
        "Fiction (HK) Limited", "虚构投顾", "虚构理财子",
    ],
)  # fmt: skip
def test_institutions(text: str) -> None:
    assert name.is_institution(text)


@pytest.mark.parametrize("text", ["李琦", "王诚", "Marley Wu", "李琦先生", "Jane"])
def test_what_is_no_institution(text: str) -> None:
    assert not name.is_institution(text)


@pytest.mark.parametrize(
    "text",
    [
        "董事长",
        "副总经理",
        "财务总监",
        "董事会秘书",
        "证券事务代表",
        "保荐代表人",
        "IR",
        "首席科学家",
        "CFO",
        "研究员",
        "投资总监",
    ],
)
def test_titles(text: str) -> None:
    assert name.is_title(text)


@pytest.mark.parametrize("text", ["李琦", "虚构证券", "FIRST", "IRIS"])
def test_what_is_no_title(text: str) -> None:
    assert not name.is_title(text)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("王 诚", "王诚"),
        ("证券部 王 诚", "证券部 王诚"),
        ("王 诚、李 琦", "王诚、李琦"),
        ("李琦 王诚", "李琦 王诚"),
        ("A B", "A B"),
        ("张 明 远", "张明远"),
    ],
)
def test_spread_names_are_closed(text: str, closed: str) -> None:
    assert name.despread(text) == closed


@pytest.mark.parametrize(
    ("text", "plain"),
    [("李琦先生", "李琦"), ("李琦 女士", "李琦"), ("李琦博士", "李琦"), ("李琦", "李琦"), ("李琦老师", "李琦")],
)
def test_honorifics_are_dropped(text: str, plain: str) -> None:
    assert name.without_honorific(text) == plain


@pytest.mark.parametrize("text", ["李琦", "欧阳明", "陳志明", "于波"])
def test_surnames(text: str) -> None:
    assert name.has_surname(text)


@pytest.mark.parametrize("text", ["虚构", "我们", "", "Wu"])
def test_no_surnames(text: str) -> None:
    assert not name.has_surname(text)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("Jane Wu", True), ("Wu, Jane", False), ("J. Wu", True), ("Jane 吴", False), ("O'Neil", True), ("", False)],
)
def test_latin_names(text: str, is_name: bool) -> None:
    assert name.is_latin(text) == is_name


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Fiction Capital Jane Wu", 2),
        ("Fiction Asset Management Jane", 3),
        ("Fiction Capital", 2),
        ("Fiction House Jane Wu", 2),
        ("Fiction Jane", 1),
    ],
)
def test_where_a_latin_person_begins(words: str, at: int) -> None:
    assert name.latin_split(words.split()) == at


def test_words_between_blanks_and_brackets_whole() -> None:
    assert name.words("虚构银行（Fiction Bank AG） 李琦 王诚") == ["虚构银行（Fiction Bank AG）", "李琦", "王诚"]
    assert name.words("虚构（香港 李琦") == ["虚构（香港", "李琦"]


@pytest.mark.parametrize("text", ["楼晓明", "朴正一", "谌强", "鄢晓", "邝一明", "綦强", "静鹏"])
def test_rarer_surnames(text: str) -> None:
    assert name.is_person(text)
