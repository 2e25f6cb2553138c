"""Analysis text out of any text: simplified script, half width, character by character."""

import re
from collections import Counter
from functools import cache
from typing import Any

from pressparse.lexicon import behind_first, one_of, read_rows, read_tree, read_words
from pressparse.pattern import on_demand

# Full-width forms fold to ASCII; so do the ideographic space and the other colons of the field.
# The full stop 。 and the enumeration comma 、 have no ASCII twin and stay.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD |= {
    ord(a): ord(b)
    for a, b in zip("\u3000\u2002\u2003\u00a0\u2236\ufe30\ufe55\u2215\u30fb\u2027", "    :::/··", strict=True)
}
_FOLD |= {ord(a): ord(b) for a, b in zip("「」『』〝〞｢｣", "“”‘’“”“”", strict=True)}
# Small forms and those of columns: “9﹒3萬”, “25﹪”, “甲﹑乙”, “﹝笑聲﹞”, which stands where others have parentheses.
_FOLD |= {ord(a): ord(b) for a, b in zip("﹐﹑﹒﹔﹖﹗﹙﹚﹟﹠﹡﹢﹣﹦﹩﹪", ",、.;?!()#&*+-=$%", strict=True)}
_FOLD |= {ord(a): ord(b) for a, b in zip("﹝﹞︵︶", "()()", strict=True)}
# The dashes of ranges: en dash, horizontal bar, box drawing, minus, wave dashes.
_FOLD |= {ord(a): ord("—") for a in "–―─"} | {ord("\u2212"): ord("-")} | {ord(a): ord("~") for a in "〜∼"}

# “2021，2022年”: a full-width comma between ASCII digits separates, it does not group thousands,
# so it must not become the comma of 1,000. Full-width digits keep theirs: “４，５６５”.
_LISTED = on_demand(r"，(?<=[0-9]，)(?=[0-9])")

_FIRST_HAN, _LAST_HAN = chr(0x3400), chr(0x9FFF)

# What simplified script is written with, and what OpenCC changes though it is of nothing else.
_STANDARD = "gb2312"
_SHARED_FORMS = read_words("shared_forms")
_SHARED_SIGNS = frozenset(row["sign"] for row in read_rows("shared_forms"))

# “發(fā)布”: a reading put in behind a character, a syllable with a tone mark.
READING = on_demand(r"(?<=[\u3400-\u9fff])[(\uff08][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)\uff09]")

# From this length on it pays to look at what characters a text has before doing anything to it.
SHORT_CHARS = 1000
# As many signs of the other script, of each, are names and slips.
_STRAY = 0.02
# A look at so many characters shows nearly all that a text is written with.
SAMPLE_CHARS = 50_000

# The first is what a text without any sign is taken to be from.
REGIONS = ("CN", "TW", "HK", "MO", "SG")


@cache
def _converter(config: str) -> Any:
    import opencc

    return opencc.OpenCC(config)


def to_analysis(text: str) -> str:
    """`text` in simplified script and half width, each character at the offset it had.

    >>> to_analysis("佔全市總量的５．２％，「兩園一河」")
    '占全市总量的5.2%,“两园一河”'
    """
    if text.isascii():
        return text
    if len(text) < SHORT_CHARS:
        return _to_simplified(_LISTED.sub("、", text).translate(_FOLD))
    return _long_to_analysis(text)


def _long_to_analysis(text: str) -> str:
    """The same for a long text: first the characters that it has, then only the work they need.

    A few searches in C for the few signs that occur beat a look-up for every character; and text that is simplified
    already needs no phrase rules, since no single character of it would change.
    """
    alphabet = _alphabet(text)
    if "，" in alphabet:
        text = _LISTED.sub("、", text)
    for sign in sorted(_FOLD.keys() & set(map(ord, alphabet))):
        text = text.replace(chr(sign), chr(_FOLD[sign]))
    letters = "".join(sorted(alphabet)).translate(_FOLD)
    return text if _to_simplified(letters) == letters else _convert_to_simplified(text)


def _alphabet(text: str) -> set[str]:
    """The characters that occur in a text: those of its beginning, then the others, which one search finds."""
    known = set(text[:SAMPLE_CHARS])
    if len(text) > SAMPLE_CHARS:
        known.update(re.findall(f"[^{re.escape(''.join(sorted(known)))}]", text[SAMPLE_CHARS:]))
    return known


def _to_simplified(text: str) -> str:
    return text if text.isascii() or _is_standard(text) else _convert_to_simplified(text)


def _is_standard(text: str) -> bool:
    """Whether a text has but signs and the characters of simplified script: OpenCC takes 7 ms to load and say so.

    >>> _is_standard("增长——2·5%"), _is_standard("增長"), _is_standard("沈大同"), _is_standard("沈重")
    (True, False, True, False)
    """
    standard = text.encode(_STANDARD, "ignore").decode(_STANDARD)
    others = set(text).difference(standard) if len(standard) < len(text) else ()
    if max(others, default="") >= _FIRST_HAN:
        return False
    return _SHARED_SIGNS.isdisjoint(text) or not any(form in text for form in _SHARED_FORMS)


