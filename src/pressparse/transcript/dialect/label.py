"""Labels: the name a record prints in front of a speech."""

import re
from dataclasses import dataclass
from functools import cache

from pressparse.lexicon import one_of, read_words
from pressparse.transcript.turn import Role

MAX_LABEL_CHARS = 30

# “葉昶:”, “央廣網記者 ：”, “Kolas Yotaka：”. No sentence punctuation inside, something before the colon.
_LABEL = re.compile(rf"(?P<label>[^\s:,。;?!、…][^:,。;?!…\n]{{0,{MAX_LABEL_CHARS - 1}}}?) ?:[ \t]*")
# “各位媒體朋友:”, “女士們、先生們:” address the room.
_ADDRESS = re.compile(rf"^{one_of(read_words('addresses', 'start'))}|{one_of(read_words('addresses', 'end'))}$")
_ROLE_WORD = re.compile(rf"^(?P<role>{one_of(read_words('roles'))}) ?\d*$")
_ROLE_END = re.compile(rf"(?P<role>{one_of(read_words('roles'))})$")
_NOTE = re.compile(r"^[(\[【][^()\[\]【】]{1,60}[)\]】]$")
_RULE = re.compile(r"^[-—–_=*~·•─]{1,80}$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A label at the start of a line: `label` its analysis text, `length` of it with colon and space behind."""

    label: str
    length: int


def read_opening(words: str) -> Opening | None:
    """The label that a line of analysis text opens with; None where it opens with none.

    Says only that it has the form of a label: whether it is one depends on the rest of the record.

    >>> read_opening("央广网记者:谢谢主持人。")
    Opening(label='央广网记者', length=6)
    >>> read_opening("各位媒体朋友:大家好!") is None
    True
    """
    match = _LABEL.match(words)
    if match is None or _ADDRESS.search(match["label"]):
        return None
    return Opening(match["label"], match.end())


def role_of_line(words: str) -> Role | None:
    """The role that a line names when it says nothing else (`记者`, `嘉宾:`); None where it says more."""
    match = _ROLE_WORD.match(words.rstrip(": "))
    return role_of_word(match["role"]) if match else None


def role_of_label(label: str) -> Role:
    """The role that the last word of a label names (`央广网记者` → reporter); unknown where it names none."""
    match = _ROLE_END.search(label)
    return role_of_word(match["role"]) if match else Role.UNKNOWN


def role_of_word(word: str) -> Role:
    """The role that a word of lexicons/roles.tsv stands for."""
    return _roles()[word]


@cache
def _roles() -> dict[str, Role]:
    return {word: role for role in Role if role != Role.UNKNOWN for word in read_words("roles", role.value)}


def without_role(label: str) -> str:
    """A reporter's label without its role word: the outlet, or "" where nothing else is said.

    >>> without_role("央广网记者")
    '央广网'
    """
    return _ROLE_END.sub("", label).strip(" ·-—")


def is_note(words: str) -> bool:
    """Whether a line is a stage note, such as `(掌声)`."""
    return _NOTE.match(words) is not None


def is_rule(words: str) -> bool:
    """Whether a line is drawn of dashes or stars and says nothing."""
    return _RULE.match(words) is not None
