"""Text out of damaged bytes: each broken byte is one U+FFFD, the characters around it stay what they were."""

import codecs
import re
from collections import Counter
from functools import cache

from pressparse.pattern import on_demand

# Share of characters that may be broken. Read in a wrong encoding of East Asia, a Chinese text of 5,000 characters
# breaks at 1.3 % of them or more (GB 2312 as Big5 or as Shift JIS: the fewest), so at less the bytes are damaged.
MOST_BROKEN = 0.01
# UTF-8 checks itself: GB 2312 and Big5 break it at every second character, and never at fewer than one in three.
MOST_BROKEN_UTF8 = 0.1
# One bad byte breaks one character or two. In a short text that is more than those shares, and damage all the same
# where so many whole characters stand beside each broken one.
LEAST_WHOLE = 5
# Big5 fits GB18030 without a break, but four in five of its characters are odd there; of a text in traditional script
# that is GB18030, three in ten.
MOST_ODD = 0.6
# The right reading of a long text leaves less doubt than this, a wrong one eight times as much.
SURE = 0.05

# The encodings of Chinese that hold all others of their family.
FAMILIES = ("gb18030", "big5hkscs")
_GB = frozenset({"gb18030", "gbk", "gb2312"})
_BIG5 = frozenset({"big5", "big5hkscs", "cp950"})
_DOUBLE_BYTE = _GB | _BIG5
_SAMPLE_CHARS = 1 << 20
# So little is read to the end in any encoding: how much of it is broken tells which it is not.
_SHORT_BYTES = 1 << 14
# A lone surrogate, which no text holds, stands for a broken byte until they are counted.
_MARK = "\udfff"
_BROKEN_CHARACTER = on_demand(f"{_MARK}{{1,3}}")
# Bytes below 0x30 are part of no longer character in either encoding: behind one, reading is in step again.
_STRETCH = re.compile(rb"[\x30-\xff]+|[\x00-\x2f]+")
_MAX_STRETCH_BYTES = 1 << 16
_FOUR_BYTES = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
# What a byte costs that fits nothing, in odd characters; at the end of a file less, since files are cut off.
_BROKEN_COST = 2
_BROKEN_PAIR_COST = 3
_CUT_COST = 1
_NO_CHARACTER = 1 << 30
# The error handler of the codecs that leaves the marks.
_HANDLER = "pressparse.mark"


class Reading:
    """Bytes as the text of one encoding.

    `broken` of them do not fit it; the first of these is the character `first` of the text (0 where there is none).
    `doubt` is the share of characters, ASCII apart, that are broken, and of those that are odd in Chinese. `fits` where
    no more of them are so than damage explains.
    """

    __slots__ = ("broken", "doubt", "encoding", "first", "fits", "text")

    def __init__(
        self,
        text: str,
        encoding: str,
        broken: int = 0,
        first: int = 0,
        doubt: float = 0.0,
        fits: bool = True,
    ) -> None:
        self.text = text
        self.encoding = encoding
        self.broken = broken
        self.first = first
        self.doubt = doubt
        self.fits = fits


def parse_bytes(data: bytes, encoding: str) -> Reading | None:
    """`data` as text in the codec `encoding`; None when they are many, and far more is broken than damage explains.

    A byte lost or put in shifts the bytes of GB18030 and Big5 against each other up to the next ASCII character. There
    the reading with the fewest broken bytes and odd characters is taken, so that a few characters are lost, no line.

    >>> parse_bytes("上半年经济运行情况".encode("gb18030")[:-1], "gb18030").text
    '上半年经济运行情�'
    >>> parse_bytes("上半年经济运行情况".encode("gb18030"), "utf-8").fits
    False
    """
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
        return Reading(text, encoding, doubt=_odd_share(text, encoding))
    except UnicodeError:
        pass
    try:
        if len(data) > _SHORT_BYTES and _is_hopeless(data, encoding):
            return None
        text = _mend(data, encoding) if encoding in _DOUBLE_BYTE else data.decode(encoding, _HANDLER)
    except UnicodeError:  # a codec that knows no damage, as idna
        return None
    text = text.removeprefix("\ufeff")
    bad, whole = len(_BROKEN_CHARACTER.findall(text)), _count_wide(text) - text.count(_MARK)
    odd = _odd_share(text, encoding)
    return Reading(
        text.replace(_MARK, "\ufffd"),
        encoding,
        broken=text.count(_MARK),
        first=max(0, text.find(_MARK)),
        doubt=bad / max(1, bad + whole) + odd,
        fits=odd <= MOST_ODD and _is_damage(bad, whole, encoding),
    )


