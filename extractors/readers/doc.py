"""DOC (Word 97-2003, also as RTF or XML) to a Form: LibreOffice makes a DOCX of it, which the DOCX reader reads.

Compound files of other programs (workbooks, slides, installers) are told by their streams and never handed on.
The converter works in a temporary folder with a profile of its own, which runs no macros and follows no links.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.errors import ConverterMissing, Damaged, Encrypted, NotADocument, ReaderStopped
from extractors.readers import docx
from extractors.readers.form import Form

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 45.0  # below what a reader process is given for a file
_STREAM = "WordDocument".encode("utf-16-le")  # the stream that every Word file has, by its name in the directory
_PACKED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a DOCX with a password
_COMPOUND = b"\xd0\xcf\x11\xe0"
_SECTOR = 512
_MAGIC = re.compile(rb"(?:\xec|\xdc)\xa5")  # of the stream's head, Word 97 and 95
_LOCKED = 0x01  # of the twelfth byte of that head
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read(content: bytes, is_label: Callable[[str], bool]) -> Form:
    """The Form of a DOC file.

    Raises NotADocument where it is another program's file, Encrypted, ConverterMissing where LibreOffice is not
    installed, ReaderStopped where it takes too long, Damaged where it makes nothing of the file.
    """
    if _PACKED in content:
        raise Encrypted
    if content.startswith(_COMPOUND) and _STREAM not in content:
        raise NotADocument(found="a compound file without a Word document: a workbook, slides or an installer")
    if content.startswith(_COMPOUND) and _is_locked(content):
        raise Encrypted
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise ConverterMissing
    return docx.read(_converted(content, program), is_label)


def _is_locked(content: bytes) -> bool:
    """Whether the head of the Word stream says that a password is needed."""
    heads = (at for at in range(_SECTOR, len(content), _SECTOR) if _MAGIC.match(content, at))
    head = next(heads, None)
    return head is not None and head + 11 < len(content) and bool(content[head + 11] & _LOCKED)


def _converted(content: bytes, program: str) -> bytes:
    """The file as DOCX."""
    with TemporaryDirectory(prefix="jiyao-doc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / "record.doc").write_bytes(content)
        said = _run(
            [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--convert-to", "docx", "--outdir", str(folder), str(folder / "record.doc")], folder,
        )  # fmt: skip
        made = folder / "record.docx"
        if not made.exists():
            raise Damaged(detail=f"LibreOffice makes no DOCX of it: {said[-160:] or 'it says nothing'}")
        return made.read_bytes()


def _run(command: list[str], folder: Path) -> str:
    """What the converter says; it is stopped with all that it started when its time is over."""
    process = subprocess.Popen(  # noqa: S603 - the program stands on PATH, the arguments are ours
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise ReaderStopped(reason=f"LibreOffice was not done after {_SECONDS:.0f} s") from None
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    return " ".join(said.decode("utf-8", "replace").split())
