"""Rosters that part name and office: the office in the line below, or inside the name."""

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.transcript.dialect.name import BODIES, find_office_inside, is_surname
from pressparse.transcript.roster import HONORIFIC, is_name

_OFFICES = read_words("offices")
_JOINTS = read_words("joints")
_MAX_OFFICE_CHARS = 40
_STOPS = frozenset(",。;:!?")
# One name above one office may as well be a byline above a heading.
_FEWEST_PAIRS = 2


def find_name_column(text: str, words: str) -> dict[str, str]:
    r"""Name → title of the people listed a name a line, the title below it; `words` is the analysis text of `text`.

    A list that opens with a title has the name below the title, and is not read here.

    >>> listed = "姓名\n职务\n叶青\n交通局局长\n周启明\n住建局副局长"
    >>> find_name_column(listed, listed)
    {'叶青': '交通局局长', '周启明': '住建局副局长'}
    >>> find_name_column("交通局局长\n叶青\n住建局副局长\n周启明", "交通局局长\n叶青\n住建局副局长\n周启明")
    {}
    """
    lines = _filled_lines(words)
    held = [_is_office(line.of(words)) for line in lines]
    named = [is_name(line.of(words)) and not office for line, office in zip(lines, held, strict=True)]
    found: dict[str, str] = {}
    at = 0
    while at < len(lines) - 1:
        end = at
        while end + 1 < len(lines) and named[end] and held[end + 1]:
            end += 2
        if (end - at) // 2 >= _FEWEST_PAIRS and not (at and held[at - 1]):
            for name, office in zip(lines[at:end:2], lines[at + 1 : end : 2], strict=True):
                found.setdefault(name.of(text).replace(" ", "").replace("\u3000", ""), office.of(text))
        at = max(end, at + 1)
    return found


def _filled_lines(words: str) -> list[Span]:
    """Where the words of each line stand that has any."""
    spans, at = [], 0
    for line in words.split("\n"):
        if said := line.strip():
            start = at + line.index(said)
            spans.append(Span(start, start + len(said)))
        at += len(line) + 1
    return spans


def _is_office(words: str) -> bool:
    return len(words) <= _MAX_OFFICE_CHARS and words.endswith(_OFFICES) and _STOPS.isdisjoint(words)


def find_parted(text: str, words: str) -> dict[str, str]:
    """Name → office of the people whose office stands between family and given name.

    >>> find_parted("叶部长青之先生偕同周次长启女士", "叶部长青之先生偕同周次长启女士")
    {'叶青之': '部长', '周启': '次长'}
    """
    found: dict[str, str] = {}
    for honorific in HONORIFIC.finditer(words):
        end = honorific.start()
        starts = range(end - 4, max(end - 9, -1), -1)
        offices = {start: find_office_inside(words[start:end]) for start in starts if words[start:end].isalpha()}
        apart = [start for start, office in offices.items() if office and words[start + 1] not in _JOINTS]
        if apart and words[end - 1] not in _JOINTS:
            # “简主任委员玉书女士”, and no “任委员玉书”.
            start = max(apart, key=lambda start: len(offices[start]))
            at, office = words.index(offices[start], start), offices[start]
            if words[: start + 1].endswith(BODIES) and is_name(words[at + len(office) : end]):
                # “矿山司|司长|尚武先生”
                continue
            found.setdefault(text[start:at] + text[at + len(office) : end], text[at : at + len(office)])
    for met in _MET_BY.finditer(words):
        # “叶主任委员青之、周副主任委员启女与记者问答”
        since = max(met.start() - _LONGEST_LIST, 0)
        begin = max(words.rfind(sign, since, met.start()) for sign in _BEFORE_LIST) + 1
        listed = _LIST.fullmatch(words, begin, met.start()) is not None
        for start, end in (each.span() for each in _LISTED.finditer(words, begin, met.start()) if listed):
            if (office := find_office_inside(words[start:end])) and is_surname(words[start:end]):
                at = words.index(office, start)
                found.setdefault(text[start:at] + text[at + len(office) : end], text[at : at + len(office)])
    return found


_LISTED = on_demand("[^、]+")
_LIST = on_demand(rf"{HAN}{{4,12}}(?:、{HAN}{{4,12}})*")
_MET_BY = margin_pattern("met_by")
_LONGEST_LIST = 160
_BEFORE_LIST = (",", "。", "\n")
