"""Margins: lines of a record that nobody says: notes and captions within, credits and boxes behind the last."""

import re

from pressparse.lexicon import margin_pattern, one_of, read_patterns, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.text.tag import tag_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.folded import front_matter
from pressparse.transcript.dialect.name import is_plain_word, looks_like_name
from pressparse.transcript.dialect.opening import Opening, read_opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.dialect.stamp import stamp_ahead

# How many lines may follow the end of a record.
MAX_TAIL_LINES = 8
# How many may stand under a line drawn of dashes.
MAX_FOOTER_LINES = 4
_MOST_FOOTERS = 2

_TREE = read_patterns("margins")
_POINTS = "•·●"
_CREDIT_WORDS = read_words("credits")
_CREDITS = one_of(_CREDIT_WORDS)
# “责任编辑:叶青”, “编辑 叶青 校对 周启”, “附件清单(如有)  无”
_CREDIT_MARKS = "([【*"
_CREDITED = on_demand(
    rf"^[{re.escape(_CREDIT_MARKS)}]*{_CREDITS}(?:\([^()]{{1,6}}\))? ?(?:[:/]|  +) ?"
    rf"(?:[^,。;!?]|(?<=[0-9]),(?=[0-9])){{1,40}}$|^(?:{_CREDITS} {HAN}{{2,4}}(?: |$))+$"
)
_CREDIT = margin_pattern("credit")
# “【打印本页】 【关闭窗口】”: the page begins again.
_NAVIGATION = margin_pattern("navigation")
_PAGER = margin_pattern("pager")
# “记者会结束。”, “回复 举报 使用道具”
_CLOSED_DOWN = margin_pattern("closed_down")
# “(16:20 结束)”
_CLOSED = margin_pattern("closed_at")
# “贰、媒体提问”, “■人物名片”
_SECTION = margin_pattern("section")
_SAID = on_demand("[。!?…;:,]”?$")


def tail_start(page: Page, after: int = -1, again: int = -1) -> int:
    """The number of the line from which on nothing is said any more; that of all lines where something is to the end.

    Up to the line `after` what looks like a credit is said, and no credit; up to `again` the record goes on for sure:
    there somebody speaks who has spoken before.

    Behind a line that says that the record is over (“(完)”, “■人物名片”) or is drawn all is tail; so are credits.
    Where a record draws lines time and again they end nothing.
    """
    last = len(page.lines)
    first = max(0, last - MAX_TAIL_LINES)
    below = max(after + 1, last - MAX_FOOTER_LINES if after < 0 else 0)
    ends = range(max(first, again + 1), last)
    over = next((n for n in ends if _is_over(page.lines[n].words) or (n >= below and _is_below(page, n))), last)
    front = front_matter([line.words for line in page.lines])
    drawn = [n for n, line in enumerate(page.lines) if n >= front and notes.is_rule(line.words)]
    if len(drawn) <= _MOST_FOOTERS:
        over = min([over, *(n for n in drawn if n >= max(last - MAX_FOOTER_LINES, again + 1))])
    while over > max(first, after + 1) and _is_margin(page.lines[over - 1].words) and not _is_listed(page, over - 1):
        over -= 1
    # “(责编:叶青)”, then what else a page has to offer: “我来说两句 全部跟贴(86)”.
    lines = range(max(first, after + 1), over)
    credited = (
        n for n in lines if is_credit(page.lines[n].words) and not _is_inset(page, n) and not _is_listed(page, n)
    )
    over = next((n for n in credited if not any(_SAID.search(line.words) for line in page.lines[n + 1 : over])), over)
    return _below_lead_in(page, over)


def _is_listed(page: Page, number: int) -> bool:
    """Whether a line is one of a list within a speech: “一、修路” with “二、修桥” above it or below."""
    near = page.lines[max(0, number - 1) : number + 2]
    counts = [labels.read_count(count["count"]) if (count := COUNTED.match(line.words)) else -1 for line in near]
    own = counts[1 if number else 0]
    return own > 0 and any(abs(each - own) == 1 for each in counts if each > 0)


def _below_lead_in(page: Page, over: int) -> int:
    """Where a tail starts if the line above it leads into its first lines: “分工是这样的:”, then “编辑:叶青”."""
    above = page.lines[over - 1].words if 0 < over < len(page.lines) else ""
    if above.endswith(_GOES_ON):
        # “请看图,”, then “第3页”; but “谢谢,” and “编辑:叶青”
        return over + (":" not in page.lines[over].words)
    while len(above) >= _SHORTEST_LEAD_IN and above.endswith(":") and over < len(page.lines):
        listed = ":" in page.lines[over].words
        over += 1
        if not listed or over == len(page.lines) or ":" not in page.lines[over].words:
            break
    return over


# “联系方式:” is the page's.
_SHORTEST_LEAD_IN = 6
_GOES_ON = (",", "、", ";")
COUNTED = on_demand(rf"(?P<count>[0-9]{{1,2}}|[{_TREE['han_counts']}])(?:[、.] ?| )(?=[^0-9])")


