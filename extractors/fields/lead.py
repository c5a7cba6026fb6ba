"""What stands in a cell of participants and names nobody: leads, headings, totals, descriptions, statements."""

from __future__ import annotations

import re

from extractors.fields.house import is_house, is_known
from extractors.fields.label import field_of
from extractors.fields.name import is_institution

_ORDER = re.compile(r"[（(][^）)]*(?:排名|排序|先后|简称)[^）)]*[）)]")
_PHONE = re.compile(r"(?<![\dA-Za-z])(?:1\d{10}|0\d{2,3}-\d{7,8})(?!\d)")
_INDIVIDUAL = re.compile(
    r"((?:公司|中小)?(?:个人|自然人|独立)?(?:投资者|投资人|股东)(?:代表)?(?:[（(]个人[)）])?|(?:个人|自然人)(?=[\s:：])|自然人(?=[㐀-鿿·]{2,8}$))[\s:：]*(\S.*)"
)  # an individual's kind, and the name
_INDIVIDUALS = re.compile(
    r"(?:^|[\n；;])[^\n：:、]{0,4}(?:个人|自然人)(?:投资者|投资人|股东)?(?:名单)?\s*[:：]?\s*(?=\n)"
)  # a heading of its own line
_INVITED = re.compile(
    "(?:以及|及|和|与)[ \u2060]?其?[ \u2060]?所?\u2060?邀\u2060?请[ \u2060]?的?\u2060?"
    r"(?:的?(?:机构)?(?:投资者|客户|机构|单位|嘉宾))?\s*(?P<opens>[（(])?[:：]?\s*"
    r"(?=(?P<house>[^\s、，,；;。:：（()）]+))"
)  # whom an institution has asked to come with it; lines may end inside
STATEMENT = re.compile(
    r"(?:公司(?=在|严格|始终|未|没有|就|按)|(?:本次|接待过程|调研过程|交流过程|活动过程))"
    r"[^。；\n]*?(?:披露|重大信息|承诺书)[^。\n]*"
    r"|(?<![㐀-鿿])(?:备?注|说明)\d?\s*[:：][^\n]*|(?:以上|上述)(?:名单|机构|人员|参会)[^\n]*?(?:提供|核实|保证)[^\n]*"
)  # what some forms declare below the names
_PEOPLE_OF = r"(?:代表|投资者|相关|研究|分析|基金|投资|理财|人员|同事|老师)"
_TAIL = re.compile(
    r"\s*(?:以及|及|和|与)?\s*[（(]?\s*等?(?:共计?|合计|总计|约|一共)?\s*\d+\s*[余多]?\s*(?:家|位|名|人)(?!\s*[:：]).*$"
    r"|等\s*(?=机构|投资|单位|券商|多|相关|公司|人员|中小|个人|特定|其他|及|共|全体|$).*$"
    rf"|(?<!组织)(?<!举办)(?<!主办)的{_PEOPLE_OF}.*$|一行(?:共?\s*[\d一二三四五六七八九十]+\s*[人位名])?\s*$"
    r"|(?:以及|及|和|与)其?所?邀请(?:的|$).*$"
    r"|(?:以及|及|和|与)\s*(?:参与|参加|其他|通过|线上|部分|若干|广大|个人投资者|中小投资者|社会公众|其?(?:团队|同事|客户)).*$"
)
_CAME = re.compile(r"(?:参加|参与|出席)了?(?:(?:本次|此次)?(?:会议|调研|活动|交流))?$")
_CALLED = ("组织", "主办", "举办", "召集", "发起", "牵头", "邀请")  # the meeting, by whoever is named
_WHO = ("分析师", "研究员", "媒体", "记者", "机构")
_COMES = ("参加", "参与", "出席", "会议", "调研", "活动", "交流", "了")
_DESCRIBES = re.compile(
    r"参与|参加|人数|通过|面向|采用|出席|列席|说明会|投资者|股东|详见|附件|附表|名单|网络(?:文字|远程|互动|方式|平台|会议)"
    r"|公司在|严格|披露|排名|互动|直播|全体|广大|未透露|不便|接待日|无$|线上会议|(?:组织|举办|主办|召集|发起)的|由\S{2,24}(?:组织|举办|主办|承办|召集|发起|安排)(?:召开)?$|^(?:若干|共有?|约|合计|总计|其中|以及)$"
)
_DATE = r"(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^:：、，；]{0,12}"
_KIND = (
    r"(?:境内|境外|国内|海外|现场|线上|电话|视频|其他|专业|知名)*(?:券商|证券公司|公募|私募|基金公司|基金|险资|保险|保险公司|银行|"
    r"银行理财|理财|外资|信托|媒体|机构|第[一二三四五六七八九十\d]{1,2}[组场批次]|场次[一二三四五六]|"
    r"卖方|买方|QFII|资管|产业资本|投资公司|特定对象|现场|线上|电话)"
    r"(?:机构|类|基金|公司|研究所|资管|代表|参会|参与|调研|采访|接入|人员|投资者|分析师|研究员|部分)*"
)
KIND_IN_BOX = re.compile(rf"[【\[［]\s*{_KIND}\s*[】\]］]\s*(?=\S)")  # 【券商】 in front of those who came
_EVENT = r"(?:策略会|电话会议?|交流会|会议|说明会|论坛|年会|峰会|路演|调研|专场)"
_CLOCK = r"\d{1,2}\s*[:：]\s*\d{2}"
_HOURS = rf"\s*(?:上午|下午|晚上?)?\s*{_CLOCK}(?:\s*[-—–~～至到]+\s*(?:上午|下午|晚上?)?\s*{_CLOCK})?"
_WHEN = re.compile(
    r"\s*(?:(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2})\s*(?:[（(][^（()）]{1,5}[)）])?"
    rf"(?P<hours>{_HOURS})?\s*(?:上午|下午|晚上)?\s*[:：]?\s*(?=\S)"
)  # the day of a meeting in front of those who came
_ENDS = r"(?:参会|参与|与会|现场|线上|调研)?(?:机构|单位|公司|名单|人员|对象|投资者)"
_LEAD = re.compile(
    r"^(?:共有?|共?计|合计|总计|约|一共|参会|本次|线上|现场|\s)*\d+\s*[余多]?\s*(?:家|位|名|人)[^:：、；。]{0,20}[:：]\s*|^.{0,14}?(?:机构|单位|名单|人员|姓名|投资者|如下|包括|分别为|来自)(?:及人员|与人数|名称|名单|姓名|及人数)*"
    rf"(?:[（(][^）)]*[)）])?\s*[:：]\s*|^[^:：、，；]{{2,24}}{_EVENT}(?:[（(][^）)]*[)）])?\s*[:：]\s*|^(?:{_DATE}|{_KIND})(?:[（(][^）)]*[)）])?\s*[:：]\s*"
    rf"|^.{{0,6}}?{_ENDS}(?:主要)?(?:包括|包含|有|为)\s*|^(?:线上|现场|分别)?来自于?\s*|^(?:线上|现场|线下|电话)?(?:参会|参与|参加|与会)的(?=\S)|^以及\s*(?=\S)|^(?:本次|此次)?共有\s*(?=\S)"
)
_BEFORE_COLON = re.compile(r"(?P<lead>[^:：；;。、，,\n]{1,20})[:：]\s*(?P<first>[^:：；;。、，,\s]+)")
_HEADING = re.compile(
    rf"{_KIND}(?:[（(][^）)]*[)）])?|{_DATE}[:：]?|(?:参会|参与|与会|调研)?(?:机构|单位|人员)(?:名单|名称)?"
)
_PEOPLE_LEAD = re.compile(r"(?:人员|姓名)(?:姓名|名单|如下)?\s*[:：]\s*$")
_COLUMN = (
    r"(?:序号|编号|(?:机构|单位|公司)(?:名称|全称|简称)?|姓名|人员(?:姓名)?"
    r"|参会人员|职务|职位|所属(?:机构|单位|公司)|名称)"
)
_COLUMNS = re.compile(rf"{_COLUMN}(?:\s*{_COLUMN})*")
_ROLES = re.compile(r"(?:(?:分析师|研究员|媒体|记者|机构)(?:代表|朋友)?(?:[及和与]|$))+")  # who may come, not who came
_LETTER = re.compile(r"[㐀-鿿A-Za-z]|^\d{1,4}$")


