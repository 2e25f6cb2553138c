"""Lone answers: who answers all that reporters ask in a record, and whose name has no form of ours."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from pressparse.text.script import is_han
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.name import has_name_stop, is_plain_word
from pressparse.transcript.dialect.opening import Candidate
from pressparse.transcript.turn import Role

_NAME_CHARS = range(3, 8)
_GIVEN = 2


def find_lone_answer(candidates: Sequence[Candidate], accepted: Collection[str]) -> set[str]:
    """The one label right behind each question of a reporter, where nobody but reporters is known to speak.

    “记者:船何时开?”, then “森下良平:下个月。”; a heading of what is answered ends in a word: “总体思路:”.
    """
    if not accepted or any(labels.role_of_label(label) is not Role.REPORTER for label in accepted):
        return set()
    behind = [two for one, two in pairwise(candidates) if one.label in accepted and two.label not in accepted]
    asked = [one.asks for one, two in pairwise(candidates) if one.label in accepted and two.label not in accepted]
    names = {each.label for each in behind}
    said = bool(names) and all(asked) and not any(each.is_list or each.asks for each in behind)
    return names if said and len(names) == 1 and all(map(_may_be_foreign, names)) else set()


def _may_be_foreign(label: str) -> bool:
    """Whether a label may be a name of another people in our signs, no word at its end: “森下良平”, but “总体思路”."""
    short = is_han(label) and len(label) in _NAME_CHARS and not has_name_stop(label)
    return short and not any(is_plain_word(label[at:]) for at in range(len(label) - _GIVEN + 1))
