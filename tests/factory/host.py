"""A host on loopback that answers as it is told, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    """One request that came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Host:
    """What the host answers, path by path; a path's last answer is repeated."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    answers: dict[str, list[Callable[[BaseHTTPRequestHandler], None]]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def says(self, path: str, *answers: Callable[[BaseHTTPRequestHandler], None]) -> None:
        """Answer a path's requests with these, in turn."""
        self.answers[path] = list(answers)

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [one.path for one in self.asked]


def reply(status: int = 200, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer; underscores in a header's name are dashes."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send


def broken(length: int, body: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that ends before its length."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        handler.close_connection = True

    return send


def stalling(body: bytes, until: threading.Event) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that begins and does not go on until it is let."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) + 1))
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        until.wait(20)

    return send


@contextmanager
def serving() -> Iterator[Host]:
    """A host that listens while the block runs."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            """Say nothing."""

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            host.asked.append(Asked(self.command, self.path, dict(self.headers), body))
            answers = host.answers.get(self.path) or [reply(404)]
            (answers.pop(0) if len(answers) > 1 else answers[0])(self)

        do_GET = do_POST = _answer

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    host.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
