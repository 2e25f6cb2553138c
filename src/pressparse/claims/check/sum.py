"""Sums: a total against its parts, in one sentence, in two, and across speakers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import HUNDRED, Interval, total
from pressparse.claims.check.slip import one_slip_explains
from pressparse.claims.kind import Kind
from pressparse.lexicon import one_of, read_tree

_TREE = read_tree("checks")["sums"]
_AMONG = re.compile(_TREE["among"])
_SPLIT = re.compile(_TREE["split"])
_EXHAUSTIVE = re.compile(_TREE["exhaustive"])
_TOTAL = re.compile(_TREE["total"])
_JOINS = frozenset(_TREE["joins"])
_SEMICOLON = _TREE["semicolon"]
_PARTITIONS = [tuple(names) for names in _TREE["partitions"]]
_STATES = [tuple(words) for words in _TREE["states"]]
_CROSSED = tuple(_TREE["crossed"])
_NO_SUM = tuple(_TREE["no_sum"])
_AVERAGE = re.compile(_TREE["average"])
_REST = re.compile(_TREE["rest"])
# A number in front of the word: the words bound another quantity.
_BRACKET = re.compile("[0-9]")
_OVERLAP = tuple(_TREE["overlap"])
_ALLOT = re.compile(one_of(_TREE["allot"]))
_COMPOSITION = tuple(_TREE["composition"])
_LINKS: str = _TREE["links"]
_OF: str = _TREE["of"]
_FULL_STOP = re.compile("[。!?\n]")
_SIGN = re.compile("[0-9]")
# Numbers of so many digits are seldom one slip from a sum by chance.
_LONG = 4
_NEAR_START = 3
_SHORTEST_TAIL = 3


def check_sums(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Totals with their parts: lists behind 其中 and 分为, lists that end in 合计, percentages of one whole."""
    for index, sentence in enumerate(sentences):
        before = sentences[index - 1] if index and sentences[index - 1].speech == sentence.speech else None
        yield from _parts_behind(sentence, before)
        yield from _totals_behind(sentence)
        yield from _rests(sentence, before)
        yield from _states(sentence)
        yield from _percentages(sentence)
    yield from _named_apart(sentences)


def _parts_behind(sentence: Sentence, before: Sentence | None) -> Iterator[Finding]:
    """“148家,其中,26家、101家、21家”, “120家,分为三类,分别为…”."""
    text = sentence.text
    cues = sorted(
        [(cue.start(), cue.end(), "") for cue in _AMONG.finditer(text, sentence.start, sentence.end)]
        + [(cue.start(), cue.end(), cue[0]) for cue in _SPLIT.finditer(text, sentence.start, sentence.end)]
    )
    for index, (start, end, split) in enumerate(cues):
        stop = cues[index + 1][0] if index + 1 < len(cues) else sentence.end
        levels = [figure for figure in sentence.between(end, stop) if _adds(figure)]
        for unit in dict.fromkeys(figure.unit for figure in levels):
            parts = _one_breath([figure for figure in levels if figure.unit == unit], bool(split))
            wholes = [figure for figure in sentence.between(sentence.start, start) if _may_hold(figure, parts)]
            opens = start - sentence.start <= _NEAR_START or (split and not wholes)
            if not wholes and opens and before is not None and sentence.start - before.end <= _NEAR_START:
                wholes = [figure for figure in before.figures if _may_hold(figure, parts)]
            if wholes and len(parts) > bool(split):
                parted = [cue for cue in cues[: index + 1] if _EXHAUSTIVE.match(cue[2]) and cue[0] >= wholes[-1].end]
                exhaustive = bool(parted) or _is_partition(parts)
                wholes = wholes[-1:] if exhaustive else _in_reach(text, wholes, start, split)
                yield from _weigh(wholes, parts, exhaustive=exhaustive)
                break


def _in_reach(text: str, wholes: list[Figure], cue: int, split: str) -> list[Figure]:
    """Those behind the last semicolon, which 其中 does not reach over; all where there are none, but not for 分别."""
    near = [whole for whole in wholes if _SEMICOLON not in text[whole.end : cue]]
    return near if near or split else wholes


