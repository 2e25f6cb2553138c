"""Kin: the units that bare amounts have from the amounts before them."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pressparse.claims.bare import AHEAD, CLAUSE_END, MONEY_WORDS, MYRIAD, PAID_FOR, STOPS, WINDOW
from pressparse.claims.kind import COUNT, LABEL, MEASURE, MONEY, PERCENT, POINTS
from pressparse.claims.ordinal import noun_follows
from pressparse.claims.quantity import AFTER_NEXT, Quantity, finish
from pressparse.claims.surplus import exceeds
from pressparse.claims.unit import REGION_CURRENCY
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_NUMBER_NOUNS: Final = re.compile(one_of(_SIGN["number_nouns"]))
_HUNDREDTHS: Final = re.compile(f"%|{_SIGN['percent_of']}")
_PIECE: Final[str] = _SIGN["individual"]
_POINT: Final[str] = _SIGN["point"]
_MORE_POINTS: Final[str] = _SIGN["more_points"]
_POINTS: Final[str] = read_tree("units")["names"]["points"]
_RATES: Final = frozenset((PERCENT, POINTS))
_CLAUSE_ENDS: Final = frozenset(_SIGN["clause"] + _SIGN["list_words"]) | {""}
_MOVED: Final = re.compile(_SIGN["moved_by"])
_CHANGED: Final = re.compile(_SIGN["changed_by"])
_PEOPLE: Final = re.compile(_TREE["money_context"]["people"])
_COMMA: Final = ","
_LIST: Final = frozenset(_SIGN["list_words"]) - {_COMMA}
_MEAN: Final[str] = _SIGN["stubs"][0]
_CENT: Final[str] = _SIGN["cent"]
_DEARER: Final = re.compile(_SIGN["dearer_by"])
_HUGE: Final = 100_000_000
_KINDS: Final = frozenset((MONEY, COUNT, MEASURE))
_LONGEST_PAID: Final = 8
# How far behind an amount of money another without a unit is still one.
_KIN_REACH: Final = 120
_COUNTED_WORDS: Final = re.compile(f"{one_of(_TREE['money_context']['not_money'])}|{_TREE['money_context']['people']}")


def units_of_kin(text: str, quantities: list[Quantity], region: str) -> None:
    """The units of bare amounts, those of the amounts before them: “5月的203亿”, “百分之八点一,今年大概六点四”.

    An amount in 亿 is money too where nothing is counted.
    """
    last: Quantity | None = None
    for index, quantity in enumerate(quantities):
        before = index - 2 if index > 1 and quantities[index - 1].kind is LABEL else index - 1
        if quantity.unit == _PIECE and _is_points(text, quantities[before] if index else None, quantity):
            quantities[index] = last = _points(text, quantity)
            continue
        if (
            index
            and not _goes_on(text, quantities, index)
            and (like := _like(text, quantities[before], quantity)) is not None
        ):
            quantities[index] = like
            continue
        if quantity.kind not in _KINDS or not isinstance(quantity.low, Decimal) or quantity.low < MYRIAD:
            continue
        bare = quantity.rule.startswith("count.bare")
        spent = bare and PAID_FOR.search(text, max(quantity.start - _LONGEST_PAID, 0), quantity.start) is not None
        closed = text[quantity.after : quantity.after + 1] in _CLAUSE_ENDS
        spent = spent or (
            bare and closed and _BORNE.search(text, max(quantity.start - _LONGEST_PAID, 0), quantity.start) is not None
        )
        # “核定了|3.38亿兴建大楼”
        bare = bare and ((spent and not _counts(text, quantity)) or not noun_follows(text, quantity.after))
        unit = ""
        if spent or (bare and not _counts(text, quantity)):
            unit = _currency_of_kin(text, quantity, last, region, spent=spent)
        unit = unit or (_coin_of_sum(text, quantities, index) if bare else "")
        if unit:
            quantities[index] = quantity.but(kind=MONEY, unit=unit, rule="money.kin")
        last = quantities[index]
    _add_up(text, quantities)
    _coins_ahead(text, quantities, region)


def _coin_of_sum(text: str, quantities: list[Quantity], index: int) -> str:
    """The currency of what an amount told before comes to: “一亩多收三百块,二十万亩就是|六千万”; "" without one."""
    quantity = quantities[index]
    if _AMOUNTS_TO.search(text, max(quantity.start - _LONGEST_PAID, 0), quantity.start) is None:
        return ""
    money = (each for each in reversed(quantities[max(index - _FEW, 0) : index]) if each.kind is MONEY)
    first = next(money, None)
    return first.unit if first is not None and _is_same_sentence(text, first, quantity) else ""


_BORNE: Final = re.compile(_SIGN["borne"])
_FEW: Final = 3
_AMOUNTS_TO: Final = re.compile(_SIGN["amounts_to"])


def _coins_ahead(text: str, quantities: list[Quantity], region: str) -> None:
    """The currency that a bare amount has from the one it is told against: “原来说三百亿,现在是|三百二十亿美元”."""
    for index in range(len(quantities) - 2, -1, -1):
        one, two = quantities[index], quantities[index + 1]
        if one.rule.startswith("count.bare") and two.kind is MONEY and _BECOMES.fullmatch(text, one.after, two.start):
            # “由去年的|80亿|增至95亿美元”
            quantities[index] = one.but(kind=MONEY, unit=two.unit, rule="money.kin")
            continue
        bare = one.kind is two.kind is MONEY and one.rule.startswith(_UNSAID_COINS) and two.rule.startswith(_SAID_COINS)
        if not bare or one.unit != REGION_CURRENCY[region] or one.unit == two.unit:
            continue
        apart = _CONVERTED.search(text, one.end, two.start) is not None
        if not apart and _is_same_sentence(text, one, two) and _is_of_order(one, two):
            quantities[index] = one.but(unit=two.unit, rule="money.kin")


_UNSAID_COINS: Final = ("money.context", "money.kin", "count.bare")
_SAID_COINS: Final = ("money.unit", "money.before")
_CONVERTED: Final = re.compile(_SIGN["turned_money"])


def _add_up(text: str, quantities: list[Quantity]) -> None:
    """Bare amounts that are added to money are money: “编|6亿加7亿,一共是13亿”."""
    for index in range(len(quantities) - 2, -1, -1):
        one, two = quantities[index], quantities[index + 1]
        summed = one.rule == "count.bare" and two.kind is MONEY and one.end <= two.start
        summed = summed and _SUMMED_UP.match(text, two.after) is not None
        if summed and _PLUS.fullmatch(text, one.after, two.start) and Decimal(one.low) >= MYRIAD:
            quantities[index] = one.but(kind=MONEY, unit=two.unit, rule="money.kin")


def _goes_on(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a bare number is listed with others, of which the last has the unit of all: “回落4.6和11.6个百分点”."""
    for one, two in pairwise(quantities[index : index + _LONGEST_LIST]):
        gap = text[one.end : two.start].strip()
        if len(gap) != 1 or gap not in _LIST or two.kind not in (POINTS, COUNT):
            return False
        if two.kind is POINTS:
            return True
    return False