def _is_inset(page: Page, number: int) -> bool:
    """Whether a line is a caption in parentheses below speech without stops, which may go on below it."""
    words = page.lines[number].words
    return words.startswith("(") and words.endswith(")") and not is_ended(page.lines[number - 1].words)


def last_said(page: Page, accepted: dict[int, Opening]) -> int:
    """The last line that is speech without doubt: that of the last label, or the one below where it stands alone."""
    last = max(accepted, default=-1)
    return last + (last >= 0 and len(page.lines[last].words) <= accepted[last].length)


def last_again(accepted: dict[int, Opening]) -> int:
    """The last line on which somebody talks on with somebody else, both of whom were heard before; -1 where none is."""
    heard: set[str] = set()
    last, before, known = -1, "", False
    for number, opening in sorted(accepted.items()):
        if known and opening.label in heard and opening.label != before:
            last = number
        before, known = opening.label, opening.label in heard
        heard.add(opening.label)
    return last


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


_DISCLAIMER = margin_pattern("disclaimer")
# “…谢谢各位。 编辑:叶青” too
_DISCLAIMED = on_demand(
    f"(?<=[。!?”…]) *(?P<note>(?:{_TREE['disclaimer']}).{{0,80}}|{_CREDITS} ?: ?[^,。;:!?]{{2,20}})$"
)


def _is_below(page: Page, number: int) -> bool:
    """Whether a line is what a page prints below a record, none of which looks so among what is said: “地址:…”."""
    return _BELOW.match(page.lines[number].words) is not None


_BELOW = margin_pattern("below")


def is_navigation(words: str) -> bool:
    """Whether a line is what a page offers its readers: “【关闭】 【打印】”."""
    return _NAVIGATION.match(words) is not None


def is_credit(words: str) -> bool:
    """Whether a line says who made or published a record, how to reach them, or what else there is: “来源:宁川日报”."""
    words = notes.without_page_number(words[stamp_ahead(words) :].strip(f"*※ {_POINTS}"))
    if words.lstrip(_CREDIT_MARKS).startswith(_CREDIT_WORDS) and _CREDITED.match(words):
        return True
    return _CREDIT.match(words) is not None or (_SECTION.match(words) is not None and not _SAID.search(words))


def is_ended(words: str) -> bool:
    """Whether a line ends as a sentence does, what stands in parentheses behind it left out: “好。(笑)”."""
    return _ENDED.search(_ASIDE_BEHIND.sub("", words)) is not None


# Behind a comma or a colon the sentence goes on.
_ENDED = on_demand("(?:[。!?…]|[.]{3})[”’)]*$")
_ASIDE_BEHIND = on_demand(r"(?<=.) ?\([^()]{1,12}\)$")


def is_note(page: Page, number: int) -> bool:
    """Whether a line is a note where it stands: “媒体提问环节” is none right below “…接下来是”."""
    words = page.lines[number].words
    said = number > 0 and notes.is_part_head(words) and _is_broken(page, number - 1)
    return notes.is_note(words) and not said


def _is_broken(page: Page, number: int) -> bool:
    """Whether a line breaks off in a sentence, which goes on right below it."""
    line, below = page.lines[number], page.lines[number + 1]
    opening = read_opening(line.words)
    bare = opening is not None and opening.length >= len(line.words)
    near = below.start - line.end <= 1 or line.words.endswith(_GOES_ON)
    return near and not bare and not is_ended(line.words) and not notes.is_note(line.words)


_HEAD_SIGNS = ("#", "!", "<", "{", "[", "*")
# “## 主队:”, “![会场](会场.jpg)”, “<figure>”, “{{< video … >}}”, “**01**”
_MARKED_HEAD = on_demand(
    r"#{1,6} \S|!\[[^\]]*\]\([^()]*\)$|</?(?:figure|img|iframe|video|audio|br|hr)\b[^<>]*>$"
    r"|<figcaption>.*</figcaption>$|\{\{[<%].*[>%]\}\}$|\*\*[0-9]{1,2}[.、]?\*\*$"
)


def is_marked_head(words: str) -> bool:
    """Whether marks of a page say that a line is a heading, a picture or a film: “## 主队:”, “![](叶青.jpg)”."""
    return words[:1] in _HEAD_SIGNS and _MARKED_HEAD.match(words) is not None


def is_unsaid(page: Page, number: int) -> bool:
    """Whether nobody says a line: a note, a rule, a caption beside or above which the page says no more."""
    line = page.lines[number]
    drawn = notes.is_rule(line.words) or notes.is_border(line.words) or notes.is_scrap(line.words)
    if drawn or is_note(page, number):
        return True
    if is_marked_head(line.words) or _PAGER.match(line.words):
        # “## 主队:”, “轻触这里,加载下一页”
        return True
    # “|”, then “海事局局长叶青 |”
    framed = page.bar_behind(line) is not None and notes.is_border(page.lines[number - 1].words)
    below = page.lines[number + 1].words if number + 1 < len(page.lines) else ""
    # “叶青发言”, then “叶青发言 周启摄”
    return framed or (below.startswith(line.words) and below != line.words and notes.is_note(below))