def _adds(figure: Figure) -> bool:
    """Whether it is an amount that may be summed."""
    named = "/" in figure.unit or any(word in figure.name for word in _NO_SUM)
    return figure.is_level and not named and not _AVERAGE.search(figure.before())


def _may_hold(figure: Figure, parts: list[Figure]) -> bool:
    if not parts or not _adds(figure) or figure.unit != parts[0].unit or figure.claim.kind is not parts[0].claim.kind:
        return False
    if figure.text.startswith(_CROSSED, figure.end):
        # “迈上1200亿元台阶”: more than that came of it.
        return False
    periods = {part.claim.period for part in parts if part.claim.period}
    return not periods or not figure.claim.period or figure.claim.period in periods


def _one_breath(parts: list[Figure], split: bool) -> list[Figure]:
    """The parts up to where the list ends: a sum of them, or a clause that is no sibling of the others."""
    if _is_partition(parts):
        return parts
    kept: list[Figure] = []
    for part in parts:
        if kept and (_TOTAL.search(part.before()) or (split and not _joined(kept[-1], part))):
            break
        kept.append(part)
    return kept


def _joined(one: Figure, other: Figure) -> bool:
    return one.up_to(other)[:1] in _JOINS


def _parallel(parts: list[Figure]) -> bool:
    """Whether parts stand side by side so that none can hold another."""
    if any(_overlaps(part) for part in parts):
        return False
    gaps = [one.up_to(other) for one, other in pairwise(parts)]
    return (
        len(parts) == 1
        or all(gap[:1] in _JOINS for gap in gaps)
        or all(_SEMICOLON in gap for gap in gaps)
        or len(parts) > 2
        or _is_partition(parts)
    )


def _overlaps(part: Figure) -> bool:
    """“省级以上12家” may hold others; “收入50万元以上的村19个” is a bracket beside others."""
    before = part.before()
    return any(word in before and not _BRACKET.search(before) for word in _OVERLAP)


def _is_partition(parts: list[Figure]) -> bool:
    """“出口…进口…”: together these are all there is."""
    return any(
        len(names) == len(parts) and all(sum(part.name.startswith(name) for part in parts) == 1 for name in names)
        for names in _PARTITIONS
    )


def _weigh(wholes: Sequence[Figure], parts: list[Figure], *, exhaustive: bool) -> Iterator[Finding]:
    """The finding on the total that the parts fit best; none where a misfit may have another reason."""
    expected = total([part.interval for part in parts])
    exact = total([part.exact for part in parts])
    if expected.high is None or not wholes:
        return
    misprinted: Figure | None = None
    fitting = [whole for whole in wholes if whole.interval.meets(expected)]
    above = [whole for whole in wholes if expected.below(whole.interval)]
    if fitting:
        whole = fitting[-1]
        if len(parts) > 1:
            yield _finding(whole, parts, judge(whole.interval, expected, exact), expected)
    elif above and not (_parallel(parts) and (exhaustive or (misprinted := _misprinted(above, parts)))):
        if len(parts) > 1:
            yield _finding(above[-1], parts, Verdict.INCOMPLETE, expected)
    elif _parallel(parts):
        whole = misprinted or max(wholes, key=lambda figure: figure.value)
        certain = exhaustive or any(whole.interval.below(part.interval) for part in parts)
        verdict = Verdict.INCONSISTENT if certain or _slipped(whole, parts) else Verdict.INCOMPARABLE
        yield _finding(whole, parts, verdict, expected)


def _slipped(whole: Figure, parts: list[Figure]) -> bool:
    """Whether the parts of a list would make the total but for one slip; else they may overlap (学校 and 小学)."""
    return one_slip_explains([whole, *parts], lambda said: said[0].meets(total(said[1:])))


def _misprinted(wholes: list[Figure], parts: list[Figure]) -> Figure | None:
    """The total that long numbers would make but for one slip: more than chance, so nothing was left out."""
    for whole in reversed(wholes if len(parts) > 1 else []):
        digits = [len(_SIGN.findall(each.claim.span.of(each.text))) for each in (whole, *parts)]
        if max(digits) >= _LONG and min(digits) >= _LONG - 1 and _slipped(whole, parts):
            return whole
    return None


