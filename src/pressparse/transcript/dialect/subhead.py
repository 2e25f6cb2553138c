"""Subheads: lines between the turns of a record that are headings, and lines that count or sum up what follows."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.text.tag import tag_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.margin import COUNTED, is_ended
from pressparse.transcript.dialect.opening import Opening, read_opening
from pressparse.transcript.dialect.page import Line, Page
from pressparse.transcript.turn import Role

MAX_HEAD_CHARS = 30

_ITEM = on_demand(labels.MARGINS["agenda_item"])
_BOLD_HEAD = on_demand(r"^\*\*[0-9]{1,2}[ 、.].*\*\*$")
_SAID = on_demand("[。!?…;:,]”?$")
_INSIDE = on_demand("[。!?;:]")
_PART_NAMED = on_demand(labels.MARGINS["part_named"])
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Opened:
    """A line that opens a turn: the role its label names; `bare`: the label is all of it, the speech stands below."""

    role: Role = Role.UNKNOWN
    bare: bool = False


def opened_by(line: Line, opening: Opening) -> Opened:
    """What a line opens: whose turn, and whether the speech stands below it."""
    lettered = Role.UNKNOWN if opening.label and not opening.letter else labels.role_of_word(opening.letter or "Q")
    role = labels.role_of_label(opening.label) if opening.label else Role.UNKNOWN
    bare = len(line.words.rstrip("*")) <= opening.length
    return Opened(lettered if role is Role.UNKNOWN else role, bare)


def find_subheads(page: Page, openings: Mapping[int, Opened]) -> frozenset[int]:
    """The lines between turns that are headings: short, without a sentence, apart from the speech before.

    `openings` are the lines that open turns. Where most speech is printed without punctuation there are none, nor is
    there one right below a label, or between what a reporter asks and who answers it.
    """
    titles = {
        number - 1: title for number in openings if (title := _title_of(page, number)) and number - 1 not in openings
    }
    titled = Counter(titles.values())
    # “渔港局:新船明年下水” above what a reporter asks, time and again.
    found = {number for number, title in titles.items() if titled[title] > 1}
    first = min(openings, default=0)
    # “三、议员质询” between turns, one of the agenda above them.
    agenda = {line.words for line in page.lines[:first] if _ITEM.match(line.words) and not _SAID.search(line.words)}
    found |= {n for n, line in enumerate(page.lines) if n > first and line.words in agenda and n not in openings}
    found |= _above_askers(page, openings) | _counted_heads(page, openings)
    said = _surely_said(page, openings)
    if _has_stops(page, said):
        found |= _unended(page, openings, said) | _apart(page, openings) | _topic_blocks(page, openings)
    return frozenset(found - said)


def _has_stops(page: Page, said: Collection[int]) -> bool:
    """Whether nearly all lines that are speech beyond doubt end as sentences do."""
    stopped = sum(is_ended(page.lines[number].words) for number in said)
    return stopped >= _NEARLY_ALL * len(said)


# A question may lack its mark, a line may have been broken.
_NEARLY_ALL = 0.85


def _surely_said(page: Page, openings: Mapping[int, Opened]) -> set[int]:
    """The lines that labels open, or stand right above, and those between a reporter's question and its answer."""
    said = {number + each.bare for number, each in openings.items() if number + each.bare < len(page.lines)}
    numbers = sorted(openings)
    for asked, answered in pairwise(numbers):
        if openings[asked].role is Role.REPORTER and openings[answered].role not in _ASKERS:
            first = asked + openings[asked].bare
            # “市交通局局长叶青” between an ended question and its answer is a caption.
            said |= {n for n in range(first, answered) if n == first or _goes_on(page, n)}
    return said


def _goes_on(page: Page, number: int) -> bool:
    """Whether a line ends as a sentence does, or the one above it does not, or something is done in it."""
    words = page.lines[number].words
    if is_ended(words) or not is_ended(page.lines[number - 1].words):
        return True
    return any(tag == _VERB for _, tag in tag_words(words))


_VERB = "v"
_ASKERS = (Role.REPORTER, Role.HOST)


def _apart(page: Page, openings: Mapping[int, Opened]) -> set[int]:
    """The lines right above labels that an empty line, or the margin, sets apart from the speech before."""
    first = min(openings, default=0)
    said = [line for number, line in enumerate(page.lines) if number > first and number not in openings]
    ended = sum(_SAID.search(line.words) is not None for line in said)
    found: set[int] = set()
    if ended < _MOSTLY * max(len(said) - len(openings), 1):
        return found
    for number in sorted(openings, reverse=True):
        above = number - 1
        while above > first and above not in openings and _is_head(page, above):
            found.add(above)
            above -= 1
    return found


