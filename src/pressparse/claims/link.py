"""Links: the words between a metric and its number, and what each does there."""

from typing import ClassVar, Final

from pressparse.claims.bound import BOUNDS
from pressparse.claims.moment import Time
from pressparse.claims.numeral import RUN_FIRST
from pressparse.claims.phrase import Words
from pressparse.lexicon import read_rows, read_tree, read_words
from pressparse.record import Record

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_BASE: Final = read_tree("periods")["base"]
EDGE: Final = frozenset(_SIGN["breaks"] + _SIGN["list_words"]) - frozenset("“”《》()")
_INDICATORS: Final = tuple(sorted(read_words("indicators"), key=len, reverse=True))
_INDICATOR_ENDS: Final = frozenset(word[-1] for word in _INDICATORS)
_SHORTEST_NOUN: Final = 2
# Roles of words that may be cut out of a longer one: “拉|长了6天”.
_BOUNDLESS: Final = frozenset(("change", "base"))


class Link(Record):
    """A word between a metric and its number, what it does and says, and what it is no word of its own behind."""

    names: ClassVar = ("word", "role", "value", "unless")
    __slots__ = names

    def __init__(self, word: str, role: str, value: str, unless: frozenset[str]) -> None:
        self.word = word
        self.role = role
        self.value = value
        self.unless = unless


_MOST: Final[str] = _SIGN["most_sign"]
_AT_END: Final[str] = _SIGN["in_field"]


def _roles() -> dict[str, tuple[str, str]]:
    """Every word that may stand between a metric and its number, with its role and what it says."""
    words = _productive_ways()
    heads = {row["word"]: (row["kind"], "") for row in read_rows("head_words")}
    # “维持于” says what “维持在” says.
    words |= {f"{word[:-1]}{_SIGN['at_written']}": role for word, role in heads.items() if word.endswith(_AT_END)}
    words |= heads
    words |= _productive_changes()
    words |= {row["word"]: ("change", row["way"]) for row in read_rows("change_words")}
    words |= {word: ("modifier", modifier) for word, modifier in BOUNDS.items()}
    words |= dict.fromkeys(_SIGN["respectively"], ("each", ""))
    words |= dict.fromkeys(_BASE["year_on_year"], ("base", "yoy"))
    words |= dict.fromkeys(_BASE["month_on_month"], ("base", "mom"))
    words |= dict.fromkeys(_BASE["quarter_on_quarter"], ("base", "qoq"))
    words |= dict.fromkeys(_BASE["annual"], ("base", _BASE["annual"][0]))
    words |= {word: ("base", base) for word, (base, _) in _PERIODIC.items()}
    return words | {word: ("base", base) for word, base in _LATIN.items()}


def _periodic_changes() -> dict[str, tuple[str, str]]:
    """“年增”, “月减率”, “季成长”, “季微增”: what such a change is against, and which way it goes."""
    ways = _BASE["periodic_ways"]
    words = {f"{verb}{rate}": way for verb, way in ways.items() for rate in _BASE["periodic_rates"]}
    words |= {f"{head}{verb}": way for head in _BASE["periodic_heads"] for verb, way in ways.items() if len(verb) == 1}
    return {f"{length}{word}": (base, way) for length, base in _BASE["periodic"].items() for word, way in words.items()}


_PERIODIC: Final = _periodic_changes()


def _latin_rates() -> dict[str, str]:
    """Rates of change by their English names, with what they are against: “yoy”, “YoY”, “(QOQ)”."""
    spelled = {
        spelling: base
        for name, base in _BASE["latin"].items()
        for spelling in (name, name.upper(), f"{name[0].upper()}{name[1:-1]}{name[-1].upper()}")
    }
    return spelled | {f"({spelling})": base for spelling, base in spelled.items()}


_LATIN: Final = _latin_rates()


def _productive_ways() -> dict[str, tuple[str, str]]:
    """“递增至”, “由往年的”, “测下来”: where a change leads or begins, how it was found, as such words are made."""
    stems = _TREE["change_stems"]
    no_verbs = tuple(stems["no_verbs"])
    verbs = [*_directed(), *(row["word"] for row in read_rows("change_words") if len(row["word"]) > 1)]
    words = {f"{verb}{tail}": ("to", "") for verb in verbs for tail in stems["reached"] if not verb.endswith(no_verbs)}
    words |= {f"{verb}{tail}": ("reach", "") for verb in stems["reckoning"] for tail in stems["reckoned"]}
    return words | {f"{head}{tail}": ("from", "") for head in stems["origins"] for tail in stems["origin_tails"]}


