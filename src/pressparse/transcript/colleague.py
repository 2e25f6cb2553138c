"""Colleagues: the body of an office that is said once for several people (“水利部部长叶青、副部长周启”)."""

from collections.abc import Mapping

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect.label import MARGINS
from pressparse.transcript.dialect.name import BODIES

_OFFICES = tuple(sorted(read_words("offices"), key=len, reverse=True))
_HONORIFICS = (*read_words("honorifics"), "")
_BETWEEN = ("、", ",", *read_words("joints"))
_KNOWN = frozenset(_OFFICES)
# “副部长”, “总工程师”: of the body that somebody else heads.
_WITHIN_BODY = on_demand(MARGINS["within_body"])
_SHORTEST_COMPANY = 4


def with_bodies(titles: Mapping[str, str], text: str, words: str) -> dict[str, str]:
    """`titles` by name, with the body in front of those that a text says right behind somebody else of the same one.

    `words` is the analysis text of `text`.

    >>> said = "请水利部部长叶青、总工程师周启介绍情况。"
    >>> with_bodies({"叶青": "水利部部长", "周启": "总工程师"}, said, said)
    {'叶青': '水利部部长', '周启': '水利部总工程师'}
    """
    found = dict(titles)
    for name, title in titles.items():
        # “副行长、外汇局局长”: the first of two.
        office = to_analysis(title).partition("、")[0]
        if not _WITHIN_BODY.match(office) or not {office, office[1:]} & _KNOWN:
            continue
        at = text.find(title + name)
        before = words[:at] if at > 0 else ""
        for other, of in found.items():
            body = _body_of(of) if other != name else ""
            if body and any(before.endswith(f"{to_analysis(other)}{said}{sign}") for said, sign in _JOINS):
                found[name] = of.rpartition("、")[2][: len(body)] + title
                break
        else:
            # “水利部部长叶青今日联同副部长周启出席”: the only body with such an office.
            ends = ((of, to_analysis(of)) for of in titles.values())
            heads = [of for of, said in ends if said.endswith(office[1:]) and not said.endswith(office)]
            body = _body_of(heads[0]) if len(heads) == 1 and office[1:] in _KNOWN else ""
            found[name] = heads[0].rpartition("、")[2][: len(body)] + title if body else title
    return found


_JOINS = tuple((said, sign) for said in _HONORIFICS for sign in _BETWEEN)


def _body_of(title: str) -> str:
    """The body that the last office of a title is of, in analysis text; "" where none is said."""
    words = to_analysis(title).rpartition("、")[2]
    office = next((office for office in _OFFICES if words.endswith(office)), "")
    body = words[: len(words) - len(office)] if office else ""
    return body if body.endswith(BODIES) or len(body) >= _SHORTEST_COMPANY else ""
