"""A page as a tree of blocks with the texts in them; flat lists, so that no depth is too deep."""

import re
from dataclasses import dataclass, field

from pressparse.pattern import on_demand
from pressparse.transcript.source.container import words
from pressparse.transcript.source.tag import decode_entities, find_tokens, read_attributes

BLOCKS = frozenset(words("html")["blocks"])
_VOID = frozenset(words("html")["void"])
_HIDDEN = frozenset(words("html")["hidden"])
_AROUND = frozenset(words("html")["around"])
_FURNITURE = frozenset(words("html")["furniture"])
_NO_DISPLAY = on_demand(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME = on_demand(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# A start tag ends what is open and cannot contain it; the search stops at its own container.
_CLOSES = {
    "li": ("li", frozenset({"ul", "ol", "menu", "dir"})),
    "dt": ("dt dd", frozenset({"dl"})),
    "dd": ("dt dd", frozenset({"dl"})),
    "tr": ("tr td th", frozenset({"table"})),
    "td": ("td th", frozenset({"tr", "table"})),
    "th": ("td th", frozenset({"tr", "table"})),
}
_CELLS = frozenset({"td", "th", "caption", "table"})
_TABLE = _CELLS | {"tr", "tbody", "thead", "tfoot"}
# How far up an element is looked for that a start tag ends; pages that nest deeper lose nothing but a block border.
_REACH = 40


@dataclass(slots=True)
class Block:
    """An element: its parent's number, and what its name and class say it is."""

    tag: str
    parent: int
    group: str = ""
    hidden: bool = False
    furniture: bool = False


@dataclass(slots=True)
class Run:
    """A text and the block it stands in; a break when the text is empty."""

    block: int
    text: str = ""
    strong: bool = False
    link: bool = False


@dataclass(slots=True)
class Tree:
    """The blocks of a page, parents first, its runs in order, its <meta> and its titles."""

    blocks: list[Block] = field(default_factory=lambda: [Block("html", -1)])
    runs: list[Run] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    times: list[str] = field(default_factory=list)


class TreeReader:
    """Builds the tree of a page in one pass."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._open = [0]
        self._places: dict[str, list[int]] = {}
        self._strong = 0
        self._link = 0
        self._raw = ""

    def read(self, page: str) -> Tree:
        """The tree of `page`."""
        for kind, data, rest in find_tokens(page):
            if kind == "open":
                self._open_tag(data, rest)
            elif kind == "close":
                self._close_tag(data)
            else:
                self._text(data)
        return self.tree

    def _text(self, data: str) -> None:
        if self._raw == "title" and not self.tree.title:
            self.tree.title = decode_entities(data)
        self._raw = ""
        self.tree.runs.append(Run(self._open[-1], data, strong=self._strong > 0, link=self._link > 0))

    def _open_tag(self, tag: str, rest: str) -> None:
        self._raw = tag if tag == "title" else ""
        if tag in ("br", "hr"):
            self.tree.runs.append(Run(self._open[-1]))
        elif tag in ("b", "strong"):
            self._strong += 1
        elif tag == "a":
            # A link inside a link ends the one before; an anchor is none.
            self._link = len(self._open) if "href" in read_attributes(rest) else 0
        elif tag == "meta":
            self._meta(read_attributes(rest))
        elif tag not in _VOID:
            self._end_implied(tag)
            self._push(tag, read_attributes(rest) if rest.strip(" /") else {})

    def _push(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "time" and attributes.get("datetime"):
            self.tree.times.append(attributes["datetime"])
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        self.tree.blocks.append(
            Block(
                tag,
                self._open[-1],
                group=attributes.get("class", "").strip(),
                hidden=tag in _HIDDEN
                or "hidden" in attributes
                or attributes.get("aria-hidden") == "true"
                or bool(_NO_DISPLAY.search(attributes.get("style", ""))),
                furniture=tag in _AROUND
                or (tag in BLOCKS and any(name.lower() in _FURNITURE for name in _NAME.findall(names))),
            )
        )
        self._places.setdefault(tag, []).append(len(self._open))
        self._open.append(len(self.tree.blocks) - 1)

    def _close_tag(self, tag: str) -> None:
        self._raw = ""
        if tag in ("b", "strong"):
            self._strong = max(0, self._strong - 1)
        elif tag == "a":
            self._link = 0
        elif tag == "br":
            self.tree.runs.append(Run(self._open[-1]))
        elif places := self._places.get(tag):
            if places[-1] > self._border(tag):
                self._pop(places[-1])
        elif tag == "p":
            self.tree.runs.append(Run(self._open[-1]))

    def _border(self, tag: str) -> int:
        """The depth below which a closing tag ends nothing: that of the cell or, for inline elements, of the block."""
        if tag in _TABLE:
            return 0 if tag == "table" else (self._places.get("table") or [0])[-1]
        if tag not in BLOCKS:
            return next((depth for depth in self._near() if self.tree.blocks[self._open[depth]].tag in BLOCKS), 0)
        return max((places[-1] for cell in _CELLS if (places := self._places.get(cell))), default=0)

    def _near(self) -> range:
        """The depths of the innermost open elements, from the top down."""
        return range(len(self._open) - 1, max(0, len(self._open) - 1 - _REACH), -1)

    def _end_implied(self, tag: str) -> None:
        ends, stops = _CLOSES.get(tag, ("", frozenset()))
        ended = frozenset(ends.split())
        found = 0
        for depth in self._near():
            above = self.tree.blocks[self._open[depth]].tag
            if above in stops or (above in _CELLS and not ended):
                break
            if above in ended or (above == "p" and tag in BLOCKS):
                found = depth
            elif above in BLOCKS and not ended:
                break
        if found:
            self._pop(found)

    def _pop(self, depth: int) -> None:
        """End every element from `depth` on."""
        for number in self._open[depth:]:
            self._places[self.tree.blocks[number].tag].pop()
        del self._open[depth:]
        if self._link > depth:
            self._link = 0

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content", "").strip()
        for key in ("name", "property", "itemprop", "http-equiv"):
            if content and attributes.get(key):
                self.tree.meta.setdefault(attributes[key].strip().lower(), content)
