"""What stands above the table: code, short name, company, title and number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fields.text import fold, tidy
from extractors.readers.form import Line

_KIND = r"(?:证\s*券|股\s*票|公\s*司)\s*"
_CODE = re.compile(rf"{_KIND}代\s*码\s*[:：]?\s*[A-Za-z.]*(\d{{6}})")
_NAME = re.compile(
    rf"{_KIND}简\s*称\s*[:：]?\s*(\S.*?)"
    r"(?=\s*(?:(?:记录表?|公告|文件)?\s*编\s*号|[债证股]\S{0,2}\s*[代简]|转债|\t|\||$))"
)
_NUMBER = re.compile(r"编\s*号\s*[:：]?\s*(\S.*?)\s*(?=$|\t|证券|股票|[)）]$)")
_NUMBER_LABEL = re.compile(r"编\s*号\s*[:：]?\s*$")
_BARE_NUMBER = re.compile(
    r"[（(\[〔]?[A-Za-z]{0,6}[\d\s()（）\[\]〔〕年第号.\-—－_]{3,20}"
)  # the number on a line of its own
_TITLE = re.compile(
    r"投资者(?:关系)?(?:活动|管理|调研|接待|交流|互动|沟通|说明会)?\S{0,12}?(?:记录|登记|信息|汇总|纪要)\S{0,6}"
)
_COMPANIES = (
    re.compile(r"(\S+?(?:股份有限公司|有限责任公司|(?<!^股份)有限公司))"),
    re.compile(r"(\S+?(?:股份公司|集团公司|银行|\(集团\)))"),
)
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
        security_code=_first(_CODE, whole),
        security_name=_squeezed(_first(_NAME, whole, re.MULTILINE)),
        company_name=_company(plain),
        record_no=_number(texts),
        title=_title(plain),
    )


def is_record_title(text: str) -> bool:
    """Whether a line is the title of an activity record, of the wordings that were ever in use."""
    return bool(_TITLE.search("".join(text.split())))


def _first(pattern: re.Pattern[str], text: str, flags: int = 0) -> str | None:
    found = re.search(pattern.pattern, text, flags)
    return found.group(1).strip() if found else None


def _squeezed(text: str | None) -> str | None:
    return "".join(text.split()) or None if text else None


def _number(texts: Sequence[str]) -> str | None:
    for text, following in zip(texts, (*texts[1:], ""), strict=False):
        is_below = _NUMBER_LABEL.search(text) is not None and _BARE_NUMBER.fullmatch(following) is not None
        found = _NUMBER.search(text + following if is_below else text)
        if found:
            number = "".join(found.group(1).split()).strip("（()）:：") if "[" not in found.group(1) else found.group(1)
            return "".join(number.split()) or None
    return None


def _company(plain: Sequence[str]) -> str | None:
    """The full legal name: the first line, or lines run together, that ends in a company's legal form."""
    texts = [text for text in plain if not re.match(r"(证券|股票|公司)(代码|简称)|编号", text)]
    for pattern in _COMPANIES:
        for text in (*texts, "".join(texts)):
            found = pattern.match(_TITLE_TAIL.sub("", text) or text)
            if found:
                return tidy(found.group(1))
    return None


def _title(plain: Sequence[str]) -> str | None:
    for text in (*plain, "".join(plain)):
        found = _TITLE.search(text)
        if found:
            return text if len(text) <= 60 else found.group(0)  # noqa: PLR2004 - a line, not the whole header
    return None
