"""Sentences with which records end, and lines that turn from an answer to something else."""

from __future__ import annotations

import re

from extractors.fields import ordinal, speaker

_ACTIVITY = r"(?:调研|活动|交流|说明会|接待|会议|路演|沟通)"
_CLOSING = re.compile(
    r"(?:没有|未|不存在|未发生|不涉及).{0,20}(?:重大信息|泄[露漏密]|内幕)|活动.{0,6}(?:到此)?(?:圆满)?(?:结束|闭幕)|会议(?:到此)?结束"
    r"|签署.{0,12}承诺书"
    rf"|^(?:接待|{_ACTIVITY})(?:过程|期间).{{0,60}}严格(?:按照|遵守|遵循|执行)"
    r"|^(?:特别|重要|郑重|公司|投资)?(?:风险提示|提示|声明|免责声明|备注|注)[:：]"
    r"|^(?:公司|管理层|高管){0,2}\S{0,4}(?:结束语|总结发言|总结)[:：]?$"
    r"|前瞻性.{0,40}(?:承诺|保证)|不(?:能视作|构成).{0,30}(?:承诺|保证|建议)|[☆★]|感谢.{0,20}(?:参与|参加|关注).{0,12}(?:说明会|接待日|活动)"
    r"|(?:参与|参加|出席).{0,16}(?:说明会|接待日|活动).{0,16}表示.{0,6}(?:感谢|谢意)"
    r"|^(?:最后|再次)[，,]?.{0,20}感谢|^(?:再次)?(?:衷心)?感谢(?:各位|大家|广大).{0,40}[！!。]$"
    rf"|(?:本次|此次).{{0,10}}{_ACTIVITY}.{{0,20}}(?:结束|未提供|未涉及)|以公司.{{0,30}}(?:公告|披露).{{0,6}}为准.{{0,40}}(?:注意投资风险|注意风险|理性投资)"
    r"|^(?:公司)?(?:在此|郑重|特别)*(?:提醒|提示|敬请|请)(?:广大|各位)?投资者.{0,60}(?:为准|风险|理性)"
    r"|^(?:会后|随后|最后|(?:座谈|交流|会议|问答|互动)(?:环节)?(?:结束)?(?:之?后)?)[，,]?.{0,24}(?:参观|合影)"
    r"|(?:与会|来访|参会|参与).{0,12}签署"
    r"|感谢(?:各位|大家|广大)?(?:投资者)?的?(?:积极|热情)?参[与加]|(?:提问|问答|回复|交流).{0,4}情况.{0,4}(?:详见|请见)"
    r"|(?:全部|具体|详细|更多)(?:内容|问答|情况|交流).{0,30}(?:查阅|查看|浏览|登[录陆])"
    r"|^[（(]?(?:以上|上述)(?:内容|信息|记录|回复).{0,30}(?:整理|不一致|为准|仅供|投资风险|理性投资)"
    r"|^[（(]?以下无正文|^\S{2,40}有限公司(?:董事会)?$|^董事会$|^\d{4}年\d{1,2}月\d{1,2}日$"
    r"|^(?:无|/|[—-]{1,3}|不适用)[。.]?$"
)
_DUTY = re.compile(r"公司(?:始终)?严格(?:按照|遵守|遵循|执行).{0,60}(?:披露|规定)")  # an answer may say so too
_SESSION = re.compile(
    r"(?:第[一二三四五六七八九十\d]+[场次批].{0,40}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,24})(?<![。；！？，])"
    r"|【[^【】？?]{2,16}】"
)
_PASSING = re.compile(
    rf"\s*(?:(?:接待|来访|{_ACTIVITY})(?:过程|期间|人员)|(?:公司)?(?:本次|此次).{{0,8}}{_ACTIVITY}|公司.{{0,12}}(?:业绩|投资者)说明会|再次感谢|感谢|最后|会后|(?:座谈|交流|会议|问答|互动)(?:环节)?结束|与会|参会|[（(]?(?:以上|上述)(?:内容|信息|记录|回复)|公司(?:郑重)?(?:提醒|提示|声明)|活动(?:到此)?(?:圆满)?结束"
    r"|(?:特别|重要|郑重|公司|投资)?(?:风险提示|提示|声明|备注|注)[:：])"
)  # how a closing paragraph begins
_SENTENCE = re.compile(r"(?<=[。！!])")
_SPEECH = re.compile(r"(?:看法|观点|结束语|总结|致辞|发言|寄语|环节)[:：]$")


def closes(text: str) -> bool:
    """Whether a paragraph is one of the sentences with which forms end: compliance, risk, thanks."""
    return bool(_CLOSING.search(text) or _DUTY.search(text))


def closes_whatever_follows(text: str) -> bool:
    """Whether a paragraph closes even where more follows that does not: a speech, thanks."""
    return bool(_CLOSING.search(text))


def heads_a_session(text: str) -> bool:
    """Whether a paragraph is but the day or the number of another session, or a topic in a box.

    >>> heads_a_session("第二场：2024年5月9日现场调研"), heads_a_session("2024年公司经营正常。")
    (True, False)
    """
    return _SESSION.fullmatch(text.strip()) is not None


def turns(before: str, text: str, behind: str = "") -> bool:
    """Whether a line turns to something else behind a line that ends a sentence: a section's heading, a closing.

    Lines behind it may be told too: where a closing wraps, its first line alone does not say that it is one.

    >>> turns("样机处于测试阶段。", "二、参观公司展厅"), turns("样机处于测试阶段。", "预计下半年交付。")
    (True, False)
    """
    if not before.rstrip().endswith(("。", "！", "？", "!", "?")):
        return False
    names_a_session = heads_a_session(text) and text.rstrip().endswith(("：", ":", "】"))
    return (
        names_a_session
        or ordinal.heading(text) is not None
        or (_PASSING.match(text) is not None and closes(_SENTENCE.split(text + behind, maxsplit=1)[0]))
    )


def heads_a_speech(text: str) -> bool:
    """Whether a paragraph heads the words of somebody, in no one's answer: 高管结束语：, 主持人：….

    >>> heads_a_speech("某总关于海外市场的看法："), heads_a_speech("主持人：下面提问。"), heads_a_speech("产品优势：")
    (True, True, False)
    """
    return bool(_SPEECH.search(text)) or speaker.hosts(text) is not None
