"""DOCX: the paragraphs of a Word document."""

import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source.container import Content, clean_title, refuse_empty
from pressparse.transcript.source.markup import decode_xml, walk_xml
from pressparse.transcript.source.record import Mark

if TYPE_CHECKING:
    from zipfile import ZipFile

DOCUMENT = "word/document.xml"
MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
MAX_XML_BYTES = 128 * 1024 * 1024
# Word's own files shrink to a twentieth; a bomb to a thousandth.
MAX_RATIO = 200
RATIO_FROM_BYTES = 4 * 1024 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_OFF = frozenset({"0", "false", "off"})
_TITLE_STYLES = frozenset({"title"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class WordOutline:
    """Collects the text of a document, a line for each paragraph, and its bold stretches."""

    pieces: list[str] = field(default_factory=list)
    strong: list[tuple[int, int]] = field(default_factory=list)
    title: str = ""
    length: int = 0
    in_text: bool = False
    in_run: bool = False
    bold: bool = False
    skipped: int = 0
    started: bool = False
    styled_title: bool = False
    paragraph: int = 0

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        # What stands in mc:Fallback stands in mc:Choice too; w:del and w:moveFrom were taken out by an author.
        if self.skipped or tag in ("Fallback", "del", "moveFrom", "instrText", "delText"):
            self.skipped += 1
        elif tag == "p":
            self._open_paragraph()
        elif tag == "pStyle":
            self.styled_title = attributes.get("val", "").lower() in _TITLE_STYLES
        elif tag == "r":
            self.in_run, self.bold = True, False
        elif tag == "b" and self.in_run:
            self.bold = attributes.get("val", "1").lower() not in _OFF
        elif tag == "t":
            self.in_text = True
        elif tag in _CHARACTERS and self.in_run:
            self._write(_CHARACTERS[tag])

    def close(self, tag: str) -> None:
        """An element ends."""
        if self.skipped:
            self.skipped -= 1
        elif tag == "t":
            self.in_text = False
        elif tag == "r":
            self.in_run = self.bold = False
        elif tag == "p" and self.styled_title and not self.title:
            self.title = "".join(self.pieces[self.paragraph :])

    def text(self, data: str) -> None:
        """Characters between tags."""
        if self.in_text and not self.skipped:
            self._write(data)

    def _open_paragraph(self) -> None:
        if self.started:
            self._write("\n")
        self.started, self.styled_title = True, False
        self.paragraph = len(self.pieces)

    def _write(self, data: str) -> None:
        data = data.replace("\0", "")
        if self.bold and data.strip():
            start = self.length + len(data) - len(data.lstrip())
            end = self.length + len(data.rstrip())
            if self.strong and self.strong[-1][1] == self.length == start:
                start = self.strong.pop()[0]
            self.strong.append((start, end))
        self.pieces.append(data)
        self.length += len(data)


def read_word_file(data: bytes, *, name: str = "") -> Content:
    """The paragraphs of a DOCX, one a line, with tabs and line breaks; marks tell bold stretches.

    Text boxes and tables come where they stand; headers, footers, footnotes, comments and automatic numbers are left
    out. Raises ReadError for an archive that is broken, locked, no Word document, or unpacks beyond all measure.
    """
    with _open_archive(data, name) as archive:
        xml, used, problems = decode_xml(_read_entry(archive, DOCUMENT, name), name=f"{name}/{DOCUMENT}")
    outline = WordOutline()
    walk_xml(xml, outline, name=f"{name}/{DOCUMENT}")
    text = "".join(outline.pieces)
    marks = tuple(Mark(Span(start, end), "strong") for start, end in outline.strong)
    content = Content(text, used, marks, clean_title(outline.title), problems=problems)
    return refuse_empty(content, name=name, what="a Word document", hint="its pictures are not read")


def _open_archive(data: bytes, name: str) -> "ZipFile":
    from zipfile import BadZipFile, ZipFile

    end = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        raise _broken(name)
    # zipfile reads the whole directory before anything else; a document has a few dozen entries in it.
    if (
        struct.unpack_from("<I", data, end + 12)[0] > MAX_DIRECTORY_BYTES
        or b"PK\x06\x07" in data[max(0, end - 20) : end]
    ):
        raise ReadError("is an archive of more files than a document has; save it again from Word", path=name)
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, ValueError, EOFError, OSError, OverflowError, struct.error):
        raise _broken(name) from None


def _read_entry(archive: "ZipFile", entry: str, name: str) -> bytes:
    from zipfile import BadZipFile

    try:
        info = archive.getinfo(entry)
    except KeyError:
        raise ReadError(
            "is a ZIP archive, not a Word document; unpack it or save it as text first", path=name
        ) from None
    if info.flag_bits & 1:
        raise ReadError("is locked with a password; save it without one", path=name)
    if info.file_size > MAX_XML_BYTES or (
        info.file_size > RATIO_FROM_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size)
    ):
        raise ReadError(
            f"unpacks from {info.compress_size:,} to {info.file_size:,} bytes, as no document does; "
            "save it again from Word",
            path=name,
        )
    try:
        return archive.read(info)
    except (BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError, struct.error, OverflowError):
        raise _broken(name) from None


def _broken(name: str) -> ReadError:
    return ReadError("is a broken ZIP archive; check that the file is whole", path=name)
