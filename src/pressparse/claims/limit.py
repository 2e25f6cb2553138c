"""Limits: modifiers that stand further off than right before their number."""

import re
from decimal import Decimal
from typing import ClassVar, Final

from pressparse.claims.kind import COUNT
from pressparse.claims.link import role_of
from pressparse.claims.numeral import LEADERS
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree
from pressparse.record import Record
from pressparse.text.tag import cut_words, tag_word

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHORTEST_NOUN: Final = 2


class Limit(Record):
    """A limit that stands further off than right before its number, and where the metric ends then."""

    names: ClassVar = ("modifier", "end")
    __slots__ = names

    def __init__(self, modifier: str, end: int) -> None:
        self.modifier = modifier
        self.end = end


def limit_before(text: str, floor: int, found: Peel, start: int, words: Words, *, relative: bool) -> Limit | None:
    """“至少开放5天”, “最多可以折抵85点”, “不超过市场租金的六折”: None when the clause has no such word.

    Where a modifier was `found` right before the number, one that turns it: “不用花|超过5亿元”.
    """
    end = found.end
    if found.modifier:
        never = _NEVER_OVER.search(text, floor, start) if found.modifier in _PASSED else None
        return Limit("at_most", never.start() if never.start() - floor > 1 else end) if never else None
    if text[start - 1 : start] == _OF:
        for limit in _LIMIT_OF.finditer(text, max(floor, start - _LONGEST_STANDARD), start):
            if not relative and limit.lastgroup in _PASSED:
                # “超过年初定的1000万人的目标”: the goal itself is a thousand myriads.
                continue
            return Limit(str(limit.lastgroup), limit.start() if limit.start() - floor > 1 else end)
        # “最多能报销医药费的|八成”
        most = _LIMIT_VERB.search(text, max(floor, start - _LONGEST_STANDARD), start) if relative else None
        return Limit("at_least" if most.lastgroup == "least" else "at_most", end) if most else None
    if start - floor < _SHORTEST_NOUN:
        return None
    far = max(floor, start - _LONGEST_STANDARD)
    share = _LIMIT_SHARE.search(text, far, start) if relative and text.find(_NOT, far, start) >= 0 else None
    if share is not None:
        return Limit(str(share.lastgroup), share.start() if share.start() - floor > 1 else end)
    near = start - _LONGEST_VERB if start - _LONGEST_VERB > floor else floor
    if _HINT.search(text, near, start) is None:
        return None
    if (verb := _LIMIT_VERB.search(text, near, start)) is not None:
        return Limit("at_least" if verb.lastgroup == "least" else "at_most", end)
    if given := _MOST_GIVEN.search(text, near, start):
        word = words.before(start)
        least = given["limit"] in _LEAST
        if role_of(given["verb"]) in _MOVING:
            # “最高降幅96%”, “最低跌到60多元”
            return None
        single = len(given["verb"]) == 1
        whole = word is not None and (word.start, word.sort) == (given.start("verb"), "verb")
        if single or whole or role_of(given["verb"]) == "give":
            return Limit("at_least" if least else "at_most", min(end, given.start()))
    if _LOOSELY.search(text, near, start):
        return Limit("about", end)
    # “女性|约占总人口52%”, “约为|市区公园2倍”
    shared = (_TIMES_ABOUT.search(text, far, start) if relative else None) or _SHARE_ABOUT.search(text, near, start)
    return Limit("about", min(end, shared.start())) if shared else None


# One of these begins every limit that stands further off.
_PASSED: Final = frozenset(("more_than", "less_than"))
_MORE: Final = frozenset(("more_than", "at_least"))
_LESS: Final = frozenset(("less_than", "at_most", "nearly"))
_MOVING: Final = frozenset(("change", "to"))
_LEAST: Final = frozenset(_SIGN["least"])
_HINT: Final = re.compile(f"[{_SIGN['limit_hints']}]")
_MOST_GIVEN: Final = re.compile(_SIGN["most_given"])
_SHARE_ABOUT: Final = re.compile(_SIGN["share_about"])
_LOOSELY: Final = re.compile(_SIGN["loosely"])
_TIMES_ABOUT: Final = re.compile(_SIGN["times_about"])


_LIMIT_VERB: Final = re.compile(_SIGN["limit_verbs"])
_NOT: Final[str] = _SIGN["no_sign"]
_LIMIT_SHARE: Final = re.compile(_SIGN["limit_share"])
_LIMIT_OF: Final = re.compile(_SIGN["limit_of"])
_LONGEST_STANDARD: Final = 20
_LONGEST_VERB: Final = 10


def says_none_over(text: str, start: int, after: int) -> bool:
    """Whether there is nothing of more than a number, and not so much of it: “没有超过|1公顷|的用地”."""
    near = max(start - _LONGEST_VERB, 0)
    return text.startswith(_OF, after) and _NONE_OVER.search(text, near, start) is not None


_NEVER_OVER: Final = re.compile(_SIGN["never_over"])
_NONE_OVER: Final = re.compile(_SIGN["none_over"])
_GOAL: Final = re.compile(_SIGN["goal_behind"])


def modifier_of(text: str, found: Peel, quantity: Quantity) -> str:
    """What limits a number: what stands behind it rather than a rough word before it."""
    lately = (
        text[quantity.start - 1 : quantity.start] in _LATELY and text[quantity.start - 2 : quantity.start - 1] in _EDGE
    )
    if quantity.unit in _RECURRING and lately and _is_few(quantity):
        # “近2次|电价调整”: the last two.
        return quantity.modifier
    if quantity.kind is COUNT and found.modifier in _MORE and _is_done(text, quantity.start):
        return quantity.modifier
    if found.modifier == "at_most" and says_none_over(text, quantity.start, quantity.after):
        # “没有超过1公顷的|用地”: none that is larger.
        return "more_than"
    opposed = found.modifier in _MORE and quantity.modifier in _LESS
    if opposed or (found.modifier in _PASSED and _GOAL.match(text, quantity.after)):
        # “低于4%左右的预期目标”: the goal is just that; “连预算的一成都不到”
        return quantity.modifier
    if not found.modifier and not quantity.modifier and _SOON.search(text, max(quantity.start - 2, 0), quantity.start):
        return "nearly"
    # “约为140亿元至180多亿元”: about the whole of a range
    whole = found.modifier == "about" and quantity.low != quantity.high
    rough = quantity.modifier and not whole and found.modifier in ("about", "nearly", "")
    return quantity.modifier if rough else found.modifier or quantity.modifier


_SOON: Final = re.compile(_SIGN["soon"])


def _is_done(text: str, start: int) -> bool:
    """Whether the 过 before a count only says that something was done: “服务过|一万家企业”, but “游客过|万”."""
    start -= text[start - 1 : start] == " "
    if text[start - 2 : start] == _DONE + _OF:
        # “做过的|57笔投资”
        return True
    if text[start - 1 : start] != _DONE or text[start] in LEADERS:
        # “销售过百万辆”
        return False
    verb = cut_words(text[max(start - _LONGEST_VERB, 0) : start - 1])[-1:]
    return bool(verb) and len(verb[0]) > 1 and tag_word(verb[0])[0] == "v"


_DONE: Final[str] = _SIGN["done_before"]


def _is_few(quantity: Quantity) -> bool:
    """Whether a number is small enough to count times back."""
    return isinstance(quantity.low, Decimal) and quantity.low < _MANY


_RECURRING: Final = frozenset(_SIGN["recurring"])
_LATELY: Final = frozenset(_SIGN["lately"])
_MANY: Final = 10
_EDGE: Final = frozenset(("", " ", "\n", *_SIGN["clause"]))
