"""Hostile files: what a broken server, a broken program or a stranger might put in a record's place."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

from tests.factory import docx as word
from tests.factory import html, pdf
from tests.factory.form import VALUES
from tests.factory.text_record import text_record

Made = Callable[[], bytes]

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {} >>"
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(objects: Mapping[int, bytes | str], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of these objects, with a cross-reference table that is right."""
    body, places = b"%PDF-1.7\n", {}
    for number, text in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n" % number + (text.encode() if isinstance(text, str) else text) + b"\nendobj\n"
    size = max(objects) + 1
    table = "".join(f"{places[i]:010d} 00000 n \n" if i in places else "0000000000 65535 f \n" for i in range(size))
    end = f"xref\n0 {size}\n{table}trailer\n<< /Size {size} {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def one_page(
    contents: bytes | str = "", page: str = "/Contents 4 0 R", more: Mapping[int, bytes | str] | None = None
) -> bytes:
    """A PDF of one page, with what it shows and further objects."""
    return written(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: _PAGE.format(page), 4: contents or stream(b""), **(more or {}),
        }
    )  # fmt: skip


def many_pages(count: int) -> bytes:
    """Empty pages."""
    kids = " ".join(f"{number} 0 R" for number in range(3, count + 3))
    return written({
        1: "<< /Type /Catalog /Pages 2 0 R >>", 2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        **{number: _PAGE.format("") for number in range(3, count + 3)},
    })  # fmt: skip


def squeezed(content: bytes, times: int = 1) -> bytes:
    """Packed once or again and again."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


def zeros(size: int) -> bytes:
    """Packed zeros, made without having them all."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(size >> 20)]
    return b"".join(parts) + packer.flush()


def object_streams(depth: int) -> bytes:
    """Object streams of which each says that it goes on in the next, the last in the first."""
    inner = {
        number: stream(
            squeezed(b"%d 0 << /A 1 >>" % (100 + number)),
            f"/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode /Extends {number % depth + 5} 0 R",
        )
        for number in range(5, depth + 5)
    }
    return one_page(more=inner)


def _text(count: int) -> bytes:
    """A page's content that shows so many lines."""
    return (
        b"BT /F1 9 Tf "
        + b"".join(b"1 0 0 1 %d %d Tm (abcdefghij) Tj " % (i % 500, i % 800) for i in range(count))
        + b"ET"
    )


_FONT = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
_NO_UNICODE = (
    "<< /Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> >>] >> >> >>"
)

