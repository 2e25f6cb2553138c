"""Verdicts: what a quantity is by its unit and what stands around it: a claim, a date, a name, or nothing."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from pressparse.claims.bare import MONEY_NOUN, REACHED, REACHED_ENDS, tell_bare
from pressparse.claims.kind import COUNT, DATE, DURATION, LABEL, MEASURE, MONEY, ORDINAL, PERCENT, RANK
from pressparse.claims.length import read_length, roc_plan, roc_years_listed
from pressparse.claims.modifier import ends_in, is_after_change, is_article, is_evident, is_modified
from pressparse.claims.numeral import HAN_DIGITS, RUN
from pressparse.claims.ordinal import label, noun_follows, unclaimed
from pressparse.claims.quantity import Quantity
from pressparse.claims.unit import find_unit
from pressparse.claims.word import is_inside_word, points
from pressparse.lexicon import one_of, read_tree
from pressparse.text.tag import cut_words

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_ONE: Final[str] = _SIGN["one"]
_DIGITS: Final = frozenset("0123456789")
_ANNOUNCEMENTS_NOUNS: Final = tuple(_TREE["announcements"]["nouns"])
_COUNTED_OFF: Final = re.compile(_TREE["announcements"]["counted_off"])
_COUNTING: Final[str] = _TREE["announcements"]["counting"]
_TOLD: Final = tuple(_TREE["announcements"]["told"])
_CLOCK_BEFORE: Final = tuple(_TREE["clock"]["before"])
_CLOCK_MORE: Final = tuple(_TREE["clock"]["more"])
_CLOCK_AT: Final = tuple(_TREE["clock"]["at"])
_SCORED: Final = re.compile(_TREE["clock"]["scored"])
_DISCOUNT: Final[str] = read_tree("units")["names"]["discount"]
_SET_UP: Final = re.compile(_TREE["clock"]["set_up"])
_SCORED_BEHIND: Final = re.compile(_TREE["clock"]["scored_behind"])
_LONGEST_CLOCK: Final = 24
_CLOCK_UNLESS: Final = tuple(_TREE["clock"]["unless"])
_ORDINALS_MEETINGS: Final = tuple(_TREE["ordinals"]["meetings"])
_ORDINALS_UNLESS_BEFORE: Final = tuple(_TREE["ordinals"]["unless_before"])
# “共举行|了|73次会议”
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_QUAKE_AFTER: Final = tuple(_TREE["quake"]["after"])
_QUAKE_BEFORE: Final = tuple(_TREE["quake"]["before"])
_SLOGAN: Final = re.compile(_SIGN["slogan"])
_HAN: Final = frozenset(HAN_DIGITS)


def tell(text: str, quantity: Quantity, start: int, *, region: str, on: date | None) -> Quantity | None:
    """The quantity as the claim, date or label that it is by its unit and surroundings; None when it says nothing."""
    kind = quantity.kind
    if kind is PERCENT and text[start] in _DIGITS and text[quantity.start - 1 : quantity.start] != _QUOTE:
        return quantity
    if kind is LABEL:
        return roc_plan(text, quantity, region) or _labelled(text, quantity)
    if kind is MEASURE and _is_spec(text, quantity):
        return label(text, quantity.start, quantity.end + text.startswith(_CLASS, quantity.end), "label.spec")
    counted = kind is COUNT or kind is DURATION
    if text[start] not in _DIGITS and kind is not PERCENT:
        if is_inside_word(text, quantity):
            return label(text, quantity.start, quantity.end, "label.word")
        if kind in _POINTED and points(text, quantity):
            return None
    # “车费改为“两折””
    alone = text[quantity.end - 1] == _DISCOUNT and text[quantity.end : quantity.end + 1] == _QUOTE_END
    if (counted or text[quantity.start - 1 : quantity.start] == _QUOTE) and not alone and _in_slogan(text, quantity):
        return label(text, quantity.start, quantity.end, "label.slogan")
    if text[start] in _LEADERS and kind is not PERCENT and _leads_without_modifier(text, quantity, start):
        return None
    if kind is DURATION:
        return read_length(text, quantity, region, on)
    if kind is COUNT:
        bare = not quantity.unit
        return _bare(text, quantity, region) if bare else _standing(text, quantity) or _counted(text, quantity)
    if kind is MONEY and text[quantity.end - 1] == _PIECE and _is_piece(text, quantity, region):
        return _piece(text, quantity)
    if (
        text[start] == _ONE
        and kind is not PERCENT
        and (_NOT_EVEN.match(text, quantity.end) or (text[start : quantity.end] == _ONE + _PIECE and kind is MONEY))
    ):
        # “一毛都没有调”, “政府补一块,企业投一块”
        return None
    return _measured(text, quantity) if kind is MEASURE else quantity


def _bare(text: str, quantity: Quantity, region: str) -> Quantity | None:
    """A number without a unit: the first of two years of Taiwan, or so much of something."""
    end = quantity.end
    if text[quantity.start] not in _DIGITS and text.startswith(_CASES, end):
        # “四十几个|案”: in figures 个案 is what is counted.
        return quantity.but(unit=_INDIVIDUAL, unit_start=end, unit_end=end + 1, end=end + 1, after=end + 1)
    listed = region == "TW" and text[quantity.start] in _DIGITS
    year = roc_years_listed(text, quantity) if listed else None
    return year or tell_bare(text, quantity, region)


def _measured(text: str, quantity: Quantity) -> Quantity | None:
    """A measure: neither “一米” that says but “a”, nor “8点20分” of a clock."""
    if text[quantity.start] == _ONE and quantity.end - quantity.start < len(text):
        unit = text[quantity.start + 1 : quantity.end]
        if quantity.low == 1 and find_unit(unit, 0) and not is_evident(text, quantity):
            return None
    if _RISING.fullmatch(text, max(quantity.start - 1, 0), quantity.end) and not noun_follows(text, quantity.end):
        return label(text, quantity.start, quantity.end, "label.slogan")
    return _score(text, quantity) if quantity.unit in _SCORE_UNITS else quantity


_CASES: Final[str] = _SIGN["individual_cases"]
_RISING: Final = re.compile(_SIGN["rising"])
_NOT_EVEN: Final = re.compile(_SIGN["not_even"])
_POINTED: Final = frozenset((COUNT, MONEY))
_QUOTE: Final[str] = _SIGN["quote"]
_QUOTE_END: Final[str] = _SIGN["quote_end"]
_LEADERS: Final = frozenset(_SIGN["leaders"])
_SCORE_UNITS: Final = frozenset(_SIGN["score_units"])
# 块 is money by its unit.
_PIECE: Final[str] = _TREE["pieces"]["unit"]
_PRICE_CHANGE: Final = frozenset(_SIGN["price_change"])
_DIVIDING: Final = frozenset(_SIGN["dividing"])
_FEW_PIECES: Final = 10
_MANY_PIECES: Final = 100
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_LARGE: Final = 4
_PLANS: Final = tuple(_TREE["pieces"]["plans"])
_PAID_AHEAD: Final = frozenset(_TREE["pieces"]["paid_ahead"])
_PIECES_BEHIND: Final = re.compile(_TREE["pieces"]["things"])
_PIECE_WORDS: Final = re.compile(one_of(_TREE["pieces"]["words"]))


def _piece(text: str, quantity: Quantity) -> Quantity | None:
    """The pieces that a number with 块 counts; None for “一块” and for parts (“这笔钱分三块”)."""
    start, end = quantity.start, quantity.end
    if is_article(text[start:end]) and not is_evident(text, quantity):
        return None
    if text[start - 1 : start] in _DIVIDING and Decimal(quantity.high) <= _FEW_PIECES:
        return None
    return quantity.but(kind=COUNT, unit=_PIECE, unit_start=end - 1, unit_end=end, rule="count.piece")


def _is_piece(text: str, quantity: Quantity, region: str) -> bool:
    """“三块牌子”, “集成电路产量突破40亿块”: a thing that is counted, where “5块一斤” is money."""
    follower = text[quantity.end : quantity.end + 1]
    if follower in _PRICE_CHANGE:
        # “票价从5块降到3块”
        return False
    if follower == _OF:
        # “399块的月票”
        return False
    if text[quantity.start - 1 : quantity.start] in _DIVIDING and Decimal(quantity.high) <= _FEW_PIECES:
        return True
    small = Decimal(quantity.low) < _MANY_PIECES
    if MONEY_NOUN.match(text, quantity.end) and not (small and text.startswith(_PLANS, quantity.end)):
        # “3万块工资”, but “3块工程”
        return False
    raised = region != "CN" and quantity.scale >= _LARGE and text[quantity.start - 1 : quantity.start] in _PAID_AHEAD
    if raised and _PIECES_BEHIND.match(text, quantity.end) is None:
        # “从3万块调高到|6万块财源有困难吗”, but “6万块砖”
        return False
    if noun_follows(text, quantity.end) and follower not in _TREE["pieces"]["price_before"] and follower not in _DIGITS:
        return follower not in _HAN
    if region != "CN" and isinstance(quantity.low, Decimal) and quantity.low >= _MANY_PIECES:
        # “租金3万块以上”
        return False
    return _PIECE_WORDS.search(text, max(quantity.start - 16, 0), quantity.start) is not None


def _in_slogan(text: str, quantity: Quantity) -> bool:
    """Inside a short quotation without a clause of its own: “四个意识”, “十大攻坚工程”."""
    start = quantity.start
    opening = text.rfind(_QUOTE, start - 9 if start > 9 else 0, start)
    if opening >= 0 and quantity.scale >= _LARGE and ends_in(REACHED, REACHED_ENDS, text, start):
        # “「社会价值暨产值达100亿」”
        return False
    if opening < 0 or text.rfind(_QUOTE_END, opening, quantity.start) > opening:
        return False
    return _SLOGAN.match(text, opening) is not None


def _leads_without_modifier(text: str, quantity: Quantity, start: int) -> bool:
    """“亿元以上项目”, “万人空巷”: a scale alone is a number only behind “近”, “突破”, “上”."""
    if quantity.modifier == "more_than" or quantity.low != quantity.high:
        return False
    run = RUN.match(text, start)
    if run is None or any(char in _HAN or char in _DIGITS for char in run[0]):
        return False
    if len(run[0]) > 1 and MONEY_NOUN.match(text, quantity.end) and not text.startswith(_PLANS, quantity.end):
        # “拿千万年薪”, “百亿现金”
        return False
    return not is_modified(text, quantity.start)


def _is_spec(text: str, quantity: Quantity) -> bool:
    """“12吋新厂”, “62公斤级”, “110米栏”: a size or a class that is a part of a name."""
    if text.startswith(_CLASS, quantity.end) or (quantity.unit in _RUN and text.startswith(_EVENTS, quantity.end)):
        return True
    # “55吋电视”, but “3吋厚”
    sized = text[quantity.end : quantity.end + 1] in _DIMENSIONS
    sized = sized and not noun_follows(text, quantity.end + 1)
    return quantity.unit in _SPECS and not sized and noun_follows(text, quantity.end)


_CLASS: Final[str] = _SIGN["class_sign"]
_EVENTS: Final = tuple(_SIGN["events"])
_RUN: Final = frozenset(_SIGN["raced"])
_SPECS: Final = frozenset(_SIGN["specs"])
_DIMENSIONS: Final = frozenset(_SIGN["dimensions"])


def _labelled(text: str, quantity: Quantity) -> Quantity:
    if quantity.unit == _HOUR and isinstance(quantity.low, Decimal) and quantity.low <= _DAY_HOURS:
        # “访客至下午3时|突破400万人次”
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if quantity.unit in _TREE["quake"]["unit"]:
        unit = quantity.unit
        if text.startswith(_QUAKE_AFTER, quantity.end) or text.endswith(_QUAKE_BEFORE, 0, quantity.start):
            return quantity.but(kind=MEASURE, unit=unit, rule="measure.force")
    if quantity.unit == _TERM and _CONTRACTED.match(text, quantity.end):
        # “批出10年|期专营权”, but “10年期国债”
        end = quantity.end - 1
        years = quantity.but(kind=DURATION, unit=text[end - 1], unit_start=end - 1, unit_end=end, end=end)
        return years.but(after=quantity.end, rule="duration.term")
    return quantity.but(low=text[quantity.start : quantity.end], high=text[quantity.start : quantity.end])


_TERM: Final[str] = _TREE["contracts"]["term"]
_CONTRACTED: Final = re.compile(_TREE["contracts"]["behind"])


def _counted(text: str, quantity: Quantity) -> Quantity | None:
    unit = quantity.unit
    if text[quantity.start] in _DIGITS and unit not in _ODD_COUNTED:
        if unit in _FLOORS and text.endswith(_HOUSES, 0, quantity.start):
            return label(text, quantity.start, quantity.end, "label.floor")
        if unit == _INDIVIDUAL and _ANNOUNCED_PARTS.match(text, quantity.end):
            return label(text, quantity.start, quantity.end, "label.announcement")
        return quantity
    said = text[quantity.start : quantity.end]
    han = said[0] not in _DIGITS
    if han and said[0] == _ONE and len(said) <= 1 + len(unit) and not is_evident(text, quantity):
        return None
    if unit in _NUMBERED and han and not text.endswith(_ORDINALS_UNLESS_BEFORE, 0, quantity.start):
        return unclaimed(ORDINAL, text, quantity.start, quantity.end, "ordinal.session")
    held = text.endswith(_ORDINALS_UNLESS_BEFORE, 0, quantity.start - text.endswith(_DONE, 0, quantity.start))
    if unit == _MEETING and not held and text.startswith(_ORDINALS_MEETINGS, quantity.end):
        return unclaimed(ORDINAL, text, quantity.start, quantity.end, "ordinal.meeting")
    if han and (_announces(text, quantity, said) or _told_in_points(text, quantity)):
        return None
    if han and ((unit == _PERSON and text.startswith(_GAMES, quantity.end)) or _SYSTEM.match(text, quantity.end)):
        # “三人篮球”, “两部制水价”
        return label(text, quantity.start, quantity.end, "label.name")
    if said[0] == _ZERO and unit == _OCLOCK:
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if unit == _OCLOCK and _is_clock(text, quantity):
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if han and unit in _ANNOUNCED and (len(said) - len(unit) < 2 or said[: -len(unit)] in _SMALL):
        return None
    return quantity


def _is_clock(text: str, quantity: Quantity) -> bool:
    """“9点开会”, “0点到9点”, “到刚刚9点多”: a time of the day, where “下跌9点” and “提出3到5点建议” count."""
    start, end = quantity.start, quantity.end
    changed = is_after_change(text, start) or text[max(start - 2, 0)] in _PRICE_CHANGE
    if Decimal(quantity.high) > _DAY_HOURS or changed:
        return False
    near = max(start - _LONGEST_CLOCK, 0)
    scored = _SCORED.search(text, near, start) or _SCORED_BEHIND.match(text, end) or _SET_UP.search(text, near, start)
    if scored and not text.endswith(_CLOCK_BEFORE, 0, start):
        # “指数从9点回落到5点”, “签到每天10点积分”
        return False
    if text.startswith(_CLOCK_MORE, end) or RUN.match(text, end) or text.endswith(_CLOCK_BEFORE, 0, start):
        return True
    if text[start] not in _DIGITS:
        # “自己在十一点|刷了五百单”, but “在三点上有共识”, “在十点意见中”
        late = Decimal(quantity.low) >= _LATE and text.startswith(_AT_HOUR, start - 1)
        return late and not text.startswith(_POINTS_BEHIND, end) and not text.startswith(_CLOCK_UNLESS, end)
    if "." in text[start:end] or text.startswith(_CLOCK_UNLESS, end):
        return False
    return quantity.rule.endswith(" range") or text.endswith(_CLOCK_AT, 0, start)


_LATE: Final = 5
_AT_HOUR: Final[str] = _TREE["clock"]["in_hour"]
_POINTS_BEHIND: Final = tuple(_TREE["clock"]["points_behind"])


def _announces(text: str, quantity: Quantity, said: str) -> bool:
    """Whether a number only says how many points follow: “三个方面”, “分三点来讲”, “用三个方法补:一是…”."""
    end, unit = quantity.end, quantity.unit
    if Decimal(quantity.high) > _MOST_ANNOUNCED:
        # “查处一百二十个|问题”
        return False
    noun = next((word for word in _ANNOUNCEMENTS_NOUNS if text.startswith(word, end)), "")
    # “三招”, but “一百二十场|招聘会”
    whole = len(noun) > 1 or (noun != "" and cut_words(text[end : end + _LONGEST_WORD])[0] == noun)
    if whole or (unit == _OCLOCK and text.startswith(_TOLD, end)):
        return True
    return unit in _COUNTING and said[: -len(unit)] in _SMALL and _COUNTED_OFF.match(text, end) is not None


def _told_in_points(text: str, quantity: Quantity) -> bool:
    """“想说明|两点。”: so many points follow."""
    ends = text[quantity.end : quantity.end + 1] in _SIGN["clause"]
    return (
        ends
        and quantity.unit == _OCLOCK
        and _TELLING.search(text, max(quantity.start - _LONGEST_TELLING, 0), quantity.start) is not None
    )


_MOST_ANNOUNCED: Final = 24
_LONGEST_WORD: Final = 4
_LONGEST_TELLING: Final = 8
_TELLING: Final = re.compile(_TREE["announcements"]["telling"])


def _standing(text: str, quantity: Quantity) -> Quantity | None:
    """“排名从二十三名降到三十一名”: a place among others; None for people who are counted."""
    moved = text[quantity.end : quantity.end + 1] in _PRICE_CHANGE
    if quantity.unit != _PLACE or (noun_follows(text, quantity.end) and not moved):
        return None
    placed = _STANDINGS.search(text, *_sentence(text, quantity)) is not None
    return quantity.but(kind=RANK, unit="", unit_start=0, unit_end=0, rule="rank.standing") if placed else None


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the sentence of a number begins, no further back than a long one, and where the number does."""
    start = max(quantity.start - _LONGEST_STANDING, 0)
    return max(start, *(text.rfind(sign, start, quantity.start) + 1 for sign in _STOPS)), quantity.start


