"""Numbers without a unit: counts, money that was meant, codes, and a scale alone."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.bound import BOUNDS
from pressparse.claims.code import CENTURIES, MARKET, YEAR_SIZE, is_code
from pressparse.claims.kind import DATE, DURATION, LABEL, MEASURE, MONEY, PERCENT
from pressparse.claims.link import LINKS
from pressparse.claims.modifier import ends_in
from pressparse.claims.ordinal import BREAKS, FUNCTION, label, noun_follows, unclaimed
from pressparse.claims.quantity import Quantity
from pressparse.claims.surplus import exceeds
from pressparse.claims.unit import REGION_CURRENCY, find_unit
from pressparse.lexicon import one_of, read_rows, read_tree, read_words
from pressparse.text.script import is_han

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_DIGITS: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
# What leads to an amount: “达”, “增至”, “超过”.
REACHED: Final = frozenset(
    list(BOUNDS)
    + [word for word, link in LINKS.items() if link.role in ("reach", "may", "to", "give")]
    + [row["word"] for row in read_rows("change_words")]
)
REACHED_ENDS: Final = frozenset(word[-1] for word in REACHED)
WINDOW: Final = int(_TREE["money_context"]["window"])
AHEAD: Final = int(_TREE["money_context"]["ahead"])
MONEY_WORDS: Final = re.compile(f"{one_of(_TREE['money_context']['words'])}|{_TREE['money_context']['costs']}")


def find_tail(text: str, end: int) -> int:
    """Where the letters and digits behind `end` end."""
    while text[end : end + 1] in _LETTERS or text[end : end + 1] in _DIGITS:
        end += 1
        if end >= len(text):
            break
    return end


def tell_bare(text: str, quantity: Quantity, region: str) -> Quantity | None:
    """A number without a unit: a count behind “超”, “达”, a code behind “热线”, money where fines are spoken of."""
    said = text[quantity.start : quantity.end]
    mega = region == _MAINLAND and said[0] in _DIGITS and said[-1] == _TRILLION and isinstance(quantity.low, Decimal)
    if mega and not _of_wealth(text, quantity.start):
        # “宽带升级到500兆”
        low, high = (Decimal(value).scaleb(-_TRILLIONS) for value in (quantity.low, quantity.high))
        return quantity.but(kind=MEASURE, low=low, high=high, unit=_TRILLION, rule="measure.mega")
    if said[0] not in _DIGITS and quantity.scale < _TEN_THOUSANDS and _is_price(text, quantity):
        return quantity.but(kind=MONEY, unit=REGION_CURRENCY[region], rule="money.context")
    return _told(text, quantity, region)


def _of_wealth(text: str, start: int) -> bool:
    """Whether the clause before a number speaks of money, or of what is told in money: “国债突破|36兆”."""
    near = max(start - WINDOW, 0)
    clause = max(near - 1, *(text.rfind(sign, near, start) for sign in STOPS)) + 1
    return MONEY_WORDS.search(text, clause, start) is not None or _WEALTH.search(text, clause, start) is not None


def _told(text: str, quantity: Quantity, region: str) -> Quantity | None:
    """What a number without a unit says by what stands around it."""
    start, end = quantity.start, quantity.end
    said = text[start:end]
    arabic = said[0] in _DIGITS or said[0] == "-"
    # “月薪一万二”
    large = quantity.scale >= 4 or (not arabic and isinstance(quantity.low, Decimal) and quantity.low >= MYRIAD)
    reached = ends_in(REACHED, REACHED_ENDS, text, start)
    if said == _ONE_HALF[0] and text.startswith(_ONE_HALF, start) and not text.startswith(_NO_HALF, end + 1):
        return quantity.but(
            kind=PERCENT, low=_FIFTY, high=_FIFTY, unit="%", end=end + 1, after=end + 1, rule="percent.word"
        )
    # “108 课纲”
    gap = text[quantity.after : quantity.after + 1] == " " and text[start - 1 : start] in _SPACES
    # “从一亿三砍到剩三百多万”: behind where it began stands a verb.
    origin = text[start - 1 : start] in _ORIGINS or (
        quantity.start > 0 and _FROM_ABOUT.search(text, max(start - 3, 0), start)
    )
    follows = noun_follows(text, quantity.after + gap) and not origin
    follows = follows and not (exceeds(text, quantity.after) or text.startswith(_THRESHOLDS, quantity.after))
    if not arabic and _SIGN["point"] in said and not follows:
        return quantity
    if not arabic and not large and quantity.scale < 2:
        return _spoken(text, quantity, region, reached=reached)
    coin = _converted_to(text, start) if large else ""
    worth = large and _is_worth(text, quantity)
    paid = coin != "" or worth or (large and _is_named_money(text, quantity, reached=reached))
    # “售价3千5”
    short = arabic and said[-1] in _DIGITS and said[-2:-1] in _ALL_SCALES
    alone = (large or short) and (not follows or quantity.after > end or text.startswith(_SINCE, end))
    # “亏损三万多”, but “短缺了三万多|工人”
    counted = quantity.modifier != "" and _COUNTED_BEHIND.match(text, quantity.after) is not None
    if not counted and (paid or (alone and _of_money(text, start, quantity.after))):
        rule = "money.converted" if coin else "money.worth" if worth else "money.context"
        return quantity.but(kind=MONEY, unit=coin or _currency(text, start, region), rule=rule)
    if arabic and not large:
        if is_code(text, start, end, reached=reached) or (
            said.endswith(_POINT_NOUGHT) and (follows or _is_version(text, start))
        ):
            more = _PHONE_REST.match(text, end) if len(said) == _HALF_PHONE else MARKET.match(text, end)
            return label(text, start, more.end() if more else end, "label.code")
        named = (
            _CAPITALS.match(text, end) is not None and _LATIN_BEFORE.search(text, max(start - 2, 0), start) is not None
        )
        # “Llama |3”, “ISO |27001”
        named = named or (
            said.isdigit()
            and not quantity.modifier
            and _LATIN_WORD.search(text, max(start - _LONGEST_LATIN, 0), start) is not None
        )
        # “Claude |3.5”
        named = named or ("." in said and _VERSION.search(text, max(start - _LONGEST_LATIN, 0), start) is not None)
        if text[end : end + 1] in _LETTERS or named:
            return label(text, start, find_tail(text, end), "label.code")
        if _RULES_OF_CONDUCT.match(text, end):
            # “5要6不”
            return label(text, start, end, "label.slogan")
        one = text[end : end + 1]
        behind = text[end + 1 : end + 2]
        # “6金8银11铜”
        alone = behind in _SIGN["list_breaks"] or (one in _LONE_UNITS and behind in _DIGITS)
        if one and one not in BREAKS and alone and one not in _SIGN["no_unit"]:
            return quantity.but(
                unit=one, unit_start=end, unit_end=end + 1, end=end + 1, after=end + 1, rule="count.odd"
            )
        exact = ("." in said and not said.endswith(_POINT_NOUGHT)) or "," in said or " " in said
        # “新增2019冠状病毒病确诊个案”: a year in a name.
        dated = len(said) == YEAR_SIZE and said.startswith(CENTURIES) and not exact and said.isdigit()
        dated = dated and not _is_listed_amount(text, end)
        if follows and not quantity.modifier and (dated or not (reached or exact)):
            return label(text, start, end, "label.bare")
        # “行动方案(2025—2027)”
        enclosed = text[start - 1 : start] == _OPEN and text[end : end + 1] == _CLOSE
        if (enclosed and _YEARS.fullmatch(said)) or (dated and not reached):
            return unclaimed(DATE, text, start, end, "date.year")
    elif not arabic and not large and not (reached or quantity.modifier):
        return None
    return quantity


def _currency(text: str, start: int, region: str) -> str:
    """The currency of an amount that prints none: that in which its sentence counts, else the region's own."""
    near = text.rfind(_RECKONED, max(start - WINDOW, 0), start)
    told = _COUNTED_IN.search(text, max(near - _LONGEST_COIN, 0), start) if near >= 0 else None
    return _coin(told) or REGION_CURRENCY[region]


