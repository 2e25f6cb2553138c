"""Which format a file is in: by its content, then by its ending."""

import codecs
import re

from pressparse.pattern import on_demand

HTML, AKOMA_NTOSO, TEI, DOCX, PDF = "html", "akoma-ntoso", "tei", "docx", "pdf"
SRT, VTT, CONVOKIT, TABLE, MARKDOWN, TEXT = "srt", "vtt", "convokit", "table", "markdown", "text"

_ROOTS = {"html": HTML, "akomantoso": AKOMA_NTOSO, "tei": TEI, "teicorpus": TEI}
_HEAD_BYTES = 65536
_BLANK = " \t\r\n\f\ufeff"
_NAME = on_demand(r"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w-]*)(?=[\s/>]|\Z)")
_DOCTYPE = on_demand(r"<!doctype\s+(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w-]*)", re.IGNORECASE)
_HTML_ENDINGS = (".html", ".htm", ".shtml", ".xhtml")
_BLOCK_TAG = on_demand(r"<(?:br|/?p|/?div)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_FEWEST_TAGS = 3
_MAX_HEADER_CHARS = 1000
_MARKDOWN_ENDINGS = (".md", ".markdown")


def find_format(data: bytes, path: str) -> str:
    """The container that `data` are, by their first bytes; TEXT where they are none of those or only text tells."""
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and path.lower().endswith(".pdf")):
        return PDF
    head = _head(data)
    root = _root(head)
    if root in _ROOTS:
        return _ROOTS[root]
    if head.startswith("<") and path.lower().endswith(_HTML_ENDINGS):
        return HTML
    # A piece of a page, as an editorial system keeps it; Markdown may hold such tags itself.
    piece = len(_BLOCK_TAG.findall(head)) >= _FEWEST_TAGS and not path.lower().endswith(_MARKDOWN_ENDINGS)
    return HTML if piece else TEXT


def find_text_format(text: str, path: str) -> str:
    """What a decoded text is: subtitles, a corpus, a table, Markdown or plain text."""
    if text.startswith("WEBVTT") or "-->" in text[:400]:
        from pressparse.transcript.source.subtitle import is_sub_rip, is_web_vtt

        if text.startswith("WEBVTT") and is_web_vtt(text):
            return VTT
        if is_sub_rip(text):
            return SRT
    if text[:1000].lstrip().startswith("{"):
        from pressparse.transcript.source.convokit import is_convokit

        if is_convokit(text):
            return CONVOKIT
    line = text[:_MAX_HEADER_CHARS].lstrip("\r\n").partition("\n")[0]
    if "," in line or "\t" in line or ";" in line:
        from pressparse.transcript.source.table import is_table

        if is_table(text):
            return TABLE
    return MARKDOWN if path.lower().endswith(_MARKDOWN_ENDINGS) else TEXT


def _head(data: bytes) -> str:
    """The first characters of a file, as far as markup goes; characters outside ASCII may be wrong."""
    head = data[:_HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").lstrip(_BLANK)
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip(_BLANK)


def _root(head: str) -> str:
    """The name of the first element in lower case, comments and declarations skipped; empty where there is none."""
    at = 0
    while head.startswith("<", at):
        if element := _NAME.match(head, at):
            return element[1].lower()
        if doctype := _DOCTYPE.match(head, at):
            return doctype[1].lower()
        end = "-->" if head.startswith("<!--", at) else ">"
        close = head.find(end, at)
        if close < 0:
            return ""
        at = close + len(end)
        while at < len(head) and head[at] in _BLANK:
            at += 1
    return ""
