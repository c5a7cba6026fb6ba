"""Labels of the form: which field a printed label names.

The wording varies by exchange, year and company; the patterns follow the form's own words, first
match wins. A label that no pattern knows is reported.
"""

from __future__ import annotations

import re

_ASIDE = re.compile(r"[（(【\[“\"「][^）)】\]”\"」]*[）)】\]”\"」]?|[:：*＊。；;]")
_LONGEST = 45

# field, pattern over the label without white space and bracketed asides
_LABELS: tuple[tuple[str, str], ...] = (
    ("disclosure_statement", r".*重大信息.*(说明|披露)?"),
    ("attachments", r"附件(清单|名称|情况|材料)?|.*(演示文稿|提供的文档).*附件?|其他附件"),
    ("hosts", r".{0,8}接待人员?(及其|及|的)?(姓名|名单|职务|职位|信息)?[、及和/]?(姓名|名单|职务|职位)?"),
    ("hosts", r"(上市)?公司(参会|参与|出席|与会|交流)(人员|嘉宾|代表)(姓名|名单)?(及职务)?"),
    (
        "participants",
        (
            r"(活动)?(参与|参会|参加|与会|来访|调研|参访)的?(单位|机构|人员|对象|投资者|公司|者)([/、及和与](单位|机构|人员|投资者|个人))?的?"
            r"(名称|姓名|名单|情况|信息)?[及和与、/]?(人员|参会人员|参与人员)?(姓名|名单|情况|人数)?"
        ),
    ),
    ("participants", r"投资者(名称|姓名|名单|情况)"),
    ("category", r"(投?资者关系)?活动(类别|类型|形式)|(投资者关系)?类别"),
    ("sessions", r"(会议|活动|调研|接待|召开|交流|参观)?(时间|日期及时间|日期和时间|起止时间)"),
    ("location", r"(会议|活动|调研|接待|召开|交流|参观)?(地点|方式|形式|地址)([/、及与和].{1,6})?"),
    ("signed_on", r"(记录|填表|编制|制表|披露)?日期"),
    (
        "content",
        (
            r"(投?资者关系)?(活动)?(的)?(主要)?(交流)?内容(介绍|纪要|记录)?(及.{0,10})?|交流(内容|情况|纪要).{0,12}"
            r"|.*主要内容(介绍)?|问答(记录|环节)|会议(内容|纪要)"
        ),
    ),
    ("remarks", r"风险提示|备注|注意事项|(免责)?声明|特别提示|其他(说明|事项)|说明"),
    ("overview", r"(投?资者关系)?活动(基本)?(情况|概况)"),
    ("topic", r"(活动|会议)?主题|(活动|会议)名称"),
    ("recorder", r"记录人|填表人|编制人|(记录)?编号|证券代码|证券简称"),
)
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _LABELS)
NOT_LOADED = frozenset({"disclosure_statement", "remarks", "overview", "topic", "recorder"})
CORE = frozenset({"category", "participants", "sessions", "location", "hosts", "content"})


def field_of(label: str) -> str | None:
    """The field that a label names; None where the label is unknown.

    >>> field_of("投资者关系活动主要内容介绍"), field_of("参与单位名称（排名不分先后）"), field_of("营业收入")
    ('content', 'participants', None)
    """
    plain = _ASIDE.sub("", "".join(label.split()))
    if not plain or len(plain) > _LONGEST:
        return None
    return next((field for field, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def is_label(text: str) -> bool:
    """Whether the text is a known label."""
    return field_of(text) is not None
