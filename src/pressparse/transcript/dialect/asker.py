"""Askers: what a question says of the one who asks it, in its first words or behind its last."""

from pressparse.lexicon import margin_pattern, one_of, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.transcript.dialect.label import HOSTS, MARGINS, REPORTER_ENDS, is_outlet, outlet_of
from pressparse.transcript.dialect.name import is_plain_word, looks_like_name

_HONORIFICS = read_words("honorifics")
# “Q2: …? (BBC)”: the outlet stands at the end of the question.
_OUTLET_BEHIND = on_demand(r"\((?P<outlet>[^()\n]{2,40})\)$")


def find_asker_ahead(words: str) -> tuple[Span, Span]:
    """Where a question names the medium of who asks, and their name; empty spans for what it does not say.

    >>> said = "谢谢。我是宁川日报记者叶青,请问何时通车?"
    >>> [span.of(said) for span in find_asker_ahead(said)]
    ['宁川日报', '叶青']
    >>> said = "刚才有记者问,何时通车?"
    >>> [span.of(said) for span in find_asker_ahead(said)]
    ['', '']
    """
    said = _ASKER_SAYS.match(words[:_LONGEST_INTRODUCTION])
    if said is None:
        return _NOWHERE, _NOWHERE
    group = "first" if said["own"] else "second"
    start, end = said.span(group)
    titled = _TITLED.search(said[group])
    reporter = said["own"] is not None and said["of"] is None and said.end() - 1 > end
    if not said["own"] and not _GREETING.fullmatch(words, 0, start):
        # “刚才,新华社记者,已经问了”
        return _NOWHERE, _NOWHERE
    if not (titled or _is_medium(said[group]) or (reporter and _may_be_medium(said[group]))):
        return _NOWHERE, _NOWHERE
    if titled:
        # “本地《牧区报》记者”
        start, end = start + titled.start() + 1, start + titled.end() - 1
    named = said["name"] is not None and looks_like_name(said["name"])
    return Span(start, end), Span(*said.span("name")) if named else _NOWHERE


def without_asking_behind(label: str) -> str:
    """A reporter's label without the word behind the name that they ask; any other label as it is.

    >>> without_asking_behind("宁川日报记者叶青问"), without_asking_behind("记者问")
    ('宁川日报记者叶青', '记者问')
    """
    named = _NAMED_ASKS.fullmatch(label)
    # “山口真一” begins with no family name of ours.
    return named["named"] if named and not is_plain_word(named["name"]) else label


def without_role_ahead(words: str) -> str:
    """What stands behind the word for an asker or host that it begins with, all of it where it begins with none.

    An analyst's rank is of that word: “高级分析师”.

    >>> without_role_ahead("分析师吴若谷"), without_role_ahead("吴若谷")
    ('吴若谷', '吴若谷')
    """
    if trade := _TRADES.match(words):
        return words[trade.end() :].strip()
    return next((words[len(word) :].strip() for word in (*REPORTER_ENDS, *HOSTS) if words.startswith(word)), words)


_TRADES = margin_pattern("trades")


def _is_medium(name: str) -> bool:
    """Whether a name is that of a medium by more than a sign before its kind: “海西财经”, but “跑财经”."""
    if name.casefold() in _KNOWN or not is_outlet(name):
        return is_outlet(name)
    return name.casefold()[_SHORTEST_NAMED:].endswith(_ENDS)


_SHORTEST_NAMED = 2


_KNOWN = frozenset(word.casefold() for word in read_words("outlets", "whole"))
_ENDS = tuple(word.casefold() for word in read_words("outlets", "end"))


def _may_be_medium(words: str) -> bool:
    """Whether what a reporter says to be of may be a medium: “红星资本局”, but “第一次来”, “摄影”, “驻京”."""
    return len(words) >= _SHORTEST_MEDIUM and _NO_MEDIUM.search(words) is None and not is_plain_word(words)


_SHORTEST_MEDIUM = 4
_NO_MEDIUM = on_demand(MARGINS["no_medium"])
_GREETING = on_demand(f"(?:[^,。!?;:]*(?:{MARGINS['greeting']})[^,。!?;:]*[,。!?] ?)*")
_ASKER_SAYS = on_demand(MARGINS["asker_says"])
_NAMED_ASKS = margin_pattern("named_asks")
_TITLED = on_demand("《[^《》]+》$")
_LONGEST_INTRODUCTION = 80
_NOWHERE = Span(0, 0)


def find_asker_behind(words: str) -> tuple[str, str]:
    """The medium in parentheses at the end of a question and whose name stands behind it; "" for what is not there.

    >>> find_asker_behind("Q1:何时通车?(宁川日报)"), find_asker_behind("何时通车?(宁川日报叶青先生)")
    (('宁川日报', ''), ('宁川日报', '叶青'))
    >>> find_asker_behind("何时通车?(北港通信记者小野明子)"), find_asker_behind("何时通车?(宁川日报 叶青)")
    (('北港通信', '小野明子'), ('宁川日报', '叶青'))
    >>> find_asker_behind("何时通车?(笑)")
    ('', '')
    """
    behind = _OUTLET_BEHIND.search(words)
    if behind is None:
        return "", ""
    outlet: str = behind["outlet"]
    if outlet.isascii():
        return outlet if any(char.isalpha() for char in outlet) else "", ""
    called = next((outlet.removesuffix(word) for word in _HONORIFICS if outlet.endswith(word)), outlet)
    told = _REPORTER_OF.fullmatch(called)
    if told is not None and (told["asker"] or is_outlet(told["medium"])):
        # “海岳社记者叶青”, “海岳社 叶青”
        return told["medium"], told["name"]
    for length in (3, 2, 4):
        if is_outlet(called[:-length]) and looks_like_name(called[-length:]):
            return called[:-length], called[-length:]
    medium = outlet_of(outlet) or (words[behind.start() - 1] == "?" and _MEDIUM_INSIDE.search(outlet))
    return outlet if medium else "", ""


_REPORTER_OF = on_demand(rf"(?P<medium>{HAN}{{2,16}}?)(?: |(?P<asker>{one_of(REPORTER_ENDS)}) ?)(?P<name>{HAN}{{2,6}})")
_MEDIUM_INSIDE = on_demand(MARGINS["medium_inside"])
