"""Margins: lines of a record that nobody says: subheads between turns, credits and boxes behind the last."""

import re
from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from pressparse.lexicon import one_of, read_patterns, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.text.tag import tag_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.name import is_plain_word, looks_like_name
from pressparse.transcript.dialect.opening import read_opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.dialect.stamp import stamp_ahead
from pressparse.transcript.turn import Role

# How many lines may follow the end of a record.
MAX_TAIL_LINES = 8
# How many may stand under a line drawn of dashes.
MAX_FOOTER_LINES = 4
MAX_HEAD_CHARS = 30
_MOST_FOOTERS = 2

_TREE = read_patterns("margins")
_POINTS = "•·●"
_CREDITS = one_of(read_words("credits"))
# “责任编辑:叶青”, “编辑 叶青 校对 周启”, “附件清单(如有)  无”
_CREDIT = on_demand(
    rf"^[(\[【*]*{_CREDITS}(?:\([^()]{{1,6}}\))? ?(?:[:/]|  +) ?(?:[^,。;!?]|(?<=[0-9]),(?=[0-9])){{1,40}}$"
    rf"|^(?:{_CREDITS} {HAN}{{2,4}}(?: |$))+$|{_TREE['credit']}"
)
# “【打印本页】 【关闭窗口】”: the page begins again.
_NAVIGATION = on_demand(_TREE["navigation"])
_PAGER = on_demand(_TREE["pager"])
# “记者会结束。”, “回复 举报 使用道具”
_CLOSED_DOWN = on_demand(_TREE["closed_down"])
# “(16:20 结束)”
_CLOSED = on_demand(_TREE["closed_at"])
# “贰、媒体提问”, “■人物名片”
_SECTION = on_demand(_TREE["section"])
_ITEM = on_demand(_TREE["agenda_item"])
_BOLD_HEAD = on_demand(r"^\*\*[0-9]{1,2}[ 、.].*\*\*$")
_SAID = on_demand("[。!?…;:,]”?$")
_INSIDE = on_demand("[。!?;:]")
_MOSTLY = 0.8


def tail_start(page: Page, after: int = -1) -> int:
    """The number of the line from which on nothing is said any more; that of all lines where something is to the end.

    Up to the line `after` what looks like a credit is said, and no credit.

    Behind a line that says that the record is over (“(完)”, “■人物名片”) or is drawn all is tail; so are credits.
    Where a record draws lines time and again they end nothing.
    """
    last = len(page.lines)
    first = max(0, last - MAX_TAIL_LINES)
    below = max(after + 1, last - MAX_FOOTER_LINES if after < 0 else 0)
    over = next(
        (n for n in range(first, last) if _is_over(page.lines[n].words) or (n >= below and _is_below(page, n))), last
    )
    drawn = [n for n, line in enumerate(page.lines) if notes.is_rule(line.words)]
    if len(drawn) <= _MOST_FOOTERS:
        over = min([over, *(n for n in drawn if n >= last - MAX_FOOTER_LINES)])
    while over > max(first, after + 1) and _is_margin(page.lines[over - 1].words):
        over -= 1
    # “(责编:叶青)”, then what else a page has to offer: “我来说两句 全部跟贴(86)”.
    lines = range(max(first, after + 1), over)
    credited = (n for n in lines if is_credit(page.lines[n].words) and not _is_inset(page, n))
    return next((n for n in credited if not any(_SAID.search(line.words) for line in page.lines[n + 1 : over])), over)


def _is_inset(page: Page, number: int) -> bool:
    """Whether a line is a caption in parentheses below speech without stops, which may go on below it."""
    words = page.lines[number].words
    return words.startswith("(") and words.endswith(")") and not _is_ended(page.lines[number - 1].words)


def find_byline(page: Page, last: int) -> Span | None:
    """Where the names of those who wrote stand in parentheses behind the last line that is said; None without any."""
    line = page.lines[last] if 0 <= last < len(page.lines) else None
    if line and (said := _DISCLAIMED.search(line.words)):
        # “…谢谢各位。 以上内容仅代表作者观点”
        return Span(*said.span("note")).shift(line.start)
    if line and (over := _OVER_BEHIND.search(line.words)):
        # “…谢谢各位。(完)”
        return Span(*over.span()).shift(line.start)
    found = _BYLINE.search(line.words) if line else None
    # “(记者叶青)”, but “(记者追问)”
    named = found is not None and (found["first"].isascii() or _names_writer(found["first"]))
    return Span(*found.span()).shift(line.start) if line and found and named else None


