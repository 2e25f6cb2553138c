"""Notes: lines that nobody says and that need no record around them to tell: stage notes, captions, rules, heads."""

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import on_demand
from pressparse.transcript.dialect.label import MARGINS, close_up
from pressparse.transcript.dialect.stamp import stamp_ahead

_NOTE = on_demand(r"^(?:(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|【[^【】]{1,60}】) ?)+$")
# “2024-07-15 10:00:34”, “10:05”: when a live record took the words down.
_TIME = on_demand(r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2} ?)?\d{1,2}:\d{2}(?::\d{2})?$")
# “叶青在发布会现场。 本报记者 周启 摄”
_CAPTION = on_demand(MARGINS["caption"])
# “图1:…”; “…。(摄影:苏启)”
_PICTURE_AHEAD = margin_pattern("picture_ahead")
_PICTURE_BEHIND = on_demand(MARGINS["picture_behind"])
# “休息(11时40分)”, “立法院公报 第98卷 第12期”
_RECESS = on_demand(MARGINS["recess"])
_RUNNING_HEAD = margin_pattern("running_head")
_VOLUME = MARGINS["running_head"].rpartition("}")[2][0]
# “- 3 -”, “第3页,共9页”
_PAGE_NUMBER = on_demand(MARGINS["page_number"])
_PAGE_ENDS = tuple(MARGINS["page_signs"])
_SHORTEST_PAGED = 2
_MAX_PAGE_NUMBER_CHARS = 24
# “媒体提问环节”, “问答主要内容:”
_PART_HEAD = margin_pattern("part_head")
_PHOTOGRAPHED = tuple(MARGINS["photographed"].split())
POINTERS = ("△", "▲")
_LONGEST_CAPTION = 50
_RULE_SIGNS = frozenset("-—–_=*~·•─※")
_BORDER = on_demand(r"[-: |]*\|[-: |]*")
_LONGEST_RULE = 80
_ENDS = frozenset(read_words("end_marks"))


def is_note(words: str) -> bool:
    """Whether a line is a stage note, such as `(掌声)`, or the time of a live record."""
    if ahead := stamp_ahead(words):
        # “14:24 (直播结束)”
        words = words[ahead:]
    if words[:1].isdigit() and _TIME.match(words):
        return True
    if (words.endswith(")") and _RECESS.match(words)) or (_VOLUME in words and _RUNNING_HEAD.match(words)):
        return True
    if is_caption(words) or is_part_head(words) or (words.endswith(")") and _PICTURE_BEHIND.search(words)):
        return True
    if len(words) <= _MAX_PAGE_NUMBER_CHARS and not without_page_number(words):
        return True
    return words[:1] in "([【" and _NOTE.match(words) is not None


def is_caption(words: str) -> bool:
    """Whether a line stands under a picture: “图为发布会现场。 江北网 周启 摄”."""
    pictured = words.endswith(_PHOTOGRAPHED) and _CAPTION.search(words) is not None
    # “△局长叶青演示新软件。”
    pictured = pictured or (words[:1] in POINTERS and len(words) <= _LONGEST_CAPTION and ":" not in words)
    return pictured or _PICTURE_AHEAD.match(words) is not None


def is_part_head(words: str) -> bool:
    """Whether a line is the heading of a part of the record: “媒体提问环节”, “问答主要内容:”."""
    return len(words) <= _MAX_PAGE_NUMBER_CHARS and _PART_HEAD.match(words) is not None


def without_page_number(words: str) -> str:
    """A line without the number of the page that it ends in, or is.

    >>> without_page_number("记录:秘书处 第 1 页,共 2 页"), without_page_number("- 3 -")
    ('记录:秘书处', '')
    """
    return _PAGE_NUMBER.sub("", words) if len(words) > _SHORTEST_PAGED and words.endswith(_PAGE_ENDS) else words


def is_end(words: str) -> bool:
    """Whether a line says that the record is over, such as `(完)`."""
    # “- END -”, “推 荐 阅 读”
    return close_up(words.strip("()[]<>【】 -—")) in _ENDS


def is_rule(words: str) -> bool:
    """Whether a line is drawn of dashes or stars and says nothing."""
    return 0 < len(words) <= _LONGEST_RULE and _RULE_SIGNS.issuperset(words)


def is_scrap(words: str) -> bool:
    """Whether a line is what is left of a broken tag: “">”."""
    return words[-1:] in _TAG_ENDS and _SCRAP.fullmatch(words) is not None


_TAG_ENDS = ("<", ">")
_SCRAP = on_demand(r"[\"'“”‘’/= ]*[<>][\"'“”‘’/=<> ]*")


def is_border(words: str) -> bool:
    """Whether a line is but the border of a table: “|”, “---|”."""
    return _BORDER.fullmatch(words) is not None
