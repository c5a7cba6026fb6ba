"""Marks printed without their colon, `1. 问订单如何？答订单充足。`, given one, so that they are read as marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.form import Line

_ASK = re.compile(
    r"(?:^|(?<=[。！？?!；;…]))\s*(?:\d{1,2}\s*[、.．]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}、)\s*问"
    r"(?!\s*[:：、.．\d]|[题询答世卷诊责])"
)
_TELL = re.compile(r"(?<=[？?])\s*答(?!\s*[:：、.．\d]|[复案应卷题辩谢])")
_TELL_FIRST = re.compile(r"^\s*答(?!\s*[:：、.．\d]|[复案应卷题辩谢])")
_FEW = 2


def given(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines; a colon behind each numbered 问 and each 答 after a question mark, where there are two or more."""
    ends = [[found.end() for found in _ASK.finditer(line.text)] if "问" in line.text else [] for line in lines]
    if sum(map(len, ends)) < _FEW:
        return lines
    told = [[found.end() for found in _TELL.finditer(line.text)] for line in lines]
    for i in range(1, len(lines)):
        first = _TELL_FIRST.match(lines[i].text) if lines[i - 1].text.rstrip().endswith(("？", "?")) else None
        told[i] += [first.end()] if first else []
    if sum(map(len, told)) < max(_FEW, sum(map(len, ends)) - 1):
        return lines
    return [_at(line, sorted({*asking, *telling})) for line, asking, telling in zip(lines, ends, told, strict=True)]


def _at(line: Line, places: Sequence[int]) -> Line:
    """The line with a colon at each place."""
    text, bold = line.text, line.bold
    for at in reversed(places):
        text = f"{text[:at]}：{text[at:]}"
        bold += at < line.bold
    return replace(line, text=text, bold=bold) if places else line