def end_of(text: str) -> int | None:
    """How many characters of an entry lead up to names: `参会机构：`, `券商：`, `5月10日：`; None where it has no lead.

    What stands before a colon leads also where it is no institution and one stands behind.
    """
    boxed = KIND_IN_BOX.match(text)
    if boxed:
        return boxed.end()
    kind = _INDIVIDUAL.match(text)
    if kind:
        return kind.start(2) if is_institution(kind[2].split()[0]) else None
    day = _WHEN.match(text)
    found = None if day and day["hours"] else _LEAD.match(text)
    if found:
        return found.end()
    if day:
        return day.end() + (end_of(text[day.end() :]) or 0)
    before = _BEFORE_COLON.match(text)
    is_lead = before and not is_house(before["lead"].strip()) and is_house(before["first"])
    return before.start("first") if before and is_lead else None


def invited_apart(text: str) -> str:
    """The text, as long as before, with a mark between an institution and those that came at its invitation.

    >>> invited_apart("虚构证券及其邀请的假设基金").split()
    ['虚构证券；', '假设基金']
    """
    done = text
    for found in _INVITED.finditer(text):
        if is_house(found["house"].replace("\u2060", "")):
            done = f"{done[: found.start()]}{'；'.ljust(len(found.group()))}{done[found.end() :]}"
            closes = re.compile("[)）]").search(done, found.end()) if found["opens"] else None
            done = f"{done[: closes.start()]}；{done[closes.end() :]}" if closes else done
    return done


