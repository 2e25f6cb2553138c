"""Akoma Ntoso debates: `<speech by="#id">`, people in `<TLCPerson showAs="…">`, stage notes in `<narrative>`."""

from dataclasses import dataclass, field

from pressparse.transcript.source.container import Content, day_of, role_of
from pressparse.transcript.source.debate import read_debate
from pressparse.transcript.source.draft import Voice

# What the element itself says of the part a speaker has.
ROLES = {"question": "reporter", "answer": "guest"}


@dataclass(slots=True)
class AkomaNtosoHeader:
    """People, roles, title and date of a document; `people` by identifier and by address."""

    title: str = ""
    date: str = ""
    people: dict[str, Voice] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    in_work: bool = False

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of <meta> begins."""
        shown = attributes.get("showAs", "").strip()
        if tag in ("TLCPerson", "TLCOrganization", "TLCRole"):
            for key in ("eId", "id", "href"):
                if key in attributes:
                    self._name(tag, attributes[key].strip(), shown)
        elif tag == "FRBRWork":
            self.in_work = True
        elif tag == "FRBRdate" and self.in_work:
            self.date = self.date or day_of(attributes.get("date", ""))
        elif tag in ("FRBRtitle", "FRBRalias"):
            self.title = self.title or attributes.get("value", "").strip()

    def close(self, tag: str) -> None:
        """An element of <meta> ends."""
        if tag == "FRBRWork":
            self.in_work = False

    def text(self, data: str) -> None:
        """Metadata stand in attributes."""

    def voice(self, number: int, tag: str, attributes: dict[str, str]) -> Voice:
        """Who speaks in an element with these attributes."""
        role = attributes.get("as", "").strip().lstrip("#")
        shown = self.roles.get(role, "")
        known = role_of(shown) or role_of(role)
        who = attributes.get("by", "").strip()
        return Voice(number, who.removeprefix("#"), role=known or ROLES.get(tag, ""), title="" if known else shown)

    def _name(self, tag: str, key: str, shown: str) -> None:
        if tag == "TLCRole":
            self.roles.setdefault(key, shown)
        else:
            self.people.setdefault(key, Voice(0, key, label=shown))


def read_akoma_ntoso(data: bytes, *, encoding: str = "", name: str = "") -> Content:
    """The speeches of an Akoma Ntoso document, one paragraph a line, a blank line between two.

    Marks call the speaker what `showAs` says, else what `<from>` prints, else `by`. Raises as walk_xml does.
    """
    return read_debate(data, "akoma-ntoso", AkomaNtosoHeader(), encoding=encoding, name=name)
