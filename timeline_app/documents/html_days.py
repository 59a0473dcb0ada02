"""Gathers the days on which a page may have been published, and ranks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.documents.date_findings import FAIR, WEAK, Finding, Witness, weigh
from timeline_app.documents.day_order import is_day_first
from timeline_app.documents.front_matter import FrontMatter
from timeline_app.documents.html_dates import (
    day_in_address,
    days_in_elements,
    days_in_linked_data,
    days_in_metas,
)
from timeline_app.documents.html_guess import guess_day
from timeline_app.documents.html_linked_data import broken_dates
from timeline_app.documents.html_metadata import PageMetadata, is_front_page
from timeline_app.documents.html_shown_dates import ShownLines, days_shown
from timeline_app.documents.stated_days import read_stamp
from timeline_app.domain.publication_date import DateCandidate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRONT_PAGE = "This seems to be a front page, which has a new date every day."
_REWRITTEN = "An encyclopedia is rewritten all the time; this is the day of its first version."


def possible_days(
    page: HtmlElement,
    metadata: PageMetadata,
    matter: FrontMatter,
    text: str,
    shown: ShownLines,
    lines: Sequence[str],
) -> tuple[DateCandidate, ...]:
    """The days on which a page may have been published, the likeliest first, with their places.

    The whole page is searched only where no place that gives dates of publication does.
    """
    order = _day_order(text, metadata)
    findings = list(_stated_days(page, metadata, matter, shown, is_day_first=order))
    if not any(found.weight >= FAIR and not found.is_change for found in findings):
        guess = guess_day(page, metadata.url, lines, is_day_first=order)
        findings += [guess] if guess is not None else []
    changes = {found.day for found in findings if found.is_change}
    findings = [
        replace(found, is_change=found.is_change or (found.is_vague and found.day in changes))
        for found in findings
    ]
    return weigh(findings, general_doubt=_general_doubt(metadata), saved=metadata.saved.day)


def _stated_days(
    page: HtmlElement,
    metadata: PageMetadata,
    matter: FrontMatter,
    shown: ShownLines,
    *,
    is_day_first: bool | None,
) -> Iterator[Finding]:
    yield from days_in_metas(metadata.metas, is_day_first=is_day_first)
    titles = [metadata.title, metadata.metas.get("og:title", "")]
    yield from days_in_linked_data(metadata.items, titles, metadata.addresses)
    for stated in broken_dates(page)[:1]:
        if day := read_stamp(stated):
            yield Finding(day.day, Witness.LINKED_DATA, FAIR, "JSON-LD, datePublished", stated)
    yield from days_in_elements(page, metadata.headline.element, is_day_first=is_day_first)
    yield from days_shown(shown, is_day_first=is_day_first)
    if matter.published is not None:
        where = "dateline of the text"
        yield Finding(
            matter.published, Witness.SHOWN, WEAK, where, is_change=matter.is_update, is_vague=True
        )
    for address in metadata.addresses:
        if found := day_in_address(address):
            yield found
            return
    title = metadata.metas.get("title") or metadata.title
    if day := read_stamp(title, is_day_first=is_day_first):
        yield Finding(day.day, Witness.SHOWN, WEAK, "title of the page", title)


def _day_order(text: str, metadata: PageMetadata) -> bool | None:
    """Whether numeric dates begin with the day; None where only "en-US" says that they do not.

    Systems that sites are made with give that tag to pages in English of all lands.
    """
    order = is_day_first(text, metadata.language, metadata.url)
    return is_day_first(text) if order is False else order


def _general_doubt(metadata: PageMetadata) -> str:
    if is_front_page(metadata):
        return _FRONT_PAGE
    generator = metadata.metas.get("generator", "").lower()
    return _REWRITTEN if generator.startswith("mediawiki") else ""
