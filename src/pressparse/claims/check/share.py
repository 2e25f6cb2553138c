"""Shares: a part and its whole against the percentage that was stated."""

import re
from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import HUNDRED, Interval
from pressparse.claims.check.name import is_specific, plain_name
from pressparse.claims.check.slip import one_slip_explains
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["shares"]
_AMONG = re.compile(read_tree("checks")["sums"]["among"])
_SHARE: str = _TREE["share"]
_WHOLE = re.compile(_TREE["whole"])
_BLANK = re.compile(_TREE["blank"])
_WITHIN: str = _TREE["within"]
_RATE: str = _TREE["rate"]
_SUM_OF = tuple(_TREE["sum_of"])
_JOINS = frozenset(read_tree("checks")["sums"]["joins"])
_PEOPLE = set(_TREE["people"])
# “取得证书”, “取证率”: the stem of a rate shortens the words of its part.
_GAP = "[^,;。]{0,3}"
_STEM = 2
_AFTER_WHOLE = 14


def check_shares(sentences: Sequence[Sentence], figures: Sequence[Figure]) -> Iterator[Finding]:
    """Each stated percentage whose part and whole are stated too; misfits only where no other reading is open."""
    for index, sentence in enumerate(sentences):
        for share in sentence.figures:
            if not share.is_share or share.claim.low == 0:
                continue
            said = share.before()
            at = said.rfind(_SHARE)
            if at >= 0:
                yield from _of_whole(sentence, share, said[:at], said[at + len(_SHARE) :], figures)
            elif plain_name("".join(piece.of(share.text) for piece in share.claim.metric)).endswith(_RATE):
                back = [each for each in sentences[max(index - 2, 0) : index] if each.speech == sentence.speech]
                yield from _of_rate(sentence, share, back)


def _of_whole(
    sentence: Sentence, share: Figure, subject: str, rest: str, figures: Sequence[Figure]
) -> Iterator[Finding]:
    """“74.8亿元,占零售总额的15.4%”."""
    text = share.text
    inline = [each for each in sentence.between(share.clause, share.start) if each.is_level]
    before = [each for each in sentence.between(sentence.start, share.clause) if each.is_level]
    if not _BLANK.match(subject) or subject.startswith(_SUM_OF):
        return
    part = before[-1] if before else None
    if part is None:
        return
    if inline:
        wholes, firm = [each for each in inline if each.unit == part.unit], True
    else:
        found = _WHOLE.match(rest)
        name = found["whole"] if found else rest
        if name:
            wholes = _called(name, part, figures)
            near = [each for each in wholes if each.claim.sentence == part.claim.sentence]
            wholes, firm = (near, True) if near else (wholes, is_specific(name))
        else:
            wholes = [each for each in before[:-1] if each.unit == part.unit]
            wholes = [each for each in wholes if _holds(text, each, part)] or wholes
            firm = len(wholes) == 1
    yield from _weigh(share, part, wholes, firm=firm)


def _called(name: str, part: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The levels of this name, of the unit and the time of the part."""
    plain = plain_name(name)
    return [
        each
        for each in figures
        if each.is_level
        and each.name == plain
        and each.unit == part.unit
        and each.claim.period == part.claim.period
        and each.place == part.place
        and not (each.speech == part.speech and each.start == part.start)
    ]


def _holds(text: str, whole: Figure, part: Figure) -> bool:
    """“…203.7亿元,其中民生163.2亿元”, “14.2万名工人中,技师4.6万人”: whether the one is said to be in the other."""
    if _AMONG.search(text, whole.end, part.start):
        return True
    comma = text.find(",", whole.end, part.start)
    return 0 < comma - whole.end <= _AFTER_WHOLE and text[comma - 1] == _WITHIN


def _of_rate(sentence: Sentence, share: Figure, back: Sequence[Sentence]) -> Iterator[Finding]:
    """“住房18640套。已经交付11370套,交付率61.0%”."""
    levels = [each for each in sentence.between(sentence.start, share.start) if each.is_level]
    if not levels or share.reached:
        return
    part = levels[-1]
    raw = "".join(piece.of(share.text) for piece in share.claim.metric)
    stem = raw[: raw.rfind(_RATE)][-_STEM:]
    earlier = [*[each for other in back for each in other.levels], *levels[:-1]]
    wholes = [each for each in earlier if _counts_alike(each, part) and each.up_to(part)[:1] not in _JOINS]
    within = [each for each in wholes[-1:] if _holds(share.text, each, part)]
    named = len(stem) == _STEM and re.search(_GAP.join(stem), share.text[part.clause : share.clause]) is not None
    if named or within:
        near = [each for each in wholes if each.claim.sentence == part.claim.sentence]
        yield from _weigh(share, part, within or near or wholes[-1:], firm=True)


def _counts_alike(one: Figure, two: Figure) -> bool:
    """Whether two numbers count the same: people and attendances do where a rate is made of them."""
    return one.claim.kind is two.claim.kind and (one.unit == two.unit or {one.unit, two.unit} == _PEOPLE)


def _weigh(share: Figure, part: Figure, wholes: Sequence[Figure], *, firm: bool) -> Iterator[Finding]:
    findings = []
    for whole in wholes:
        if not _counts_alike(whole, part) or (whole.interval.low or 0) <= 0:
            continue
        expected = part.interval / whole.interval * HUNDRED
        verdict = judge(share.interval, expected, part.exact / whole.exact * HUNDRED)
        fits = verdict is not Verdict.INCONSISTENT
        message = "{1} of {2} is {expected}, stated is {0}"
        spots = (share.spot, part.spot, whole.spot)
        findings.append((fits, Finding(Check.SHARE, verdict, spots, message, share.interval, expected)))
    fitting = [finding for fits, finding in findings if fits]
    if fitting:
        yield fitting[-1]
    elif firm and len(findings) == 1 and (part.unit == wholes[0].unit or _slipped(share, part, wholes[0])):
        yield findings[0][1]


def _slipped(share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a rate of people among attendances would fit but for one slip; else it may be of another whole."""

    def fits(said: list[Interval]) -> bool:
        return (said[2].low or 0) > 0 and said[0].meets(said[1] / said[2] * HUNDRED)

    return one_slip_explains([share, part, whole], fits)
