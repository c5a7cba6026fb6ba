"""Laws of the small fields over any text: nothing raises, and no word stands in a value that the text does not hold."""

import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.fields import category, header, host, label, session
from extractors.fields.text import fold
from tests.factory.lines import paragraphs

HAN = re.compile(r"[㐀-鿿]")
YEAR = re.compile(r"\d{2}|[〇○零Oo0◯一二三四五六七八九]{4}")
laws = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

PIECES = (
    "2024年", "5月", "8", "10日", "、", "-", "至", "15:00", "16：30", "下午", "2点半", "（星期五）", "二〇二四年", "三月", "十日", "。", "；",
    "\n", " ", "2024.5.8", "/", "20240510", "次日", "全天", "月", "日", "点", "00", "AM", "99", "：", "１５",
    "董事长", "董事会秘书", "证券部", "江明远", "方知行", "李", "先生", "女士", "（", "）", "(", ")", "总经理", "等", "及", "Li Ming",
    "CFO", "虚构股份", "买买提·艾力", "工作人员", "独立董事", "姓名：", "职务：", "—", "1、", "①", "\u2060", "\u2003", "\t",
    "证券代码：", "300999", ".SZ", "证券简称：", "编号：", "*ST虚构", "虚构科技股份有限公司", "投资者关系活动记录表", "公告", "A股", "[2024]", "No.",
    "□", "☑", "√", "特定对象调研", "其他", "其它", "业绩说明会", "线上会议", "(√)", "( )", "X", "\uf0ab", "⽴",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)


def han(text: str | None) -> set[str]:
    """The Han characters of a text, radicals folded."""
    return set(HAN.findall(fold(text or "")))


@laws
@given(TEXTS)
def test_sessions_are_days_in_order_and_print_the_text(text: str) -> None:
    for one in session.parse(text):
        assert one.start_on <= one.end_on
        assert one.printed == text.strip()
        assert YEAR.search(unicodedata.normalize("NFKC", text))
    assert session.parse_date(text) is None or session.parse(text)


@laws
@given(TEXTS)
def test_no_place_is_invented_behind_the_hours(text: str) -> None:
    assert han(session.without_dates(text)) <= han(text) | set("年月日点上下午晚")


@laws
@given(TEXTS)
def test_hosts_hold_only_words_of_the_text(text: str) -> None:
    for one in host.parse(text, ("虚构股份", "虚构科技股份有限公司")):
        assert one.name
        assert han(one.name) | han(one.title) <= han(text)


@laws
@given(st.lists(TEXTS, max_size=5))
def test_a_header_holds_only_words_of_its_lines(lines: list[str]) -> None:
    found = header.parse(paragraphs(*lines))
    whole = "\n".join(lines)
    for value in (found.security_name, found.company_name, found.record_no, found.title):
        assert value != ""
        assert han(value) <= han(whole)
    assert found.security_code is None or re.fullmatch(r"[0-9]{6}", found.security_code)
    assert found.security_code is None or found.security_code in "".join(whole.split())


@laws
@given(st.lists(TEXTS, max_size=4))
def test_categories_hold_only_words_of_the_cell(lines: list[str]) -> None:
    found = category.parse(paragraphs(*lines))
    for value in (*found.ticked, found.note):
        assert value != ""
        assert han(value) <= han("".join(lines)) | set("其他")
    assert len(set(found.ticked)) == len(found.ticked)


@laws
@given(TEXTS)
def test_a_label_is_the_same_however_it_is_spread(text: str) -> None:
    assert label.field_of(" ".join(text)) == label.field_of("".join(text.split()))