PDFS: Mapping[str, Made] = {
    "locked": lambda: pdf.plain("甲", password="secret"),  # noqa: S106 - of a made file
    "10,000 pages": lambda: many_pages(10_000),
    "a thousand million pages by its own count": lambda: many_pages(3).replace(b"/Count 3", b"/Count 1000000000"),
    "no pages": lambda: written({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [] /Count 0 >>"}),
    "a giant page": lambda: one_page(stream(_text(150_000)), f"/Contents 4 0 R /Resources {_FONT}"),
    "a page as wide as the world": lambda: one_page(stream(_text(10))).replace(b"[0 0 595 842]", b"[-1e38 -1e38 1e38 1e38]"),
    "a thousand million zeros packed": lambda: one_page(stream(zeros(1 << 30), "/Filter /FlateDecode")),
    "packed nine times": lambda: one_page(
        stream(squeezed(bytes(1 << 26), 9), f"/Filter [{' /FlateDecode' * 9}]"), "/Contents 4 0 R"
    ),
    "object streams in a ring": lambda: object_streams(300),
    "a page tree in a ring": lambda: written(
        {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"}
    ),
    "a page that is its own content": lambda: one_page(page="/Contents 3 0 R"),
    "content in a ring": lambda: one_page("[4 0 R 4 0 R]"),
    "a length that is itself": lambda: one_page(b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
    "a form that draws itself": lambda: one_page(
        stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"),
        "/Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >>",
    ),
    "a table that refers to itself": lambda: many_pages(1).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "nested arrays": lambda: one_page(b"[" * 200_000 + b"]" * 200_000),
    "saved states without end": lambda: one_page(stream(squeezed(b"q " * 5_000_000), "/Filter /FlateDecode")),
    "fonts without a map": lambda: one_page(
        stream(b"BT /F1 12 Tf 72 700 Td <" + b"".join(b"%04x" % i for i in range(1, 900)) + b"> Tj ET"),
        f"/Contents 4 0 R /Resources {_NO_UNICODE}",
    ),
    "its mark alone": lambda: b"%PDF-1.7\n",
    "a page of the web": lambda: b"<!DOCTYPE html><html><body>%PDF-1.4 is a format</body></html>",
}  # fmt: skip


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A package of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def with_members(**changed: bytes) -> bytes:
    """The made record as DOCX with members put in; underscores in a name are slashes, `xml` is its ending."""
    with zipfile.ZipFile(io.BytesIO(word.made(VALUES))) as package:
        members: dict[str, bytes] = {name: package.read(name) for name in package.namelist()}
    return packed(members | {name.replace("__", "/"): content for name, content in changed.items()})


def body(xml: str, head: str = "") -> bytes:
    """The made record as DOCX with another body."""
    text = f'<?xml version="1.0"?>{head}<w:document {_SPACE}><w:body>{xml}</w:body></w:document>'
    return with_members(**{"word/document.xml": text.encode()})


def _entities(levels: int) -> str:
    lines = ['<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, levels)]
    return f"<!DOCTYPE w:document [{''.join(lines)}]>"


_OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1:9/y">]>'
_CELL = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


DOCXS: Mapping[str, Made] = {
    "an entity of another file": lambda: body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", _OUTSIDE),
    "entities that grow": lambda: body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _entities(10)),
    "a packed bomb": lambda: with_members(**{"word/media/a.bin": bytes(1 << 28)}),
    "a body of blanks": lambda: body(" " * 150_000_000),
    "a body of a million paragraphs": lambda: body("<w:p/>" * 1_000_000),
    "a cell over a thousand million columns": lambda: body(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>{_CELL}</w:tr></w:tbl>'
    ),
    "cells before the row without end": lambda: body(
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>{_CELL}</w:tr></w:tbl>'
    ),
    "a table of 100,000 rows": lambda: body(f"<w:tbl>{f'<w:tr>{_CELL * 2}</w:tr>' * 100_000}</w:tbl>"),
    "merged downwards from nowhere": lambda: body(
        "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * 3000 + "</w:tbl>"
    ),
    "tables in tables": lambda: body(_nested(3000)),
    "tables in tables, less deep": lambda: body(_nested(60)),
    "members that climb out": lambda: packed({"../../evil.txt": "x", "/etc/evil": "x", "word/document.xml": "<x/>"}),
    "a package within": lambda: with_members(**{"word/document.xml": packed({"a": bytes(1 << 24)})}),
    "not what its head says": lambda: word.made(VALUES)[:-200] + b"PK\x05\x06" + bytes(18),
    "locked": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    ),
}

TEXTS: Mapping[str, Made] = {
    "nothing": lambda: b"",
    "one byte": lambda: b"\x00",
    "a challenge page": lambda: b"<html><head><script>document.cookie='x=1';location.reload()</script></head></html>",
    "tags without end": lambda: html.page(VALUES).encode()[:-40] + b"<div>" * 50_000,
    "a form of blanks": lambda: html.page({**VALUES, "地点": (" " * 500_000,)}).encode(),
    "a form of brackets": lambda: html.page({**VALUES, "参与单位名称及人员姓名": ("（" * 30_000,)}).encode(),
    "a form of digits": lambda: html.page({**VALUES, "时间": ("1" * 100_000,)}).encode(),
    "a form of marks": lambda: html.page({**VALUES, "投资者关系活动主要内容介绍": ("问：" * 20_000,)}).encode(),
    "a form of commas": lambda: html.page({**VALUES, "上市公司接待人员姓名": ("、" * 50_000,)}).encode(),
}


def record(pairs: int = 600) -> bytes:
    """A made record with some weight: pages, a table, bold, ticks."""
    asked = tuple(f"{i}、第{i}个问题是什么？答：这是第{i}个问题的回答，公司经营正常。" for i in range(pairs))
    values = {**VALUES, "投资者关系活动主要内容介绍": asked}
    return pdf.form(values, bold=lambda text: text.startswith("1"))


SMALL = {"pdf": pdf.form(VALUES), "docx": word.made(VALUES), "html": text_record("300999", "虚构股份")}


def truncated(content: bytes, step: int = 1024) -> Sequence[bytes]:
    """The file cut off at every kilobyte."""
    return [content[:size] for size in range(step, len(content), step)]


def mutated(content: bytes, seed: int) -> bytes:
    """The file with some bits turned, or bytes put in, taken out, doubled or set to zero, as the seed says."""
    chosen, changed = random.Random(seed), bytearray(content)  # noqa: S311 - a seeded choice
    for _ in range(chosen.choice((1, 1, 2, 8, 40))):
        at, size = chosen.randrange(len(changed)), chosen.choice((1, 4, 64, 512))
        kind = chosen.randrange(6)
        if kind <= 1:
            changed[at] ^= 1 << chosen.randrange(8)
        elif kind == 2:
            changed[at:at] = chosen.randbytes(size)
        elif kind == 3:
            del changed[at : at + size]
            changed = changed or bytearray(b"x")
        elif kind == 4:
            changed[at:at] = changed[at : at + size]
        else:
            changed[at : at + size] = bytes(min(size, len(changed) - at))
    return bytes(changed)


def spoilt(seed: int) -> bytes:
    """A made record of some format, mutated; of a DOCX the body is, within a package that is sound."""
    kind = ("long pdf", *SMALL, "body")[seed % 5]
    if kind == "body":
        with zipfile.ZipFile(io.BytesIO(SMALL["docx"])) as package:
            return with_members(**{"word/document.xml": mutated(package.read("word/document.xml"), seed)})
    return mutated(record(100) if kind == "long pdf" else SMALL[kind], seed)