def _directed() -> dict[str, str]:
    """“向上修正”, “往下调”: changes by the way in which something is moved."""
    stems = _TREE["change_stems"]
    verbs = [f"{verb}{tail}" for verb in stems["moved"] for tail in stems["done_tails"]]
    return {f"{towards}{verb}": way for towards, way in stems["directions"].items() for verb in verbs}


def _productive_changes() -> dict[str, tuple[str, str]]:
    """“便宜了”, “少掉”, “多付”: changes by the way they are made."""
    stems = {**_TREE["change_stems"], "no_extents": tuple(_TREE["change_stems"]["no_extents"])}
    words = {
        f"{stem}{tail}": ("change", way) for way in ("up", "down") for stem in stems[way] for tail in stems["tails"]
    }
    # “上涨的幅度为3%”
    words |= {
        f"{row['word']}{tail}": ("change", row["way"])
        for row in read_rows("change_words")
        for tail in stems["extents"]
        if len(row["word"]) > 1 and not row["word"].endswith(stems["no_extents"])
    }
    # “净增长了1.3亿”
    words |= {
        f"{row['word']}{stems['particle']}": ("change", row["way"])
        for row in read_rows("change_words")
        if len(row["word"]) > 1 and not row["word"].endswith((stems["particle"], *_SIGN["rate_ends"]))
    }
    words |= {f"{drag}{growth}": ("change", "down") for drag in stems["dragging"] for growth in stems["dragged"]}
    words |= {f"{head}{stem}": ("change", way) for head in stems["heads"] for stem, way in stems["headed"].items()}
    words |= {word: ("change", way) for word, way in (stems["alone"] | _directed()).items()}
    done = [f"{verb}{tail}" for verb in stems["done"] for tail in stems["done_tails"]]
    words |= {f"{stems['more']}{verb}": ("change", "up") for verb in done}
    return words | {f"{stems['less']}{verb}": ("change", "down") for verb in done}


_ROLES: Final = _roles()
# “年增3.1%” says both against what and which way.
BASE_WAYS: Final = {
    **{row["word"]: row["way"] for row in read_rows("change_words") if _ROLES[row["word"]][0] == "base"},
    **{word: way for word, (_, way) in _PERIODIC.items()},
    **dict.fromkeys(_LATIN, "up"),
}
# “高出” is a modifier, but a change where something is compared.
BOTH: Final = {row["word"]: row["way"] for row in read_rows("change_words") if _ROLES[row["word"]][0] == "modifier"}
CHANGES: Final = frozenset(word for word, (role, _) in _ROLES.items() if role == "change")
_NO_PERIODS: Final = tuple(_BASE["periodic_words"])
_MORE_DONE: Final = [
    f"{stem}{verb}{tail}"
    for stem in (_TREE["change_stems"]["more"], _TREE["change_stems"]["less"])
    for verb in _TREE["change_stems"]["done"]
    for tail in _TREE["change_stems"]["done_tails"]
]
_UNLESS: Final = (
    dict.fromkeys(_MORE_DONE, _TREE["change_stems"]["done_unless"])
    | dict.fromkeys(_PERIODIC, _BASE["periodic_unless"])
    | _TREE["head_unless"]
)
LINKS: Final = {word: Link(word, *role, frozenset(_UNLESS.get(word, ""))) for word, role in _ROLES.items()}
_ANNUAL: Final = frozenset(_BASE["annual"])
_SURPLUSES: Final = frozenset(_TREE["signs"]["surpluses"])
NO_LINK: Final = Link("", "", "", frozenset())


def _sizes_by(last: int) -> dict[str, tuple[int, ...]]:
    """The lengths of the links that begin (0) or end (-1) with a character, longest first."""
    sizes: dict[str, set[int]] = {}
    for word in LINKS:
        sizes.setdefault(word[last], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in sizes.items()}


_SIZES_BEFORE: Final = _sizes_by(-1)
_SIZES_BEHIND: Final = _sizes_by(0)


