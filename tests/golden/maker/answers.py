"""Cases of 投资者关系活动主要内容介绍: what looks like a question or an answer, or stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from sample.maker.sheet import bold
from tests.golden.maker.case import CONTENT, Case, qa, record
from tests.golden.maker.templates import JINGLAN, TONGHAI, YUNHE

_Q1, _A1 = "公司今年的资本开支计划是怎样的？", "全年资本开支约八亿元，主要投向二期厂房和检测中心。"
_Q2, _A2 = "海外客户的拓展进展如何？", "东南亚的两家客户已经完成验厂，欧洲客户在测试样机。"
_TWO = qa((_Q1, _A1), (_Q2, _A2))
_MARKED = (f"问：{_Q1}", f"答：{_A1}", f"问：{_Q2}", f"答：{_A2}")
_TOLD = {"qa": _TWO, "narrative": True}


def cases() -> Iterator[Case]:
    """The cases of this group."""
    yield from _with_lists()
    yield from _of_many_lines()
    yield from _together()
    yield from _around()
    yield from _without()


def _with_lists() -> Iterator[Case]:
    """Answers that hold lists."""
    lists = (
        "1、传输产品：全年交付同比增长两成；",
        "2、接入产品：受招标节奏影响略有下降；",
        "3、数据产品：新增三家大客户。",
    )
    yield record(
        "answer_holds_a_numbered_list", YUNHE,
        {CONTENT: ("1、请介绍一下各条产品线的情况。", "答：公司产品分为三类：", *lists, f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("请介绍一下各条产品线的情况。", "公司产品分为三类：\n" + "\n".join(lists)), (_Q2, _A2))},
    )  # fmt: skip
    lists = ("（1）优化产品结构；", "（2）推进降本增效；", "（3）加强回款管理。")
    yield record(
        "answer_holds_a_list_of_round_numbers", YUNHE,
        {CONTENT: ("1、如何改善盈利能力？", "答：主要有三方面的举措：", *lists, f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("如何改善盈利能力？", "主要有三方面的举措：\n" + "\n".join(lists)), (_Q2, _A2))},
    )  # fmt: skip
    lists = ("一是扩大直销；", "二是完善售后网络；", "三是推进本地化生产。")
    yield record(
        "answer_holds_a_list_in_words", YUNHE,
        {CONTENT: ("1、海外市场的策略是什么？", "答：策略分为三步。", *lists, f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("海外市场的策略是什么？", "策略分为三步。\n" + "\n".join(lists)), (_Q2, _A2))},
    )  # fmt: skip
    lists = ("1、国内市场以存量改造为主；", "2、海外市场以新建产线为主。")
    yield record(
        "unmarked_answers_hold_lists_that_begin_anew", YUNHE,
        {CONTENT: ("Q1：如何看待两个市场的差异？", "两个市场的节奏不同：", *lists, f"Q2：{_Q2}", _A2)},
        {"qa": qa(("如何看待两个市场的差异？", "两个市场的节奏不同：\n" + "\n".join(lists)), (_Q2, _A2))},
    )  # fmt: skip


def _of_many_lines() -> Iterator[Case]:
    """Answers whose lines begin with figures, that ask, or greet."""
    decimal = "公司上年度利润分配方案为每十股派发现金红利若干元，经董事会审议通过，折合每一股派发现金红利"
    yield record(
        "answer_line_begins_with_a_decimal", TONGHAI,
        {CONTENT: ("1、公司的分红方案是怎样的？", f"答：{decimal}0.63 元，分红比例保持稳定。", f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("公司的分红方案是怎样的？", f"{decimal}0.63 元，分红比例保持稳定。"), (_Q2, _A2))},
    )  # fmt: skip
    year = "公司围绕主业持续投入，近三年研发费用率分别保持在百分之七、百分之八和百分之九，"
    yield record(
        "answer_line_begins_with_a_year", TONGHAI,
        {CONTENT: ("1、研发投入的情况如何？", f"答：{year}2025 年研发人员增加到四百人。", f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("研发投入的情况如何？", f"{year}2025 年研发人员增加到四百人。"), (_Q2, _A2))},
    )  # fmt: skip
    yield record(
        "answer_asks_back", YUNHE,
        {CONTENT: (f"问：{_Q1}", "答：您问的是否为二期厂房的投入？如果是，全年约八亿元。", *_MARKED[2:])},
        {"qa": qa((_Q1, "您问的是否为二期厂房的投入？如果是，全年约八亿元。"), (_Q2, _A2))},
    )  # fmt: skip
    paragraphs = "全年资本开支约八亿元。\n其中二期厂房约五亿元。\n检测中心约三亿元。"
    yield record(
        "answer_of_three_paragraphs", YUNHE, {CONTENT: (f"问：{_Q1}", *f"答：{paragraphs}".split("\n"), *_MARKED[2:])},
        {"qa": qa((_Q1, paragraphs), (_Q2, _A2))},
    )  # fmt: skip
    polite = "尊敬的投资者，您好！全年资本开支约八亿元。感谢您对公司的关注！"
    yield record(
        "answers_open_with_a_greeting", JINGLAN,
        {CONTENT: (f"1、{_Q1}", f"答：{polite}", "2、您好，请问海外客户的拓展进展如何？", f"答：您好，{_A2}谢谢！")},
        {"qa": qa((_Q1, polite), ("您好，请问海外客户的拓展进展如何？", f"您好，{_A2}谢谢！"))},
    )  # fmt: skip


def _together() -> Iterator[Case]:
    """Questions that share an answer, or have none."""
    yield record(
        "two_questions_answered_together", YUNHE,
        {CONTENT: (f"问题1：{_Q1}", "问题2：资金来源是什么？", f"答：{_A1}资金以自有为主。", f"问题3：{_Q2}", f"答：{_A2}")},
        {"qa": qa((f"{_Q1}问题2：资金来源是什么？", f"{_A1}资金以自有为主。"), (_Q2, _A2))},
    )  # fmt: skip
    yield record(
        "question_of_three_sentences", YUNHE,
        {CONTENT: ("1、公司公告了扩产计划。请问资金来源是什么？对折旧有多大影响？", f"答：{_A1}", f"2、{_Q2}", f"答：{_A2}")},
        {"qa": qa(("公司公告了扩产计划。请问资金来源是什么？对折旧有多大影响？", _A1), (_Q2, _A2))},
    )  # fmt: skip
    yield record(
        "question_that_is_no_sentence_with_a_mark", YUNHE,
        {CONTENT: ("1、请公司介绍资本开支计划", f"答：{_A1}", "2、海外客户的拓展进展", f"答：{_A2}")},
        {"qa": qa(("请公司介绍资本开支计划", _A1), ("海外客户的拓展进展", _A2))},
    )  # fmt: skip


def _around() -> Iterator[Case]:
    """Text before the first question, between sections, and behind the last answer."""
    yield record(
        "preamble_in_front_of_the_first_question", YUNHE,
        {CONTENT: ("公司董事会秘书介绍了2025年度的经营情况，并就投资者提出的问题进行了回复：", *_MARKED)}, _TOLD,
    )  # fmt: skip
    yield record(
        "sections_of_introduction_and_questions", YUNHE,
        {CONTENT: (bold("一、公司基本情况介绍"), "公司专注于柔性产线，产品应用于新能源汽车与家电行业。", bold("二、问答环节"), *_MARKED)},
        _TOLD,
    )  # fmt: skip
    yield record(
        "section_behind_the_last_answer", YUNHE,
        {CONTENT: ("一、问答环节", *_MARKED, "二、参观公司展厅", "投资者参观了公司展厅和二期厂房。")}, _TOLD,
    )  # fmt: skip
    yield record(
        "bold_headings_among_bold_questions", YUNHE,
        {CONTENT: (
            bold("一、经营情况"), bold(f"1、{_Q1}"), _A1, bold("二、市场情况"), bold(f"2、{_Q2}"), _A2,
        )}, _TOLD,
    )  # fmt: skip
    yield record(
        "bold_words_inside_answers", YUNHE,
        {CONTENT: (f"问：{_Q1}", f"答：{_A1}", bold("特别说明如下。"), "上述计划经董事会审议通过。", *_MARKED[2:])},
        {"qa": qa((_Q1, f"{_A1}\n特别说明如下。\n上述计划经董事会审议通过。"), (_Q2, _A2))},
    )  # fmt: skip
    for name, text in (
        ("closing_on_compliance", "接待过程中，公司严格按照信息披露制度的规定，没有出现未公开重大信息泄露等情况。"),
        (
            "closing_on_risk",
            "风险提示：以上如涉及对公司战略规划等前瞻性内容，不构成公司对投资者的承诺，敬请注意投资风险。",
        ),
        ("closing_on_a_letter_of_commitment", "来访人员已按深交所要求签署了调研承诺书。"),
        ("closing_with_thanks", "感谢各位投资者参与本次业绩说明会，活动到此结束。"),
    ):
        yield record(name, YUNHE, {CONTENT: (*_MARKED, text)}, _TOLD)
    full = "东南亚的两家客户已经完成验厂，欧洲客户处于样机测试阶段。"  # so long that the next word would hardly have fitted
    says = {"qa": qa((_Q1, _A1), (_Q2, full)), "narrative": True}
    lines = (*_MARKED[:3], f"答：{full}")
    yield record(
        "closing_behind_a_full_line",
        YUNHE,
        {CONTENT: (*lines, "感谢各位投资者参与本次业绩说明会，活动到此结束。")},
        says,
    )
    section = ("二、参观公司展厅", "投资者参观了公司展厅和二期厂房。")
    yield record("section_behind_a_full_line", YUNHE, {CONTENT: ("一、问答环节", *lines, *section)}, says)
    host = ("主持人：各位投资者下午好，欢迎参加本次交流会。", "董事长致辞：感谢大家长期以来的支持。")
    yield record("speeches_in_front_of_questions", JINGLAN, {CONTENT: (*host, *_MARKED)}, _TOLD)


def _without() -> Iterator[Case]:
    """Content without any question."""
    sections = (
        bold("一、公司经营情况"), "2025年公司实现营业收入稳步增长，产品结构持续优化。", bold("二、技术进展"),
        "公司完成了新一代数控系统的验证，进入小批量阶段。", bold("三、未来规划"), "公司将继续聚焦主业，提升交付能力。",
    )  # fmt: skip
    yield record("narrative_in_sections", YUNHE, {CONTENT: sections}, {"qa": [], "narrative": True})
    yield record(
        "narrative_in_numbers", YUNHE,
        {CONTENT: ("1、公司介绍了主要产品和应用领域。", "2、公司介绍了在手订单和交付安排。", "3、投资者参观了展厅。")},
        {"qa": [], "narrative": True},
    )  # fmt: skip
    yield record("content_empty", YUNHE, {CONTENT: ()}, {"qa": [], "narrative": False})