def individuals_below(text: str) -> list[int]:
    """Where lines end that say that individuals follow: `个人投资者：`."""
    return [found.end() for found in _INDIVIDUALS.finditer(text)]


def heads_people(text: str) -> bool:
    """Whether a lead says that people follow, not institutions.

    >>> heads_people("参会人员："), heads_people("参会机构：")
    (True, False)
    """
    return _PEOPLE_LEAD.search(text) is not None


def without_tail(text: str) -> str:
    """The text without remarks on its order, and without what counts or describes others behind the names."""
    done = _TAIL.sub("", _PHONE.sub("", _ORDER.sub("", text))).strip()
    came = _CAME.search(done) if done.endswith(_COMES) else None
    return done[: came.start()] if came and is_house(done[: came.start()]) and "的" not in done else done


def individual(text: str) -> tuple[str, str] | None:
    """`个人投资者` and the like with the name behind it or before it in brackets; None for any other text."""
    found = _INDIVIDUAL.fullmatch(text)
    behind = re.fullmatch(r"(\S+?)\s*[（(]((?:个人|自然人|独立)?(?:投资者|投资人|股东|个人))[)）]", text)
    return (found[1], found[2].strip("（()）")) if found else (behind[2], behind[1]) if behind else None


def heads(text: str) -> bool:
    """Whether a text only heads what follows: a kind of institution, a way of taking part, columns.

    >>> heads("券商"), heads("机构名称姓名"), heads("虚构证券")
    (True, True, False)
    """
    return bool(_HEADING.fullmatch(text)) or bool(_COLUMNS.fullmatch(text))


def names_nobody(token: str) -> bool:
    """Whether a token only describes, heads or parts."""
    return (
        token in {"等", "/", "—", "-", "不适用"}
        or not _LETTER.search(token)
        or token.endswith(_CALLED)
        or bool(_DESCRIBES.search(token))
        or (token.startswith(_WHO) and _ROLES.fullmatch(token) is not None)
        or (heads(token) and not is_known(token))
        or field_of(token) is not None
    )
