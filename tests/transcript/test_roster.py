"""Who is behind a label."""

import pytest

from conftest import read_cases
from pressparse.briefing import parse_briefing
from pressparse.transcript.roster import find_roster
from pressparse.transcript.source import Source


@pytest.mark.parametrize("case", read_cases("roster"), ids=lambda case: case["text"][:20])
def test_announced_people_are_found(case: dict[str, str]) -> None:
    """A title that ends in an office, a name, an honorific or a line of its own."""
    found = find_roster(case["text"])
    assert "; ".join(f"{name} / {title}" for name, title in found.items()) == case["people"]


@pytest.mark.parametrize("case", read_cases("roster.none"), ids=lambda case: case["text"][:20])
def test_nobody_is_announced(case: dict[str, str]) -> None:
    """Thanks and procedure name no new people."""
    assert find_roster(case["text"]) == {}


def test_silent_people_of_the_roster_come_last() -> None:
    """Somebody who was announced and never spoke is still a person of the briefing, without turns."""
    text = "-\n主持人\n甲乙:他们是:\n宁川市市长 周启明先生\n宁川市副市长 吴桐女士\n-\n嘉宾\n周启明:谢谢。\n"
    people = parse_briefing(Source("x", text)).people
    assert [(person.name, person.title) for person in people] == [
        ("甲乙", ""),
        ("周启明", "宁川市市长"),
        ("吴桐", "宁川市副市长"),
    ]


def test_name_with_office_is_the_same_person() -> None:
    """`周启明市长` and `周启明` are one speaker once the roster names them; the label stays as printed."""
    text = "-\n主持人\n甲乙:有请宁川市市长周启明先生。\n-\n嘉宾\n周启明市长:谢谢。\n-\n嘉宾\n周启明:再见。\n"
    briefing = parse_briefing(Source("x", text))
    assert [turn.speaker for turn in briefing.turns] == ["甲乙", "周启明", "周启明"]
    assert briefing.turns[1].label == "周启明市长"
    assert briefing.people[1].labels == ("周启明市长", "周启明")


def test_reporter_has_an_outlet() -> None:
    """The outlet is the label without its role word, in the script of the source."""
    text = "-\n記者\n雲溪廣播電視臺記者:請問?\n-\n嘉賓\n甲乙:好。\n"
    turn = parse_briefing(Source("x", text)).turns[0]
    assert (turn.speaker, turn.organization, turn.role) == ("雲溪廣播電視臺記者", "雲溪廣播電視臺", "reporter")
