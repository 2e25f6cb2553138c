"""Numerals: what a string of number signs is worth."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("numerals")
_SIGNS: Final[dict[str, Any]] = _TREE["signs"]
DIGITS: Final[dict[str, int]] = _TREE["digits"]
SCALES: Final[dict[str, int]] = _TREE["scales"]
HAN_DIGITS: Final = "".join(DIGITS)
HAN_SCALES: Final = "".join(SCALES)
FEW: Final = _SIGNS["few"]
SEVERAL: Final = _SIGNS["several"]
SURPLUS: Final = _SIGNS["surplus"]
LEADERS: Final = _SIGNS["leaders"]
POINT: Final = _SIGNS["point"]
_MIDDLE_DOT: Final = _SIGNS["middle_dot"]

_TWICE: Final[dict[str, str]] = _SIGNS["twice"]
_HUNDRED: Final = 2
_TEN_THOUSAND: Final = 4
_BIG: Final = frozenset(sign for sign, power in SCALES.items() if power >= _TEN_THOUSAND)
_VAGUE: Final = frozenset(SURPLUS + SEVERAL)
_INDIVIDUAL: Final = _SIGNS["individual"]

# “百” of “百分点” and “千” of “千瓦” belong to the unit.
_FREE_SCALES: Final = "".join(sign for sign in SCALES if sign not in _TREE["bound"])
_SCALE_HEADS: Final = (f"[{_FREE_SCALES}]", *(f"{sign}(?!{one_of(tails)})" for sign, tails in _TREE["bound"].items()))
_SCALE: Final = "|".join(_SCALE_HEADS)
_FINANCIAL: Final = _SIGNS["financial_only"]
_PLAIN: Final = "".join(sign for sign in HAN_DIGITS if sign not in _FINANCIAL + _SIGNS["mask"])

# The signs that go on once a numeral has begun: “3千5百”, “1,000”, “10 940”, “二点五”, “二十几万”, “20余万”,
# “1000 亿”, “两个亿”, “3个多亿”, “二．八四”, but “8个万吨级泊位”, “三个亿元村”.
# Each branch opens with its sign and looks back from behind it: the matcher skips it by the first sign alone.
_COUNTED: Final = f"{_INDIVIDUAL}(?=[{SURPLUS}]?{_SIGNS['counted_scales']})"
_BIG_CLASS: Final = f"[{''.join(sorted(_BIG))}]"
_ZEROS: Final = "".join(sign for sign, value in DIGITS.items() if not value)
_GROUP: Final = _SIGNS["group"]
# “五、○○○人”, “三、五○○辆”, “九、一五六万六、○○○元”, “三、五二一人”: the thousands of gazettes;
# “一○○、二○○元” is a list.
_NO_LIST: Final = f"(?<![{HAN_DIGITS}]{{2}}[{_ZEROS}]{_GROUP})"
_ROUND: Final = f"{_NO_LIST}[{HAN_DIGITS}][{_ZEROS}]{{2}}"
_SPOKEN: Final = f"{_NO_LIST}[{HAN_DIGITS}]{{3}}(?=[{_SIGNS['thousands_of']}])"
_GROUPED: Final = f"(?:[{_ZEROS}]{{3}}|{_ROUND}|{_SPOKEN}|[{HAN_DIGITS}]{{3}}(?={_BIG_CLASS}))"
# “3亿 2,000万”: behind a large scale a smaller one goes on.
_GOES_ON: Final = "|".join(
    f"(?<={sign}[ ])(?=[0-9][0-9,]*[{SURPLUS}]?[{smaller}])"
    for sign in sorted(_BIG)
    if (smaller := "".join(sorted(other for other in _BIG if SCALES[other] < SCALES[sign])))
)
RUN_TAIL: Final = (
    rf"(?:[0-9]++|[{HAN_DIGITS}](?<![0-9].)(?<!{_SIGNS['no_digit']})|{FEW}|{_SCALE}|,(?<=[0-9],)(?=[0-9]{{3}}(?![0-9]))|\.(?=[0-9])"
    rf"|\.(?<=[{HAN_DIGITS}{HAN_SCALES}]\.)(?=[{HAN_DIGITS}])"
    # “7·4%”, but “3·15晚会”
    rf"|{_SIGNS['middle_dot']}(?<=[0-9].)(?=[0-9]{{1,2}}[ ]?{_SIGNS['behind_middle_dot']})"
    # “十六・四万人”
    rf"|{_SIGNS['middle_dot']}(?<=[{HAN_DIGITS}{HAN_SCALES}].)(?=[{HAN_DIGITS}]{{1,2}}[{HAN_SCALES}%])"
    rf"|{POINT}(?<=[0-9{HAN_DIGITS}{HAN_SCALES}]{POINT})(?:(?=[0-9{HAN_DIGITS}])(?!{_SIGNS['no_nought']})|(?={_SIGNS['some_more']}))|[{SURPLUS}](?=[{HAN_SCALES}]|{_COUNTED})"
    rf"|{_GROUP}(?<=[{HAN_DIGITS}]{_GROUP})(?={_GROUPED}(?![{HAN_DIGITS}{_SIGNS['no_thousands']}]))"
    r"|[ ](?<=[0-9][ ])(?<![0-9]{4}[ ])(?=[0-9]{3}(?![0-9]))"
    rf"|[ ]+(?={_BIG_CLASS})|[ ](?:{_GOES_ON})"
    rf"|{_COUNTED}(?<=[0-9{HAN_DIGITS}{HAN_SCALES}{SURPLUS}{FEW}]{_INDIVIDUAL}))*"
)
# The same, from its first sign.
_ALL_SCALES: Final = re.escape(HAN_SCALES)
RUN_HEADS: Final = (
    "[0-9]",
    r"[.](?<![0-9.][.])(?=[0-9])",
    f"[{_PLAIN}]",
    # “○．四六%”
    f"{_SIGNS['mask']}(?=[.{POINT}][{HAN_DIGITS}])",
    *_SCALE_HEADS,
    # “全年预算数|百分之二十三”
    f"[{SEVERAL}](?=[{HAN_SCALES}])(?![{HAN_SCALES}](?:{_SIGNS['parts']}|[{HAN_DIGITS}]))",
    # “大陆百分之七” is no six.
    *(
        # “万分之肆”
        f"{sign}(?<![{before}]{sign})(?:(?=[{HAN_SCALES}{_SIGNS['coins_behind']}])|(?<={_SIGNS['parted']}{sign}))"
        for sign, before in _TREE["not_financial_behind"].items()
    ),
    f"[{''.join(sign for sign in _FINANCIAL if sign not in _TREE['not_financial_behind'])}](?=[{HAN_SCALES}])",
)
# Every sign that a numeral may begin with.
RUN_FIRST: Final = frozenset("0123456789") | {
    char for head in RUN_HEADS[1:] for char in (head[1 : head.index("]")] if head.startswith("[") else head[0])
}
RUN: Final = re.compile(rf"(?:{'|'.join(RUN_HEADS)}){RUN_TAIL}")

_PLAIN_ARABIC: Final = re.compile(r"(?:[0-9]+(?:,[0-9]{3})*)?(?:\.[0-9]+)?")
_PAIR: Final = re.compile(
    rf"(?<![0-9{POINT}.{HAN_DIGITS}])(?:{'|'.join(_SIGNS['approximate_pairs'])})(?![{HAN_DIGITS}0-9])"
)
_DECIMAL: Final = re.compile(
    rf"(?P<whole>[0-9,{HAN_DIGITS}{HAN_SCALES}]+?)[{POINT}.](?P<digits>[0-9{HAN_DIGITS}]+)(?P<scale>[{_ALL_SCALES}]*)"
)
_BIG_SCALES: Final = "".join(sign for sign, power in SCALES.items() if power >= _TEN_THOUSAND)
_TOKEN: Final = re.compile(
    rf"(?P<number>[0-9]+|[{HAN_DIGITS}]{{2,}}(?=[{_BIG_SCALES}])|(?<=[{_BIG_SCALES}])[{HAN_DIGITS}]{{3,}}$)|(?P<digit>[{HAN_DIGITS}])|(?P<scale>[{HAN_SCALES}])"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral is worth; low == high unless two neighbours were said (“七八千”).

    `more` says that something more is left open (“20余万”, “几十”, “百余”); `scale` is the power of ten of its
    last scale sign (“3亿” is 8, “35” is 0), which the first half of a range may lack (“3至5亿”).
    """

    low: Decimal
    high: Decimal
    more: bool = False
    scale: int = 0


