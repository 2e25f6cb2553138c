"""What a record declares of itself above the speech: header blocks, rosters one a line, legends."""

import re
from functools import cache
from typing import ClassVar

from pressparse.lexicon import read_rows, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.record import Record
from pressparse.span import Span
from pressparse.transcript.dialect.folded import front_matter
from pressparse.transcript.dialect.label import BULLETS, MARGINS, MAX_LABEL_CHARS, close_up, role_of_line
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.named_role import find_named_roles, is_who
from pressparse.transcript.dialect.opening import read_opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.roster import find_listed, find_name_end
from pressparse.transcript.turn import Role

# How many lines of a record its header may take up, rosters of a legislature included.
MAX_HEADER_LINES = 200
MAX_VALUE_CHARS = 80

_NUMBER = on_demand(MARGINS["key_number"])
_SENTENCE = on_demand("[。!?]")
_SENTENCE_END = on_demand(r"[。!?;:…]$")
# “(問:記者;鄭:鄭若驊;李:李家超)”
_LEGEND = on_demand(
    r"\((?P<items>(?:[^():;,、]{1,6}:[^():;,、]{1,30}[;,、] ?)+[^():;,、]{1,6}:[^():;,、]{1,30})\)", signs="("
)
# “(以下简称“江”)”
SHORT_FORM = on_demand(MARGINS["short_form"])


class Header(Record):
    """Line numbers that are header, `legend` label → name, `announced` the kind of each key and what it says.

    `short_for` are the names that the record gives a short form for. Labels are analysis text; names and what is
    announced stand in the words of the source.
    """

    names: ClassVar = ("lines", "legend", "announced", "short_for")
    __slots__ = names

    def __init__(
        self,
        lines: frozenset[int],
        legend: dict[str, str],
        announced: tuple[tuple[str, str], ...],
        short_for: tuple[str, ...],
    ) -> None:
        self.lines = lines
        self.legend = legend
        self.announced = announced
        self.short_for = short_for


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in read_rows("header_keys")}


def find_header(page: Page) -> Header:
    """The header lines of a record and what they declare."""
    lines: set[int] = set()
    announced: list[tuple[str, str]] = []
    spoken = find_named_roles(page)
    top = page.lines[:MAX_HEADER_LINES]
    said = next((n for n, line in enumerate(top) if _is_asked(line.words)), len(top))
    keys = [
        _read_key(line.words, above=number < said) if number not in spoken else None for number, line in enumerate(top)
    ]
    for number, found in enumerate(keys):
        # “出席者:交通部长叶青、副部长周启” announces, even where it stands alone.
        listed = found is not None and found[0] == "guest" and number < said and len(find_listed(found[1])) > 0
        # “主持人:叶青”, who speaks as “叶青:” further on
        listed = listed or (found is not None and _presides(page, *found))
        if found is None or not (listed or _in_block(keys, number)):
            continue
        kind, value = found
        lines.add(number)
        if value:
            end = page.lines[number].span.end
            shown = page.text[end - len(value) : end]
            if (office := _office_key(page.lines[number].words)) is not None:
                shown = office.shift(page.lines[number].span.start).of(page.text) + shown
            if kind != "fact" and value.count("(") > value.count(")") and number + 1 < len(page.lines):
                # “白雪(集团运营公司总” / “工程师)”: the width of a page broke the line.
                lines.add(number + 1)
                shown += page.lines[number + 1].span.of(page.text)
            announced.append((kind, shown))
            below = _goes_on_below(page, number, keys) if kind in _PEOPLE else []
            lines.update(below)
            announced += [(kind, page.lines[each].span.of(page.text)) for each in below]
        elif kind != "fact":
            below = _roster_below(page, number, keys)
            lines.update(below)
            announced += [(kind, page.lines[each].span.of(page.text)) for each in below]
    lines.update(range(front_matter([line.words for line in page.lines])))
    legend, legend_line = _find_legend(page)
    if legend_line >= 0:
        lines.add(legend_line)
    short = _find_short_forms(page)
    return Header(frozenset(lines), {**legend, **short}, tuple(announced), tuple(short.values()))