def find_link(text: str, at: int, floor: int, times: dict[int, Time], words: Words | None = None) -> Link:
    """The longest link of floor:at that ends at `at`, none that begins inside a word or a time; NO_LINK without one."""
    for size in _SIZES_BEFORE.get(text[at - 1], ()):
        start = at - size
        if start >= floor:
            found = LINKS.get(text[start:at])
            if found is None or (
                found.unless
                and start not in times
                and text[start - 1] in found.unless
                and not (size == 1 and found.role == "modifier" and text[start - 2 : start - 1] in RUN_FIRST)
            ):
                # “比去年少”: a time is no part of “年少”, nor an item (“一条|约2米的水管”) of “条约”.
                continue
            if found.word in _PERIODIC and (text.endswith(_NO_PERIODS, floor, start + 1) or _has_object(text, at)):
                # “旺季|成长”, “年增加|产值12亿元”
                continue
            if (
                start not in times
                and (time := times.get(start + 1))
                and (found.word not in _ANNUAL or "-" in time.period)
            ):
                # “较110年增加”: nor of “年增”; but “2021—2024年均增长” is a mean of years.
                continue
            if text[start - 1 : at] in _SURPLUSES and words is not None and words.splits(start):
                # “出超41.5亿美元”, but “支出超50亿元”
                continue
            # “月租约830元”, “拉长了6天”: such a sign in front of a number, or such a verb, is one wherever it begins.
            if (found.role == "modifier" and size == 1) or (found.role in _BOUNDLESS and size > 1):
                return found
            # “业界估计有”: 计有 begins inside a word.
            if words is None or start == floor or start in times or not words.splits(start):
                return found
    return NO_LINK


def _has_object(text: str, at: int) -> bool:
    """Whether what grows or shrinks stands at `at`, behind the verb: neither a number nor a link nor a break."""
    follower = text[at : at + 1]
    return (
        follower.isalpha()
        and follower not in RUN_FIRST
        and not any(text[at : at + size] in LINKS for size in _SIZES_BEHIND.get(follower, ()))
    )


def rate_before(text: str, at: int) -> tuple[str, str] | None:
    """Which way the rate of change (增速, 年增率, 增长) that ends at `at` goes, and against what; None for others."""
    for size in _SIZES_BEFORE.get(text[at - 1 : at], ()):
        found = LINKS.get(text[max(at - size, 0) : at])
        if found is None or found.role not in _BOUNDLESS:
            continue
        if found.word in _GROWTHS or found.word.endswith(RATE_ENDS):
            return (BASE_WAYS[found.word], found.value) if found.role == "base" else (found.value, "")
    return None


# “经济增长放缓至3.1%”
_GROWTHS: Final = frozenset(_TREE["change_stems"]["dragged"])
RATE_ENDS: Final = tuple(_TREE["signs"]["rate_ends"])


def change_at_end(text: str, start: int, end: int) -> str:
    """Which way a noun phrase start:end goes that ends with a change or before one (“高速增长”); "" for others."""
    for size in _SIZES_BEFORE.get(text[end - 1], ()) if end > start else ():
        found = LINKS.get(text[end - size : end])
        if found is not None and found.role == "change" and size > 1:
            return found.value
    for size in _SIZES_BEHIND.get(text[end : end + 1], ()):
        found = LINKS.get(text[end : end + size])
        if found is not None and found.role == "change" and size > 1:
            return found.value
    return ""


def rate_at(text: str, at: int) -> Link:
    """The change that begins at `at`: 跌幅 of “18%|跌幅”; NO_LINK without one."""
    found = (LINKS.get(text[at : at + size], NO_LINK) for size in _SIZES_BEHIND.get(text[at : at + 1], ()))
    return next((link for link in found if link.role == "change" and len(link.word) > 1), NO_LINK)


def base_at(text: str, at: int) -> Link:
    """The word at `at` that says what a change is against: 同比 of “7%的|同比增长”; NO_LINK without one."""
    found = (LINKS.get(text[at : at + size], NO_LINK) for size in _SIZES_BEHIND.get(text[at : at + 1], ()))
    return next((link for link in found if link.role == "base"), NO_LINK)


def role_of(word: str) -> str:
    """What a word between a metric and its number does there; "" when it is none."""
    return LINKS.get(word, NO_LINK).role


def is_function(text: str) -> bool:
    """Whether a phrase is nothing but a verb of reaching or a function word (“稳定在”)."""
    return text in LINKS


def verb_of_arrival(text: str, at: int, floor: int, words: Words | None) -> int:
    """The length of the verb in front of 至 or 到 (“上修至4.45%”, “做到513亿元”); 0 where a noun stands there."""
    sign = text[at - 1]
    if sign in EDGE:
        return 0
    if at - floor <= _SHORTEST_NOUN:
        # “由93家|整合|为41家” is told elsewhere.
        word = words.before(at) if words is not None else None
        return 1 if word is not None and word.sort == "verb" and word.start == at - 1 else 0
    if sign in _INDICATOR_ENDS and text.endswith(_INDICATORS, floor, at):
        return 0
    word = words.before(at) if words is not None else None
    if word is None or word.sort == "noun" or word.start < floor:
        return 0
    # “股价最高|涨到”, where 高涨 is a word too
    return word.end - word.start - (text[word.start - 1 : word.start] == _MOST and word.end - word.start > 1)
