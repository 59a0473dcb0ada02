"""What a bibliography says of an article, in the fields of CSL-JSON, for all its formats.

Fields: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.domain.citation import Citation as Reference
from timeline_app.domain.time import CivilDate
from timeline_app.exporters.publication import Publication, PublishedArticle

_NOTHING = Reference()
_USUAL_KIND = "article-newspaper"
_BODY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a bibliographic record; texts are on one line and empty where not known.

    `key` is made of author, year and number, and differs from that of every other source.
    `accessed` is when it was looked at, None for what is not read under an address.
    """

    key: str
    kind: str
    title: str
    authors: tuple[str, ...]
    container: str
    issued: CivilDate | None
    url: str
    language: str
    place: str
    reference: Reference
    accessed: CivilDate | None


def sources_of(publication: Publication) -> list[Source]:
    """The articles of a publication, by number."""
    return [_source(article) for article in publication.articles]


def family_and_given(author: str) -> tuple[str, str]:
    """The two parts of a name, "Family, Given"; a body, or a name in one piece, has one."""
    family, _, given = author.partition(",")
    return family.strip(), given.strip()


def losses_of_sources(publication: Publication) -> list[str]:
    """A bibliography holds no events."""
    return [] if not publication.events else ["Only the articles are in it, not the events."]


def on_one_line(text: str) -> str:
    """The text with single blanks for everything that parts words or lines."""
    return " ".join(text.split())


def _source(article: PublishedArticle) -> Source:
    reference = article.reference or _NOTHING
    authors = reference.authors or ((article.author,) if article.author else ())
    container = reference.container_title or article.source
    title = article.title or "Untitled"
    return Source(
        _key(article, authors),
        reference.kind or _USUAL_KIND,
        on_one_line(title),
        tuple(map(on_one_line, authors)),
        on_one_line(container),
        article.published,
        on_one_line(article.url),
        article.language,
        on_one_line(article.place),
        reference,
        article.accessed if article.url else reference.accessed,
    )


def _key(article: PublishedArticle, authors: tuple[str, ...]) -> str:
    name = family_and_given(authors[0])[0] if authors else article.source
    words = _BODY.sub("", name.lower().split()[-1] if name.split() else "")
    year = "" if article.published is None else str(article.published.year)
    return f"{words or 'source'}{year}-{article.number}"
