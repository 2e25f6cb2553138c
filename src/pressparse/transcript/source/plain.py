"""Bytes in, text out: what a file says, and in which encoding."""

import codecs
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pressparse.errors import EncodingError, OptionError, Problem, ReadError
from pressparse.transcript.source.damage import FAMILIES, MOST_ODD, SURE, Reading, parse_bytes

STDIN = "-"
MAX_BYTES = 512 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that hold no plain text, and what to call them.
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX, ODT …)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
# Control characters that no text file has; tab, line ends, form feed and escape occur.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# High bytes of the characters in a Chinese text: ASCII, general and CJK punctuation, Han, full-width forms.
_UTF16_HIGH = bytes([0x00, 0x20, 0x30, 0xFE, 0xFF, *range(0x4E, 0xA0)])
_GUESS_BYTES = 1 << 20
_EXCERPT_CHARS = 20


class Decoded(NamedTuple):
    """What bytes say, the encoding they are in, and what is broken in them."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def read_bytes(path: str, *, stdin: bytes | None = None) -> bytes:
    """The content of the file at `path`; `-` is `stdin`, or the program's standard input where none is given.

    Raises ReadError when it is missing, a directory, not permitted, empty or larger than 512 MB.
    """
    if path == STDIN and stdin is None:
        stdin = sys.stdin.buffer.read()
    data = (stdin or b"") if path == STDIN else _read_file(path)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        what = "standard input is empty" if path == STDIN else "the file is empty"
        raise ReadError(f"{what}; give a transcript with text in it", path=shown_name(path))
    return data


def _read_file(path: str) -> bytes:
    file = Path(path)
    try:
        if file.is_dir():
            raise ReadError("is a directory; add -r to read the files in it", path=path)
        if file.stat().st_size > MAX_BYTES:
            raise ReadError(f"is larger than {MAX_BYTES >> 20} MB; split it", path=path)
        return file.read_bytes()
    except FileNotFoundError:
        raise ReadError("no such file; check the path", path=path) from None
    except PermissionError:
        raise ReadError("no permission to read it; check the file's rights", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"cannot be read ({reason}); check the path", path=path) from None


def shown_name(path: str) -> str:
    """The name of a file in every message and in the column `source`."""
    return "stdin" if path == STDIN else path


def decode(data: bytes, *, encoding: str = "", name: str = "") -> Decoded:
    """The text of `data` and the encoding it is in; a few broken bytes are U+FFFD in it, and a problem.

    Tries the byte order mark and strict UTF-8, then what leaves the least doubt: UTF-8 that is damaged, UTF-16 without
    a mark, GB18030, Big5. Raises OptionError for an encoding that does not exist, EncodingError where more of the bytes
    does not fit than damage explains, ReadError for a file that is not text.
    """
    if encoding:
        return _decode_as(data, encoding, name)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, codec, name, sure=True)
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    found = _guess(data)
    if found is None:
        line = data.count(b"\n", 0, broken.start) + 1
        raise EncodingError(
            f"byte 0x{data[broken.start]:02x} is not UTF-8, and no other encoding of Chinese text fits; "
            "name it with --encoding (gb18030, big5hkscs, utf-16)",
            path=name,
            line=line,
        )
    return _report(found, name)


def _report(reading: Reading, name: str) -> Decoded:
    """A reading, with the problem that its broken bytes are."""
    text, first = reading.text, reading.first
    if not reading.broken:
        return Decoded(text, reading.encoding)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", first)
    excerpt = text[max(start, first - _EXCERPT_CHARS) : min(len(text) if end < 0 else end, first + _EXCERPT_CHARS)]
    many = "1 byte is" if reading.broken == 1 else f"{reading.broken:,} bytes are"
    problem = Problem(
        "broken-bytes",
        f"{many} not {reading.encoding.removesuffix('-sig')}, read as U+FFFD; check that the file is whole",
        path=name,
        line=text.count("\n", 0, first) + 1,
        column=first - start + 1,
        excerpt=excerpt.rstrip("\r"),
    )
    return Decoded(text, reading.encoding, (problem,))


def _decode_as(data: bytes, encoding: str, name: str, *, sure: bool = False) -> Decoded:
    """`data` in the encoding asked for; in one that is `sure`, no other is thought of where bytes are broken."""
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        known = "utf-8, utf-16, gb18030, gbk, big5, big5hkscs"
        raise OptionError(f"no encoding is called “{encoding}”; known for Chinese are {known}") from None
    if not getattr(codec, "_is_text_encoding", True):
        raise OptionError(f"“{encoding}” is not an encoding of text; try utf-8, gb18030 or big5hkscs")
    try:
        return Decoded(codec.decode(data, "strict")[0].removeprefix("\ufeff"), codec.name)
    except UnicodeError as error:
        reading = parse_bytes(data, codec.name)
        if reading and reading.fits and (sure or not _fits_better(data, reading)):
            return _report(reading, name)
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        raise EncodingError(
            f"byte {start} (0x{data[start : start + 1].hex()}) is not {codec.name}; "
            "leave --encoding out to have it found",
            path=name,
            line=line,
        ) from None


def _fits_better(data: bytes, reading: Reading) -> bool:
    """Whether damaged bytes leave less doubt in an encoding that was not asked for."""
    other = parse_bytes(data, "utf-8") or _guess(data)
    return other is not None and other.doubt < reading.doubt


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise ReadError(f"is {what}, not a text; save it as text first", path=name)
    head = data[:65536]
    if not _utf16_order(head) and len(_CONTROL.findall(head)) > max(2, len(head) // 500):
        raise ReadError("is a binary file, not a text; give a transcript as text", path=name)


def _utf16_order(head: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where every second byte is the high byte of a Han or ASCII character, else ""."""
    head = head[: len(head) & ~1]
    if not _CONTROL.search(head):
        return ""
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[offset::2]
        if len(high.translate(None, _UTF16_HIGH)) * 20 <= len(high) and len(
            head[1 - offset :: 2].translate(None, _UTF16_HIGH)
        ) * 3 > len(high):
            return codec
    return ""


