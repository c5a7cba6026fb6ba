"""Names of hosts, looked up within bounds: a resolver that hangs or knows nothing must not hold up other hosts."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable
from typing import Final

from extractors.errors import HostUnknown

_LOOKUPS: Final = 2
_BETWEEN: Final = 1.0  # seconds; a second try helps where a network has just come up
_LONGEST: Final = 10.0  # seconds for one look-up
_REMEMBERED: Final = 60.0  # seconds for which a name that was not found is not looked up again


class Names:
    """What one door knows of its hosts' names."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """Keep the door's clock and its patience."""
        self._clock, self._sleep = clock, sleep
        self._unknown: dict[str, tuple[float, str]] = {}

    def addresses(self, host: str) -> frozenset[str]:
        """The host's addresses; raises HostUnknown, at once where the name was not found a moment ago."""
        at, reason = self._unknown.get(host, (float("-inf"), ""))
        if self._clock() - at < _REMEMBERED:
            raise HostUnknown(host=host, reason=reason)
        for attempt in range(_LOOKUPS):
            if attempt:
                self._sleep(_BETWEEN)
            found = _looked_up(host)
            if not isinstance(found, str):
                return found
            reason = found
        self._unknown[host] = self._clock(), reason
        raise HostUnknown(host=host, reason=reason)


def _looked_up(host: str) -> frozenset[str] | str:
    """The addresses, or why there are none; in a thread of its own, since a look-up cannot be cut off."""
    answer: queue.SimpleQueue[frozenset[str] | str] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(frozenset(str(entry[4][0]) for entry in socket.getaddrinfo(host, None)))
        except (OSError, UnicodeError) as error:
            answer.put(str(error) or type(error).__name__)

    threading.Thread(target=ask, daemon=True).start()
    try:
        return answer.get(timeout=_LONGEST)
    except queue.Empty:
        return f"no answer from the resolver after {_LONGEST:.0f} s"