def _finding(whole: Figure, parts: Sequence[Figure], verdict: Verdict, expected: Interval) -> Finding:
    sums = " + ".join(f"{{{number}}}" for number in range(1, len(parts) + 1))
    relation = {
        Verdict.CONSISTENT: "{0} = ",
        Verdict.ROUNDING: "{0} = (within rounding) ",
        Verdict.INCOMPLETE: "the parts named stay below {0}: ",
        Verdict.INCOMPARABLE: "the parts named exceed {0}, they may overlap: ",
    }.get(verdict, "{0} is not ")
    spots = (whole.spot, *[part.spot for part in parts])
    message = f"{relation}{sums} = {{expected}}" if len(parts) > 1 else "{1} is a part of {0} and exceeds it"
    return Finding(Check.SUM, verdict, spots, message, whole.interval, expected)


def _totals_behind(sentence: Sentence) -> Iterator[Finding]:
    """“612.5亿元、438.6亿元和147.2亿元,合计1198.3亿元”."""
    for index, figure in enumerate(sentence.figures):
        if not figure.is_level or not _TOTAL.search(figure.before()):
            continue
        parts: list[Figure] = []
        for part in reversed(sentence.figures[:index]):
            if not part.is_level:
                if parts:
                    break
                continue
            if part.unit != figure.unit or (parts and not _joined(part, parts[0])):
                break
            parts.insert(0, part)
        if len(parts) < 2 or _FULL_STOP.search(sentence.text, parts[0].start, figure.start):
            continue
        expected = total([part.interval for part in parts])
        exact = total([part.exact for part in parts])
        yield _finding(figure, parts, judge(figure.interval, expected, exact), expected)


def _states(sentence: Sentence) -> Iterator[Finding]:
    """“抽查120家,增加的有67家、持平的31家、减少的22家”: states that leave out nothing."""
    for at in range(1, len(sentence.figures) - _SECTORS + 1):
        whole, parts = sentence.figures[at - 1], list(sentence.figures[at : at + _SECTORS])
        words = [one.up_to(two) for one, two in pairwise([whole, *parts])]
        same = all(part.unit == whole.unit and part.claim.kind is Kind.COUNT for part in parts)
        if same and whole.is_level and any(all(map(str.__contains__, words, states)) for states in _STATES):
            yield from _weigh([whole], parts, exhaustive=True)


def _rests(sentence: Sentence, before: Sentence | None) -> Iterator[Finding]:
    """“住房18640套。已经交付11370套,剩下的7270套”: what is left, with what went before, is the whole."""
    for rest in sentence.figures:
        if not _adds(rest) or not _REST.search(rest.before()):
            continue
        earlier = [each for each in (before.figures if before else ()) if _adds(each) and each.unit == rest.unit]
        own = [each for each in sentence.between(sentence.start, rest.start) if _adds(each) and each.unit == rest.unit]
        levels = _without_bases([*earlier, *own])
        choices = [(levels[at], [*levels[at + 1 :], rest]) for at in range(len(levels) - 1)]
        fitting = [(whole, parts) for whole, parts in choices if whole.interval.meets(_sum_of(parts))]
        # Where nothing fits, the whole is what was said last before, or first in the sentence.
        likely = [(whole, parts) for whole, parts in choices if whole in (*earlier[-1:], *own[: not earlier])][:1]
        for whole, parts in fitting[-1:] or [each for each in likely if _slipped(*each)]:
            expected = _sum_of(parts)
            if expected.high is not None:
                verdict = judge(whole.interval, expected, total([part.exact for part in parts]))
                yield _finding(whole, parts, verdict, expected)


def _without_bases(levels: list[Figure]) -> list[Figure]:
    """Without the first of “由11万人增加到35.8万人”, which is no more."""
    pairs = zip_longest(levels, levels[1:])
    return [one for one, two in pairs if two is None or not two.reached or one.claim.sentence != two.claim.sentence]


