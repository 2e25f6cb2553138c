"""Ordinals: articles of a law, list marks, sessions; and standings, which are claims."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pressparse.claims.kind import COUNT, DURATION, LABEL, ORDINAL, RANK, Kind
from pressparse.claims.numeral import HAN_DIGITS, SCALES, parse_numeral
from pressparse.claims.quantity import Quantity
from pressparse.claims.unit import find_unit
from pressparse.lexicon import one_of, read_rows, read_tree, read_words

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
BREAKS: Final = frozenset(_SIGN["breaks"])
_DIGITS: Final = frozenset("0123456789")
FUNCTION: Final = tuple(row["word"] for row in read_rows("boundary_words"))
_FUNCTION_FIRSTS: Final = frozenset(word[0] for word in FUNCTION)
ARTICLES: Final = tuple(_TREE["articles"]["units"])
_LAWS: Final = tuple(_TREE["articles"]["before"])
_LAW_ENDS: Final = frozenset(word[-1] for word in _LAWS)
_ARTICLE_WEAK: Final = frozenset(_TREE["articles"]["weak_before"])
_NO_ARTICLE: Final = tuple(_TREE["articles"]["not_before"])
# 第一, / 一是 / 一、 / (三) / 1. at the beginning of a sentence, clause or line.
MARK: Final = re.compile(_SIGN["mark"])
MARK_BEFORE: Final = frozenset(_SIGN["mark_before"]) | {""}
_STANDING: Final = tuple(sorted(read_words("standing_words"), key=len, reverse=True))
_SCOPES: Final = tuple(sorted(read_words("scopes"), key=len, reverse=True))
_QUALITIES: Final = re.compile(f"{one_of(read_tree('units')['rank']['qualities'])}(?={_SIGN['of_or_end']})")
RANK_UNITS: Final = tuple(read_tree("units")["rank"]["words"])
_NOT_RANK: Final = tuple(_SIGN["not_rank"])


def unclaimed(kind: Kind, text: str, start: int, end: int, rule: str) -> Quantity:
    """A number that claims nothing: its value is what it says."""
    said = text[start:end]
    return Quantity(start, end, kind, said, said, "", 0, 0, "", end, rule)


def label(text: str, start: int, end: int, rule: str = "label.name") -> Quantity:
    """A name or a code that has a number in it."""
    return unclaimed(LABEL, text, start, end, rule)


def find_article(text: str, start: int, end: int, articles: set[str]) -> Quantity | None:
    """“选罢法104条”, “63条1项5款”: the articles of a law; “12条措施” is None."""
    before = text[max(start - 2, 0) : start]
    number, unit = text[start:end], text[end]
    # “63条|1项”, but “签约|104项”, “制定|12条”
    within = before[-1:] in ARTICLES and before[-2:-1] in _NUMERALS
    named = before[-1:] in _LAW_ENDS and text.endswith(_LAWS, 0, start) and not before.endswith(_NO_ARTICLE)
    law = within or named or _ARTICLE_PART.match(text, end + 1) is not None
    if not law and number in articles:
        law = not noun_follows(text, end + 1)
    weak = not law and (before[-1:] in _ARTICLE_WEAK or before[-1:] in BREAKS)
    if weak and unit == _TREE["articles"]["units"][0] and _LAW.search(text, max(start - _LAW_REACH, 0), start):
        # “刑法你看104条”, but “2020年是112条”
        law = not noun_follows(text, end + 1) and text[start] in _DIGITS
    if not law:
        return None
    if unit == _TREE["articles"]["units"][0]:
        articles.add(number)
    return unclaimed(ORDINAL, text, start, end + 1, "ordinal.article")


_NUMERALS: Final = frozenset((*_DIGITS, *HAN_DIGITS, *_SIGN["scale_end"]))
_NUMBERED_LAW: Final = re.compile(f"/(?:[0-9]{{4}}|[0-9]{{2}}/[A-Z])(?={_TREE['articles']['numbered']})")
_LAW: Final = re.compile(_TREE["articles"]["law"])
_LAW_REACH: Final = 60
_ARTICLE_PART: Final = re.compile(
    rf"{_SIGN['ordinal']}?(?:[0-9]{{1,2}}|[{HAN_DIGITS}]{{1,2}})(?:{'|'.join(_TREE['articles']['units'][1:4])})"
)


def noun_follows(text: str, at: int) -> bool:
    """Whether a word that is no function word stands at `at`."""
    follower = text[at : at + 1]
    if not follower or follower in BREAKS:
        return False
    # There are hundreds: their first signs spare most looks at them.
    return follower not in _FUNCTION_FIRSTS or not text.startswith(FUNCTION, at)


def find_ordinal(text: str, start: int, end: int, articles: set[str]) -> Quantity:
    """“第41条” and “第一,” are ordinals, “居全市第一” and “排名第5” are standings."""
    first = start - 1 if text[start - 1] == _SIGN["ordinal"] else start - 2
    if numbered := _NUMBERED_LAW.match(text, end):
        # “第7/2015号法律”
        return label(text, first, numbered.end(), "label.document")
    after = end + (text[end : end + 1] == " ")
    if text.startswith(ARTICLES, after):
        articles.add(text[start:end])
        if part := _ARTICLE_TAIL.match(text, after + 1):
            # “第34条之3”
            return unclaimed(ORDINAL, text, first, part.end(), "ordinal.article")
    if listed := _end_of_list(text, start, end):
        # “第1、2、3期”, “第一、二年”
        return unclaimed(ORDINAL, text, first, listed + 1, "ordinal.listed")
    mark = MARK.match(text, first)
    if mark and _ORDINALS_ON.match(text, mark.end()):
        # “第一、|第二、第三产业”
        return unclaimed(ORDINAL, text, first, end, "ordinal.listed")
    if mark and text[first - 1 : first] in MARK_BEFORE:
        return unclaimed(ORDINAL, text, first, mark.end(), "ordinal.mark")
    unit_end = next((after + len(word) for word in RANK_UNITS if text.startswith(word, after)), 0)
    if not unit_end and (quality := _QUALITIES.match(text, after)):
        unit_end = quality.end()
    stop = unit_end or end
    numeral = parse_numeral(text[start:end])
    value = numeral.low if numeral else Decimal(0)
    if _stands(text, first, stop, bool(unit_end)):
        return Quantity(first, stop, RANK, value, value, "", 0, 0, "", stop, "rank.ordinal")
    if not unit_end and end < len(text) and text[end] not in BREAKS and text[end] != _SIGN["ordinal"]:
        stop = end + 1
    return Quantity(first, stop, ORDINAL, value, value, "", 0, 0, "", stop, "ordinal")


def _end_of_list(text: str, start: int, end: int) -> int:
    """Where ordinals end that begin with the one at start:end; 0 where it is a mark: “第二、|30亿元资金到位”.

    They go up by one or two, written alike, and number what follows: nothing that is itself measured.
    """
    listed = _LISTED.match(text, end)
    if listed is None or text[listed.end()] in BREAKS or text.startswith(RANK_UNITS, listed.end()):
        return 0
    said = [text[start:end], *listed[0].split(_LISTING)[1:]]
    numbers = [parse_numeral(each) for each in said]
    values = [number.low for number in numbers if number is not None]
    steps = {after - before for before, after in pairwise(values)}
    alike = len({each.isascii() for each in said}) == 1 and len(values) == len(said) and _PAIR not in said
    if not alike or not steps <= _STEPS or _marks(text, start, end):
        return 0
    if _NUMBERED_BY.match(text, listed.end()):
        return listed.end()
    unit = find_unit(text, listed.end())
    # “第一、二个项目”, “第一、二天”, but “第二、三成”, “第三、15个部门”
    counted = unit is None or (unit[0].kind in _COUNTED and steps == {_STEP})
    return listed.end() if counted else 0


def _marks(text: str, start: int, end: int) -> bool:
    """Whether an ordinal opens a point, since others of the text do: “第一、…。第二、|三起案件”."""
    if text[start - 2 : start - 1] not in MARK_BEFORE:
        return False
    near = text[max(start - _POINTS_REACH, 0) : start - 1], text[end : end + _POINTS_REACH]
    return any(_POINTS.search(each) for each in near) or _YEARS_OF.match(text, end) is not None


_POINTS: Final = re.compile(_SIGN["point_mark"])
_YEARS_OF: Final = re.compile(_TREE["ordinals"]["spans"])
_POINTS_REACH: Final = 400
_PAIR: Final[str] = _SIGN["pair_sign"]
# “第一,三条措施”: a comma lists nothing.
_LISTING: Final = "、"
_ORDINALS_ON: Final = re.compile(_SIGN["ordinals_on"])
_LISTED: Final = re.compile(
    rf"(?:{_LISTING}(?:[0-9]{{1,2}}|[{HAN_DIGITS}{_TREE['roc']['scales']}]{{1,4}}))+(?=[^0-9.%{HAN_DIGITS}{''.join(SCALES)}{_TREE['ordinals']['dated']}])"
)
_NUMBERED_BY: Final = re.compile(_TREE["ordinals"]["listed_by"])
_STEP: Final = Decimal(1)
_STEPS: Final = frozenset((_STEP, Decimal(2)))
_COUNTED: Final = frozenset((COUNT, DURATION))
_ARTICLE_TAIL: Final = re.compile(rf"{_SIGN['article_tail']}(?:[0-9]{{1,2}}|[{HAN_DIGITS}]{{1,2}})")


def _stands(text: str, first: int, end: int, named: bool) -> bool:
    """Whether an ordinal praises: nothing that it would number follows, and a verb or a field of standing precedes."""
    follower = text[end : end + 1]
    if text.startswith(_NOT_RANK, end) or (
        not named
        and follower
        and follower not in BREAKS
        and not text.startswith(FUNCTION, end)
        and follower not in _SIGN["rank_after"]
    ):
        return False
    if text.endswith(_SCOPES, 0, first) or text.endswith(_STANDING, 0, first):
        return True
    clause = max((text.rfind(sign, max(first - 20, 0), first) for sign in _SIGN["clause"]), default=-1)
    head = text[max(clause + 1, first - 20) : first]
    return any(word in head for word in _STANDING_FIRM) or (named and any(word in head for word in _STANDING))


_STANDING_FIRM: Final = tuple(_SIGN["standing_firm"])