@cache
def parse_numeral(text: str) -> Numeral | None:
    """The worth of a numeral, exact, or None when the signs make no number.

    >>> parse_numeral("1.2万亿").low
    Decimal('1200000000000')
    >>> parse_numeral("七八千").high, parse_numeral("20余万").more
    (Decimal('8000'), True)
    """
    if len(text) > _LONGEST_NUMERAL:
        return None
    if text and _PLAIN_ARABIC.fullmatch(text):
        value = Decimal(text.replace(",", ""))
        return Numeral(value, value)
    text = text.replace(" ", "").replace(_INDIVIDUAL, "").replace(_MIDDLE_DOT, ".").replace(_GROUP, "")
    for sign, tens in _TWICE.items():
        text = text.replace(sign, tens)
    more = any(sign in _VAGUE for sign in text)
    if more:
        # “一百一十点几亿” is 110 and more.
        text = "".join(sign for sign in text.replace(POINT + FEW, "") if sign not in _VAGUE)
    low = high = text
    pair = None if POINT in text or "." in text else _PAIR.search(text)
    if pair and (len(text) == 2 or _has_scale(text)):
        low = text[: pair.end() - 1] + text[pair.end() :]
        high = text[: pair.start()] + text[pair.start() + 1 :]
    least, most = _value(low), _value(high)
    if least is None or most is None:
        return None
    return Numeral(least, most, more, _last_scale(text))


