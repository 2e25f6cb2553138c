"""PDF: the text of the pages, characters as they are read, with the furniture of the pages marked."""

import re
import struct
import zlib
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from pressparse.errors import ReadError
from pressparse.lexicon import read_rows
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.source.container import Content, refuse_empty, words
from pressparse.transcript.source.draft import scalar
from pressparse.transcript.source.record import Mark

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 10_000
MAX_CHARS = 100_000_000
# A page of text is drawn with some ten thousand bytes; many pages may share one stream that was packed to nothing.
MAX_DRAWING_BYTES = 64 * 1024 * 1024
# How many lines at either end of a page may be furniture, and on how many pages the same line must stand.
_EDGE_LINES = 2
_REPEATED = 3
_DIGITS = on_demand(r"[0-9]+")
_RADICAL = on_demand(r"[\u2e80-\u2fdf]")


def read_pdf(data: bytes, *, name: str = "") -> Content:
    """The text of a PDF, a line for each printed line; radicals are read as the characters they stand for.

    Marks tell the furniture of the pages: numbers, and first and last lines that come again. Raises ReadError where
    pypdf is not installed, and for a file that is broken, locked, or holds pictures only.
    """
    reader = _open(data, name)
    pages = [_fold(page) for page in _read_pages(reader, name)]
    text = "\n".join(pages)
    content = Content(text, marks=find_furniture(pages))
    return refuse_empty(
        content, name=name, what="a PDF", hint="its pages are pictures; recognize their characters (OCR) first"
    )


def _open(data: bytes, name: str) -> "PdfReader":
    try:
        from pypdf import PdfReader
    except ImportError:
        raise ReadError(
            "is a PDF, which needs the package pypdf; run: pip install 'pressparse[pdf]'", path=name
        ) from None
    import logging

    from pypdf.errors import PyPdfError

    # What pypdf finds odd in a file that it can read nevertheless concerns nobody.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = len(reader.pages) if not locked else 0
    except (PyPdfError, *_ODD) as error:
        raise _broken(name, error) from None
    if locked:
        raise ReadError("is locked with a password; save it without one", path=name)
    if count > MAX_PAGES:
        raise ReadError(f"has {count:,} pages, more than the {MAX_PAGES:,} that are read; split it", path=name)
    return reader


# What a broken file makes pypdf stumble over, apart from its own errors.
_ODD = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError),
    *(RuntimeError, TypeError, ValueError, struct.error, zlib.error),
)


def _read_pages(reader: "PdfReader", name: str) -> list[str]:
    from pypdf.errors import PyPdfError

    pages: list[str] = []
    length = drawn = 0
    for number in range(len(reader.pages)):
        try:
            page = reader.pages[number]
            drawing = page.get_contents()
            drawn += len(drawing.get_data()) if drawing is not None else 0
            if drawn <= MAX_DRAWING_BYTES:
                pages.append(scalar(page.extract_text()).replace("\0", "").strip("\n"))
        except (PyPdfError, *_ODD) as error:
            raise _broken(name, error, page=number + 1) from None
        length += len(pages[-1]) if pages else 0
        if length > MAX_CHARS or drawn > MAX_DRAWING_BYTES:
            raise ReadError(f"unpacks beyond all measure on page {number + 1}; print it anew, or split it", path=name)
    return pages


def _broken(name: str, error: BaseException, *, page: int = 0) -> ReadError:
    place = f" on page {page}" if page else ""
    reason = " ".join(str(error).split())[:100] or type(error).__name__
    return ReadError(f"is a broken PDF{place} ({reason}); check that the file is whole", path=name)


@cache
def _radicals() -> dict[int, str]:
    return {ord(row["radical"]): row["character"] for row in read_rows("radicals")}


def _fold(text: str) -> str:
    """`text` with radicals (U+2E80–2FDF) as the characters that they look like."""
    return text.translate(_radicals()) if _RADICAL.search(text) else text


@cache
def _page_number() -> re.Pattern[str]:
    return re.compile(words("pdf")["page_number"], re.IGNORECASE)


def find_furniture(pages: list[str]) -> tuple[Mark, ...]:
    """Marks of the page numbers and running heads of `pages`, which stand in the text with a line end between two.

    Lines are the same when they differ in digits only.
    """
    edges: list[list[tuple[int, str]]] = []
    counts: dict[str, int] = {}
    at = 0
    for page in pages:
        lines = []
        for line in page.split("\n"):
            if line.strip():
                lines.append((at, line))
            at += len(line) + 1
        edge = lines if len(lines) <= 2 * _EDGE_LINES else lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
        edges.append(edge)
        for key in {_DIGITS.sub("0", line.strip()) for _, line in edge}:
            counts[key] = counts.get(key, 0) + 1
    marks = []
    for edge in edges:
        for place, (start, line) in enumerate(edge):
            said = line.strip()
            outermost = place in (0, len(edge) - 1)
            numbered = outermost and len(said) < 30 and _page_number().fullmatch(to_analysis(said))
            if numbered or counts[_DIGITS.sub("0", said)] >= max(_REPEATED, len(pages) // 2):
                first = start + line.index(said[0])
                marks.append(Mark(Span(first, first + len(said)), "furniture"))
    return tuple(marks)
