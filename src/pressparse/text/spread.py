"""Spread text: records that set all their signs apart, as pages of the nineties did (“行 政 長 官 : 少 。”)."""

import re
from typing import Final

# A space between two signs, of which neither is another space, a letter or the end of a line.
SPREAD: Final = re.compile(r"(?<=[^\sA-Za-z])[ ](?=[^\sA-Za-z])")
_MOSTLY: Final = 2.5


def is_spread(text: str) -> bool:
    """Whether a text sets all its signs apart.

    >>> is_spread("加 價 一 成 二 。"), is_spread("去年 加價 12%")
    (True, False)
    """
    if _MOSTLY * text.count(" ") <= len(text):
        return False
    return _MOSTLY * sum(1 for _ in SPREAD.finditer(text)) > len(text)


def close_up(text: str) -> str:
    """A text without the spaces that set all its signs apart, any other as it is; offsets do not outlast it.

    >>> close_up("三 月 十 七 日")
    '三月十七日'
    """
    return SPREAD.sub("", text) if is_spread(text) else text
