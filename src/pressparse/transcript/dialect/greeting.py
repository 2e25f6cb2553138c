"""Greetings: the first words of a record that no label opens, above the first that one does."""

from collections.abc import Iterable, Sequence

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.margin import is_unsaid
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

_ASKERS = (Role.REPORTER, Role.AUDIENCE, Role.INTERPRETER)
_MOST_LINES = 40
_LONGEST_LEAD_IN = 120
_PAIR = 2


def with_greeting(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the line above the first of them with which somebody begins to speak."""
    first = min(found, default=0)
    words = page.lines[first].words if found else ""
    if words[:1] in _SQUARE or (found and _GREETS.match(words, found[first].length)):
        # Other layouts cut such records; “主持人:各位来宾早安” is the greeting itself.
        return found
    greeting = find_greeting(page, first, [opening.label for opening in found.values()])
    return {greeting[0]: greeting[1], **found} if greeting is not None else found


def find_greeting(page: Page, first: int, said_by: Iterable[str]) -> tuple[int, Opening] | None:
    """The line above line `first` with which somebody greets the room, or whose words are led in, and who that is.

    `said_by` are the labels below. “各位来宾早安,有请叶青局长。” is of the chair; “以下是局长的谈话内容:”
    says whose words are below it. None where all above is the page's.
    """
    names = tuple(dict.fromkeys(said_by))
    speakers = [label for label in names if label and labels.role_of_label(label) not in _ASKERS]
    if len(names) < _PAIR:
        return None
    for number in range(max(0, first - _MOST_LINES), first):
        if (opening := _opens(page, number, first, speakers)) is not None:
            return number, opening
    return None


def greeting_part(page: Page, number: int, opening: Opening) -> Part:
    """The label of a greeting, in the words that the record prints for whoever it is of below."""
    start = page.lines[number].start
    at = page.words.find(opening.label, start) if opening.label else -1
    name = page.text[at : at + len(opening.label)] if at >= 0 else opening.label
    role = labels.role_of_label(opening.label) if opening.label else Role.HOST
    return Part(PartKind.LABEL, Span(start, start + opening.length), Label(name, role))


def _opens(page: Page, number: int, first: int, speakers: Sequence[str]) -> Opening | None:
    """The opening of a line above line `first`, where somebody begins to speak; None for any other line."""
    words = page.lines[number].words
    if is_unsaid(page, number) or not any(_is_ended(line.words) for line in page.lines[number:first]):
        return None
    said = "\n".join(line.words for line in page.lines[number:first])
    if _WRITTEN.search(said):
        # “感谢大家对公司的关注。证券代码:600000”: what the page says of itself.
        return None
    above = page.lines[number - 1].words if number else ""
    led_in = _led_in(above) and words[-1] in _STOPS
    if who := _whose(above, speakers) if led_in else "":
        return Opening(who, 0)
    if not _is_ended(words):
        return None
    if (run_on := _run_on(words, said, speakers)) is not None:
        return run_on
    if not _GREETS.match(words) or _OF_THE_PAGE.search(words):
        return None
    greeter = _greeter(page, number, said, speakers)
    return None if labels.role_of_line(greeter.label) is not None and greeter.label in labels.ANSWERS else greeter


def _is_ended(words: str) -> bool:
    """Whether a line ends as a sentence does, or only addresses the room: “各位来宾:”."""
    return words.endswith(_SENTENCE_ENDS) or _ADDRESSES.fullmatch(words) is not None


_SENTENCE_ENDS = ("。", "!", "…", "?")
_STOPS = frozenset("。!…?:,;”)")
_ADDRESSES = on_demand(labels.MARGINS["addresses_room"])
_GREETS = on_demand(labels.MARGINS["greets_room"])
_WRITTEN = on_demand(labels.MARGINS["written_by_page"])
# “【叶青】:”, “[叶青]”
_SQUARE = frozenset("【[")
_OF_THE_PAGE = on_demand(labels.MARGINS["of_the_page"])
_LEADS_IN = on_demand(labels.MARGINS["leads_in_speech"])


def _led_in(words: str) -> bool:
    """Whether a line says that a speech stands below it: “局长开场致词全文为:”."""
    return len(words) <= _LONGEST_LEAD_IN and _LEADS_IN.search(words) is not None


def _run_on(words: str, said: str, speakers: Sequence[str]) -> Opening | None:
    """The label that a line has without its colon, a greeting right behind it: “叶青感谢各位来宾,…”."""
    for label in speakers:
        named = looks_like_name(label) or find_name_end(label) > 0
        greets = named and words.startswith(label) and _GREETS.match(words, len(label))
        if greets and _TELLS.search(said) is None:
            return Opening(label, len(label))
    return None


# “叶青感谢各位到来,并表示…” is told by others.
_TELLS = on_demand(labels.MARGINS["tells_of_greeting"])


def _whose(words: str, speakers: Sequence[str]) -> str:
    """The label of whose speech a line leads in: the first that it names, or the only one; "" where it may be others.

    “局长在揭幕礼上的致词全文如下:”
    """
    others = [label for label in speakers if labels.role_of_label(label) is not Role.HOST]
    named = [label for label in others if label in words]
    if named:
        return min(named, key=lambda label: (words.index(label), -len(label)))
    return others[0] if len(others) == 1 and _OF_THE_PAGE.match(words) else ""


def _greeter(page: Page, number: int, said: str, speakers: Sequence[str]) -> Opening:
    """Who greets the room: the chair, where the words call somebody else; else who alone answers, or does so first."""
    own = [label for label in speakers if _is_own(label, said)]
    hosts = [label for label in speakers if labels.role_of_label(label) is Role.HOST]
    chair = Opening("", 0, letter=labels.HOSTS[0])
    if own or len(hosts) == 1:
        return Opening((own or hosts)[0], 0)
    if _INVITES.search(said) or any(label in said for label in speakers):
        return chair
    above = "".join(line.words for line in page.lines[:number])
    told = speakers if len(speakers) == 1 else [label for label in speakers if label in above]
    if len(told) != 1 and _OWN.search(said) and not _I_AM.search(said):
        # “今日我想谈渡轮。”, of several officials
        told = speakers[:1]
    return Opening(told[0], 0) if len(told) == 1 else chair


def _is_own(label: str, said: str) -> bool:
    """Whether somebody says that a label is their own: “我是渔港局局长叶青”."""
    own = _I_AM.search(said)
    return own is not None and label[-find_name_end(label) :] in own[0]


_I_AM = on_demand(labels.MARGINS["i_am"])
_OWN = on_demand(labels.MARGINS["first_person_alone"])
# “有请叶青先生”, “现在请叶局长”, but “请大家提问”
_INVITES = on_demand(
    rf"{labels.MARGINS['invites']}|{labels.MARGINS['please']}"
    rf"{one_of((*read_words('offices'), *read_words('honorifics')))}"
)
