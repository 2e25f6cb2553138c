"""Labels: the form and the meaning of the name a record prints in front of a speech."""

import re
from functools import lru_cache

from pressparse.lexicon import margin_pattern, read_patterns, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.text.script import is_han, to_analysis
from pressparse.text.tag import is_place
from pressparse.transcript.dialect.described import is_described
from pressparse.transcript.dialect.name import has_name_stop, looks_like_name
from pressparse.transcript.turn import Role

MAX_LABEL_CHARS = 40

MARGINS: dict[str, str] = read_patterns("margins")
# “记 者”, “主 持 人”: characters are set apart to fill a width, or all of the record.
_SPACED = on_demand(rf"{HAN}(?: +{HAN}){{1,19}}")
# “问题1”: asked where others answer.
BULLETS: str = MARGINS["bullets"]
_NUMBERED_QUESTION = margin_pattern("numbered_question")
_LATIN_BEHIND = on_demand(r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}$")
# “《北京青年报》”, “《明镜报》Georg Fahrion”
_TITLED_OUTLET = on_demand(r"^(?P<outlet>《[^《》]{1,20}》)", signs="《")
_PLACED_OUTLET = on_demand(r"[^《》]{1,6}(?P<outlet>《[^《》]{1,20}》)", signs="《")
_ANSWERING_PRESS = on_demand(MARGINS["answering_press"])
# “215.33.*.*”
_NUMBERED_VOICE = on_demand(MARGINS["numbered_voice"], re.IGNORECASE)
_ADDRESS = on_demand(r"[0-9a-f.:*]+")
# “主持人、市政府新闻办副主任”
_SET_OFF = on_demand(r"[、,，:：\s]+")
_DIGITS = " 0123456789"
_SUB_ASKED = on_demand(r"[Qq][0-9]{1,2}-[0-9]{1,2}", signs="-")
_SUB_COUNT = on_demand(r"(?<=[QAqa][0-9])-[0-9]{1,2}$", signs="-")
_EDITOR_CHARS = 3  # 主编, 总编辑
_PET_NAME_CHARS = range(2, 4)
# “记者A”, “记者甲”
_LETTERS = MARGINS["letters"]

# Plain words and suffix tests rather than patterns: they cost nothing to prepare, and every call starts with them.
_ROLES = {word.casefold(): role for role in Role if role != Role.UNKNOWN for word in read_words("roles", role.value)}
# Q and A are labels only alone: “Miguel Aranda” is no answer.
_ROLE_ENDS = tuple(sorted((word for word in _ROLES if not word.isascii()), key=len, reverse=True))
# “记:” asks, but “书记:” does not.
_ROLES[MARGINS["asks_alone"]] = Role.REPORTER
REPORTER_ENDS = tuple(word for word in _ROLE_ENDS if _ROLES[word] is Role.REPORTER and len(word) > 1)
_SPEAKER_ROLES = tuple(word for word in _ROLE_ENDS if _ROLES[word] in (Role.HOST, Role.GUEST) and len(word) > 1)
HOSTS = tuple(word for word in _SPEAKER_ROLES if _ROLES[word] is Role.HOST)
_LONGEST_ROLE = 4
_MANY = (Role.AUDIENCE, Role.REPORTER)
_POSTED = margin_pattern("posted")
# “法新社|提问”
_ASKING = tuple(word for word in REPORTER_ENDS if _ROLES.get(word[-1:]) is Role.REPORTER)
_HAN_COUNT = "".join((*read_words("calendar", "digit"), *read_words("calendar", "ten")))
ANSWERS = tuple(sorted(read_words("answers"), key=len, reverse=True))
_LEAD_INS = read_words("label_stops", "end")
_FOLLOW_UPS = tuple(sorted(read_words("follow_ups"), key=len, reverse=True))
_OUTLETS = frozenset(word.casefold() for word in read_words("outlets", "whole"))
_OUTLET_ENDS = tuple(word.casefold() for word in read_words("outlets", "end"))
_OFFICES = read_words("offices")
_NO_OUTLETS = read_words("outlets", "no")


def close_up(label: str) -> str:
    """A label without the space between two characters that are set apart.

    >>> close_up("记 者"), close_up("主持人 叶青")
    ('记者', '主持人 叶青')
    """
    return label.replace(" ", "") if label[1:2] == " " and _SPACED.fullmatch(label) else label


def is_numbered_question(label: str) -> bool:
    """Whether a label only counts a question (`问题1`): one where others answer."""
    return _NUMBERED_QUESTION.match(label) is not None