def _converted_to(text: str, start: int) -> str:
    """The currency that an amount without a unit was converted to: “折算美元约|58亿”; "" for none."""
    return _coin(_CONVERTED.search(text, max(start - _LONGEST_CONVERTED, 0), start))


def _coin(told: re.Match[str] | None) -> str:
    """The currency that a match names; "" where it names none."""
    coin = find_unit(told["coin"], 0) if told else None
    known = told is not None and coin is not None and coin[0].kind is MONEY and coin[1] == len(told["coin"])
    return coin[0].name if known and coin is not None else ""


_RECKONED: Final[str] = _TREE["money_context"]["reckoned"]
_COUNTED_IN: Final = re.compile(_TREE["money_context"]["counted_in"])
_LONGEST_COIN: Final = 6
_CONVERTED: Final = re.compile(_TREE["money_context"]["converted_to"])
_LONGEST_CONVERTED: Final = 9


def _spoken(text: str, quantity: Quantity, region: str, *, reached: bool) -> Quantity | None:
    """What was reached or left, named without a unit: “从五千一跌到四千八”."""
    said = text[quantity.start : quantity.end]
    if len(said) > 1 and _PARTS_LISTED.search(text, max(quantity.start - _LONGEST_PARTS, 0), quantity.start):
        return quantity.but(kind=PERCENT, unit="%", rule="percent.listed")
    if len(said) == 1 or not any(sign in _SCALES for sign in said):
        return None
    left = text[quantity.start - 1 : quantity.start] in _ORIGINS and text.startswith(tuple(REACHED), quantity.after)
    if not left and not (reached and text[quantity.after : quantity.after + 1] in BREAKS):
        return None
    stepped = _STEPPED.match(text, quantity.after, quantity.after + WINDOW) is not None
    if stepped or _of_money(text, quantity.start, quantity.after):
        return quantity.but(kind=MONEY, unit=REGION_CURRENCY[region], rule="money.context")
    return quantity