_LONGEST_STANDING: Final = 60
_STOPS: Final[str] = _SIGN["stops"]
_PLACE: Final[str] = _SIGN["people_units"][1]
_STANDINGS: Final = re.compile(_SIGN["standings"])
_PERSON: Final[str] = _SIGN["people_units"][0]
_SYSTEM: Final = re.compile(_SIGN["system"])
_GAMES: Final = tuple(_SIGN["games"])
_ZERO: Final[str] = _SIGN["zero"]
_SMALL: Final = frozenset(_SIGN["small"])
_NUMBERED: Final = frozenset(_TREE["ordinals"]["units"])
_ANNOUNCED: Final = frozenset(_TREE["announcements"]["nouns_of_units"])
_MEETING: Final[str] = _TREE["ordinals"]["meeting_unit"]
_OCLOCK: Final[str] = _TREE["clock"]["oclock"]
# Behind digits only these may say anything but a count: “3次会议”, “8点”.
_FLOORS: Final = frozenset(_TREE["floors"]["units"])
_HOUSES: Final = tuple(_TREE["floors"]["before"])
_INDIVIDUAL: Final[str] = _SIGN["individual"]
# “主要包括以下6个方面:”
_ANNOUNCED_PARTS: Final = re.compile(f"{one_of(_TREE['announcements']['parts'])}[:。,]")
_ODD_COUNTED: Final = frozenset((_MEETING, _OCLOCK))


_HOUR: Final[str] = _TREE["clock"]["hour"]
_DAY_HOURS: Final = 24
# “8点20分”, “八点二十分” behind “晚上”: a time of the day, where “9.8分” is a score.
_HOUR_AND_MINUTE: Final = re.compile(_TREE["clock"]["said"])


def _score(text: str, quantity: Quantity) -> Quantity | None:
    said = text[quantity.start : quantity.end]
    if _HOUR_AND_MINUTE.fullmatch(said):
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if said[0] not in _DIGITS and len(said) < 3:
        return None
    if text[quantity.start - 1 : quantity.start] in _TREE["clock"]["oclock"] + _TREE["clock"]["hour"]:
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    # “得到8分”: points are counted.
    return quantity.but(kind=COUNT) if quantity.kind is MEASURE else quantity
