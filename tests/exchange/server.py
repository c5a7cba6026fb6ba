"""A local exchange: an HTTP server on loopback that speaks every source's contract, and misbehaves when told to.

It filters by partition and window and pages as each source does, repeats or ends past the last page, lies where
contracts/API.md says that the real one lies, and refuses downloads that carry a listing's headers. How a source is
spoken stands in a file of its own beside this one.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from tests.exchange.bse import BSE
from tests.exchange.cninfo import CNINFO, PAGE, envelope, path_of, row
from tests.exchange.irm import IRM
from tests.exchange.sns import COMPANIES, SNS, old_posts
from tests.exchange.vendor import EASTMONEY, LISTS, list_answer
from tests.exchange.wire import CHINA, Answer, Asked, Body, Dialect, Row, Shown, json_answer

__all__ = [
    "CHINA", "PAGE", "Answer", "Asked", "Body", "Exchange", "Fault", "Row", "Twist", "envelope", "json_answer",
    "path_of", "row", "serving",
]  # fmt: skip

DIALECTS = {place: dialect for dialect in (CNINFO, IRM, SNS, COMPANIES, BSE, EASTMONEY) for place in dialect.places}
HOSTS = (
    "www.cninfo.com.cn", "static.cninfo.com.cn", "irm.cninfo.com.cn", "sns.sseinfo.com", "www.bse.cn",
    "datacenter-web.eastmoney.com", "pdf.dfcfw.com",
)  # fmt: skip

_DRIPS = 20

# A fault sees the request, how often its like was asked before, and the honest answer; it gives the one that is sent.
Fault = Callable[[Asked, int, Answer], Answer]
# A twist sees how often the page was asked before and what it shows, before it is written; it gives what is shown.
Twist = Callable[[int, Shown], Shown]


class Exchange:
    """The rows that are listed, the files behind them, the faults, and every request that came."""

    def __init__(self, rows: Sequence[Row] = (), files: Mapping[str, bytes] | None = None) -> None:
        """Begin with rows of the contract and files by path."""
        self.listed: dict[str, list[Row]] = {dialect.name: [] for dialect in DIALECTS.values()}
        self.listed |= {"cninfo": list(rows), "sse": old_posts()}
        self.securities: dict[str, list[Row]] = {}
        self.files = dict(files or {})
        self.faults: list[Fault] = []
        self.twists: list[Twist] = []
        self.twist_of: Callable[[str, Shown], Shown] = lambda _, shown: shown  # that knows the source
        self.asked: list[Asked] = []
        self.address = ""
        self._counts: Counter[str] = Counter()
        self._guard = threading.Lock()

    @property
    def rows(self) -> list[Row]:
        """The rows of cninfo's listing."""
        return self.listed["cninfo"]

    @rows.setter
    def rows(self, rows: list[Row]) -> None:
        self.listed["cninfo"] = rows

    @property
    def host_map(self) -> dict[str, str]:
        """The mapping that sends the sources' hosts here."""
        return dict.fromkeys(HOSTS, self.address)

    @property
    def host_map_text(self) -> str:
        """The mapping as JIYAO_HOST_MAP has it."""
        return ",".join(f"{host}={target}" for host, target in self.host_map.items())

    def downloads(self) -> Counter[str]:
        """How often each file was asked for."""
        return Counter(one.path for one in self.asked if one.method == "GET" and one.place not in DIALECTS)

    def answer(self, asked: Asked) -> Answer:
        """The honest answer, changed by the faults."""
        with self._guard:
            self.asked.append(asked)
            like = f"{asked.method} {asked.path} {sorted(asked.fields.items())}"
            before, self._counts[like] = self._counts[like], self._counts[like] + 1
            honest = self._listing(asked, before) if asked.place in DIALECTS else self._file(asked)
            for fault in self.faults:
                honest = fault(asked, before, honest)
            return honest

    def _listing(self, asked: Asked, before: int = 0) -> Answer:
        dialect = DIALECTS[asked.place]
        if refused := dialect.refuse(asked):
            return refused
        shown = _shown(dialect, dialect.find(self.listed[dialect.name], asked), dialect.page(asked))
        for twist in self.twists:
            shown = twist(before, shown)
        shown = self.twist_of(dialect.name, shown)
        return dialect.write(asked, shown)

    def _file(self, asked: Asked) -> Answer:
        if asked.place.startswith(LISTS):
            return list_answer(self.securities.get(asked.place, []))
        if "x-requested-with" in asked.headers or "content-type" in asked.headers or asked.method != "GET":
            return Answer(b"<html>404</html>", 404)
        content = self.files.get(asked.path)
        return Answer(b"<html>404</html>", 404) if content is None else Answer(content)


def _shown(dialect: Dialect, found: list[Row], page: int) -> Shown:
    last = max(-(-len(found) // dialect.size), 1)
    number = page if 1 <= page <= last else dialect.beyond(page, last)
    rows = found[(number - 1) * dialect.size : number * dialect.size] if number else []
    return Shown(found, page, rows, len(found))


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


def _handler(exchange: Exchange) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Turns HTTP into `Asked` and `Answer` into HTTP."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """A file, or a page of a listing."""
            self._reply(())

        def do_POST(self) -> None:
            """A page of a listing."""
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            self._reply(tuple(parse_qsl(body, keep_blank_values=True)))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

        def _reply(self, pairs: tuple[tuple[str, str], ...]) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            sent = exchange.answer(Asked(self.command, self.path, dict(pairs), headers, pairs))
            self.send_response(sent.status)
            for name, value in {"Content-Length": str(len(sent.content)), **sent.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            step = len(sent.content) // _DRIPS + 1 if sent.drip else len(sent.content) + 1
            with suppress(ConnectionError):  # who asked has given up
                for start in range(0, len(sent.content[: sent.cut]), step):
                    self.wfile.write(sent.content[: sent.cut][start : start + step])
                    time.sleep(sent.drip or 0)
            if sent.cut is not None or sent.drip:
                self.close_connection = True

    return Handler
