"""Looks: how each producer of real records draws a page; data."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One producer's page."""

    producer: str
    creator: str
    rules: str  # rects (thin filled rectangles), lines (stroked), boxes (one path of several thin rectangles)
    size: float = 10.5
    leading: float = 1.6
    label_width: float = 88.0
    margins: tuple[float, float] = (82.0, 82.0)  # left and right
    footer: str = "{page}"
    is_footer_first: bool = False  # the page number is drawn before the text
    closes_pages: bool = True  # a rule closes the table at the foot of a page
    shades: bool = False  # rectangles behind labels and lines
    label_middle: bool = True
    foot: float = 72.0


LOOKS = MappingProxyType({
    "word": Look(producer="Microsoft® Word 2016", creator="Microsoft® Word 2016", rules="rects", is_footer_first=True),
    "word_open": Look(
        producer="Microsoft® Office Word 2007", creator="Microsoft® Office Word 2007", rules="rects", size=12.0,
        leading=1.5, label_width=104.0, closes_pages=False, label_middle=False, footer="",
    ),
    "word_narrow": Look(
        producer="Microsoft® Word 2016", creator="Microsoft® Word 2016", rules="rects", size=10.5, leading=1.45,
        label_width=52.0, footer="{page} / {pages}", margins=(70.0, 70.0),
    ),
    "wps": Look(
        producer="", creator="WPS 文字", rules="lines", size=12.0, leading=1.45, label_width=86.0,
        footer="第 {page} 页 共 {pages} 页", margins=(76.0, 76.0),
    ),
    "wps_open": Look(
        producer="", creator="WPS 文字", rules="lines", size=10.5, leading=1.55, label_width=74.0, closes_pages=False,
        label_middle=False, margins=(84.0, 84.0),
    ),
    "acrobat": Look(
        producer="Adobe PDF Library 15.0", creator="Acrobat PDFMaker 18 Word 版", rules="rects", size=10.5, leading=1.7,
        label_width=96.0, shades=True, footer="{page}",
    ),
    "dopdf": Look(
        producer="doPDF Ver 7.2 Build 376 (Windows 7 Business Edition  (SP 1) - Version: 6.1.7601)", creator="doPDF",
        rules="boxes", size=10.5, leading=1.5, label_width=92.0, footer="- {page} -",
    ),
    "notice": Look(
        producer="Microsoft® Word 2016", creator="Microsoft® Word 2016", rules="rects", size=12.0, leading=1.5,
        label_width=100.0, margins=(90.0, 90.0),
    ),
})  # fmt: skip