_LONGEST_LIST: Final = 12


def _like(text: str, last: Quantity, quantity: Quantity) -> Quantity | None:
    """The quantity with what it has from the one right before it: cents, points, percents, things; None without any."""
    if quantity.unit == _CENT:
        return _cents(text, last, quantity)
    if quantity.rule == "count.bare" and _is_rate_too(text, last, quantity):
        return quantity.but(kind=PERCENT, unit=last.unit, rule="percent.kin")
    if quantity.rule == "money.unit" and _is_renminbi_too(text, last, quantity):
        return quantity.but(unit=last.unit, rule="money.kin")
    if quantity.rule == "money.context" and _is_count_too(text, last, quantity):
        return quantity.but(kind=COUNT, unit="", rule="count.bare")
    if quantity.rule == "money.context" and last.kind is MONEY and _is_same_sentence(text, last, quantity):
        # “外汇储备1450亿美元,比前年底增加了50亿”
        return quantity.but(unit=last.unit, rule="money.kin") if last.unit != quantity.unit else None
    if quantity.rule.startswith("count.bare") and _is_price_too(text, last, quantity):
        return quantity.but(kind=MONEY, unit=last.unit, rule="money.kin")
    return None


def _points(text: str, quantity: Quantity) -> Quantity:
    """A quantity of 个 or 个点 as points of a percentage, with what bends it: “7个点左右”, “两个多点”."""
    more = text.startswith(_MORE_POINTS, quantity.end)
    end = quantity.end + (len(_MORE_POINTS) if more else text.startswith(_POINT, quantity.end))
    points = quantity.but(kind=POINTS, unit=_POINTS, unit_start=0, unit_end=0, end=end, after=end, rule="points.kin")
    return points.but(modifier="more_than") if more else finish(text, points)


def _is_same_sentence(text: str, last: Quantity, quantity: Quantity) -> bool:
    return not any(text.find(sign, last.end, quantity.start) >= 0 for sign in STOPS)


