"""Markdown: the chronology by years, with quotes and numbered sources (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.stretches import stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.publication import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
)

# Signs that may begin markup anywhere, and those that do at the beginning of a line.
_SIGNS = re.compile(r"([\\`*_\[\]<>#!|~&$])")
_AT_THE_BEGINNING = re.compile(r"^(?:([-+=])|([0-9]{1,9})([.)]))")
_BREAKS = re.compile(r"[\s\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_WEB = ("http://", "https://")


class MarkdownExporter:
    """Headings for years, a list of events in each, and the articles they rest on."""

    key = "markdown"
    name = "Chronology, Markdown"
    suffix = ".md"
    is_whole = False

    def losses(self, _publication: Publication) -> list[str]:
        """Words hold everything that people read."""
        return []

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write event by event."""
        stream.write(f"# {escaped(publication.title)}\n\n".encode())
        stream.write(f"{escaped(publication.summary)}\n".encode())
        year = ""
        for event in watched(publication.events, progress):
            if (heading := _year(event)) != year:
                year = heading
                stream.write(f"\n## {year}\n\n".encode())
            stream.write(_entry(event).encode())
        stream.write(b"\n## Sources\n\n")
        for article in publication.articles:
            stream.write(_source(article).encode())
        record = escaped(publication.record.sentence)
        stream.write(f"\n{record} Compiled {publication.compiled}.\n".encode())


def escaped(text: str) -> str:
    """Text on one line that no reader of Markdown takes for markup."""
    line = _SIGNS.sub(r"\\\1", _BREAKS.sub(" ", text).strip())
    return _AT_THE_BEGINNING.sub(lambda match: _shielded(*match.groups()), line)


def _shielded(sign: str | None, number: str | None, mark: str | None) -> str:
    return f"\\{sign}" if sign else f"{number}\\{mark}"


def _year(event: PublishedEvent) -> str:
    stretch = stretch_of(event.span)
    if stretch is None:
        return "Without a date"
    year = civil_time(stretch.begin).year
    return str(year) if year > 0 else f"{1 - year} BCE"


def _entry(event: PublishedEvent) -> str:
    lines = [f"- **{escaped(event.when)}** {escaped(event.title)}", *_details(event)]
    return "\n  ".join(lines) + "\n"


def _details(event: PublishedEvent) -> Iterator[str]:
    """What stands below a title; the two blanks of `_entry` keep it within the item."""
    facts = [event.detail, event.certainty.value, ", ".join(event.tags), event.edtf]
    yield f"({escaped('; '.join(fact for fact in facts if fact))})"
    if event.note:
        yield escaped(event.note)
    for citation in event.citations:
        yield f"\n  > “{escaped(citation.quote)}” {_reference(citation)}"


def _reference(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page is not None else ""
    sentence = f", sentence {citation.sentence}" if citation.sentence and not page else ""
    by = f", {escaped(citation.said_by)}" if citation.said_by else ""
    return f"\\[{citation.article_number}{page}{sentence}{by}\\]"


def _source(article: PublishedArticle) -> str:
    parts = (article.author, article.title, article.source, article.published_in_words)
    told = ". ".join(escaped(part) for part in parts if part)
    # No numbered list: programs count on from its first number, and not every article is cited.
    return f"- \\[{article.number}\\] {told}{_address(article.url)}\n"


def _address(url: str) -> str:
    """A link that can be followed; other addresses stand as text."""
    if not url:
        return ""
    is_link = url.startswith(_WEB) and not re.search(r"[\s<>\x00-\x1f]", url)
    return f". <{url}>" if is_link else f". {escaped(url)}"