def find_site_credits(page: Page) -> dict[int, Span]:
    """Where the site that a page says it is of stands in parentheses behind speech, by line: “…。(江北网 叶青)”."""
    source = _SOURCE.search(page.words)
    if source is None or f"({source['site']}" not in page.words:
        return {}
    credit = re.compile(rf"(?<=[。!?”…)]) ?\({re.escape(source['site'])}(?: [^():,。]{{1,16}})?\)$")
    found = {number: credit.search(line.words) for number, line in enumerate(page.lines)}
    return {number: Span(*each.span()).shift(page.lines[number].start) for number, each in found.items() if each}


_SOURCE = on_demand(_TREE["source"])


def _names_writer(words: str) -> bool:
    """Whether words are a name, of whatever people, or a body: no word that says what somebody did."""
    said = tag_words(words)
    return looks_like_name(words) or (not is_plain_word(words) and said[0][1] not in _DEEDS)


_DEEDS = frozenset(("v", "d", "m", "r", "p"))
_PART_NAMED = on_demand(_TREE["part_named"])
_BYLINE = on_demand(_TREE["byline"])
_OVER_BEHIND = on_demand(_TREE["over_behind"])


def _is_margin(words: str) -> bool:
    """Whether a line at the end of a record is none of the speech."""
    # “74” above “上一页 返回目录 下一页”
    numbered = words.isdigit() and len(words) <= _LONGEST_PAGE_NUMBER
    paged = numbered or _PAGER.match(words) is not None
    linked = words[:1] in _HEAD_SIGNS and _LINKED.match(words) is not None
    drawn = notes.is_rule(words) or notes.is_border(words) or notes.is_scrap(words)
    return is_credit(words) or drawn or paged or linked or _CLOSED_DOWN.match(words) is not None


# “[1]https://…”, “![](叶青.jpg)”
_LINKED = on_demand(r"\[[0-9]{1,2}\] ?https?://\S+$|!\[[^\]]*\]\([^()]*\)$")


_LONGEST_PAGE_NUMBER = 4


def _is_over(words: str) -> bool:
    # “(完)”, “■人物名片”, “相关阅读:…”
    words = words.lstrip("# ")
    ends = (words, words.strip("*—- "), words.lstrip(labels.BULLETS).partition(":")[0])
    signs = (_NAVIGATION, _CLOSED, _DISCLAIMER)
    return any(notes.is_end(each) for each in ends) or any(sign.match(words) for sign in signs)


_DISCLAIMER = on_demand(_TREE["disclaimer"])
# “…谢谢各位。 编辑:叶青” too
_DISCLAIMED = on_demand(
    f"(?<=[。!?”…]) *(?P<note>(?:{_TREE['disclaimer']}).{{0,80}}|{_CREDITS} ?: ?[^,。;:!?]{{2,20}})$"
)


def _is_below(page: Page, number: int) -> bool:
    """Whether a line is what a page prints below a record, none of which looks so among what is said: “地址:…”."""
    return _BELOW.match(page.lines[number].words) is not None


_BELOW = on_demand(_TREE["below"])


def is_navigation(words: str) -> bool:
    """Whether a line is what a page offers its readers: “【关闭】 【打印】”."""
    return _NAVIGATION.match(words) is not None


def is_credit(words: str) -> bool:
    """Whether a line says who made or published a record, how to reach them, or what else there is: “来源:宁川日报”."""
    words = notes.without_page_number(words[stamp_ahead(words) :].strip(f"*※ {_POINTS}"))
    return _CREDIT.match(words) is not None or (_SECTION.match(words) is not None and not _SAID.search(words))


def find_subheads(page: Page, openings: Collection[int]) -> frozenset[int]:
    """The lines between turns that are headings: short, without a sentence, apart from the speech before.

    `openings` are the lines that open turns. Where most speech is printed without punctuation there are none.
    """
    titles = {
        number - 1: title for number in openings if (title := _title_of(page, number)) and number - 1 not in openings
    }
    titled = Counter(titles.values())
    # “渔港局:新船明年下水” above what a reporter asks, time and again.
    found = {number for number, title in titles.items() if titled[title] > 1}
    first = min(openings, default=0)
    # “三、议员质询” between turns, one of the agenda above them.
    agenda = {line.words for line in page.lines[:first] if _ITEM.match(line.words) and not _SAID.search(line.words)}
    found |= {n for n, line in enumerate(page.lines) if n > first and line.words in agenda and n not in openings}
    found |= _unended(page, openings) | _above_askers(page, openings) | _counted_heads(page, openings)
    said = [line for number, line in enumerate(page.lines) if number > first and number not in openings]
    ended = sum(_SAID.search(line.words) is not None for line in said)
    if not openings or ended < _MOSTLY * max(len(said) - len(openings), 1):
        return frozenset(found)
    for number in sorted(openings, reverse=True):
        above = number - 1
        while above > first and above not in openings and _is_head(page, above):
            found.add(above)
            above -= 1
    return frozenset(found)


