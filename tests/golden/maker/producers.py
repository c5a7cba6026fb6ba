"""Cases of producers and pages: rules, shades, rows and labels broken over pages, headers and footers, radicals."""

from __future__ import annotations

from collections.abc import Iterator

from sample.maker.sheet import Para
from tests.golden.maker.case import (
    ATTACHMENTS,
    CATEGORY,
    CONTENT,
    DAY,
    HOSTS,
    PARTICIPANTS,
    PLACE,
    TIME,
    Case,
    header,
    house,
    qa,
    record,
)
from tests.golden.maker.templates import JINGLAN, TONGHAI, YUNHE

_LONG = (
    "公司的产品覆盖三大系列，包括高速加工中心、柔性产线和检测设备，其中柔性产线在新能源汽车行业的收入占比已经超过一半。"
    "从客户结构看，前五大客户的收入占比由上年的六成下降到五成，抵御单一行业波动的能力有所增强。"
    "从区域看，华东与西南是主要市场，海外收入占比约一成五，东南亚的售后网点已经建成四个，欧洲的代理协议正在洽谈。"
)
_OVER = (
    "问：请介绍一下公司的产品结构和客户结构？", f"答：{_LONG}",
    "问：研发投入主要在哪些方向？", "答：主要在高精度主轴、数控系统和机器视觉三个方向。",
)  # fmt: skip
_OVER_PAIRS = (
    ("请介绍一下公司的产品结构和客户结构？", _LONG, [1, 2]),
    ("研发投入主要在哪些方向？", "主要在高精度主轴、数控系统和机器视觉三个方向。", [2]),
)
_SPREAD = {
    CATEGORY: "投 资 者 关 系 活 动 类 别", PARTICIPANTS: "参 与 单 位 名 称 及 人 员 姓 名", TIME: "时    间",
    PLACE: "地    点", HOSTS: "上 市 公 司 接 待 人 员 姓 名", CONTENT: "投 资 者 关 系 活 动 主 要 内 容 介 绍",
    ATTACHMENTS: "附 件 清 单 （ 如 有 ）", DAY: "日    期",
}  # fmt: skip


def cases() -> Iterator[Case]:
    """The cases of this group."""
    yield record("rules_are_thin_rectangles", YUNHE, is_embedded=True)
    yield record("rules_are_stroked_lines", JINGLAN, look="wps", is_embedded=True)
    yield record("shades_behind_labels_and_lines", YUNHE, look="acrobat", is_embedded=True)
    yield record("rules_are_one_path_of_boxes", TONGHAI, look="dopdf")
    yield record("label_wrapped_over_seven_lines", JINGLAN, look="word_narrow")
    yield record("labels_letter_spaced", TONGHAI, renamed=_SPREAD, look="notice")
    yield from _broken()
    yield from _furniture()
    yield from _characters()


def _broken() -> Iterator[Case]:
    """Rows and labels that a page break cuts."""
    over = {"rows": {CONTENT: _OVER}, "says": {"qa": _OVER_PAIRS}}
    yield record("row_broken_with_a_closing_rule", YUNHE, **over, foot=370.0, is_embedded=True)
    yield record("row_broken_without_a_rule", YUNHE, **over, look="word_open", foot=300.0, is_embedded=True)
    yield record("row_broken_stroked_without_a_rule", YUNHE, **over, look="wps_open", foot=380.0)
    yield record("label_broken_by_the_page_with_a_rule", YUNHE, **over, look="word_narrow", foot=396.0)
    yield record("label_broken_by_the_page_without_a_rule", YUNHE, **over, look="wps_open", foot=428.0)
    yield record(
        "question_broken_by_the_page", YUNHE,
        {CONTENT: (
            "问：请问公司在新能源汽车柔性产线方面的在手订单、交付节奏以及后续的扩产计划分别是怎样安排的，会不会影响现金流？",
            "答：订单按季度均衡交付，扩产以自有资金为主。", "问：分红政策有没有变化？", "答：没有变化。",
        )},
        {"qa": qa(
            ("请问公司在新能源汽车柔性产线方面的在手订单、交付节奏以及后续的扩产计划分别是怎样安排的，会不会影响现金流？",
             "订单按季度均衡交付，扩产以自有资金为主。", [1, 2]),
            ("分红政策有没有变化？", "没有变化。", [2]),
        )},
        foot=410.0,
    )  # fmt: skip


def _furniture() -> Iterator[Case]:
    """What pages repeat, in the middle of an answer."""
    over = {"rows": {CONTENT: _OVER}, "says": {"qa": _OVER_PAIRS}}
    yield record(
        "running_header_in_an_answer", YUNHE, **over, running="云禾智造投资者关系活动记录表（2026年度）", foot=375.0
    )
    yield record("footer_of_words_in_an_answer", YUNHE, **over, look="wps", foot=340.0)
    yield record("footer_of_a_fraction_in_an_answer", YUNHE, **over, look="word_narrow", foot=385.0)
    yield record("page_number_drawn_last_in_an_answer", YUNHE, **over, look="dopdf", foot=385.0)


def _characters() -> Iterator[Case]:
    """Characters that look like others, and blanks that mean nothing."""
    yield record(
        "radicals_instead_of_characters", YUNHE,
        {PLACE: ("公司⼤会议室",), CONTENT: ("问：⽬前⻛电业务的进展⾯临哪些困难？", "答：公司⽴⾜⻓远，⽤好现有产能。".replace("⾜", "足"),
                                    "问：有没有回购的计划？", "答：暂时没有。")},
        {"location": "公司大会议室", "qa": qa(("目前风电业务的进展面临哪些困难？", "公司立足长远，用好现有产能。"),
                                        ("有没有回购的计划？", "暂时没有。"))},
        is_embedded=True,
    )  # fmt: skip
    yield record(
        "justified_lines_letter_spaced", YUNHE,
        {PLACE: ("公 司 三 楼 会 议 室",),
         CONTENT: ("问：包 括 检 测 设 备 产 品 在 内 的 收 入 占 比 是 多 少 ？", "答：检 测 设 备 收 入 占 比 约 一 成 五 。",
                   "问：研 发 人 员 有 多 少 ？", "答：研 发 人 员 约 四 百 人 。")},
        {"qa": qa(("包括检测设备产品在内的收入占比是多少？", "检测设备收入占比约一成五。"), ("研发人员有多少？", "研发人员约四百人。"))},
    )  # fmt: skip
    yield record(
        "names_letter_spaced", YUNHE,
        {PARTICIPANTS: ("青禾证券 王 强、松岭基金 李 娜、远岫资产 赵启明",), HOSTS: ("董事会秘书：张 帆", "证券事务代表：林 可")},
        {"participants": [house("青禾证券", "王强"), house("松岭基金", "李娜"), house("远岫资产", "赵启明")],
         "hosts": [{"name": "张帆", "title": "董事会秘书"}, {"name": "林可", "title": "证券事务代表"}]},
    )  # fmt: skip
    top = header(YUNHE)
    yield record(
        "short_name_with_blanks_and_a_full_width_letter", YUNHE, says={"security_name": "云禾Ａ"},
        top=[Para(text="证券代码：301991    证券简称：云  禾Ａ\t编号：2026-003", align="ends"), *top[1:3]],
    )  # fmt: skip
    yield record(
        "short_name_of_a_special_treatment", YUNHE, says={"security_name": "*ST云禾"},
        top=[Para(text="股票代码：301991\t股票简称：*ST云禾", align="ends"), *top[1:]],
    )  # fmt: skip
