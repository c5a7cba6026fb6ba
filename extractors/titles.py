"""Titles of announcements: what they tell, without the tags and blanks that a listing prints in them."""

from __future__ import annotations

import html
import re

_TAGS = re.compile(r"<[^>]{1,40}>")
_KINDS = (
    ("policy", re.compile(r"制度|办法|工作细则|管理规定|实施细则")),
    ("annex", re.compile(r"附件之|附件[：:]|演示文稿|演示材料|^附件")),
    ("correction", re.compile(r"更正|补充|修订")),
    (
        "notice",  # what announces a meeting; what tells of one (记录, 纪要, 召开情况) is a record
        re.compile(
            r"^(?!.*(?:记录|纪要|情况的|(?:召开|举行|说明会)情况))"
            r".*(?:通知|预告|提示性|关于(?:举行|召开|举办|参加).*(?:公告|说明会$)|活动计划|征集问题)"
        ),
    ),
)


_MEETING = re.compile(
    r"投资者(?:关系)?(?:管理|活动|交流|调研|来访|接待)|(?:机构|特定对象|现场)调研|调研(?:活动|纪要|记录|情况)|接待.{0,12}调研"
    r"|(?:调研|说明会|路演|交流会?|采访|参观|座谈会?|来访|接待日?)(?:活动|会议)?.{0,12}(?:记录|纪要|召开情况|情况|摘要|汇总)"
)


def squeezed(text: str | None) -> str | None:
    """A short name or an id without tags, entities and blanks; None where nothing is left.

    >>> squeezed("五 粮 液"), squeezed(" ")
    ('五粮液', None)
    """
    return "".join(plain_title(text or "").split()) or None


def plain_title(title: str) -> str:
    """A title without highlighting tags and entities."""
    return html.unescape(_TAGS.sub("", title)).strip()


def words_of(title: str) -> str:
    """What two lists agree on in the title of one announcement: its signs without marks and set words.

    >>> words_of("关于接待机构投资者调研情况的公告"), words_of("接待机构投资者调研情况")
    ('接待机构投资者调研情况', '接待机构投资者调研情况')
    """
    signs = "".join(re.findall(r"[㐀-鿿A-Za-z0-9]", plain_title(title)))
    return re.sub(r"^关于|的?公告$", "", signs)


def kind_of(title: str) -> str:
    """What an announcement is, by its title: policy, annex, correction, notice, else record.

    A title that no rule knows is taken for a record: the reader decides (contracts §1.4).

    >>> kind_of("2026年8月6日投资者关系活动记录表"), kind_of("投资者关系管理制度"), kind_of("调研活动附件之演示文稿")
    ('record', 'policy', 'annex')
    """
    return next((kind for kind, words in _KINDS if words.search(title)), "record")


def tells_of_meeting(title: str) -> bool:
    """Whether a title of a list that holds everything is a record's, or of what belongs to one.

    >>> tells_of_meeting("投资者关系活动记录表"), tells_of_meeting("关于2025年度业绩说明会召开情况的公告")
    (True, True)
    >>> tells_of_meeting("关于召开2025年度业绩说明会的公告"), tells_of_meeting("投资者关系管理制度")
    (False, False)
    """
    return bool(_MEETING.search(title)) and kind_of(title) not in {"notice", "policy"}
