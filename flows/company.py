"""The flow `one-company`: one company's announcements, wherever it can be asked for alone."""

from __future__ import annotations

from datetime import date

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.parameters import Code
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="one-company", flow_run_name="company {code}", persist_result=False)
def one_company(code: Code, since: date | None = None, until: date | None = None) -> Summary:
    """单家公司：列表、下载、解析、发布。 List one company's announcements, fetch its files, read and publish.

    Sources are asked for it alone: cninfo by its issuer's id, 互动易 and bse.cn by its code, e互动 by its own feed. One
    that cannot be, for want of the id or the number that `company-register` brings, is listed whole over the days.

    Args:
        code: 证券代码，六位数字，如 300418。 Six digits, such as 300418.
        since: 首日（含），默认一年前。 First day; by default a year before the last one.
        until: 末日（含），默认明天。 Last day; by default tomorrow.

    """
    own = settings.load()
    return ended(own, lambda: line.one_company(TASKS, own, code, since, until))
