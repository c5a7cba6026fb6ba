"""A local exchange: an HTTP server on loopback that speaks the cninfo contract, and misbehaves when told to.

It filters by partition and window, pages by 30, answers page 1 again past the last page, lies in `hasMore`
and `totalpages`, serves the whole market when fields come in the query string, and refuses downloads that
carry the listing's headers, as contracts/API.md says of the real one.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

CHINA = timezone(timedelta(hours=8))
PAGE = 30
COLUMNS = {"szse": ("SZZB", "SZMB", "SZCY"), "sse": ("SHZB", "SHKCB"), "bj": ("BJS",)}
Row = dict[str, Any]
Body = dict[str, Any]


@dataclass(slots=True)
class Answer:
    """What goes back."""

    content: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None  # bytes after which the connection breaks


@dataclass(slots=True)
class Asked:
    """One request that came."""

    method: str
    path: str
    fields: dict[str, str]
    headers: dict[str, str]

    @property
    def page(self) -> int:
        """Its page number, 0 for a file."""
        return int(self.fields.get("pageNum", "0"))


# A fault sees the request, how often its like was asked before, and the honest answer; it gives the one that is sent.
Fault = Callable[[Asked, int, Answer], Answer]


class Exchange:
    """The rows that are listed, the files behind them, the faults, and every request that came."""

    def __init__(self, rows: Sequence[Row] = (), files: Mapping[str, bytes] | None = None) -> None:
        """Begin with rows of the contract and files by path."""
        self.rows = list(rows)
        self.files = dict(files or {})
        self.faults: list[Fault] = []
        self.asked: list[Asked] = []
        self.address = ""
        self._counts: Counter[str] = Counter()
        self._guard = threading.Lock()

    @property
    def host_map(self) -> dict[str, str]:
        """The mapping that sends cninfo's hosts here."""
        return {"www.cninfo.com.cn": self.address, "static.cninfo.com.cn": self.address}

    @property
    def host_map_text(self) -> str:
        """The mapping as JIYAO_HOST_MAP has it."""
        return ",".join(f"{host}={target}" for host, target in self.host_map.items())

    def downloads(self) -> Counter[str]:
        """How often each file was asked for."""
        return Counter(one.path for one in self.asked if one.method == "GET")

    def answer(self, asked: Asked) -> Answer:
        """The honest answer, changed by the faults."""
        with self._guard:
            self.asked.append(asked)
            like = f"{asked.method} {asked.path} {sorted(asked.fields.items())}"
            before, self._counts[like] = self._counts[like], self._counts[like] + 1
            honest = self._listing(asked) if asked.method == "POST" else self._file(asked)
            for fault in self.faults:
                honest = fault(asked, before, honest)
            return honest

    def _listing(self, asked: Asked) -> Answer:
        if urlsplit(asked.path).path != "/new/hisAnnouncement/query":
            return Answer(b"<html>404</html>", 404)
        found = self.rows if "seDate" not in asked.fields else [row for row in self.rows if _wanted(row, asked.fields)]
        found = sorted(found, key=lambda row: (-int(row["announcementTime"]), str(row["announcementId"])))
        pages = max(-(-len(found) // PAGE), 1)
        number = asked.page if 1 <= asked.page <= pages else 1
        return json_answer(envelope(found[(number - 1) * PAGE : number * PAGE], len(found)))

    def _file(self, asked: Asked) -> Answer:
        if "x-requested-with" in asked.headers or "content-type" in asked.headers:
            return Answer(b"<html>404</html>", 404)
        content = self.files.get(asked.path)
        return Answer(b"<html>404</html>", 404) if content is None else Answer(content)


def envelope(rows: Sequence[Row], total: int) -> Body:
    """The contract's envelope; null where there are no rows."""
    return {
        "classifiedAnnouncements": None,
        "totalSecurities": 0,
        "totalAnnouncement": total,
        "totalRecordNum": total,
        "announcements": list(rows) or None,
        "categoryList": None,
        "hasMore": True,
        "totalpages": total // PAGE,
    }


def json_answer(body: Body) -> Answer:
    """A body as the server sends it."""
    headers = {"Content-Type": "application/json;charset=UTF-8"}
    return Answer(json.dumps(body, ensure_ascii=False).encode(), headers=headers)


def row(key: int, day: str, *, clock: str = "18:30:00", board: str = "SZCY", **changes: object) -> Row:
    """One row of the contract, with all 23 fields."""
    at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=CHINA)
    code = f"3{key % 100_000:05d}"
    made: Row = dict.fromkeys(
        ("id", "storageTime", "associateAnnouncement", "important", "batchNum", "orgName", "announcementTypeName",
         "secNameList")
    )  # fmt: skip
    made |= {
        "secCode": code,
        "secName": f"测试{key % 100:02d}",
        "orgId": f"99{key:08d}",
        "announcementId": str(1_225_000_000 + key),
        "announcementTitle": f"{code}投资者关系管理信息{day.replace('-', '')}",
        "announcementTime": int(at.timestamp() * 1000),
        "adjunctUrl": f"finalpage/{day}/{1_225_000_000 + key}.PDF",
        "adjunctSize": 100,
        "adjunctType": "PDF",
        "columnId": "09020202||251302",
        "pageColumn": board,
        "announcementType": "012001",
        "announcementContent": "",
        "tileSecName": f"测试{key % 100:02d}",
        "shortTitle": None,
    }
    return made | changes


def path_of(listed: Row) -> str:
    """Where a row's file stands."""
    return "/" + str(listed["adjunctUrl"])


@contextmanager
def serving(exchange: Exchange) -> Iterator[Exchange]:
    """The exchange at a loopback address, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(exchange))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    exchange.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield exchange
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _wanted(listed: Row, fields: Mapping[str, str]) -> bool:
    first, last = fields["seDate"].split("~")
    day = datetime.fromtimestamp(int(listed["announcementTime"]) / 1000, CHINA).date().isoformat()
    return listed["pageColumn"] in COLUMNS.get(fields.get("column", ""), ()) and first <= day <= last


def _handler(exchange: Exchange) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Turns HTTP into `Asked` and `Answer` into HTTP."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """A file."""
            self._reply({})

        def do_POST(self) -> None:
            """A page of the listing."""
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            self._reply(dict(parse_qsl(body, keep_blank_values=True)))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

        def _reply(self, fields: dict[str, str]) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            sent = exchange.answer(Asked(self.command, self.path, fields, headers))
            self.send_response(sent.status)
            for name, value in {"Content-Length": str(len(sent.content)), **sent.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(sent.content[: sent.cut])
            if sent.cut is not None:
                self.close_connection = True

    return Handler
