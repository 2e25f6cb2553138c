"""Numbers without a unit: counts, money that was meant, codes, and a scale alone."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.kind import COUNT, DATE, MEASURE, MONEY, PERCENT, POINTS
from pressparse.claims.link import LINKS
from pressparse.claims.modifier import ends_in
from pressparse.claims.ordinal import BREAKS, FUNCTION, label, noun_follows, unclaimed
from pressparse.claims.quantity import Quantity
from pressparse.claims.surplus import exceeds
from pressparse.claims.unit import REGION_CURRENCY
from pressparse.lexicon import one_of, read_rows, read_tree, read_words
from pressparse.text.script import is_han

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_DIGITS: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
# What leads to an amount: “达”, “增至”, “超过”.
REACHED: Final = frozenset(
    [row["word"] for row in read_rows("modifiers") if row["place"] == "before"]
    + [word for word, link in LINKS.items() if link.role in ("reach", "to", "give")]
    + [row["word"] for row in read_rows("change_words")]
)
REACHED_ENDS: Final = frozenset(word[-1] for word in REACHED)
_CODES: Final = tuple(_TREE["codes"]["before"])
_CODES_BEHIND: Final = tuple(_TREE["codes"]["after"])
_WINDOW: Final = int(_TREE["money_context"]["window"])
_AHEAD: Final = int(_TREE["money_context"]["ahead"])
_MONEY_WORDS: Final = re.compile(f"{one_of(_TREE['money_context']['words'])}|{_TREE['money_context']['costs']}")


def find_tail(text: str, end: int) -> int:
    """Where the letters and digits behind `end` end."""
    while text[end : end + 1] in _LETTERS or text[end : end + 1] in _DIGITS:
        end += 1
        if end >= len(text):
            break
    return end


def tell_bare(text: str, quantity: Quantity, region: str) -> Quantity | None:
    """A number without a unit: a count behind “超”, “达”, a code behind “热线”, money where fines are spoken of."""
    start, end = quantity.start, quantity.end
    said = text[start:end]
    arabic = said[0] in _DIGITS or said[0] == "-"
    # “月薪一万二”
    large = quantity.scale >= 4 or (not arabic and isinstance(quantity.low, Decimal) and quantity.low >= _MYRIAD)
    reached = ends_in(REACHED, REACHED_ENDS, text, start)
    if said == _ONE_HALF[0] and text.startswith(_ONE_HALF, start) and not text.startswith(_NO_HALF, end + 1):
        return quantity._replace(
            kind=PERCENT, low=_FIFTY, high=_FIFTY, unit="%", end=end + 1, after=end + 1, rule="percent.word"
        )
    # “108 课纲”
    gap = text[quantity.after : quantity.after + 1] == " " and text[start - 1 : start] in _SPACES
    # “从一亿三砍到剩三百多万”: behind where it began stands a verb.
    follows = noun_follows(text, quantity.after + gap) and text[start - 1 : start] not in _ORIGINS
    follows = follows and not exceeds(text, quantity.after)
    if not arabic and _SIGN["point"] in said and not follows:
        return quantity
    if not arabic and not large and quantity.scale < 2:
        return None
    named = large and _MONEY_NOUN.match(text, end)
    if named or (large and (not follows or quantity.after > end) and _of_money(text, start, quantity.after)):
        return quantity._replace(kind=MONEY, unit=REGION_CURRENCY[region], rule="money.context")
    if arabic and not large:
        if _is_code(text, start, end) or (said.endswith(_POINT_NOUGHT) and (follows or _is_version(text, start))):
            more = _PHONE_REST.match(text, end) if len(said) == _HALF_PHONE else None
            return label(text, start, more.end() if more else end, "label.code")
        if text[end : end + 1] in _LETTERS:
            return label(text, start, find_tail(text, end), "label.code")
        one = text[end : end + 1]
        if (
            one
            and one not in BREAKS
            and text[end + 1 : end + 2] in _SIGN["list_breaks"]
            and one not in _SIGN["no_unit"]
        ):
            return quantity._replace(
                unit=one, unit_start=end, unit_end=end + 1, end=end + 1, after=end + 1, rule="count.odd"
            )
        exact = ("." in said and not said.endswith(_POINT_NOUGHT)) or "," in said
        if follows and not (reached or quantity.modifier or exact):
            return label(text, start, end, "label.bare")
        if len(said) == 4 and said.startswith(("19", "20")) and not reached:
            return unclaimed(DATE, text, start, end, "date.year")
    elif not arabic and not large and not (reached or quantity.modifier):
        return None
    return quantity


def _is_version(text: str, start: int) -> bool:
    """“房地合一税2.0从7月1日上路”: no verb of reaching, no sign and no measure stands before it."""
    return start > 0 and is_han(text[start - 1]) and not text.endswith((*FUNCTION, *_SCORES), 0, start)


_POINT_NOUGHT: Final = ".0"
_SCORES: Final = (*read_words("indicators"), *_SIGN["measured_ends"], *_SIGN["score_ends"])


def _of_money(text: str, start: int, after: int) -> bool:
    """Whether the sentence so far, or the rest of the clause, speaks of money."""
    window = text[max(start - _WINDOW, 0) : start]
    last_break = max([window.rfind(sign) for sign in _STOPS])
    rest = _CLAUSE_END.search(text, after, after + _AHEAD)
    ahead = rest.start() if rest else after + _AHEAD
    return bool(_MONEY_WORDS.search(window, last_break + 1) or _MONEY_WORDS.search(text, after, ahead))


def units_of_kin(text: str, quantities: list[Quantity], region: str) -> None:
    """The units of bare amounts, those of the amounts before them: “5月的203亿”, “百分之八点一,今年大概六点四”.

    An amount in 亿 is money too where nothing is counted.
    """
    last: Quantity | None = None
    for index, quantity in enumerate(quantities):
        if quantity.unit == _CENT and index and (cents := _cents(text, quantities[index - 1], quantity)) is not None:
            quantities[index] = cents
            continue
        if quantity.unit == _PIECE and index and _is_points(text, quantities[index - 1], quantity):
            end = quantity.end + text.startswith(_POINT, quantity.end)
            quantities[index] = quantity._replace(
                kind=POINTS, unit=_POINTS, unit_start=0, unit_end=0, end=end, after=end, rule="points.kin"
            )
            continue
        if quantity.rule == "count.bare" and index and _is_rate_too(text, quantities[index - 1], quantity):
            quantities[index] = quantity._replace(kind=PERCENT, unit=quantities[index - 1].unit, rule="percent.kin")
            continue
        if quantity.rule == "money.context" and index and _is_count_too(text, quantities[index - 1], quantity):
            quantities[index] = quantity._replace(kind=COUNT, unit="", rule="count.bare")
            continue
        if quantity.kind not in _KINDS or not isinstance(quantity.low, Decimal) or quantity.low < _MYRIAD:
            continue
        bare = quantity.rule.startswith("count.bare") and not noun_follows(text, quantity.after)
        unit = _currency_of_kin(text, quantity, last, region) if bare and not _counts(text, quantity) else ""
        if unit:
            quantities[index] = quantity._replace(kind=MONEY, unit=unit, rule="money.kin")
        last = quantities[index]


def _currency_of_kin(text: str, quantity: Quantity, last: Quantity | None, region: str) -> str:
    """The currency of a bare amount behind the large number `last`; "" where it is none of money."""
    near = last is not None and quantity.start - last.end < _KIN_REACH
    if last is None or not near or (last.kind is not MONEY and last.rule != "count.bare"):
        return REGION_CURRENCY[region] if Decimal(quantity.low) >= _HUGE else ""
    if last.kind is not MONEY:
        return ""
    other = any(sign in _STOPS for sign in text[last.end : quantity.start])
    return REGION_CURRENCY[region] if other else last.unit


def _is_rate_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“收益率是百分之八点一,今年大概是六点四”: a bare number with decimals in the sentence of a percentage."""
    if last.kind is not PERCENT or not isinstance(quantity.low, Decimal) or quantity.low % 1 == 0:
        return False
    between = text[last.end : quantity.start]
    hundredths = _HUNDREDTHS.search(text, last.start, last.end) is not None
    follows = noun_follows(text, quantity.after) and not exceeds(text, quantity.after)
    return hundredths and not follows and not any(sign in _STOPS for sign in between)


