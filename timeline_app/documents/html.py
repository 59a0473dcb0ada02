"""Reads saved web pages, and HTML that was copied in a browser. Nothing is ever fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.cleaning import clean_text, replacement_warnings
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes, too_large
from timeline_app.documents.front_matter import FrontMatter, analyse_front_matter
from timeline_app.documents.html_blocks import block_lines
from timeline_app.documents.html_days import possible_days
from timeline_app.documents.html_metadata import PageMetadata, author_of, read_metadata
from timeline_app.documents.html_parsing import parse_html
from timeline_app.documents.html_saved import SavedPage, read_saved, remove_banners
from timeline_app.documents.html_scan import check_html
from timeline_app.documents.html_shown_dates import ShownLines, lines_around
from timeline_app.documents.html_text import main_lines, remove_comments, without_scripts
from timeline_app.documents.html_warnings import page_warnings
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.missing_year import guess_year
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateCandidate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".xht"))
_FIRST_TAG = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096
_NOT_FOUND = "The main text was not found, so the whole page is shown."


class HtmlReader:
    """Reads HTML by suffix, or by a first tag that only HTML begins with."""

    def confidence(self, file: FileBytes) -> float:
        """Surest when suffix and first bytes agree; a first tag tells more than a name."""
        begins_with_tag = _FIRST_TAG.match(file.data[:_HEAD]) is not None
        if begins_with_tag:
            return 0.9
        return 0.8 if file.suffix in _SUFFIXES else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The article of a page. Raises UserError when it has none or passes a limit."""
        decoded = decode(file.data)
        return ReadFile((read_html(decoded.text, file.name, warnings=decoded.warnings),))


def read_html(
    html: str,
    name: str = "Pasted page",
    *,
    warnings: tuple[str, ...] = (),
    saved: SavedPage | None = None,
) -> ReadArticle:
    """Read an article from a page, or from the piece of one that was copied.

    Of a whole page only the main text is kept; a copied piece is kept whole, since somebody chose
    it. `name` becomes the source where the page names none. `saved` tells from where and when the
    page was saved, where it does not tell so itself. Raises UserError when there is no text in it
    or it passes a limit.
    """
    if len(html) > LIMITS.html_bytes:
        raise UserError(too_large(name, len(html), LIMITS.html_bytes))
    cleaned, replaced = clean_text(html)
    check_html(cleaned, name)
    page = parse_html(cleaned)
    if page is not None and "archive." in cleaned:
        remove_banners(page)
    lines = block_lines(page) if page is not None else []
    if page is None or not lines:
        raise UserError(_without_text(page, name))
    metadata = read_metadata(page, saved or read_saved(cleaned))
    read = _read_page if page.find(".//title") is not None else _read_piece
    article = read(page, metadata, lines, name)
    return replace(article, warnings=warnings + replacement_warnings(replaced) + article.warnings)


def _read_page(
    page: HtmlElement, metadata: PageMetadata, lines: list[str], name: str
) -> ReadArticle:
    bare = without_scripts(page)
    found = main_lines(bare, lines)
    remove_comments(page)  # their names and days are not the article's
    text = "\n\n".join(found or lines)
    matter = analyse_front_matter(text, known_title=metadata.title, language=metadata.language)
    shown = lines_around(lines, metadata.title, found)
    article = _article(page, bare, metadata, matter, text, shown, name)
    days = possible_days(page, metadata, matter, text, shown, lines)
    if not days and (guess := guess_year(text, lines, article.url)):
        days = (guess,)
    article = _dated(article, days)
    warnings = page_warnings(page, metadata.items, found, shown.below)
    return replace(article, warnings=warnings if found else (_NOT_FOUND, *warnings))


def _read_piece(
    page: HtmlElement, metadata: PageMetadata, lines: list[str], name: str
) -> ReadArticle:
    text = "\n\n".join(lines)
    matter = analyse_front_matter(text, known_title=metadata.title)
    article = _article(page, page, metadata, matter, text, ShownLines(), name)
    shown = lines_around(lines, metadata.title, [])
    return _dated(article, possible_days(page, metadata, matter, text, shown, lines))


def _without_text(page: HtmlElement | None, name: str) -> str:
    if page is not None and page.find(".//frame") is not None:
        return f"“{name}” only joins other pages in frames. Save the frame that has the article."
    return f"“{name}” holds no text that can be read."


def _dated(article: ReadArticle, candidates: tuple[DateCandidate, ...]) -> ReadArticle:
    if not candidates:
        return article
    likeliest = candidates[0]
    return replace(
        article,
        published=likeliest.day,
        date_origin=likeliest.origin,
        candidates=candidates,
    )


def _article(
    page: HtmlElement,
    bare: HtmlElement,
    metadata: PageMetadata,
    matter: FrontMatter,
    text: str,
    shown: ShownLines,
    name: str,
) -> ReadArticle:
    """Put together what the markup says and, where it is silent, what the text shows."""
    return ReadArticle(
        title=metadata.title or matter.title,
        text=text,
        body=matter.body,
        source=metadata.source or matter.source or name,
        author=author_of(page, bare, metadata, shown) or matter.author,
        place=matter.place,
        url=metadata.url or matter.url,
        language=metadata.language,
    )
