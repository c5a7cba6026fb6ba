"""Figures: the quantities that an answer names, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.fields.figure import Found, parse

laws = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def told(text: str) -> list[str]:
    """Each figure as what is printed, its number or range, its unit."""
    return [f"{text[one.start : one.end]} = {numbers(one)} {one.unit}" for one in parse(text)]


def numbers(one: Found) -> str:
    ends = (one.value,) if one.value is not None else (one.low, one.high)
    return "~".join(f"{end.normalize():f}" for end in ends if end is not None)


FIGURES = (
    ("营收1,234.5 万元。", ["1,234.5 万元 = 12345000 元"]),
    ("总资产３．６万亿元", ["３．６万亿元 = 3600000000000 元"]),
    ("约合1.4亿美元，HK$5.2亿", ["1.4亿美元 = 140000000 美元", "HK$5.2亿 = 520000000 港元"]),
    ("派发人民币 4.5 元", ["人民币 4.5 元 = 4.5 元"]),
    ("作价￥1000。", ["￥1000 = 1000 元"]),
    ("亏损-1.2亿元，净利润为负2亿元", ["-1.2亿元 = -120000000 元", "负2亿元 = -200000000 元"]),
    ("增长30%-40%，费用5-8亿元", ["30%-40% = 30~40 %", "5-8亿元 = 500000000~800000000 元"]),
    ("5.15 亿至 5.25 亿元", ["5.15 亿至 5.25 亿元 = 515000000~525000000 元"]),
    ("由5%至8%", ["5% = 5 %", "8% = 8 %"]),
    ("由5%提升到8%", ["5% = 5 %", "8% = 8 %"]),
    ("增长3个百分点，净利率降0.64pct", ["3个百分点 = 3 百分点", "0.64pct = 0.64 百分点"]),
    ("三成左右，增长一倍，一半以上", ["三成 = 30 %", "一倍 = 1 倍", "一半 = 50 %"]),
    ("一千二百万元，近百亿元，两千多元", ["一千二百万元 = 12000000 元", "百亿元 = 10000000000 元", "两千多元 = 2000 元"]),
    ("门店２００余家，5,000多名员工", ["２００余家 = 200 家", "5,000多名 = 5000 人"]),
    ("产能1,500万吨/年，14 元/股", ["1,500万吨/年 = 15000000 吨/年", "14 元/股 = 14 元/股"]),
    ("13万平米厂房，206 亩", ["13万平米 = 130000 平方米", "206 亩 = 206 亩"]),
    ("3-5年，1 个半月到 2 个月，2年半", ["3-5年 = 3~5 年", "1 个半月到 2 个月 = 1.5~2 月", "2年半 = 2.5 年"]),
    ("深耕行业20年，过去 15 年，未来 3 年", ["20年 = 20 年", "15 年 = 15 年", "3 年 = 3 年"]),
    ("久期由 4.1 年降到 3.2 年，22.5 年", ["4.1 年 = 4.1 年", "3.2 年 = 3.2 年", "22.5 年 = 22.5 年"]),
    ("成本285 元每吨，35 岁以下", ["285 元每吨 = 285 元/吨", "35 岁 = 35 岁"]),
    ("未来10 年、15 年，2025年", ["10 年 = 10 年", "15 年 = 15 年"]),
    ("每10股转增4股，共7 项", ["10股 = 10 股", "4股 = 4 股", "7 项 = 7 项"]),
    ("储能60GWh，装机1.32GW", ["60GWh = 60000000000 瓦时", "1.32GW = 1320000000 瓦"]),
    ("ROE15%，Q3 30%", ["15% = 15 %", "30% = 30 %"]),
    ("1、3家；2、2025年5家", ["3家 = 3 家", "5家 = 5 家"]),
    ("目前3家，前3家", ["3家 = 3 家"]),
    ("30-10亿元", ["10亿元 = 1000000000 元"]),
    ("3个月-1年", ["3个月 = 3 月", "1年 = 1 年"]),
)  # fmt: skip
NONE = (
    "2025年，25 年一季度，3月15日，23年前三季度，05年、08年，2023-2025年，18-20年，2024 年半年度报告",
    "1、提高效率；2、降低成本；（3）其他。1.2024年起",
    "800G、1.6T、H100、4D、5G、3D、A股、PE50倍、V2.0、X86、QSFP28、ISO9001、4S店、7nm、8 寸",
    "第3号准则，第15条第2款，第 2、3、4 期，证监许可〔2023〕1234号，第12号公告，300999",
    "上午9:30至11:30，15：00结束，7×24小时，2×660MW，0755-83888888，邮编518000",
    "前5大客户，前 8 个月，前3名，500强，Top10，1+4+N，24 交 14 直，PUE 1.08",
    "两家，三个，十年，一个，五大方向，三十个交易日，数十万家，上百家，几百亿元，千万不要，一成不变，百家",
    "1类新药，2期临床，90年代，64位处理器",
)


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_figure_has_its_value_and_unit(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [piece for text in NONE for piece in text.split("，")])
def test_what_is_no_quantity_is_left_out(text: str) -> None:
    assert told(text) == []


PIECES = (
    "2025年", "3", "12.5", "1,234", "，", "。", "%", "％", "亿", "万", "元", "美元", "-", "~", "至", "到", "由", "约", "超过", "多", "余",
    "同比", "增长", "下降", "第", "前", "家", "年", "个", "半", "百分之", "三", "十", "百", "千", "成", "倍", "分之", "一半", "点", "人民币", "$",
    "负", "/", "月", "GW", "G", "A", ":", "×", "\n", " ", "１", "０", "．", "+", "以上", "、", "（", "）", "的", "期", "号",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=16).map("".join)


@laws
@given(TEXTS)
def test_any_text_gives_figures_in_their_places(text: str) -> None:
    at = 0
    for one in parse(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        assert (one.value is None) == (one.low is not None) == (one.high is not None)
        if one.low is not None and one.high is not None:
            assert one.low <= one.high
        assert text[one.start : one.end] == text[one.start : one.end].strip()


@pytest.mark.parametrize(
    "text", ["一" + "万" * 5000, "1" * 5000 + "亿元", "百" * 5000 + "分之一", "百分之" + "九" * 5000, "1," * 5000]
)
def test_what_goes_on_and_on_is_no_quantity(text: str) -> None:
    assert all(one.value is not None and one.value < 10**13 for one in parse(text))


NUMBERS = st.decimals(0, 10**6, places=2)
UNITS = {
    "元": ("元", 1),
    "万元": ("元", 10**4),
    " 亿美元": ("美元", 10**8),
    "%": ("%", 1),
    "余家": ("家", 1),
    "万平米": ("平方米", 10**4),
}
STYLES = (
    str,
    "{:,}".format,
    lambda number: str(number).translate({48 + n: 0xFF10 + n for n in range(10)} | {46: "．"}),
)


@laws
@given(NUMBERS, st.sampled_from(sorted(UNITS)), st.sampled_from(STYLES), st.booleans())
def test_what_is_printed_is_read_back(number: Decimal, unit: str, style: object, is_negative: bool) -> None:
    assert callable(style)
    printed = f"{'-' if is_negative else ''}{style(number)}{unit}"
    (found,) = parse(f"公司为{printed}，")
    assert (found.start, found.end) == (3, 3 + len(printed))
    name, factor = UNITS[unit]
    assert (found.value, found.unit) == ((-number if is_negative else number) * factor, name)


@laws
@given(NUMBERS, NUMBERS, st.sampled_from(["-", "~", "至", "—", "～"]))
def test_a_range_is_read_back(low: Decimal, high: Decimal, dash: str) -> None:
    (found,) = parse(f"约{low}%{dash}{high}%。")
    assert (found.low, found.high) == (min(low, high), max(low, high))