def _counted_heads(page: Page, openings: Collection[int]) -> set[int]:
    """The lines above labels that count the parts of a record and are no sentences: “一、关于票价”, “二、关于船期”."""
    above = {number - 1: _PART_COUNT.match(page.lines[number - 1].words) for number in openings if number}
    parts = {n: labels.read_count(count["count"]) for n, count in sorted(above.items()) if count and n not in openings}
    short = all(len(page.lines[n].words) <= MAX_HEAD_CHARS and not _SAID.search(page.lines[n].words) for n in parts)
    values = list(parts.values())
    apart = all(n == 0 or _is_ended(page.lines[n - 1].words) for n in parts if n > min(openings, default=0))
    counts = len(values) > 1 and all(two == one + 1 for one, two in pairwise(values))
    return set(parts) if short and counts and apart else set()


_PART_COUNT = on_demand(rf"(?P<count>[0-9]{{1,2}}|[{_TREE['han_counts']}])(?:[、.] ?| )(?=[^0-9])")


def _above_askers(page: Page, openings: Collection[int]) -> set[int]:
    """The lines right above what reporters ask, time and again, that ask it in short or sum up the answer.

    “主任有没有签字权?”, “军费:增幅为个位数”.
    """
    above = {number - 1: number for number in openings if number - 1 not in openings}
    asked = {head for head, number in above.items() if _asks_below(page, number)}
    summed = {head for head, number in above.items() if _sums_up(page, number)}
    return {head for heads in (asked, summed) if len(heads) > 1 for head in heads}


def _unended(page: Page, openings: Collection[int]) -> set[int]:
    """The lines without the end of a sentence, where all of those that open no turn stand above one that does.

    “洪水里的七天” between two turns, no line apart, in an interview whose speech is printed with its stops.
    """
    lines = range(min(openings, default=0) + 1, max(openings, default=0))
    found = [n for n in lines if n not in openings and not _is_ended(page.lines[n].words)]
    # One to a gap, or below a counted part (“答问实录4”): more are a list, or a poem.
    parts = {n for n in found if _PART_NAMED.search(page.lines[n].words)}
    above = all(n + 1 in openings or (n in parts and n + 1 in found) for n in found)
    below = all(_is_ended(page.lines[n - 1].words) or n - 1 in parts for n in found)
    short = all(len(page.lines[n].words) <= MAX_HEAD_CHARS and not _INSIDE.search(page.lines[n].words) for n in found)
    return set(found) if len(found) > 1 and above and below and short else set()


def _is_ended(words: str) -> bool:
    """Whether a line ends as a sentence does, what stands in parentheses behind it left out: “好。(笑)”."""
    return _SAID.search(_ASIDE_BEHIND.sub("", words)) is not None


_ASIDE_BEHIND = on_demand(r"(?<=.) ?\([^()]{1,12}\)$")


def _title_of(page: Page, number: int) -> str:
    """Whose words the line above a reporter at `number` sums up: 渔港局 of “渔港局:新船明年下水”; "" for others."""
    summed = _SUMMED_UP.match(page.lines[number - 1].words) if number else None
    opening = read_opening(page.lines[number].words) if summed else None
    asks = opening is not None and labels.role_of_label(opening.label) is Role.REPORTER
    if summed and asks and (topic := _TOPIC.match(summed["who"])):
        # “谈票价:明年不涨”
        return topic[0]
    return summed["who"] if summed and asks and summed["who"].endswith(_BODIES) else ""


_BODIES = tuple(sorted(read_words("bodies")))
_TOPIC = on_demand(_TREE["topic_head"])
_SUMMED_UP = on_demand("(?P<who>[^:,。;!?]{2,12}):[^:。;!?]{4,40}$")


def _asks_below(page: Page, number: int) -> bool:
    """Whether a reporter's turn opens at `number` below a short question that stands apart from the speech above it."""
    if number < _FEWEST_ABOVE:
        return False
    line, before = page.lines[number - 1], page.lines[number - 2]
    short = len(line.words) <= MAX_HEAD_CHARS and not _INSIDE_ASKED.search(line.words)
    opening = read_opening(page.lines[number].words) if short and _SAID.search(before.words) else None
    return opening is not None and labels.role_of_label(opening.label) is Role.REPORTER


def _sums_up(page: Page, number: int) -> bool:
    """Whether a reporter's turn opens at `number` below a line of its own on what is told: “军费:增幅为个位数”."""
    if number < _FEWEST_ABOVE:
        return False
    line, before = page.lines[number - 1], page.lines[number - 2]
    apart = line.start - before.end > 1 and _SUMMED_UP.match(line.words) is not None and _is_ended(before.words)
    opening = read_opening(page.lines[number].words) if apart else None
    return opening is not None and labels.role_of_label(opening.label) is Role.REPORTER


