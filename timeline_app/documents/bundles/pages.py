"""Reads bundles that a database of newspapers gives as one page of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from timeline_app.documents.article import ReadFile
from timeline_app.documents.bundles.europresse import Europresse
from timeline_app.documents.bundles.factiva import FactivaArticles, FactivaFields
from timeline_app.documents.bundles.layout import Layout, Piece, are_mostly, lines_of
from timeline_app.documents.bundles.splitting import Bundle, articles_of, find_bundle
from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html import HtmlReader
from timeline_app.documents.html_blocks import block_lines
from timeline_app.documents.html_scan import check_html
from timeline_app.domain.text_range import TextRange

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What only these databases' pages hold: classes of Europresse, of Factiva, counters of LexisNexis.
_SIGNS = re.compile(
    rb"""class=["'][^"'<>]{0,60}(?:DocPublicationName|titreArticleVisu)"""
    rb"""|class=["']article [a-z]{2}Article["']"""
    rb"""|>\s*1 of \d{1,5} DOCUMENTS?\s*<"""
)
_ARTICLES: tuple[tuple[str, tuple[Layout, ...]], ...] = (
    ("//article[.//*[contains(@class, 'DocPublicationName')]]", (Europresse(),)),
    (
        "//div[starts-with(@class, 'article ') and contains(@class, 'Article')]",
        (FactivaFields(), FactivaArticles()),
    ),
)


class BundlePageReader:
    """Knows the pages of Europresse, Factiva and LexisNexis by what only they hold."""

    def confidence(self, file: FileBytes) -> float:
        """Surer than the reader of single pages where one of the signs stands."""
        return 0.97 if _SIGNS.search(file.data) else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The articles of the page; read as one page where it holds no bundle after all."""
        decoded = decode(file.data)
        text, _ = clean_text(decoded.text)
        check_html(text, file.name)
        bundle = _bundle_in(text)
        return articles_of(bundle, file.name) if bundle else HtmlReader().read(file)


def _bundle_in(html: str) -> Bundle | None:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        page = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    except ParserError:
        return None
    for path, layouts in _ARTICLES:
        if elements := page.xpath(path):
            return _bundle_of(elements, layouts)
    return find_bundle("\n".join(block_lines(page)))


def _bundle_of(elements: Sequence[HtmlElement], layouts: Iterable[Layout]) -> Bundle | None:
    """The bundle whose articles stand in elements of their own; None where no layout reads them."""
    texts = ["\n".join(block_lines(element)) for element in elements]
    text = "\n\n".join(texts)
    ends = [sum(map(len, texts[:count])) + 2 * (count - 1) for count in range(1, len(texts) + 1)]
    places = [TextRange(end - len(part), end) for end, part in zip(ends, texts, strict=True)]
    pieces = [lines_of(text, place) for place in places]
    for layout in layouts:
        if are_mostly(pieces, partial(_fits, layout)):
            return Bundle(text, layout, pieces)
    return None


def _fits(layout: Layout, piece: Piece) -> bool:
    return layout.read(piece) is not None
