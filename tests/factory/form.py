"""A made activity record: its labels and values, for documents of every format."""

from collections.abc import Mapping

HEADER = ("证券代码：300999 证券简称：虚构股份 编号：2026-003", "虚构科技股份有限公司", "投资者关系活动记录表")
CATEGORIES = ("特定对象调研", "分析师会议", "媒体采访", "业绩说明会", "新闻发布会", "路演活动", "现场参观", "其他")
PAIRS = (
    ("公司今年的订单情况如何？", "公司订单充足，生产经营正常。"),
    ("毛利率为什么下降？", "主要是产品结构变化所致。"),
    ("海外业务的进展怎么样？", "海外子公司已经投产。"),
)


def boxes(*ticked: str, tick: str = "☑", empty: str = "□") -> str:
    """The options of the form with their boxes."""
    return " ".join(f"{tick if option in ticked else empty}{option}" for option in CATEGORIES)


def questions(question: str = "{}、", answer: str = "答：") -> tuple[str, ...]:
    """The pairs as paragraphs; {} is the running number."""
    return tuple(
        text
        for number, (asked, told) in enumerate(PAIRS, 1)
        for text in (question.format(number) + asked, answer.format(number) + told)
    )


VALUES: Mapping[str, tuple[str, ...]] = {
    "投资者关系活动类别": (boxes("特定对象调研", "现场参观"),),
    "参与单位名称及人员姓名": ("虚构证券：李琦、王诚；假设基金：张明远",),
    "时间": ("2026年3月10日 15:00-16:30",),
    "地点": ("公司会议室",),
    "上市公司接待人员姓名": ("董事长周舟先生、董事会秘书吴越女士",),
    "投资者关系活动主要内容介绍": questions(),
    "附件清单（如有）": ("无",),
    "日期": ("2026年3月11日",),
}


def values(**changed: tuple[str, ...] | None) -> dict[str, tuple[str, ...]]:
    """The form's rows with some of them changed, added or (None) left out."""
    merged = {**VALUES, **changed}
    return {label: lines for label, lines in merged.items() if lines is not None}
