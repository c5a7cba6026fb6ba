"""What to do about each error that a run can end in: one table, for `jiyao failures` and the operations pages."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One line of `remedies.csv`; `retry` is what `jiyao failures --retry` does of itself: fetch, read or nothing."""

    error: str
    retry: str
    happened_en: str
    happened_zh: str
    do_en: str
    do_zh: str

    @property
    def told(self) -> str:
        """What to do, in both languages."""
        return self.do_en if self.do_en == self.do_zh else f"{self.do_en}；{self.do_zh}"


@cache
def all_of() -> Mapping[str, Remedy]:
    """The remedies by the error's class, in the file's order."""
    text = files("flows").joinpath("remedies.csv").read_text("utf-8")
    return {line["error"]: Remedy(**line) for line in csv.DictReader(text.splitlines())}


def table(language: str) -> str:
    """The remedies as a table of Markdown, in `en` or `zh`."""
    heads = {"en": "| error | what happened | do |", "zh": "| 错误 | 发生了什么 | 处理 |"}
    lines = (
        f"| `{one.error}` | {getattr(one, f'happened_{language}')} | {getattr(one, f'do_{language}')} |"
        for one in all_of().values()
    )
    return "\n".join((heads[language], "|---|---|---|", *lines)) + "\n"