def _is_listed_amount(text: str, end: int) -> bool:
    """Whether a number that looks like a year is listed with an amount: “1000、|2000|和3000元”."""
    following = _LISTED_NEXT.match(text, end)
    unit = find_unit(text, following.end()) if following else None
    return unit is not None and unit[0].kind not in (DURATION, DATE, LABEL)


_LISTED_NEXT: Final = re.compile(_SIGN["listed_next"])


def _is_price(text: str, quantity: Quantity) -> bool:
    """Whether a small number in words is what something costs or brings: “工资一个月|三千五”, “票价|一百二”."""
    closed = quantity.end - quantity.start > 1 and text[quantity.after : quantity.after + 1] in BREAKS
    return closed and _PRICED.search(text, max(quantity.start - _LONGEST_PRICE, 0), quantity.start) is not None


_PRICED: Final = re.compile(_TREE["money_context"]["priced"])
_LONGEST_PRICE: Final = 16
_TEN_THOUSANDS: Final = 4
_PARTS_LISTED: Final = re.compile(_SIGN["parts_listed"])
_LONGEST_PARTS: Final = 12
# “从八十|调到|一百|,多了二十块”
_STEPPED: Final = re.compile(_TREE["money_context"]["stepped"])
_MAINLAND: Final = "CN"
# “GOLF |1.4| TSI”
_CAPITALS: Final = re.compile(" [A-Z]{1,4}(?![a-z])")
_LONGEST_LATIN: Final = 12
_VERSION: Final = re.compile(_TREE["codes"]["versions"])
_LATIN_WORD: Final = re.compile(_TREE["codes"]["latin_names"])
_LATIN_BEFORE: Final = re.compile("[A-Za-z][ ]?$")
_WEALTH: Final = re.compile(f"{one_of(_TREE['money_context']['nouns'])}|{_SIGN['wealth_ends']}")
_TRILLION: Final[str] = _SIGN["mega"]
_TRILLIONS: Final = 12
_RULES_OF_CONDUCT: Final = re.compile(_SIGN["rules_of_conduct"])
_YEARS: Final = re.compile("(?:19|20)[0-9]{2}[-—~](?:(?:19|20)[0-9]{2}|[0-9]{2})")
_OPEN: Final[str] = _SIGN["open_paren"]
_CLOSE: Final[str] = _SIGN["close_paren"]
_SCALES: Final = frozenset(_SIGN["large_scales"])
_ALL_SCALES: Final = frozenset(_SIGN["scale_end"])
_SINCE: Final = tuple(_SIGN["since_event"])


def _is_named_money(text: str, quantity: Quantity, *, reached: bool) -> bool:
    """Whether what stands behind a large number is paid for (“240亿下水道计划”), or money has reached it."""
    planned = quantity.scale >= _HUNDRED_MILLIONS and _PLANNED.match(text, quantity.end)
    named = MONEY_NOUN.match(text, quantity.end) or planned or _SPENT.match(text, quantity.end)
    return bool(named) or (reached and _reached_by_money(text, quantity.start))


def _is_worth(text: str, quantity: Quantity) -> bool:
    """Whether a large number is what something is worth, costs or has in its budget: “只值|三百万”, “每坪|30万”."""
    after = quantity.after
    closed = text[after : after + 1] in BREAKS or text.startswith(_OF, after)
    turned_over = quantity.scale >= _HUNDRED_MILLIONS and _TURNOVER.search(text, max(after - WINDOW, 0), quantity.start)
    if closed and (turned_over or text.endswith(_BUDGETED, 0, quantity.start)):
        # “以追加预算37亿的方式”, “日均成交量是1200亿”
        return True
    return closed and _WORTH.search(text, max(quantity.start - _LONGEST_WORTH, 0), quantity.start) is not None


