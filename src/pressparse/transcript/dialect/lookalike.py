"""Lookalikes: lines that have the form of a label and open no turn, told by the lines around them."""

from collections import Counter

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Role

_OFFICES = read_words("offices")
# Where more than so many labels have speech on their line to one that has none.
_VOCATIVE = 6
_SPEAKS = 2
_GREETING = on_demand(labels.MARGINS["greeting_only"])
_SENTENCE_ENDS = ("。", "?", "!", "…")


def without_lookalikes(page: Page, openings: dict[int, Opening]) -> dict[int, Opening]:
    """Line number → opening, without the lines that only call somebody, translate, sum up or count."""
    for find in (_vocatives, _translations, _summed_up, _counters):
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
    if first < 0 or talks or page.lines[first].words.endswith(_SENTENCE_ENDS):
        return set()
    label = openings[first].label
    once = sum(opening.label == label for opening in openings.values()) == 1
    official = label.endswith(_OFFICES) and labels.role_of_label(label) is Role.UNKNOWN
    said = page.lines[first].words[openings[first].length :].strip()
    # “行政长官:大家早晨” opens what is said.
    greets = _GREETING.fullmatch(said) is not None
    return {first} if once and official and said and not greets else set()


def _counters(page: Page, openings: dict[int, Opening]) -> set[int]:
    """The lines that count the parts of a record: “片段:0”, “片段:1”."""
    said = {number: page.lines[number].words[opening.length :] for number, opening in openings.items()}
    counted = {number: words for number, words in said.items() if words.isdigit()}
    names = {openings[number].label for number in counted}
    return set(counted) if len(names) == 1 and len(set(counted.values())) == len(counted) > 1 else set()
