"""What stands above the table: code, short name, company, title and number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fields.text import fold, tidy
from extractors.readers.form import Line

_KIND = r"(?:证\s*券|股\s*票|公\s*司|A\s*股)\s*"
_CODE = re.compile(rf"{_KIND}代\s*码\s*[:：]?\s*[A-Za-z.股:：]*(\d{{6}})(?!\d)")
_CODE_IN_TITLE = re.compile(r"[（(](?:[A-Za-z]{2}[.:：]?)?(\d{6})(?:\.[A-Za-z]{2})?[）)]")  # 某某股份（300999）投资者…
_NEXT = (  # what may stand behind a value on its line
    r"(?:(?:记录表?|公告|文件)?\s*编\s*号|N[Oo][.:：]|[债证股公][券票司]?\s*[代简]|[A-Z]\s*股\s*[代简\d]|可?转债|债券"
    r"|上市地点|上市板块|主办券商|保荐机构|(?:披露|公告|发布|填表|记录|活动|编制)?\s*(?:日\s*期|时\s*间)\s*[:：]|\t|\||$|\n)"
)
_NAME = re.compile(rf"{_KIND}简\s*称\s*[:：]?\s*(\S.*?)(?=\s*{_NEXT})")
_NUMBER = re.compile(rf"(?:编\s*号|N[Oo][.:：])\s*[:：]?\s*(\S.*?)\s*(?={_NEXT}|[)）]$)")
_NUMBER_LABEL = re.compile(
    r"编\s*号\s*[:：]?\s*(?:[^\s:：]{1,12}[-—－])?$"
)  # its number below, or the number's second half
_BARE_NUMBER = re.compile(
    r"[（(\[〔]?[A-Za-z]{0,6}[\d\s()（）\[\]〔〕年第号.\-—－_]{3,20}"
)  # the number on a line of its own
_TITLE = re.compile(
    r"投资者(?:关系)?(?:活动|管理|调研|接待|交流|互动|沟通|说明会)?\S{0,12}?(?:记录|登记|信息|汇总|纪要)\S{0,6}"
    r"|(?:接待|说明会|接受)\S{0,12}?(?:调研|来访|召开|举行|举办|参观)\S{0,4}情况(?:的公告)?"
    r"|(?:召开|举行|举办)\S{0,24}说明会\S{0,2}情况(?:的公告)?"
)
_COMPANIES = (
    re.compile(r"(\S+?(?:股份有限公司|有限责任公司|(?<!^股份)有限公司))"),
    re.compile(r"(\S+?(?:股份公司|集团公司|银行|\(集团\)))"),
)
_DAY_BEFORE = re.compile(r"^(?:关于)?(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)?")
_TITLE_TAIL = re.compile(r"(?:关于)?(?:\d{4}年\S*?)?投资者.*$")


@dataclass(frozen=True, slots=True)
class Header:
    """The header's values as printed, None where it does not say."""

    security_code: str | None
    security_name: str | None
    company_name: str | None
    record_no: str | None
    title: str | None


def parse(lines: Sequence[Line]) -> Header:
    """The header of a form from the lines above its table."""
    texts = [fold(line.text).strip() for line in lines if line.text.strip()]
    whole = "\n".join(texts)
    plain = ["".join(text.split()) for text in texts]
    return Header(
        security_code=_first(_CODE, whole) or _code_in_title(plain),
        security_name=_squeezed(_first(_NAME, whole, re.MULTILINE)),
        company_name=_company(plain),
        record_no=_number(texts),
        title=_title(plain),
    )


def is_record_title(text: str) -> bool:
    """Whether a line is the title of an activity record, of the wordings that were ever in use."""
    return bool(_TITLE.search("".join(text.split())))


def _code_in_title(plain: Sequence[str]) -> str | None:
    """The code in brackets behind a company's name, in the title."""
    return next((code for text in plain if is_record_title(text) and (code := _first(_CODE_IN_TITLE, text))), None)


def _first(pattern: re.Pattern[str], text: str, flags: int = 0) -> str | None:
    found = re.search(pattern.pattern, text, flags)
    return found.group(1).strip() if found else None


def _squeezed(text: str | None) -> str | None:
    return "".join(text.split()).strip("，,、；;。") or None if text else None


def _number(texts: Sequence[str]) -> str | None:
    for text, following in zip(texts, (*texts[1:], ""), strict=False):
        is_below = _NUMBER_LABEL.search(text) is not None and _BARE_NUMBER.fullmatch(following) is not None
        found = _NUMBER.search(text + following if is_below else text)
        if found:
            return _unwrapped("".join(found.group(1).split()).strip(":：")) or None
    return None


def _unwrapped(number: str) -> str:
    """The number without brackets around it; brackets inside, as in [2024]001 or （2024）5号, are its own."""
    whole = re.fullmatch(r"[（(]([^（()）]*)[)）]?|([^（()）]*)[)）]", number)
    return (whole.group(1) or whole.group(2) or "") if whole else number


def _company(plain: Sequence[str]) -> str | None:
    """The full legal name: the first line, or lines run together, that ends in a company's legal form."""
    texts = [text for text in plain if not re.match(r"(证券|股票|公司)(代码|简称)|编号", text)]
    for pattern in _COMPANIES:
        for text in (*texts, "".join(texts)):
            found = pattern.match(_DAY_BEFORE.sub("", _TITLE_TAIL.sub("", text) or text))
            if found:
                return tidy(found.group(1))
    return None


def _title(plain: Sequence[str]) -> str | None:
    for text in (*plain, "".join(plain)):
        found = _TITLE.search(text)
        if found:
            return text if len(text) <= 60 else found.group(0)  # noqa: PLR2004 - a line, not the whole header
    return None