def role_of_line(words: str) -> Role | None:
    """The role that a line names when it says nothing else (`记者`, `嘉宾:`, `Q1`); None where it says more."""
    return _role_alone(words) if len(words) <= MAX_LABEL_CHARS else None


@lru_cache(maxsize=4096)
def _role_alone(words: str) -> Role | None:
    if is_numbered_voice(words.rstrip(": ")):
        return None
    # “Q1-1”: what is asked behind the first question
    words = _SUB_COUNT.sub("", words.rstrip(": "))
    return _ROLES.get(words.rstrip(_DIGITS).casefold())


def is_numbered_voice(label: str) -> bool:
    """Whether a label is a number that a machine gives a voice it cannot name (`发言人 3`)."""
    return label[-1:].isdigit() and _NUMBERED_VOICE.fullmatch(label) is not None


@lru_cache(maxsize=4096)
def role_of_label(label: str) -> Role:
    """The role that a label names by its last word or as the name of a medium; unknown where it names none.

    >>> role_of_label("央广网记者"), role_of_label("《澜江日报》")
    (<Role.REPORTER: 'reporter'>, <Role.REPORTER: 'reporter'>)
    """
    if is_numbered_voice(label):
        # “发言人 3”: a machine that writes down what is said tells voices, not roles.
        return Role.UNKNOWN
    label = _SUB_COUNT.sub("", label)
    role = Role.REPORTER if is_numbered_question(label) else _role_named(label)
    if role is Role.UNKNOWN and role_prefix(label):
        return role_of_word(role_prefix(label))
    if role is Role.UNKNOWN and (is_follow_up(label) or _names_reporter(label) or outlet_of(label)):
        return Role.REPORTER
    if role is Role.UNKNOWN and label.startswith(_WEB_USERS) and len(label) in _WEB_NAMES:
        # “网友老渔夫”
        return Role.AUDIENCE
    if role is Role.UNKNOWN and is_described(label):
        # “一位女船工”
        return Role.AUDIENCE
    # “网友 大河奔流”
    first, _, rest = label.partition(" ")
    # “Audience questions online” is a heading.
    named = role is Role.UNKNOWN and rest and not (label.isascii() and rest[0].islower())
    if named and _HOUSE.fullmatch(first):
        # “海岳证券研究员 叶青”
        return Role.REPORTER
    return _ROLES.get(first.casefold(), role) if named else role


def without_asking(label: str) -> str:
    """A role without the word that its bearer asks.

    >>> without_asking("投资者问"), without_asking("问"), without_asking("吴问")
    ('投资者', '问', '吴问')
    """
    reporter = is_outlet(label[:-1].strip("《》")) or (
        len(label) > _LONGEST_ROLE and label[:-1].endswith(REPORTER_ENDS)
    )
    if _ROLES.get(label[-1:]) is Role.REPORTER and reporter:
        # “联合报问”, “新华社记者问”
        return label[:-1]
    asked = next(
        (word for word in _ASKING if label.endswith(word) and is_outlet(label[: -len(word)].strip("《》"))), ""
    )
    # “宁川网记者|提问”
    asked = asked[next((len(word) for word in REPORTER_ENDS if asked.startswith(word) and asked != word), 0) :]
    # “法新社提问”, “媒体提问”
    asked = asked or next((word for word in _ASKING if label.endswith(word) and label.removesuffix(word) in _ROLES), "")
    if not asked and label[:-1] in _ROLES and _ROLES.get(label[-1:]) is Role.REPORTER:
        # “记者问”
        return label[:-1]
    return label.removesuffix(asked)


def without_count(label: str) -> str:
    """A role that asks without the number of its question.

    >>> without_count("Q2"), without_count("提问三"), without_count("记者"), without_count("第3频道")
    ('Q', '提问', '记者', '第3频道')
    """
    bare = label.rstrip(f"{_DIGITS}{_HAN_COUNT}")
    asks = _ROLES.get(bare.casefold()) is Role.REPORTER or any(
        bare.endswith(word) and bare.removesuffix(word) in _ROLES for word in _ASKING
    )
    return bare if bare != label and asks else label


def read_count(count: str) -> int:
    """The number that a count up to ten in one sign, or one in digits, stands for; 0 for any other sign.

    >>> read_count("三"), read_count("12"), read_count("百")
    (3, 12, 0)
    """
    return int(count) if count.isdigit() else MARGINS["han_counts"].find(count) + 1