def _sum_of(parts: Sequence[Figure]) -> Interval:
    return total([part.interval for part in parts])


def _percentages(sentence: Sentence) -> Iterator[Finding]:
    """“20%投向…,40%布局…”, “三次产业占比分别为…”: percentages of one whole are no more than all of it."""
    shares = [figure for figure in sentence.figures if figure.is_share and not figure.claim.modifier]
    allotted = [each for each in shares if _ALLOT.match(sentence.text, each.end)]
    composed = [each for each in shares if each.name.startswith(_COMPOSITION)]
    yield from _remainder([figure for figure in sentence.figures if figure.is_share])
    for parts, exhaustive in ((allotted, False), (composed, True)):
        if len(parts) < 2 or (exhaustive and len(parts) != _SECTORS):
            continue
        expected = total([part.interval for part in parts])
        exact = total([part.exact for part in parts])
        verdict = judge(HUNDRED, expected, exact)
        if expected.below(HUNDRED) and not exhaustive:
            verdict = Verdict.INCOMPLETE
        sums = " + ".join(f"{{{number}}}" for number in range(len(parts)))
        say = {Verdict.INCONSISTENT: "are not", Verdict.INCOMPLETE: "stay below"}.get(verdict, "make")
        message = f"{sums} {say} 100%"
        yield Finding(Check.SUM, verdict, tuple([part.spot for part in parts]), message, HUNDRED, expected)


def _remainder(shares: list[Figure]) -> Iterator[Finding]:
    """“多的占41.3%,持平的占三成五,剩下两成多”: what is left makes all of it; else one slip has to explain it."""
    rests = [at for at, each in enumerate(shares) if at and _REST.search(each.before())]
    parts = shares[: rests[0] + 1] if rests else []
    if len(parts) < _SECTORS:
        return
    expected = total([part.interval for part in parts])
    verdict = judge(HUNDRED, expected, total([part.exact for part in parts]))
    if verdict is not Verdict.INCONSISTENT or one_slip_explains(parts, lambda said: total(said).meets(HUNDRED)):
        sums = " + ".join(f"{{{number}}}" for number in range(len(parts)))
        message = f"{sums} {'are not' if verdict is Verdict.INCONSISTENT else 'make'} 100%"
        yield Finding(Check.SUM, verdict, tuple([part.spot for part in parts]), message, HUNDRED, expected)


_SECTORS = 3


def _named_apart(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """“66项获国家和北京市科技奖” in one place, “国家科技奖7项、北京市科技奖59项” in another."""
    for sentence in sentences:
        levels = sentence.levels
        for index in range(len(levels) - 1):
            parts = levels[index : index + 2]
            joined = _joined(*parts) and parts[0].unit == parts[1].unit
            tail = _common_tail(parts[0].name, parts[1].name) if joined and parts[0].claim.kind is Kind.COUNT else ""
            heads = [part.name.removesuffix(tail) for part in parts]
            if len(tail) < _SHORTEST_TAIL or not all(heads):
                continue
            both = re.compile(rf"{re.escape(heads[0])}(?:{_LINKS}){re.escape(heads[1])}{_OF}{re.escape(tail)}")
            yield from _wholes_named(sentences, both, parts)


def _wholes_named(sentences: Sequence[Sentence], both: re.Pattern[str], parts: list[Figure]) -> Iterator[Finding]:
    expected = total([part.interval for part in parts])
    exact = total([part.exact for part in parts])
    for other in sentences:
        for found in both.finditer(other.text, other.start, other.end):
            near = [
                figure
                for figure in other.levels
                if figure.unit == parts[0].unit
                and figure.start not in (part.start for part in parts)
                and figure.claim.period == parts[0].claim.period
                and abs(figure.start - found.start()) <= _SAME_CLAUSE
                and not set(",;。") & set(other.text[figure.end : found.start()] or "")
            ]
            if len(near) == 1:
                yield _finding(near[0], parts, judge(near[0].interval, expected, exact), expected)


_SAME_CLAUSE = 24


def _common_tail(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]