def _counted_heads(page: Page, openings: Collection[int]) -> set[int]:
    """The lines above labels that count the parts of a record and are no sentences: “一、关于票价”, “二、关于船期”."""
    above = {number - 1: COUNTED.match(page.lines[number - 1].words) for number in openings if number}
    parts = {n: labels.read_count(count["count"]) for n, count in sorted(above.items()) if count and n not in openings}
    short = all(len(page.lines[n].words) <= MAX_HEAD_CHARS and not _SAID.search(page.lines[n].words) for n in parts)
    values = list(parts.values())
    apart = all(n == 0 or is_ended(page.lines[n - 1].words) for n in parts if n > min(openings, default=0))
    counts = len(values) > 1 and all(two == one + 1 for one, two in pairwise(values))
    return set(parts) if short and counts and apart else set()


def _above_askers(page: Page, openings: Collection[int]) -> set[int]:
    """The lines right above what reporters ask, time and again, that ask it in short or sum up the answer.

    “主任有没有签字权?”, “军费:增幅为个位数”.
    """
    above = {number - 1: number for number in openings if number - 1 not in openings}
    asked = {head for head, number in above.items() if _asks_below(page, number)}
    summed = {head for head, number in above.items() if _sums_up(page, number)}
    return {head for heads in (asked, summed) if len(heads) > 1 for head in heads}


def _unended(page: Page, openings: Mapping[int, Opened], said: Collection[int]) -> set[int]:
    """The lines without the end of a sentence, where all of those that open no turn stand above one that does.

    “洪水里的七天” between two turns, no line apart, in an interview whose speech is printed with its stops.
    """
    lines = range(min(openings, default=0) + 1, max(openings, default=0))
    found = [n for n in lines if n not in openings and not is_ended(page.lines[n].words)]
    # One to a gap, or below a counted part (“答问实录4”): more are a list, or a poem.
    parts = {n for n in found if _PART_NAMED.search(page.lines[n].words)}
    above = all(n + 1 in openings or (n in parts and n + 1 in found) for n in found)
    below = all(is_ended(page.lines[n - 1].words) or n - 1 in parts for n in found)
    short = all(len(page.lines[n].words) <= MAX_HEAD_CHARS and not _INSIDE.search(page.lines[n].words) for n in found)
    # One alone has to stand above what is asked, in a record that leaves out no stop.
    alone = len(found) == 1 and found[0] + 1 in openings and openings[found[0] + 1].role in _ASKERS
    alone = alone and len(said) >= _FEWEST_STOPS and all(is_ended(page.lines[n].words) for n in said)
    return set(found) if (len(found) > 1 or alone) and above and below and short else set()


_FEWEST_STOPS = 10


def _topic_blocks(page: Page, openings: Mapping[int, Opened]) -> set[int]:
    """The lines above what is asked that name a topic, sum it up and quote what is said on it.

    “关于船期:”, “大船明年下水”, “我们等了三年。” in quotes, then “记者:…”; without a quote what stands below is said.
    """
    found: set[int] = set()
    first = min(openings, default=0)
    for number, opened in openings.items():
        above = number - 1
        while above > first and above not in openings and _is_below_topic(page.lines[above].words):
            above -= 1
        topic = page.lines[above].words if above > first and opened.role in _ASKERS else ""
        if (
            above not in openings
            and _TOPIC_ALONE.match(topic.removesuffix(":"))
            and is_ended(page.lines[above - 1].words)
        ):
            below = [page.lines[n].words for n in range(above + 1, number)]
            found |= set(range(above, number)) if not below or _is_block(below) else set()
    return found


def _is_block(below: Sequence[str]) -> bool:
    """Whether a few lines below a topic have a quote among them, and beside it nobody speaks of “我们” or “政府”."""
    plain = [words for words in below if not _is_quote(words)]
    own = any(_OWN_VOICE.search(words) for words in plain)
    return len(plain) < len(below) < _LONGEST_BLOCK and not own


def _is_below_topic(words: str) -> bool:
    """Whether a line is a short one that no sentence ends, or a quote and nothing else."""
    short = len(words) <= MAX_HEAD_CHARS and not _SAID.search(words) and not _INSIDE.search(words)
    return _is_quote(words) or (short and _TOPIC_ALONE.match(words) is None)


def _is_quote(words: str) -> bool:
    return words.startswith(_QUOTES[0]) and words.endswith(_QUOTES[1]) and words.count(_QUOTES[0]) == 1


_QUOTES = ("“", "”")
_OWN_VOICE = on_demand(labels.MARGINS["own_voice"])
_TOPIC_ALONE = on_demand(labels.MARGINS["topic_alone"])
_LONGEST_BLOCK = 4


