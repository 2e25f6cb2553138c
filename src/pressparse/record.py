"""Records: what is known of one thing, by names."""

from typing import Any, ClassVar, Self


class Record:
    """A thing with fields that are written once; `but` gives the same thing with something else in some of them.

    Attributes of its own and no tuple: ten are made for each claim and read some hundred times, and reading a field
    takes half as long. `names` are the fields in the order in which the thing is made of them.
    """

    names: ClassVar[tuple[str, ...]] = ()
    __slots__ = names

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return [getattr(self, name) for name in self.names] == [getattr(other, name) for name in self.names]

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self.names]))

    def __repr__(self) -> str:
        fields = ", ".join([f"{name}={getattr(self, name)!r}" for name in self.names])
        return f"{type(self).__name__}({fields})"

    def but(self, **fields: Any) -> Self:
        """The same with these fields."""
        return type(self)(*[fields.get(name, getattr(self, name)) for name in self.names])
