"""BibTeX, with the date and URL fields of BibLaTeX, in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.plain import day_as_text
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.publication import Publication
from timeline_app.exporters.references import (
    Source,
    family_and_given,
    losses_of_sources,
    sources_of,
)

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "article": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
}
# The names that babel has for languages; it knows no codes.
_LANGUAGES = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
}
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")


class BibtexExporter:
    """An entry for each source."""

    key = "bibtex"
    name = "Sources, BibTeX"
    suffix = ".bib"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Articles only."""
        return losses_of_sources(publication)

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write entry by entry."""
        for source in watched(sources_of(publication), progress, "source"):
            kind = _TYPES.get(source.kind, "misc")
            fields = (f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value)
            stream.write(f"@{kind}{{{source.key},\n{''.join(fields)}}}\n\n".encode())


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    reference = source.reference
    yield "author", " and ".join(map(_name, source.authors))
    # Braces around the whole keep capitals as they are.
    yield "title", f"{{{_escaped(source.title)}}}"
    yield "booktitle" if source.kind == "chapter" else "journal", _escaped(source.container)
    if source.issued is not None:
        yield "date", day_as_text(source.issued)
        yield "year", str(source.issued.year)
    yield "volume", _escaped(reference.volume)
    yield "number", _escaped(reference.issue)
    yield "pages", _escaped(reference.page).replace("–", "--")
    yield "publisher", _escaped(reference.publisher)
    yield "address", _escaped(reference.publisher_place or source.place)
    yield "doi", _address(reference.doi)
    yield "isbn", _escaped(reference.isbn)
    yield "issn", _escaped(reference.issn)
    yield "url", _address(source.url)
    yield "urldate", "" if source.accessed is None else day_as_text(source.accessed)
    yield "langid", _LANGUAGES.get(source.language.partition("-")[0].lower(), "")


def _name(author: str) -> str:
    family, given = family_and_given(author)
    return f"{_escaped(family)}, {_escaped(given)}" if given else f"{{{_escaped(family)}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], text)


def _address(text: str) -> str:
    """An address or a DOI, which LaTeX reads as it stands but for braces and backslashes."""
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