def _is_renminbi_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“卖出36亿元人民币,超越去年的|27亿元”: 元 is that of the amount it is held against, wherever it is said."""
    if last.unit != _RENMINBI or last.kind is not MONEY or quantity.unit == last.unit:
        return False
    plain = quantity.unit in _LOCAL and _PLAIN_COINS.search(text, quantity.start, quantity.end) is not None
    return plain and _HELD_AGAINST.fullmatch(text, last.end, quantity.start) is not None


_RENMINBI: Final = REGION_CURRENCY["CN"]
_LOCAL: Final = frozenset(REGION_CURRENCY.values())
_PLAIN_COINS: Final = re.compile(_SIGN["plain_coins"])
_HELD_AGAINST: Final = re.compile(_SIGN["held_against"])


def _is_price_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“每个月缴4500元,跟私立平均|8900比”: a bare number that an amount of money is compared with."""
    if last.kind is not MONEY or not _is_same_sentence(text, last, quantity):
        return False
    follows = noun_follows(text, quantity.after)
    if follows and text.startswith(_OF, quantity.after) and _BECOMES.fullmatch(text, last.after, quantity.start):
        # “销售费用从18亿增长到|30亿|的原因”
        return True
    scaled = any(sign in text[quantity.start : quantity.end] for sign in _SCALES)
    further = text[quantity.after : quantity.after + 1] in _FURTHER
    if scaled and further and _THAN.fullmatch(text, last.after, quantity.start):
        # “今年是2095万,比前一期|1550万高了35%”, but “访客较去年2000万高30%”
        return _is_of_order(last, quantity)
    if follows:
        return False
    if _BECOMES.fullmatch(text, last.after, quantity.start) or _PRICE_MOVED.fullmatch(text, last.after, quantity.start):
        return True
    if _SPENT.search(text, last.after, quantity.start) and text[quantity.after : quantity.after + 1] in _CLAUSE_ENDS:
        # “通行费大概2300块钱,能省|两百多”
        return True
    clause = max(text.rfind(sign, last.end, quantity.start) for sign in _SIGN["clause"])
    counted = _PEOPLE.search(text, max(clause, last.end), quantity.start) is not None
    if isinstance(last.low, Decimal) and isinstance(quantity.low, Decimal) and not counted:
        # “以前要付20几亿,今年只要9亿多”, “一个月5千块,一房的也才9千”: of the same order, in signs of the same kind.
        closed = text[quantity.after : quantity.after + 1] in _CLAUSE_ENDS
        if scaled and closed and _is_of_order(last, quantity):
            return True
    compared = _WITH.search(text, max(clause, last.end), quantity.start) is not None
    return compared and text[quantity.after : quantity.after + 1] == _COMPARED


def _is_of_order(last: Quantity, quantity: Quantity) -> bool:
    """Whether an amount is neither ten times as large as the one before nor a tenth of it."""
    one, two = Decimal(last.low), Decimal(quantity.low)
    return one / _ORDER <= two <= one * _ORDER


