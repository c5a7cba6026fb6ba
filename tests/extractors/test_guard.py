"""The guard, over real sockets: where a connection may go, and that no host holds it for longer than the limit."""

import gzip
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import FetchError, HostRefused, NoResponse, TooLarge
from extractors.fetch import Door, Limits
from extractors.guard import PRIVATE, Guard
from tests.factory.host import Host, reply, serving

FILES = "static.cninfo.com.cn"
STEP = 0.05
Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def host() -> Iterator[Host]:
    """A host on loopback."""
    with serving() as served:
        yield served


def failure(address: str, host_map: dict[str, str], **limits: float) -> FetchError:
    """How a download ends, with one try."""
    with pytest.raises(FetchError) as caught:
        Door(host_map=host_map, limits=Limits(tries=1, **limits)).download(address)  # type: ignore[arg-type]
    return caught.value


def resolved(monkeypatch: pytest.MonkeyPatch, port: int, first: str) -> None:
    """A name that is first one address, and loopback when it is asked again."""
    asked: list[str] = []

    def answer(*given: object, **_: object) -> list[tuple[Any, ...]]:
        asked.append(str(given[0]))
        found = (first, 80) if len(asked) == 1 else ("127.0.0.1", port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", found)]

    monkeypatch.setattr(socket, "getaddrinfo", answer)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_turns_private_when_it_is_asked_again_is_refused(
    host: Host, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    resolved(monkeypatch, host.port, "8.8.8.8")
    error = failure(f"{scheme}://{FILES}/a.pdf", {})
    assert isinstance(error, HostRefused)
    assert (error.reason, host.asked) == (PRIVATE, [])


def test_a_mapped_host_may_be_private(host: Host) -> None:
    host.says("/a.pdf", reply(200, b"%PDF-"))
    assert Door(host_map={FILES: host.address}).download(f"https://{FILES}/a.pdf").content == b"%PDF-"


def dripping(head: bytes, drop: bytes, over: threading.Event) -> Answer:
    """An answer of which a little comes again and again, faster than any single read times out."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while not over.wait(STEP):
            try:
                handler.wfile.write(drop)
                handler.wfile.flush()
            except OSError:
                return

    return send


DRIPS = {
    "its status": (b"HTTP/1.", b"1"),
    "a header": (b"HTTP/1.1 200 OK\r\nX-A: ", b"a"),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a chunk's size": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    "its chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "its body": (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"a"),
    "a body without a length": (b"HTTP/1.1 200 OK\r\n\r\n", b"a"),
}


@pytest.mark.parametrize(("head", "drop"), DRIPS.values(), ids=DRIPS)
def test_an_answer_that_drips_anywhere_is_cut(host: Host, head: bytes, drop: bytes) -> None:
    over = threading.Event()
    host.says("/a.pdf", dripping(head, drop, over))
    began = time.monotonic()
    error = failure(f"https://{FILES}/a.pdf", {FILES: host.address}, total=0.4, read=5.0)
    over.set()
    assert isinstance(error, NoResponse)
    assert time.monotonic() - began < 4


def test_the_limit_of_one_answer_does_not_cut_the_next(host: Host) -> None:
    host.says("/a.pdf", reply(200, b"%PDF-"))
    asking = Door(host_map={FILES: host.address}, limits=Limits(total=0.5))
    for _ in range(4):
        assert asking.download(f"https://{FILES}/a.pdf").content == b"%PDF-"
        time.sleep(0.2)


def test_what_is_closed_already_is_not_cut() -> None:
    guard = Guard()
    left, right = socket.socketpair()
    twin = guard.keep(left)
    for one in (left, right, twin):
        one.close()
    with guard.limited(0.01):
        time.sleep(0.1)
    assert left.fileno() == -1


def bomb(size: int, wbits: int) -> bytes:
    """So many zeros, packed: as gzip, zlib or bare deflate, as the window's bits say."""
    packer = zlib.compressobj(9, wbits=wbits)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "wbits"), [("gzip", 31), ("x-gzip", 31), ("deflate", 15), ("deflate", -15), ("gzip, gzip", 31), ("deflate, gzip", 15)]
)  # fmt: skip
def test_a_packed_bomb_is_refused_without_being_unpacked_whole(host: Host, encoding: str, wbits: int) -> None:
    packed = bomb(1 << 27, wbits)
    host.says("/a.pdf", reply(200, gzip.compress(packed) if "," in encoding else packed, Content_Encoding=encoding))
    tracemalloc.start()
    try:
        error = failure(f"https://{FILES}/a.pdf", {FILES: host.address}, size=8 << 20)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(error, TooLarge)
    assert peak < 40 << 20


@pytest.mark.parametrize(
    "kind", ["text/html; charset=no-such", "application/pdf; charset=\xff", "application/json; charset=utf-16"]
)
def test_a_wrong_charset_changes_no_byte(host: Host, kind: str) -> None:
    content = "纪要".encode("gb18030") + bytes(range(256))
    host.says("/a.pdf", reply(200, content, Content_Type=kind))
    assert Door(host_map={FILES: host.address}).download(f"https://{FILES}/a.pdf").content == content


def certificate(folder: Path) -> Path:
    """A certificate of nobody's, with its key."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    plain = serialization.NoEncryption()
    path = folder / "host.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_a_host_whose_certificate_nobody_signed_is_asked_nothing(tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    error = failure(f"https://{FILES}/a.pdf", {FILES: f"https://127.0.0.1:{server.server_port}"})
    server.shutdown()
    server.server_close()
    assert isinstance(error, NoResponse)
    assert (error.reason, asked) == ("SSLError", [])
