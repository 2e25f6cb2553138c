"""Shares: a part and its whole against the percentage that was stated."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Finding
from pressparse.claims.check.name import is_specific, plain_name
from pressparse.claims.check.rate import check_rate, holds
from pressparse.claims.check.ratio import Trust, weigh
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["shares"]
_SHARE: str = _TREE["share"]
_LEAD = re.compile(_TREE["lead"])
_WHOLE = re.compile(_TREE["whole"])
_BLANK = re.compile(_TREE["blank"])
_OF_THINGS = re.compile(_TREE["of_things"])
_TRAIL = re.compile(_TREE["trail"])
_BARE = re.compile(_TREE["bare"])
_TIMES = re.compile(_TREE["times"])
_RATE: str = _TREE["rate"]
_SUM_OF = tuple(_TREE["sum_of"])
_JOINS = frozenset(read_tree("checks")["sums"]["joins"])
# So much of their ends have the names of a part and of its whole in common (海外收入, 营业收入).
_TAIL = 2


def check_shares(sentences: Sequence[Sentence], figures: Sequence[Figure]) -> Iterator[Finding]:
    """Each stated percentage whose part and whole are stated too; misfits only where no other reading is open."""
    for index, sentence in enumerate(sentences):
        for share in sentence.figures:
            if share.claim.kind is Kind.MULTIPLE and not share.claim.change:
                yield from _times(sentence, share, figures)
            if not share.is_share or share.claim.low == 0:
                continue
            back = [each for each in sentences[max(index - 2, 0) : index] if each.speech == sentence.speech]
            yield from _of_share(sentence, share, back, figures)


def _of_share(
    sentence: Sentence, share: Figure, back: Sequence[Sentence], figures: Sequence[Figure]
) -> Iterator[Finding]:
    said = share.before()
    at = said.rfind(_SHARE)
    row = _row(sentence, share)
    if len(row) > 1:
        yield from _of_row(sentence, share, row)
    elif at >= 0 and not said.endswith(_RATE):
        yield from _of_whole(sentence, share, said[:at], said[at + len(_SHARE) :], figures)
    elif plain_name("".join(piece.of(share.text) for piece in share.claim.metric)).endswith(_RATE):
        yield from check_rate(sentence, share, back)
    elif _BARE.match(said) and not _OF_THINGS.match(share.text, share.end):
        yield from _of_clause(sentence, share)


def _row(sentence: Sentence, figure: Figure) -> list[Figure]:
    """The numbers of one kind that stand in a row with this one: “43.2%和30.2%”."""
    alike = [each for each in sentence.figures if each.unit == figure.unit and each.claim.kind is figure.claim.kind]
    rows = [[alike[0]]]
    for one, two in pairwise(alike):
        if one.up_to(two)[:1] in _JOINS:
            rows[-1].append(two)
        else:
            rows.append([two])
    return next(row for row in rows if figure in row)


def _of_row(sentence: Sentence, share: Figure, row: list[Figure]) -> Iterator[Finding]:
    """“142.3亿元,其中门诊61.5亿元、住院43亿元,占比分别是43.2%和30.2%”: in the order of their parts."""
    before = [each for each in sentence.between(sentence.start, row[0].start) if each.is_level]
    if _SHARE not in row[0].before() or not before:
        return
    parts = _row(sentence, before[-1])
    wholes = [each for each in before if each.start < parts[0].start and each.unit == parts[0].unit][-1:]
    if len(parts) == len(row) and wholes and holds(share.text, wholes[0], parts[0]):
        yield from weigh(share, parts[row.index(share)], wholes, trust=Trust.FIRM)


def _of_whole(
    sentence: Sentence, share: Figure, subject: str, rest: str, figures: Sequence[Figure]
) -> Iterator[Finding]:
    """“74.8亿元,占零售总额的15.4%”."""
    inline = [each for each in sentence.between(share.clause, share.start) if each.is_level]
    before = [each for each in sentence.between(sentence.start, share.clause) if each.is_level]
    found = _WHOLE.match(_LEAD.sub("", rest))
    name = found["whole"] if found else rest
    if not _BLANK.match(subject):
        if name and not inline:
            yield from _of_names(share, name, figures)
        return
    if not before or subject.startswith(_SUM_OF):
        return
    part = before[-1]
    wholes: Sequence[Figure]
    if inline:
        wholes, trust = [each for each in inline if each.unit == part.unit], Trust.FIRM
    elif name:
        wholes, trust = _by_name(name, part, before, figures)
    else:
        wholes, trust = _unnamed(share, part, before, figures)
    yield from weigh(share, part, wholes, trust=trust)


def _by_name(
    name: str, part: Figure, before: list[Figure], figures: Sequence[Figure]
) -> tuple[Sequence[Figure], Trust]:
    """“占零售总额的”: the amounts of this name, those of the same sentence first; else what ends like it (全年计划)."""
    wholes = _called(name, part, figures)
    near = [each for each in wholes if each.claim.sentence == part.claim.sentence]
    if wholes:
        return (near, Trust.FIRM) if near else (wholes, Trust.FIRM if is_specific(name) else Trust.NONE)
    tail = plain_name(name)[-_TAIL:]
    ends = [each for each in before[:-1] if each.unit == part.unit and each.name.endswith(tail)][-1:]
    if not ends and is_specific(plain_name(name)):
        ends = [each for each in _comparable(part, figures) if each.name.endswith(plain_name(name))]
    return ends, Trust.SLIP


def _unnamed(
    share: Figure, part: Figure, before: list[Figure], figures: Sequence[Figure]
) -> tuple[Sequence[Figure], Trust]:
    """“占比28.9%”: of what was said before in the sentence; else of the one larger amount whose name ends alike."""
    wholes = [each for each in before[:-1] if each.unit == part.unit]
    wholes = [each for each in wholes if holds(share.text, each, part)] or wholes
    if wholes or len(part.name) <= _TAIL:
        return wholes, Trust.FIRM if len(wholes) == 1 else Trust.NONE
    tail = part.name[-_TAIL:]
    alike = [each for each in _comparable(part, figures) if each.name.endswith(tail) and each.name != part.name]
    return alike, Trust.SLIP


def _called(name: str, part: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The levels of this name, of the unit and the time of the part."""
    plain = plain_name(name)
    own = [each for each in _comparable(part, figures) if each.name == plain]
    return [each for each in own if each.claim.period == part.claim.period]


