"""XML to events: nothing is fetched, no entity is declared, nothing is nested without end."""

import codecs
import re
from typing import Protocol

from pressparse.errors import EncodingError, OptionError, ReadError
from pressparse.transcript.source.plain import Decoded, decode

MAX_DEPTH = 1000
# <?xml version="1.0" encoding="gb18030"?>
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Outline(Protocol):
    """What is told of a document, in its order; names come without namespace prefix."""

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def close(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters between tags."""


def decode_markup(data: bytes, declared: str, *, encoding: str = "", name: str = "") -> Decoded:
    """The text of a document and its encoding: the one asked for, the byte order mark's, the declared one, a guess.

    GB 2312 and GBK are read as GB18030 and Big5 with its Hong Kong supplement, which hold all of them and more.
    Raises as decode does.
    """
    if encoding or data.startswith((codecs.BOM_UTF8, *_UTF16)):
        return decode(data, encoding=encoding, name=name)
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
    known = wider.get(declared.lower(), declared.lower())
    # A declaration that can be read as ASCII does not stand in UTF-16.
    if known and not known.startswith(("utf-16", "utf16", "utf-32", "ucs")):
        try:
            return decode(data, encoding=known, name=name)
        except (OptionError, EncodingError):
            pass
    return decode(data, name=name)


def decode_xml(data: bytes, *, encoding: str = "", name: str = "") -> Decoded:
    """The text of an XML document and its encoding, as decode_markup finds it."""
    declared = _DECLARED.match(data.lstrip())
    return decode_markup(data, declared[1].decode("ascii") if declared else "", encoding=encoding, name=name)


def walk_xml(text: str, outline: Outline, *, name: str) -> None:
    """Tell `outline` what stands in an XML document.

    Raises ReadError, with the line, for XML that is not well-formed, declares a document type or entities, or is nested
    deeper than 1,000 elements.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    depth = 0

    def open_element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise ReadError(
                f"nests more than {MAX_DEPTH:,} elements; no transcript does, check the file",
                path=name,
                line=parser.CurrentLineNumber,
            )
        outline.open(tag.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def close_element(tag: str) -> None:
        nonlocal depth
        depth -= 1
        outline.close(tag.rpartition(":")[2])

    def refuse(*_: object) -> None:
        raise ReadError(
            "declares a document type or entities, which are not read; take the <!DOCTYPE …> out",
            path=name,
            line=parser.CurrentLineNumber,
        )

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = outline.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(_to_bytes(text, name), True)
    except expat.ExpatError as error:
        raise ReadError(
            f"is not well-formed XML ({expat.ErrorString(error.code)}); check that the file is whole",
            path=name,
            line=error.lineno,
        ) from None


def _to_bytes(text: str, name: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise EncodingError("holds half a surrogate pair; save the file as UTF-8", path=name, line=line) from None
