"""Titles: what they tell of an announcement, and what leaves them."""

import pytest

from extractors.titles import kind_of, plain_title, squeezed, tells_of_meeting


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2026年8月6日投资者关系活动记录表", "record"),
        ("300999虚构股份投资者关系管理信息20260806", "record"),
        ("2026年8月4日-2026年8月5日投资者关系活动记录表", "record"),
        ("调研活动信息", "record"),
        ("业绩说明会、路演活动信息", "record"),
        ("投资者关系活动记录表（一）", "record"),
        ("关于终止重大资产重组投资者说明会的投资者活动记录表", "record"),
        ("关于2025年度业绩说明会召开情况的公告", "record"),
        ("关于召开2025年半年度业绩说明会情况的公告", "record"),
        ("关于接待投资者调研情况的公告", "record"),
        ("2025年度业绩预告交流会投资者关系活动记录表", "record"),
        ("2026年3月投资者调研纪要", "record"),
        ("投资者关系管理制度", "policy"),
        ("投资者关系管理制度（2026年3月）", "policy"),
        ("投资者关系工作细则", "policy"),
        ("接待和推广工作管理办法", "policy"),
        ("2026年7月9日调研活动附件之投资者调研会议记录", "annex"),
        ("调研活动附件之演示文稿", "annex"),
        ("2025年度业绩说明会演示文稿", "annex"),
        ("附件：参会名单", "annex"),
        ("投资者关系活动记录表（更正后）", "correction"),
        ("关于2026年3月6日投资者关系活动记录表的更正公告", "correction"),
        ("投资者关系活动记录表（补充）", "correction"),
        ("关于召开2025年度业绩说明会的公告", "notice"),
        ("关于举办投资者接待日活动的公告", "notice"),
        ("关于召开2025年度业绩暨现金分红情况说明会的公告", "notice"),
        ("关于参加2026年投资者网上集体接待日活动的公告", "notice"),
        ("关于举行2025年度网上业绩说明会的通知", "notice"),
        ("关于召开业绩说明会并征集问题的公告", "notice"),
    ],
)
def test_a_title_tells_what_an_announcement_is(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("<em>投资者</em>关系<em>活动</em>记录表", "投资者关系活动记录表"),
        ("A&amp;B 公司记录表 ", "A&B 公司记录表"),
        ("收入&lt;成本", "收入<成本"),
        ("5 < 6 的记录", "5 < 6 的记录"),
    ],
)
def test_tags_and_entities_leave_a_title(printed: str, plain: str) -> None:
    assert plain_title(printed) == plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("五 粮 液", "五粮液"),
        ("万  科Ａ", "万科Ａ"),
        ("<em>虚构</em>股份", "虚构股份"),
        ("*ST 虚构", "*ST虚构"),
        ("　", None),
        ("", None),
        (None, None),
    ],
)
def test_short_names_lose_their_blanks(printed: str | None, plain: str | None) -> None:
    assert squeezed(printed) == plain


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("投资者关系活动记录表", True),
        ("投资者关系活动记录表的公告", True),
        ("300999虚构股份投资者关系管理信息20260306", True),
        ("机构投资者交流活动会议纪要（2026年2月）", True),
        ("关于2025年度业绩暨现金分红说明会召开情况的公告", True),
        ("关于接待投资者调研情况的公告", True),
        ("2026年3月投资者调研纪要", True),
        ("调研活动附件之演示文稿", True),
        ("关于召开2025年度业绩说明会的公告", False),
        ("关于参加投资者交流会的公告", False),
        ("投资者关系管理制度", False),
        ("2026年面向专业投资者公开发行公司债券发行结果公告", False),
        ("股东向特定机构投资者询价转让股份的核查报告", False),
        ("募投项目延期公告", False),
        ("2026年半年度报告", False),
    ],
)
def test_a_title_of_a_list_of_everything_tells_of_a_meeting_or_not(title: str, told: bool) -> None:
    assert tells_of_meeting(title) is told
