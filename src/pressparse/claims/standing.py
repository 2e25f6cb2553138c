"""Standings: whose they are (“居全市第一”, “在各区中排名第二”)."""

import re
from typing import Final

from pressparse.lexicon import one_of, read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_STRIP: Final = (
    *sorted(read_words("scopes"), key=len, reverse=True),
    *sorted(_SIGN["rank_strip"], key=len, reverse=True),
)
# By their last sign, in this order.
_STRIP_BY_END: Final = {end: tuple(word for word in _STRIP if word[-1] == end) for end in {word[-1] for word in _STRIP}}
_VERBS: Final = tuple(word for word in _SIGN["rank_strip"] if word.startswith(tuple(_SIGN["rank_signs"])))
_WITHIN: Final = tuple(_SIGN["within_field"])
_IN_FIELD: Final = re.compile(f"{_SIGN['in_field']}[^,]{{1,8}}[{''.join(_SIGN['within_field'])}]")
_WON: Final = re.compile(one_of(_SIGN["rank_won"]))


def ranked(text: str, start: int, end: int) -> tuple[int, int]:
    """The subject of a standing: without the field (“全市”) and the verb (“居”)."""
    if end > start and text.endswith(_STRIP_BY_END.get(text[end : end + 1], ()), start, end + 1):
        # “人口为六|都第一”, where 都 looks like an adverb.
        end += 1
    while end > start and text.endswith(strip := _STRIP_BY_END.get(text[end - 1], ()), start, end):
        end -= next(len(word) for word in strip if text.endswith(word, start, end))
    if text.startswith(_VERBS, start) and end > start:
        # “居中部六省第二位”
        return end, end
    if field := _IN_FIELD.search(text, start, end):
        # “申请量在同行里排第二”, “在各区中排名第二”
        return (start, field.start()) if field.start() > start + 1 else (end, end)
    if text.endswith(_WITHIN, start, end):
        # “在全市13个县中排第二”
        return end, end
    verb = _WON.search(text, start + 2, end) if end > start + 2 else None
    return start, verb.start() if verb else end