def role_of_word(word: str) -> Role:
    """The role that a word of lexicons/roles.tsv stands for."""
    return _ROLES[word.casefold()]


def _role_named(label: str) -> Role:
    """The role that a label names by its last word alone."""
    if _ANSWERING_PRESS.search(label):
        # “局长叶青答记者问” is a headline.
        return Role.UNKNOWN
    bare = label.rstrip(_DIGITS)
    if bare.rstrip(_LETTERS).endswith(REPORTER_ENDS):
        bare = bare.rstrip(_LETTERS)
    if bare.casefold() in _ROLES:
        return _ROLES[bare.casefold()]
    if bare[-1:] in _HAN_COUNT and (role := _ROLES.get(bare.rstrip(_HAN_COUNT))) in _MANY:
        # “观众一”
        return role
    for word in _ROLE_ENDS:
        if bare.endswith(word):
            return _ROLES[word]
    return Role.UNKNOWN


def _names_reporter(label: str) -> bool:
    """Whether a name of two or three characters follows the role: “宁川日报记者周启明”."""
    return _ahead_of_name(label) != "" or any(label[:-length].rstrip().endswith(REPORTER_ENDS) for length in (2, 3))


def _ahead_of_name(label: str) -> str:
    """What stands before a name in letters or a translated one, role word included, if it is of one who asks.

    >>> _ahead_of_name("分析师Alan Whitmore"), _ahead_of_name("第二频道主持人安娜·德莫"), _ahead_of_name("毛宁")
    ('分析师', '第二频道主持人', '')
    """
    latin = _LATIN_BEHIND.search(label) if label != label.lower() else None
    ahead = label[: latin.start()].rstrip() if latin else ""
    if not latin and "·" in label:
        word = next((word for word in (*REPORTER_ENDS, *HOSTS) if word in label), "")
        ahead, _, name = label.partition(word) if word else ("", "", "")
        ahead = ahead + word if looks_like_name(name.strip()) else ""
    if ahead.endswith(REPORTER_ENDS) or (latin and is_outlet(ahead)):
        # “环球早报Anna Smith”
        return ahead
    # Who hosts for a medium has come to ask.
    host = next((word for word in HOSTS if ahead.endswith(word)), "")
    return ahead if host and is_outlet(ahead.removesuffix(host).rstrip()) else ""


@lru_cache(maxsize=4096)
def role_prefix(label: str) -> str:
    """The role word of a host or guest in front of a name (`主持人 叶青`), "" where none is."""
    for word in _SPEAKER_ROLES:
        rest = label[len(word) :]
        if label.startswith(word) and looks_like_name(rest.strip()) and not rest.endswith(_LEAD_INS):
            return word
    # “网友 大河奔流”; “网友 215.33.*.*” has no name.
    first, _, rest = label.partition(" ")
    role = _ROLES.get(first.casefold()) if rest and not _ADDRESS.fullmatch(rest) else None
    # “主持人 小满”: a pet name begins with no family name.
    pet = role is Role.HOST and len(rest) in _PET_NAME_CHARS and is_han(rest) and not has_name_stop(rest)
    return first if role is Role.AUDIENCE or pet else ""


def without_speaker_role(title: str) -> str:
    """A title without the word for a host or guest that is set off from it, in the words of the source.

    Behind it that is only the word for a host: “新闻发言人” is an office too.

    >>> without_speaker_role("主持人、市政府新闻办副主任"), without_speaker_role("市水务局局长、主持人")
    ('市政府新闻办副主任', '市水务局局长')
    """
    before, sign, last = title.rpartition("、")
    if sign and role_of_line(to_analysis(last)) is Role.HOST:
        title = before
    parts = _SET_OFF.split(title, maxsplit=1)
    role = role_of_line(to_analysis(parts[0])) if len(parts) > 1 and parts[1] else None
    return parts[1] if role in (Role.HOST, Role.GUEST) else title


@lru_cache(maxsize=4096)
def answer_suffix(label: str) -> str:
    """The word behind a name that says that its bearer answers (`林次长答`), "" where there is none."""
    return next((word for word in ANSWERS if label.endswith(word) and len(label) > len(word) + 1), "")


@lru_cache(maxsize=4096)
def is_follow_up(label: str) -> bool:
    """Whether a label says that the asker before goes on (`追问`, `路透社记者追问`, `Q1-1`)."""
    return label.endswith(_FOLLOW_UPS) or _SUB_ASKED.fullmatch(label) is not None


