"""Who speaks: visitors, the company's people, the host."""

import pytest

from extractors.fields import speaker


@pytest.mark.parametrize(
    ("text", "said"), [("投资者：甲", "甲"), ("投资者1：甲", "甲"), ("网友：甲", "甲"), ("公司：甲", None)]
)
def test_what_a_visitor_says(text: str, said: str | None) -> None:
    end = speaker.asks(text)
    assert (text[end:] if end else None) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("公司：甲", "甲"),
        ("董秘：甲", "甲"),
        ("李总：甲", "甲"),
        ("管理层：甲", "甲"),
        ("客户：甲", None),
        ("公司产品：甲", None),
    ],
)
def test_what_the_company_says(text: str, said: str | None) -> None:
    end = speaker.tells(text)
    assert (text[end:] if end else None) == said


@pytest.mark.parametrize(
    "label",
    [
        "董事长张立", "董事长、总经理张立先生", "公司董事会秘书王敏女士", "财务总监王芳", "张立（董事长）", "王敏女士", "李总", "CFO",
        "证券事务代表", "独立董事李明", "管理层", "回答人",
    ],
)  # fmt: skip
def test_the_company_s_people_by_title_and_name(label: str) -> None:
    text = f"{label}：公司订单充足，生产经营正常。"
    end = speaker.tells(text)
    assert end is not None
    assert text[end:] == "公司订单充足，生产经营正常。"
    assert speaker.asks(text) is None


@pytest.mark.parametrize(
    "label",
    ["投资者A", "投资者一", "网友", "线上投资者2", "投资者张先生", "青禾证券分析师", "某私募机构", "松岭证券 陆明远", "提问人", "个人投资者"],
)  # fmt: skip
def test_visitors_by_kind_house_and_name(label: str) -> None:
    text = f"{label}：订单情况如何？"
    end = speaker.asks(text)
    assert end is not None
    assert text[end:] == "订单情况如何？"
    assert speaker.tells(text) is None


@pytest.mark.parametrize(
    "text", ["董事长：张立", "总经理：李卫东先生", "产品研发：进展顺利", "海外市场：增长", "2023年投资者：甲"]
)
def test_names_in_lists_and_topics_speak_nothing(text: str) -> None:
    assert (speaker.tells(text), speaker.asks(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "leads"),
    [("主持人：欢迎", True), ("主持人王磊先生：欢迎", True), ("主持人（董秘）：欢迎", True), ("公司：好", False), ("主持人欢迎大家", False)],
)  # fmt: skip
def test_the_host_leads(text: str, leads: bool) -> None:
    assert (speaker.hosts(text) is not None) == leads


@pytest.mark.parametrize(("text", "name"), [("王小明：好", "王小明"), ("王：好", None), ("公司的产品情况：好", None)])
def test_a_name_alone(text: str, name: str | None) -> None:
    assert speaker.name(text) == name