def listed_pair(text: str, start: int, end: int) -> tuple[Numeral, int] | None:
    """The numeral start:end with what is listed before it, one less (“五、六千亿”), and its start; None for none.

    >>> pair, start = listed_pair("约五、六千亿", 3, 6)
    >>> pair.low, pair.high, start
    (Decimal('500000000000'), Decimal('600000000000'), 1)
    >>> listed_pair("五、七千亿", 2, 5), listed_pair("十二、十三万", 3, 6)[0].low
    (None, Decimal('120000'))
    >>> listed_pair("三、五百亿", 2, 5)[0].low
    Decimal('30000000000')
    """
    if text[start : start + 1] == _TEN == text[start - 3 : start - 2] and _has_scale(text[start + 2 : end]):
        # “十二、|十三万”
        ahead = text[max(start - 4, 0) : start]
        listed = listed_pair(f"{ahead}{text[start + 1 : end]}", len(ahead), len(ahead) + end - start - 1)
        return (listed[0], start - 3) if listed else None
    before, first, rest = text[start - 2 : start - 1], text[start : start + 1], text[start + 1 : end]
    # “十二、三年”
    tens = _TEN if text[start - 3 : start - 2] == _TEN and text[start - 4 : start - 3] not in RUN_FIRST else ""
    ahead = text[start - 3 - len(tens) : start - 2 - len(tens)]
    if not before or before not in DIGITS or first not in DIGITS or ahead in RUN_FIRST or ahead == POINT:
        # “十六点一、二十四点八”
        return None
    low, high = parse_numeral(tens + before + rest), parse_numeral(tens + first + rest)
    near = int(DIGITS[first]) - int(DIGITS[before]) == 1 or before + first in _APART
    if low is None or high is None or not near:
        return None
    return Numeral(low.low, high.high, high.more, high.scale), start - 2 - len(tens)


# “三、五百亿”, as “三五百亿”
_APART: Final = frozenset(_SIGNS["approximate_pairs"])


def last_pair(text: str, start: int, end: int) -> tuple[Numeral, int] | None:
    """The numeral start:end with a last digit listed behind it, one more, and its end; None where none is.

    >>> pair, end = last_pair("一万三、四千元", 0, 3)
    >>> pair.low, pair.high, end
    (Decimal('13000'), Decimal('14000'), 6)
    >>> last_pair("二十三、四月", 0, 3), last_pair("二十三、五人", 0, 3)
    (None, None)
    """
    if listed := _ARABIC_PAIR.match(text, start):
        # “3、4百万个”, “20、30亿元”
        one, two = (parse_numeral(listed[name] + listed["rest"]) for name in ("one", "two"))
        paired = one and two and int(listed["two"][0]) - int(listed["one"][0]) == 1 and end == listed.end("one")
        near = max(start - _LONGEST_EACH, 0)
        paired = paired and not _PAIR_UNLESS.search(text, near, start)
        paired = paired and not (listed["zeros"] and _PAIR_UNLESS_TENS.search(text, near, start))
        return (Numeral(one.low, two.high, one.more, one.scale), listed.end()) if paired and one and two else None
    last, following = text[end - 1], text[end + 1 : end + 2]
    if end - start < _SHORTEST_HEAD or last not in DIGITS or following not in DIGITS or not following:
        return None
    stop = end + 2
    while text[stop : stop + 1] in SCALES and text[stop : stop + 1]:
        stop += 1
    rest, ahead = text[end + 2 : stop], text[start - 1 : start]
    if int(DIGITS[following]) - int(DIGITS[last]) != 1 or text[stop : stop + 1] in _NO_PAIR or ahead in _NO_PAIR_BEHIND:
        return None
    head = text[start : end - 1]
    low, high = parse_numeral(head + last + rest), parse_numeral(head + following + rest)
    if low is None or high is None or head[-1] not in SCALES:
        return None
    return Numeral(low.low, high.high, high.more, high.scale), stop


