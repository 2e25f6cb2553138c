"""The speeches of the files of a call, as the statistics of words read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressparse.errors import OptionError
from pressparse.keywords.passage import Passage

if TYPE_CHECKING:
    from pressparse.briefing import Briefing
    from pressparse.transcript.turn import Turn

GROUPINGS = ("", "speaker", "role", "turn", "file")
ASKERS = ("reporter", "audience")


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as a passage, with where it comes from."""

    passage: Passage
    turn: "Turn"
    source: str


def check_choice(flag: str, value: str, known: Iterable[str]) -> None:
    """Raise OptionError where the value of a flag is none of those known."""
    if value not in known:
        raise OptionError(f"{flag} {value} means nothing; give {', '.join(filter(None, known))}")


def check_least(count: int | None) -> None:
    """Raise OptionError where --min-count is below 0; 0 is all, as 1 is."""
    if count is not None and count < 0:
        raise OptionError(f"--min-count {count} means nothing; give 1 or more")


def gather(briefings: Iterable["Briefing"], *, by: str = "", notes: bool = False) -> list[Said]:
    """Every turn, in text order, grouped by speaker, role, turn or file; with `notes` what stands outside of turns."""
    said = []
    for briefing in briefings:
        turns = (*briefing.turns, *briefing.notes) if notes else briefing.turns
        for turn in sorted(turns, key=lambda turn: turn.span.start):
            passage = Passage("", turn.span.of(briefing.words), briefing.text_of(turn))
            said.append(Said(passage, turn, briefing.source.name))
    return regroup(said, by)


def regroup(said: Iterable[Said], by: str) -> list[Said]:
    """The same speeches in groups of another kind."""
    return [replace(each, passage=replace(each.passage, group=_group(each, by))) for each in said]


def _group(said: Said, by: str) -> str:
    return {
        "speaker": said.turn.speaker,
        "role": said.turn.role.value,
        "turn": str(said.turn.number),
        "file": said.source,
    }.get(by, "")


def passages_of(said: Iterable[Said]) -> list[Passage]:
    """The passages alone."""
    return [each.passage for each in said]


def askers_of(said: Sequence[Said]) -> list[Said]:
    """What reporters and the audience said."""
    return [each for each in said if each.turn.role.value in ASKERS]


def officials_of(said: Sequence[Said]) -> list[Said]:
    """What the guests said; where there are none, all who do not ask."""
    guests = [each for each in said if each.turn.role.value == "guest"]
    return guests or [each for each in said if each.turn.role.value not in ASKERS]
