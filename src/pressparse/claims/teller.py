"""Tellers: what a clause says of a number by its kind, before all other rules."""

import re
from collections.abc import Callable
from typing import Final

from pressparse.claims.behind import AMONG_WORDS
from pressparse.claims.draft import Pieces
from pressparse.claims.floor import LATER
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, PERCENT, RANK, Kind
from pressparse.claims.limit import says_none_over
from pressparse.claims.link import RATE_ENDS, is_function, role_of
from pressparse.claims.place import Place, Stretch, ends_in_verb
from pressparse.claims.stop import clause_behind, without_reaching
from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import is_place

_SIGN: Final = read_tree("quantities")["signs"]
_SCOPE_WORDS: Final = frozenset(read_words("scopes"))
_SCOPES: Final = tuple(sorted(read_words("scopes"), key=len, reverse=True))
_HANDLES: Final = frozenset(_SIGN["handles"])
_MEASURED_ENDS: Final = frozenset(_SIGN["measured_ends"])
_RANK_KINDS: Final = frozenset(_SIGN["rank_kinds"])
_NOUNS: Final = frozenset(read_tree("units")["count"]["nouns"])
_COPULA_SIGNS: Final = frozenset(word for word in _SIGN["copulas"] if len(word) == 1)
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHORT_VERB: Final = 2
_SHORTEST_NOUN: Final = 2
_NOTHING: Final[tuple[Pieces, str]] = ((), "")
_IS_WHAT: Final[str] = f"{_OF}{_SIGN['copulas'][0]}"
_INDICATORS: Final = read_words("indicators")
_RANKED: Final = re.compile(_SIGN["ranked_behind"])
_PERSON: Final[str] = _SIGN["people_units"][0]
_TOLL: Final = frozenset(_SIGN["toll"])
_MEASURES: Final = (*_INDICATORS, *_SIGN["nominal"])
_IS: Final = tuple(_SIGN["copulas"])
_LONE_UNITS: Final = frozenset(_SIGN["lone_units"])
_AMONG_THEM: Final = re.compile(_SIGN["among_them"])
# “总规模|50亿元的基金”
_SIZES: Final = tuple(_SIGN["rates"])
# “住户有4个月|宽限期”
_TERMS: Final = frozenset(_SIGN["terms_of"])
_BALANCES: Final = frozenset(_SIGN["balances"])
_SINCE_HIGH: Final = tuple(_SIGN["since_high"])
_COPULAS: Final = tuple(_SIGN["copulas"])
_REACHED: Final = tuple(_SIGN["mid_verbs"])
_SINCE_FIRST: Final = tuple(_SIGN["since_first"])
_TIME_NOUNS: Final = tuple(_SIGN["time_nouns"])
_WITHIN_LENGTH: Final = tuple(_SIGN["within_length"])