def _convert_to_simplified(text: str) -> str:
    converted: str = _converter("t2s").convert(text)
    if len(converted) == len(text):
        return converted
    # A phrase rule changed the length (none of OpenCC's t2s rules does today): fall back to single characters.
    return "".join(single if len(single := _converter("t2s").convert(char)) == 1 else char for char in text)


def is_han(text: str) -> bool:
    """Whether a text is Han characters alone (CJK unified ideographs and extension A), at least one.

    >>> is_han("石景山"), is_han("M11线"), is_han("")
    (True, False, False)
    """
    # A class of this size takes a regular expression two milliseconds to prepare, at every start.
    return bool(text) and min(text) >= _FIRST_HAN and max(text) <= _LAST_HAN


def convert_script(text: str, to: str) -> str:
    """`text` in simplified (`hans`) or traditional (`hant`, `tw`, `hk`) script, as OpenCC converts it, words kept.

    The length may change. Raises KeyError for any other script.

    >>> convert_script("总产值增长，里面", "tw")
    '總產值增長，裡面'
    """
    config = {"hans": "t2s", "hant": "s2t", "tw": "s2tw", "hk": "s2hk"}[to]
    converted: str = _converter(config).convert(text)
    return converted


def is_simplified(text: str) -> bool:
    """Whether a text is written in simplified script, judged by its beginning.

    >>> is_simplified("派息2.75港元"), is_simplified("派息2.75港元，實質增長")
    (True, False)
    """
    sample = text[:SHORT_CHARS].translate(_FOLD)
    changed = sum(map(str.__ne__, sample, _to_simplified(sample)))
    return changed <= _STRAY * len(sample)


# Said in Hong Kong and Macao alike; and a name that tells only which of the two it is.
_BOTH, _NEAR = "HK MO", "HK near"


@cache
def _regions_said(*, traditional: bool) -> dict[str, str]:
    """What is said in each region, or in "both" of Hong Kong and Macao, or is "near" them."""
    kinds = ("", " money", " place", " speech") if traditional else ("",)
    names = (*zip(REGIONS, REGIONS, strict=True), (_BOTH, "both"))
    said = {word: region for name, region in names for kind in kinds for word in read_words("regions", f"{name}{kind}")}
    return said | dict.fromkeys(read_words("regions", _NEAR), "near")


@cache
def _region_words(*, traditional: bool) -> re.Pattern[str]:
    """Words that tell regions, and years in groups that are called after theirs.

    The classes of the first and of the second character of all spare nearly every place a closer look.
    """
    words = _regions_said(traditional=traditional)
    year, month, fiscal = (one_of(read_words("calendar", kind)) for kind in ("year", "month", "fiscal_year"))
    signs = read_tree("periods")["signs"]
    # “112年7月”, “115年度”: years of the Republic of China.
    years = {"TW": [rf"(?<=1)(?<![0-9]1)[01][0-9](?:{fiscal}|{year}[0-9]{{1,2}}{month})"]}
    # “二零二五/二六年度”
    years["both"] = [signs["spelled_fiscal_year"]]
    if traditional:
        # “113 年的案子”, but “跨越115年的老桥”
        years["TW"].append(signs["republic_year"])
        # “二零二五至二六年度”: years in such signs are written in Hong Kong and Macao.
        years["both"].append(signs["spelled_year"])
    pairs = [*(word[:2] for word in words if len(word) > 1), *signs["region_years"]]
    first, second = ("".join(sorted({pair[place] for pair in pairs})) for place in (0, 1))
    groups = "|".join(f"(?P<{region}>{'|'.join(patterns)})" for region, patterns in years.items())
    single = "".join(word for word in words if len(word) == 1)
    pair = f"(?=[{second}])(?:{behind_first(word for word in words if len(word) > 1)}|{groups})"
    return re.compile(f"[{first}{single}](?:{pair}{f'|(?<=[{single}])' if single else ''})")


def find_region(words: str, *, simplified: bool = False) -> str:
    """Where the analysis text `words` is from, by the institutions it names most: CN, TW, HK, MO or SG.

    In a record that is written in simplified script the names of other places and their money tell nothing.

    >>> find_region("行政院第3630次会议后记者会，立法院审议")
    'TW'
    """
    found = _region_words(traditional=not simplified).finditer(words, 0, 50_000)
    said = _regions_said(traditional=not simplified)
    counts = Counter(match.lastgroup or said[match[0]] for match in found)
    # What both say speaks for the one that is named more.
    counts["MO" if counts["MO"] > counts["HK"] + counts["near"] else "HK"] += counts["both"]
    if not simplified and not any(counts[region] for region in REGIONS):
        return "HK" if counts["near"] else REGIONS[0]
    # In traditional script 同比 is said in Macao too, 澳门元 nowhere else.
    order = REGIONS if simplified else REGIONS[::-1]
    return max(order, key=lambda region: counts[region])
