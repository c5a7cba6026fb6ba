"""Plain records of four invented companies; each case changes one of them in one place."""

from __future__ import annotations

from tests.golden.maker.case import (
    ATTACHMENTS,
    CATEGORY,
    CONTENT,
    DAY,
    HOSTS,
    PARTICIPANTS,
    PLACE,
    TIME,
    Company,
    Template,
    host,
    house,
    session,
)

_OPTIONS = (
    ("特定对象调研", "分析师会议"),
    ("媒体采访", "业绩说明会"),
    ("新闻发布会", "路演活动"),
    ("现场参观", "其他"),
)


def boxes(*ticked: str, tick: str = "√", empty: str = "□", other: str = "其他") -> tuple[str, ...]:
    """The form's eight options in two columns, each behind its box."""
    lines = []
    for left, right in _OPTIONS:
        texts = [(tick if option in ticked else empty) + option.replace("其他", other) for option in (left, right)]
        lines.append(texts[0] + "    " * max(2, 9 - len(left)) + texts[1])
    return tuple(lines)


YUNHE = Template(
    company=Company(code="301991", name="云禾智造", full="云禾智能制造股份有限公司"),
    no="2026-003",
    rows={
        CATEGORY: boxes("特定对象调研", "现场参观"),
        PARTICIPANTS: ("青禾证券：陆明远、何晓棠；松岭基金：王诗涵；远岫资产：赵启明",),
        TIME: ("2026年3月10日 14:00-15:30",),
        PLACE: ("公司三楼会议室",),
        HOSTS: ("董事会秘书：沈亦舟", "证券事务代表：林可"),
        CONTENT: (
            "问：公司目前的在手订单情况如何？", "答：截至2月末，公司在手订单充足，生产线满负荷运行。",
            "问：海外基地什么时候投产？", "答：泰国基地已完成设备安装，预计三季度试生产。",
        ),
        ATTACHMENTS: ("无",),
        DAY: ("2026年3月11日",),
    },
    says={
        "security_code": "301991", "security_name": "云禾智造", "company_name": "云禾智能制造股份有限公司",
        "record_no": "2026-003", "categories": ["特定对象调研", "现场参观"], "category_note": None,
        "participants": [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵"), house("远岫资产", "赵启明")],
        "participants_stated": None, "participants_note": None, "participants_in_attachment": False,
        "sessions": [session("2026-03-10", None, "14:00", "15:30")], "location": "公司三楼会议室",
        "hosts": [host("沈亦舟", "董事会秘书"), host("林可", "证券事务代表")],
        "qa": [
            ("公司目前的在手订单情况如何？", "截至2月末，公司在手订单充足，生产线满负荷运行。"),
            ("海外基地什么时候投产？", "泰国基地已完成设备安装，预计三季度试生产。"),
        ],
        "narrative": False, "attachments": "无", "signed_on": "2026-03-11",
    },
)  # fmt: skip

JINGLAN = Template(
    company=Company(code="002991", name="晶澜光学", full="浙江晶澜光学科技股份有限公司"),
    no="2025-018",
    rows={
        CATEGORY: boxes("业绩说明会", tick="☑"),
        PARTICIPANTS: ("线上参与公司2024年度业绩说明会的投资者",),
        TIME: ("2025年4月22日 15:00-17:00",),
        PLACE: ("全景网“投资者关系互动平台”（https://ir.p5w.net）",),
        HOSTS: ("董事长、总经理：罗远山", "财务总监：许清和"),
        CONTENT: (
            "Q1：车载镜头业务今年的增长目标是多少？", "A1：公司预计车载镜头出货量同比增长三成以上。",
            "Q2：毛利率下降的原因是什么？", "A2：主要是新产线爬坡期折旧较高，后续会逐步改善。",
        ),
        ATTACHMENTS: ("无",),
        DAY: ("2025年4月22日",),
    },
    says={
        "security_code": "002991", "security_name": "晶澜光学", "company_name": "浙江晶澜光学科技股份有限公司",
        "record_no": "2025-018", "categories": ["业绩说明会"], "category_note": None,
        "participants": [], "participants_stated": None,
        "participants_note": "线上参与公司2024年度业绩说明会的投资者", "participants_in_attachment": False,
        "sessions": [session("2025-04-22", None, "15:00", "17:00")],
        "location": "全景网“投资者关系互动平台”（https://ir.p5w.net）",
        "hosts": [host("罗远山", "董事长、总经理"), host("许清和", "财务总监")],
        "qa": [
            ("车载镜头业务今年的增长目标是多少？", "公司预计车载镜头出货量同比增长三成以上。"),
            ("毛利率下降的原因是什么？", "主要是新产线爬坡期折旧较高，后续会逐步改善。"),
        ],
        "narrative": False, "attachments": "无", "signed_on": "2025-04-22",
    },
)  # fmt: skip

TONGHAI = Template(
    company=Company(code="603991", name="潼海装备", full="潼海海洋装备集团股份有限公司"),
    no="2026-007",
    rows={
        CATEGORY: boxes("分析师会议", tick="■"),
        PARTICIPANTS: ("临溪保险 周若谷、白石资本 顾安之、海棠私募 孟书怀",),
        TIME: ("2026年5月12日上午10:00-11:00",),
        PLACE: ("电话会议",),
        HOSTS: ("副总经理、董事会秘书 裴文清",),
        CONTENT: (
            "1、请介绍一下深水泵的研发进展。", "答：深水泵已通过海试，正在办理型式认可。",
            "2、公司今年有没有分红计划？", "答：公司将统筹资金安排，积极回报股东。",
        ),
        ATTACHMENTS: ("无",),
        DAY: ("2026年5月12日",),
    },
    says={
        "security_code": "603991", "security_name": "潼海装备", "company_name": "潼海海洋装备集团股份有限公司",
        "record_no": "2026-007", "categories": ["分析师会议"], "category_note": None,
        "participants": [house("临溪保险", "周若谷"), house("白石资本", "顾安之"), house("海棠私募", "孟书怀")],
        "participants_stated": None, "participants_note": None, "participants_in_attachment": False,
        "sessions": [session("2026-05-12", None, "10:00", "11:00")], "location": "电话会议",
        "hosts": [host("裴文清", "副总经理、董事会秘书")],
        "qa": [
            ("请介绍一下深水泵的研发进展。", "深水泵已通过海试，正在办理型式认可。"),
            ("公司今年有没有分红计划？", "公司将统筹资金安排，积极回报股东。"),
        ],
        "narrative": False, "attachments": "无", "signed_on": "2026-05-12",
    },
)  # fmt: skip
