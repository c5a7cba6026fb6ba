"""Files that a listing of records also brings and that are none: a policy, a notice, slides, and broken answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sample.maker import pdf
from sample.maker.content import CHINA, Activity, Company
from sample.maker.looks import LOOKS
from sample.maker.sheet import Para, Sheet, bold

_CHALLENGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>安全验证</title></head>
<body><div id="verify"><h3>访问验证</h3><p>您的访问过于频繁，请完成验证后继续。</p>
<script>window.setTimeout(function () { location.reload(); }, 5000);</script></div></body></html>
"""
_POLICY = """第一章 总则
第一条 为规范公司与投资者之间的信息沟通，促进公司与投资者之间的良性关系，完善公司治理，根据有关法律法规和公司章程，结合公司实际，制定本制度。
第二条 投资者关系管理是指公司通过信息披露与交流，加强与投资者之间的沟通，增进投资者对公司的了解和认同，提升公司治理水平，以实现公司整体利益最大化和保护投资者合法权益的管理行为。
第三条 公司开展投资者关系管理工作应当遵循合规性、平等性、主动性和诚实守信的原则。
第二章 职责与分工
第四条 董事会秘书为公司投资者关系管理负责人，证券部为职能部门，负责组织和协调日常事务。
第五条 公司接待特定对象来访时，应当由两名以上人员陪同，做好会谈记录，并在规定的时限内编制投资者关系活动记录表后对外披露。
第三章 附则
第六条 本制度由董事会负责解释，自董事会审议通过之日起施行。"""
_NOTICE = """本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载、误导性陈述或重大遗漏。
公司将于2026年3月18日（星期三）15:00-16:30在全景网举办2025年度业绩说明会，本次说明会采用网络远程的方式举行，投资者可登录全景网“投资者关系互动平台”参与。
出席本次说明会的人员有：董事长宋怀瑾先生、总经理贺兰亭先生、财务总监苗若琳女士、董事会秘书易南星先生。
为充分尊重投资者、提升交流的针对性，现就本次说明会提前向投资者公开征集问题，欢迎投资者于2026年3月17日前将有关问题发送至公司邮箱。
特此公告。"""
_SLIDES = """目录：公司概况 / 市场机会 / 产品进展 / 财务表现
公司概况：成立于2009年，专注薄膜沉积与清洗设备，员工 1,280 人，研发人员占比 46%
市场机会：先进封装与存储扩产带动设备需求，预计未来三年行业复合增速超过 15%
产品进展：PECVD 累计出货 46 台；清洗设备进入四家客户；原子层沉积设备样机在线验证
财务表现：2025年营业收入 22.1 亿元，同比增长 33.4%；研发投入占比 17.8%
谢谢聆听"""
_TRUNCATED_AT = 0.55
_TEXTS = MappingProxyType({
    "policy": _POLICY, "notice": _NOTICE, "annex": _SLIDES, "challenge": "", "truncated": _POLICY,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is no record: what it is, who files it, and its text."""

    kind: str  # policy, notice, annex, challenge or truncated
    company: Company
    listed: Activity
    sheet: Sheet


def drafts() -> tuple[Draft, ...]:
    """All of them."""
    software = _company("301948", "数峤科技", "杭州数峤科技股份有限公司", "9900061948")
    drug = _company("301967", "和溪生物", "成都和溪生物医药股份有限公司", "gfbj0873967")
    chip = _company("301933", "澜辰半导", "苏州澜辰半导体设备股份有限公司", "9900061933")
    wind = _company("301962", "岚桥风能", "江苏岚桥风能装备股份有限公司", "nssc1001962")
    freight = _company("003074", "驰沿物流", "深圳市驰沿供应链物流股份有限公司", "9900053074")
    return (
        _draft("policy", software, "1900300109", "2026-03-04 18:02:11", "投资者关系管理制度（2026年3月）"),
        _draft("notice", drug, "1900300128", "2026-03-08 16:30:45", "关于举行2025年度网上业绩说明会的通知"),
        _draft("annex", chip, "1900300134", "2026-03-10 20:06:02", "2026年3月9日-10日调研活动附件之演示文稿"),
        _draft("challenge", wind, "1900300126", "2026-03-07 10:20:00", "2026年3月6日投资者关系活动记录表"),
        _draft("truncated", freight, "1900300114", "2026-03-04 20:50:39", "驰沿物流2026年3月4日投资者关系活动记录表"),
    )


def content(draft: Draft) -> bytes:
    """The file's bytes."""
    if draft.kind == "challenge":
        return _CHALLENGE.encode()
    drawn = pdf.draw(draft.sheet, LOOKS["notice"], draft.listed.title)
    return drawn[: int(len(drawn) * _TRUNCATED_AT)] if draft.kind == "truncated" else drawn


def _company(code: str, name: str, full: str, org_id: str) -> Company:
    return Company(code=code, name=name, full=full, board="SZCY" if code.startswith("3") else "SZZB", org_id=org_id)


def _draft(kind: str, company: Company, key: str, listed: str, title: str) -> Draft:
    at = datetime.fromisoformat(listed).replace(tzinfo=CHINA)
    activity = Activity(key=key, listed=at, title=title, form="", look="notice", when="", sessions=[], hosts=[])
    top = (
        Para(text=f"证券代码：{company.code}\t证券简称：{company.name}", align="ends"),
        Para(text=""),
        bold(company.full, align="center", size=16.0),
        bold(title, align="center", size=15.0),
        Para(text=""),
    )
    body = tuple(Para(text=part, indent=2.0) for part in _TEXTS[kind].split("\n") if part)
    return Draft(kind, company, activity, Sheet(top=top, rows=(), tail=body))
