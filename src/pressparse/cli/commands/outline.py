"""What a speech counts off."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.cli.options import Call

if TYPE_CHECKING:
    from pressparse.briefing import Briefing


def outline(call: Call) -> None:
    """The points that each speech counts off, as a tree, and how many it announced; level 0 is the list itself."""
    from pressparse.report.word_views import outline_table

    call.emit(outline_table([row for briefing in call.briefings() for row in _rows(briefing)]))


def _rows(briefing: "Briefing") -> Iterator[tuple[object, ...]]:
    from pressparse.text.enumeration import find_points

    text = briefing.source.text
    for turn in briefing.turns:
        points = find_points(turn.span.of(briefing.words))
        if not points:
            continue
        claimed = [each.claim.span.start for each in briefing.claims if each.turn == turn]
        for point in points:
            span = point.span.shift(turn.span.start)
            yield (
                briefing.source.name,
                turn.number,
                turn.speaker,
                point.level,
                point.mark.shift(turn.span.start).of(text),
                point.title.shift(turn.span.start).of(text),
                span.start,
                span.end,
                point.announced,
                point.found,
                sum(point.span.start <= start < point.span.end for start in claimed),
            )
