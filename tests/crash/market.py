"""What the exchange offers at a stage: rows of one source, or of all, with their files."""

from __future__ import annotations

from datetime import datetime

from tests.exchange import faults
from tests.exchange.bse import disclosure
from tests.exchange.cninfo import notice
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, Row, path_of, row
from tests.exchange.sns import old_posts, post
from tests.factory.text_record import text_record

_DAY = "2026-03-03"
Offer = tuple[dict[str, list[Row]], dict[str, bytes]]  # rows by dialect, files by path


def one_source(*, is_later: bool) -> Offer:
    """Two pages of one partition; later one is withdrawn, one renamed, some come."""
    rows = [row(key, _DAY) for key in range(36)]
    if is_later:
        rows = [rows[1] | {"announcementTitle": "改名后的投资者关系活动记录表"}, *rows[2:]]
        rows += [row(key, "2026-03-04") for key in range(36, 40)]
    files = {path_of(one): text_record(one["secCode"], one["secName"]) for one in rows}
    files[path_of(rows[3])] = faults.CHALLENGE
    return {"cninfo": rows}, files


def every_source(*, is_later: bool) -> Offer:
    """Two pages of each source: three ways to Beijing and Shenzhen, posts of Shanghai; later some come."""
    count = 4 if is_later else 0
    relation = [row(key, _DAY) for key in range(31 + count)]
    notices = [notice(key, _DAY) for key in range(200, 231 + count)]
    disclosed = [disclosure(key, _DAY) for key in range(200, 221 + count)]
    posts = [
        post(10_000 + key, datetime(2026, 3, 3, 9, key, tzinfo=CHINA), printed=f"2026年03月03日 09:{key:02d}")
        for key in range(31 + count)
    ]
    listed = {
        "cninfo": relation + notices,
        "irm": [irm_row(one) for one in relation],
        "bse": disclosed,
        "sse": [*posts, *old_posts()],
    }
    paths = [path_of(one) for one in listed["cninfo"]] + [str(one["destFilePath"]) for one in disclosed]
    paths += [path for one in posts for path, _ in one["files"]]
    return listed, {path: text_record("920007", f"虚构{number}") for number, path in enumerate(paths)}
