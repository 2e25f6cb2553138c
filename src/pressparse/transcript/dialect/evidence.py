"""Labels against lead-ins: whether what has the form of a label is one, weighed over the whole record.

A label recurs, stands in the roster or the heading, carries a role, an office or the name of a medium, or looks like a
person's name; a lead-in (`中方提出四点建议：`) ends like one and is followed by a list. The weights are ordinal: a role
or medium decides alone, a name needs company, a lead-in word outweighs both.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, pairwise

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.text.script import is_han
from pressparse.transcript.dialect.called import find_called, is_announced, is_called
from pressparse.transcript.dialect.described import find_kinds_asking, find_retold
from pressparse.transcript.dialect.label import (
    MARGINS,
    answer_suffix,
    is_numbered_question,
    is_off_voice,
    is_outlet,
    is_teller,
    outlet_of,
    role_of_label,
    role_of_line,
    without_role,
)
from pressparse.transcript.dialect.lone import find_lone_answer
from pressparse.transcript.dialect.name import (
    BODIES,
    find_office_inside,
    find_office_within,
    has_name_stop,
    is_plain_word,
    is_surname,
    looks_like_name,
    split_names,
)
from pressparse.transcript.dialect.opening import Candidate
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

ACCEPTED = 3.0
_SHORT_TITLE = 2
_NAME_CHARS = range(2, 8)

_STOP_ENDS = read_words("label_stops", "end")
_STOP_WHOLE = frozenset(read_words("label_stops", "whole"))
_NAME_STOPS = frozenset((*read_words("name_stops", "hard"), *read_words("name_stops", "soft")))
# “有人问:何时通车?”, said by whoever answers it
_SOME_SAY = on_demand(MARGINS["some_say"])
_ANSWERS = frozenset(read_words("answers"))
_OFFICES = (*read_words("offices"), *read_words("honorifics"))
_COUNTED = "0123456789" + "".join((*read_words("calendar", "digit"), *read_words("calendar", "ten")))


def weigh_label(label: str, *, count: int, known: Collection[str] = (), heading: str = "", lists: int = 0) -> float:
    """How sure it is that `label` names a speaker; ACCEPTED or more means yes.

    `count` is how often it opens a line, `lists` how often a list or nothing follows; `known` are names from rosters
    and legends, `heading` the words above the first turn.
    """
    if label in known or is_off_voice(label):
        return 2 * ACCEPTED
    named = looks_like_name(label) or len(split_names(label)) > 1
    # “案例一”, “建议3”: a lead-in word, counted or not; “民生频道” only ends like “说道”.
    lead_in = label.endswith(_STOP_ENDS) or label.rstrip(_COUNTED).endswith(_STOP_ENDS)
    lead_in = lead_in and not is_outlet(label)
    if label in _STOP_WHOLE or _SOME_SAY.match(label) or (lead_in and not (named and count > 1)):
        return -ACCEPTED
    weight = min(3.0, 1.5 * (count - 1)) - 2.0 * (lists == count)
    role = role_of_label(label)
    if role is not Role.UNKNOWN:
        weight += 4.0 * (label != MARGINS["asks_alone"] or count > 1)
    elif (
        label.endswith(_OFFICES)
        or find_office_inside(label)
        or find_office_within(label)
        or find_name_end(label)
        or _has_title(label)
    ):
        weight += 3.0
    elif named:
        weight += 2.0 + (label in heading) * 2.0
    else:
        weight -= min(3, sum(char in _NAME_STOPS for char in label)) + (len(label) > 8) * 2.0 + 0.5
    return weight - (any(char.isdigit() for char in label) and role is Role.UNKNOWN) * 2.0


def _has_title(label: str) -> bool:
    """Whether a title and a space stand before a name: “药学部主管 邬丽”."""
    title, _, name = label.rpartition(" ")
    formed = len(title) > _SHORT_TITLE and looks_like_name(name) and is_han(title) and is_han(name)
    return formed or find_titled_name(label) != ""


def find_titled_name(label: str) -> str:
    """The name, whatever its form, that an office and a space stand in front of; "" where none does.

    >>> find_titled_name("海事局副局长 乌兰其木格"), find_titled_name("海事局 乌兰其木格")
    ('乌兰其木格', '')
    """
    title, _, name = label.rpartition(" ")
    plain = is_han(name) and len(name) in _NAME_CHARS and not has_name_stop(name) and not name.endswith(_STOP_ENDS)
    return name if plain and len(title) > _SHORT_TITLE and title.endswith(_OFFICES) else ""


def accept_labels(
    candidates: Sequence[Candidate], *, known: Collection[str] = (), heading: str = "", words: str = ""
) -> frozenset[str]:
    """The labels among `candidates` that name speakers; `words` is the analysis text they were found in."""
    counts = Counter(each.label for each in candidates)
    lists = Counter(each.label for each in candidates if each.is_list)
    weights = {
        label: weigh_label(label, count=count, known=known, heading=heading, lists=lists[label])
        for label, count in counts.items()
    }
    accepted = {label for label, weight in weights.items() if weight >= ACCEPTED}
    if any(label in _ANSWERS for label in counts):
        # “问题1”, where “回答” answers.
        accepted |= {label for label in counts if is_numbered_question(label)}
        # “回答(博约维奇):” says whose “博约维奇:” is.
        accepted |= {each.aside for each in candidates if each.label in _ANSWERS and each.aside in counts}
    # “问题1:何时通车? 叶青:明年。”
    accepted |= _counted_questions([each.label for each in candidates if not each.is_list], accepted)
    named = {label for label, weight in weights.items() if 0 < weight < ACCEPTED and looks_like_name(label)}
    # “叶青:各位好”, “-----” and “叶青:”
    accepted |= {each.label for each in candidates if each.vouched and each.label in named}
    # “有请苏婉仪副厅长回答”: somebody who is called by name and office elsewhere.
    accepted |= {label for label in named if is_called(label, words)}
    # “请问乌兰女士”, “国际司司长森武夫主持”: names that begin with no family name of ours.
    unnamed = [label for label in counts if label not in accepted and _may_be_name(label)]
    accepted |= find_called(unnamed, words)
    aside = {each.label for each in candidates if each.aside}
    accepted |= {label for label in unnamed if (counts[label] > 1 or label in aside) and is_announced(label, heading)}
    # “江北网报道:” opens the record.
    accepted |= {each.label for each in candidates[:1] if counts[each.label] > 1 and is_teller(each.label)}
    # “司机古丽娜尔·吐逊来介绍”: such a name stands for nobody else.
    accepted |= {label for label in named if "·" in label and words.count(label) > counts[label]}
    # “马骁(CEO):”, “米勒(《哈珀邮报》):”
    accepted |= {
        each.label
        for each in candidates
        if (each.aside.endswith(_OFFICES) and (each.label in named or _may_be_name(each.label)))
        or (each.aside and outlet_of(each.aside))
    }
    # “回应(余主席):”, “补充(阮清):”
    accepted |= {
        each.label
        for each in candidates
        if each.label in _ANSWERS and (each.aside.endswith(_OFFICES) or looks_like_name(each.aside))
    }
    # “德沃(Simon Devore):”, then “德沃:”
    accepted |= {
        each.label
        for each in candidates
        if each.aside.isascii() and " " in each.aside and looks_like_name(each.aside) and _may_be_name(each.label)
    }
    # “叶青致词:”, of whom there is “叶青:” elsewhere; “渔港局局长叶青答询:”
    spoken = {label: label.removesuffix(said) for label in counts if (said := answer_suffix(label))}
    # “主持人开场:”
    answering = {
        label
        for label, who in spoken.items()
        if who in accepted or label in accepted or find_name_end(who) or role_of_line(who) is Role.HOST
    }
    # “次长补充:”, where there is “部长答:”; “叶青首先发言:”, where there is “叶青答:”
    accepted |= answering
    who = {spoken[label] for label in answering}
    accepted |= {label for label, name in spoken.items() if name in who or _is_end_of(name, accepted)}
    accepted |= {label for label, who in spoken.items() if answering and who.endswith(_OFFICES)}
    accepted |= _family_names(counts, words) | _one_sign(counts, heading)
    accepted |= _before_answers(candidates)
    accepted |= _asking_with_outlets(candidates)
    # “瑞海证券分析师Kevin Tan:”, then “Kevin Tan:”
    asking = tuple([label for label in accepted if role_of_label(label) is Role.REPORTER])
    accepted |= {label for label in named if label.isascii() and any(each.endswith(label) for each in asking)}
    accepted |= {label for label in counts if any(is_name_of(label, each) for each in asking)}
    accepted |= _alternating(candidates, accepted, weights)
    # “女学生:…?”, “叶青:…”, “船工:…?”
    order = [(each.label, each.asks) for each in candidates]
    again = (label for label in accepted if counts[label] > 1 and role_of_label(label) not in _ASKERS)
    accepted |= {label for label in find_kinds_asking(order, set(again)) if weights[label] > -ACCEPTED}
    # “想问一下小满,…?”, then “小满:”
    accepted |= _asked_for([label for label in counts if weights[label] > -ACCEPTED], accepted, words)
    # Right behind a reporter's question a name needs no more company, nor does what recurs: somebody answers it.
    named |= {label for label, weight in weights.items() if weight > 0 and counts[label] > 1}
    # “渔港局:”
    named |= {label for label, count in counts.items() if count > 1 and label.endswith(BODIES)}
    # “宋一白、吴桐:”, who speak together
    joint = {label: split_names(label) for label in counts}
    named |= {label for label, names in joint.items() if names and weights[label] > 0} | {
        # “森下良平:”, behind all that reporters ask
        label
        for label in find_lone_answer(candidates, accepted)
        if weights[label] > -ACCEPTED
    }
    accepted |= _right_behind(candidates, accepted, named)
    accepted |= {label for label, names in joint.items() if names and accepted.issuperset(names)}
    # “问叶青:”, then “叶青:”
    asking_of = {label for label in counts if asks_whom(label) in counts}
    accepted |= asking_of | {asks_whom(label) for label in asking_of}
    if any(role_of_label(label) is Role.REPORTER for label in accepted):
        # “小北:”, where “阿澜:” answers too
        accepted |= {label for label in counts if _PET_NAME.fullmatch(label) and not is_plain_word(label)}
    # “Nuolan:”, then “nuolan:”
    folded = {label.casefold() for label in accepted if label.isascii() and len(label) > 1}
    accepted |= {label for label in counts if label.casefold() in folded}
    return frozenset(
        accepted
        - find_retold(
            [each for each in order if each[0] in accepted], {label: role_of_label(label) for label in counts}
        )
    )


def _right_behind(candidates: Sequence[Candidate], accepted: Collection[str], named: Collection[str]) -> set[str]:
    """The labels of `named` right behind one who asks: a reporter, or a host whose line is a question."""
    found: set[str] = set()
    asker = Role.UNKNOWN
    for each in candidates:
        # “方法:” behind what a host asks is a word.
        asked = asker in _ASKERS or (asker is Role.HOST and not is_plain_word(each.label))
        if each.label in named and asked and not each.is_list:
            found.add(each.label)
        if each.label in accepted or each.label in found:
            asker = role_of_label(each.label)
            asker = Role.UNKNOWN if asker is Role.HOST and not each.asks else asker
    return found


def accept_names(lines: Mapping[int, Candidate], accepted: Collection[str], said: Collection[int]) -> frozenset[str]:
    """`accepted` and the names that stand once, where nearly each line has a label: “何秋:票价呢?”, then “叶局长:…”.

    `lines` has the candidates by the number of their lines; those of `said` end as sentences do.
    """
    first = min((number for number, each in lines.items() if each.label in accepted), default=-1)
    sure = [number for number, each in lines.items() if each.label in accepted]
    names = {
        number: each.label
        for number, each in lines.items()
        if number > first and number in said and each.label not in accepted and is_sure_name(each.label)
    }
    every = len(sure) + len(names) >= _NEARLY * (max((*sure, *names), default=0) - first + 1)
    # “船:…”, “何秋:…”, “罗小满:…” are a list within an answer: two who ask in a row do where no reporter does.
    asks = any(role_of_label(label) in (Role.REPORTER, Role.HOST) for label in accepted)
    longest = max(
        (len(list(run)) for own, run in groupby(sorted((*sure, *names)), names.__contains__) if own), default=0
    )
    alone = longest <= (1 if asks else 2)
    return frozenset(accepted) | (set(names.values()) if every and alone and len(sure) >= _OFTEN else frozenset())


_NEARLY = 0.8


def is_sure_name(label: str) -> bool:
    """Whether a label looks like a name, and is no word of the dictionary nor a lead-in.

    >>> is_sure_name("王世民"), is_sure_name("方法")
    (True, False)
    """
    sure = looks_like_name(label) and not is_plain_word(label) and weigh_label(label, count=1) > 0
    # “A方案”
    return sure and (label.isascii() or "·" in label or is_han(label))


_ASKERS = (Role.REPORTER, Role.AUDIENCE)
_PET_NAME = on_demand(MARGINS["pet_name"])


def _counted_questions(order: Sequence[str], accepted: Collection[str]) -> set[str]:
    """The labels that only count questions, in front of those who answer them: “问题1:”, “叶青:”, “问题2:”, “叶青:”."""
    counted = [label for label in order if is_numbered_question(label)]
    answered = [one for one, two in pairwise(order) if is_numbered_question(one) and two in accepted]
    once = len(set(counted)) == len(counted) > 1
    return set(counted) if once and counted == answered else set()


def _before_answers(candidates: Sequence[Candidate]) -> set[str]:
    """The labels that stand in front of “答:” where no “问:” does: those of media, whatever they are called.

    They stand in front of most answers: “提醒市民:” within one of them is none.
    """
    order = [each.label for each in candidates if not each.is_list]
    # “发布日期:” is called by nobody, “次长补充:” answers too.
    mute = [is_bare_answer(label) or answer_suffix(label) or label in _HEADER_KEYS for label in order]
    asked = [one for (one, two), says in zip(pairwise(order), mute, strict=False) if is_bare_answer(two) and not says]
    asks = any(role_of_line(label) is Role.REPORTER for label in order)
    media = {label for label in asked if len(label) <= _LONGEST_MEDIUM and label not in _STOP_WHOLE}
    return media if 2 * len(asked) > max(2, sum(map(is_bare_answer, order))) and not asks else set()


_LONGEST_MEDIUM = 8
_HEADER_KEYS = frozenset(read_words("header_keys"))


def is_bare_answer(label: str) -> bool:
    """Whether a label says that somebody answers, and nothing else (`答`, `回答`)."""
    return label in _ANSWERS and role_of_line(label) is Role.GUEST


def _is_end_of(name: str, accepted: Collection[str]) -> bool:
    """Whether a name stands behind the office in one of the labels: 叶青 of “市水务局局长叶青”."""
    return looks_like_name(name) and any(label.endswith(name) and find_name_end(label) for label in accepted)


def _alternating(candidates: Sequence[Candidate], accepted: Collection[str], weights: Mapping[str, float]) -> set[str]:
    """The label that stands between those of one who speaks again and again: “江北网:”, “叶青:”, “江北网:”."""
    order = [each.label for each in candidates]
    asking = {each.label for each in candidates if each.asks} - {each.label for each in candidates if not each.asks}
    found: dict[str, int] = {}
    for before, label, behind in zip(order, order[1:], order[2:], strict=False):
        if before == behind in accepted and label not in accepted and weights[label] > -ACCEPTED:
            found[label] = found.get(label, 0) + 1
    # “森村一郎:…?” once, where others ask too
    once = {label for label in asking if _may_be_name(label) and any(role_of_label(each) in _ASKERS for each in order)}
    return {
        label
        for label, count in found.items()
        if (label in once or count >= _OFTEN - (label in asking)) and count >= order.count(label) - 2
    }


_OFTEN = 3


def _family_names(counts: Counter[str], words: str) -> set[str]:
    """The labels that are family names alone, two of which talk with each other: “巫:”, “游:”."""
    alone = {label for label, count in counts.items() if len(label) == 1 and count > 1 and is_surname(label)}
    named = {label for label in alone if re.search(rf"{label}\w{{1,2}}{_OFFICE}|{_OFFICE}{label}", words)}
    return named if len(named) > 1 else set()


def _one_sign(counts: Mapping[str, int], heading: str) -> set[str]:
    """The family names that answer in a record whose labels are of one sign each: “记:”, “巫:”, “记:”, “游:”."""
    single = [label for label in counts if len(label) == 1]
    asks = any(role_of_line(label) is Role.REPORTER and counts[label] > 1 for label in single)
    alone = {label for label in single if is_surname(label)}
    # “出席者:叶青、周启明”, then “叶:”
    listed = {
        label for label in alone if re.search(rf"(?:[\s,、:;]|{_OFFICE}){label}\w{{1,2}}(?![^\s,、:;。)])", heading)
    }
    return alone if asks and (listed or any(counts[each] > 1 for each in alone)) else set()


_OFFICE = one_of(_OFFICES)


def asks_whom(label: str) -> str:
    """Whom a label says to be asked; "" where it says nothing of the kind.

    >>> asks_whom("问叶青"), asks_whom("叶青")
    ('叶青', '')
    """
    asks = len(label) > 2 and role_of_line(label[0]) is Role.REPORTER and not label.isascii()
    return label[1:] if asks and looks_like_name(label[1:]) else ""


def _asked_for(labels: Collection[str], accepted: Collection[str], words: str) -> set[str]:
    """The labels of whom somebody says to ask something: “小满” of “想问一下小满,怕不怕?”."""
    rest = [label for label in labels if label not in accepted and len(label) in _NAME_CHARS]
    asked = {label for label in rest if re.search(f"{_ASKED_WHOM}{re.escape(label)}(?:{_ASKED_BEHIND})", words)}
    # “小满呢?”, “小满你觉得呢?”
    called = {label for label in rest if re.search(f"[:。?]{re.escape(label)}(?:{_CALLED_BEHIND})", words)}
    return asked | {label for label in called if _may_be_name(label) and not is_plain_word(label)}


_ASKED_WHOM = MARGINS["asked_whom"]
_ASKED_BEHIND = MARGINS["asked_whom_behind"]
_CALLED_BEHIND = MARGINS["called_behind"]


def _may_be_name(label: str) -> bool:
    """Whether a label is short enough for a name and says nothing that no name does."""
    plain = is_han(label) and not label.endswith((*_STOP_ENDS, *_OFFICES)) and label not in _STOP_WHOLE
    return plain and len(label) in _NAME_CHARS and not any(char in _NAME_STOPS for char in label)


def is_name_of(label: str, asker: str) -> bool:
    """Whether a label is the name that another has behind the word for a reporter.

    >>> is_name_of("莫雷拉", "《山城报》记者莫雷拉"), is_name_of("日报", "宁川日报")
    (True, False)
    """
    ahead = asker.removesuffix(label).rstrip()
    return len(label) > 1 and ahead != asker and without_role(ahead) != ahead


def _asking_with_outlets(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Who asks in a record that puts media behind names: “奥尔森(KBC):”, “布洛克:” for “珍妮特·布洛克(《观察家》):”."""
    if not any(each.aside and outlet_of(each.aside) for each in candidates):
        return frozenset()
    full = {each.label for each in candidates if each.aside and (outlet_of(each.aside) or each.aside.isupper())}
    short = {name.rpartition("·")[2] for name in full}
    return frozenset(full | {each.label for each in candidates if each.label in short})
