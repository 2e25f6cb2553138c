"""What conversion and typing have damaged in a text, with place and repair; nothing is changed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressparse.errors import Problem
from pressparse.lexicon import read_rows
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.text.script import READING, convert_script, is_han, to_analysis
from pressparse.text.segment import find_tokens, word_frequency

_EXCERPT_CHARS = 24  # shown on either side of a place
_COMMON = 50  # occurrences in the corpus of jieba's dictionary from which a word's own form is beyond doubt

# “，，”, “,、”: two signs where one is meant. Dots and dashes are repeated on purpose.
_DOUBLED = on_demand(r"[,\uff0c\u3001;\uff1b]{2,}")
# A half-width sign behind a Chinese character, and its full-width twin.
_WIDTHS = dict(zip(",:;?!()", "\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09", strict=True))


@dataclass(frozen=True, slots=True)
class Damage:
    """A place that looks wrong: what is wrong with it, the words that should stand there, how often it occurs."""

    code: str
    span: Span
    repair: str
    count: int = 1
    other: int = 0  # places with the other form, for what is only odd beside it


def find_damage(text: str) -> tuple[Damage, ...]:
    """Each place of `text` that conversion or typing has damaged, in text order.

    converted: a character of a traditional text that is another word than the one meant (把握髮展), found by
    converting each word of the simplified text back by itself. pinyin: a reading put into the text. doubled: two
    commas. variant and width: one place for each character that is written in two ways, the rarer way, with its
    count.

    >>> [(each.span.of("我們把握髮展機遇"), each.repair) for each in find_damage("我們把握髮展機遇")]
    [('髮展', '發展')]
    """
    found = [*_find_pinyin(text), *_find_doubled(text), *_find_widths(text)]
    words = to_analysis(text)
    if _is_traditional(text):
        found += [*_find_converted(text, words), *_find_variants(text)]
    return tuple(sorted(found, key=lambda each: each.span))


def lint_text(text: str, path: str) -> tuple[Problem, ...]:
    """The damage of a text as problems, each with line and column from 1, and the words around it."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    problems = []
    for each in find_damage(text):
        line = bisect_right(starts, each.span.start)
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(text)
        left = max(start, each.span.start - _EXCERPT_CHARS)
        right = min(end, each.span.end + _EXCERPT_CHARS)
        problems.append(
            Problem(
                f"{each.code}",
                _message(each, each.span.of(text)),
                path=path,
                line=line,
                column=each.span.start - start + 1,
                excerpt=text[left:right].rstrip("\r\n"),
            )
        )
    return tuple(problems)


def _message(damage: Damage, words: str) -> str:
    times = f", in {damage.count} places" if damage.count > 1 else ""
    beside = f" (“{damage.repair}” stands in {damage.other})" if damage.other else ""
    if damage.code == "pinyin":
        return f"“{words}” is a reading that was put into the text; take it out"
    return f"“{words}” stands where “{damage.repair}” is meant{times}{beside}"


def _find_pinyin(text: str) -> Iterator[Damage]:
    return (Damage("pinyin", Span(match.start(), match.end()), "") for match in READING.finditer(text))


def _find_doubled(text: str) -> Iterator[Damage]:
    for match in _DOUBLED.finditer(text):
        yield Damage("doubled", Span(match.start(), match.end()), match[0][0])


def _find_widths(text: str) -> Iterator[Damage]:
    """For each sign that stands behind Chinese in both widths, the first place of the rarer one."""
    for half, full in _WIDTHS.items():
        pattern = {sign: re.compile(rf"(?<=[\u3400-\u9fff]){re.escape(sign)}(?!\s*[A-Za-z])") for sign in (half, full)}
        places = {sign: [match.start() for match in pattern[sign].finditer(text)] for sign in (half, full)}
        rare, common = sorted((half, full), key=lambda sign: len(places[sign]))
        if places[rare]:
            first = places[rare][0]
            yield Damage("width", Span(first, first + 1), common, len(places[rare]), len(places[common]))


def _is_traditional(text: str) -> bool:
    """Whether more of the characters are traditional than simplified, of those that are only one of both."""
    letters = "".join(sorted(set(text)))
    traditional = {char for char in letters if is_han(char) and convert_script(char, "hans") != char}
    simplified = {
        char for char in letters if char not in traditional and is_han(char) and _to_traditional(char) != char
    }
    return sum(map(text.count, traditional)) > sum(map(text.count, simplified))


@cache
def _to_traditional(word: str) -> str:
    return convert_script(word, "hant")


@cache
def _confusables() -> dict[str, dict[str, int]]:
    """For a simplified character, its traditional forms with the number of the word that each is."""
    return {
        row["simplified"]: {
            form: number for number, forms in enumerate(row["traditional"].split(" ")) for form in forms
        }
        for row in read_rows("confusables")
    }


def _find_converted(text: str, words: str) -> Iterator[Damage]:
    """Words of two characters and more whose own conversion is another word than the one that stands there.

    Beside a word of one character, a first or last character that is also the simplified one is left alone: the
    two may belong together (防制|假).
    """
    tokens = [token for token in find_tokens(words, hmm=False) if not token.text.isspace()]
    lone = [len(token.text) == 1 and is_han(token.text) for token in tokens]
    beside = zip([False, *lone], tokens, [*lone[1:], False], strict=False)
    for before, token, behind in beside:
        if len(token.text) < 2 or not any(char in _confusables() for char in token.text):
            continue
        right, shown = _to_traditional(token.text), token.span.of(text)
        if right == shown or len(right) != len(shown):
            continue
        line = text.rfind("\n", 0, token.span.start) + 1
        in_context = _to_traditional(words[line : token.span.end])[-len(right) :]
        sure = range(before, len(right) - behind)
        repair = "".join(
            right[at]
            if (at in sure or shown[at] != token.text[at]) and _is_damage(token.text, at, shown, right, in_context)
            else shown[at]
            for at in range(len(shown))
        )
        if repair != shown:
            yield Damage("converted", token.span, repair)


def _is_damage(word: str, at: int, shown: str, right: str, in_context: str) -> bool:
    """Whether another word stands at `at`, and something says that it is wrong.

    Left in simplified form; converted as a part of words that are none (把握发 → 把握髮); the conversion of the
    word knows better than that of the character; or the word is a common one.
    """
    if not _differ(word[at], shown[at], right[at]):
        return False
    mechanical = shown[at] in (word[at], in_context[at])
    return mechanical or right[at] != _to_traditional(word[at]) or word_frequency(word) >= _COMMON


def _differ(simplified: str, shown: str, right: str) -> bool:
    """Whether two traditional characters are different words, and not two forms of one."""
    forms = _confusables().get(simplified, {})
    return shown in forms and right in forms and forms[shown] != forms[right]


def _find_variants(text: str) -> Iterator[Damage]:
    """The first place of each variant; a regional form only beside its other form, or beside a foreign one."""
    rows = [row for row in read_rows("variants") if row["variant"] in text]
    foreign = any(row["kind"] == "foreign" for row in rows)
    for row in rows:
        other = text.count(row["standard"])
        if row["kind"] == "foreign" or other or foreign:
            first = text.index(row["variant"])
            yield Damage("variant", Span(first, first + 1), row["standard"], text.count(row["variant"]), other)