_ORDER: Final = 10
_THAN: Final = re.compile(_SIGN["than_then"])
_FURTHER: Final = frozenset(_SIGN["further"])
_SUMMED_UP: Final = re.compile(_SIGN["summed_up"])
_PLUS: Final = re.compile(_SIGN["plus"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
# “1100元变|1350”
_SPENT: Final = re.compile(_SIGN["spent"])
# “均价一万二,比去年跌了|五六百”
_PRICE_MOVED: Final = re.compile(_SIGN["price_moved"])
_BECOMES: Final = re.compile(_SIGN["becomes"])
_FROM: Final = frozenset(_TREE["change_stems"]["origins"])
_SCALES: Final = frozenset(_SIGN["scale_end"])
_COMPARED: Final[str] = _SIGN["versus"]
_WITH: Final = re.compile(f"[{''.join(_SIGN['with'])}]")
_MOVED_REACH: Final = 6
_OTHER_NOUN: Final = re.compile(_SIGN["other_noun"])


def _is_rate_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“收益率是百分之八点一,今年大概是六点四”: a bare number with decimals in the sentence of a percentage."""
    if last.kind is not PERCENT or not isinstance(quantity.low, Decimal) or quantity.low % 1 == 0:
        return False
    if _NUMBER_NOUNS.search(text, last.end, quantity.start):
        # “灌溉水有效利用系数提高到0.612”
        return False
    hundredths = last.rule == "percent.kin" or _HUNDREDTHS.search(text, last.start, last.end) is not None
    moved = _MOVED.search(text, max(last.start - _MOVED_REACH, 0), last.start) is not None
    if moved and _OTHER_NOUN.search(text, last.end, quantity.start):
        # “故障3.4次,比去年跌12%,二号线的故障数字是5.6”
        return False
    follows = noun_follows(text, quantity.after) and not exceeds(text, quantity.after)
    return hundredths and not follows and _is_same_sentence(text, last, quantity)


def _is_count_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“申请的有七十八万户,核准的大概六十二万”: an amount behind a count with no word of money between."""
    if text[quantity.start - 1 : quantity.start] == _MEAN:
        # “受惠企业4100户,户均23万”
        return False
    moved = text[quantity.start - 1] in _FROM or _BECOMES.fullmatch(text, last.after, quantity.start)
    if last.kind is MONEY and moved:
        # “双职工额度从80万提到|100万|,单职工从|50万|提到60万”
        return False
    rest = CLAUSE_END.search(text, quantity.after, quantity.after + AHEAD)
    end = rest.start() if rest else quantity.after + AHEAD
    near = max(quantity.start - WINDOW, 0)
    if _PEOPLE.search(text, max(text.rfind(_COMMA, near, quantity.start), near), quantity.start):
        # “受益学生一百六十万”
        return MONEY_WORDS.search(text, quantity.after, end) is None
    counted = last.kind is COUNT and (bool(last.unit) or Decimal(quantity.low) < _HUGE)
    return counted and _is_same_sentence(text, last, quantity) and MONEY_WORDS.search(text, last.end, end) is None


def _is_points(text: str, last: Quantity | None, quantity: Quantity) -> bool:
    """“比上月上升0.4个”, “快了2个点”: points of a percentage that was spoken of, a word left out.

    “增速比年初慢了7个点” names the rate itself.
    """
    end = quantity.end
    if text.startswith(_POINT, end) and _is_moved(text, quantity.start):
        # “利润增了6个点左右”
        behind = text[end + 1 : end + 2]
        return behind in _CLAUSE_ENDS or behind in AFTER_NEXT
    if last is None or last.kind not in _RATES or not _is_same_sentence(text, last, quantity):
        return False
    whole = not isinstance(quantity.low, Decimal) or quantity.low % 1 == 0
    changed = _CHANGED.search(text, last.end, quantity.start) is not None
    if text.startswith(_POINT, end):
        # “17.6%里面有0.8个点是质保费用”
        return not whole or (changed and text[end + 1 : end + 2] in _CLAUSE_ENDS)
    if text.startswith(_MORE_POINTS, end):
        return changed and text[end + len(_MORE_POINTS) : end + len(_MORE_POINTS) + 1] in _CLAUSE_ENDS
    return not whole and text[end : end + 1] in _CLAUSE_ENDS


def _is_moved(text: str, start: int) -> bool:
    """Whether the clause before a number says that something moved, or speaks of a rate."""
    clause = _clause_before(text, start)
    return _MOVED.search(text, clause, start) is not None or _RATE_CLAUSE.search(text, clause, start) is not None


def _clause_before(text: str, at: int) -> int:
    """Where the clause that `at` stands in begins, no further back than one is long."""
    near = max(at - _LONGEST_CLAUSE, 0)
    return max(near - 1, *(text.rfind(sign, near, at) for sign in _SIGN["clause"])) + 1


_LONGEST_CLAUSE: Final = 40
_RATE_CLAUSE: Final = re.compile(_SIGN["rate_nouns"])


def _cents(text: str, last: Quantity, quantity: Quantity) -> Quantity | None:
    """“收购价每斤1.36元,比开镰时涨了七八分”: points are money where a price goes up or down; None elsewhere."""
    near = last.kind is MONEY and quantity.start - last.end < _KIN_REACH
    if not near or not isinstance(quantity.low, Decimal) or not isinstance(quantity.high, Decimal):
        return None
    if not _is_same_sentence(text, last, quantity) or not _DEARER.search(text, last.end, quantity.start):
        return None
    low, high = quantity.low / 100, quantity.high / 100
    return quantity.but(kind=MONEY, low=low, high=high, unit=last.unit, unit_start=0, unit_end=0, rule="money.cents")


def _currency_of_kin(text: str, quantity: Quantity, last: Quantity | None, region: str, *, spent: bool) -> str:
    """The currency of a bare amount behind the large number `last`; "" where it is none of money."""
    near = last is not None and quantity.start - last.end < _KIN_REACH
    if last is None or not near or (last.kind is not MONEY and last.rule != "count.bare"):
        return REGION_CURRENCY[region] if Decimal(quantity.low) >= _HUGE else ""
    if last.kind is not MONEY:
        # “花了|47亿” is no count, whatever went before.
        return REGION_CURRENCY[region] if spent and Decimal(quantity.low) >= _HUGE else ""
    return last.unit if _is_same_sentence(text, last, quantity) else REGION_CURRENCY[region]


def _counts(text: str, quantity: Quantity) -> bool:
    """Whether the sentence so far, or the rest of the clause, names what is counted rather than paid."""
    start = max(quantity.start - WINDOW, 0)
    start = max(start, *(text.rfind(sign, start, quantity.start) for sign in STOPS))
    rest = CLAUSE_END.search(text, quantity.after, quantity.after + AHEAD)
    return _COUNTED_WORDS.search(text, start, rest.start() if rest else quantity.after + AHEAD) is not None
