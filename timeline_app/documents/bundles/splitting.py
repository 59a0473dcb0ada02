"""Splits a bundle of a database of newspapers into its articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.bundles.europresse import Europresse
from timeline_app.documents.bundles.factiva import FactivaArticles, FactivaFields
from timeline_app.documents.bundles.layout import Entry, Layout, Line, Piece, lines_of
from timeline_app.documents.bundles.nexis import LexisNexis, NexisUni
from timeline_app.documents.bundles.proquest import ProQuest
from timeline_app.documents.bundles.wire_copies import fold_wire_copies
from timeline_app.documents.datelines import Dateline, read_opening
from timeline_app.documents.language_names import language_tag
from timeline_app.documents.paragraphs import split_paragraphs
from timeline_app.documents.plain_text import read_text
from timeline_app.domain.citation import Citation
from timeline_app.domain.publication_date import DateCandidate, DateOrigin
from timeline_app.domain.text_range import TextRange

LAYOUTS: tuple[Layout, ...] = (
    NexisUni(),
    LexisNexis(),
    FactivaFields(),
    FactivaArticles(),
    Europresse(),
    ProQuest(),
)

_COUNTS = re.compile(
    r"^\W*(?:Documents?|Dokumente?|Documentos|Documenti) ?\((\d{1,5})\)\s*$"
    r"|^\W*1 of (\d{1,5}) DOCUMENTS?\s*$",
    re.MULTILINE,
)
_COUNTED_WITHIN = 20_000  # characters
_SHORT_REST = 2_000  # letters, such as the summary of a search
_LETTER = re.compile(r"[^\n]")
_BETWEEN_AUTHORS = re.compile(r"\s*;\s*")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A text that holds many articles, the layout they have, and the lines of each."""

    text: str
    layout: Layout
    pieces: Sequence[Piece]


def split_bundles(read: ReadFile, name: str) -> ReadFile:
    """The file with its bundles, if it has any, split into articles.

    What is no bundle comes back as it is: a text is split only where nearly all of its pieces have
    the frame that one database alone puts round articles, and an article that has a citation
    already is whole. `name` is the file's.
    """
    bundles = [
        (article, find_bundle(article.text) if article.citation is None else None)
        for article in read.articles
    ]
    if not any(bundle for _, bundle in bundles):
        return read
    parts = [
        articles_of(bundle, name) if bundle else ReadFile((article,)) for article, bundle in bundles
    ]
    return replace(
        read,
        articles=tuple(article for part in parts for article in part.articles),
        warnings=read.warnings + tuple(warning for part in parts for warning in part.warnings),
    )


def find_bundle(text: str) -> Bundle | None:
    """The bundle that a text is; None where no layout fits."""
    lines = lines_of(text)
    for layout in LAYOUTS:
        if pieces := layout.cut(lines):
            return Bundle(text, layout, pieces)
    return None


def articles_of(bundle: Bundle, name: str) -> ReadFile:
    """The articles of a bundle, copies of one agency's text folded into one.

    What cannot be taken apart is kept whole, with a warning.
    """
    pieces = [piece for piece in bundle.pieces if piece]
    entries = [bundle.layout.read(piece) for piece in pieces]
    body = (line for entry in entries if entry for line in entry.body)
    paragraphs = _paragraphs(bundle.text, body)
    articles = [
        _article_of(bundle, entry, _extent(piece, entry), _between(paragraphs, entry.body))
        if entry
        else _plain_article(_extent(piece).cut(bundle.text), name)
        for piece, entry in zip(pieces, entries, strict=True)
    ]
    rest = bundle.text[pieces[-1][-1].range.end :]
    if len(rest) > _SHORT_REST:
        articles.append(_plain_article(rest, name))
    kept, warnings = fold_wire_copies(articles)
    count = f"{len(articles)} articles" if len(articles) != 1 else "1 article"
    summary = f"“{name}” holds {count} from {bundle.layout.name}."
    return ReadFile(kept, warnings=(summary, *_missing(bundle, len(articles)), *warnings))


