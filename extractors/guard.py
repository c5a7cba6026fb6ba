"""The door's guard: connections go to public addresses only, and are cut when an answer takes too long.

A name may give another address when it is asked again, so the address is checked on the socket that was opened,
before anything is sent. A host may drip the head of its answer, or of a chunk, slower than any time-out of a single
read tells, so the sockets are shut down when the time is over.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from extractors.errors import HostRefused

PRIVATE = "the host's address is private"


class Guard:
    """The sockets of one door."""

    def __init__(self) -> None:
        """Begin without any."""
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()

    def adapter(self, *, private: bool) -> HTTPAdapter:
        """An adapter whose connections are guarded; to private addresses too where a mapping names them."""
        return _Adapter(self, private=private)

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """Shut all sockets down when the block takes longer."""
        watch = threading.Timer(seconds, self._cut)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def keep(self, opened: socket.socket) -> socket.socket:
        """A second handle on a socket, by which it is shut down also while TLS holds it."""
        twin = opened.dup()
        self._sockets.add(twin)
        return twin

    def _cut(self) -> None:
        for one in list(self._sockets):
            with suppress(OSError):  # it is closed already
                one.shutdown(socket.SHUT_RDWR)


class _Adapter(HTTPAdapter):
    def __init__(self, guard: Guard, *, private: bool) -> None:
        self._kinds = _kinds(guard, private=private)
        super().__init__()

    def init_poolmanager(self, *given: object, **named: object) -> None:
        """Make the pools of guarded connections."""
        super().init_poolmanager(*given, **named)  # type: ignore[arg-type]
        self.poolmanager.pool_classes_by_scheme = self._kinds


def _kinds(guard: Guard, *, private: bool) -> dict[str, type[HTTPConnectionPool]]:
    """Pools of guarded connections, by scheme."""

    class Guarded(HTTPConnection):
        twin: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            opened = super()._new_conn()
            address = str(opened.getpeername()[0]).split("%")[0]
            if not private and not ipaddress.ip_address(address).is_global:
                opened.close()
                raise HostRefused(address=f"{self.host} ({address})", reason=PRIVATE)
            self.twin = guard.keep(opened)
            return opened

        def close(self) -> None:
            super().close()
            if self.twin is not None:
                self.twin.close()

    class GuardedTLS(Guarded, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Guarded

    class PoolTLS(HTTPSConnectionPool):
        ConnectionCls = GuardedTLS

    return {"http": Pool, "https": PoolTLS}
