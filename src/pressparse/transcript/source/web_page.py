"""HTML: the main text of a page, its title and its date."""

import re

from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.source.block import BLOCKS, Tree, TreeReader
from pressparse.transcript.source.container import Content, day_of, refuse_empty, words
from pressparse.transcript.source.draft import Draft, Voice, clean, merge_marks, speech_marks
from pressparse.transcript.source.main_text import find_main
from pressparse.transcript.source.markup import decode_markup
from pressparse.transcript.source.record import Mark

# <meta charset="gb2312">, <meta http-equiv=Content-Type content="text/html; charset=gb2312">, <?xml … encoding="…"?>
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._-]{1,40})", re.I
)
_HEAD_BYTES = 8192
# “Title_Site”, “Title | Site”, “Title - Site”, “Title — Site”, “Title-Site”
_SITE = on_demand(r"(?:\s*[_|｜]+\s*|\s+[-–—·]+\s+|[-–—]+)(?=[^_|｜–—-]{2,30}\Z)")
_DIGIT = on_demand(r"[0-9]")


def read_web_page(data: bytes, *, encoding: str = "", name: str = "") -> Content:
    """The main text of an HTML page, a line for each paragraph and `<br>`, empty lines left out.

    Marks tell bold stretches and the heading. A no-break space is read as a space. Raises as decode does, and
    ReadError for a page without text.
    """
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    page = decode_markup(data, declared[1].decode("ascii") if declared else "", encoding=encoding, name=name)
    tree = TreeReader().read(_with_lines(page.text))
    title = find_title(tree)
    text, marks = write_text(tree, find_main(tree), title)
    content = Content(text, page.encoding, marks, title, find_date(tree, title), problems=page.problems)
    return refuse_empty(content, name=name, what="a web page", hint="save the page once its text is shown")


def _with_lines(page: str) -> str:
    """A page with a break at each line end where it was saved as text that kept a few `<br>`: its lines are lines."""
    lines, breaks = page.count("\n"), len(_BREAK.findall(page))
    return page.replace("\n", "<br>\n") if lines >= 2 * breaks > 0 and not _STRUCTURE.search(page) else page


_BREAK = on_demand(r"<br\b", re.IGNORECASE)
_STRUCTURE = on_demand(
    r"<(?:html|body|p|div|table|li|td|h[1-6]|section|article|blockquote|dl|dt|dd|ul|ol|center|pre|main)\b",
    re.IGNORECASE,
)


def find_title(tree: Tree) -> str:
    """The title of a page without the name of its site; empty where it has none."""
    names = words("html")
    for key in names["title_meta"]:
        if title := clean(tree.meta.get(key, "")):
            return _without_site(title, tree)
    heading = _text_of(tree, "h1")
    return heading or _without_site(clean(tree.title), tree)


def _without_site(title: str, tree: Tree) -> str:
    for key in words("html")["site_meta"]:
        site = clean(tree.meta.get(key, ""))
        if site and title.endswith(site) and len(title) > len(site):
            return title.removesuffix(site).rstrip(" _|｜-–—·")
    cut = _SITE.search(title)
    if cut and not _DIGIT.search(title, cut.end()) and cut.start() >= len(title) - cut.end():
        return title[: cut.start()]
    return title


def _text_of(tree: Tree, tag: str) -> str:
    """The text of the first element of a kind that has one."""
    owner = [-1] * len(tree.blocks)
    for number, block in enumerate(tree.blocks):
        if block.tag == tag:
            owner[number] = number
        elif block.parent >= 0 and not block.hidden:
            owner[number] = owner[block.parent]
    pieces: dict[int, list[str]] = {}
    for run in tree.runs:
        if owner[run.block] >= 0:
            pieces.setdefault(owner[run.block], []).append(run.text)
    return next((said for each in pieces.values() if (said := clean("".join(each)))), "")


def find_date(tree: Tree, title: str) -> str:
    """The day of the event as ISO 8601: in the title, else in the metadata; empty where neither tells.

    A page may be published the day after, so its title is asked first.
    """
    from pressparse.transcript.event_date import find_dates

    for _, day in find_dates(title):
        return day.isoformat()
    for key in words("html")["date_meta"]:
        if day_said := day_of(tree.meta.get(key, "")):
            return day_said
    return next((day_said for time in tree.times if (day_said := day_of(time))), "")


def write_text(tree: Tree, kept: list[bool], title: str) -> tuple[str, tuple[Mark, ...]]:
    """The text of the blocks that are kept, and its marks: headings, captions, bold stretches."""
    draft = Draft()
    owners = _line_owners(tree)
    preformatted = _inside(tree, "pre")
    kinds = {"heading": _inside(tree, "h1"), "note": _inside(tree, "figcaption")}
    before = -1
    for run in tree.runs:
        if not kept[run.block]:
            continue
        if owners[run.block] != before or not run.text:
            draft.end_line()
            before = owners[run.block]
        kind = next((kind for kind, inside in kinds.items() if inside[run.block]), "")
        voice = Voice(before) if kind else None
        lines = run.text.split("\n") if preformatted[run.block] else [run.text]
        for number, line in enumerate(lines):
            if number:
                draft.end_line()
            draft.add(line, kind, voice, strong=run.strong)
    text, stretches, strong = draft.finish()
    return text, merge_marks(speech_marks(stretches) or _printed_title(text, title), strong)


def _line_owners(tree: Tree) -> list[int]:
    """For each block, the block whose borders end a line."""
    owners = [0] * len(tree.blocks)
    for number, block in enumerate(tree.blocks):
        owners[number] = number if block.tag in BLOCKS else owners[max(block.parent, 0)]
    return owners


def _inside(tree: Tree, tag: str) -> list[bool]:
    """For each block, whether it is a `tag` or stands in one."""
    inside = [False] * len(tree.blocks)
    for number, block in enumerate(tree.blocks):
        inside[number] = block.tag == tag or (block.parent >= 0 and inside[block.parent])
    return inside


def _printed_title(text: str, title: str) -> tuple[Mark, ...]:
    """The mark of the title where the record opens with it."""
    return (Mark(Span(0, len(title)), "heading"),) if title and f"{text}\n".startswith(f"{title}\n") else ()