def _reached_by_money(text: str, start: int) -> bool:
    """Whether what reached a number is money: “亏损冲破|120亿改写纪录”."""
    near = max(start - _LONGEST_REACH, 0)
    return any(text[at:start] in REACHED and text.endswith(_MONEY, 0, at) for at in range(near, start))


_BUDGETED: Final = tuple(word for word in _TREE["money_context"]["words"] if len(word) > 1)
_LONGEST_REACH: Final = 4
_LONGEST_WORTH: Final = 6
_PAYING: Final = _TREE["money_context"]
_WORTH: Final = re.compile(f"(?:(?:{_PAYING['paid']}|{_PAYING['worth']}){_PAYING['aspects']}|{_PAYING['per_area']})$")
# “条例花了|2500亿”
PAID_FOR: Final = re.compile(f"(?:{_PAYING['paid']}|{_PAYING['booked']}){_PAYING['aspects']}$")
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_LONE_UNITS: Final = frozenset(_SIGN["lone_units"])
_HUNDRED_MILLIONS: Final = 8
_TURNOVER: Final = re.compile(_TREE["money_context"]["turnover"])
_MONEY: Final = tuple(_TREE["money_context"]["words"])
_PLANNED: Final = re.compile(_TREE["money_context"]["planned"])
_SPENT: Final = re.compile(_TREE["money_context"]["spent"])
_THRESHOLDS: Final = tuple(_SIGN["thresholds"])


def _is_version(text: str, start: int) -> bool:
    """“房地合一税2.0从7月1日上路”, “EDUX 2.0、…”: no verb of reaching, no sign and no measure stands before it."""
    at = start - (text[start - 1 : start] == " ")
    if text[at - 1 : at] in _LETTERS:
        return True
    return start > 0 and is_han(text[start - 1]) and not text.endswith((*FUNCTION, *_SCORES), 0, start)


_POINT_NOUGHT: Final = ".0"
_SCORES: Final = (*read_words("indicators"), *_SIGN["measured_ends"], *_SIGN["score_ends"])


def _of_money(text: str, start: int, after: int) -> bool:
    """Whether the sentence so far, or the rest of the clause, speaks of money."""
    window = text[max(start - WINDOW, 0) : start]
    last_break = max([window.rfind(sign) for sign in STOPS])
    rest = CLAUSE_END.search(text, after, after + AHEAD)
    ahead = rest.start() if rest else after + AHEAD
    if MONEY_WORDS.search(text, after, ahead):
        return True
    named = max((match.end() for match in MONEY_WORDS.finditer(window, last_break + 1)), default=0)
    # “受惠于收费减免的人数,将增至约一百四十万”: people are counted. “领到补贴的|渔船已达|3万”: so are things.
    counted = _NUMBER_NOUNS.search(window, named) or _PAID_THING.match(text, start - len(window) + named, after)
    return named > 0 and counted is None


# “致电8800 2233”
_HALF_PHONE: Final = 4
_PHONE_REST: Final = re.compile("[ -][0-9]{4}(?![0-9])")
# “由约三十万大增至约一百四十万”
_FROM_ABOUT: Final = re.compile(_SIGN["from_about"])
_PAID_THING: Final = re.compile(_TREE["money_context"]["paid_thing"])
_NUMBER_NOUNS: Final = re.compile(one_of(_SIGN["number_nouns"]))
_ORIGINS: Final = frozenset(_TREE["change_stems"]["origins"])
MYRIAD: Final = 10_000
_SPACES: Final = frozenset(" \n,。;:、(“") | {""}
_ONE_HALF: Final = _SIGN["one_half"][0]
_NO_HALF: Final = tuple(_SIGN["one_half"][1])
_FIFTY: Final = Decimal(50)
# “5000多亿的资金”, “40多亿公帑”
MONEY_NOUN: Final = re.compile(
    f"(?:(?:{_TREE['money_context']['of']}{_TREE['money_context']['between']})?{one_of(_TREE['money_context']['nouns'])}"
    f"|{_TREE['money_context']['of']}{_TREE['money_context']['between']}{one_of(_TREE['money_context']['nouns_of'])}"
    f"|{_TREE['money_context']['tax']})"
    f"(?!{_TREE['money_context']['counted_behind']})"
)
_COUNTED_BEHIND: Final = re.compile(_TREE["money_context"]["counted_behind"])
STOPS: Final[str] = _SIGN["stops"]
CLAUSE_END: Final = re.compile(f"[{_SIGN['clause']}]")
