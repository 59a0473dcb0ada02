"""What a bibliography needs to know of an article beside its title, author, date and address."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.time.calendar import CivilDate


@dataclass(frozen=True, slots=True)
class Citation:
    """The further fields of a bibliographic record, named as in CSL-JSON; empty where unknown.

    `kind` is an item type of CSL such as "article-newspaper". `authors` are single people or
    bodies, "Family, Given". `accessed` is the day on which the source was looked at.

    Fields: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
    """

    kind: str = ""
    authors: tuple[str, ...] = ()
    container_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    section: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    accessed: CivilDate | None = None
