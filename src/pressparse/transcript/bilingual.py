"""Bilingual: who speaks under a label in Chinese and under another in English (“行政长官”, “Chief Executive”)."""

from pressparse.lexicon import read_rows
from pressparse.pattern import on_demand
from pressparse.transcript.announcement import Announced, label_words
from pressparse.transcript.holder import office_called
from pressparse.transcript.roster import find_title
from pressparse.transcript.turn import Person

_IN_ENGLISH = {row["word"]: tuple(row["office"].split("|")) for row in read_rows("english_offices")}
# “Secretary for Housing”
_PORTFOLIO = on_demand(" (?:for|of) .*")


def with_english(persons: list[Person], announced: Announced) -> list[Person]:
    """The person behind each turn; an office in English is held by the one who alone holds it in Chinese."""
    english = {person.name for person in persons if offices_in_english(person.name)}
    if not english:
        return persons
    others = {person.name: person for person in persons if not person.name.isascii()}
    held: dict[str, str] = {}
    for name, person in others.items():
        title = person.title or find_title(name, announced.hosted, announced.words) or office_called(name, announced)
        held[name] = label_words(title or name)
    meant: dict[str, Person] = {}
    for name in english:
        for office in offices_in_english(name):
            holders = [other for other, title in held.items() if title.endswith(office)]
            if len(holders) == 1 and name not in meant:
                meant[name] = others[holders[0]]
    return [meant.get(person.name, person) for person in persons]


def offices_in_english(label: str) -> tuple[str, ...]:
    """What the Chinese part of a record may call the office of a label in English; empty for other labels.

    >>> offices_in_english("Secretary for Housing"), offices_in_english("Director of Health"), offices_in_english("Ann")
    (('局长',), ('署长', '处长', '局长'), ())
    """
    said = label.casefold() if label.isascii() else ""
    return _IN_ENGLISH.get(said) or _IN_ENGLISH.get(_PORTFOLIO.sub("", said), ())
