"""Glosses: numbers in brackets, and what stands in front of those."""

from typing import Final

from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.layout import Layout
from pressparse.claims.metric import head
from pressparse.claims.phrase import Words
from pressparse.claims.place import Place, Stretch
from pressparse.claims.topic import first_phrase
from pressparse.lexicon import read_tree
from pressparse.text.tag import is_place

_SIGN: Final = read_tree("quantities")["signs"]
_FROM: Final = frozenset(read_tree("quantities")["change_stems"]["origins"])


def glossed(place: Place, drafts: list[Draft], layout: Layout) -> Pieces:
    """“新增病例多在东京|(46例)”, “燃料|(下跌5.6%)”: what stands before a number that is alone in parentheses.

    A place is where what its clause speaks of, or the number before it measures, is counted.
    """
    text, quantity, words = place.text, place.quantity, place.words
    opened = place.found.end - 1 - (text[place.found.end - 1] in _FROM)
    if text[opened : opened + 1] != _OPENED or text[quantity.after : quantity.after + 1] not in _GLOSS_ENDS:
        return ()
    clause = layout.clause_start(opened)
    last = drafts[-1] if drafts and drafts[-1].quantity.start > clause else None
    word = words.before(opened)
    if word is None or word.start < clause or (last is not None and word.end <= last.quantity.after):
        # “约130坪|(430平方米)”
        return ()
    named = ((word.start, word.end),)
    if not is_place(text[word.start : word.end]):
        floor = clause if last is None else last.quantity.after + 1
        # “文具及礼品|(上升9.5%);鞋类…”: such a group is one line of a table.
        floor = (
            floor if place.found.change else max(floor, *(text.rfind(sign, floor, opened) + 1 for sign in _LIST_SIGNS))
        )
        phrase = head(text, floor, opened, place.starts, words)
        # “涉及车辆(54%)、执法(21%)”: whatever stands in a list of things is one.
        listed = last is not None and last.fact.rule.startswith("metric.gloss") and text[phrase[0] - 1] in _LIST_SIGNS
        phrase = _presented(text, phrase, words) if place.found.change else phrase
        return (phrase,) if phrase[1] - phrase[0] > 1 and (listed or words.sort(*phrase) == "noun") else ()
    if last is not None and last.quantity.unit == quantity.unit and last.fact.rule.startswith("metric.gloss"):
        return (*named, *last.fact.metric[1:])
    subject = first_phrase(text, clause, opened, place.starts)
    whole = subject[1] - subject[0] > 1 and not is_place(text[slice(*subject)])
    return (*named, subject) if whole and subject[1] <= word.start else named


_LIST_SIGNS: Final[str] = _SIGN["list_words"]
_OPENED: Final = "("
# “(46例)”, “(46例,多为老人)”
_GLOSS_ENDS: Final = frozenset("),(")


def _presented(text: str, phrase: Stretch, words: Words) -> Stretch:
    """A phrase without what presents it: “升幅最大的是|文具”, “其次为|鞋类”."""
    start, end = phrase
    for at in range(end - 1, start, -1):
        if text[at] in _PRESENTING and not words.splits(at) and not words.splits(at + 1):
            return at + 1, end
    return phrase


_PRESENTING: Final = frozenset(word for word in _SIGN["copulas"] if len(word) == 1)
