"""Closings, and lines that turn to something else."""

import pytest

from extractors.fields import closing


@pytest.mark.parametrize(
    "text",
    [
        "本次活动没有出现未公开重大信息泄露等情况。", "接待过程中，公司未涉及未公开重大信息。", "活动结束。",
        "会议到此结束，感谢各位。",
        "公司严格按照《信息披露管理制度》等规定，保证信息披露的真实、准确。", "同时已按要求签署调研《承诺书》。",
        "风险提示：以上内容不构成投资建议。",
        "本次调研活动结束。", "感谢各位投资者参加本次业绩说明会！", "以上前瞻性陈述不构成公司的实质承诺。", "★特别说明",
        "（以上内容由公司证券部整理，如与定期报告不一致，以定期报告为准。）",
    ],
)  # fmt: skip
def test_what_closes(text: str) -> None:
    assert closing.closes(text)


@pytest.mark.parametrize(
    "text", ["公司订单充足。", "公司将持续提升盈利能力。", "新产线预计年底结束建设。", "感谢您的关注！"]
)
def test_what_does_not_close(text: str) -> None:
    assert not closing.closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "会后，投资者参观了公司展厅。", "交流结束后，来访人员参观了实验室。", "与会投资者均已签署承诺书。", "无", "不适用。",
        "（公司业绩说明会全部内容可在网站进行查阅。）", "公司提示：以上内容以公告为准。", "最后，公司对各位投资者的支持表示衷心的感谢！",
        "敬请广大投资者注意投资风险。", "虚构科技股份有限公司董事会", "2024年5月10日",
        "公司郑重提醒广大投资者：有关信息以公司在指定媒体刊登的公告为准，请理性投资。",
        "接待过程中，公司与投资者充分交流，严格按照相关规定执行。", "公司高管结束语：",
    ],
)  # fmt: skip
def test_more_that_closes(text: str) -> None:
    assert closing.closes_whatever_follows(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月10日，公司与虚构科技有限公司签约。",
        "无源器件进展顺利。",
        "最后，公司的产能利用率较高。",
        "随后公司扩大了产能。",
        "公司参观者不多。",
    ],
)
def test_more_that_does_not_close(text: str) -> None:
    assert not closing.closes(text)


def test_a_duty_closes_only_where_nothing_else_follows() -> None:
    text = "公司严格按照规定履行信息披露义务。"
    assert (closing.closes(text), closing.closes_whatever_follows(text)) == (True, False)


def test_a_closing_that_wraps_is_told_by_the_lines_behind_it() -> None:
    before, first, behind = "会保持连续性。", "公司郑重提醒广大投资者，有关信息", "以公司公告为准，注意投资风险。"
    assert (closing.turns(before, first), closing.turns(before, first, behind)) == (False, True)


@pytest.mark.parametrize(
    ("text", "heads"),
    [("第二场：线上交流", True), ("2024年5月9日", True), ("2024年5月9日下午", True), ("2024年5月9日公司公告。", False), ("第二产线投产", False)],
)  # fmt: skip
def test_what_heads_a_session(text: str, heads: bool) -> None:
    assert closing.heads_a_session(text) == heads


@pytest.mark.parametrize(
    ("text", "heads"),
    [("主持人：下面提问。", True), ("某总的看法：", True), ("会议环节：", True), ("产品优势：", False)],
)
def test_what_heads_a_speech(text: str, heads: bool) -> None:
    assert closing.heads_a_speech(text) == heads


def test_the_heading_of_another_meeting_behind_a_full_line() -> None:
    assert closing.turns("公司经营正常。", "2024年5月9日调研：")
    assert not closing.turns("公司经营正常。", "2024年5月9日公司签订合同")


def test_a_topic_in_a_box_is_a_heading() -> None:
    assert closing.heads_a_session("【行业趋势】")
    assert closing.turns("公司经营正常。", "【行业趋势】")
    assert not closing.heads_a_session("【行业趋势如何？】")
    assert not closing.heads_a_session("【行业趋势】价格趋稳。")
