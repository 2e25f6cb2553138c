"""Openings: the label that a line begins with, by its form alone."""

from typing import ClassVar

from pressparse.lexicon import margin_pattern, one_of, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.record import Record
from pressparse.span import Span
from pressparse.text.script import is_han
from pressparse.transcript.dialect.label import (
    MARGINS,
    MAX_LABEL_CHARS,
    answer_suffix,
    close_up,
    is_house,
    is_outlet,
    role_of_label,
    role_of_line,
)
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.stamp import stamp_ahead
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

# “葉昶:”, “央廣網記者 ：”, “Kolas Yotaka：”, “叶青(环保局副局长):”. No sentence punctuation inside, nor
# “|”, which parts the rubric of a headline from its words.
_LABEL = on_demand(
    rf"(?P<label>[^\s:,。;?!、…()|][^:,。;?!…()|\n]{{0,{MAX_LABEL_CHARS - 1}}}?)"
    rf" ?(?:\((?P<aside>[^():\n]{{1,40}})\)(?P<goes_on>{one_of(read_words('follow_ups'))})?)? ?:[ \t]*"
)
# What may stand in front of a label: bullets, quote marks, dashes, bold, a number.
_DECOR = on_demand(
    rf"(?:{MARGINS['on_air']})?(?:{MARGINS['part_ahead']})?"
    r"(?:[*•※·▲△▼▽▶▷►▸■□◆◇○●▎▍▌┃>#|][ \t]?|[-–—] |—{2,3} ?)*"
    # “3. 叶青:”, “12 叶青:” in a numbered table
    rf"(?:(?:Q ?)?\d{{1,3}} ?[、.)][ \t]*|{MARGINS['row_number']})?(?:\*\*)?"
    # “Q叶青:”, “A市长周启明:”
    rf"(?:(?P<letter>[QA])(?={HAN}))?"
)
_OPENED = {"[": "]", "【": "】"}
_SHORTEST_MARKED = 3
# “宁川网 2020-12-18 浏览:1326次”
_DATED = on_demand("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", signs="-")
ADDRESS_STARTS = read_words("addresses", "start")
# “主任委员、各位记者女士:” too
_ADDRESS = on_demand(rf"(?:^|、){one_of(ADDRESS_STARTS)}|{one_of(read_words('addresses', 'end'))}$")
_COUNTED = margin_pattern("key_number")
_QUOTE = on_demand(MARGINS["share_quote"])
_QUOTED = on_demand(MARGINS["quote_aside"])
_OPENS = "["
_BRACKETED = on_demand(r"[(\[]")
_LONGEST_QUOTED = 2 * MAX_LABEL_CHARS
_NO_NAMES = read_words("name_stops", "word")
_TITLES = (*read_words("offices"), *read_words("honorifics"))


_NO_QUOTE = Span(0, 0)


class Opening(Record):
    """A label at the start of a line, in analysis text.

    `lead` characters of decoration stand in front of it; `length` covers all up to the speech, colon included.
    `aside` is what stands in parentheses behind the name, `letter` the Q or A right in front of it; `marked`: brackets
    stand around the name; `goes_on` is the end of the label that stands behind the parentheses (“记者(新华社)追问:”).
    `quote` is where a page has put the price or code of a share into the label.
    """

    names: ClassVar = ("label", "length", "lead", "aside", "letter", "marked", "goes_on", "quote")
    __slots__ = names

    def __init__(
        self,
        label: str,
        length: int,
        lead: int = 0,
        aside: str = "",
        letter: str = "",
        marked: bool = False,
        goes_on: str = "",
        quote: Span = _NO_QUOTE,
    ) -> None:
        self.label = label
        self.length = length
        self.lead = lead
        self.aside = aside
        self.letter = letter
        self.marked = marked
        self.goes_on = goes_on
        self.quote = quote

    def printed(self, line: str) -> str:
        """The label as `line` prints it, in the words of the source, without what a page has put into it."""
        return line[self.lead : self.quote.start] + line[max(self.lead, self.quote.end) : self.length]


class Candidate(Record):
    """What has the form of a label, in the order of the text; `is_list`: a list or nothing follows it.

    `aside` is what stands in parentheses behind it; `vouched`: a greeting follows it, or a drawn line stands above;
    `asks`: its line ends with a question mark.
    """

    names: ClassVar = ("label", "is_list", "aside", "vouched", "asks")
    __slots__ = names

    def __init__(
        self,
        label: str,
        is_list: bool = False,
        aside: str = "",
        vouched: bool = False,
        asks: bool = False,
    ) -> None:
        self.label = label
        self.is_list = is_list
        self.aside = aside
        self.vouched = vouched
        self.asks = asks