_FEWEST_ABOVE = 2
_INSIDE_ASKED = on_demand("[,。;!:]|[^?]$|[?].*[?]")


def _is_flush(page: Page, number: int) -> bool:
    """Whether a line begins at the margin between two that are indented."""
    if number + 1 >= len(page.lines):
        return False
    starts = [page.lines[at].start for at in (number - 1, number, number + 1)]
    above, own, below = (page.words[start - 1 : start] for start in starts)
    return own == "\n" and above == below == " "


def _is_head(page: Page, number: int, *, stacked: bool = True) -> bool:
    """Whether a line between turns is a heading; `stacked`: another may stand above it."""
    line, before = page.lines[number], page.lines[number - 1]
    if _BOLD_HEAD.match(line.words):
        # “**01 今年流感来得更早吗?**”
        return True
    # An empty line above, or no indentation where the speech has some.
    apart = line.start - before.end > 1 or _is_flush(page, number)
    short = len(line.words) <= MAX_HEAD_CHARS and not _SAID.search(line.words) and not _INSIDE.search(line.words)
    if not (short and apart):
        return False
    # “答问实录4”, and below it “工资一天也不能拖”; “跑鞋有四十七双”, and below it “瑞珠(世界冠军)”
    marked = _PART_NAMED.search(before.words) is not None or line.words.endswith(")")
    part = stacked and marked and _is_head(page, number - 1, stacked=False)
    return number - 1 == 0 or _is_ended(before.words) or part


def find_pictured(page: Page) -> frozenset[int]:
    """The lines that head a part above its picture: “署长叶青:把水算清楚”, then “图为… 周启 摄”."""
    found = set()
    for number, (line, below) in enumerate(pairwise(page.lines)):
        # Few lines are so short and have a colon so early: the others need no pattern.
        if len(line.words) > _LONGEST_SUMMARY or ":" not in line.words[: _LATEST_COLON + 1]:
            continue
        summed = _SUMMED_UP.match(line.words) if notes.is_caption(below.words) and not _is_ended(line.words) else None
        if summed is not None and labels.role_of_label(summed["who"]) is Role.UNKNOWN:
            found.add(number)
    return frozenset(found)


# As long as what _SUMMED_UP reads.
_LATEST_COLON = 12
_LONGEST_SUMMARY = 53


def find_counted(page: Page, openings: Collection[int]) -> set[int]:
    """The lines that are but a number above a label, where they count: 1, 2, 3; “片段:0”, “片段:1”."""
    found = {
        number - 1: count for number in openings if number and (count := _COUNT.fullmatch(page.lines[number - 1].words))
    }
    values = [int(count["number"]) for count in found.values()]
    counts = len({count["what"] for count in found.values()}) == 1 and len(values) > 1 and values[0] in (0, 1)
    return set(found) if counts and values == list(range(values[0], values[0] + len(values))) else set()


_COUNT = on_demand(r"(?P<what>(?:[^\s:0-9]{1,8} ?:? ?)?)(?P<number>[0-9]{1,4})")


_HEAD_SIGNS = ("#", "!", "<", "{", "[", "*")
# “## 主队:”, “![会场](会场.jpg)”, “<figure>”, “{{< video … >}}”, “**01**”
_MARKED_HEAD = on_demand(
    r"#{1,6} \S|!\[[^\]]*\]\([^()]*\)$|</?(?:figure|img|iframe|video|audio|br|hr)\b[^<>]*>$"
    r"|<figcaption>.*</figcaption>$|\{\{[<%].*[>%]\}\}$|\*\*[0-9]{1,2}[.、]?\*\*$"
)


def is_unsaid(page: Page, number: int) -> bool:
    """Whether nobody says a line: a note, a rule, a caption beside or above which the page says no more."""
    line = page.lines[number]
    if (
        notes.is_note(line.words)
        or notes.is_rule(line.words)
        or notes.is_border(line.words)
        or notes.is_scrap(line.words)
    ):
        return True
    if (line.words[:1] in _HEAD_SIGNS and _MARKED_HEAD.match(line.words)) or _PAGER.match(line.words):
        # “## 主队:”, “轻触这里,加载下一页”
        return True
    # “|”, then “海事局局长叶青 |”
    framed = page.bar_behind(line) is not None and notes.is_border(page.lines[number - 1].words)
    below = page.lines[number + 1].words if number + 1 < len(page.lines) else ""
    # “叶青发言”, then “叶青发言 周启摄”
    return framed or (below.startswith(line.words) and below != line.words and notes.is_note(below))
