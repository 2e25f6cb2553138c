"""Bytes in, text out: what a file says, and in which encoding."""

import codecs
import re
from pathlib import Path

from pressparse.errors import EncodingError, OptionError, ReadError

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


def read_bytes(path: str, *, stdin: bytes | None = None) -> bytes:
    """The content of the file at `path`; `-` is `stdin`.

    Raises ReadError when it is missing, a directory, not permitted, empty or larger than 512 MB.
    """
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


def decode(data: bytes, *, encoding: str = "", name: str = "") -> tuple[str, str]:
    """The text of `data` and the encoding it is in.

    Tries the byte order mark, strict UTF-8, UTF-16 without a mark, then charset-normalizer among the encodings of
    Chinese text. Raises OptionError for an encoding that does not exist, EncodingError where the bytes do not fit,
    ReadError for a file that is not text.
    """
    if encoding:
        return _decode_as(data, encoding, name), _canonical(encoding)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, codec, name), codec
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
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
    return found


def _canonical(encoding: str) -> str:
    return codecs.lookup(encoding).name


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        known = "utf-8, utf-16, gb18030, gbk, big5, big5hkscs"
        raise OptionError(f"no encoding is called “{encoding}”; known for Chinese are {known}") from None
    if not getattr(codec, "_is_text_encoding", True):
        raise OptionError(f"“{encoding}” is not an encoding of text; try utf-8, gb18030 or big5hkscs")
    try:
        return codec.decode(data, "strict")[0].removeprefix("\ufeff")
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        raise EncodingError(
            f"byte {start} (0x{data[start : start + 1].hex()}) is not {codec.name}; "
            "leave --encoding out to have it found",
            path=name,
            line=line,
        ) from None


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise ReadError(f"is {what}, not a text; save it as text first", path=name)
    head = data[:65536]
    if not _utf16_order(head) and len(_CONTROL.findall(head)) > max(2, len(head) // 500):
        raise ReadError("is a binary file, not a text; give a transcript as text", path=name)


def _utf16_order(head: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where every second byte is the high byte of a Han or ASCII character, else ""."""
    if len(head) % 2 or not _CONTROL.search(head):
        return ""
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[offset::2]
        if len(high.translate(None, _UTF16_HIGH)) * 20 <= len(high) and len(
            head[1 - offset :: 2].translate(None, _UTF16_HIGH)
        ) * 3 > len(high):
            return codec
    return ""


def _guess(data: bytes) -> tuple[str, str] | None:
    """Text and encoding of bytes that are not UTF-8; None when no encoding of Chinese fits."""
    from charset_normalizer import from_bytes

    if codec := _utf16_order(data[:65536]):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            pass
    # A sample that ends inside a character would fit no encoding.
    sample = data if len(data) <= _GUESS_BYTES else data[: data.rfind(b"\n", 0, _GUESS_BYTES) + 1 or _GUESS_BYTES]
    # The two families overlap byte by byte, so a guess needs a language: charset-normalizer weighs coherence.
    for match in from_bytes(sample, cp_isolation=["gb18030", "big5hkscs", "big5"], threshold=0.6):
        try:
            return data.decode(match.encoding), match.encoding
        except UnicodeDecodeError:
            continue
    return None
