"""Subjects: a list of what several numbers measure, cut into one metric for each."""

import re
from typing import Final

from pressparse.claims.link import RATE_ENDS, find_link, role_of
from pressparse.claims.phrase import Words
from pressparse.claims.reckoning import read_number
from pressparse.claims.unit import sizes_by_last
from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import cut_words, tag_word

_SIGN: Final = read_tree("quantities")["signs"]
LIST_SPLIT: Final = re.compile(_SIGN["list_split"])
_COMMA_SPLIT: Final = re.compile(_SIGN["list_words"][0])
_STRONG_SPLIT: Final = re.compile(_SIGN["strong_split"])
_LONGEST_NOUN: Final = 4
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHARE: Final[str] = _SIGN["share_sign"]
_MAINLY: Final[str] = _SIGN["mainly"]
_MAINLY_END: Final[str] = _SIGN["mainly_end"]
_INDICATORS: Final = frozenset(read_words("indicators"))
_INDICATOR_SIZES: Final = sizes_by_last(_INDICATORS)


def subject_metrics(text: str, start: int, end: int, count: int) -> list[tuple[tuple[int, int], ...]]:
    """A list of subjects cut into `count` metrics, those without an indicator noun sharing that of the last."""
    if text.startswith(_MAINLY_END, end) and (mainly := text.find(_MAINLY, start, end)) >= 0:
        # “旅客|以上海、香港及台湾旅客为主,分别占…”
        start = mainly + 1
    if _RATIO.search(text, start, end):
        # “幼、小学师生与家长|比例分别为12:1及16:1” is one, of several.
        return [((start, end),)] * count
    if (of_all := _COUNTED_TOGETHER.search(text, start, end)) and read_number(of_all["count"]) == count:
        # “广东、江苏|两省|出口”
        noun = ((of_all.end(), end),) if of_all.end() < end else ()
        if things := list_parts(text, start, of_all.start(), count):
            return [(*thing, *noun) for thing in things]
    parts = _split(text, start, end, LIST_SPLIT)
    numbered = len(parts) == count and all(_NUMBER.fullmatch(text, *part) for part in parts[:-1])
    if numbered and (named := _NUMBERED.fullmatch(text, *parts[-1])):
        # “第一、二、三产业增加值”
        return [*((part, named.span("noun")) for part in parts[:-1]), (parts[-1],)]
    sized = len(parts) == count and all(stop - at == 1 for at, stop in parts[:-1])
    if sized and text[parts[-1][0] + 1 : parts[-1][0] + 2] == _SIZED:
        # “大、中、小|型企业增加值”
        return [*((part, (parts[-1][0] + 1, end)) for part in parts[:-1]), (parts[-1],)]
    strong = _split(text, start, end, _STRONG_SPLIT) if len(parts) > count else []
    listed = _split(text, start, end, _COMMA_SPLIT) if len(parts) > count else []
    comma = len(listed) == len(strong) == count
    if comma:
        # “互联网服务、软件和信息技术服务业”: what is joined behind a comma is one; “家电和音像器材类、通讯器材类”.
        last = text[end - _indicator_at_end(text, listed[-1][0], end) - 1]
        comma = listed[0][1] < strong[0][1] or text[listed[0][1] - 1] == last
    if len(strong) == count and not comma:
        # “制造业和电力、热力、燃气供应业增加值分别增长7.9%和4.6%”
        parts = strong
    elif len(listed) == count:
        # “货物贸易、服务贸易及其他项目分别为1.11万亿元、0.36万亿元”
        parts = listed
    if len(parts) < count or not _all_named(parts[-count:]):
        return []
    parts = parts[-count:]
    # “中国和港澳的|零售值”
    owned = text.rfind(_OF, *parts[-1]) + 1
    tail = max(find(text, parts[-1][0], end) for find in (_indicator_at_end, _rate_at_end, _letters_at_end))
    if (share := text.find(_SHARE, parts[-1][0] + 1, end)) > 0:
        # “甲业、乙业|增加值占工业的比重”
        tail = end - share + _indicator_at_end(text, parts[-1][0], share)
    tail = end - owned if tail <= 1 and owned > parts[-1][0] + 1 and end - owned <= _LONGEST_NOUN else tail
    if not tail or tail >= parts[-1][1] - parts[-1][0]:
        # “短途及长途|市场”, but “进口和出口”
        rest = _behind_first_word(text, *parts[-1], end)
        shared = rest and (
            all(_is_word_like(text, part, parts[-1]) and text[part[1] - 1] != text[end - 1] for part in parts[:-1])
            or (
                text.endswith(_OF_EACH, rest, end)
                and all(_is_one_word(text[slice(*part)]) for part in parts[:-1])
                and not any(text.endswith(_OF_EACH, *part) or _indicator_at_end(text, *part) for part in parts[:-1])
            )
        )
        return [((part, (rest, end)) if shared and part != parts[-1] else (part,)) for part in parts]
    alike = _behind_first_word(text, *parts[-1], end - tail)
    shared_parts = [
        (part, (alike, end))
        if alike and _is_word_like(text, part, parts[-1])
        else (part,)
        if _counts_deeds(text, *part) and not _counts_deeds(text, *parts[-1])
        else _with_noun(text, part, end - tail, end)
        for part in parts[:-1]
    ]
    return [*shared_parts, (parts[-1],)]


