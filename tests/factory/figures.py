"""Figures that tests have counted or measured, told at the end of a run: numbers of one name add up, words stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Figure = Callable[[str, object], None]
_MARK = "figure: "


def figure_into(properties: list[tuple[str, object]]) -> Figure:
    """What a test tells its figures to; they travel with its report, so that tests may run in several processes."""

    def told(name: str, value: object) -> None:
        properties.append((_MARK + name, value))

    return told


def lines(reports: Iterable[Sequence[tuple[str, object]]]) -> list[str]:
    """One line a name, out of the properties of tests' reports, in the order of their first telling."""
    found: dict[str, list[object]] = {}
    for name, value in (one for properties in reports for one in properties):
        if name.startswith(_MARK):
            found.setdefault(name.removeprefix(_MARK), []).append(value)
    return [f"{name}: {_together(values)}" for name, values in found.items()]


def _together(values: Sequence[object]) -> str:
    numbers = [value for value in values if isinstance(value, int)]
    return str(sum(numbers)) if len(numbers) == len(values) else "; ".join(map(str, values))
