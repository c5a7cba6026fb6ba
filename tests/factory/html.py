"""Made records as pages and as text with fragments of HTML."""

import html
from collections.abc import Mapping, Sequence

from tests.factory.form import HEADER


def page(rows: Mapping[str, Sequence[str]], header: Sequence[str] = HEADER, after: str = "") -> str:
    """A page with the form as its table."""
    above = "".join(f"<p>{html.escape(line)}</p>\n" for line in header)
    body = "".join(
        f"<tr><td>{label}</td><td>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</td></tr>\n"
        for label, lines in rows.items()
    )
    return f"<html><head><style>td {{color: red}}</style></head><body>{above}<table>{body}</table>{after}</body></html>"


def markdown(rows: Mapping[str, Sequence[str]], header: Sequence[str] = HEADER) -> str:
    """A text whose labels are parted from their values by a tab."""
    return "\n".join([*header, *(f"{label}\t" + "\n".join(lines) for label, lines in rows.items())])