def _counted(place: Place, own: Stretch | None, noun: Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """“5家企业”: what is counted stands behind, or is the unit itself."""
    quantity, rest = place.quantity, place.behind
    people = noun is not None and place.text[slice(*noun)] == _PERSON
    if not own and (not noun or people) and (said := _said_to_be(place, noun[1] if noun else quantity.after)):
        # “其中3例|为|输入病例”, “5个人|是|博士”
        return (said,), "metric.clause"
    if quantity.unit in _LONE_UNITS:
        return ((quantity.unit_start, quantity.unit_end),), "metric.unit"
    if quantity.unit in _NOUNS and not rest.led:
        at = rest.start
        named = noun and at == quantity.end and place.words.sort(at, at + 1) == "noun"
        if not named:
            return ((quantity.unit_start, quantity.unit_end),), "metric.unit"
    if own and noun and _AMONG_THEM.search(place.text, own[1], quantity.start) and _opens_with_verb(place, noun):
        # “确定个案中已有2例达到条件”
        return (own,), "metric.before"
    if own and noun and place.text[slice(*noun)] == _PERSON and place.text[own[1] - 1] in _TOLL:
        # “全市死了|56个人”
        return (own,), "metric.before"
    if own and noun and _is_equated(place, own) and place.text.endswith(_MEASURES, *own):
        # “本澳的经屋需求|为7830个单位”
        return (own,), "metric.before"
    if own and noun and place.found.origin and place.sort == "noun" and not place.found.change:
        # “邦交国|从29个国家减为23个”
        return (own,), "metric.before"
    if own and rest.verb and noun and place.text[own[1] : quantity.start] in AMONG_WORDS:
        # “确诊个案中9人|死亡”
        return (noun,), "metric.behind"
    if (
        own
        and noun
        and rest.led
        and place.text.endswith(_INDICATORS, *noun)
        and not place.text.endswith(_MEASURES, *own)
    ):
        # “该厂以|15万的|销量夺冠”
        return (noun,), "metric.behind"
    if noun and not quantity.unit and rest.led and place.text[slice(*noun)] in _BALANCES:
        # “两队有大约|2000万|的差距”
        return (noun,), "metric.behind"
    # “邀请业界组成|52人的评审团”
    led = rest.led and not (own is not None and (ends_in_verb(place, own) or place.text[quantity.start - 1] == _HAVE))
    if noun and not (own and (led or rest.verb) and not place.found.gave):
        return (noun,), "metric.behind"
    return None


def _said_to_be(place: Place, after: int) -> Stretch | None:
    """The noun that so many are said to be up to the end of the clause: “3例|为|输入病例”; None where none is.

    `after` is where what is said begins.
    """
    text = place.text
    copula = next((word for word in _COPULAS if text.startswith(word, after)), "")
    start, end = clause_behind(text, after + len(copula), place.limit)
    closed = text[end : end + 1] in _CLAUSE_SIGNS and end - start >= _SHORTEST_NOUN and start not in place.starts
    return (start, end) if copula and closed and place.words.sort(start, end) == "noun" else None


_CLAUSE_SIGNS: Final = frozenset(_SIGN["clause"]) | {""}
_HAVE: Final[str] = _SIGN["there_is"]
_UNDERGOING: Final = tuple(_SIGN["undergoing"])


def _is_equated(place: Place, own: Stretch) -> bool:
    """Whether what stands before a number is said to be so many."""
    return place.text.startswith(_IS, own[1]) or _ONLY.fullmatch(place.text, own[1], place.quantity.start) is not None


_ONLY: Final = re.compile(_SIGN["only_so_many"])


def _standing(place: Place, own: Stretch | None, noun: Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """“第三大出口目的地国”: what is behind a kind of place names what stands there."""
    text, after = place.text, place.quantity.after
    if own and noun and noun[1] - noun[0] == 1:
        # “居世界造船产量第一大|国”
        return (own,), "metric.before"
    if noun and text[place.quantity.end - 1] in _RANK_KINDS:
        return (noun,), "metric.behind"
    if text.startswith(_IS_WHAT, after):
        # “排第二的是|冒充客服”
        rest = clause_behind(text, after + len(_IS_WHAT), place.limit)
        return ((rest,), "metric.behind") if rest[1] - rest[0] > 1 else None
    return None


def _amount(place: Place, own: Stretch | None, noun: Stretch | None, sort: str) -> tuple[Pieces, str] | None:
    """“3000万元资金”: money and measures of what stands behind, where what stands before is no measure."""
    spent = None if own or place.found.change else _SPENT_ON.match(place.text, place.quantity.after)
    if spent:
        # “其中3亿元用于|道路建设”
        start, end = clause_behind(
            place.text, spent.end(), min(max(place.limit, spent.end() + _LONGEST_AIM), len(place.text))
        )
        end -= next((len(word) for word in _SPENT_ENDS if place.text.endswith(word, start + 1, end)), 0)
        return (((start, end),), "metric.clause") if end - start > 1 else None
    if dimension := _dimension(place):
        return (dimension,), "metric.behind"
    if noun and place.quantity.kind is MONEY and place.text.startswith(_BY, own[1] if own else place.found.end):
        # “以近40万元|得标”
        return (noun,), "metric.behind"
    if not noun or place.behind.verb:
        return None
    text, quantity, found = place.text, place.quantity, place.found
    if place.behind.led and noun[1] - noun[0] == 1 and not found.gave:
        # “年收入10万元以上的村”: so many are counted elsewhere.
        return None
    alone = quantity.rule == "measure.force" or says_none_over(text, quantity.start, quantity.after)
    if not own or found.gave or alone or _such(text, found.end):
        return (noun,), "metric.behind"
    if text[slice(*noun)] in _BALANCES and not text.endswith(_INDICATORS, *own):
        # “对日本有240亿美元|逆差”
        return (noun,), "metric.behind"
    # “每年收取|1港元的象征式租金”
    made = quantity.kind is MEASURE and sort == "noun" and not found.change
    taken = ends_in_verb(place, own) and (place.behind.led or made or _is_found_there(place, own))
    taken = taken or (made and noun[1] - noun[0] > 1 and _is_held(place, own))
    # “以|9600元的工资中位数聘请学徒”
    taken = taken or (place.behind.led and text[quantity.start - 1] == _BY)
    taken = taken or _ONE_OF.search(text, *own) is not None
    weak = quantity.after > quantity.end or taken or (place.behind.led and own[1] - own[0] <= _SHORT_VERB + 1)
    # “规模为|8000万美元的基金”, “提供数额达|2亿元的拨款” name the fund alone.
    last = place.words.before(own[1])
    verb = place.words.before(last.start) if last is not None and text[last.start : own[1]] in _SUMS else None
    given = verb is not None and role_of(text[verb.start : verb.end]) == "give"
    sized = text.endswith(_SIZES, *own) and text[slice(*own)] not in _SIZES
    # “月薪|九千元的人可减免学费”
    people = text[noun[0]] == _PERSON or text[noun[1] - 1] in _PERSON_ENDS
    earned = place.behind.led and people and text.endswith(_INDICATORS, *own)
    measured = (text[own[1] - 1] in _MEASURED_ENDS or sized or earned) and not given
    weak = weak or (given and place.behind.led)
    return ((noun,), "metric.behind") if weak and not measured else None


_SUMS: Final = frozenset(_SIGN["sums"])


def _dimension(place: Place) -> Stretch | None:
    """What a measure is one of by the word behind it: “在160公里的|时速|下”, but “30米|深度|报道”."""
    if place.quantity.kind is not MEASURE:
        return None
    at = place.behind.start if place.behind.led else place.quantity.after
    size = next((len(word) for word in _DIMENSIONS if place.text.startswith(word, at)), 0)
    follower = place.words.starting(at + size) if size else None
    return (at, at + size) if size and (follower is None or follower.sort != "noun") else None


_DIMENSIONS: Final = tuple(_SIGN["dimension_names"])
_PERSON_ENDS: Final = frozenset(_SIGN["person_ends"])
_BY: Final[str] = _SIGN["by_means"]
_SPENT_ENDS: Final = tuple(_SIGN["spent_ends"])
_LONGEST_AIM: Final = 12
_SPENT_ON: Final = re.compile(_SIGN["spent_on"])


def _is_held(place: Place, own: Stretch) -> bool:
    """Whether 有, 着 or 了 says that so much of what stands behind is there: “仓库存放着|300吨|大米”."""
    said = place.text[own[1] - 1 : place.quantity.start]
    return any(sign in said for sign in _HOLDING) and not place.text.endswith(_MEASURES, *own)


_HOLDING: Final = (*_SIGN["owning"], _SIGN["no_noun_ends"][-1])
# “铺设一条|30米长的便道”
_ONE_OF: Final = re.compile(_SIGN["one_of_them"])


def _ends_in_place(place: Place, own: Stretch) -> bool:
    """Whether what stands before a number ends in the name of a place: “支撑着|海西|四分之一的用水需求”."""
    word = place.words.before(own[1])
    # “出口占广东20%的份额” is of exports.
    named = word is not None and word.start >= own[0] and is_place(place.text[word.start : word.end])
    return named and _SHARE not in place.text[slice(*own)]


_SHARE: Final[str] = _SIGN["share_sign"]


def _is_found_there(place: Place, own: Stretch) -> bool:
    """Whether what was done somewhere stands before a number: “在车内|搜出”, “从体内|排出”."""
    verb = place.words.before(own[1])
    return verb is not None and verb.start > own[0] and place.text[verb.start - 1] in _PLACE_ENDS


_PLACE_ENDS: Final = frozenset(_SIGN["within_ends"])


def _portion(place: Place, own: Stretch | None, noun: Stretch | None, sort: str) -> tuple[Pieces, str] | None:
    """“将20%的收益”, “减免四分之一租金”: a part of what stands behind."""
    led, found, text = place.behind.led, place.found, place.text
    if own is None and not found.change and text.startswith(_SIGN["copulas"][0], place.quantity.after):
        # “当中超过四成是|高才通”
        rest = clause_behind(text, place.quantity.after, place.limit)
        if rest[1] - rest[0] > 1 and place.words.sort(*rest) == "noun":
            return (rest,), "metric.behind"
    if not noun or sort != "noun" or place.behind.verb:
        return None
    alone = not place.joined and text[noun[0]] not in _COPULA_SIGNS
    if own is None and not found.change and (led or alone):
        # “一半以上的乡镇已经通了公路”, “获5%折扣优惠”
        return (noun,), "metric.behind"
    if own is None and led and text[slice(*found.changed)].removesuffix(_DONE) in _DONE_TO:
        # “预警10秒,可减少|39%的|人员伤亡”, “降低了|76%的|感染率”
        return (noun,), "metric.behind"
    scope = own is not None and (text.endswith(_SCOPES, *own) or _ends_in_place(place, own))
    if (
        led
        and own
        and (place.verbal or scope or text[own[1] - 1] in _HANDLES or (not found.change and ends_in_verb(place, own)))
    ) or (found.gave and not led and not found.change):
        return (noun,), "metric.behind"
    # “海关收取|15%|关税”
    imposed = own is not None and found.end == place.quantity.start and text.endswith(_UNDERGOING, *own)
    return ((noun,), "metric.behind") if imposed and not found.change else None


_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_DONE_TO: Final = frozenset(_SIGN["done_to"])


def _lasting(place: Place, own: Stretch | None, noun: Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """What lasts: “连续两年获得表彰” stands behind, “免费使用1年” before."""
    text, quantity, found = place.text, place.quantity, place.found
    if place.behind.led and noun:
        return (noun,), "metric.behind"
    later = place.words.starting(quantity.after) if text.startswith(LATER, quantity.after) else None
    if later is not None and text[later.start : later.end] in LATER:
        # “预计4年后|突破6万人”: what is spoken of was named before.
        return ((own,), "metric.before") if own else _NOTHING
    if text.startswith(_WITHIN_LENGTH, quantity.after):
        # “40天里运送旅客5523万人次”: what lasted was named before.
        return ((own,), "metric.before") if own else _NOTHING
    record = text.startswith(_SINCE_HIGH, quantity.after) and (
        # “是11年来新高”
        place.verbal or text.endswith((*_REACHED, *_COPULAS), 0, quantity.start)
    )
    if record or text.startswith(_SINCE_FIRST, quantity.after):
        # “是16年来第一次低于1000亿”, “创下|12年来新高”: what that is was named before.
        return _NOTHING
    within = text[quantity.end : quantity.after].endswith(_SIGN["within"])
    if own and text.endswith(_SIGN["ago_of"][3], 0, own[1]):
        # “前3个月免租金”
        own = None
    if found.steady or within or not own:
        at = quantity.after
        spent = at + next((len(word) for word in _TIME_NOUNS if text.startswith(word, at)), 0)
        rest = clause_behind(text, spent, place.limit)
        if spent > at and not own and rest[1] - rest[0] <= 1:
            # “用了三年时间|建成”, but “三年时间了”
            rest = clause_behind(text, at, place.limit)
        # “三年内|就业率|要达到九成”
        rest = (rest[0], without_reaching(text, *rest, place.words))
        said = text[rest[0] : rest[1]]
        long = rest[1] - rest[0] > (2 if own else 1) or said[-1:] in RATE_ENDS
        if long and said not in _SCOPE_WORDS and not is_function(said):
            # “连续7年位居全球|第一”
            ranked = _RANKED.match(text, rest[1])
            return ((rest[0], ranked.end() if ranked else rest[1]),), "metric.clause"
    if own is not None and (aim := _done_in(place, own)) is not None:
        return (aim,), "metric.clause"
    if (found.modifier or found.steady) and text.startswith(_UNDONE, quantity.after):
        # “都市已经超过10年|未调整”
        end = clause_behind(text, quantity.after, place.limit)[1]
        if end - quantity.after > _SHORTEST_NOUN:
            return ((quantity.after, end),), "metric.clause"
    # “用了大约5年|时间”
    idle = own is not None and noun is not None and text[slice(*noun)] in _TIME_NOUNS
    # “云岭|15分钟|生活圈”, “进行|14天|观察”
    beside = own is not None and found.end == quantity.start
    placed = own is not None and beside and (text.endswith(_UNDERGOING, *own) or _ends_in_place(place, own))
    if noun and not idle and (found.modifier or found.gave or placed or not own or text[noun[1] - 1] in _TERMS):
        return (noun,), "metric.behind"
    return ((own,), "metric.before") if own else _NOTHING


def _done_in(place: Place, own: Stretch) -> Stretch | None:
    """What somebody is given so much time for: “会给予业主|1年时间|遵从指示”, “希望以|1年时间|完成检讨”; else None."""
    text, after, words = place.text, place.quantity.after, place.words
    spent = after + next((len(word) for word in _TIME_NOUNS if text.startswith(word, after)), 0)
    given = text.endswith(_BY, own[1], place.quantity.start) or _GRANTING.search(text, *own) is not None
    rest = clause_behind(text, spent, place.limit) if spent > after and given else (0, 0)
    closed = text[rest[1] : rest[1] + 1] in _CLAUSE_SIGNS and rest[1] - rest[0] > 1
    first = words.starting(rest[0]) if closed else None
    return rest if first is not None and first.sort == "verb" else None


_UNDONE: Final = tuple(_SIGN["still_not"])
_GRANTING: Final = re.compile(_SIGN["granting"])


def _opens_with_verb(place: Place, noun: Stretch) -> bool:
    """Whether the first word of what stands behind a number is no noun."""
    first = next((at for at in range(noun[0] + 2, noun[1]) if not place.words.splits(at)), noun[1])
    return place.words.sort(noun[0], first) != "noun"


def _such(text: str, at: int) -> bool:
    """Whether “如” stands at `at` or before it."""
    return text[at - 1 : at + 1].startswith(_SIGN["such_as"]) or text[at : at + 1] == _SIGN["such_as"]


_Teller = Callable[[Place, Stretch | None, Stretch | None, str], tuple[Pieces, str] | None]
# What the clause says of a kind of number, before all others.
BY_KIND: Final[dict[Kind, _Teller]] = {
    COUNT: _counted, RANK: _standing, DURATION: _lasting, MONEY: _amount, MEASURE: _amount, PERCENT: _portion,
}  # fmt: skip