def _presides(page: Page, kind: str, value: str) -> bool:
    """Whether a line names who presides, and that name opens lines below."""
    return kind == "host" and looks_like_name(value) and f"\n{value}:" in page.words


def _is_asked(words: str) -> bool:
    """Whether a line opens with the label of a reporter and goes on: the header is above it."""
    opening = read_opening(words)
    asks = opening is not None and role_of_line(opening.label) is Role.REPORTER
    return asks and opening is not None and len(words) > opening.length


def _read_key(words: str, *, above: bool) -> tuple[str, str] | None:
    """Kind and value of a header line; None for any other. Offices are keys `above` all that is said."""
    # “三、主持人:…”, “**主持人:** …”
    plain = words.replace("**", "") if words.startswith("**") and not words.endswith("**") else words
    bare = _NUMBER.sub("", plain.lstrip(BULLETS), count=1)
    # “主持人:…”; “■ 主持人 …”: behind a bullet a space is enough.
    key, sign, value = bare.partition(" " if words[:1] in BULLETS and ":" not in bare else ":")
    kind = _kinds().get(close_up(key.rstrip())) or (_kind_of_office(words) if above else None)
    if kind is None and value and key[-1:].isascii() and len(key) <= _LONGEST_KEY:
        # “日期 Date:3月5日”: said again in another language; “嘉宾 Amy:” with nothing behind it would speak.
        kind = _kinds().get(close_up(_OTHER_LANGUAGE.sub("", key)))
    if not sign or kind is None:
        return None
    value = value.strip()
    closed = kind == "guest" and value.find("。") == len(value) - 1 >= 0 and _SPOKEN.isdisjoint(value)
    listed = value[:-1].split(";") if closed else []
    members = value[:-1].split("、") if kind == "member" and value.endswith("。") else []
    if 2 * sum(map(is_who, listed)) > len(listed) or (members and all(map(looks_like_name, members))):
        # “发布人:市环保局局长叶青;市环保局总工程师周启。”
        return kind, value
    # “主持人:各位好。今天的会主” goes on in the next line: somebody speaks.
    spoken = kind != "fact" and _SENTENCE.search(value)
    if len(value) > MAX_VALUE_CHARS or _SENTENCE_END.search(value) or spoken:
        return None
    return kind, value


_OTHER_LANGUAGE = on_demand(r"[ (/]*[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ./&'-]*\)?$")
_LONGEST_KEY = 60
_SPOKEN = frozenset(",!?")


def _office_key(words: str) -> Span | None:
    """Where the office stands that a header line has for its key, a name behind it: “董事长:叶青”; None elsewhere."""
    found = _OFFICE_KEY.fullmatch(words)
    named = found is not None and found["office"].endswith(_OFFICES) and looks_like_name(found["name"])
    return Span(*found.span("office")) if found is not None and named else None


def _kind_of_office(words: str) -> str | None:
    """Whom a line of an office and a name announces; “董事会秘书(主持人):叶青” presides."""
    found = _OFFICE_KEY.fullmatch(words) if _office_key(words) is not None else None
    if found is None:
        return None
    return _kinds().get(found["part"] or "", "guest") if not found["name"].endswith(_PLACES) else None


_OFFICE_KEY = on_demand(rf"(?P<office>{HAN}{{2,16}}?) ?(?:\((?P<part>[^()]{{2,4}})\))? ?: ?(?P<name>{HAN}{{2,4}})")
_OFFICES = tuple(read_words("offices"))
# “市长:高新区” is where he was.
_PLACES = tuple(MARGINS["place_signs"])


def _in_block(keys: list[tuple[str, str] | None], number: int) -> bool:
    """Whether a header line has another beside it, or announces a roster; a fact (`时间：…`) may stand alone on top."""
    kind, value = keys[number]  # type: ignore[misc]
    near = [each for each in keys[max(0, number - 2) : number + 3] if each is not None]
    # A list of people that ends as a sentence does needs no other line beside it.
    roster = kind == "guest" and (not value or value.endswith("。") or _lists_officials(value))
    return kind == "member" or roster or len(near) > 1 or (kind == "fact" and number < 5)


