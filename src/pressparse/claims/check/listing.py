"""Lists: how many items were announced, how many were given, and whether two speakers give the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressparse.claims.check.figure import Speech
from pressparse.claims.check.finding import Check, Finding, Spot, Verdict
from pressparse.claims.check.interval import exactly
from pressparse.claims.numeral import parse_numeral
from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.span import Span

_TREE = read_tree("checks")["lists"]
_NUMERAL: str = _TREE["numeral"]
_ANNOUNCED = re.compile(rf"(?P<number>{_NUMERAL}){_TREE['announced']}")
_ANNOUNCING = re.compile(one_of(_TREE["announcing"]))
_NOT_ANNOUNCING = frozenset(_TREE["not_announcing"])
_MARKS: tuple[str, ...] = tuple(_TREE["marks"])
_LOOSE: str = _TREE["loose"]
_STARTS = frozenset(_TREE["starts"])
_DIGITS: str = _TREE["digits"]
_NAMED = re.compile(_TREE["named"] % _NUMERAL)
_CLAUSE = frozenset(_TREE["clause"])
_SPLIT: str = _TREE["split"]
_LINK = re.compile(_TREE["link"])
# Where the name of a list ends: “5个方向” of “5个方向布局”.
_VERB = re.compile(one_of(word for word in read_words("boundary_words") if len(word) > 1))
_SUCH: str = _TREE["such"]
_AGAIN = re.compile(_TREE["again"])
_MEASURE = re.compile(_TREE["measure"])
_TOLD = re.compile(_TREE["told"])
_STOPS = re.compile("[。!?\n]")
# So far behind its announcement a list may begin; so long is the item of a list in one clause.
_GAP_CHARS, _ITEM_CHARS, _SHORT_ITEM = 60, 14, 9
_LONGEST_LIST = 160


def check_lists(speeches: Sequence[Speech]) -> Iterator[Finding]:
    """Announced counts against the items that follow or precede them, and lists that two places give differently."""
    named = []
    for number, speech in enumerate(speeches):
        yield from _announced(number, speech.text)
        lists = list(_find_named(number, speech.text))
        named += lists
        yield from (finding for each in lists if (finding := _counted(each)) is not None)
    yield from _given_differently(named)


def _announced(speech: int, text: str) -> Iterator[Finding]:
    """“主要介绍四个方面。第一,…第二,…”: the numbered items behind the announcement."""
    for found in _ANNOUNCED.finditer(text):
        count = _count(found["number"])
        start = _clause_start(text, found.start())
        lead = text[start : found.start()]
        if text[found.start() - 1 : found.start()] in _NOT_ANNOUNCING or not _ANNOUNCING.search(lead) or count < 2:
            continue
        series = _items_behind(text, found.end())
        items = series or _items_again(text, found) or _items_told(text, found.end())
        if len(items) < 2:
            continue
        missing = bool(series) and count > len(items)
        if missing and re.search(_LOOSE.replace("%s", _digit(len(items) + 1)), text[items[-1].end :]):
            # Another way of counting goes on: nothing can be said.
            continue
        verdict = Verdict.CONSISTENT if count == len(items) else Verdict.INCONSISTENT
        stop = _STOPS.search(text, found.end())
        sentence = Span(start, stop.end() if stop else len(text))
        spots = [Spot(speech, Span(found.start(), found.end()), sentence)]
        spots += [Spot(speech, item, _heading(text, item)) for item in items]
        message = f"{{0}} announced, {len(items)} given"
        yield Finding(Check.LIST, verdict, tuple(spots), message, exactly(count), exactly(len(items)))


def _items_behind(text: str, at: int) -> list[Span]:
    """The marks of the first series that begins soon behind `at`, up to where its count breaks off."""
    best: list[Span] = []
    for form in _MARKS:
        first = _mark(text, form, 1, at, min(at + _GAP_CHARS, len(text)))
        if first is None or (best and best[0].start < first.start):
            continue
        marks = [first]
        while len(marks) < len(_DIGITS):
            following = _mark(text, form, len(marks) + 1, marks[-1].end, len(text))
            again = _mark(text, form, 1, marks[-1].end, len(text))
            if following is None or (again is not None and again.start < following.start):
                break
            marks.append(following)
        best = marks
    return best


def _items_again(text: str, announced: re.Match[str]) -> list[Span]:
    """“两件事,一件是就业,一件是上学”: marks that repeat the measure of the announcement, in its sentence."""
    measure = _MEASURE.search(announced[0])
    stop = _STOPS.search(text, announced.end())
    if measure is None:
        return []
    found = _AGAIN.finditer(text, announced.end(), stop.start() if stop else len(text))
    return [Span(*each.span("mark")) for each in found if each["measure"] == measure[0]]


def _items_told(text: str, at: int) -> list[Span]:
    """“三句话:挖潜、调剂、新建。”: short items between a colon and the end of the sentence."""
    found = _TOLD.match(text, at)
    if found is None:
        return []
    items: list[Span] = []
    start = found.start("items")
    for piece in found["items"].split(_SPLIT):
        items.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    plain = all(0 < item.end - item.start <= _SHORT_ITEM for item in items) and not _LINK.search(found["items"])
    return items if plain and not found["items"].endswith(_SUCH) else []


def _mark(text: str, form: str, number: int, start: int, end: int) -> Span | None:
    for found in re.compile(form.replace("%s", _digit(number))).finditer(text, start, end):
        if not found.start() or text[found.start() - 1] in _STARTS:
            return Span(found.start(), found.end())
    return None


def _digit(number: int) -> str:
    """“三” for 3, and what is written for it with digits."""
    return f"{_DIGITS[number - 1]}|{number}(?![0-9])" if number <= len(_DIGITS) else str(number)


def _count(said: str) -> int:
    numeral = parse_numeral(said)
    return int(numeral.low) if numeral else 0


def _heading(text: str, item: Span) -> Span:
    """The words that an item opens with."""
    end = next((at for at in range(item.end, len(text)) if text[at] in _CLAUSE), len(text))
    return Span(item.start, end)


def _clause_start(text: str, at: int) -> int:
    while at and text[at - 1] not in _CLAUSE:
        at -= 1
    return at


@dataclass(frozen=True, slots=True)
class _List:
    """Items named in front of their number: “现代金融、人工智能、工业互联网等3个方向”."""

    speech: int
    text: str
    count: int
    noun: str
    label: Span
    items: tuple[Span, ...]
    open: bool
    plain: bool

    @property
    def words(self) -> list[str]:
        """The items as said."""
        return [item.of(self.text) for item in self.items]

    def spot(self, span: Span) -> Spot:
        """A place of the list, with all of it as its sentence."""
        return Spot(self.speech, span, Span(self.items[0].start, self.label.end))


def _find_named(speech: int, text: str) -> Iterator[_List]:
    for found in _NAMED.finditer(text):
        count = _count(found["number"])
        if count < 2 or text[found.start() - 1 : found.start()] in _NOT_ANNOUNCING:
            continue
        start = _clause_start(text, found.start())
        items, linked = _items(text, start, found.start())
        if len(items) < 2 or found.start() - start > _LONGEST_LIST:
            continue
        said = [item.of(text) for item in items]
        open_list = bool(found["such"]) or said[-1].endswith(_SUCH)
        plain = not linked and all(len(word) <= _SHORT_ITEM for word in said[1:]) and not _LINK.search("".join(said))
        verb = _VERB.search(found["noun"], 1)
        noun = found["noun"][: verb.start()] if verb else found["noun"]
        label = Span(found.start("number"), found.start("noun") + len(noun))
        yield _List(speech, text, count, noun, label, tuple(items), open_list, plain)


def _items(text: str, start: int, end: int) -> tuple[list[Span], bool]:
    """The items of start:end, and whether a word links the last two."""
    items: list[Span] = []
    at = start
    for piece in text[start:end].split(_SPLIT):
        items.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    last = items[-1]
    links = list(_LINK.finditer(text, last.start + 1, max(last.end - 1, last.start + 1)))
    if links:
        items[-1:] = [Span(last.start, links[-1].start()), Span(links[-1].end(), last.end)]
    whole = all(len(item) > 0 for item in items) and all(len(item) <= _ITEM_CHARS for item in items[1:])
    return (items if whole else []), bool(links)


def _counted(each: _List) -> Finding | None:
    given = len(each.items)
    if given == each.count:
        verdict = Verdict.CONSISTENT
    elif each.count > 2 and given > 2 and each.plain and not (each.open and given < each.count):
        verdict = Verdict.INCONSISTENT
    else:
        return None
    spots = (each.spot(each.label), *[each.spot(item) for item in each.items])
    return Finding(Check.LIST, verdict, spots, f"{{0}} announced, {given} named", exactly(each.count), exactly(given))


def _given_differently(lists: Sequence[_List]) -> Iterator[Finding]:
    """“四篇文章” of two speakers, three of them alike: the items that differ."""
    groups: dict[tuple[int, str], list[_List]] = defaultdict(list)
    for each in lists:
        if not each.open and len(each.items) == each.count > 2:
            groups[(each.count, each.noun)].append(each)
    for group in groups.values():
        for index, later in enumerate(group):
            for earlier in group[:index]:
                ours, theirs = _only_in(later, earlier), _only_in(earlier, later)
                if not ours or len(ours) != len(theirs) or 2 * len(ours) > later.count:
                    continue
                spots = (*[later.spot(item) for item in ours], *[earlier.spot(item) for item in theirs])
                numbers = [f"{{{number}}}" for number in range(len(spots))]
                now, before = ", ".join(numbers[: len(ours)]), ", ".join(numbers[len(ours) :])
                message = f"the list is given with {now}, elsewhere with {before}"
                yield Finding(Check.LIST, Verdict.INCONSISTENT, spots, message)
                break


def _only_in(one: _List, other: _List) -> list[Span]:
    """The items of one list that the other has not; what leads in the first item (统筹做好…) is left aside."""
    words = set(other.words[1:])
    tail = _shared_end([*one.words, *other.words])
    first = [] if _shared_end([one.words[0], other.words[0]]) > tail + 1 else [one.items[0]]
    first = [item for item in first if not item.of(one.text).endswith(tuple(words))]
    return first + [
        item
        for item in one.items[1:]
        if item.of(one.text) not in words and not other.words[0].endswith(item.of(one.text))
    ]


def _shared_end(words: list[str]) -> int:
    """How many characters all the words end with."""
    size = 0
    while all(len(word) > size for word in words) and len({word[-size - 1] for word in words}) == 1:
        size += 1
    return size
