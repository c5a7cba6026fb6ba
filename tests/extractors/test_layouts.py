"""The layouts of the three exchanges and of former years, whole: each as PDF and as DOCX gives every value."""

from collections.abc import Callable

import pytest

from extractors import reading
from extractors.labelled import JsonObject, labelled
from extractors.records import ActivityRecord, ParseFailure, Remark
from tests.factory import docx as word
from tests.factory import pdf
from tests.factory.layouts import ANNOUNCEMENTS, FORMS, page, paragraphs

TWO_PAIRS = [
    ("公司今年的订单情况如何？", "公司订单充足，生产经营正常。"),
    ("公司海外业务的进展怎么样？", "海外子公司已经投产。"),
]
ONE_PAIR = TWO_PAIRS[:1]


def said(content: bytes) -> JsonObject:
    """The values that say something, short: sessions and hosts as tuples, participants as text."""
    records = reading.read(content).records
    found = labelled(records)
    (record,) = (one for one in records if isinstance(one, ActivityRecord))
    short: JsonObject = {key: value for key, value in found.items() if value not in (None, [], False)}
    short["title"] = record.title
    for key, parts in (("sessions", None), ("hosts", ("title", "name")), ("qa", ("question", "answer"))):
        rows = found[key]
        assert isinstance(rows, list)
        if rows:
            short[key] = [tuple(row.values()) if parts is None else tuple(row[part] for part in parts) for row in rows]
    people = found["participants"]
    assert isinstance(people, list)
    if people:
        short["participants"] = ["".join([row["institution"] or "", *row["people"]]) for row in people]
    short.pop("narrative", None)
    return short


