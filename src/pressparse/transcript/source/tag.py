"""HTML to events: tags, texts and attributes in document order, in one pass, whatever is broken."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from pressparse.pattern import on_demand

# A tag: quotes only count behind “=”; a quote or a tag that is never closed swallows no more than itself. Every part
# is possessive, so that no input makes it look twice at a character.
_TAG = on_demand(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+)>?"
)
_ATTRIBUTE = on_demand(
    r"(?P<key>[^\s/>=\"']++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]++)))?+"
)
# Elements whose content is characters, not tags.
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


class Token(NamedTuple):
    """`kind` is open, close or text; `data` the name of the tag in lower case, or the text with entities decoded."""

    kind: str
    data: str
    rest: str = ""


def find_tokens(page: str) -> Iterator[Token]:
    """The tags and texts of `page` in order; comments and declarations are left out.

    The content of a raw element comes as one text behind its opening tag. Time is linear in the length of the page.
    """
    at, text_from, end = 0, 0, len(page)
    while (at := page.find("<", at)) >= 0:
        tag = _TAG.match(page, at)
        if tag is None and not page.startswith(("<!", "<?", "</"), at):
            at += 1
            continue
        if at > text_from:
            yield Token("text", decode_entities(page[text_from:at]))
        if tag is None:
            at = text_from = _skip(page, at)
            continue
        name = tag["name"].lower()
        at = text_from = tag.end()
        if tag["close"]:
            yield Token("close", name)
            continue
        yield Token("open", name, tag["rest"])
        if name in _RAW:
            close = _RAW_END[name].search(page, at)
            until = close.start() if close else end
            yield Token("text", page[at:until])
            at = text_from = until
    if text_from < end:
        yield Token("text", decode_entities(page[text_from:]))


def _skip(page: str, at: int) -> int:
    """Where a comment, a declaration or a nonsense tag that begins at `at` is over."""
    if page.startswith("<!--", at):
        close = page.find("-->", at + 4)
        return close + 3 if close >= 0 else len(page)
    if page.startswith("<![CDATA[", at):
        # Its content is text in XHTML.
        return at + len("<![CDATA[")
    close = page.find(">", at)
    return close + 1 if close >= 0 else len(page)


def read_attributes(rest: str) -> dict[str, str]:
    """The attributes behind the name of a tag, names in lower case; of one given twice, the first.

    >>> read_attributes(' class="a b" HIDDEN id=x')
    {'class': 'a b', 'hidden': '', 'id': 'x'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["key"].lower(), decode_entities(value))
    return found


def decode_entities(text: str) -> str:
    """`text` with character references decoded and without NUL; a no-break space becomes a space.

    In a page it is layout, not a character of the speech: `1&nbsp;260` is one number.
    """
    if "&" in text:
        text = html.unescape(text)
    return text.replace("\0", "").replace("\xa0", " ")
