"""The screen of `jiyao status`: the right signs for the right days, within its width, from facts given by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.listing import CHINA
from flows import dashboard, show

TODAY = date(2026, 3, 10)
GRADES = {"SZSE": "counted", "SSE": "walked", "BSE": None}


def facts(**changes: object) -> dict[str, Any]:
    """A state with a day of each kind."""
    days = [TODAY - timedelta(days=ago) for ago in reversed(range(30))]
    calendar = [
        {"exchange": name, "day": day, "is_trading": day.weekday() < 5, "grade": grade, "announcements": 1}
        for name, grade in GRADES.items()
        for day in days
    ]
    freshness = [
        {"exchange": "SZSE", "proved": TODAY, "trading_days_behind": 0, "open_days": 0, "records": 1234, "newest": TODAY},
        {"exchange": "SSE", "proved": TODAY - timedelta(days=7), "trading_days_behind": 5, "open_days": 2, "records": 9, "newest": None},
        {"exchange": "BSE", "proved": None, "trading_days_behind": None, "open_days": 0, "records": 0, "newest": None},
    ]  # fmt: skip
    found: dict[str, Any] = {
        "version": "0.1", "home": Path("/srv/data"), "today": TODAY, "published": Path("/srv/data/jiyao.duckdb"),
        "published_at": datetime(2026, 3, 10, 20, 45, tzinfo=CHINA), "freshness": freshness, "calendar": calendar,
        "failures": [{"stage": "read", "error": f"Reason{n}", "documents": 1000 - n, "example": f"so {n}"} for n in range(7)],
        "todo": [{"files_to_fetch": 3, "open_days": 2}],
        "runs": [{"started": "2026-03-10 20:30", "kind": "ingest", "outcome": "complete", "fetched": 45, "parsed": 44,
                  "refused": 1, "seconds": None}],
        "status": [], "loaded": [], "writer": None,
        "sizes": {"archive": 4_000_000_000, "warehouse": 30_000_000, "published": 31_000_000, "previous": None,
                  "disk_free": 10**12},
    }  # fmt: skip
    return found | changes


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a function of the state and the width
    """What the screen shows of a state at a width, as lines."""

    def lines(state: dict[str, Any], width: int = 100) -> list[str]:
        monkeypatch.setattr(show.console, "width", width)
        with show.console.capture() as caught:
            dashboard.show(state)
        return caught.get().splitlines()

    return lines


def test_each_exchange_has_its_freshness(shown: Any) -> None:  # noqa: ANN401
    text = shown(facts())
    szse, sse, bse = (next(line for line in text if name in line) for name in ("深交所", "上交所", "北交所"))
    assert ("2026-03-10" in szse, "0 交易日" in szse, "1,234" in szse) == (True, True, True)
    assert ("2026-03-03" in sse, "5 交易日" in sse) == (True, True)
    assert ("never 从未" in bse, "—" in bse) == (True, True)


def test_each_day_has_the_sign_of_its_grade(shown: Any) -> None:  # noqa: ANN401
    text = shown(facts())
    strips = {
        line.split()[0]: line.split()[1:]
        for line in text
        if line.startswith(tuple(f"{name}  " for name in GRADES)) and "交" not in line
    }
    assert {name: len(cells) for name, cells in strips.items()} == {"SZSE": 30, "SSE": 30, "BSE": 30}
    trading = sum((TODAY - timedelta(days=ago)).weekday() < 5 for ago in range(30))
    assert [
        (cells.count(sign), cells.count("··")) for cells, sign in zip(strips.values(), ("██", "▓▓", "░░"), strict=True)
    ] == [(trading, 30 - trading)] * 3


def test_an_open_day_is_shown_also_where_there_is_no_trading(shown: Any) -> None:  # noqa: ANN401
    state = facts()
    sunday = next(row for row in state["calendar"] if row["exchange"] == "SZSE" and not row["is_trading"])
    sunday["grade"] = "open"
    assert sum(line.count("××") for line in shown(state) if line.startswith("SZSE")) == 1


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_the_strip_fits_the_screen_and_keeps_the_newest_days(shown: Any, width: int) -> None:  # noqa: ANN401
    text = shown(facts(), width)
    head = next(
        line for line in text if line.split() and all(part.isdigit() and len(part) == 2 for part in line.split())
    )
    assert head.split()[-1] == f"{TODAY:%d}"
    assert len(head.split()) == min((width - 8) // 3, 30)
    assert len(head.rstrip()) <= width


def test_reasons_beyond_five_are_counted_and_work_left_is_told(shown: Any) -> None:  # noqa: ANN401
    text = "\n".join(shown(facts()))
    assert [f"Reason{n}" in text for n in range(7)] == [True] * 5 + [False] * 2
    assert [
        said
        for said in ("2 more reasons", "1,000  Reason0", "3  files not fetched", "2  days of lists open")
        if said not in text
    ] == []
    assert [
        said for said in ("45 files", "44 read", "1 refused", "4.0 GB", "31.0 MB", "nobody 无") if said not in text
    ] == []
    assert "previous" not in text
    assert "None" not in text


def test_before_the_first_publication_it_says_what_to_do(shown: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    text = "\n".join(shown(facts(published=None, published_at=None, writer="4711 since 20:30")))
    told = capsys.readouterr().err
    assert [
        command for command in ("jiyao ingest --replay sample", "jiyao probe", "jiyao ingest") if command not in told
    ] == []
    assert ("4711 since 20:30" in text, "freshness" in text) == (True, False)
