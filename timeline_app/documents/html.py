"""Reads saved web pages, and HTML that was copied in a browser. Nothing is ever fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.cleaning import clean_text, replacement_warnings
from timeline_app.documents.datelines import Dateline, first_published, read_dateline
from timeline_app.documents.day_order import is_day_first, with_named_order
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes, too_large
from timeline_app.documents.front_matter import FrontMatter, analyse_front_matter
from timeline_app.documents.html_blocks import block_lines
from timeline_app.documents.html_dates import guess_published, published_in_markup
from timeline_app.documents.html_metadata import PageMetadata, read_metadata
from timeline_app.documents.html_parsing import parse_html
from timeline_app.documents.html_scan import check_html
from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateOrigin
from timeline_app.domain.time.calendar import CivilDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".xht"))
_FIRST_TAG = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096
_SHORTEST_TEXT = 60  # letters; with less, the main text was not found
_OPENING_LETTERS = 40
_MOST_LINES_ABOVE = 9


class _Dating(TypedDict):
    published: CivilDate | None
    date_origin: DateOrigin


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
    html: str, name: str = "Pasted page", *, warnings: tuple[str, ...] = ()
) -> ReadArticle:
    """Read an article from a page, or from the piece of one that was copied.

    Of a whole page only the main text is kept; a copied piece is kept whole, since somebody chose
    it. `name` becomes the source where the page names none. Raises UserError when there is no
    text in it or it passes a limit.
    """
    if len(html) > LIMITS.html_bytes:
        raise UserError(too_large(name, len(html), LIMITS.html_bytes))
    cleaned, replaced = clean_text(html)
    check_html(cleaned, name)
    page = parse_html(cleaned)
    lines = block_lines(page) if page is not None else []
    if page is None or not lines:
        raise UserError(f"“{name}” holds no text that can be read.")
    is_whole = page.find(".//title") is not None
    article = _read_page(page, lines, name) if is_whole else _read_piece(page, lines, name)
    return replace(article, warnings=warnings + replacement_warnings(replaced) + article.warnings)


def _read_page(page: HtmlElement, lines: list[str], name: str) -> ReadArticle:
    # trafilatura reports on standard error what it leaves out; the reader is told in `warnings`.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    metadata = read_metadata(page)
    main_lines = _main_lines(page)
    text = "\n\n".join(main_lines or lines)
    matter = analyse_front_matter(text, known_title=metadata.title, language=metadata.language)
    above = _lines_above(lines, metadata.title, main_lines) if main_lines else []
    order = is_day_first(text, metadata.language)
    above = [with_named_order(line, is_day_first=order) for line in above]
    article = _article(metadata, matter, text, name)
    article = replace(article, **_dating(page, matter, above))
    if main_lines:
        return article
    return replace(article, warnings=("The main text was not found, so the whole page is shown.",))


def _read_piece(page: HtmlElement, lines: list[str], name: str) -> ReadArticle:
    heading = page.find(".//h1")
    title = " ".join(heading.text_content().split()) if heading is not None else ""
    text = "\n\n".join(lines)
    matter = analyse_front_matter(text, known_title=title)
    return replace(_article(PageMetadata(title), matter, text, name), **_dating(page, matter, []))


def _main_lines(page: HtmlElement) -> list[str]:
    """The lines of the main text; none when too little was found to be an article."""
    from trafilatura import bare_extraction

    # trafilatura changes the tree that it is given.
    found = bare_extraction(deepcopy(page), include_comments=False, with_metadata=False)
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines if sum(map(len, lines)) >= _SHORTEST_TEXT else []


def _lines_above(lines: list[str], title: str, main_lines: list[str]) -> list[str]:
    """The lines between a page's headline and the first words of its main text."""
    prose = next((line for line in main_lines if len(line) >= _SHORTEST_TEXT), main_lines[0])
    opening = prose[:_OPENING_LETTERS]
    end = next((at for at, line in enumerate(lines) if line.startswith(opening)), 0)
    titles = [at for at in range(end) if lines[at].casefold() == title.casefold()]
    start = max(0, titles[-1] - 2 if titles else end - _MOST_LINES_ABOVE)
    return lines[start : min(end, start + _MOST_LINES_ABOVE)]


def _dating(page: HtmlElement, matter: FrontMatter, above: list[str]) -> _Dating:
    """The day of publication, from the surest place that states it."""
    for day, origin in _possible_days(page, matter, above):
        if day is not None:
            return {"published": day, "date_origin": origin}
    return {"published": None, "date_origin": DateOrigin.NOT_FOUND}


def _possible_days(
    page: HtmlElement, matter: FrontMatter, above: list[str]
) -> Iterator[tuple[CivilDate | None, DateOrigin]]:
    """Days of publication with the place that states them, the surest first."""
    yield published_in_markup(page), DateOrigin.MARKUP
    dateline = first_published(filter(None, map(read_dateline, above))) or Dateline()
    if not dateline.is_update:
        yield dateline.published, DateOrigin.DATELINE
    yield matter.published, DateOrigin.DATELINE
    if guess := guess_published(page, above):
        day, is_markup = guess
        yield day, DateOrigin.MARKUP if is_markup else DateOrigin.DATELINE
    yield dateline.published, DateOrigin.DATELINE


def _article(metadata: PageMetadata, matter: FrontMatter, text: str, name: str) -> ReadArticle:
    """Put together what the markup says and, where it is silent, what the text shows."""
    return ReadArticle(
        title=metadata.title or matter.title,
        text=text,
        body=matter.body,
        source=metadata.source or matter.source or name,
        author=metadata.author or matter.author,
        place=matter.place,
        url=metadata.url or matter.url,
        language=metadata.language,
    )