def _is_count_too(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“申请的有七十八万户,核准的大概六十二万”: an amount behind a count with no word of money between."""
    if text[quantity.start - 1 : quantity.start] == _MEAN:
        # “受惠企业4100户,户均23万”
        return False
    rest = _CLAUSE_END.search(text, quantity.after, quantity.after + _AHEAD)
    end = rest.start() if rest else quantity.after + _AHEAD
    if _PEOPLE.search(text, max(text.rfind(_COMMA, 0, quantity.start), 0), quantity.start):
        # “受益学生一百六十万”
        return _MONEY_WORDS.search(text, quantity.after, end) is None
    near = (
        last.kind is COUNT and bool(last.unit) and not any(sign in _STOPS for sign in text[last.end : quantity.start])
    )
    return near and _MONEY_WORDS.search(text, last.end, end) is None


def _is_points(text: str, last: Quantity, quantity: Quantity) -> bool:
    """“比上月上升0.4个”, “快了2个点”: points of a percentage that was spoken of, a word left out."""
    if last.kind not in _RATES or any(sign in _STOPS for sign in text[last.end : quantity.start]):
        return False
    whole = not isinstance(quantity.low, Decimal) or quantity.low % 1 == 0
    end = quantity.end
    if text.startswith(_POINT, end):
        return text[end + 1 : end + 2] in _CLAUSE_ENDS and _CHANGED.search(text, last.end, quantity.start) is not None
    return not whole and text[end : end + 1] in _CLAUSE_ENDS


def _cents(text: str, last: Quantity, quantity: Quantity) -> Quantity | None:
    """“收购价每斤1.36元,比开镰时涨了七八分”: points are money where a price goes up or down; None elsewhere."""
    near = last.kind is MONEY and quantity.start - last.end < _KIN_REACH
    if not near or not isinstance(quantity.low, Decimal) or not isinstance(quantity.high, Decimal):
        return None
    if any(sign in _STOPS for sign in text[last.end : quantity.start]) or not _DEARER.search(
        text, last.end, quantity.start
    ):
        return None
    low, high = quantity.low / 100, quantity.high / 100
    return quantity._replace(
        kind=MONEY, low=low, high=high, unit=last.unit, unit_start=0, unit_end=0, rule="money.cents"
    )


def _counts(text: str, quantity: Quantity) -> bool:
    """Whether the sentence so far, or the rest of the clause, names what is counted rather than paid."""
    start = max(quantity.start - _WINDOW, 0)
    start = max(start, *(text.rfind(sign, start, quantity.start) for sign in _STOPS))
    rest = _CLAUSE_END.search(text, quantity.after, quantity.after + _AHEAD)
    return _COUNTED_WORDS.search(text, start, rest.start() if rest else quantity.after + _AHEAD) is not None


# “致电8800 2233”
_HALF_PHONE: Final = 4
_PHONE_REST: Final = re.compile("[ -][0-9]{4}(?![0-9])")
_ORIGINS: Final = frozenset(_TREE["change_stems"]["origins"])
_HUNDREDTHS: Final = re.compile(f"%|{_SIGN['percent_of']}")
_PIECE: Final[str] = _SIGN["individual"]
_POINT: Final[str] = _SIGN["point"]
_POINTS: Final[str] = read_tree("units")["names"]["points"]
_RATES: Final = frozenset((PERCENT, POINTS))
_CLAUSE_ENDS: Final = frozenset(_SIGN["clause"] + _SIGN["list_words"]) | {""}
_CHANGED: Final = re.compile(_SIGN["changed_by"])
_PEOPLE: Final = re.compile(_TREE["money_context"]["people"])
_COMMA: Final = ","
_MEAN: Final[str] = _SIGN["stubs"][0]
_CENT: Final[str] = _SIGN["cent"]
_DEARER: Final = re.compile(_SIGN["dearer_by"])
_MYRIAD: Final = 10_000
_SPACES: Final = frozenset(" \n,。;:、(“") | {""}
_HUGE: Final = 100_000_000
_KINDS: Final = frozenset((MONEY, COUNT, MEASURE))
# How far behind an amount of money another without a unit is still one.
_KIN_REACH: Final = 120
_COUNTED_WORDS: Final = re.compile(f"{one_of(_TREE['money_context']['not_money'])}|{_TREE['money_context']['people']}")
_ONE_HALF: Final = _SIGN["one_half"][0]
_NO_HALF: Final = tuple(_SIGN["one_half"][1])
_FIFTY: Final = Decimal(50)
# “5000多亿的资金”, “40多亿公帑”
_MONEY_NOUN: Final = re.compile(
    f"(?:{_TREE['money_context']['of']}{_TREE['money_context']['between']})?{one_of(_TREE['money_context']['nouns'])}"
)
_STOPS: Final[str] = _SIGN["stops"]
_CLAUSE_END: Final = re.compile(f"[{_SIGN['clause']}]")


def _is_code(text: str, start: int, end: int) -> bool:
    """“邮编:100701”, “公网安备11040102700114”, “2” in quotes of its own."""
    if text[start:end].isdigit() and end - start > _LONGEST_NUMBER:
        return True
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES_END:
        return True
    if text.startswith(_CODES_BEHIND, end) or (
        text[start - 1 : start] in _CODES_SAID and text[start:end].isdigit() and end - start > 2
    ):
        # “1966长照专线”, “请打1999”
        return True
    if end - start == _ROOM_DIGITS and text.startswith(_ROOM, end) and text[start - 1 : start] in _HOUSES:
        return True
    at = start
    while at and text[at - 1] in _SIGN["code_gap"]:
        at -= 1
    if end - start > _SHORTEST_CODE and _LISTED_CODES.search(text[max(start - _LONGEST_CODES, 0) : start]):
        # “(案16470、16473)”
        return True
    return text.endswith(_CODES, 0, at)


_ROOM: Final = _TREE["codes"]["room"]
_ROOM_DIGITS: Final = 3
_HOUSES: Final = frozenset(_TREE["floors"]["before"])
_CODES_SAID: Final = frozenset(_TREE["codes"]["said"])
_LONGEST_NUMBER: Final = 9
_SHORTEST_CODE: Final = 3
_LONGEST_CODES: Final = 40
_LISTED_CODES: Final = re.compile(f"{_TREE['codes']['case']}(?:[0-9]{{4,}}[{_TREE['codes']['list_words']}])*$")
_QUOTES: Final = frozenset((_SIGN["quote"], _SIGN["inner_quote"]))
_QUOTES_END: Final = frozenset((_SIGN["quote_end"], _SIGN["inner_quote_end"]))
