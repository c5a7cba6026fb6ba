"""Made DOC files: LibreOffice saves a DOCX as Word 97-2003."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ABSENT = "LibreOffice is not on PATH (Debian: libreoffice-writer-nogui)"
BARE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 600


@cache
def saved(content: bytes) -> bytes:
    """The DOCX as DOC; a paragraph closes it, as Word asks: LibreOffice loses a table that stands last."""
    document = docx.Document(io.BytesIO(content))
    document.add_paragraph()
    with TemporaryDirectory() as name:
        folder = Path(name)
        document.save(str(folder / "made.docx"))
        subprocess.run(  # noqa: S603 - the program on PATH
            [str(OFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--convert-to", "doc", "--outdir", name, str(folder / "made.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return (folder / "made.doc").read_bytes()
