"""Which columns a terminal has room for, and how wide each one is."""

from collections.abc import Mapping, Sequence

from pressparse.report.table import NUMERIC, Column

# “│ ” before each cell and “ │” after the last: 3 cells a column and 1.
BORDER_CELLS, FRAME_CELLS = 3, 1
SMALL_LACK = 6  # so few cells more spare a whole column the folding
NARROWEST_CELLS = 8  # below this a terminal cannot hold a border and two Chinese characters


class Width:
    """What one column asks for, in cells."""

    __slots__ = ("least", "most", "weight")

    def __init__(self, least: int, most: int, weight: int) -> None:
        self.least = least
        self.most = most
        self.weight = weight


def fit_columns(columns: Sequence[Column], contents: Sequence[int], *, width: int) -> dict[int, int]:
    """Cells for each column that has room, by its place, left to right; never empty, never wider than `width`.

    `contents` are the widths of the widest cells. Where the least widths do not fit, columns go: the lowest
    priority first, then the lightest, then the rightmost; the last one is squeezed.
    """
    wanted = {place: _wanted(column, contents[place]) for place, column in enumerate(columns)}
    kept = list(wanted)
    while len(kept) > 1 and sum(wanted[place].least for place in kept) > _room(len(kept), width):
        kept.remove(min(kept, key=lambda place: (columns[place].priority, columns[place].weight, -place)))
    room = _room(len(kept), width)
    if len(kept) == 1:
        return {kept[0]: min(wanted[kept[0]].most, room)}
    return _shared({place: wanted[place] for place in kept}, room)


def _room(count: int, width: int) -> int:
    return max(width, NARROWEST_CELLS) - BORDER_CELLS * count - FRAME_CELLS


def _wanted(column: Column, content: int) -> Width:
    heading = len(column.heading)
    most = max(content, 2)
    least = most if column.kind in NUMERIC else min(most, max(column.min_cells, heading, 2))
    return Width(least, most, max(column.weight, 1))


def _shared(wanted: Mapping[int, Width], room: int) -> dict[int, int]:
    """The room shared out, each between its least and its most: small wants are met first, then weight decides."""
    cells = {place: width.least for place, width in wanted.items()}
    spare = room - sum(cells.values())
    for place in sorted(wanted, key=lambda place: wanted[place].most - wanted[place].least):
        lacking = wanted[place].most - cells[place]
        if lacking <= min(SMALL_LACK, spare):
            cells[place] += lacking
            spare -= lacking
    while spare > 0:
        growing = [place for place, width in wanted.items() if cells[place] < width.most]
        if not growing:
            break
        total = sum(wanted[place].weight for place in growing)
        pool = spare
        for place in growing:
            share = max(1, pool * wanted[place].weight // total)
            grown = min(share, spare, wanted[place].most - cells[place])
            cells[place] += grown
            spare -= grown
    return cells
