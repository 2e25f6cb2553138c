"""Rates: what was reached out of what there is, named by its verb (交付率) and not by its whole."""

import re
from collections.abc import Sequence

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Finding
from pressparse.claims.check.ratio import Trust, count_alike, weigh
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_AMONG = re.compile(read_tree("checks")["sums"]["among"])
_TREE = read_tree("checks")["shares"]
_WITHIN: str = _TREE["within"]
_RATE: str = _TREE["rate"]
_JOINS = frozenset(read_tree("checks")["sums"]["joins"])
# “取得证书”, “取证率”: the stem of a rate shortens the words of its part.
_GAP = "[^,;。]{0,3}"
_STEM = 2
_AFTER_WHOLE = 14


def holds(text: str, whole: Figure, part: Figure) -> bool:
    """“…203.7亿元,其中民生163.2亿元”, “14.2万名工人中,技师4.6万人”: whether the one is said to be in the other."""
    if _AMONG.search(text, max(whole.end, part.claim.sentence.start), part.start):
        return True
    comma = text.find(",", whole.end, part.start)
    return 0 < comma - whole.end <= _AFTER_WHOLE and text[comma - 1] == _WITHIN


def check_rate(sentence: Sentence, share: Figure, back: Sequence[Sentence]) -> list[Finding]:
    """“住房18640套。已经交付11370套,交付率61.0%”; `back` are the sentences before."""
    levels = [each for each in sentence.between(sentence.start, share.start) if each.is_level]
    if not levels or share.reached or any(each.is_share for each in sentence.between(levels[-1].end, share.start)):
        # “优良率88.9%,比2017年的61.1%提高”: the second is of another time.
        return []
    part = levels[-1]
    raw = "".join(piece.of(share.text) for piece in share.claim.metric)
    stem = raw[: raw.rfind(_RATE)][-_STEM:]
    earlier = [*[each for other in back for each in other.levels], *levels[:-1]]
    wholes = [each for each in earlier if count_alike(each, part) and each.up_to(part)[:1] not in _JOINS]
    within = [each for each in wholes[-1:] if holds(share.text, each, part)]
    # The name of the rate itself, which a torn line may have put into a clause of its own, names no part.
    stop = min([share.clause, *(piece.start for piece in share.claim.metric)])
    named = len(stem) == _STEM and re.search(_GAP.join(stem), share.text[part.clause : stop]) is not None
    if named or within:
        near = [each for each in wholes if each.claim.sentence == part.claim.sentence]
        return weigh(share, part, within or near or wholes[-1:], trust=Trust.FIRM)
    # “开设1126床,住了684人,占床率60.7%”: the rate has the word that its whole is counted with.
    alike = [each for each in levels[-2:-1] if each.claim.kind is part.claim.kind is Kind.COUNT and each.unit]
    counted = [each for each in alike if each.unit in raw]
    return weigh(share, part, counted, trust=Trust.SLIP)