def _title_of(page: Page, number: int) -> str:
    """Whose words the line above a reporter at `number` sums up: 渔港局 of “渔港局:新船明年下水”; "" for others."""
    summed = _SUMMED_UP.match(page.lines[number - 1].words) if number else None
    opening = read_opening(page.lines[number].words) if summed else None
    asks = opening is not None and labels.role_of_label(opening.label) is Role.REPORTER
    if summed and asks and (topic := _TOPIC.match(summed["who"])):
        # “谈票价:明年不涨”
        return topic[0]
    return summed["who"] if summed and asks and summed["who"].endswith(_BODIES) else ""


_BODIES = tuple(sorted(read_words("bodies")))
_TOPIC = on_demand(labels.MARGINS["topic_head"])
_SUMMED_UP = on_demand("(?P<who>[^:,。;!?]{2,12}):[^:。;!?]{4,40}$")


def _asks_below(page: Page, number: int) -> bool:
    """Whether a reporter's turn opens at `number` below a short question that stands apart from the speech above it."""
    if number < _FEWEST_ABOVE:
        return False
    line, before = page.lines[number - 1], page.lines[number - 2]
    short = len(line.words) <= MAX_HEAD_CHARS and not _INSIDE_ASKED.search(line.words)
    opening = read_opening(page.lines[number].words) if short and _SAID.search(before.words) else None
    return opening is not None and labels.role_of_label(opening.label) is Role.REPORTER


def _sums_up(page: Page, number: int) -> bool:
    """Whether a reporter's turn opens at `number` below a line of its own on what is told: “军费:增幅为个位数”."""
    if number < _FEWEST_ABOVE:
        return False
    line, before = page.lines[number - 1], page.lines[number - 2]
    apart = line.start - before.end > 1 and _SUMMED_UP.match(line.words) is not None and is_ended(before.words)
    opening = read_opening(page.lines[number].words) if apart else None
    return opening is not None and labels.role_of_label(opening.label) is Role.REPORTER


_FEWEST_ABOVE = 2
_INSIDE_ASKED = on_demand("[,。;!:]|[^?]$|[?].*[?]")


def _is_flush(page: Page, number: int) -> bool:
    """Whether a line begins at the margin between two that are indented."""
    if number + 1 >= len(page.lines):
        return False
    starts = [page.lines[at].start for at in (number - 1, number, number + 1)]
    above, own, below = (page.words[start - 1 : start] for start in starts)
    return own == "\n" and above == below == " "


def _is_head(page: Page, number: int, *, stacked: bool = True) -> bool:
    """Whether a line between turns is a heading; `stacked`: another may stand above it."""
    line, before = page.lines[number], page.lines[number - 1]
    if _BOLD_HEAD.match(line.words):
        # “**01 今年流感来得更早吗?**”
        return True
    # An empty line above, or no indentation where the speech has some.
    apart = line.start - before.end > 1 or _is_flush(page, number)
    short = len(line.words) <= MAX_HEAD_CHARS and not _SAID.search(line.words) and not _INSIDE.search(line.words)
    if not (short and apart):
        return False
    # “答问实录4”, and below it “工资一天也不能拖”; “跑鞋有四十七双”, and below it “瑞珠(世界冠军)”
    marked = _PART_NAMED.search(before.words) is not None or line.words.endswith(")")
    part = stacked and marked and _is_head(page, number - 1, stacked=False)
    return number - 1 == 0 or is_ended(before.words) or part


def find_pictured(page: Page) -> frozenset[int]:
    """The lines that head a part above its picture: “署长叶青:把水算清楚”, then “图为… 周启 摄”."""
    found = set()
    for number, (line, below) in enumerate(pairwise(page.lines)):
        # Few lines are so short and have a colon so early: the others need no pattern.
        if len(line.words) > _LONGEST_SUMMARY or ":" not in line.words[: _LATEST_COLON + 1]:
            continue
        summed = _SUMMED_UP.match(line.words) if notes.is_caption(below.words) and not is_ended(line.words) else None
        if summed is not None and labels.role_of_label(summed["who"]) is Role.UNKNOWN:
            found.add(number)
    return frozenset(found)


# As long as what _SUMMED_UP reads.
_LATEST_COLON = 12
_LONGEST_SUMMARY = 53


def find_counted(page: Page, openings: Collection[int]) -> set[int]:
    """The lines that are but a number above a label, where they count: 1, 2, 3; “片段:0”, “片段:1”."""
    found = {
        number - 1: count for number in openings if number and (count := _COUNT.fullmatch(page.lines[number - 1].words))
    }
    values = [int(count["number"]) for count in found.values()]
    counts = len({count["what"] for count in found.values()}) == 1 and len(values) > 1 and values[0] in (0, 1)
    return set(found) if counts and values == list(range(values[0], values[0] + len(values))) else set()


_COUNT = on_demand(r"(?P<what>(?:[^\s:0-9]{1,8} ?:? ?)?)(?P<number>[0-9]{1,4})")