ANNOUNCED: dict[str, JsonObject] = {
    "beijing_results_briefing": {
        "security_code": "832999",
        "security_name": "虚构股份",
        "company_name": "虚构精密（苏州）股份有限公司",
        "record_no": "2024-045",
        "categories": ["业绩说明会"],
        "participants_note": "通过网络方式参加公司本次业绩说明会的投资者",
        "sessions": [("2024-05-10", "2024-05-10", "15:00", "17:00")],
        "location": "全景网“投资者关系互动平台”（https://ir.p5w.net）",
        "hosts": [("董事长", "江明远"), ("董事会秘书、财务负责人", "罗静怡"), ("保荐代表人", "陈冬梅")],
        "qa": TWO_PAIRS,
        "title": "投资者关系活动记录表",
    },
    "beijing_labels_numbered": {
        "security_code": "920999",
        "security_name": "虚构股份",
        "company_name": "虚构新材料股份有限公司",
        "record_no": "2025-012",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券", "假设基金", "示例资产"],
        "sessions": [("2025-03-10", "2025-03-10", None, None), ("2025-03-12", "2025-03-12", None, None)],
        "location": "公司会议室",
        "hosts": [("公司董事会秘书", "方知行")],
        "qa": TWO_PAIRS,
        "title": "虚构新材料股份有限公司投资者关系活动记录表",
    },
    "beijing_roadshow": {
        "security_code": "920999",
        "security_name": "虚构股份",
        "company_name": "虚构新材料股份有限公司",
        "record_no": "2025-012",
        "categories": ["路演活动"],
        "participants": ["虚构证券", "假设基金"],
        "sessions": [("2025-03-10", "2025-03-10", None, None)],
        "location": "线上会议",
        "hosts": [("董事长", "江明远"), ("董事会秘书", "方知行")],
        "qa": ONE_PAIR,
        "title": "投资者关系活动记录表的公告",
    },
    "visit_told_as_an_announcement": {
        "security_code": "920999",
        "security_name": "虚构股份",
        "company_name": "虚构新材料股份有限公司",
        "record_no": "2025-012",
        "participants": ["虚构证券", "假设基金"],
        "sessions": [("2025-03-10", "2025-03-10", None, None)],
        "location": "现场调研",
        "hosts": [("董事会秘书", "方知行"), ("证券事务代表", "柳青")],
        "qa": TWO_PAIRS,
        "title": "关于接待机构投资者调研情况的公告",
    },
    "briefing_told_as_an_announcement": {
        "security_code": "688999",
        "security_name": "虚构股份",
        "company_name": "虚构新材料股份有限公司",
        "record_no": "2025-012",
        "sessions": [("2025-05-10", "2025-05-10", "15:00", "16:00")],
        "location": "上证路演中心",
        "hosts": [("董事长", "江明远"), ("财务总监", "罗静怡"), ("独立董事", "苏敏")],
        "qa": TWO_PAIRS,
        "title": "关于2024年度业绩说明会召开情况的公告",
    },
    "beijing_day_in_a_sentence": {
        "security_code": "832999",
        "security_name": "虚构股份",
        "company_name": "虚构精密股份有限公司",
        "record_no": "2023-045",
        "categories": ["业绩说明会"],
        "sessions": [("2023-05-10", "2023-05-10", "15:00", "17:00")],
        "hosts": [("公司董事长", "江明远"), ("董事会秘书", "罗静怡"), ("保荐代表人", "陈冬梅")],
        "qa": ONE_PAIR,
        "title": "投资者关系活动记录表",
    },
}
FILLED: dict[str, JsonObject] = {
    "shenzhen_blocks_counted_hosts_and_no_year": {
        "security_code": "300998",
        "security_name": "虚构量测",
        "company_name": "虚构量测股份有限公司",
        "record_no": "2024-009",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券赵子明", "示例基金李建周文"],
        "sessions": [("2024-06-03", "2024-06-03", "14:00", "15:00")],
        "location": "公司会议室",
        "hosts": [("副总经理", "张戈"), ("董事会秘书", "薛汉"), ("IR Director", "周鸳")],
        "qa": TWO_PAIRS,
        "signed_on": "2024-06-04",
        "title": "虚构量测股份有限公司投资者关系活动记录表",
    },
    "shanghai_month_and_notice": {
        "security_code": "601999",
        "security_name": "虚构医药",
        "company_name": "虚构医药集团股份有限公司",
        "record_no": "2026-007",
        "categories": ["分析师会议", "路演活动"],
        "participants": ["虚构证券", "假设基金", "示例资产"],
        "participants_stated": 29,
        "sessions": [("2026-07-01", "2026-07-31", None, None)],
        "location": "外部策略会、公司会议室等",
        "qa": TWO_PAIRS,
        "attachments": "无",
        "title": "投资者关系活动记录表",
    },
    "shanghai_way_instead_of_place": {
        "security_code": "600999",
        "security_name": "虚构电工",
        "company_name": "虚构电工股份有限公司",
        "categories": ["分析师会议", "现场参观", "其他"],
        "category_note": "策略会",
        "participants": ["虚构证券", "假设基金", "示例资产"],
        "participants_stated": 31,
        "sessions": [("2026-07-01", "2026-07-31", None, None)],
        "location": "现场调研、策略会",
        "hosts": [("董事会秘书", "方知行")],
        "qa": [("公司订单结构如何？国内订单增速如何？", "订单充足。"), ("海外业务的进展怎么样？", "已经投产。")],
        "title": "投资者关系活动记录表",
    },
    "shanghai_several_meetings": {
        "security_code": "688999",
        "security_name": "虚构存储",
        "company_name": "深圳虚构存储科技股份有限公司",
        "categories": ["特定对象调研", "其他"],
        "category_note": "2026 年第三次临时股东会会议",
        "participants": ["虚构证券赵子明", "假设证券周文", "示例基金李建"],
        "sessions": [
            ("2026-08-27", "2026-08-27", "15:00", "15:30"),
            ("2026-09-07", "2026-09-07", "16:00", "17:00"),
            ("2026-09-08", "2026-09-08", "10:00", "11:00"),
        ],
        "location": "虚构园区 3 号楼 3 楼 T3 培训中心三楼会议室",
        "hosts": [("董事长", "孙成"), ("董事会秘书兼财务负责人", "黄焱")],
        "qa": TWO_PAIRS,
        "attachments": "无",
        "signed_on": "2026-08-27",
        "title": "投资者关系活动记录汇总表",
    },
    "shanghai_subject_and_staff": {
        "security_code": "605999",
        "security_name": "虚构新材",
        "company_name": "江苏虚构新材料股份有限公司",
        "record_no": "2026-008",
        "categories": ["业绩说明会"],
        "sessions": [("2026-09-15", "2026-09-15", "09:00", "10:00")],
        "location": "上证路演中心 https://roadshow.sseinfo.com网络文字互动",
        "hosts": [("董事兼总经理", "裘欧"), ("董事兼董事会秘书", "蒋颖"), ("财务总监", "李景"), ("独立董事", "冷军")],
        "qa": [
            ("上半年营收高增但毛利率同比下滑，原因是什么？", "尊敬的投资者，您好！主要是产品结构变化所致。"),
            ("何时能形成规模化利润贡献？", "尊敬的投资者，您好！公司正在推进。"),
        ],
        "title": "投资者关系活动记录表",
    },
    "shenzhen_without_code_and_day": {
        "company_name": "福建虚构光学股份有限公司",
        "record_no": "2026003",
        "categories": ["业绩说明会"],
        "participants_note": "虚构光学 2026 年半年度业绩说明会采用网络远程方式进行，面向全体投资者",
        "sessions": [("2026-09-01", "2026-09-01", "15:00", "16:30")],
        "location": "深圳证券交易所“互动易平台”http://irm.cninfo.com.cn“云访谈”栏目",
        "hosts": [("董事长", "张戈"), ("总经理", "陈秋"), ("财务总监", "郭宗"), ("董秘", "薛汉")],
        "qa": [("公司今年的订单情况如何？", "充足，谢谢！"), ("新车间装修怎么样了？", "正在推进。")],
        "attachments": "无",
        "title": "福建虚构光学股份有限公司投资者关系活动记录表",
    },
    "shenzhen_sections_and_annex": {
        "security_code": "301999",
        "security_name": "虚构数控",
        "company_name": "深圳市虚构数控科技股份有限公司",
        "record_no": "2026-004",
        "categories": ["特定对象调研", "其他"],
        "category_note": "券商策略会、电话会议",
        "participants_note": "详见附件清单。",
        "sessions": [("2026-08-21", "2026-09-17", None, None)],
        "location": "公司会议室、深圳、上海、香港",
        "hosts": [("副总经理、财务总监兼董事会秘书", "周小东"), ("证券事务代表", "周鸳")],
        "attachments": "参会机构名单",
        "signed_on": "2026-09-17",
        "title": "投资者关系活动记录表",
    },
    "shanghai_bond_line": {
        "security_code": "688998",
        "security_name": "虚构瓷材",
        "company_name": "江苏虚构瓷材股份有限公司",
        "record_no": "2026-015",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券赵子明", "示例基金李建"],
        "sessions": [("2026-04-29", "2026-04-29", None, None)],
        "location": "电话会议",
        "hosts": [("董事长", "张戈"), ("董秘", "薛汉")],
        "qa": TWO_PAIRS,
        "attachments": "无",
        "signed_on": "2026-04-30",
        "title": "江苏虚构瓷材股份有限公司投资者关系活动记录表",
    },
    "shenzhen_register_of_2013": {
        "security_code": "002999",
        "security_name": "虚构股份",
        "company_name": "虚构股份有限公司",
        "record_no": "2013-001",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券赵子明", "示例基金李建"],
        "sessions": [("2013-06-03", "2013-06-03", "14:30", "16:30")],
        "location": "公司会议室",
        "hosts": [("董事会秘书", "薛汉")],
        "qa": TWO_PAIRS,
        "attachments": "无",
        "signed_on": "2013-06-03",
        "title": "虚构股份有限公司投资者关系活动登记表",
    },
    "shenzhen_management_information": {
        "company_name": "虚构股份有限公司",
        "record_no": "20150603",
        "participants": ["虚构证券赵子明", "示例基金李建"],
        "sessions": [("2015-06-03", "2015-06-03", None, None)],
        "location": "公司会议室",
        "hosts": [("董事会秘书", "薛汉"), ("证券事务代表", "周鸳")],
        "qa": TWO_PAIRS,
        "title": "虚构股份有限公司投资者关系管理信息",
    },
    "code_in_the_table": {
        "security_code": "300999",
        "security_name": "虚构股份",
        "record_no": "2024-003",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券赵子明", "示例基金李建"],
        "sessions": [("2024-06-03", "2024-06-03", None, None)],
        "location": "公司会议室",
        "hosts": [("董事会秘书", "薛汉")],
        "qa": TWO_PAIRS,
        "attachments": "无",
        "signed_on": "2024-06-03",
        "title": None,
    },
    "time_and_place_in_one_row": {
        "security_code": "300999",
        "security_name": "虚构股份",
        "company_name": "虚构股份有限公司",
        "categories": ["特定对象调研"],
        "participants": ["虚构证券赵子明", "示例基金李建"],
        "sessions": [("2024-06-03", "2024-06-03", "14:00", "15:00")],
        "location": "公司会议室",
        "hosts": [("董事会秘书", "薛汉")],
        "qa": TWO_PAIRS,
        "title": "虚构股份有限公司投资者关系活动记录表",
    },
}


@pytest.mark.parametrize("make", [page, paragraphs])
@pytest.mark.parametrize("name", ANNOUNCEMENTS)
def test_an_announcement_gives_every_value(name: str, make: Callable[[tuple[str, ...]], bytes]) -> None:
    assert said(make(ANNOUNCEMENTS[name])) == ANNOUNCED[name]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_gives_every_value_from_either_format(name: str) -> None:
    header, rows = FORMS[name]
    assert said(pdf.form(rows, header=header)) == FILLED[name]
    assert said(word.content(word.form(rows, header)[0])) == FILLED[name]


@pytest.mark.parametrize("name", FORMS)
def test_no_row_of_a_form_is_dropped(name: str) -> None:
    header, rows = FORMS[name]
    records = reading.read(pdf.form(rows, header=header)).records
    (record,) = (one for one in records if isinstance(one, ActivityRecord))
    assert not [one for one in records if isinstance(one, ParseFailure) and one.error == "UnknownLabel"]
    kept = {one.label for one in records if isinstance(one, Remark)}
    kept_labels = {label for label in rows if label in {"备注", "注意事项", "活动主题", "接待方式"}}
    assert kept_labels <= kept
    assert all("".join(label.split()) in "".join(record.text.split()) for label in rows)
