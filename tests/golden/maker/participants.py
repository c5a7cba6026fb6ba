"""Cases of 参与单位名称及人员姓名 in running text: who is an institution, who a person, and what is neither."""

from __future__ import annotations

from collections.abc import Iterator

from tests.golden.maker.case import PARTICIPANTS, Case, house, record
from tests.golden.maker.templates import JINGLAN, TONGHAI, YUNHE

_PAIRS = [house("青禾证券", "陆明远"), house("松岭基金", "王诗涵"), house("远岫资产", "赵启明")]
_HOUSES = [house("青禾证券"), house("松岭基金"), house("远岫资产"), house("临溪保险")]

_ONE = (  # name, lines of the cell, what they say besides
    ("people_behind_half_width_colons", ("青禾证券:陆明远;松岭基金:王诗涵;远岫资产:赵启明;",), _PAIRS, {}),
    ("people_behind_blanks_and_commas_between", ("青禾证券 陆明远，松岭基金 王诗涵，远岫资产 赵启明",), _PAIRS, {}),
    ("people_behind_blanks_of_which_one_has_two", ("青禾证券 陆明远、何晓棠；松岭基金 王诗涵",), [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")], {}),
    ("people_in_brackets", ("青禾证券（陆明远、何晓棠）、松岭基金（王诗涵）",), [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")], {}),
    ("people_behind_dashes", ("青禾证券-陆明远、松岭基金-王诗涵、远岫资产-赵启明",), _PAIRS, {}),
    ("people_glued_to_their_institutions", ("青禾证券陆明远、松岭基金王诗涵、远岫资产赵启明",), _PAIRS, {}),
    ("people_one_pair_a_line", ("青禾证券 陆明远", "松岭基金 王诗涵", "远岫资产 赵启明"), _PAIRS, {}),
    ("people_several_pairs_a_line", ("青禾证券 陆明远  松岭基金 王诗涵", "远岫资产 赵启明  临溪保险 周若谷"), [*_PAIRS, house("临溪保险", "周若谷")], {}),
    ("people_alone", ("陆明远、王诗涵、赵启明",), [house(None, "陆明远"), house(None, "王诗涵"), house(None, "赵启明")], {}),
    ("people_with_honorifics", ("青禾证券：陆明远先生、何晓棠女士；松岭基金：王诗涵女士",), [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")], {}),
    ("people_with_compound_surnames", ("青禾证券：欧阳明远、司马晓棠；松岭基金：诸葛涵",), [house("青禾证券", "欧阳明远", "司马晓棠"), house("松岭基金", "诸葛涵")], {}),
    ("investor_without_an_institution", ("青禾证券：陆明远；个人投资者：王诗涵、赵启明",), [house("青禾证券", "陆明远"), house(None, "王诗涵", "赵启明")], {}),
    ("investor_behind_a_blank", ("青禾证券 陆明远、个人投资者 王诗涵",), [house("青禾证券", "陆明远"), house(None, "王诗涵")], {}),
    ("media_among_institutions", ("青禾证券：陆明远；潮声财经：王诗涵；江海日报：赵启明",), [house("青禾证券", "陆明远"), house("潮声财经", "王诗涵"), house("江海日报", "赵启明")], {}),
    ("institutions_between_enumeration_commas", ("青禾证券、松岭基金、远岫资产、临溪保险",), _HOUSES, {}),
    ("institutions_between_commas", ("青禾证券，松岭基金，远岫资产，临溪保险",), _HOUSES, {}),
    ("institutions_between_semicolons", ("青禾证券；松岭基金；远岫资产；临溪保险。",), _HOUSES, {}),
    ("institutions_one_a_line", ("青禾证券", "松岭基金", "远岫资产", "临溪保险"), _HOUSES, {}),
    ("institutions_in_columns_of_blanks", ("青禾证券            松岭基金", "远岫资产            临溪保险"), _HOUSES, {}),
    ("institutions_numbered", ("1、青禾证券", "2、松岭基金", "3、远岫资产", "4、临溪保险"), _HOUSES, {}),
    ("institutions_numbered_on_one_line", ("1.青禾证券 2.松岭基金 3.远岫资产 4.临溪保险",), _HOUSES, {}),
    ("institution_twice_in_one_list", ("青禾证券、松岭基金、青禾证券、远岫资产",), [house("青禾证券"), house("松岭基金"), house("青禾证券"), house("远岫资产")], {}),
    ("institution_with_a_stray_bracket", ("青禾证券、上海松岭投资)、远岫资产",), [house("青禾证券"), house("上海松岭投资"), house("远岫资产")], {}),
    ("institution_with_a_place_in_brackets", ("青禾证券（香港）、松岭基金管理（上海）有限公司",), [house("青禾证券（香港）"), house("松岭基金管理（上海）有限公司")], {}),
    ("institutions_in_traditional_characters", ("青禾證券、松嶺資產管理、遠岫環球投資",), [house("青禾證券"), house("松嶺資產管理"), house("遠岫環球投資")], {}),
    ("institutions_and_a_remark_on_their_order", ("（排名不分先后）青禾证券、松岭基金、远岫资产",), _HOUSES[:3], {}),
    ("institutions_behind_a_lead", ("参与机构：青禾证券、松岭基金、远岫资产",), _HOUSES[:3], {}),
    ("institutions_and_others_with_a_total", ("青禾证券、松岭基金、远岫资产等20家机构",), _HOUSES[:3], {"participants_stated": 20}),
    ("institutions_and_private_investors_with_a_total", ("青禾证券、松岭基金、远岫资产等20家机构及个人投资者共21人（排名不分先后）",), _HOUSES[:3], {"participants_stated": 20}),
    ("institutions_behind_a_count_of_visitors", ("来自青禾证券、松岭基金、远岫资产等74位投资者",), _HOUSES[:3], {"participants_stated": 74}),
    ("institutions_and_a_total_in_two_units", ("青禾证券、松岭基金等30多家机构，共40名人员",), _HOUSES[:2], {"participants_stated": 30}),
    ("people_below_their_institutions", ("青禾证券", "陆明远、何晓棠", "松岭基金", "王诗涵"), [house("青禾证券", "陆明远", "何晓棠"), house("松岭基金", "王诗涵")], {}),
    ("people_behind_slashes", ("青禾证券/陆明远、松岭基金/王诗涵、远岫资产/赵启明",), _PAIRS, {}),
    ("people_before_their_institutions", ("陆明远 青禾证券 研究员", "王诗涵 松岭基金 基金经理", "赵启明 远岫资产 投资总监"), _PAIRS, {}),
    ("people_behind_positions", ("青禾证券 研究员 陆明远；松岭基金 基金经理 王诗涵；远岫资产 投资总监 赵启明",), _PAIRS, {}),
    ("people_on_two_days", ("5月10日：", "青禾证券 陆明远", "5月11日：", "松岭基金 王诗涵；远岫资产 赵启明"), _PAIRS, {}),
    ("latin_names_with_legal_forms", ("Harbour Lane Capital Co., Ltd.、Northfield Partners, LLC、Grey Heron Fund, L.P.",), [house("Harbour Lane Capital Co., Ltd."), house("Northfield Partners, LLC"), house("Grey Heron Fund, L.P.")], {}),
    ("latin_people_behind_colons", ("Harbour Lane Capital：Emma Stone-Field；青禾证券：陆明远",), [house("Harbour Lane Capital", "Emma Stone-Field"), house("青禾证券", "陆明远")], {}),
    ("latin_and_chinese_institutions", ("青禾证券、Harbour Lane Capital、松岭基金、Grey Heron Asset Management",), [house("青禾证券"), house("Harbour Lane Capital"), house("松岭基金"), house("Grey Heron Asset Management")], {}),
)  # fmt: skip

_NOBODY = (  # name, the cell, a stated total
    ("audience_online", "线上参与公司2025年度业绩说明会的投资者", None),
    ("audience_of_a_platform", "通过全景网“投资者关系互动平台”参与公司本次业绩说明会的广大投资者", None),
    ("audience_of_all_investors", "采用网络远程方式进行，面向全体投资者", None),
    ("audience_asks_online", "投资者网上提问", None),
    ("audience_of_shareholders", "现场出席公司2026年第一次临时股东会的股东/股东代理人", None),
    ("audience_counted", "个人投资者27人", 27),
)


def cases() -> Iterator[Case]:
    """The cases of this group."""
    for name, lines, found, more in _ONE:
        yield record(name, YUNHE, {PARTICIPANTS: lines}, {"participants": found, **more})
    for name, text, count in _NOBODY:
        yield record(
            name, JINGLAN, {PARTICIPANTS: (text,)},
            {"participants": [], "participants_note": text, "participants_stated": count},
        )  # fmt: skip
    yield record(
        "people_over_many_lines_of_which_names_are_cut", TONGHAI,
        {PARTICIPANTS: (
            ("临溪保险：周若谷、顾安之、孟书怀；白石资本：陆明远、何晓棠；海棠私募基金管理有限公司：王诗涵、赵启明、谢知微；"
            "青禾证券：汪予安、唐书言；松岭基金：沈亦舟、林可、方之桐；远岫资产：秦若水"),
        )},
        {"participants": [
            house("临溪保险", "周若谷", "顾安之", "孟书怀"), house("白石资本", "陆明远", "何晓棠"),
            house("海棠私募基金管理有限公司", "王诗涵", "赵启明", "谢知微"), house("青禾证券", "汪予安", "唐书言"),
            house("松岭基金", "沈亦舟", "林可", "方之桐"), house("远岫资产", "秦若水"),
        ]},
        look="wps",
    )  # fmt: skip
    yield record(
        "latin_names_over_several_lines", TONGHAI,
        {PARTICIPANTS: (
            ("Harbour Lane Capital Advisors、Northfield Global Partners、Grey Heron Asset Management Limited、青禾证券、"
            "Willow Creek Investment Advisers、Old Mill Street Securities"),
        )},
        {"participants": [
            house("Harbour Lane Capital Advisors"), house("Northfield Global Partners"),
            house("Grey Heron Asset Management Limited"), house("青禾证券"),
            house("Willow Creek Investment Advisers"), house("Old Mill Street Securities"),
        ]},
        look="wps",
    )  # fmt: skip
    yield record(
        "shareholders_in_front_of_institutions", TONGHAI,
        {PARTICIPANTS: ("现场出席2026年第三次临时股东会会议的股东/股东代理人", "临溪保险 周若谷、白石资本 顾安之")},
        {"participants": [house("临溪保险", "周若谷"), house("白石资本", "顾安之")]},
    )  # fmt: skip
    yield record(
        "statement_below_the_names", TONGHAI,
        {PARTICIPANTS: ("临溪保险 周若谷、白石资本 顾安之", "接待过程中，公司严格按照信息披露制度的规定，没有出现未公开重大信息泄露等情况。")},
        {"participants": [house("临溪保险", "周若谷"), house("白石资本", "顾安之")]},
    )  # fmt: skip