def _comparable(part: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The levels that a part may be held against: of its unit and place, and of its time where it names one."""
    return [
        each
        for each in figures
        if each.is_level
        and each.unit == part.unit
        and each.claim.kind is part.claim.kind
        and each.place == part.place
        and (each.claim.period == part.claim.period or not part.claim.period)
        and not (each.speech == part.speech and each.start == part.start)
    ]


def _of_names(share: Figure, name: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """“研发投入占营收的8.3%”, both stated elsewhere, by anyone."""
    subject = "".join(piece.of(share.text) for piece in share.claim.metric).partition(_SHARE)[0]
    plain = plain_name(_TRAIL.sub("", subject))
    parts = [each for each in figures if each.is_level and each.name == plain and each.place == share.place]
    if is_specific(plain) and len({(each.claim.low, each.claim.period) for each in parts}) == 1:
        yield from weigh(share, parts[0], _called(name, parts[0], figures), trust=Trust.SLIP)


def _of_clause(sentence: Sentence, share: Figure) -> Iterator[Finding]:
    """“定序86件,其中82件,超过九成五”: a clause that is nothing but a share is of the last two amounts."""
    before = [each for each in sentence.figures if each.start < share.clause][-2:]
    if len(before) == len({each.start for each in before if each.is_level}) and before[-1:] != before[:1]:
        whole, part = before
        if part.end + 1 >= share.clause and whole.unit == part.unit:
            yield from weigh(share, part, [whole], trust=Trust.SLIP)


def _times(sentence: Sentence, factor: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    """“现金流67.3亿元,是净利润的1.76倍”."""
    found = _TIMES.search(factor.before())
    before = [each for each in sentence.between(sentence.start, factor.clause) if each.is_level]
    if found and before and is_specific(plain_name(found["whole"])):
        name = plain_name(found["whole"])
        wholes = [each for each in _comparable(before[-1], figures) if each.name.endswith(name)]
        yield from weigh(factor, before[-1], wholes, trust=Trust.SLIP)