def _guess(data: bytes) -> Reading | None:
    """The reading of bytes that are not strict UTF-8; None when no encoding of Chinese fits."""
    readings = []
    for reading in _find_readings(data):
        if reading.fits and reading.doubt <= SURE:
            return reading
        readings.append(reading)
    # The families overlap byte by byte: a wrong one may fit every byte where the right one breaks at a few. What the
    # characters are decides, and where that is even, the coherence that charset-normalizer weighs.
    likeliest = min(readings, key=lambda each: each.doubt * (2 if each.broken else 1), default=None)
    if likeliest is None or likeliest.fits:
        return likeliest
    return None if likeliest.encoding == "utf-8" else next((each for each in readings if not each.broken), None)


def _find_readings(data: bytes) -> Iterator[Reading]:
    """What bytes that are not strict UTF-8 may say, the readings that prove themselves first."""
    if (codec := _utf16_order(data[:65536])) and (reading := parse_bytes(data, codec)):
        yield reading
    if reading := parse_bytes(data, "utf-8"):
        yield reading
    if reading := _match_family(data):
        yield reading
    for codec in FAMILIES:
        if (reading := parse_bytes(data, codec)) and reading.doubt <= MOST_ODD:
            yield reading


def _match_family(data: bytes) -> Reading | None:
    """The reading in the encoding of Chinese that charset-normalizer finds; None when the bytes fit none strictly."""
    from charset_normalizer import from_bytes

    # A sample that ends inside a character would fit no encoding.
    sample = data if len(data) <= _GUESS_BYTES else data[: data.rfind(b"\n", 0, _GUESS_BYTES) + 1 or _GUESS_BYTES]
    for match in from_bytes(sample, cp_isolation=["gb18030", "big5hkscs", "big5"], threshold=0.6):
        reading = parse_bytes(data, match.encoding)
        if reading and not reading.broken:
            return reading
    return None