def _lists_officials(value: str) -> bool:
    """Whether a value lists people by office and name: “市运输局局长叶青、副局长周启明”."""
    items = value.split("、")
    return len(items) > 1 and all(find_name_end(item.replace(" ", "")) for item in items)


def _roster_below(page: Page, number: int, keys: list[tuple[str, str] | None]) -> list[int]:
    """The lines under a bare key that name one person each: up to the next key, label or sentence."""
    below: list[int] = []
    for each in range(number + 1, min(len(page.lines), MAX_HEADER_LINES)):
        words = page.lines[each].words
        if keys[each] is not None or ":" in words or _SENTENCE_END.search(words) or len(words) > MAX_VALUE_CHARS:
            break
        if page.lines[each].span.start - page.lines[each - 1].span.end > 2 and below and not _same_form(page, each):
            break
        below.append(each)
    return below


def _goes_on_below(page: Page, number: int, keys: list[tuple[str, str] | None]) -> list[int]:
    """The indented lines under a key and its first person that name one more each: “　　　处长 周启”."""
    below: list[int] = []
    for each in range(number + 1, min(len(page.lines), MAX_HEADER_LINES)):
        line, end = page.lines[each], page.lines[each - 1].span.end
        indented = page.text[end : line.span.start].replace("\u3000", "  ").endswith("    ")
        if not indented or keys[each] is not None or ":" in line.words or _SENTENCE_END.search(line.words):
            break
        below.append(each)
    return below


_PEOPLE = ("host", "guest", "member")


def _same_form(page: Page, number: int) -> bool:
    """Whether a line behind a gap still looks like the roster above it: it closes with the same word."""
    return page.lines[number].words[-2:] == page.lines[number - 1].words[-2:]


def _find_legend(page: Page) -> tuple[dict[str, str], int]:
    for number, line in enumerate(page.lines[:30]):
        match = _LEGEND.search(line.words)
        # “(撰稿:游一一,电话:02-2345)” names nobody who speaks.
        if match and not _PHONE.search(match["items"]):
            legend = {}
            at = line.span.start + match.start("items")
            for item in re.finditer(r"(?P<label>[^:;,、 ]+):(?P<name>[^;,、]+)", match["items"]):
                legend[item["label"]] = Span(*item.span("name")).shift(at).of(page.text).strip()
            return legend, number
    return {}, -1


def _find_short_forms(page: Page) -> dict[str, str]:
    """Short form → name, of those that a label gives behind the name: `宁川晚报（以下简称“宁”）：`, then `宁：`."""
    found: dict[str, str] = {}
    # Most records shorten nothing: one search for a sign spares the lines.
    for line in page.lines if _SHORTENED in page.words else ():
        opening = read_opening(line.words) if "(" in line.words[:MAX_LABEL_CHARS] else None
        short = SHORT_FORM.match(opening.aside) if opening else None
        if opening and short:
            start = line.start + opening.lead
            name = Span(start, start + len(opening.label)).of(page.text)
            found.setdefault(short["short"].strip(), name)
        for short in _SHORT_INSIDE.finditer(line.words):
            # “校长叶青(以下简称叶)到场回答”
            at = line.words.rfind(short["short"], max(0, short.start() - _LONGEST_NAME), short.start())
            if 0 <= at < short.start() - 1:
                found.setdefault(short["short"], Span(at, short.start()).shift(line.start).of(page.text))
    return found


_PHONE = on_demand("[0-9]{4}")
_SHORTENED = MARGINS["shortened"]
_SHORT_INSIDE = on_demand(MARGINS["short_inside"])
_LONGEST_NAME = 4


def without_short_form(aside: str) -> str:
    """What a label says in parentheses beside the short form of the name: “以下简称片桐,《东都新闻》记者”."""
    short = SHORT_FORM.match(aside)
    return aside[short.end() :] if short else aside


def role_of_key(kind: str) -> Role:
    """The role that a kind of header key announces; a legislature's members ask from the floor."""
    return {"host": Role.HOST, "guest": Role.GUEST, "member": Role.AUDIENCE}.get(kind, Role.UNKNOWN)
