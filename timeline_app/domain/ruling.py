"""What the researcher has ruled on events and on names, over and above what sources tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RulingKind(StrEnum):
    """What was ruled; the last four link two events."""

    APART = "apart"
    OPEN = "open"
    BEFORE = "before"
    CAUSES = "causes"
    PART_OF = "part of"
    CONTRADICTS = "contradicts"


LINKS = (RulingKind.BEFORE, RulingKind.CAUSES, RulingKind.PART_OF, RulingKind.CONTRADICTS)
MUTUAL = frozenset({RulingKind.APART, RulingKind.CONTRADICTS})  # the same from both sides


@dataclass(frozen=True, slots=True)
class Ruling:
    """A question on events that is settled, or a link between two.

    The subjects of APART are the ids of two events that are not the same. Those of OPEN are the id
    of an event whose date is left open though its sources differ, and then the ids of the evidence
    that it had: with another source the question is open again. Those of a link are the ids of two
    events: the first is before the second, causes it, is part of it, or contradicts it. The
    subjects of what is `MUTUAL` are in ascending order. Subjects that were deleted since do no
    harm, as ids are never given out twice.
    """

    id: int
    kind: RulingKind
    subjects: tuple[int, ...]


class NameKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Alias:
    """What the researcher has ruled on two names of one kind.

    Where it `holds`, `name` is another name of `stands_for`, which is shown in its place. Where it
    does not, they are two, and it is not proposed again that they are one.
    """

    id: int
    kind: NameKind
    name: str
    stands_for: str
    holds: bool = True
