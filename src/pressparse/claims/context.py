"""Context: what the sentence around a number says about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from pressparse.claims.antecedent import above, acts_otherwise, asked_about, carry, topic_ahead
from pressparse.claims.apiece import from_to, jointly
from pressparse.claims.behind import Behind, behind, relative
from pressparse.claims.change import (
    NOWHERE,
    Alike,
    compared_with,
    read_change,
    told_ahead,
    told_behind,
    without_rate,
)
from pressparse.claims.choice import choose, said_of_some
from pressparse.claims.doing import who
from pressparse.claims.draft import Draft, Fact, Pieces, Sentence, pieces_of
from pressparse.claims.echo import Echo
from pressparse.claims.edge import trimmed
from pressparse.claims.ellipsis import with_left_out
from pressparse.claims.fallback import by_itself, is_paid
from pressparse.claims.floor import arrives, find_floor, joins, same_time
from pressparse.claims.gloss import glossed
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, MULTIPLE, NO_CLAIM, PERCENT, POINTS, RANK
from pressparse.claims.layout import Layout
from pressparse.claims.level import multiplied, spread_levels
from pressparse.claims.limit import limit_before, modifier_of
from pressparse.claims.mention import Mentions
from pressparse.claims.moment import Time, When
from pressparse.claims.own import is_rate, own_words
from pressparse.claims.paired import becomes, pair_lists
from pressparse.claims.peel import peel
from pressparse.claims.phrase import Words
from pressparse.claims.place import Place
from pressparse.claims.pointer import is_hollow
from pressparse.claims.quantity import Quantity
from pressparse.claims.reference import spread_bases
from pressparse.claims.revised import part_revised, with_revised
from pressparse.claims.series import share
from pressparse.claims.timeline import Timeline, is_of_another
from pressparse.claims.undated import undated
from pressparse.claims.where import of_place
from pressparse.lexicon import read_tree
from pressparse.span import Span

_SIGN: Final = read_tree("quantities")["signs"]
_HEADING_END: Final = re.compile(f"[{_SIGN['heading_end']}]")
_EVERY: Final[str] = _SIGN["every"]
_OPENED: Final[str] = _SIGN["open_paren"]
_CLOSED: Final[str] = _SIGN["close_paren"]
# “不良率要降,|由每百万只|2.4只降到0.8只”
_COUNTED_BY: Final = frozenset(("metric.before", "metric.before metric.rate", "metric.subject"))
# “大约前置作业花了|40分钟”
_ROUGHLY: Final = tuple(_SIGN["roughly_ahead"])
_SUMMED_UP: Final = re.compile(_SIGN["summed_up"])
_PLUS: Final = re.compile(_SIGN["plus"])
_IN_ALL: Final = tuple(_SIGN["in_all"])
_RATES: Final = frozenset(_SIGN["rates"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_ABSOLUTE: Final = frozenset((MONEY, MEASURE, COUNT, DURATION))
_COMPARED_BEHIND: Final = tuple(_SIGN["compared_behind"])
_STOPS: Final[str] = _SIGN["stops"]
# An answer may come behind a few words of courtesy.
LONGEST_ASIDE: Final = 40
_LISTING: Final = frozenset(_SIGN["list_words"])
_OF_ALL: Final = frozenset(_SIGN["of_all"])
_TOGETHER: Final = frozenset(_SIGN["together"])
_SOME: Final = tuple(_SIGN["some"])
_SHARES: Final = frozenset((PERCENT, POINTS))
_RATED: Final = frozenset(("metric.subject", "metric.before"))
_MULTIPLIED: Final = frozenset((PERCENT, MULTIPLE))
_RELATIVE: Final = frozenset((PERCENT, POINTS, MULTIPLE, RANK))
_LONGEST_HEADING: Final = 40
_FOR_THEM: Final = re.compile(_SIGN["for_them"])
_LONGEST_FOR: Final = 4
_WHOSE_SHARE: Final[str] = _SIGN["whose_share"]
_THINGS: Final = frozenset((COUNT, MEASURE, DURATION))
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_WILL: Final = re.compile(f"[{_SIGN['will']}]")
_EQUAL: Final[str] = _SIGN["copulas"][0]
_RECORD: Final = tuple(_SIGN["record_words"])
_AIMS: Final = frozenset(_SIGN["aims"])
_LIMITS: Final = tuple(_SIGN["limits"])


class Context:
    """The sentences, clauses, times and headings of one text, found once and asked by position."""

    def __init__(self, text: str, mentions: Mentions, asked: int = 0) -> None:
        self.text = text
        # Where the answer to a question begins, 0 where the text has none in front.
        self._asked = asked
        self.mentions = mentions
        self.layout = Layout(text)
        self._words = Words(text, 0, 0)
        self._said_before: tuple[int, list[Draft]] = (0, [])
        self._alike = Alike(text)
        self._echo = Echo()
        self._marks = [end for _, end in mentions.marks]
        claims = [quantity.start for quantity in mentions.quantities if quantity.kind not in NO_CLAIM]
        self.timeline = Timeline(text, self.layout, mentions.times, claims, self._marks)
        self._by_start = self.timeline.by_start
        self._by_end = self.timeline.by_end

    def sentences(self) -> Iterator[Sentence]:
        """Sentences with a number in them, in order."""
        group: list[Quantity] = []
        start = end = 0
        for quantity in self.mentions.quantities:
            if quantity.start >= end:
                past = group[-1].after if group else 0
                if group:
                    yield Sentence(start, end, group)
                start, end = self.layout.around(quantity.start)
                start = max(start, min(past, quantity.start))
                group = []
            group.append(quantity)
        if group:
            yield Sentence(start, end, group)

    def sentence_span(self, at: int) -> Span:
        """The sentence that the character at `at` stands in."""
        return Span(*self.layout.around(at))

    def _mark_before(self, at: int) -> int:
        """Where the last list mark before `at` ends, 0 when there is none."""
        index = bisect_right(self._marks, at)
        return self._marks[index - 1] if index else 0

    def section_at(self, at: int) -> Span | None:
        """The words of the last list mark before `at` (“第一,坚持创新”): None when there is none."""
        index = bisect_right(self._marks, at)
        if not index:
            return None
        start = self._marks[index - 1]
        stop = _HEADING_END.search(self.text, start, start + _LONGEST_HEADING)
        end = stop.start() if stop else min(self.layout.clause_end(start), start + _LONGEST_HEADING)
        return Span(start, end) if end > start else None

    def facts(self, sentence: Sentence) -> list[tuple[Quantity, Fact | None]]:
        """Each number of a sentence with what is said about it; None for those that claim nothing."""
        drafts: list[Draft] = []
        periods = self.timeline.between(sentence.start, sentence.end)
        claims, revised = part_revised(
            self.text, [quantity for quantity in sentence.quantities if quantity.kind not in NO_CLAIM]
        )
        for index, quantity in enumerate(claims):
            following = claims[index + 1] if index + 1 < len(claims) else None
            drafts.append(self._draft(sentence, quantity, drafts, following, periods))
        drafts = self._alike.spread(share(self.text, drafts, periods))
        if len(periods) > 1:
            drafts = spread_bases(self.text, jointly(self.text, drafts, periods), periods, self.timeline.base_of)
        drafts = spread_levels(self.text, pair_lists(from_to(self.text, drafts))) if len(drafts) > 1 else drafts
        drafts = with_revised(self._dated_above(sentence, drafts), revised)
        drafts = self._echo.told_again(self.text, drafts)
        self._said_before = (sentence.end, drafts)
        if len(drafts) == len(sentence.quantities):
            return [(draft.quantity, draft.fact) for draft in drafts]
        done = iter(drafts)
        return [(quantity, None if quantity.kind in NO_CLAIM else next(done).fact) for quantity in sentence.quantities]

    def _dated_above(self, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        """The numbers of a sentence that says how much more that is than before, with the time told further above.

        “2019年一季度…” and, a paragraph on, “蔬菜产量52.7万吨,增长3.6%”: nothing else dates them.
        """
        grown = False
        for draft in drafts:
            if draft.fact.period or draft.peel.origin:
                return drafts
            rate = draft.quantity.kind is PERCENT and not draft.quantity.modifier
            grown = grown or (rate and draft.fact.change != "" and not draft.fact.base[:1].isdigit())
        time = self.timeline.above(sentence.start) if grown else None
        if time is None or is_of_another(self.text[sentence.start : sentence.end]):
            return drafts
        moment = (time.start, time.end)
        return [draft.but(fact=draft.fact.but(period=time.period, when=moment, why="period.above")) for draft in drafts]

    def _draft(
        self,
        sentence: Sentence,
        quantity: Quantity,
        drafts: list[Draft],
        following: Quantity | None,
        periods: tuple[Time, ...],
    ) -> Draft:
        text, start = self.text, quantity.start
        last = drafts[-1] if drafts else None
        clause, limit, words = self._clause(sentence, quantity, following)
        floor = clause if last is None else find_floor(text, last, clause, start)
        kind = quantity.kind
        found = peel(text, start, floor, self._by_end, words, rank=kind is RANK, money=kind is MONEY)
        if kind in _MULTIPLIED and not becomes(drafts, quantity):
            found = multiplied(text, quantity, found, floor, periods, self._by_end, words, drafts)
        elif found.time is not None and found.base_time is None and text.startswith(_COMPARED_BEHIND, quantity.after):
            # “与2010年的133972万人相比,多了7206万人”
            found = found.but(time=None, base_time=found.time)
        added = last is not None and found.changed[0] == last.quantity.after and _PLUS.fullmatch(text, *found.changed)
        if added and _SUMMED_UP.match(text, quantity.after):  # “6亿|加|7亿,一共是13亿”
            found = found.but(change="", changed=NOWHERE)
        joined = last is not None and found.end <= floor + 2 and joins(text, last, floor, start)
        arrived = last is not None and arrives(last, quantity, clause)
        if kind is DURATION and found.modifier and text.startswith(_RECORD, quantity.after):
            # “创近11个月|新高”: the last eleven.
            found = found.but(modifier="")
        else:
            limited = limit_before(text, floor, found, start, words, relative=kind in _RELATIVE)
            found = found if limited is None else found.but(end=limited.end, modifier=limited.modifier)
        named = own_words(text, quantity, found, last, clause, floor, words, self._by_start)
        found, own, sort, verbal = named.found, named.words, named.sort, named.verbal
        rest = self._behind(quantity, following, limit, words)
        place = Place(
            text, quantity, found, own, sort, verbal, rest, clause, limit, joined, arrived, words, self._by_start
        )
        pieces, rule = self._pieces(place, sentence, drafts)
        if periods and rule.startswith("metric.before"):
            pieces = undated(text, pieces, periods, words, found)
        # “大概第一张网撒下去,一天就是|640公斤” says nothing of the number.
        roughly = bool(pieces) and pieces[0][0] >= clause and text.startswith(_ROUGHLY, pieces[0][0])
        pieces = trimmed(text, pieces, words)
        change, base, why = read_change(
            text,
            self.timeline,
            quantity,
            found,
            last,
            self._ahead(clause, last.quantity.after if last is not None else sentence.start),
            joined=joined,
            headed=rule.startswith(("metric.before", "metric.subject")),
        )
        if not pieces and rest.led and found.change and rest.end - rest.start > 1:
            # “全年增长10%以上的预期目标”
            pieces, rule = pieces_of(rest.start, rest.end), "metric.behind"
        elif not change and (told := told_behind(text, quantity, rest)) is not None:
            # “实现了5%的稳步增长”, “录得3%增长”, “环比也有两成的增长”: nothing else is named.
            change, base = told[0], base or told[1] or found.base
            why, rule = " change.behind" if change else why, rule if pieces else "metric.behind"
            pieces = pieces or pieces_of(rest.start, rest.end)
        elif not change and pieces and quantity.kind is PERCENT and (rule in _RATED or found.each):
            # “成长率分别修正为4.19%及1.48%”, “增速预计为5%”
            ahead = clause if found.end <= clause > sentence.start and not found.each else 0
            change, base, why = told_ahead(text, quantity, pieces[-1][1], ahead, base)
        when = None
        if joined and last is not None and not found.time and (not last.peel.time or same_time(text, last, quantity)):
            when = When(last.fact.period, base)
        if when is None or (found.base_time is not None and not change):
            when = self.timeline.when(quantity, found, base, change, clause, limit, periods)
        against, reference = compared_with(found, last, arrived) if change else (NOWHERE, NOWHERE)
        if when.base == when.period:  # “4月1日起由2070元提高到2260元”: nothing is against its own time.
            when = when.but(base="")
        moment = (when.time.start, when.time.end) if when.time is not None else NOWHERE
        modifier = modifier_of(text, found, quantity) or rest.modifier or ("about" if roughly else "")
        fact = Fact(pieces, modifier, when.period, change, when.base, rule + why, moment, when.rule, against, reference)
        return Draft(quantity, found, self._asked_of(fact), joined, own)

    def _clause(self, sentence: Sentence, quantity: Quantity, following: Quantity | None) -> tuple[int, int, Words]:
        """Where the clause of a number begins, where what belongs to the number ends, and the words of that."""
        start, end = self.layout.clause(quantity.start, quantity.after)
        limit = following.start if following is not None else sentence.end
        if self._marks:
            start = max(start, self._mark_before(quantity.start))
        # A comparison costs a third of what max and min do.
        start = start if start > sentence.start else sentence.start
        if self.text[start] == _OPENED:
            # “(记者叶青高雄13日电)|今年经济成长率3.3%”
            start = max(self.text.find(_CLOSED, start, quantity.start) + 1, start)
        words = self._words
        if words.start != start or words.end != end:
            words = self._words = Words(self.text, start, end)
        return (start, end, words) if end <= limit else (start, limit, words.until(limit))

    def _behind(self, quantity: Quantity, following: Quantity | None, limit: int, words: Words) -> Behind:
        """The noun phrase behind a number."""
        shared = following is not None and limit == following.start
        related = self._related(quantity, following) if shared and following is not None else None
        if related is None and quantity.kind in _ABSOLUTE:
            related = who(self.text, quantity, limit, words)
        at = quantity.after
        # “一篮子(共36项)|指标”
        shut, before = at + (self.text[at : at + 1] == " "), quantity.start - (self.text[quantity.start - 1] == " ")
        closed = self.text[shut : shut + 1] == _CLOSED and self.text.endswith(_IN_ALL, 0, before)
        at = shut + 1 if closed else at
        told = related or (relative(self.text, at, limit, words) if quantity.kind in _THINGS else None)
        return told or behind(self.text, at, limit, words, shared=shared)

    def _related(self, quantity: Quantity, following: Quantity) -> Behind | None:
        """What is counted, behind a relative clause with a number of its own: “3家营收超过10亿元|的企业”; else None."""
        text, words = self.text, self._words
        # “17个分队、100名左右的队员”
        apart = text[following.start - 1] in _LISTING or not text.startswith(_OF, following.after)
        if quantity.kind is not COUNT or apart:
            return None
        if any(not words.splits(sign.start()) for sign in _WILL.finditer(text, quantity.after, following.start)):
            return None  # “820万农村老人|将按月领到不低于70元的养老金”
        ahead = text[max(quantity.start - _LONGEST_FOR, 0) : quantity.start]
        if _FOR_THEM.search(ahead) and _DONE in text[quantity.after : following.start]:
            return None  # “为130万病人|提供了约500万人次的服务”
        limits = following.modifier or following.start == quantity.after
        if words.end <= following.after or not (limits or text.endswith(_LIMITS, quantity.after, following.start)):
            return None
        noun = behind(text, following.after, words.end, words)
        named = noun.end > noun.start and words.sort(noun.start, noun.end) == "noun"
        return Behind(noun.start, noun.end) if named else None

    def _asked_of(self, fact: Fact) -> Fact:
        """What is said about a number whose metric the question named, with the time that the question names last."""
        if fact.period or "metric.asked" not in fact.rule:
            return fact
        start = max(self.text.rfind(sign, 0, self._asked - 2) for sign in _STOPS) + 1
        named = [time for time in self.timeline.between(start, self._asked) if time.leads and time.period]
        if not named:
            return fact
        return fact.but(period=named[-1].period, when=(named[-1].start, named[-1].end), why="period.asked")

    def _ahead(self, clause: int, since: int) -> tuple[int, int]:
        """The clause in front of the one that begins at `clause`, empty where it does not begin behind `since`."""
        start = self.layout.clause_start(clause - 1) if clause > since else clause
        return (start, clause) if start >= since else NOWHERE

    def _pieces(self, place: Place, sentence: Sentence, drafts: list[Draft]) -> tuple[Pieces, str]:
        """The metric of a number and the rule that found it, with what it is counted by (“每人每年”)."""
        text, found = self.text, place.found
        if place.head[1] > place.head[0] and text.startswith(_WHOSE_SHARE, found.end):  # “认为下降|的占12%”
            return (place.head,), "metric.before"
        if drafts and drafts[-1].fact.metric and place.clause <= place.quantity.start < drafts[-1].fact.metric[0][0]:
            # “3家营收超过|10亿元的企业”
            return ((place.head,), "metric.before") if place.sort == "noun" else choose(place)
        pieces, rule = choose(place)
        together = bool(pieces and drafts) and (
            text[pieces[0][0] : pieces[0][1]] in _TOGETHER
            # “平均入住率42%,有的村不到15%”
            or (drafts[-1].quantity.kind is place.quantity.kind is PERCENT and text.startswith(_SOME, pieces[0][0]))
        )
        pieces = () if together else pieces
        if pieces and text[slice(*pieces[0])] in _OF_ALL and (topic := topic_ahead(place, self.layout, sentence.start)):
            pieces, rule = (topic,), "metric.subject"
        rate = len(pieces) == 1 and text[pieces[0][0]] == _EVERY and is_rate(text, *pieces[0])
        said = text[slice(*pieces[0])] if pieces else ""
        if not pieces or rate:
            pieces, rule = self._elsewhere(place, sentence, drafts, pieces if rate else (), together=together)
            if rule == "metric.gloss":
                return pieces, rule
        elif (
            drafts and drafts[-1].fact.metric and (said in _RATES or (said in _AIMS and (found.target or found.change)))
        ):
            # “轮候时间5.5年,目标是降到4.5年”
            pieces, rule = (*drafts[-1].fact.metric, *pieces), f"{rule} metric.rate"
        if pieces and drafts and (rule == "metric.before" or place.behind.acts):
            placed = of_place(place, pieces, drafts)
            pieces = with_left_out(place, pieces, drafts) if placed == pieces and not place.behind.acts else placed
        if found.per[1] and not rate and (rule in _COUNTED_BY or not pieces):
            pieces = (*pieces, found.per)
            if len(pieces) == 1 and is_paid(place):
                # “每户每月|要多付|300元”
                pieces, rule = (*pieces, found.changed), "metric.verb"
        return pieces, rule

    def _elsewhere(
        self, place: Place, sentence: Sentence, drafts: list[Draft], rate: Pieces, *, together: bool
    ) -> tuple[Pieces, str]:
        """What a number measures that its clause does not name; `rate` is what it is counted by there (“每人每年”)."""
        text, found = self.text, place.found
        compared = bool(found.change) or (found.base_time is not None and place.quantity.kind in _ABSOLUTE)
        if things := glossed(place, drafts, self.layout):
            return things, "metric.gloss"
        if drafts and drafts[-1].fact.metric and is_hollow(text[slice(*place.head)]):
            # “提高到90%,五年前这个数还不到七成”, but “投资微减0.2%;至于CPI,全年预测上涨1.2%”
            topic = topic_ahead(place, self.layout, drafts[-1].quantity.after)
            return ((topic,), "metric.subject") if topic else (drafts[-1].fact.metric, "metric.carried")
        another = place.quantity.kind in _SHARES or text.startswith(_EQUAL, place.quantity.after)
        another = another or bool(drafts and place.quantity.unit != drafts[-1].quantity.unit)
        if another and (things := said_of_some(place)):
            return things, "metric.part"
        # “2、死亡人数:|3人”: the mark is no part of what it marks.
        marked = self._mark_before(place.clause)
        since = marked if sentence.start < marked < place.clause else sentence.start
        things, rule = carry(place, drafts, self.layout, since, compared=compared)
        if things and drafts and place.verbal and not together and acts_otherwise(place, drafts[-1]):
            things, rule = (place.head,), "metric.verb"
        if not things and not self._said_before[0] <= self._asked <= sentence.start:
            things, rule = above(place, sentence.start, self._said_before)
        if not things and self._asked and -1 <= sentence.start - self._asked < LONGEST_ASIDE:  # a space is between
            things, rule = asked_about(place, self._asked, self._said_before)
        if found.change and rule == "metric.carried" and drafts[-1].quantity.kind is DURATION:
            things = without_rate(text, things)
        return by_itself(place, drafts, things, rule, rate)
