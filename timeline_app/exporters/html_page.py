"""HTML: one file that draws the timeline in any browser, off-line, and can be searched and printed.

Everything of a project is escaped, and the policy in the page forbids every request and every
script but its own. Without a script, the chronology is still there to read.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time import SpanShape
from timeline_app.domain.time.stretches import is_exact, stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import inexact, told
from timeline_app.exporters.page import read_part
from timeline_app.exporters.publication import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
)

_GAP = re.compile(r"\{(\w+)\}")
_WEB = ("http://", "https://")
_KNOWN, _LASTED, _VAGUE, _OPEN_BEFORE, _OPEN_AFTER = range(5)  # as page.js has them
_KINDS = {
    SpanShape.POINT: _KNOWN,
    SpanShape.PERIOD: _LASTED,
    SpanShape.BEFORE: _OPEN_BEFORE,
    SpanShape.UNTIL: _OPEN_BEFORE,
    SpanShape.AFTER: _OPEN_AFTER,
    SpanShape.ONGOING: _OPEN_AFTER,
}
# "</script" would end the data, and "<!--" change how it is read.
_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class HtmlExporter:
    """A page with the drawn timeline, the chronology and the sources."""

    key = "html"
    name = "Page, HTML"
    suffix = ".html"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """The page draws stretches; words tell the rest."""
        instead = "all the time in which they may lie is drawn dashed, and words say what is known"
        return told(inexact(publication, instead))

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write the page from its first line to its last."""
        script = read_part("page.js")
        texts = {
            "hash": f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
            "css": read_part("page.css"),
            "script": script,
            "title": _text(publication.title),
            "summary": _text(publication.summary),
            "record": _text(publication.record.sentence),
            "compiled": _text(publication.compiled),
            "version": _text(publication.version),
        }
        frame = _GAP.split(read_part("page.html"))
        stream.write(frame[0].encode())
        for name, after in zip(frame[1::2], frame[2::2], strict=True):
            for piece in _gap(name, texts, publication, progress):
                stream.write(piece.encode())
            stream.write(after.encode())


def _gap(
    name: str, texts: dict[str, str], publication: Publication, progress: Progress
) -> Iterator[str]:
    """What takes the place of a name in the frame, in pieces."""
    match name:
        case "events":
            yield from map(_item, watched(publication.events, progress))
        case "sources":
            yield from map(_source, publication.articles)
        case "data":
            yield from _data(publication)
        case _:
            yield texts[name]


def _data(publication: Publication) -> Iterator[str]:
    """The dated events for the script, by their beginnings."""
    dated = [(stretch_of(event.span), event) for event in publication.events]
    placed = sorted(
        ((stretch.begin, stretch.end, event) for stretch, event in dated if stretch is not None),
        key=lambda each: each[:2],
    )
    separator = "["
    for begin, end, event in placed:
        row = [event.number, event.title, event.when, begin, end, _kind(event)]
        text = json.dumps(row, ensure_ascii=False)
        yield separator + "".join(_IN_SCRIPT.get(sign, sign) for sign in text)
        separator = ",\n"
    yield "]" if placed else "[]"


def _kind(event: PublishedEvent) -> int:
    if event.span is None:
        return _VAGUE
    kind = _KINDS.get(event.span.shape, _VAGUE)
    return kind if is_exact(event.span) or kind in (_OPEN_BEFORE, _OPEN_AFTER) else _VAGUE


def _item(event: PublishedEvent) -> str:
    facts = ", ".join(fact for fact in (event.detail, event.certainty.value, *event.tags) if fact)
    note = f"<p>{_text(event.note)}</p>" if event.note else ""
    quotes = "".join(map(_quote, event.citations))
    return (
        f'<li id="e{event.number}"><time>{_text(event.when)} <small>{_text(event.edtf)}</small>'
        f"</time><b><bdi>{_text(event.title)}</bdi></b><small>{_text(facts)}</small>"
        f"{note}{quotes}</li>\n"
    )


def _quote(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page is not None else ""
    sentence = f", sentence {citation.sentence}" if citation.sentence and not page else ""
    by = f"{citation.said_by}, in " if citation.said_by else ""
    place = f"{by}{citation.article_name}{page}{sentence}"
    return (
        f"<blockquote><bdi>{_text(citation.quote)}</bdi>"
        f"<small>[{citation.article_number}] {_text(place)}</small></blockquote>"
    )


def _source(article: PublishedArticle) -> str:
    parts = (article.author, article.title, article.source, article.published_in_words)
    known = ". ".join(f"<bdi>{_text(part)}</bdi>" for part in parts if part)
    return f'<li value="{article.number}">{known}{_address(article.url)}</li>\n'


def _address(url: str) -> str:
    """A link that can be followed; other addresses stand as text."""
    if not url:
        return ""
    if not url.lower().startswith(_WEB):
        return f". {_text(url)}"
    return f'. <a href="{_text(url)}" rel="noreferrer noopener">{_text(url)}</a>'


def _text(text: str) -> str:
    return escape(_UNSHOWN.sub("\ufffd", text))
