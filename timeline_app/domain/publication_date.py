"""The day on which an article was published: where it was found, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.time.calendar import CivilDate


class DateOrigin(StrEnum):
    """How the publication date of an article was found."""

    DATELINE = "dateline"  # in the lines above the text, or at its beginning
    MARKUP = "markup"  # in the metadata of the page
    RECORD = "record"  # in a citation, or in what a database or a mail says of the text
    ADDRESS = "address"  # in the address of the page
    PROPERTIES = "properties"  # in the properties of the document, which may be those of a copy
    GUESSED = "guessed"  # from other dates in the file
    TYPED = "typed"  # the researcher said so
    NOT_FOUND = "not found"


class DateTrust(StrEnum):
    """How far the publication date of an article is to be trusted."""

    FOUND = "found"  # stated where dates of publication stand, or agreed to by the researcher
    GUESSED = "guessed"  # the researcher is asked
    NONE = "none"  # relative dates stay unresolved


_STATED = frozenset((DateOrigin.DATELINE, DateOrigin.MARKUP, DateOrigin.RECORD, DateOrigin.TYPED))


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A day on which an article may have been published.

    `where` is the place in words ("JSON-LD, datePublished") and `written` what stands there.
    `other_day` is the day that the same writing means when day and month are exchanged, where
    nothing decides between the two. `doubt` says in a sentence what speaks against the day, such
    as that it lies in the future; it is empty where nothing does.
    """

    day: CivilDate
    origin: DateOrigin
    where: str = ""
    written: str = ""
    other_day: CivilDate | None = None
    doubt: str = ""

    @property
    def trust(self) -> DateTrust:
        """Found where dates of publication stand and nothing speaks against the day."""
        is_sure = self.origin in _STATED and self.other_day is None and not self.doubt
        return DateTrust.FOUND if is_sure else DateTrust.GUESSED