def _mark(error: UnicodeError) -> tuple[str, int]:
    """A mark for each broken byte, and where to read on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _MARK * (error.end - error.start), error.end


codecs.register_error(_HANDLER, _mark)


def _is_hopeless(data: bytes, encoding: str) -> bool:
    """Whether far more is broken than damage explains; tells it fast."""
    text = data.decode(encoding, "ignore")
    broken = len(data) - len(text.encode(encoding))
    # A broken character is up to three bytes; mending finds fewer of them.
    return not _is_damage(broken // 3, _count_wide(text), encoding, times=2)


def _count_wide(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_damage(broken: int, whole: int, encoding: str, *, times: int = 1) -> bool:
    """Whether so many broken characters beside whole ones are damage, or `times` as many."""
    most = MOST_BROKEN_UTF8 if encoding.startswith("utf-8") else MOST_BROKEN
    in_long = broken <= times * most * (broken + whole)
    in_short = broken <= 2 * times and LEAST_WHOLE * broken <= times * whole
    return whole > 0 and (in_long or in_short)


def _odd_share(text: str, encoding: str) -> float:
    """Share of the characters, ASCII apart, that are rare in Chinese: outside of the common rows of the encoding.

    In an encoding that is neither GB nor Big5 a character may be common in either. UTF-8 is its own proof: 0.
    """
    if encoding.startswith("utf-8"):
        return 0.0
    tables = (encoding,) if encoding in _DOUBLE_BYTE else FAMILIES
    counts = Counter(text[:_SAMPLE_CHARS])
    wide = {char: count for char, count in counts.items() if not char.isascii() and char != _MARK}
    odd = (count for char, count in wide.items() if all(_cost(char.encode(each, "replace"), each) for each in tables))
    return sum(odd) / max(1, sum(wide.values()))


@cache
def _cost(piece: bytes, encoding: str) -> int:
    """0 for a character of the common rows, 1 or 2 for an odd one, _NO_CHARACTER for bytes that are none.

    Common are punctuation and the characters of level 1: rows 16 to 55 of GB 2312, 0xA4 to 0xC6 of Big5.
    """
    try:
        text = piece.decode(encoding)
    except UnicodeDecodeError:
        return _NO_CHARACTER
    if len(piece) != 2:
        return 2 if len(text) == 1 else _NO_CHARACTER
    lead, trail = piece
    if encoding in _BIG5:
        return 0 if 0xA1 <= lead <= 0xC6 else 1
    return 0 if trail >= 0xA1 and (lead in (0xA1, 0xA3) or 0xB0 <= lead <= 0xD7) else 1


def _mend(data: bytes, encoding: str) -> str:
    """The text of damaged GB18030 or Big5, with a mark for each broken byte; lines that decode stay as they are."""
    pieces: list[str] = []
    lines = data.splitlines(keepends=True)
    broken = False
    for line in lines:
        try:
            if not broken:
                pieces.append(line.decode(encoding))
                continue
        except UnicodeDecodeError:
            pass
        for each in _STRETCH.finditer(line):
            last = line is lines[-1] and each.end() == len(line)
            pieces.append(_mend_stretch(each[0], encoding, last=last, shifted=broken))
            # What stands between may have come between the halves of a character.
            broken = pieces[-1].endswith(_MARK) or (broken and pieces[-1].isascii())
    return "".join(pieces)


def _mend_stretch(stretch: bytes, encoding: str, *, last: bool, shifted: bool) -> str:
    """The text of bytes between two that no longer character holds; `shifted`: those before it end in a broken one."""
    try:
        if not shifted or len(stretch) > _MAX_STRETCH_BYTES:
            return stretch.decode(encoding)
    except UnicodeDecodeError:
        if len(stretch) > _MAX_STRETCH_BYTES:
            return stretch.decode(encoding, _HANDLER)
    pieces = []
    at = 0
    for width in _cheapest_steps(stretch, encoding, last=last):
        pieces.append(stretch[at : at + width].decode(encoding) if width > 0 else -width * _MARK)
        at += abs(width)
    return "".join(pieces)


def _cheapest_steps(stretch: bytes, encoding: str, *, last: bool) -> list[int]:
    """The widths in bytes of the characters, below 0 where they are broken, that cost least in sum.

    `last`: the file ends there.
    """
    size = len(stretch)
    costs = [0] * (size + 1)
    steps = [0] * size
    for at in range(size - 1, -1, -1):
        if stretch[at] < 0x80:
            # A letter behind a Han character may be half of one.
            glued = stretch[at] >= 0x40 and at > 0 and stretch[at - 1] >= 0x80
            costs[at], steps[at] = costs[at + 1] + glued, 1
            continue
        ways = [(costs[at + 1] + (_CUT_COST if last and at == size - 1 else _BROKEN_COST), -1)]
        if at + 2 <= size:
            ways.append((costs[at + 2] + _BROKEN_PAIR_COST, -2))
            ways.append((costs[at + 2] + _cost(stretch[at : at + 2], encoding), 2))
        if _FOUR_BYTES.match(stretch, at):
            ways.append((costs[at + 4] + _cost(stretch[at : at + 4], encoding), 4))
        costs[at], steps[at] = min(ways, key=lambda way: (way[0], -way[1]))
    taken: list[int] = []
    at = 0
    while at < size:
        taken.append(steps[at])
        at += abs(steps[at])
    return taken
