"""Ellipsis: the noun that the first of several things names and the others leave out: “手机产量1亿台,电脑3万台”."""

from functools import lru_cache
from typing import Final

from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import COUNT, MEASURE, MONEY, PERCENT, POINTS
from pressparse.claims.link import CHANGES, rate_before
from pressparse.claims.place import Place, Stretch, is_countable
from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import cut_words, tag_words

_SIGN: Final = read_tree("quantities")["signs"]
_KINDS: Final = frozenset((COUNT, MEASURE, MONEY, PERCENT, POINTS))
_CLAUSE_SIGNS: Final = frozenset(_SIGN["clause"] + _SIGN["list_words"])
_MEASURED: Final = frozenset(_SIGN["measured_ends"])
_OF_THEM: Final[str] = _SIGN["of_them"][0]
_LENGTHS: Final = range(2, 11)


def with_left_out(place: Place, pieces: Pieces, drafts: list[Draft]) -> Pieces:
    """The metric of a number with what its clause leaves out: “小班|收费” of “大班收费1200元,小班1500元”."""
    text, kind, found = place.text, place.quantity.kind, place.found
    start, end = pieces[0]
    opens = text[start - 1] in _CLAUSE_SIGNS or text.endswith(_OF_THEM, 0, start)
    if len(pieces) != 1 or kind not in _KINDS or end - start not in _LENGTHS or not opens or found.target:
        return pieces
    last = next((each for each in reversed(drafts) if _is_alike(each, place)), None)
    if last is None or last.fact.metric[-1][1] > last.quantity.start:
        return pieces
    own = text[start:end]
    bare = not found.change and end == found.end and text[end] != _OF
    if bool(last.fact.change) != bool(found.change) and not (bare and kind is PERCENT):
        return pieces
    # A share is of what it is of: “达标率98%,森林38%”.
    near = (
        bare and kind is not MONEY and (kind is not PERCENT or last.fact.change != "" or len(last.fact.metric) == _PAIR)
    )
    near = near and start - last.quantity.after <= len(_OF_THEM) + 1 and len(cut_words(own)) == 1 and _is_thing(own)
    rest = _left_out(text, last.fact.metric, own, near=near)
    return (*pieces, rest) if rest is not None else pieces


def _is_alike(draft: Draft, place: Place) -> bool:
    one, two = draft.quantity, place.quantity
    alike = one.kind is two.kind and one.unit == two.unit and bool(draft.fact.metric)
    return alike and draft.fact.rule.startswith("metric.before")


def _left_out(text: str, metric: Pieces, own: str, *, near: bool) -> Stretch | None:
    """What stands in a metric behind the name of a thing of the same sort: “第一产业|增加值” for 第二产业.

    Right beside it (`near`) a thing of any sort leaves out the measure: “猪肉|价格” for 鸡蛋.
    """
    if len(metric) > 1:
        # what that leaves out itself
        kin, noun = metric[0], metric[1]
        alike = near or _shared(text[slice(*kin)], own) > 0
        return noun if len(metric) == _PAIR and alike and text[noun[0]] != _EVERY else None
    start, end = metric[0]
    words = cut_words(text[start:end])
    best, at = 0, start
    rest: Stretch | None = None
    for word in words[:-1]:
        at += len(word)
        shared = _shared(text[start:at], own)
        # “市级|以上|研发机构”
        head = at + next((len(bound) for bound in _BOUNDS if text.startswith(bound, at)), 0)
        named = end - head > 1 or text[head] in _MEASURED
        if shared > best and named and text[end - 1] != own[-1] and rate_before(text, end) is None:
            best, rest = shared, (head, end)
    if rest is None and near and words[-1] not in CHANGES:
        measure = _measure_at(text, start, end, len(words[-1]))
        rest = (measure, end) if _is_thing(text[start:measure]) else None
    return rest if _LISTED.isdisjoint(words) else None


def _shared(one: str, two: str) -> int:
    """How many signs two names end in alike that differ in what stands before."""
    size, shortest = 0, min(len(one), len(two))
    while size < shortest and one[-1 - size] == two[-1 - size]:
        size += 1
    return size if size < shortest else 0


def _measure_at(text: str, start: int, end: int, last: int) -> int:
    """Where the measure begins that a phrase ends with, its last word or the end of that; `start` without one."""
    size = next((len(word) for word in _INDICATORS if text.endswith(word, end - last, end)), 0)
    if size:
        return end - size
    return end - last if text[end - 1] in _MEASURED else start


@lru_cache(maxsize=1 << 12)
def _is_thing(said: str) -> bool:
    """Whether words name a thing of which something is measured: “鸡蛋”, not “成本” or “全市”."""
    if len(said) < _SHORTEST or said[-1] in _MEASURED or is_countable(said, 0, len(said)):
        return False
    word, tag = tag_words(said)[-1]
    return tag[0] == _NOUN and word not in _SCOPES and said not in _SCOPES


_NOUN: Final = "n"
_PAIR: Final = 2
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_EVERY: Final[str] = _SIGN["every"]
_LISTED: Final = frozenset(_SIGN["list_words"])
_BOUNDS: Final = tuple(_SIGN["noun_limits"])
_SHORTEST: Final = 2
_INDICATORS: Final = tuple(sorted((word for word in read_words("indicators") if len(word) > 1), key=len, reverse=True))
_SCOPES: Final = frozenset(read_words("scopes"))
