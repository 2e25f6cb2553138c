"""Labels: the form and the meaning of the name a record prints in front of a speech."""

import re
from dataclasses import dataclass
from functools import cache

from pressparse.lexicon import one_of, read_words
from pressparse.transcript.turn import Role

MAX_LABEL_CHARS = 40

# “葉昶:”, “央廣網記者 ：”, “Kolas Yotaka：”, “方力(环保局副局长):”. No sentence punctuation inside.
_LABEL = re.compile(
    rf"(?P<label>[^\s:,。;?!、…()][^:,。;?!…()\n]{{0,{MAX_LABEL_CHARS - 1}}}?) ?(?:\((?P<aside>[^():\n]{{1,40}})\))? ?:[ \t]*"
)
# What may stand in front of a label: bullets, quote marks, bold, a number.
_DECOR = re.compile(r"(?:[*•·▲△■◆○●>#|] ?)*(?:(?:Q ?)?\d{1,3} ?[、.)] ?)?(?:\*\*)?")
# “各位媒體朋友:”, “女士們、先生們:” address the room.
_ADDRESS = re.compile(rf"^{one_of(read_words('addresses', 'start'))}|{one_of(read_words('addresses', 'end'))}$")
_ROLE_WORD = re.compile(rf"^(?P<role>{one_of(read_words('roles'))}) ?\d*$", re.IGNORECASE)
# Q and A are labels only alone: “Miguel Aranda” is no answer.
_ROLE_END = re.compile(rf"(?P<role>{one_of(word for word in read_words('roles') if not word.isascii())}) ?\d*$")
# “宁川日报记者周启明”: the role, then the reporter's own name.
_REPORTER_NAME = re.compile(rf"(?P<role>{one_of(read_words('roles', 'reporter'))}) ?[\u3400-\u9fff]{{2,3}}$")
_FOLLOW_UP = re.compile(rf"{one_of(read_words('follow_ups'))}$")
_NOTE = re.compile(r"^(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|【[^【】]{1,60}】)$")
_RULE = re.compile(r"^[-—–_=*~·•─]{1,80}$")
_OUTLET_WHOLE = re.compile(rf"^{one_of(read_words('outlets', 'whole'))}(?: [^ ]+)*$", re.IGNORECASE)
_OUTLET_END = re.compile(rf"(?:[^ ]|[A-Za-z] ){one_of(read_words('outlets', 'end'))}(?: [^ ].*)?$", re.IGNORECASE)
_NO_OUTLET = re.compile(rf"{one_of(read_words('outlets', 'no'))}$")
# “《北京青年报》”, “《明镜报》Georg Fahrion”
_TITLED_OUTLET = re.compile(r"^(?P<outlet>《[^《》]{1,20}》)(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A label at the start of a line, in analysis text.

    `lead` characters of decoration stand in front of it; `length` covers all up to the speech, colon included.
    `aside` is what stands in parentheses behind the name.
    """

    label: str
    length: int
    lead: int = 0
    aside: str = ""


def read_opening(words: str) -> Opening | None:
    """The label that a line of analysis text opens with; None where it opens with none.

    Says only that it has the form of a label: whether it is one depends on the rest of the record.

    >>> read_opening("央广网记者:谢谢主持人。")
    Opening(label='央广网记者', length=6, lead=0, aside='')
    >>> read_opening("各位媒体朋友:大家好!") is None
    True
    """
    decor = _DECOR.match(words)
    lead = decor.end() if decor else 0
    match = _LABEL.match(words, lead)
    if match is None:
        return None
    label = match["label"].rstrip()
    # “下午4:00”, “http://”, “7:3”: a colon inside a time, an address, a ratio.
    following = words[match.end() : match.end() + 2]
    if _ADDRESS.search(label) or (label[-1].isdigit() and following[:1].isdigit()) or following == "//":
        return None
    length = match.end()
    if lead and words.startswith("**", length):
        length += 2
    return Opening(label.strip("*"), length, lead, match["aside"] or "")


def role_of_line(words: str) -> Role | None:
    """The role that a line names when it says nothing else (`记者`, `嘉宾:`); None where it says more."""
    match = _ROLE_WORD.match(words.rstrip(": "))
    return role_of_word(match["role"]) if match else None


def role_of_label(label: str) -> Role:
    """The role that a label names by its last word or as the name of a medium; unknown where it names none.

    >>> role_of_label("央广网记者"), role_of_label("《澜江日报》")
    (<Role.REPORTER: 'reporter'>, <Role.REPORTER: 'reporter'>)
    """
    match = _ROLE_END.search(label) or _ROLE_WORD.match(label) or _REPORTER_NAME.search(label)
    if match:
        return role_of_word(match["role"])
    if is_follow_up(label) or outlet_of(label):
        return Role.REPORTER
    return Role.UNKNOWN


def role_of_word(word: str) -> Role:
    """The role that a word of lexicons/roles.tsv stands for, in any case."""
    return _roles()[word.casefold()]


@cache
def _roles() -> dict[str, Role]:
    return {
        word.casefold(): role for role in Role if role != Role.UNKNOWN for word in read_words("roles", role.value)
    }


def is_follow_up(label: str) -> bool:
    """Whether a label says that the asker before goes on (`追问`, `路透社记者追问`)."""
    return _FOLLOW_UP.search(label) is not None


def without_role(label: str) -> str:
    """A reporter's label without its role word: the outlet, or "" where nothing else is said.

    >>> without_role("央广网记者")
    '央广网'
    """
    return _ROLE_END.sub("", _FOLLOW_UP.sub("", label)).strip(" ·-—")


def outlet_of(label: str) -> str:
    """The medium that a label names, without the reporter's own name; "" where it names none.

    >>> outlet_of("中央社 苏思云"), outlet_of("《明镜报》Georg Fahrion"), outlet_of("供销合作社")
    ('中央社', '《明镜报》', '')
    """
    bare = without_role(label)
    titled = _TITLED_OUTLET.match(bare)
    if titled:
        return titled["outlet"]
    first = bare.split(" ", 1)[0]
    if bare != label and role_of_label_end(label) is Role.REPORTER:
        return first if _is_outlet(first) else bare
    if _is_outlet(bare):
        return first if _is_outlet(first) else bare
    return ""


def role_of_label_end(label: str) -> Role:
    """The role named by the last word of a label alone."""
    match = _ROLE_END.search(label)
    return role_of_word(match["role"]) if match else Role.UNKNOWN


def _is_outlet(name: str) -> bool:
    if _NO_OUTLET.search(name):
        return False
    return _OUTLET_WHOLE.match(name) is not None or _OUTLET_END.search(name) is not None


def is_note(words: str) -> bool:
    """Whether a line is a stage note, such as `(掌声)`."""
    return _NOTE.match(words) is not None


def is_rule(words: str) -> bool:
    """Whether a line is drawn of dashes or stars and says nothing."""
    return _RULE.match(words) is not None
