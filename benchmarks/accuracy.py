"""The accuracy card: figures by field, from hand-labelled records, and how many records have which field.

`make accuracy` writes docs/accuracy.md and docs/accuracy.zh-CN.md. The same code, records and labels give the same
bytes: nothing in them comes from a clock. Words stand in templates/, figures come from here.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from extractors import reading
from extractors.errors import ExtractorError
from extractors.labelled import labelled

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("accuracy.md", "accuracy.zh-CN.md")
_RECORD_FORMATS = (".pdf", ".md")
_SHENZHEN = ("00", "30")

Labelled = Mapping[str, Any]
Figures = Mapping[str, float]


def card(corpus: Path, measured: str) -> dict[str, str]:
    """The pages by name; `measured` is what they say about when."""
    parsed = {path.stem: parsed_file(path) for path in record_files(corpus / "records")}
    labels = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((corpus / "gold").glob("*.json"))}
    refused = [parsed_file(path) for path in sorted((corpus / "negatives").iterdir())]
    values = {
        "measured": measured,
        **described(labels),
        **scores(scored(corpus, {name: parsed[name] for name in labels})),
        **fills([found for path in record_files(corpus / "records", ".pdf") if (found := parsed[path.stem])]),
        "records": str(len(record_files(corpus / "records", ".pdf"))),
        "unread": str(sum(not found for found in parsed.values())),
        "negatives": str(len(refused)),
        "taken": str(sum(found is not None for found in refused)),
    }
    return {name: filled(ROOT / "benchmarks/templates" / name, values) for name in PAGES}


def record_files(folder: Path, *formats: str) -> list[Path]:
    """The records of a folder, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix in (formats or _RECORD_FORMATS))


def parsed_file(path: Path) -> Labelled | None:
    """The record of a file with the keys of the labels; None where it is refused."""
    try:
        return labelled(reading.parse(path.read_bytes()))
    except ExtractorError:
        return None


def scored(corpus: Path, parsed: Mapping[str, Labelled | None]) -> Figures:
    """What the scorer beside the labels says of parsed records."""
    with tempfile.TemporaryDirectory() as folder:
        for name, found in parsed.items():
            if found is not None:
                (Path(folder) / f"{name}.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        figures = Path(folder) / "figures"
        command = (sys.executable, corpus / "score.py", corpus / "gold", folder, "--json", figures)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the labels' own scorer
        return json.loads(figures.read_text("utf-8"))  # type: ignore[no-any-return]


def described(labels: Mapping[str, Labelled]) -> dict[str, str]:
    """On how much was measured."""
    codes = {label["security_code"] for label in labels.values() if label["security_code"]}
    years = sorted(session["start_date"][:4] for label in labels.values() for session in label["sessions"])
    return {
        "labelled": str(len(labels)),
        "companies": str(len(codes)),
        "shenzhen": str(sum(code.startswith(_SHENZHEN) for code in codes)),
        "first_year": years[0],
        "last_year": years[-1],
        "label_questions": _count(len(label["qa"] or ()) for label in labels.values()),
        "label_institutions": _count(len(label["participants"] or ()) for label in labels.values()),
        "label_hosts": _count(len(label["hosts"] or ()) for label in labels.values()),
    }


def _count(numbers: Iterable[int]) -> str:
    return f"{sum(numbers):,}"


def scores(figures: Figures) -> dict[str, str]:
    """The scorer's figures, three digits behind the point; counts as they are."""
    return {name: f"{figure:.3f}" if isinstance(figure, float) else str(figure) for name, figure in figures.items()}


def _has(key: str) -> Callable[[Labelled], bool]:
    return lambda record: bool(record[key])


FILLED: Mapping[str, Callable[[Labelled], bool]] = {
    "content": lambda record: bool(record["qa"]) or record["narrative"],
    "qa": _has("qa"),
    "dates": _has("sessions"),
    "time_of_day": lambda record: any(session["start_time"] for session in record["sessions"]),
    "location": _has("location"),
    "hosts": _has("hosts"),
    "host_title": lambda record: any(host["title"] for host in record["hosts"]),
    "visitors": lambda record: bool(record["participants"] or record["participants_note"]),
    "institution": lambda record: any(entry["institution"] for entry in record["participants"]),
    "person": lambda record: any(entry["people"] for entry in record["participants"]),
    "stated": _has("participants_stated"),
    "record_no": _has("record_no"),
    "security_code": _has("security_code"),
    "security_name": _has("security_name"),
    "company_name": _has("company_name"),
    "category": _has("categories"),
    "category_note": _has("category_note"),
    "attachments": _has("attachments"),
    "signed_on": _has("signed_on"),
}


def fills(records: Sequence[Labelled]) -> dict[str, str]:
    """The share of records that have a field, and of rows that have one, in percent."""
    done = {f"fill_{name}": _share(map(has, records)) for name, has in FILLED.items()}
    entries = [entry for record in records for entry in record["participants"]]
    rows = [bool(name) for entry in entries for name in entry["people"] or (None,)]
    titled = [bool(host["title"]) for record in records for host in record["hosts"]]
    return done | {
        "row_person": _share(rows),
        "rows": f"{len(rows):,}",
        "row_host_title": _share(titled),
        "host_rows": f"{len(titled):,}",
    }


def _share(kept: Iterable[bool]) -> str:
    """The share of true ones: `97.1% (203)`."""
    held = list(kept)
    return f"{100 * sum(held) / len(held):.1f}% ({sum(held):,})" if held else "none"


def filled(template: Path, values: Mapping[str, str]) -> str:
    """A page with the figures put in."""
    return Template(template.read_text("utf-8")).substitute(values)


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of records, labels and their scorer")
    parser.add_argument("--measured", required=True, help="when, as the pages say it, such as 2026-11")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    for name, text in card(options.corpus, options.measured).items():
        (options.out / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
