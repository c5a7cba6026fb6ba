"""The package of a Word document as python-docx knows it: documents with macros, templates, and the strict kind.

Their main parts have a type of their own, and the strict kind (ISO/IEC 29500-1) has namespaces of its own; what is
inside is the same.
"""

from __future__ import annotations

import io
import zipfile

_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_SPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip


def plain(content: bytes) -> bytes:
    """The package as a plain document's; the bytes as they are where it is one.

    Raises what zipfile raises on a package that is none, and KeyError where it lacks its list of types.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read(_TYPES)
        is_strict = any(_STRICT in package.read(name) for name in package.namelist() if name == "_rels/.rels")
        if not is_strict and not any(kind in types for kind in _KINDS):
            return content
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for name in package.namelist():
                target.writestr(name, _member(name, package.read(name)))
    return made.getvalue()


def _member(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    for kind in _KINDS if name == _TYPES else ():
        content = content.replace(kind, _MAIN)
    for strict, common in _SPACES:
        content = content.replace(strict, common)
    return content