def read_opening(words: str) -> Opening | None:
    """The label that a line of analysis text opens with; None where it opens with none.

    Says only that it has the form of a label: whether it is one depends on the rest of the record.

    >>> read_opening("央广网记者:谢谢主持人。").label
    '央广网记者'
    >>> read_opening("各位媒体朋友:大家好!") is None
    True
    """
    if ":" not in words[: 2 * MAX_LABEL_CHARS + 10]:
        return None
    opening = _read(words)
    unread = opening is None or _OPENS in opening.label
    if unread and _BRACKETED.search(words, 0, MAX_LABEL_CHARS) and (quote := _QUOTE.search(words, 0, _LONGEST_QUOTED)):
        # “北港证券(12.30, -0.05, -0.41%)分析师:”
        start, end = quote.span()
        opening = _read(words[:start] + words[end:])
        if opening is None or not opening.lead < start < opening.length or opening.marked:
            return None
        # “北港证券(12.30, -0.05, -0.41%)发布的财报:”; “叶青(北港证券(12.30, -0.05, -0.41%)):”
        behind = opening.label[start - opening.lead :]
        named = names_somebody(behind) if behind else opening.aside != ""
        return opening.but(length=opening.length + end - start, quote=Span(start, end)) if named else None
    if opening and opening.aside and is_house(opening.label) and _QUOTED.fullmatch(opening.aside):
        # “北港证券(12.30, -0.05, -0.41%):”
        start = words.index("(", opening.lead)
        return opening.but(aside="", quote=Span(start, start + len(opening.aside) + 2))
    return opening


def _read(words: str) -> Opening | None:
    """The label that a line opens with, nothing put into it."""
    ahead = stamp_ahead(words)
    # Nothing that may stand in front of a label begins with a Han character.
    decor = None if is_han(words[ahead : ahead + 1]) else _DECOR.match(words, ahead)
    lead = decor.end() if decor else ahead
    match = _LABEL.match(words, lead)
    if match is None:
        return None
    label = match["label"].rstrip()
    counted = _COUNTED.match(label)
    rest = label[counted.end() :] if counted else ""
    if counted and names_somebody(rest.removesuffix(answer_suffix(rest))):
        # “二、记者:”, “壹、主任秘书致词:”
        lead, label = lead + counted.end(), label[counted.end() :]
    marked = label[:1] in _OPENED and label[-1] == _OPENED[label[0]] and len(label) > _SHORTEST_MARKED
    if marked:
        # “**【宁川日报】**:”
        lead, label = lead + 1, label[1:-1]
    if is_address(label) or label[:1] in _OPENED or _DATED.search(label):
        # “[翻译:谢谢。]”
        return None
    # “下午4:00”, “http://”, “7:3”: a colon inside a time, an address, a ratio.
    following = words[match.end() : match.end() + 2]
    if (label[-1].isdigit() and following[:1].isdigit()) or following == "//" or words.startswith("http", match.end()):
        return None
    label = label[: _without_translation(label)]
    length = match.end()
    if lead and words.startswith("**", length) and not match["label"].endswith("**"):
        # “**叶青:**到了。”, but “**叶青**:**明年**通车。”
        length += 2
    letter = (decor["letter"] if decor else "") or ""
    goes_on = match["goes_on"] or ""
    return Opening(close_up(label.strip("*")) + goes_on, length, lead, match["aside"] or "", letter, marked, goes_on)


def _without_translation(label: str) -> int:
    """How long a label is without what it says again in another script: “主持人 Moderadora”, “记者/Jornalista”.

    >>> _without_translation("主持人 Moderadora"), _without_translation("记者 Kevin Tan")
    (3, 12)
    """
    again = None if label.isascii() or is_han(label[-1]) else _AGAIN.search(label)
    if again is None:
        return len(label)
    own, other = label[: again.start()], again[0].strip(" /")
    if role_of_line(own) is not None:
        # “记者 Kevin Tan” is a name.
        return len(own) if "/" in again[0] or role_of_line(other) is not None else len(label)
    return len(own) if find_name_end(own) > 0 else len(label)


_AGAIN = on_demand(r"(?:(?<=[\u4e00-\u9fff]) | ?/ ?)(?=[A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ .'’-]+$")


def is_address(label: str) -> bool:
    """Whether a label only addresses the room: “各位媒体朋友”."""
    return _ADDRESS.search(label) is not None


def with_letter(opening: Opening) -> Opening:
    """An opening whose letter is a part of its label."""
    if not opening.letter:
        return opening
    return Opening(f"{opening.letter}{opening.label}", opening.length, opening.lead - 1, opening.aside)


def names_somebody(label: str) -> bool:
    """Whether a label is the name of a person or a medium, or ends in an office or a form of address.

    >>> names_somebody("王局长"), names_somebody("周启明"), names_somebody("方案")
    (True, True, False)
    """
    titled = label.endswith(_TITLES) or is_outlet(label)
    named = looks_like_name(label) and not label.startswith(_NO_NAMES)
    return titled or role_of_label(label) is not Role.UNKNOWN or named or find_name_end(label) > 0
