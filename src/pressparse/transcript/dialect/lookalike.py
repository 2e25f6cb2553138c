"""Lookalikes: lines that have the form of a label and open no turn, told by the lines around them."""

from collections import Counter

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.margin import is_credit, tail_start
from pressparse.transcript.dialect.opening import Opening, read_opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

_OFFICES = read_words("offices")
_BODIES = tuple(sorted(read_words("bodies")))
# Where more than so many labels have speech on their line to one that has none.
_VOCATIVE = 6
_SPEAKS = 2
_PARTS = (Role.GUEST, Role.REPORTER)
_GREETING = on_demand(labels.MARGINS["greeting_only"])
_ADDRESSED = on_demand(labels.MARGINS["to_chair"])
_SENTENCE_ENDS = ("。", "?", "!", "…")
_GOES_ON = (",", "、", ";", ":")
_HEAD_LINES = 4


def without_lookalikes(page: Page, openings: dict[int, Opening]) -> dict[int, Opening]:
    """Line number → opening, without the lines that only call somebody, translate, sum up, count or list."""
    for find in (_vocatives, _translations, _summed_up, _counters, _listed, _quarters):
        found = find(page, openings)
        openings = {number: opening for number, opening in openings.items() if number not in found}
    return openings


def _vocatives(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The lines that only call somebody: “局长:” on a line of its own, where all others speak on theirs."""
    spoken = Counter(each.label for number, each in openings.items() if len(page.lines[number].words) > each.length)
    alone = {
        number
        for number, opening in openings.items()
        if len(page.lines[number].words) <= opening.length
        # Who speaks on lines of their own, too, speaks below: an answer printed like verse.
        and spoken[opening.label] < _SPEAKS
        # “答:” alone calls nobody.
        and labels.role_of_line(opening.label) not in _PARTS
        # “嘉宾主持 叶青(电视台主持人):” speaks below.
        and not (opening.aside and labels.role_of_label(opening.label) is Role.HOST)
    }
    return alone if len(openings) > _VOCATIVE * len(alone) else set()


def _translations(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The lines that say in English what those above them do: “Qiu Lan: The meeting…” below “邱岚:会晤…”."""
    english = {
        number
        for number, opening in openings.items()
        if page.lines[number].words.isascii() and labels.role_of_line(opening.label) is None
    }
    pairs = {(openings[number - 1].label, openings[number].label) for number in english if number - 1 in openings}
    # Each of several speakers has one name in the other language, right below.
    single = len({one for one, _ in pairs}) == len(pairs) and len({two for _, two in pairs}) > 1
    below = all(number - 1 in openings and number - 1 not in english for number in english)
    return english if single and below else set()


def _summed_up(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The headline that says in whose words a record sums itself up: “叶州长:路一定通”, above no speech."""
    first = min(openings, default=-1)
    below = openings.get(first + 1)
    talks = below is not None and labels.role_of_label(below.label) is not Role.REPORTER
    if first < 0 or talks or page.lines[first].words.endswith((*_SENTENCE_ENDS, *_GOES_ON)):
        # “保安局局长:主席,” goes on in the line below.
        return set()
    label = openings[first].label
    once = sum(opening.label == label for opening in openings.values()) == 1
    official = label.endswith(_OFFICES) and labels.role_of_label(label) is Role.UNKNOWN
    said = page.lines[first].words[openings[first].length :].strip()
    # “行政长官:大家早晨”, “叶青议员:主席,根据…” open what is said.
    greets = _GREETING.fullmatch(said) is not None or _ADDRESSED.match(said) is not None
    return {first} if once and official and said and not greets else set()


def find_topics(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The headings that sum up each answer above its question: “渔港局:新船明年下水”, then “记者:…”."""
    above = {n for n in openings if _asks_at(openings.get(n + 1)) and not _is_said(page, n, openings)}
    summed = Counter(openings[number].label for number in above)
    every = Counter(opening.label for opening in openings.values())
    heads = {
        label
        for label, count in summed.items()
        if count == every[label] and (label.endswith(_BODIES) or labels.role_of_line(label) is Role.GUEST)
    }
    # “发言人:下个月再见” once, beside headings of the house that stand time and again.
    recurs = any(summed[label] > 1 for label in heads)
    return {number for number in above if openings[number].label in heads} if recurs else set()


def _asks_at(opening: Opening | None) -> bool:
    """Whether a reporter's label opens a line."""
    return opening is not None and labels.role_of_label(opening.label) is Role.REPORTER


def _is_said(page: Page, number: int, openings: dict[int, Opening]) -> bool:
    """Whether what stands behind a label on its line is nothing, or ends as a sentence does."""
    words = page.lines[number].words
    return len(words) <= openings[number].length or words.rstrip("”)").endswith(_SENTENCE_ENDS)


def _counters(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The lines that count the parts of a record: “片段:0”, “片段:1”."""
    said = {number: page.lines[number].words[opening.length :] for number, opening in openings.items()}
    counted = {number: words for number, words in said.items() if words.isdigit()}
    names = {openings[number].label for number in counted}
    return set(counted) if len(names) == 1 and len(set(counted.values())) == len(counted) > 1 else set()


def _listed(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The lines of an answer that say of people who they are, or how many: “王世民:男,渔民。”, “轮机长:一名。”."""
    items = {n for n, each in openings.items() if _ITEM.match(page.lines[n].words, each.length)}
    # Who says more elsewhere speaks, and so does whoever is asked, nor is one office alone with a number a list.
    spoken = {each.label for n, each in openings.items() if n not in items}
    return {
        n
        for n in items
        if openings[n].label not in spoken
        and labels.role_of_label(openings[n].label) is Role.UNKNOWN
        and n
        and not _is_reply(page, n, items, openings[n])
    }


def _is_reply(page: Page, number: int, items: set[int], opening: Opening) -> bool:
    """Whether an item is said by who it names: the first of a run below a question, or a number alone.

    “黎议员:编制几名。”, then “叶局长:五名。”
    """
    above = number - 1
    while above in items:
        above -= 1
    asked = page.lines[above].words if above >= 0 else ""
    counts = _COUNT_ONLY.match(page.lines[number].words, opening.length) is not None
    alone = number - 1 not in items and number + 1 not in items
    how_many = counts and _HOW_MANY.search(asked) is not None
    return asked.endswith("?") or how_many or (alone and (counts or opening.label.endswith(_OFFICES)))


_HOW_MANY = on_demand(labels.MARGINS["how_many"])
_COUNT_ONLY = on_demand(labels.MARGINS["count_only"])
_ITEM = on_demand(labels.MARGINS["listed_person"])


def _quarters(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The quarters of a year that an answer lists, where questions are marked otherwise: “Q1:增长5%。”, “Q2:…”.

    None where one asks (“Q1:请说明库存。”), few have a value, nobody has answered yet, or others are called Q or A.
    """
    counted = {
        n
        for n, line in enumerate(page.lines)
        if line.words[:1] in _Q and _QUARTER.match(line.words) and "?" not in line.words
    }
    others = {n: each for n, each in openings.items() if n not in counted} if counted else {}
    asks = any(labels.role_of_label(each.label) is Role.REPORTER for each in others.values())
    if not asks or any(each.letter or _LETTERED.fullmatch(each.label) for each in others.values()):
        return set()
    said = [page.lines[n].words[_QUARTER_CHARS:] for n in counted]
    valued = sum(_VALUE.search(words) is not None for words in said)
    first = min(
        (n for n, each in others.items() if labels.role_of_label(each.label) in _ANSWERING), default=max(counted)
    )
    if any(_ASKS_POLITELY.search(words) for words in said) or 2 * valued < len(said) or first > min(counted):
        return set()
    # Nobody speaks between them.
    return {n for n in counted if n in openings and (n - 1 in counted or n + 1 in counted)}


_Q = ("Q", "q")
_QUARTER = on_demand("[Qq][1-4] ?:")
_QUARTER_CHARS = 3
_VALUE = on_demand("[0-9%]")
_LETTERED = on_demand("[QAqa][0-9-]*")
_ANSWERING = (Role.UNKNOWN, Role.GUEST)
_ASKS_POLITELY = on_demand(labels.MARGINS["asks_politely"])


def find_printed_again(page: Page) -> frozenset[int]:
    """The lines that are a title which the page prints again further on: “叶青会见媒体:桥明年通车”."""
    heads = {line.words for line in page.lines[: asked_first(page, _HEAD_LINES)] if len(line.words) >= _SHORTEST_TITLE}
    heads = {words for words in heads if not words.endswith((*_SENTENCE_ENDS, ":"))}
    again = Counter(line.words for line in page.lines if line.words in heads) if heads else Counter()
    return frozenset(n for n, line in enumerate(page.lines) if again[line.words] > 1)


_SHORTEST_TITLE = 8


def asked_first(page: Page, last: int) -> int:
    """The line on which somebody first asks, of those above line `last`; `last` where nobody does: titles are above.

    “记者:你们打算怎么办” may be asked again in the same words.
    """
    for number, line in enumerate(page.lines[:last]):
        opening = read_opening(line.words)
        label = opening.label if opening else ""
        asks = labels.role_of_line(label) is Role.REPORTER or label.endswith(labels.REPORTER_ENDS)
        if asks and labels.role_of_label(label) is Role.REPORTER:
            return number
    return last


def is_headline(page: Page, number: int, opening: Opening) -> bool:
    """Whether a line is a headline: “院长叶青:” over a line that is but what was said, or over who published it."""
    if number + 1 >= len(page.lines):
        return False
    below = page.lines[number + 1].words
    if number < asked_first(page, _HEAD_LINES) and is_credit(below) and number + 1 < tail_start(page):
        # “叶青:明年通车” above “来源:宁川日报”
        return True
    twice = page.lines[number].words in (below, page.lines[number - 1].words if number else "")
    said = page.lines[number].words.endswith(_SENTENCE_ENDS)
    if number < _HEAD_LINES and twice and not said and labels.role_of_label(opening.label) is Role.UNKNOWN:
        # A title that the page prints twice.
        return True
    if number < _HEAD_LINES and not said and _INTERVIEWED.match(opening.label) and find_name_end(opening.label):
        # “专访局长叶青:桥何时通车”
        return True
    if len(page.lines[number].words) > opening.length:
        return False
    return below.startswith("“") and below.endswith("”") and "”" not in below[1:-1]


_INTERVIEWED = on_demand(labels.MARGINS["interviewed"])
