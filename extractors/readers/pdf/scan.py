"""Pages without text, read from their picture: characters by RapidOCR, borders and ticks by their ink.

RapidOCR's models are files of its wheel and are named here one by one, so that nothing is looked for elsewhere.
Its detector sees the page at half size, which finds the same lines in a quarter of the time. One thread: the reader
processes share the cores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import cv2
import numpy as np
import pypdfium2
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import WordInfo

from extractors.errors import Damaged, OcrFailed
from extractors.readers.pdf import ink
from extractors.readers.pdf.blanks import spaced
from extractors.readers.pdf.calls import Bounds
from extractors.readers.pdf.rules import Ruling, ruling
from extractors.readers.pdf.seen import Run, Seen, Sign, seen

_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_PAPER = range(500, 1300)  # points of the longer side of a sheet; other pages count pixels as points
_A4 = 842.0
_SURE = 0.5  # the least confidence in a line: less is a seal, a signature or dirt
_COLUMN = 1.0  # line heights; a wider blank parts what is recognised
_EDGE = 10  # pixels of paper left and right of what is recognised
_HALF = 0.45  # line heights from a character's middle to its sides
_POINT = 72 / ink.DPI


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What is seen on a page, on a sheet of paper, and how many points of the page are one of the sheet."""

    characters: Seen
    ruling: Ruling
    unit: float


def pages(content: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, ScannedPage]]:
    """The pages with these numbers, counted from 0.

    Raises Damaged where a page cannot be drawn, OcrFailed where the library cannot work.
    """
    try:
        with pypdfium2.PdfDocument(content) as document:
            for number in numbers:
                yield number, _page(document[number])
    except pypdfium2.PdfiumError as error:
        raise Damaged(detail=f"no picture of a page: {error}") from error
    except (cv2.error, OSError, RuntimeError) as error:
        raise OcrFailed(detail=str(error)) from error


def _page(page: pypdfium2.PdfPage) -> ScannedPage:
    try:
        longer = max(page.get_size())
        unit = 1.0 if int(longer) in _PAPER else longer / _A4
        bitmap = page.render(scale=1 / _POINT / unit, grayscale=True)
        grey = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
        bitmap.close()
    finally:
        page.close()
    return page_of(grey, unit)


def page_of(grey: np.ndarray, unit: float = 1.0) -> ScannedPage:
    """What is seen on the picture of a page, given by its grey values."""
    sheet = ink.sheet(grey)
    runs = [run for box in _boxes(sheet) if (run := _recognised(sheet, box))]
    borders = ((x0 * _POINT, top * _POINT, x1 * _POINT, bottom * _POINT) for x0, top, x1, bottom in sheet.borders)
    return ScannedPage(seen(runs, tuple(ink.frames(sheet.ink)), _POINT), ruling(borders), unit)


@cache
def _engine() -> RapidOCR:
    place = files("rapidocr").joinpath("models")
    parameters = {f"{step}.model_path": str(place.joinpath(name)) for step, name in _MODELS.items()}
    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **parameters, **threads})


def _boxes(sheet: ink.Sheet) -> Iterator[Bounds]:
    """Where there is text: boxes of one line of one column each."""
    half = cv2.resize(sheet.grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    found = _engine()(cv2.cvtColor(half, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
    for corners in () if found.boxes is None else found.boxes:
        (x0, top), (x1, bottom) = corners.min(0) * 2.0, corners.max(0) * 2.0
        for left, right in _between_borders(sheet, (float(x0), float(top), float(x1), float(bottom))):
            for start, end in ink.runs(sheet.ink, (left, top, right, bottom), _COLUMN * (bottom - top)):
                yield ink.level(sheet.ink, (start, float(top), end, float(bottom)))


def _between_borders(sheet: ink.Sheet, box: Bounds) -> Iterator[tuple[float, float]]:
    """From where to where the box reaches without crossing an upright border."""
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2
    crossed = {(a + c) / 2 for a, b, c, d in sheet.borders if d - b > c - a and b <= middle <= d and x0 < a < x1}
    yield from pairwise([x0, *sorted(crossed), x1])


def _recognised(sheet: ink.Sheet, box: Bounds) -> Run:
    """The characters in the box, none where the recogniser is not sure."""
    x0, top, x1, bottom = (int(value) for value in box)
    crop = sheet.grey[max(top, 0) : bottom, max(x0 - _EDGE, 0) : x1 + _EDGE]
    if not crop.size:
        return ()
    colours = cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR)
    found = _engine()(colours, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not found.txts or found.scores[0] < _SURE or not found.txts[0].strip():
        return ()
    inked = list(ink.runs(sheet.ink, box, 0.0))
    bare = [(end, start) for (_, end), (start, _) in pairwise(inked)]
    return spaced(tuple(_placed(found.txts[0], found.word_results[0], box)), bare)


def _placed(text: str, found: WordInfo, box: Bounds) -> Iterator[Sign]:
    """The characters of a run, each around the column of the picture in which it was told."""
    x0, top, x1, bottom = box
    columns = iter([column for word in found.word_cols for column in word])
    step = (x1 - x0 + 2 * _EDGE) / found.line_txt_len
    middles = [None if char.isspace() else x0 - _EDGE + (next(columns) + 0.5) * step for char in text]
    known = [middle for middle in middles if middle is not None]
    reach = (bottom - top) * _HALF
    bounds = [(max(m - reach, x0), min(m + reach, x1)) for m in known]
    if bounds[0][0] - x0 < reach:  # else something stands in front that was not told
        bounds[0] = x0, bounds[0][1]
    if x1 - bounds[-1][1] < reach:
        bounds[-1] = bounds[-1][0], x1
    left = iter(bounds)
    place = (x0, x0)
    for char, trust, middle in zip(text, found.confs, middles, strict=True):
        place = next(left) if middle is not None else (place[1], place[1])
        yield Sign(char, trust, (place[0], top, place[1], bottom))
