"""Words and numbers that no list of keywords wants."""

import re
from functools import cache

from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.text.script import to_analysis
from pressparse.text.segment import read_lines


@cache
def default_stop_words() -> frozenset[str]:
    """Our list (lexicons/stop_words.tsv): formulas of the event, politeness, function words, language of figures."""
    return frozenset(read_words("stop_words"))


@cache
def jieba_stop_words() -> frozenset[str]:
    """The English function words that jieba.analyse drops by itself; part of its definition of both methods."""
    return frozenset(read_words("stop_words", "jieba"))


def read_stop_words(path: str) -> frozenset[str]:
    """A user's list: UTF-8, one word a line, `#` opens a comment line; as analysis text, Latin in lower case.

    Raises ReadError and EncodingError.
    """
    lines = (line.strip() for line in read_lines(path))
    return frozenset(to_analysis(line).lower() for line in lines if line and not line.startswith("#"))


def is_number(term: str) -> bool:
    """Whether the term is a bare number, ordinal, count or string of signs: no word whatever its weight.

    >>> [is_number(term) for term in ("7.6%", "二十", "第三", "两年", "...", "5G", "十四五", "两岸")]
    [True, True, True, True, True, False, False, False]
    """
    return _number().fullmatch(term) is not None


@cache
def _number() -> re.Pattern[str]:
    numerals = read_tree("numerals")
    digit = one_of([*numerals["digits"], *numerals["signs"]["several"], *numerals["signs"]["half"]])
    scale = one_of(numerals["scales"])
    surplus = f"[{numerals['signs']['surplus']}]"
    # “十四五” (a five-year plan) is no numeral: two digits follow the scale.
    chinese = rf"(?:{digit}+|(?:{digit}?{scale}+)+{digit}?){surplus}?"
    return re.compile(rf"[\W\d_]+|{_ordinal()}?(?:\d+|{chinese}){one_of(read_words('stop_words', 'classifier'))}?")


def _ordinal() -> str:
    return one_of(read_words("stop_words", "ordinal"))
