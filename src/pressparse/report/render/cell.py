"""A value as it stands in a cell: plain digits, lists joined, nothing that UTF-8 cannot hold."""

import math
from decimal import Decimal

from pressparse.pattern import on_demand

LIST_MARK = "; "
# Half of a UTF-16 pair, as in a file name that is not UTF-8; no file format can hold it.
LONE_SURROGATE = on_demand("[\ud800-\udfff]")


def plain_number(value: Decimal | float) -> str:
    """The digits of a number, never with an exponent; a float in its shortest exact form, NaN as nothing.

    >>> plain_number(Decimal("4.448E+10")), plain_number(1e-05)
    ('44480000000', '0.00001')
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            return "" if math.isnan(value) else str(value)
        value = Decimal(repr(value))
    return format(value, "f")


def cell_text(value: object) -> str:
    """A value as text; empty for None. Lists are joined by “; ”.

    >>> cell_text(("万隆", "李文化")), cell_text(Decimal("7.60")), cell_text(None)
    ('万隆; 李文化', '7.60', '')
    """
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (Decimal, float)):
        return plain_number(value)
    if isinstance(value, (tuple, list)):
        return LIST_MARK.join(cell_text(item) for item in value)
    return str(value)


def encodable(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, so that it can be written as UTF-8."""
    return LONE_SURROGATE.sub("\ufffd", text)


def utf8(text: str) -> bytes:
    """The text as UTF-8, lone surrogates as U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return encodable(text).encode()