def _missing(bundle: Bundle, found: int) -> tuple[str, ...]:
    """A warning where the cover page, or the counters, promise more than was found."""
    counted = _COUNTS.search(bundle.text, 0, _COUNTED_WITHIN)
    promised = int(counted[1] or counted[2]) if counted else 0
    if promised <= found:
        return ()
    return (f"Its cover speaks of {promised} articles; {found} were found.",)


def _extent(piece: Piece, entry: Entry | None = None) -> TextRange:
    first = entry.first if entry and entry.first else piece[0]
    return TextRange(first.range.start, piece[-1].range.end)


def _plain_article(text: str, name: str) -> ReadArticle:
    warning = f"This part of “{name}” is not laid out as its other articles are."
    return read_text(text, name, warnings=(warning,))


def _article_of(
    bundle: Bundle, entry: Entry, extent: TextRange, paragraphs: list[TextRange]
) -> ReadArticle:
    body, dateline = _without_opening(bundle.text, paragraphs)
    start = extent.start
    return ReadArticle(
        title=entry.title,
        text=extent.cut(bundle.text),
        body=tuple(TextRange(part.start - start, part.end - start) for part in body),
        published=entry.published,
        date_origin=DateOrigin.RECORD if entry.published else DateOrigin.NOT_FOUND,
        source=entry.source or bundle.layout.name,
        author=_natural(entry.author),
        place=entry.place or (dateline.place if dateline else ""),
        url=entry.url,
        language=language_tag(entry.language),
        warnings=_date_warnings(entry),
        candidates=tuple(_candidates(entry, bundle.layout.name, dateline)),
        citation=_citation(entry),
    )


def _paragraphs(text: str, lines: Iterable[Line]) -> list[TextRange]:
    """The paragraphs that the lines make up, which a program may have broken to fit a width.

    What stands between the lines is blanked out, so that it tells nothing of the width.
    """
    parts: list[str] = []
    end = 0
    for line in lines:
        parts += (_LETTER.sub(" ", text[end : line.range.start]), line.range.cut(text))
        end = line.range.end
    return [paragraph.range for paragraph in split_paragraphs("".join(parts))]


def _between(paragraphs: Sequence[TextRange], body: Sequence[Line]) -> list[TextRange]:
    first = bisect_left(paragraphs, body[0].range.start, key=itemgetter(0))
    last = bisect_left(paragraphs, body[-1].range.end, key=itemgetter(0))
    return list(paragraphs[first:last])


def _without_opening(text: str, body: list[TextRange]) -> tuple[list[TextRange], Dateline | None]:
    """Take "LONDON, Oct 29 (Reuters) - " off the first paragraph."""
    opening = read_opening(body[0].cut(text)) if body else None
    if opening is None:
        return body, None
    rest = TextRange(body[0].start + opening[0], body[0].end)
    return ([rest] if rest.start < rest.end else []) + body[1:] or body, opening[1]


def _candidates(entry: Entry, database: str, dateline: Dateline | None) -> Iterable[DateCandidate]:
    if entry.published:
        where = f"the head of the article in {database}"
        yield DateCandidate(entry.published, DateOrigin.RECORD, where, entry.written)
    if dateline and dateline.published and dateline.published != entry.published:
        yield DateCandidate(dateline.published, DateOrigin.DATELINE, "the dateline")


def _date_warnings(entry: Entry) -> tuple[str, ...]:
    if entry.published:
        return ()
    return (f"“{entry.written}” is no full date, so no day of publication was taken.",)


def _citation(entry: Entry) -> Citation:
    return Citation(
        kind="article-newspaper",
        authors=tuple(filter(None, _BETWEEN_AUTHORS.split(entry.author))),
        container_title=entry.source,
        section=entry.section,
        page=entry.page,
    )


def _natural(author: str) -> str:
    return ", ".join(filter(None, _BETWEEN_AUTHORS.split(author)))
