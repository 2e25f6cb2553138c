"""Rosters: names and titles of the people a record announces."""

from collections.abc import Iterator
from itertools import pairwise

from pressparse.lexicon import margin_pattern, one_of, read_patterns, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.text.script import is_han, to_analysis
from pressparse.transcript.dialect.name import (
    BODIES,
    DOTS,
    has_name_stop,
    is_plain_word,
    is_surname,
    surname_chars,
)

_OFFICES = read_words("offices")
_OFFICES_LONGEST_FIRST = tuple(sorted(_OFFICES, key=len, reverse=True))
_HONORIFICS = read_words("honorifics")
_HONOURS = tuple(sorted(read_words("honours"), key=len, reverse=True))
_LEAD_INS = read_words("lead_ins")
_JOINTS = read_words("joints")
MAX_TITLE_CHARS = 60

HONORIFIC = on_demand(one_of(_HONORIFICS))
_HONOUR = on_demand(one_of(honour for honour in _HONOURS if len(honour) > 1))
# “我是南湾区议会主席邓颖妍。”
_SELF_WORDS = read_words("lead_ins", "self")
_SELF = on_demand(rf"{one_of(_SELF_WORDS)}([^,。;:!?\n]{{4,{MAX_TITLE_CHARS}}})(?=[,。;!?\n]|$)")
# “戚建国(集团副总经理)”, “移植外科主任秦家骏”: an item of a list.
_LISTED = on_demand(r"(?P<said>[^、,;()\s][^、,;()]*)(?:\((?P<aside>[^()]*)\))?")
# A title reaches back to the last mark that cannot be part of one.
_TITLE_STARTS = " \n\t,。;:!?“”()—【】[]"
_LATIN_NAME = on_demand(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
# What follows the name of somebody who is announced: “局长叶青|今日”.
_MARGINS = read_patterns("margins")
BEHIND_NAME = on_demand(_MARGINS["behind_name"])
_BULLETS = "▲▼►▶●◆■※*"
_BULLET = on_demand(r"(?:\d+[.、]|[-•·*])[ \t]*")
# “2020年9月22日外交部发言人”: the date is the event's.
_DATED = on_demand(r"^.*[0-9][\u5e74\u6708\u65e5\u53f7]")

# “宁川社北港10月22日电|外交部发言人”
_DATELINE = margin_pattern("dateline")


def find_roster(text: str, words: str = "") -> dict[str, str]:
    r"""Name → title of the people a host announces, in the words of `text`; the first mention counts.

    Reads one person a line, as rosters are printed, and running text where an honorific closes the name. `words` is
    the analysis text of `text`, made where it is not given.

    >>> find_roster("他们是:\n石景山區委副書記、區長 萬隆先生")
    {'萬隆': '石景山區委副書記、區長'}
    """
    words = words or to_analysis(text)
    readers = [_on_a_line]
    readers += [_in_running_text] if any(word in words for word in _HONORIFICS) else []
    readers += [find_self] if any(word in words for word in _SELF_WORDS) else []
    found: dict[str, str] = {}
    at = 0
    for line in words.split("\n"):
        for announced in (read(line) for read in readers):
            for name, start, end in announced:
                shown = _closed(name.shift(at).of(text))
                if shown not in found:
                    # A host calls the same people again and again: only the first title is looked at.
                    found[shown] = _title(line, start, end).shift(at).of(text)
        at += len(line) + 1
    return found


# The place of a name, and where its title may begin and ends.
_Announced = tuple[Span, int, int]


def _on_a_line(line: str) -> Iterator[_Announced]:
    """The person whom a line announces that says nothing else."""
    stripped = line.strip()
    if " " not in stripped:
        return
    if row := _TABLE_ROW.fullmatch(stripped):
        # “| 水利部部长 | 叶青 |”
        offset = len(line) - len(line.lstrip())
        for who, held in ((2, 1), (1, 2)):
            if is_name(row[who]) and row[held].endswith(_OFFICES):
                yield Span(*row.span(who)).shift(offset), row.start(held) + offset, row.end(held) + offset
        return
    for honorific in _HONORIFICS:
        stripped = stripped.rstrip(";,。、").removesuffix(honorific).rstrip()
    bullet = None if is_han(stripped[:1]) else _BULLET.match(stripped)
    start = bullet.end() if bullet else 0
    # “石景山区委副书记、区长 万隆先生”: the title ends in an office, a space follows, then the name.
    space = len(stripped)
    while (space := stripped.rfind(" ", start + 1, space)) >= 0:
        title, name = stripped[start:space].rstrip(), stripped[space + 1 :]
        if title.endswith(_OFFICES) and _is_roster_name(name):
            offset = len(line) - len(line.lstrip())
            # “财务总监 周启明；独立董事 叶青”: the last of several.
            start = max(start, title.rfind(";") + 1)
            # “访谈嘉宾:宁川市民政局局长 周启明”: the key is none of the title.
            start = max(start, title.rfind(":") + 1)
            if (before := _pair_before(stripped[start:space])) > 0:
                # “民政局局长 周启明 水务局局长 叶青”: two of them.
                yield from _on_a_line(line[: offset + start + before])
                start += before
            yield Span(space + 1, len(stripped)).shift(offset), start + offset, space + offset
            return
    if not line.rstrip(" ").endswith(_OFFICES):
        return
    # “疫情指挥中心 叶青 发言人”: body, name, office.
    between = _NAME_BETWEEN.fullmatch(line)
    if between is not None and is_name(between["name"]) and between["title"].endswith(_OFFICES):
        yield Span(*between.span("name")), between.start("title"), between.end("title")
        return
    # “发布人:叶青 市水务局局长”, “叶青 市水务局局长”: the name stands first.
    first = _NAME_FIRST.fullmatch(line)
    if first is not None and is_name(first["name"]) and first["title"].endswith(_OFFICES):
        yield Span(*first.span("name")), first.start("title"), first.end("title")


def _pair_before(title: str) -> int:
    """Where the name of somebody else ends within what stands before a name, an office in front of it; else 0."""
    tokens = list(_TOKEN.finditer(title))
    pairs = pairwise(tokens[:-1])
    return max((name.end() for office, name in pairs if office[0].endswith(_OFFICES) and is_name(name[0])), default=0)


_TABLE_ROW = on_demand(r"\| *([^|]{2,40}?) *\| *([^|]{2,40}?) *\|(?:[^|]*\|)*", signs="|")
_TOKEN = on_demand("[^ ]+")
_NAME_FIRST = on_demand(rf" *(?:[^\s:]{{1,6}} ?: ?)?(?P<name>{HAN}{{2,4}}) +(?P<title>[^:。;,]{{3,40}}?) *")
_NAME_BETWEEN = on_demand(rf" *{HAN}{{4,20}} +(?P<name>{HAN}{{2,4}}) +(?P<title>[^ :。;,]{{2,16}}) *")


def _is_roster_name(name: str) -> bool:
    """Whether what stands behind a title and a space is a name of two to twelve characters and no other title."""
    closed = name.replace(" ", "").replace("·", "")
    han = 2 <= len(closed) <= 12 and is_han(closed) and not name.endswith(_OFFICES)
    return han or ("A" <= name[:1] <= "Z" and _LATIN_NAME.fullmatch(name) is not None)


def _in_running_text(line: str) -> Iterator[_Announced]:
    """The person before each honorific, as in “市发改委主任 张某先生,市财政局局长李某女士”."""
    for honorific in HONORIFIC.finditer(line):
        end = honorific.start()
        name = find_name_end(line[max(0, end - MAX_TITLE_CHARS) : end].rstrip())
        if name:
            end -= len(line[:end]) - len(line[:end].rstrip())
            start = end - name
            yield Span(start, end), _title_start(line, start), start


def find_self(line: str) -> Iterator[_Announced]:
    """Whoever says who they are, as in “我是区议会主席张某。”: place of the name, start and end of the title."""
    for said in _SELF.finditer(line):
        words = _without_honorific(said[1])
        name = find_name_end(words)
        if name:
            end = said.start(1) + len(words)
            yield Span(end - name, end), said.start(1), end - name


def find_name_end(words: str) -> int:
    """How many characters at the end of `words` are a person's name behind a title; 0 where no title is.

    >>> find_name_end("市财政局局长李大山"), find_name_end("这个问题请张")
    (3, 0)
    """
    for length in (2, 3, 4, 5):
        if len(words) > length and is_name(words[-length:]) and words[:-length].rstrip().endswith(_OFFICES):
            return length
    tail = words[-14:].translate(DOTS)
    if "·" in tail:
        for length in range(4, len(tail)):
            name = tail[-length:]
            if words[:-length].rstrip().endswith(_OFFICES) and is_han(name.replace("·", "")):
                return length
    return 0


def find_holder(title: str, words: str) -> Span:
    """Where the name stands that follows a title in `words` without an honorific; an empty span where none does.

    >>> words = "渔农局局长吴桐今日联同港务署署长李大山举行记者会"
    >>> find_holder("渔农局局长", words).of(words), find_holder("港务署署长", words).of(words)
    ('吴桐', '李大山')
    """
    if not title.endswith(_OFFICES) or find_name_end(title):
        return _NOBODY
    at = words.find(title)
    while at >= 0:
        start = at + len(title)
        if part := _PART_OF_TITLE.match(words, start):
            # “常任秘书长|(工务)|叶青”
            start = part.end()
        # “部长|拿督|叶青”
        start += next((len(honour) for honour in _HONOURS if words.startswith(honour, start)), 0)
        for length in (3, 2, 4):
            name = words[start : start + length]
            if is_name(name) and not name.startswith(NO_HOLDER) and BEHIND_NAME.match(words, start + length):
                return Span(start, start + length)
        at = words.find(title, start)
    return _NOBODY


_NOBODY = Span(0, 0)
_PART_OF_TITLE = on_demand(rf"\({HAN}{{1,6}}\)")
_OFFICE_END = 2
# “宁江省|省长”
_PLACED = (*BODIES, *read_words("place_levels"))
_ACTING = _MARGINS["other_office"]
# “局长谈话”, “局长和市民”, “局长程序性说明”
NO_HOLDER = read_words("name_stops", "word")


OFFICE = on_demand(one_of(_OFFICES))


def is_name(words: str) -> bool:
    """Whether words are a Chinese name: family name of one or two characters, given name of one or two."""
    name = words.replace(" ", "")
    if not is_surname(name) or not is_han(name):
        return False
    # “欧阳砚秋”, “范徐丽泰”: four characters need a family name of two, or two of them.
    return len(name) <= 3 or (len(name) == 4 and (surname_chars(name) == 2 or is_surname(name[1])))


def _title_start(line: str, end: int) -> int:
    """Where the title that ends before `end` begins at the earliest."""
    at = max(0, end - MAX_TITLE_CHARS)
    limit = len(line[:end].rstrip())
    return max(at, *(line.rfind(mark, at, limit) + 1 for mark in _TITLE_STARTS))


def title_before(line: str, end: int) -> Span:
    """The title that ends before `end`."""
    return _title(line, _title_start(line, end), end)


def _title(line: str, start: int, end: int) -> Span:
    """The title in a stretch of a line, without what leads it in or belongs to the person before."""
    words = line[start:end].rstrip()
    end = start + len(words)
    lead = max(
        (at + len(word) for word in _LEAD_INS if 0 <= (at := words.rfind(word)) < len(words) - len(word)), default=0
    )
    start += lead
    dated = _DATELINE.match(line[start:end]) or _DATED.match(line[start:end])
    if dated:
        start += dated.end()
    if aged := _AGED.match(line, start, end):
        # “81岁的渔业局局长”
        start = aged.end()
    for before in _SOMEBODY_BEFORE.finditer(line, start, end):
        # “港务署的玛丽亚女士、渔农局局长”
        start = before.end()
    start += _last_title(line[start:end])
    start += len(line[start:end]) - len(line[start:end].lstrip(f" :,、|{_BULLETS}"))
    # “…(Ana Zhou)和队长”: the person before is cut off already.
    start += next((len(joint) for joint in _JOINTS if line.startswith(joint, start, end - 1)), 0)
    return Span(start, end)


_AGED = margin_pattern("aged")
_SOMEBODY_BEFORE = on_demand(rf"{one_of(_HONORIFICS)}{one_of(('、', ',', *_JOINTS))}", signs=_HONORIFICS)


def _last_title(words: str) -> int:
    """Where in a row of titles and names the last person's title begins.

    >>> "保安局局长钟嘉晞、渠务署署长"[_last_title("保安局局长钟嘉晞、渠务署署长"):]
    '渠务署署长'
    """
    start = 0
    for joint in _JOINTS:
        at = words.find(joint)
        while at > 0:
            # “发展和改革委”: what stands before “和” has to be a person.
            before = _without_honorific(words[:at])
            if find_name_end(before) or _ends_in_stranger(before):
                start = max(start, at + len(joint))
            at = words.find(joint, at + 1)
    return start


def _ends_in_stranger(words: str) -> bool:
    """Whether a name of no form of ours stands behind an office: “蓝星队主教练斯托扬”, but “感染科主任医师”."""
    if not any(words.endswith(_OFFICES, 0, len(words) - size) for size in _STRANGER_SIZES):
        return False
    ends = [found.end() for found in OFFICE.finditer(words)]
    name = words[ends[-1] :] if ends else ""
    return len(name) in _STRANGER_SIZES and not has_name_stop(name) and not is_plain_word(name)


_STRANGER_SIZES = range(3, 6)


def _without_honorific(words: str) -> str:
    for honorific in _HONORIFICS:
        words = words.removesuffix(honorific)
    return words


def find_listed(text: str) -> dict[str, str]:
    """Name → title of the people that the value of a roster lists, in its words; empty where it gives no titles.

    >>> find_listed("公共事务室罗心瑜主任"), find_listed("邱实(集团副总经理)、江岚(运营公司总工程师)、记者12人")
    ({'罗心瑜': '公共事务室主任'}, {'邱实': '集团副总经理', '江岚': '运营公司总工程师'})
    """
    text = _HONOUR.sub("", text)
    words = to_analysis(text)
    found: dict[str, str] = {}
    start = -1  # where the title of the next person begins, several offices of one person joined by “、”
    for item in _LISTED.finditer(words):
        said = _without_honorific(item["said"].rstrip()).rstrip()
        at = item.start() if start < 0 else start
        end = item.start() + len(said)
        name, title = 0, ""
        if item["aside"] and item["aside"].endswith(_OFFICES) and _is_person(said):
            name, title = len(said), text[item.start("aside") : item.end("aside")]
        elif name := find_name_end(said):
            title = text[at + _pair_before(words[at : end - name]) : end - name]
        elif office := _office_behind_name(said):
            name = len(said) - office[0] - office[1]
            title = text[at : item.start() + office[0]] + text[end - office[1] : end]
            end -= office[1]
        if name:
            found.setdefault(_closed(text[end - name : end]), title.strip())
        start = -1 if name or not said.endswith(_OFFICES) else at
    return found


def _closed(name: str) -> str:
    return name.replace(" ", "").replace("\u3000", "").replace("\u00a0", "")


def _is_person(said: str) -> bool:
    name = said.replace(" ", "")
    return is_name(name) or "·" in name


def _office_behind_name(said: str) -> tuple[int, int] | None:
    """Where the name begins between organization and office, and how long the office is: “公共事务室|罗心瑜|主任”."""
    for office in _OFFICES_LONGEST_FIRST:
        if said.endswith(office):
            rest = said[: -len(office)]
            for length in (3, 2, 4):
                if is_name(rest[-length:]) and rest[:-length].endswith(BODIES):
                    return len(rest) - length, len(office)
    return None


def is_fuller(title: str, office: str) -> bool:
    """Whether a title is an office with the body it belongs to in front; an office is fuller than none.

    >>> is_fuller("市卫生局局长", "局长"), is_fuller("", "局长"), is_fuller("驻外大使", "大使")
    (True, False, False)
    >>> is_fuller("交通部常务次长", "交通部次长"), is_fuller("宁江省省长", "省长")
    (True, True)
    """
    of, end = to_analysis(office)[:-_OFFICE_END], to_analysis(office)[-_OFFICE_END:]
    if of.endswith(BODIES) and len(title) > len(office) and to_analysis(title).startswith(of):
        # Another word stands between body and office.
        return to_analysis(title).endswith(end) and to_analysis(title)[len(of)] not in _ACTING
    body = to_analysis(title).removesuffix(to_analysis(office))
    # “市招考办|主任”, “人力资源|部长”
    bodied = body.endswith(_PLACED) or (body + to_analysis(office)[:1]).endswith(BODIES)
    return len(title) > len(office) and len(body) < len(title) - bool(office) + 1 and (not office or bodied)


def find_title(name: str, text: str, words: str = "") -> str:
    """The title that stands in front of `name` in what a host says, `words` in analysis text; "" where none does.

    >>> find_title("李文化", "這個問題我們有請石景山區委常委、副區長李文化女士來回答。")
    '石景山區委常委、副區長'
    """
    words = words or to_analysis(text)
    said = to_analysis(name)
    at = words.find(said) if said else -1
    while at >= 0:
        # “市民政局局长⏎叶青”, but “叶青 市民政局局长⏎周启 市水务局局长”
        rest = words[at + len(said) :].partition("\n")[0]
        listed = rest.startswith(" ") and rest.rstrip().endswith(_OFFICES)
        before = words[max(0, at - MAX_TITLE_CHARS) : at].rstrip(" " if listed else None)
        honour = next((honour for honour in _HONOURS if before.endswith(honour)), "")
        if before.removesuffix(honour).endswith(_OFFICES):
            title = title_before(words, at - len(honour))
            if len(title):
                return title.of(text)
        at = words.find(said, at + 1)
    return ""