_SHORTEST_HEAD: Final = 2
_ARABIC_PAIR: Final = re.compile(_SIGNS["arabic_pair"])
_PAIR_UNLESS: Final = re.compile(_SIGNS["pair_unless"])
_PAIR_UNLESS_TENS: Final = re.compile(_SIGNS["pair_unless_tens"])
_LONGEST_EACH: Final = 24
_NO_PAIR: Final = frozenset(_SIGNS["no_pair_before"])
_NO_PAIR_BEHIND: Final = frozenset(_SIGNS["no_pair_behind"])
_TEN: Final = HAN_SCALES[0]
# No amount that is spoken of is longer; what is, is a code or noise.
_LONGEST_NUMERAL: Final = 60


def _has_scale(text: str) -> bool:
    return any(sign in SCALES for sign in text)


def _last_scale(text: str) -> int:
    """The powers of the scale signs at the end from 10000 on (“三十万” is 4), else that of one 百 or 千."""
    power = 0
    for sign in reversed(text):
        step = SCALES.get(sign, 0)
        if step < _TEN_THOUSAND:
            return power or (step if step >= _HUNDRED else 0)
        power += step
    return power


def _value(text: str) -> Decimal | None:
    if match := _DECIMAL.fullmatch(text):
        whole = _integer(match["whole"].replace(",", ""))
        if whole is None:
            return None
        digits = "".join(str(DIGITS.get(sign, sign)) for sign in match["digits"])
        shift = sum(SCALES[sign] for sign in match["scale"])
        return plain(Decimal(f"{whole}.{digits}").scaleb(shift))
    value = _integer(text.replace(",", ""))
    return None if value is None else Decimal(value)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent: 1.2E+12 becomes 1200000000000."""
    return (
        value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < Decimal(10) ** 27 else value
    )


def _integer(text: str) -> int | None:
    tokens = list(_tokens(text))
    if not tokens or "".join(sign for _, sign in tokens) != text:
        return None
    if not any(kind == "scale" for kind, _ in tokens):
        return int("".join(str(DIGITS.get(sign, sign)) for _, sign in tokens))
    return _scaled(tokens)


def _tokens(text: str) -> Iterable[tuple[str, str]]:
    """Numbers, digits and scales; digits in a row before a large scale are one number: “一二○七亿”, “六五亿”."""
    for match in _TOKEN.finditer(text):
        yield str(match.lastgroup), match[0]


def _scaled(tokens: list[tuple[str, str]]) -> int | None:
    """Sum of digits times scales; a scale of 10000 and more multiplies all of its section."""
    total = section = 0
    digit: int | None = None
    last_big, last_power, zero = 99, 0, False
    for kind, sign in tokens:
        if kind != "scale":
            if digit not in (None, 0):
                return None
            digit = int("".join(str(DIGITS.get(one, one)) for one in sign))
            zero = zero or digit == 0
            if kind == "number" and len(sign) > 1:
                zero = True
            continue
        power = SCALES[sign]
        if power < _TEN_THOUSAND:
            section += (digit or 1) * 10**power
        else:
            section += digit or 0
            if power >= last_big:
                total = (total + section) * 10**power
            else:
                total += (section or (1 if total == 0 else 0)) * 10**power
            section, last_big = 0, power
        digit, last_power, zero = None, power, False
    if digit:
        # “九百九” is 990, “三万五” 35000, “九百零九” and “1万600” as written.
        section += digit if zero or last_power < _HUNDRED or digit > 9 else digit * 10 ** (last_power - 1)
    return total + section
