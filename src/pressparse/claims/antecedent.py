"""Antecedents: what a number measures whose own clause does not say it."""

import re
from typing import Final

from pressparse.claims.comparison import COMPARED, WITH
from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, MULTIPLE, PERCENT, POINTS, RANK
from pressparse.claims.layout import Layout
from pressparse.claims.link import change_at_end
from pressparse.claims.phrase import Words
from pressparse.claims.place import Place
from pressparse.claims.pointer import is_hollow, pointer_start
from pressparse.claims.topic import acted_on, announced, asked, bare_topic, contrasted, first_phrase, listed_ahead
from pressparse.claims.turned import find_handed, find_turned
from pressparse.lexicon import read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_THAT_IS: Final = re.compile(_SIGN["that_is"])
# A clause that only says from where, or against what, things are looked at.
_ASIDE: Final = tuple(_SIGN["views"])
_ABSOLUTE: Final = frozenset((MONEY, MEASURE, COUNT, DURATION))
_RELATIVE: Final = frozenset((PERCENT, POINTS, MULTIPLE, RANK))
_AMONG: Final = tuple(_SIGN["among"])
_CHANGE_NOUNS: Final = frozenset(_SIGN["change_nouns"])
_COMPARE: Final = tuple(read_tree("periods")["base"]["plain"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_CLAUSE_SIGNS: Final[str] = _SIGN["clause"]
_NOBODY: Final = frozenset(_SIGN["nobody"])
_SEMICOLON: Final = ";"
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_ARRIVED: Final = frozenset((*_SIGN["join_word"], *_SIGN["arrivals"], *_SIGN["arrived_at"]))
_AMOUNTS: Final = frozenset((MONEY, COUNT, MEASURE))
# What so many of these are is not told by the unit.
_VAGUE: Final = frozenset(_SIGN["vague_units"])
_TURNS: Final = frozenset(_SIGN["turning"])
_NEAR: Final = 4
_LONGEST_VIEW: Final = 8
_LATER_ON: Final = tuple(_SIGN["afterwards"])
_BY_TIME: Final = re.compile(_SIGN["by_time"])


def carry(place: Place, drafts: list[Draft], layout: Layout, since: int, *, compared: bool) -> tuple[Pieces, str]:
    """The metric of the number before (for a change, of its unit), or the subject of the last clause.

    `drafts` are the numbers before it in its sentence, which begins at `since`.
    """
    kind = place.quantity.kind
    ahead = place.clause - 1
    listed = listed_ahead(place.text, layout.clause_start(ahead), ahead) if place.found.each else None
    one = listed or (_one_of_them(place, drafts[-1], layout) if drafts else None)
    if one is None and place.found.change:
        one = find_turned(place, layout, drafts[-1].quantity.after if drafts else since)
    if one is not None:
        return (one,), "metric.subject"
    if compared and (pieces := _changed(place, drafts)):
        return pieces, "metric.carried"
    start, end = place.found.changed
    named = place.text[start:end] in _CHANGE_NOUNS
    if named and kind is PERCENT and drafts and drafts[-1].quantity.kind in _ABSOLUTE and drafts[-1].fact.metric:
        # “夏粮总产41.9万吨,减产3.1%”
        return drafts[-1].fact.metric, "metric.carried"
    noun = end - start > 1 and place.text[end - 1] != _DONE
    if named or (noun and place.text[start - 1] == _OF and not _is_dated(place, start - 1)):
        # “预估减产7200吨”, “已经实现的成长是1.9%”
        return ((start, end),), "metric.before"
    field = drafts[-1].quantity if kind is RANK and drafts and drafts[-1].quantity.start > place.clause else None
    if field is not None and field.kind is COUNT and place.text[field.after] not in _SIGN["list_words"]:
        # “在全市13个县中排第二”: the counties are the field; but “建成书屋70个、居全省第四”.
        drafts = drafts[:-1]
    if (
        not compared
        and kind in _ABSOLUTE
        and drafts
        and (drafts[-1].quantity.kind in _RELATIVE or (drafts[-1].quantity.kind is DURATION is not kind))
        and not _THAT_IS.search(place.text, place.clause, place.quantity.start)
        # “盈利跌9.38%,至|11.52亿元”
        and place.text[max(place.clause, drafts[-1].quantity.after) : place.quantity.start] not in _ARRIVED
    ):
        # “收入1.8万元,增长8.4%,排第3位;全年能够突破1.9万元”
        like = [draft for draft in drafts if draft.quantity.unit == place.quantity.unit and draft.fact.metric]
        drafts = like[-1:] or drafts
    drafts = _spoken_of(place, drafts)
    if told := _telling_apart(place, drafts):
        return told, "metric.carried"
    if not drafts:
        return _subject(place, layout, since)
    if other := contrasted(place.text, layout, drafts[-1].quantity.after, place.clause, place.starts):
        return (other,), "metric.subject"
    last = drafts[-1]
    if bare := topic_ahead(place, layout, last.quantity.after):
        # “1美元用32元去抓,毛利率,守三成”
        return (bare,), "metric.subject"
    if nearer := _between(place, last, layout):
        return (nearer,), "metric.subject"
    if last.fact.rule.startswith("metric.clause") and last.head[1] > last.head[0]:
        return (last.head,), "metric.carried"
    # “…增至38.4亿元;卖地收入仍然偏软,只有54亿元”: behind a semicolon something else is spoken of.
    turn = place.text.rfind(_SEMICOLON, last.quantity.after, place.clause)
    if turn >= 0 and turn + 1 < place.clause:
        phrase = first_phrase(place.text, turn + 1, layout.clause_end(turn + 1), place.starts)
        if phrase[1] - phrase[0] > 1 and Words(place.text, *phrase).sort(*phrase) == "noun":
            return (phrase,), "metric.subject"
    return (last.fact.metric, "metric.carried") if last.fact.metric else _subject(place, layout, since)


def _spoken_of(place: Place, drafts: list[Draft]) -> list[Draft]:
    """The numbers before a number without those that it does not go on from."""
    kind = place.quantity.kind
    if len(drafts) > 1 and drafts[-1].fact.rule.startswith("metric.part"):
        # “17.6%里面有0.8个点是一次性的,跟三季度的|19.8%比”: what comes then is of the whole again.
        drafts = drafts[:-1]
    while len(drafts) > 1 and _is_aside(place, drafts):
        # “住校的260人(其中女生98人),|占58.4%”: of all of them.
        drafts = drafts[:-1]
    if kind in _RELATIVE and drafts and drafts[-1].quantity.kind is DURATION and not _lasts(place.text, drafts[-1]):
        # “是36.7%,等于一年多降不到1个百分点”
        drafts = [draft for draft in drafts if draft.quantity.kind is not DURATION] or drafts
    return drafts


def _is_aside(place: Place, drafts: list[Draft]) -> bool:
    """Whether the last of several numbers stands in parentheses that opened behind the one before, and are closed."""
    text, last, before = place.text, drafts[-1].quantity, drafts[-2].quantity
    opened = text.rfind(_OPENED, before.after, last.start)
    closed = text.find(_CLOSED, last.after, place.clause)
    among = opened >= 0 and text.startswith(_AMONG, opened + 1)
    return among and closed >= 0 and text.find(_CLOSED, opened, last.start) < 0


def _telling_apart(place: Place, drafts: list[Draft]) -> Pieces:
    """“年收入50万元以上的村19个,|20万元到50万元的村15个”: what the number measures by which things are told apart."""
    pieces = drafts[-1].fact.metric if drafts else ()
    for draft in drafts[:-1] if pieces else ():
        inside = pieces[0][0] <= draft.quantity.start < pieces[0][1]
        if inside and draft.quantity.unit == place.quantity.unit:
            return draft.fact.metric
    return ()


def _is_dated(place: Place, at: int) -> bool:
    """Whether a time ends at `at`: “由4月份|的上涨1.4%转为下降0.2%”."""
    return any(
        (time := place.starts.get(start)) is not None and time.end == at for start in range(at - 1, at - _NEAR_TIME, -1)
    )


_NEAR_TIME: Final = 12


def _between(place: Place, last: Draft, layout: Layout) -> tuple[int, int] | None:
    """The subject of a clause between two numbers, of which the second, with no word of its own, is told.

    “第一针打了七成二,第二针刚起步,16%”; None where another clause stands there.
    """
    text, clause = place.text, place.clause
    if place.quantity.kind is DURATION or not clause:
        return None
    end = clause - 1
    start = layout.clause_start(end)
    if start - 1 > last.quantity.after and _UNDER.fullmatch(text, start, end):
        # “资助上限,|在符合条件下|,由15万元增加至20万元”
        end = start - 1
        start = layout.clause_start(end)
    # “东部增长3.2%,西部由于基数较高,下降5.5%”
    why = _BECAUSE.search(text, start + 2, end) if place.found.change else None
    # “鲜菜涨了14%,交通类还在跌,跌了0.8%”
    went = place.found.change and change_at_end(text, start, end) == place.found.change
    went = went or (bool(place.found.change) and text[end - 1 : end] == text[clause : clause + 1])
    # “就业不足率亦无变,仍为|1.2%”, “最大雨量出现在青石镇,达到|412毫米”
    reached = text[clause : place.quantity.start] in _REACHING or (place.found.origin and end < clause - 1)
    told = place.found.end if reached else place.quantity.start
    # “工期很短,3个月,用工人数减少了,现在|1200人”
    other = place.head[1] == place.head[0] and place.quantity.unit != last.quantity.unit
    if why is None and not went and (place.found.change or (text[clause:told].strip() and not other)):
        return None
    if not last.quantity.after < start < end or _CLOSED in text[start:end] or _VIEWED.fullmatch(text, start, end):
        return None
    if text.endswith(_ASIDE, start, end) or _is_reason(text, start, end):
        return None
    phrase = first_phrase(text, start, why.start() if why else end, place.starts)
    if (
        phrase[0] - start > (text[start] in _TURNS)
        or phrase[1] - phrase[0] <= 1
        or text[slice(*phrase)] in _NOBODY
        or pointer_start(text, *phrase) == phrase[0]
    ):
        return None
    return phrase if Words(text, *phrase).sort(*phrase) == "noun" else None


def _one_of_them(place: Place, last: Draft, layout: Layout) -> tuple[int, int] | None:
    """“其中香蕉损失最大,占34%”: what stands behind 其中 in a clause between two numbers; None without such."""
    text = place.text
    for word in _AMONG:
        at = text.rfind(word, last.quantity.after, place.clause)
        if at >= 0 and text[at - 1] in _CLAUSE_SIGNS:
            phrase = first_phrase(text, at + len(word), layout.clause_end(at), place.starts)
            opens = phrase[0] == at + len(word) and phrase[1] - phrase[0] > 1
            if opens and Words(text, *phrase).sort(*phrase) == "noun":
                return phrase
    return None


def topic_ahead(place: Place, layout: Layout, since: int) -> tuple[int, int] | None:
    """A noun that is a clause of its own before that of a number: “住用率,以零时计,整体是|108%”; None without one.

    The clause must begin behind `since`; those that only say how things are looked at may stand between.
    """
    text, clause = place.text, place.clause
    while clause > since:
        start = layout.clause_start(clause - 1)
        if start < since:
            return None
        if bare := bare_topic(text, start, clause - 1, place.starts):
            return bare
        aside = _VIEWED.fullmatch(text, start, clause - 1) or _DIRECTION.fullmatch(text, start, clause - 1)
        if not aside and not _is_reason(text, start, clause - 1):
            return None
        clause = start
    return None


# “乘客数字,|却不跌反升|,由149万人增至186万人”
_DIRECTION: Final = re.compile(_SIGN["direction"])
_REACHING: Final = frozenset(_SIGN["just_reached"])
_OPENED: Final = "("
_CLOSED: Final = ")"


def _lasts(text: str, draft: Draft) -> bool:
    """Whether a length of time names what lasted, which others are then said of too: “命案破案率连续8年保持100%”."""
    if not draft.fact.metric or not draft.fact.rule.startswith(("metric.before", "metric.carried")):
        return False
    start, end = draft.fact.metric[0]
    return end - start > 1 and Words(text, start, end).sort(start, end) != "verb"


def _changed(place: Place, drafts: list[Draft]) -> Pieces:
    """The metric of the amount that a change is of; empty when none is told from the others."""
    if place.quantity.kind in _ABSOLUTE:
        for draft in reversed(drafts):
            if draft.quantity.unit == place.quantity.unit and draft.fact.metric:
                return draft.fact.metric
    elif (
        place.quantity.kind is PERCENT and drafts and drafts[-1].quantity.kind is PERCENT and not drafts[-1].fact.change
    ):
        rate = drafts[-1].fact
        grown = place.text[slice(*place.found.changed)] in _GROWTH
        if not grown and rate.rule.startswith("metric.before") and place.text[rate.metric[-1][1] - 1] == _RATE_SIGN:
            # “学童1.2万名,接种率约为七成,较前年高出一成半”
            return rate.metric
        # “收入2315亿元,为预算的101.2%,增长5.8%”: it is the income that grew.
        for draft in reversed(drafts):
            if place.text.find(_SEMICOLON, draft.quantity.after, drafts[-1].quantity.start) >= 0:
                break
            if draft.quantity.kind in _ABSOLUTE and draft.fact.metric:
                return draft.fact.metric
    return ()


_GROWTH: Final = frozenset(_SIGN["growth"])
_RATE_SIGN: Final[str] = _SIGN["rate_sign"]


def above(place: Place, start: int, before: tuple[int, list[Draft]]) -> tuple[Pieces, str]:
    """“进出口总值3.2万亿元。其中,一季度增长6%”: what the sentence before measures; empty where nothing goes on.

    `before` is where that sentence ends, with its numbers; `start` is where the sentence of the number begins.
    """
    text, (end, drafts) = place.text, before
    named = [draft for draft in drafts if draft.fact.metric]
    # “分季度看,一季度增长6.3%” goes on from the paragraph before.
    apart = "\n" in text[end:start] and not _BY_TIME.search(text[start : start + _LONGEST_VIEW])
    apart = apart and not text.startswith(_LATER_ON, start)
    if not named or not end <= start < end + _NEAR + 2 * (not apart) or apart:
        return (), "metric.none"
    if place.found.change or text.startswith(_AMONG, start):
        return named[0].fact.metric, "metric.above"
    # “外销订单284亿美元。累计1到10月5937亿美元”
    alike = [draft for draft in named if draft.quantity.unit == place.quantity.unit]
    if alike and place.quantity.kind in _AMOUNTS and place.quantity.unit not in _VAGUE:
        return alike[0].fact.metric, "metric.above"
    if alike and place.quantity.kind is PERCENT and (place.found.time is not None or place.found.target):
        # “失业率去年是4.5%。前年是3.8%”
        told = alike[-1].fact.rule.startswith(("metric.before", "metric.carried", "metric.above"))
        return (alike[-1].fact.metric, "metric.above") if told else ((), "metric.none")
    return (), "metric.none"


def asked_about(place: Place, cut: int, before: tuple[int, list[Draft]]) -> tuple[Pieces, str]:
    """“失业率是多少?” before “5.2%”: what the question that ends at `cut` asks for, or its last number measures.

    `before` is where the last sentence with a number ends, with its numbers.
    """
    phrase = asked(place.text, cut, place.starts)
    if phrase is not None:
        return (phrase,), "metric.asked"
    end, drafts = before
    named = [
        draft
        for draft in drafts
        if draft.fact.rule.startswith("metric.before") and draft.quantity.unit == place.quantity.unit
    ]
    if not named or end > cut:
        return (), "metric.none"
    pieces = named[-1].fact.metric
    noun = Words(place.text, *pieces[0]).sort(*pieces[0]) == "noun"
    return (pieces, "metric.asked") if noun else ((), "metric.none")


def _subject(place: Place, layout: Layout, since: int) -> tuple[Pieces, str]:
    """The subject of the last clause that has one."""
    text, clause = place.text, place.clause
    acted: Pieces = ()
    if place.found.origin and (handed := find_handed(text, max(layout.clause_start(clause - 1), since), clause - 1)):
        return (handed,), "metric.subject"
    if place.quantity.kind is DURATION and clause > since and text.startswith(_LASTING_FOR, clause):
        # “全市开展|整治行动,为期三个月”
        done = acted_on(text, max(layout.clause_start(clause - 1), since), clause - 1)
        if done is not None:
            return (done,), "metric.subject"
    while clause > since:
        start = max(layout.clause_start(clause - 1), since)
        # “跟上月的86亿比”, but “绿电和蓝氢的配比”
        compared = text[start] in WITH and text.endswith(COMPARED, start, clause - 1)
        told = announced(text, start, clause - 1)
        # “以搜查次数为例,2018年有1.1万次”
        aside = compared or (text.endswith(_ASIDE, start, clause - 1) and not told) or _opens_comparison(text, start)
        aside = aside or _is_reason(text, start, clause - 1) or _VIEWED.fullmatch(text, start, clause - 1) is not None
        # “(预计数,下同)”
        aside = aside or (_CLOSED in text[start : clause - 1] and _OPENED not in text[start : clause - 1])
        if not aside:
            phrase = told or first_phrase(text, start, clause - 1, place.starts)
            said = text[phrase[0] : phrase[1]]
            # “议员叶青说,已完成36户”
            nobody = said in _NOBODY or said in _TOLD or said.endswith((*_OFFICES, *_SAYING))
            nobody = (
                nobody
                or is_hollow(said)
                or _NTH_TIME.fullmatch(said) is not None
                or _SUPPOSING.search(said) is not None
            )
            if len(said) > 1 and pointer_start(text, *phrase) == phrase[0]:
                # “您说的|这个比率,前年是14.7%”
                acted = acted or (phrase,)
            elif len(said) > 1 and not nobody:
                if Words(text, *phrase).sort(*phrase) != "verb":
                    return (phrase,), "metric.subject"
                # “今年春运从1月26日开始,到3月5日|结束,为期40天”: what is spoken of was named before.
                acted = acted or (phrase,)
        clause = start
    return acted, "metric.subject" if acted else "metric.none"


def _opens_comparison(text: str, at: int) -> bool:
    """Whether what is compared with stands at `at`: “比去年同期”, but “比较值得警惕的是…”, “比如票价”."""
    return text.startswith(_COMPARE, at) and not text.startswith(_RATHER, at)


def _is_reason(text: str, start: int, end: int) -> bool:
    """“因油价重挫拖累”: a clause that only says why."""
    word = next((word for word in _REASONS if text.startswith(word, start)), "")
    return bool(word) and not Words(text, start, end).splits(start + len(word))


_SUPPOSING: Final = re.compile(_SIGN["supposing"])
_LASTING_FOR: Final = tuple(_SIGN["lasting_for"])
_TOLD: Final = frozenset(_SIGN["told"])
_BECAUSE: Final = re.compile(_SIGN["because_of"])
_RATHER: Final = tuple(_SIGN["no_comparisons"])
_NTH_TIME: Final = re.compile(_SIGN["nth_time"])
_VIEWED: Final = re.compile(_SIGN["viewed"])
_UNDER: Final = re.compile(_SIGN["under"])
_REASONS: Final = tuple(_SIGN["reasons"])
_OFFICES: Final = read_words("offices")
_SAYING: Final = tuple(_SIGN["saying"])


def acts_otherwise(place: Place, last: Draft) -> bool:
    """Whether the verb before a number does something else than was done before: “查实了2起,分别罚款50万元”."""
    quantity, before = place.quantity, last.quantity
    kinds = quantity.kind in _ABSOLUTE and before.kind in _ABSOLUTE and quantity.kind is not before.kind
    # “收益率11.6%,赚了2065亿元”
    kinds = kinds or (quantity.kind is MONEY and before.kind is PERCENT)
    return kinds and not place.found.change and not place.joined and not place.arrived
