"""What kind of file bytes are, by their first bytes and, for packages, by their members' names."""

from __future__ import annotations

import io
import re
import zipfile

_WORD = "word/"  # the folder of a Word document in its package
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_WINDOW = 1024  # bytes in which a PDF's mark may stand
_WORD_XML = re.compile(rb"<w:wordDocument\b|<\?mso-application progid=\"Word\.Document\"")
_OTHERS = (
    (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"\x1f\x8b", "a gzip archive"),
    (b"\xff\xd8\xff", "a picture (JPEG)"), (b"\x89PNG", "a picture (PNG)"), (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"), (b"MM\x00*", "a picture (TIFF)"), (b"BM", "a picture (BMP)"),
    (b"MZ", "a program"), (b"ID3", "a sound"), (b"%!PS", "a PostScript file"),
)  # fmt: skip
_PACKAGES = (("ppt/", "slides (PPTX)"), ("xl/", "a workbook (XLSX)"), ("content.xml", "an OpenDocument file"))


def kind_of(content: bytes) -> str | None:
    """pdf, docx or doc (what LibreOffice reads: the compound file, RTF, Word 2003 XML); None for any other."""
    if content.startswith(_ZIP):
        return "docx" if any(name.startswith(_WORD) for name in _members(content)) else None
    if content.startswith((_COMPOUND, b"{\\rtf")) or _WORD_XML.search(content[:_WINDOW]):
        return "doc"
    return "pdf" if b"%PDF-" in content[:_WINDOW] else None


def described(content: bytes) -> str | None:
    """What a file is that no reader reads; None where its bytes do not tell."""
    if content.startswith(_ZIP):
        names = _members(content)
        return next(
            (said for start, said in _PACKAGES if any(name.startswith(start) for name in names)),
            f"a ZIP archive of {len(names)} files ({'、'.join(names)[:60]})",
        )
    return next((said for magic, said in _OTHERS if content.startswith(magic)), None)


def _members(content: bytes) -> list[str]:
    """The names in a package; where its list is lost, that of Word's folder if it is named anywhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return package.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return [_WORD] if _WORD.encode() in content else []
