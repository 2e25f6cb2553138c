"""Context: what the sentence around a number says about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pressparse.claims import metric
from pressparse.claims.change import read_change
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, MULTIPLE, NO_CLAIM, PERCENT, POINTS, RANK, Kind
from pressparse.claims.layout import Layout
from pressparse.claims.limit import limit_before
from pressparse.claims.mention import Mentions
from pressparse.claims.metric import Peel
from pressparse.claims.period import Time
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.claims.series import Draft, Fact, Pieces, share
from pressparse.claims.timeline import Timeline, When
from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.span import Span

_SIGN = read_tree("quantities")["signs"]
_HEADING_END = re.compile(f"[{_SIGN['heading_end']}]")
_EVERY: str = _SIGN["every"]
_STUBS = frozenset(_SIGN["stubs"])
_PER_TIMES = frozenset(_SIGN["per_times"])
_PER_ONLY = re.compile(f"(?:{_EVERY}[^{_EVERY}]{{1,3}})+")
_JOINED = re.compile(_SIGN["number_joins"])
_SCOPE_WORDS = frozenset(read_words("scopes"))
_OWN_SCOPES = frozenset(word for word in _SCOPE_WORDS if word.startswith(_SIGN["whole_scope"]))
_SCOPES = tuple(sorted(read_words("scopes"), key=len, reverse=True))
_RANK_STRIP = (*_SCOPES, *sorted(_SIGN["rank_strip"], key=len, reverse=True))
_RANK_VERBS = tuple(word for word in _SIGN["rank_strip"] if word.startswith(tuple(_SIGN["rank_signs"])))
_WITHIN_FIELD = tuple(_SIGN["within_field"])
_IN_FIELD = re.compile(f"{_SIGN['in_field']}[^,]{{1,8}}[{''.join(_SIGN['within_field'])}]")
_CHANGE_NOUNS = frozenset(_SIGN["change_nouns"])
_HANDLES = frozenset(_SIGN["handles"])
_MEASURED_ENDS = frozenset(_SIGN["measured_ends"])
_LENGTH: str = _SIGN["length"]
_RANK_KINDS = frozenset(_SIGN["rank_kinds"])
_THAT_IS = re.compile(_SIGN["that_is"])
_RATES_OF_CHANGE = frozenset((PERCENT, MULTIPLE, POINTS))
_EACH = re.compile(one_of(_SIGN["respectively"][:4]))
_NEAR = 4
# “在这个基础上再减10%”
_WITHIN = re.compile(f"{_SIGN['in_field']}[^,]{{1,10}}[{_SIGN['within_ends']}]")
_VIEWS = tuple(_SIGN["views"])
_WON = re.compile(one_of(_SIGN["rank_won"]))
_RATES = frozenset(_SIGN["rates"])
_THRESHOLDS = frozenset(_SIGN["thresholds"])
_AGES = frozenset(_SIGN["age_units"])
_AMONG = (*_SIGN["among"], read_tree("periods")["signs"]["of"])
_NOUNS = frozenset(read_tree("units")["count"]["nouns"])
_ABSOLUTE = frozenset((MONEY, MEASURE, COUNT, DURATION))
_COPULA = re.compile(one_of(_SIGN["copulas"]))
_COMPARATORS = tuple(_SIGN["comparators"])
_OF_TIMES = (*_SIGN["copulas"], *_SIGN["reached_of"])
_MULTIPLIED = frozenset((PERCENT, MULTIPLE))
_COPULA_SIGNS = frozenset(word for word in _SIGN["copulas"] if len(word) == 1)
_COMPARED = re.compile(f"{_SIGN['compare_links']}|{one_of(_SIGN['comparators'])}")
_COMPARE_SIGNS, _ANOTHER = frozenset(_SIGN["compare_signs"]), frozenset(_SIGN["another"])
_OF: str = read_tree("periods")["signs"]["of"]
_RELATIVE = frozenset((PERCENT, POINTS, MULTIPLE, RANK))
_SEMICOLON = ";"
_LONGEST_HEADING = 40
# “由1:18优化到1:15”: so much between the two values is the verb.
_SHORT_VERB = 2


class Sentence(NamedTuple):
    """A sentence that has numbers in it."""

    start: int
    end: int
    quantities: list[Quantity]


class Context:
    """The sentences, clauses, times and headings of one text, found once and asked by position."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.mentions = mentions
        self.layout = Layout(text)
        self._words = Words(text, 0, 0)
        self._said_before: tuple[int, list[Draft]] = (0, [])
        self._marks = [end for _, end in mentions.marks]
        claims = [quantity.start for quantity in mentions.quantities if quantity.kind not in NO_CLAIM]
        self.timeline = Timeline(text, self.layout, mentions.times, claims)
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
        claims = [quantity for quantity in sentence.quantities if quantity.kind not in NO_CLAIM]
        for index, quantity in enumerate(claims):
            following = claims[index + 1] if index + 1 < len(claims) else None
            drafts.append(self._draft(sentence, quantity, drafts, following, periods))
        drafts = share(self.text, drafts, periods)
        self._said_before = (sentence.end, drafts)
        if len(drafts) == len(sentence.quantities):
            return [(draft.quantity, draft.fact) for draft in drafts]
        done = iter(drafts)
        return [(quantity, None if quantity.kind in NO_CLAIM else next(done).fact) for quantity in sentence.quantities]

    def _draft(
        self,
        sentence: Sentence,
        quantity: Quantity,
        drafts: list[Draft],
        following: Quantity | None,
        periods: tuple[Time, ...],
    ) -> Draft:
        text, start, kind = self.text, quantity.start, quantity.kind
        last = drafts[-1] if drafts else None
        clause, limit = self._clause(sentence, quantity, following)
        floor = clause
        if last is not None:
            aged = last.quantity.unit in _AGES and (
                last.quantity.after > last.quantity.end or text.startswith(_OF, last.quantity.after)
            )
            named = last.fact.metric[-1][1] if last.fact.rule.startswith("metric.behind") else 0
            floor = clause if aged else max(clause, last.quantity.after, named if named <= quantity.start else 0)
            if last.quantity.kind is DURATION and text.startswith(_LENGTH, floor):
                # “三年时间翻了一番”
                floor += len(_LENGTH)
        words = self._words_of(clause, limit)
        found = metric.peel(text, quantity.start, floor, self._by_end, words, rank=quantity.kind is RANK)
        if found.time is not None and found.base_time is None and quantity.kind in _MULTIPLIED:
            found = self._against(found, found.time)
        joined = (
            last is not None
            and found.end <= floor + 2
            and (_listed(text, floor, start) or text.startswith(_AMONG, floor) or last.quantity.after == start)
        )
        limited = (
            limit_before(text, floor, found.end, quantity.start, words, relative=quantity.kind in _RELATIVE)
            if not found.modifier
            else None
        )
        if limited is not None:
            found = found._replace(end=limited.end, modifier=limited.modifier)
        head = metric.head(text, floor, found.end, self._by_start, words, torn=found.changed[0] == found.end)
        sort = words.sort(*head) if head[1] > head[0] else ""
        averaged = head[1] > head[0] and (text[head[1] - 1] in _STUBS or _EVERY in text[head[0] : head[1]])
        if sort == "light" and not averaged:
            # “全年能够突破”, “大约是”: nothing is named.
            head = (head[1], head[1])
        if text[found.end : found.end + 1] == _OF and sort == "verb":
            # “真正要拆的不足三成”
            sort = "noun"
        if quantity.kind is RANK:
            head = self._ranked(head)
        elif (inside := _EACH.search(text, *head)) and words.sort(inside.end(), head[1]) != "noun":
            # “财产险公司和人身险公司分别赔付121.5亿元、165.5亿元”
            found, head = found._replace(each=True), (head[0], inside.start())
        arrived = (
            last is not None
            and last.peel.origin
            and last.quantity.kind is quantity.kind
            and clause <= last.quantity.start
        )
        shared = following is not None and limit == following.start
        behind = metric.behind(text, quantity.after, limit, words, shared=shared)
        pieces, rule = self._metric(quantity, found, head, behind, limit, joined, arrived, verbal=sort == "verb")
        rate = len(pieces) == 1 and text[pieces[0][0]] == _EVERY and _PER_ONLY.fullmatch(text, *pieces[0])
        if not pieces or rate:
            per = self._per_time(pieces[0]) if rate else None
            compared = found.change or (found.base_time is not None and quantity.kind in _ABSOLUTE)
            pieces, rule = self._carried(sentence, clause, drafts, quantity, compared=bool(compared))
            if not pieces and sort == "verb":
                pieces, rule = (head,), "metric.verb"
            if per:
                things = tuple([piece for piece in pieces if text[piece[0]] != _EVERY])
                pieces = (*things, per) if rule == "metric.carried" else (per,)
        elif last is not None and last.fact.metric and text[pieces[0][0] : pieces[0][1]] in _RATES:
            pieces, rule = (*last.fact.metric, *pieces), f"{rule} metric.rate"
        if found.per[1] and not rate and (rule.startswith("metric.before") or not pieces):
            pieces = (*pieces, found.per)
        change, base, why = read_change(
            text, self.timeline, quantity, found, last, joined=joined, headed=rule.startswith("metric.before")
        )
        if not change and behind.led and quantity.kind in _RATES_OF_CHANGE:
            # “实现了5%的稳步增长”
            change = metric.change_at_end(text[behind.start : behind.end])
            why = " change.behind" if change else why
        when = None
        if joined and last is not None and not last.peel.time and not found.time:
            when = When(last.fact.period, base)
        if when is None or (found.base_time is not None and not change):
            when = self.timeline.when(quantity, found, base, change, clause, limit, periods)
        period, base = when.period, when.base
        modifier = found.modifier or quantity.modifier
        if quantity.modifier and found.modifier in ("about", "nearly", ""):
            modifier = quantity.modifier
        against, reference = _compared_with(found, last, arrived) if change else (_NOWHERE, _NOWHERE)
        moment = (when.time.start, when.time.end) if when.time is not None else _NOWHERE
        fact = Fact(pieces, modifier, period, change, base, rule + why, moment, when.rule, against, reference)
        return Draft(quantity, found, fact, joined, head)

    def _words_of(self, start: int, end: int) -> Words:
        """The words of a clause; each clause is cut once."""
        if self._words.start != start or self._words.end != end:
            self._words = Words(self.text, start, end)
        return self._words

    def _clause(self, sentence: Sentence, quantity: Quantity, following: Quantity | None) -> tuple[int, int]:
        """Where the clause of a number begins, and where what belongs to the number ends."""
        start, end = self.layout.clause(quantity.start, quantity.after)
        limit = following.start if following is not None else sentence.end
        if self._marks:
            start = max(start, self._mark_before(quantity.start))
        # A comparison costs a third of what max and min do.
        return (start if start > sentence.start else sentence.start), (end if end < limit else limit)

    def _against(self, found: Peel, time: Time) -> Peel:
        """“是2019年的3.2倍”, “相当于去年的八成”: the time of what is multiplied is what it is against."""
        at = time.start - (self.text[time.start - 1 : time.start] == _SIGN["quote"])
        if self.text[time.end : time.end + 1] != _OF or not self.text.endswith(_OF_TIMES, 0, at):
            return found
        return found._replace(time=None, base_time=time)

    def _metric(
        self,
        quantity: Quantity,
        found: Peel,
        head: tuple[int, int],
        behind: metric.Behind,
        limit: int,
        joined: bool,
        arrived: bool,
        *,
        verbal: bool,
    ) -> tuple[Pieces, str]:
        """The metric in the clause of the number itself, `verbal` when its head is but a verb; empty when carried."""
        text, kind = self.text, quantity.kind
        start, end, led, verb = behind
        words = self._words
        noun = (start, end) if end > start and text[start:end] not in _THRESHOLDS else None
        sort = words.sort(*noun) if noun else ""
        if sort == "light":
            noun = None
        if noun and start in self._by_start:
            noun = None
        own = head if head[1] > head[0] + (noun is not None or kind is COUNT) else None
        own = None if text[head[0] : head[1]] in _OWN_SCOPES or _WITHIN.fullmatch(text, *head) else own
        if arrived and own and own[1] - own[0] <= _SHORT_VERB:
            return (), ""
        if own:
            own = self._subject(kind, own, found)
            if own is None:
                return (), ""
        if own and verbal:
            # “已经物色约2980公顷熟地”, “由93家整合为41家”
            if noun and sort == "noun":
                return (noun,), "metric.behind"
            if arrived or (kind in _RELATIVE and found.end < quantity.start and not found.change):
                return (), ""
        elif own and noun and sort == "verb" and metric.role_of(text[own[0] : own[1]]) != "give":
            # “农信机构由93家整合为41家”
            noun = None
        if own and own[1] - own[0] == 1 and words.sort(*own) != "noun":
            own = None
        if (
            own
            and words.sort(*own) == "light"
            and text[own[1] - 1] not in _STUBS
            and _EVERY not in text[own[0] : own[1]]
        ):
            return (), ""
        if not own and found.changed[1] and text[found.changed[0] : found.changed[1]] in _CHANGE_NOUNS:
            # “预估减产7200吨”
            return (found.changed,), "metric.before"
        if kind is COUNT:
            named = noun and start == quantity.end and words.sort(start, start + 1) == "noun"
            if quantity.unit in _NOUNS and not led and not named:
                return ((quantity.unit_start, quantity.unit_end),), "metric.unit"
            if noun and not (own and (led or verb) and not found.gave):
                return (noun,), "metric.behind"
        if kind is RANK and noun and text[quantity.end - 1] in _RANK_KINDS:
            # “第三大出口目的地国”
            return (noun,), "metric.behind"
        if kind is DURATION:
            return self._lasting(quantity, found, own, noun, led, limit)
        if (
            kind in (MONEY, MEASURE)
            and noun
            and not verb
            and (
                not own
                or found.gave
                or quantity.rule == "measure.force"
                or (quantity.after > quantity.end and text[own[1] - 1] not in _MEASURED_ENDS)
                or _such(text, found.end)
                or (led and _short(own) and text[own[1] - 1] not in _MEASURED_ENDS)
            )
        ):
            return (noun,), "metric.behind"
        if kind is PERCENT and noun and sort == "noun" and not verb:
            # “将20%的收益”, “减免四分之一租金”
            scope = own is not None and text.endswith(_SCOPES, *own)
            if (led and own and (verbal or scope or text[own[1] - 1] in _HANDLES)) or (
                found.gave and not led and not found.change
            ):
                return (noun,), "metric.behind"
        if (
            found.gave
            and not noun
            and text[quantity.after : quantity.after + 1] in _SIGN["list_words"]
            and not (own and text[own[0] - 1] in _SIGN["towards"])
        ):
            return (), ""
        if own:
            if found.change and text[own[1] - 1] in _STUBS and metric.is_function(text[own[1] : own[1] + 2]):
                # “户均年增收4000元”: the change is a part of the name.
                own = (own[0], own[1] + 2)
            return (own,), "metric.before"
        if kind in (COUNT, PERCENT) and not joined and not found.change:
            rest = metric.clause_behind(text, quantity.after, limit)
            if rest[1] - rest[0] > 1 and self._names(rest) and words.sort(*rest) == "noun":
                return (rest,), "metric.clause"
        return (), ""

    def _names(self, rest: tuple[int, int]) -> bool:
        """Whether the rest of a clause says what is counted: more than a field (全市) or adverbs."""
        return self._words.sort(*rest) != "light" and self.text[rest[0] : rest[1]] not in _SCOPE_WORDS

    def _per_time(self, own: tuple[int, int]) -> tuple[int, int]:
        """“每人” with the “每年” behind it."""
        stop = own[1] + 2
        return (own[0], stop) if self.text[own[1] : stop] in _PER_TIMES else own

    def _subject(self, kind: Kind, own: tuple[int, int], found: Peel) -> tuple[int, int] | None:
        """What is compared, without what it is compared with: “强度” of “强度比全国高”, None of “是去年的三倍”."""
        text, (start, end) = self.text, own
        if kind not in _RELATIVE and not found.comparative:
            return own
        if text.startswith(_COMPARATORS, start):
            # “高出平均水平1.2个百分点”
            return None
        another = text[start - 1 : start] in _ANOTHER and text[start - 2 : start - 1] in _COMPARE_SIGNS
        if (another or text[start - 1 : start] in _COMPARE_SIGNS) and found.base_time is None:
            return None
        link = None
        if kind is POINTS or found.comparative or found.change:
            link = _COMPARED.search(text, start, end)
        elif text[end : end + 1] == _OF:
            if text[start - 1 : start] in _COPULA_SIGNS and text[start - 2 : start - 1] in _SIGN["clause"]:
                return None
            link = _COPULA.search(text, start, end)
        if link is None:
            return own
        return (start, link.start()) if link.start() - start > 1 else None

    def _lasting(
        self,
        quantity: Quantity,
        found: Peel,
        own: tuple[int, int] | None,
        noun: tuple[int, int] | None,
        led: bool,
        limit: int,
    ) -> tuple[Pieces, str]:
        """What lasts: “连续两年获得表彰” stands behind, “免费使用1年” before."""
        if led and noun:
            return (noun,), "metric.behind"
        within = self.text[quantity.end : quantity.after].endswith(_SIGN["within"])
        if own and self.text.endswith(_SIGN["ago_of"][3], 0, own[1]):
            # “前3个月免租金”
            own = None
        if found.steady or within or not own:
            rest = metric.clause_behind(self.text, quantity.after, limit)
            long = rest[1] - rest[0] > (2 if own else 1)
            if (
                long
                and self.text[rest[0] : rest[1]] not in _SCOPE_WORDS
                and not metric.is_function(self.text[rest[0] : rest[1]])
            ):
                return (rest,), "metric.clause"
        if noun and (found.modifier or found.gave or not own):
            return (noun,), "metric.behind"
        return ((own,), "metric.before") if own else ((), "")

    def _ranked(self, head: tuple[int, int]) -> tuple[int, int]:
        """The subject of a standing: without the field (“全市”) and the verb (“居”)."""
        start, end = head
        while end > start and self.text.endswith(_RANK_STRIP, start, end):
            end -= next(len(word) for word in _RANK_STRIP if self.text.endswith(word, start, end))
        if self.text.startswith(_RANK_VERBS, start) and end > start:
            # “居中部六省第二位”
            return end, end
        if field := _IN_FIELD.search(self.text, start, end):
            # “申请量在同行里排第二”, “在各区中排名第二”
            return (start, field.start()) if field.start() > start + 1 else (end, end)
        if self.text.endswith(_WITHIN_FIELD, start, end):
            # “在全市13个县中排第二”
            return end, end
        verb = _WON.search(self.text, start + 2, end) if end > start + 2 else None
        return start, verb.start() if verb else end

    def _carried(
        self, sentence: Sentence, clause: int, drafts: list[Draft], quantity: Quantity, *, compared: bool
    ) -> tuple[Pieces, str]:
        """The metric of the number before (for a change, of its unit), or the subject of the last clause."""
        kind, unit = quantity.kind, quantity.unit
        changed = quantity if compared else None
        if changed is not None and changed.kind in _ABSOLUTE:
            for draft in reversed(drafts):
                if draft.quantity.unit == changed.unit and draft.fact.metric:
                    return draft.fact.metric, "metric.carried"
        elif changed is not None and drafts and drafts[-1].quantity.kind is PERCENT and not drafts[-1].fact.change:
            # “收入2315亿元,为预算的101.2%,增长5.8%”: it is the income that grew.
            for draft in reversed(drafts):
                if draft.quantity.kind in _ABSOLUTE and draft.fact.metric and changed.kind is PERCENT:
                    return draft.fact.metric, "metric.carried"
        if kind is RANK and drafts and drafts[-1].quantity.kind is COUNT and drafts[-1].quantity.start > clause:
            # “在全市13个县中排第二”: the counties are the field.
            drafts = drafts[:-1]
        that_is = _THAT_IS.search(self.text, clause, quantity.start)
        if changed is None and not that_is and kind in _ABSOLUTE and drafts and drafts[-1].quantity.kind in _RELATIVE:
            # “收入1.8万元,增长8.4%,排第3位;全年能够突破1.9万元”
            like = [draft for draft in drafts if draft.quantity.unit == unit and draft.fact.metric]
            drafts = like[-1:] or drafts
        last = drafts[-1] if drafts else None
        if last is not None and last.fact.rule.startswith("metric.clause") and last.head[1] > last.head[0]:
            return (last.head,), "metric.carried"
        # “…增至38.4亿元;卖地收入仍然偏软,只有54亿元”: behind a semicolon something else is spoken of.
        turn = self.text.rfind(_SEMICOLON, last.quantity.after, clause) if last is not None else -1
        if turn >= 0 and turn + 1 < clause:
            phrase = metric.first_phrase(self.text, turn + 1, self.layout.clause_end(turn + 1), self._by_start)
            if phrase[1] - phrase[0] > 1 and Words(self.text, *phrase).sort(*phrase) == "noun":
                return (phrase,), "metric.subject"
        if last is not None and last.fact.metric:
            return last.fact.metric, "metric.carried"
        while clause > sentence.start:
            start = max(self.layout.clause_start(clause - 1), sentence.start)
            if self.text.endswith(_VIEWS, start, clause - 1):
                clause = start
                continue
            phrase = metric.first_phrase(self.text, start, clause - 1, self._by_start)
            if phrase[1] - phrase[0] > 1:
                return (phrase,), "metric.subject"
            clause = start
        return (), "metric.none"


def _floor(last: Draft, clause: int, start: int) -> int:
    """How far back the words before a number at `start` are its own, the number before it being `last`."""
    before = last.quantity
    if before.unit in _AGES and before.after > before.end:
        return clause
    named = last.fact.metric[-1][1] if last.fact.rule.startswith("metric.behind") else 0
    return max(clause, before.after, named if named <= start else 0)


_NOWHERE = (0, 0)


def _compared_with(found: Peel, last: Draft | None, arrived: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places of the time and of the number that a change is against."""
    past = last is not None and not last.fact.change
    time = found.base_time or (last.peel.base_time if last is not None and past else None)
    against = (time.start, time.end) if time is not None else _NOWHERE
    if last is not None and past and (arrived or last.peel.base_time is not None):
        return against, (last.quantity.start, last.quantity.end)
    return against, _NOWHERE


def _listed(text: str, start: int, end: int) -> bool:
    return _JOINED.match(text, start, end) is not None


def _short(head: tuple[int, int]) -> bool:
    return head[1] - head[0] <= _SHORT_VERB + 1


def _such(text: str, at: int) -> bool:
    return text[at - 1 : at + 1].startswith(_SIGN["such_as"]) or text[at : at + 1] == _SIGN["such_as"]
