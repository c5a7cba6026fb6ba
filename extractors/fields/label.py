"""Labels of the form: which field a printed label names.

The wording varies by exchange, year and company; the patterns follow the form's own words, first
match wins. A label that no pattern knows is reported.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ASIDE = re.compile(r"[（(【\[“\"「][^）)】\]”\"」]*[）)】\]”\"」]?|[）)】\]”\"」:：*＊。；;]")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．](?=\D)")  # some companies count their rows
_TRANSLATION = re.compile(r"(?<=[㐀-鿿])[/／][A-Za-z]{3,}$")  # 地点/Location
_LONGEST = 45

_MEETING = r"(?:会议|活动|调研|接待|交流|参观|沟通|来访|会谈|说明会|会见|召开|举办|举行)"
_CAME = r"(?:参与|参会|参加|与会|来访|到访|调研|参访|出席|到会|拜访|特定)"
_WHO = r"(?:单位|机构|人员|对象|投资者|公司|者|媒体|来宾|股东)"
_AND = r"[/／、，,及和与或以]{1,2}"
_NAMED = r"(?:名称|姓名|名单|情况|信息|人数|数量|类型)"
_TALK = r"(?:互动|交流|沟通|会谈|接待|调研|讨论|谈论|问答|活动|会议|说明会|座谈|来访)"
_ASKED = r"(?:投资者)?(?:的|所|主要)*(?:提问|提出的?(?:主要|相关|有关)?问题|(?:主要)?问题|问答)"
_REPLIED = r"(?:公司|上市公司|管理层)?(?:的|相关)?(?:回复|答复|回答|解答|回应)"

# field, pattern over the label without white space, number and bracketed asides
_LABELS: tuple[tuple[str, str], ...] = (
    ("disclosure_statement", r".*重大信息.*(说明|披露)?|.*(内幕信息|未公开信息).*"),
    (
        "attachments",
        (
            r"(相关|其他|其它|有关)?附件(清单|名称|情况|材料|目录|列表|明细|资料|文件)?|.*(演示文稿|提供的文档)(.*附件)?"
            rf"|(相关|参考|所附|{_MEETING}|提供的?)(资料|材料|文件|附件)(清单|目录)?"
        ),
    ),
    (
        "hosts",
        rf".{{0,8}}接待(人员?|者|领导|部门)(及其|及|的)?(姓名|名单|职务|职位|信息)?({_AND}(人员|姓名|名单|职务|职位))?",
    ),
    (
        "hosts",
        (
            rf"(我|上市|本)?公司(方|方面|端|内部)?({_CAME}|交流|主要|接待|活动)*的?(人员|人|嘉宾|代表|领导|高管)(姓名|名单)?"
            rf"({_AND}职[务位])?|({_CAME}|公司|上市公司)*(高管|嘉宾)(姓名|名单)?({_AND}职[务位])?"
        ),
    ),
    (
        "participants",
        (
            rf"(活动|会议|外部|投资者)?({_CAME}|接待|交流|沟通)+(的|活动)?{_WHO}({_AND}(参与|参会)?(单位|机构|人员|投资者|个人))?的?"
            rf"{_NAMED}?({_AND})?(人员|参会人员|参与人员|来访人员)?{_NAMED}?({_AND}职[务位])?"
        ),
    ),
    ("participants", rf"(机构|个人|现场|线上)?投资者({_AND}(参会|参与)?人员)?{_NAMED}|投资者{_AND}(参会|参与)人员"),
    ("participants", rf"(参与|参加|出席)(本次)?{_MEETING}的(主要)?{_WHO}({_AND}人员)?{_NAMED}?|(受访|拜访)对象"),
    ("participants", rf"(机构|单位)(名称)?{_AND}(参会|参与)?(人员|个人)(姓名|名称|名单)?"),
    ("category", rf"(投?资者关系)?(管理)?活动(类别|类型|形式|种类)|(投?资者|{_MEETING}|关系|形式)*(类别|类型|种类)"),
    (
        "sessions",
        (
            rf"{_MEETING}*(的)?(起止|具体|开始)?(时间|日期{_AND}时间|时间{_AND}日期)({_AND}.{{0,2}}(地点|方式|形式))*"
            rf"|{_MEETING}+(的)?日期"
        ),
    ),
    (
        "location",
        rf"({_MEETING}|现场|参与|参会|线上|网络|直播)*(的)?(地点|方式|形式|地址|平台|场所|网址)({_AND}.{{1,6}})?",
    ),
    (
        "signed_on",
        r"(记录|填表|填报|填写|编制|制表|披露|公告|发布|报告|整理|签署|报备)?日期|(披露|发布|公告|填表|记录)时间",
    ),
    (
        "content",
        (
            rf"(投?资者关系)?{_TALK}*(的)?(主要|具体)?(交流|问答|沟通)?内容(介绍|纪要|记录|摘要|概要|概述|情况)?({_AND}.{{0,12}})?"
            r"|交流(内容|情况|纪要|问题).{0,12}"
            rf"|.*主要内容(介绍)?|会议纪要|(交流|问答|互动)+(记录|环节|纪要|实录|情况)|(投资者|主要)问答|主要交流(的)?问题.{{0,12}}"
            rf"|(本次)?(业绩)?(说明会|交流会)?(主要|{_TALK})?(的)?{_ASKED}({_AND})?{_REPLIED}(的)?(情况|内容|记录|环节|纪要|概要|摘要)?"
        ),
    ),
    (
        "remarks",
        r"(风险|重要|特别|温馨|友情)(提示|提醒|声明|说明)(及声明|和说明)?|备注|注意事项|(免责)?(声明|条款)|其[他它](说明|事项)|说明|.{0,4}承诺书?(签署)?(情况)?",
    ),
    (
        "overview",
        (
            rf"(投?资者关系|本次)*{_MEETING}(召开|举行|举办)?的?(基本)?(情况|概况|简介)|{_MEETING}(的)?主持人?|主持人(员|姓名)?"
            rf"|(活动|会议)(基本)信息"
        ),
    ),
    ("topic", rf"{_MEETING}*(主题|议题|名称|事由|目的)"),
    (
        "recorder",
        (
            r"(会议)?(记录|填表|编制|制表|整理|审核|复核|审批|签发|报备|登记|联系)(人员?|者)(姓名|签[字名])?|(记录表?|公告|文件)?编号"
            r"|([A-ZＡ-Ｚ]股|证券|股票|公司|债券|转债|可转债)(代码|简称)|(董事会秘书|董秘)(签[字名]|审核)|制表|联系(方式|电话)"
        ),
    ),
)
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _LABELS)
NOT_LOADED = frozenset({"disclosure_statement", "remarks", "overview", "topic", "recorder"})
CORE = frozenset({"category", "participants", "sessions", "location", "hosts", "content"})


@lru_cache(maxsize=8192)  # readers ask about the same cells many times
def field_of(label: str) -> str | None:
    """The field that a label names; None where the label is unknown.

    >>> field_of("投资者关系活动主要内容介绍"), field_of("参与单位名称（排名不分先后）"), field_of("营业收入")
    ('content', 'participants', None)
    """
    plain = _ASIDE.sub("", "".join(label.split()))
    plain = _TRANSLATION.sub("", plain)
    plain = plain[found.end() :] if (found := _NUMBER.match(plain)) else plain
    if not plain or len(plain) > _LONGEST:
        return None
    return next((field for field, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def is_label(text: str) -> bool:
    """Whether the text is a known label."""
    return field_of(text) is not None