@lru_cache(maxsize=4096)
def without_role(label: str) -> str:
    """A reporter's label without its role word: the outlet, or "" where nothing else is said.

    >>> without_role("央广网记者")
    '央广网'
    """
    bare = label.rstrip(_DIGITS) if label.rstrip(_DIGITS).endswith(_ROLE_ENDS) else label
    for word in (*_FOLLOW_UPS, *_ROLE_ENDS):
        bare = bare.removesuffix(word)
    # “省环境报驻松江记者”
    return _POSTED.sub("", bare).strip(" ·-—")


@lru_cache(maxsize=4096)
def outlet_of(label: str) -> str:
    """The medium that a label names, without the reporter's own name; "" where it names none.

    >>> outlet_of("中央社 苏思云"), outlet_of("《明镜报》Georg Fahrion"), outlet_of("供销合作社")
    ('中央社', '《明镜报》', '')
    """
    bare = without_role(label)
    titled = _TITLED_OUTLET.match(bare)
    if titled:
        # “《书屋计划》起草组负责人” works for no medium.
        return "" if len(bare) - titled.end() > _EDITOR_CHARS and bare.endswith(_OFFICES) else titled["outlet"]
    if (placed := _PLACED_OUTLET.fullmatch(bare)) and _is_placed(bare, placed["outlet"][1:-1]):
        # “本地《牧区报》”, but “小说《红楼梦》”
        return placed["outlet"]
    if house := _HOUSE.fullmatch(label) or _HOUSE.fullmatch(label.partition(" ")[0]):
        # “东坡资产研究员”, “东坡资产研究员 叶青”, on the call of a company.
        return house["house"].rstrip()
    first = bare.split(" ", 1)[0]
    if is_outlet(first):
        return first
    if (bare != label and _role_named(label) is Role.REPORTER) or is_outlet(bare):
        return bare
    if ahead := _ahead_of_name(label):
        # “海洋频道记者 Ana Zhou”
        return without_role(ahead)
    for length in (2, 3):
        if label[:-length].rstrip().endswith(REPORTER_ENDS):
            return without_role(label[:-length].rstrip())
    return ""


def _is_placed(label: str, named: str) -> bool:
    """Whether what a label names is a medium by its end, or by the place before it: “日本《赤旗》”."""
    placed = is_place(label.partition("《")[0]) and _DOCUMENTS.search(named) is None
    return named.casefold().endswith(_OUTLET_ENDS) or placed


def is_off_voice(label: str) -> bool:
    """Whether a label is that of a voice off stage, which has no part in the talk (`旁白`)."""
    return _OFF_VOICE.fullmatch(label) is not None


_OFF_VOICE = margin_pattern("off_voice")


def is_teller(label: str) -> bool:
    """Whether a label is that of a medium that only tells what happens (`江北网报道`), or of a voice off stage."""
    return is_off_voice(label) or any(label.endswith(word) and is_outlet(label[: -len(word)]) for word in _TELLS)


def is_house(label: str) -> bool:
    """Whether a label is that of a house whose analysts ask on the calls of companies, and nothing else.

    >>> is_house("东坡资产"), is_house("东坡资产研究员")
    (True, False)
    """
    return _BARE_HOUSE.fullmatch(label) is not None


_BARE_HOUSE = on_demand(MARGINS["house_asks"])
_HOUSE = margin_pattern("house_asks", f"(?:{MARGINS['trades']})")
_TELLS = read_words("outlets", "tells")
_CHANNELS = read_words("outlets", "channel")
_NET = MARGINS["net"]
_DOCUMENTS = on_demand(MARGINS["documents"])
_NO_OUTLET = margin_pattern("no_outlet")
_WEB_USERS = tuple(MARGINS["web_users"].split())
_WEB_NAMES = range(3, 12)


def is_outlet(name: str) -> bool:
    """Whether a name is that of a medium and nothing else (`新华社`, `第一民生频道`)."""
    folded = name.casefold()
    if folded in _OUTLETS:
        return True
    if name.endswith(_NO_OUTLETS) or _NO_OUTLET.search(name):
        # “我们注意到有一则新闻:”
        return False
    channel = next((word for word in _CHANNELS if name.endswith(word) and len(name) > len(word)), "")
    if channel and name[-len(channel) - 1 : -len(channel)] == _NET:
        # “江北网汽车”
        return is_outlet(name.removesuffix(channel))
    return folded[1:].endswith(_OUTLET_ENDS)