# “三省”, “两市”: as many as were listed.
_COUNTED_TOGETHER: Final = re.compile(_SIGN["counted_together"])
_NUMBER: Final = re.compile(_SIGN["ordinal_number"])
_NUMBERED: Final = re.compile(f"{_SIGN['ordinal_number']}(?P<noun>[^、]+)")


def list_parts(text: str, start: int, end: int, count: int) -> list[tuple[tuple[int, int], ...]]:
    """The items of a list of `count` things that share no noun; empty where it has more or fewer."""
    parts = _split(text, start, end, LIST_SPLIT)
    return [(part,) for part in parts] if len(parts) == count and _all_named(parts) else []


def _all_named(parts: list[tuple[int, int]]) -> bool:
    """Whether no item of a list is empty."""
    return all(start < end for start, end in parts)


_RATIO: Final = re.compile(_SIGN["ratio_of_two"])


def is_list(text: str, start: int, end: int, count: int) -> bool:
    """Whether start:end lists `count` things of one kind, for whose numbers no 分别 has to be said.

    They end alike (“进口和出口”), or a noun for all follows one word each (“水稻、小麦和玉米产量”).
    """
    if text.endswith(_TOGETHER, start, end):
        return False
    parts = _split(text, start, end, LIST_SPLIT)
    if len(parts) != count or not _all_named(parts):
        return False
    first, last = parts[0], parts[-1]
    if len({text[stop - 1] for _, stop in parts}) == 1:
        return True
    if _letters_at_end(text, last[0], end) or all(_is_word_like(text, part, last) for part in parts[:-1]):
        # “1年期和5年期以上LPR”, “职工和居民|住院费用”
        return True
    tail = max(_indicator_at_end(text, last[0], end), _rate_at_end(text, last[0], end))
    named = text[last[0] : end - tail]
    single = all(len(cut_words(text[slice(*part)])) == 1 for part in parts[:-1])
    # “CPI及核心CPI年增率”
    return tail > 1 and (named.endswith(text[slice(*first)]) or (single and len(cut_words(named)) == 1))


_TOGETHER: Final = tuple(_SIGN["said_of_all"])


def _behind_first_word(text: str, start: int, end: int, tail: int) -> int:
    """Where the first word of start:end ends, where more than the noun from `tail` on follows; 0 else."""
    first = start + len(cut_words(text[start:end])[0]) if end > start else end
    return first if first < tail else 0


def _is_word_like(text: str, part: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a part is one word of the sort that the last begins with: “城镇” beside “农村居民人均收入”."""
    said = text[slice(*part)]
    first = cut_words(text[slice(*last)])[0]
    return len(cut_words(said)) == 1 and len(said) == len(first) and tag_word(said)[0] == tag_word(first)[0]


def _indicator_at_end(text: str, start: int, end: int) -> int:
    """The length of the longest noun within start:end that says what is measured and stands at its end; 0 if none."""
    for size in _INDICATOR_SIZES.get(text[end - 1], ()) if end > start else ():
        if end - size >= start and text[end - size : end] in _INDICATORS:
            return size
    return 0


def _rate_at_end(text: str, start: int, end: int) -> int:
    """The length of a rate of change within start:end that stands at its end (“年增率”); 0 if none."""
    link = find_link(text, end, start, {}, None)
    return len(link.word) if link.role in _RATES and text[end - 1] in RATE_ENDS else 0


def _letters_at_end(text: str, start: int, end: int) -> int:
    """The length of a name in letters at the end of start:end (“5年期以上LPR”); 0 if none."""
    named = _LETTERS.search(text, start, end)
    return end - named.start() if named else 0


def _is_one_word(said: str) -> bool:
    return said.isascii() or len(cut_words(said)) == 1


# “小学、初中、高中|在校生”: what each of several things has.
_OF_EACH: Final = tuple(_SIGN["of_each"])
_SIZED: Final[str] = _SIGN["sized_sign"]
_LETTERS: Final = re.compile("(?<![A-Za-z])[A-Z]{2,5}$")
_RATES: Final = frozenset(("base", "change"))


def _split(text: str, start: int, end: int, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    words = Words(text, start, end)
    # “冰雪运动参与人数”: 与 is no sign in a word; nor is “、” in “中、小学”.
    cuts = [
        (at, stop)
        for at, stop in (match.span() for match in sign.finditer(text, start, end))
        if not words.splits(at) and not _SHORT_FOR.match(text, at - 1)
    ]
    edges = [start, *[edge for cut in cuts for edge in cut], end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _counts_deeds(text: str, start: int, end: int) -> bool:
    """Whether a part says what was done to what, and so needs no noun of another: “接待|游客” and “旅游收入”."""
    verb, *rest = cut_words(text[start:end])
    done = role_of(verb) == "give" and tag_word(verb) == "v"
    return done and len(rest) > 0 and tag_word(rest[-1])[0] == "n"


_SHORT_FOR: Final = re.compile(_SIGN["short_for"])


def _with_noun(text: str, part: tuple[int, int], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """“科技贷款” listed with “绿色贷款余额” is 科技贷款余额, “基础设施” with “制造业投资” 基础设施投资."""
    size = _indicator_at_end(text, *part)
    if text.endswith(text[start:end], *part):
        # “5年期以上|LPR|、1年期LPR”
        return (part,)
    if not size:
        return (part, (start, end))
    own = text[part[1] - size : part[1]]
    return (part, (start + size, end)) if text.startswith(own, start) and start + size < end else (part,)
