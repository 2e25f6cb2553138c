"""Words and sentences of analysis text: rjieba cuts, jieba is the reference, the words are the same."""

import logging
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any

from pressparse.errors import EncodingError, OptionError, ReadError
from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.text.script import to_analysis

ENGINES = ("rjieba", "jieba", "space")
# The parts of speech of jieba: of its dictionary, of words that it guesses, and of Latin ones.
TAGS = (
    "a", "ad", "ag", "an", "b", "bg", "c", "d", "df", "dg", "e", "en", "eng", "f", "g", "h", "i", "in", "j",
    "jn", "k", "l", "ln", "m", "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q",
    "qe", "qg", "r", "rg", "rr", "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg",
    "vi", "vn", "vq", "w", "x", "y", "yg", "z", "zg",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a sign or a stretch of blanks, and where it stands; tokens side by side are the text."""

    text: str
    span: Span


def find_tokens(
    text: str,
    *,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
    keep: Sequence[Span] = (),
) -> tuple[Token, ...]:
    """The tokens of `text` with their places, those of jieba.cut(text, HMM=hmm) whatever the engine.

    `keep` are stretches to leave whole, such as numbers with their units; `words` as in find_words.

    >>> [token.text for token in find_tokens("石景山区打造C++产业园")]
    ['石景山区', '打造', 'C++', '产业园']
    """
    tokens: list[str] = []
    at = 0
    for span in _without_overlaps(keep):
        tokens += find_words(text[at : span.start], engine=engine, hmm=hmm, words=words)
        tokens.append(span.of(text))
        at = span.end
    tokens += find_words(text[at:], engine=engine, hmm=hmm, words=words)
    ends = accumulate(map(len, tokens))
    return tuple(Token(token, Span(end - len(token), end)) for token, end in zip(tokens, ends, strict=True))


def find_words(text: str, *, engine: str = "rjieba", hmm: bool = True, words: Sequence[str] = ()) -> list[str]:
    """The tokens of `text` without their places; joined they are `text`.

    `words` are kept whole wherever they stand, the longest first: they are taken out of the text and what lies
    between is cut by itself. Both engines then agree, nothing is learnt for the next text, and a user's word
    wins over every word of the dictionary; the price is that it also wins inside a longer one.
    The engine `space` takes the text as segmented already.
    """
    return [word for part in find_word_runs(text, engine=engine, hmm=hmm, words=words) for word in part]


def find_word_runs(
    text: str, *, engine: str = "rjieba", hmm: bool = True, words: Sequence[str] = ()
) -> Iterator[list[str]]:
    """The tokens of find_words in lists of some thousand, so that a long text is never one list in memory."""
    cut = _cutter(engine, hmm)
    wanted = _pattern_of(tuple(words))
    for stretch in _find_stretches(text):
        yield cut(stretch) if wanted is None else _cut_around(stretch, wanted, cut)


def find_tagged_words(text: str, *, engine: str = "jieba", words: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The tokens of jieba.posseg with their part of speech (n, ns, vn, v …), whatever the engine; slow.

    `words` are nouns (n) and kept whole. With the engine `space` the tokens are taken as they are and their part
    of speech is that of jieba's dictionary, x for words not in it.
    """
    posseg = _jieba("jieba.posseg")
    if engine == "space":
        return [(word, posseg.dt.word_tag_tab.get(word, "x")) for word in find_words(text, engine=engine)]
    wanted = _pattern_of(tuple(words))
    if wanted is None:
        return [(pair.word, pair.flag) for pair in posseg.cut(text)]
    tagged: list[tuple[str, str]] = []
    for piece in _cut_around(text, wanted, lambda gap: [gap]):
        tagged += [(piece, "n")] if wanted.fullmatch(piece) else find_tagged_words(piece)
    return tagged


def find_place_end(name: str) -> int:
    """Where the place (省, 市, 县, 区 …) that `name` begins with ends; 0 where it begins with none.

    >>> find_place_end("石景山区税收"), find_place_end("开发区进出口"), find_place_end("城市居民收入")
    (4, 0, 0)
    """
    import rjieba

    levels = read_words("place_levels")
    pairs = rjieba.tag(name)
    if not pairs or pairs[0][1] != "ns":
        return 0
    first = pairs[0][0]
    if len(first) > 2 and first.endswith(levels):
        return len(first)
    return len(first) + len(pairs[1][0]) if len(pairs) > 1 and pairs[1][0] in levels else 0


def word_frequency(word: str) -> int:
    """How often a word of jieba's dictionary occurs in the corpus it was counted in, or a little more; 0 for others."""
    import rjieba

    return int(rjieba.suggest_freq(word)) if rjieba.has_word(word) else 0


# A sentence ends at 。!? and … with the quotes and brackets that close after them, or at the end of a line.
# The full stop of Latin text does not count: in these texts it is a decimal point more often.
_SENTENCE = on_demand(r"\S[^。!?！？…\n]*(?:[。!?！？…]+[”’」』）)】》]*)?")


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, without the blanks around them.

    >>> text = "大家好!第一,“稳增长。”第二"
    >>> [span.of(text) for span in find_sentences(text)]
    ['大家好!', '第一,“稳增长。”', '第二']
    """
    return tuple(Span(match.start(), match.start() + len(match[0].rstrip())) for match in _SENTENCE.finditer(text))


# jieba's dictionary line: the word, its frequency, its part of speech, the latter two optional.
_DICTIONARY_LINE = on_demand(r"(?P<word>.+?)(?: [0-9]+)?(?: [a-z]+)?")


def read_user_words(path: str) -> tuple[str, ...]:
    """The words of a user dictionary in jieba's format, as analysis text; frequencies and tags are not needed.

    Lines that start with `#` are comments. Raises ReadError and EncodingError.
    """
    lines = (line.strip() for line in read_lines(path))
    matches = (_DICTIONARY_LINE.fullmatch(line) for line in lines if line and not line.startswith("#"))
    return tuple(dict.fromkeys(to_analysis(match["word"]) for match in matches if match))


def read_lines(path: str) -> tuple[str, ...]:
    """The lines of a UTF-8 word list. Raises ReadError (no such file …) and EncodingError (not UTF-8)."""
    try:
        return tuple(Path(path).read_text("utf-8-sig").splitlines())
    except UnicodeDecodeError as error:
        raise EncodingError("is not UTF-8; save the word list as UTF-8", path=path) from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror}); name a text file, one word a line", path=path) from error


# What jieba's rules cannot join ends a stretch: cutting behind it changes no token.
_FULL_STOP = "\u3002"
_SAFE_END = on_demand(rf"[\n{_FULL_STOP}]")
_STRETCH_CHARS = 4000  # short lists of tokens stay in the processor's cache: twice as fast as one long list


def _find_stretches(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _STRETCH_CHARS:
        match = _SAFE_END.search(text, start + _STRETCH_CHARS)
        if match is None:
            break
        yield text[start : match.end()]
        start = match.end()
    if start < len(text):
        yield text[start:]


def _cutter(engine: str, hmm: bool) -> Callable[[str], list[str]]:
    if engine == "rjieba":
        return lambda text: _cut_rjieba(text, hmm)
    if engine == "jieba":
        jieba = _jieba("jieba")
        return lambda text: list(jieba.cut(text, HMM=hmm))
    if engine == "space":
        return _BLANKS_OR_WORD.findall
    raise OptionError(f"“{engine}” is no segmenter we know; use one of {', '.join(ENGINES)}")


_BLANKS_OR_WORD = on_demand(r"\s+|\S+")

# Characters that rjieba counts as Chinese and jieba as signs (extensions, compatibility forms), and lone
# surrogates, which rjieba refuses. Each becomes U+FFFD, which both leave alone, for the time of cutting.
_FOREIGN = on_demand(r"[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\ud800-\udfff]")
# “2024-06”, “www.example.org”: rjieba leaves what its model cannot read in one piece; jieba cuts it by the rule
# _LATIN (its finalseg, HMM only), the five such words of its dictionary excepted.
_LATIN_SIGNS = {
    sign: re.compile(rf"{re.escape(sign)}(?:(?<=[a-zA-Z0-9+#&._%-]{re.escape(sign)})|(?=[a-zA-Z0-9+#&._%-]))")
    for sign in "+#&_-"
}
# “7.6%”, “www”: runs that the rule leaves whole. What has another sign in it, or these two elsewhere, is looked at.
_LATIN_SIGNS["."] = re.compile(r"\.(?:(?<![a-zA-Z0-9]\.)|(?![0-9]+(?![a-zA-Z0-9.])))")
_LATIN_SIGNS["%"] = re.compile(r"%(?:(?<![a-zA-Z0-9]%)|(?=[a-zA-Z0-9.%]))")
_LATIN = on_demand(r"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")
_LATIN_WORDS = frozenset(("AT&T", "C#", "C++", "c#", "c++"))


def _cut_rjieba(text: str, hmm: bool) -> list[str]:
    """The tokens of a stretch; a sentence with signs that rjieba reads otherwise is cut by itself. Few have any."""
    cut = _rjieba()
    places = [match.start() for match in _FOREIGN.finditer(text)]
    if hmm:
        found = (pattern.finditer(text) for sign, pattern in _LATIN_SIGNS.items() if sign in text)
        places = sorted((*places, *(match.start() for matches in found for match in matches)))
    if not places:
        return cut(text, hmm)
    tokens: list[str] = []
    at = 0
    for place in places:
        if place < at:
            continue
        start = max(at, text.rfind("\n", at, place) + 1, text.rfind(_FULL_STOP, at, place) + 1)
        behind = _SAFE_END.search(text, place)
        end = behind.end() if behind else len(text)
        tokens += cut(text[at:start], hmm)
        tokens += _cut_odd(text[start:end], hmm)
        at = end
    return tokens + cut(text[at:], hmm)


def _cut_odd(sentence: str, hmm: bool) -> list[str]:
    safe = _FOREIGN.sub("\ufffd", sentence)
    tokens = _rjieba()(safe, hmm)
    if hmm:
        tokens = [part for token in tokens for part in (_split_latin(token) if token.isascii() else (token,))]
    if safe is sentence:
        return tokens
    ends = accumulate(map(len, tokens))
    return [sentence[end - len(token) : end] for token, end in zip(tokens, ends, strict=True)]


@cache
def _rjieba() -> Callable[[str, bool], list[str]]:
    import rjieba

    cut: Callable[[str, bool], list[str]] = rjieba.cut
    return cut


def _split_latin(token: str) -> Sequence[str]:
    if len(token) == 1 or token in _LATIN_WORDS or token.isspace():
        return (token,)
    return [part for part in _LATIN.split(token) if part]


@cache
def _jieba(module: str) -> Any:
    """The module, imported in silence: jieba writes its loading times to stderr and warns of its own syntax."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = import_module("jieba")
        jieba.setLogLevel(logging.CRITICAL)
        return import_module(module)


@lru_cache(maxsize=8)
def _pattern_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One of the words, longest first, grouped by first character so that a search skips fast; None without words."""
    by_first: dict[str, list[str]] = {}
    for word in filter(None, words):
        by_first.setdefault(word[0], []).append(word[1:])
    branches = (re.escape(first) + one_of(rests) for first, rests in sorted(by_first.items()))
    return re.compile("|".join(branches)) if by_first else None


def _cut_around(text: str, wanted: re.Pattern[str], cut: Callable[[str], list[str]]) -> list[str]:
    tokens: list[str] = []
    at = 0
    for match in wanted.finditer(text):
        if at < match.start():
            tokens += cut(text[at : match.start()])
        tokens.append(match[0])
        at = match.end()
    return tokens + cut(text[at:]) if at < len(text) else tokens


def _without_overlaps(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, the longer first where two begin together; what begins inside another is left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if len(span) and (not kept or kept[-1].end <= span.start):
            kept.append(span)
    return kept
