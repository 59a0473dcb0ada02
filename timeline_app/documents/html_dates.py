"""Finds the day on which a page says, in its markup, that it was first published."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.domain.time.calendar import CivilDate, is_valid_date
from timeline_app.domain.time.written import find_full_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "rnews:datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
    "publication_date",
    "publication-date",
    "publish_date",
    "publish-date",
    "publishdate",
    "published",
    "pubdate",
    "displaydate",
    "ptime",
    "article.published",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "date.issued",
    "date.created",
    "date",
)
_PUBLISHED_TIMES = (
    ".//time[@datetime][@pubdate or contains(@itemprop, 'datePublished')]/@datetime",
    ".//*[contains(@itemprop, 'datePublished')]/@content",
    ".//*[contains(@itemprop, 'datePublished')]/@datetime",
)
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_CDATA = re.compile(r"\A\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*\Z")
_LONGEST_DATA = 1_000_000  # letters of one JSON-LD script
_MOST_VALUES = 20_000  # JSON values looked at


def published_in_markup(page: HtmlElement) -> CivilDate | None:
    """The day from JSON-LD, from meta tags, or from elements marked as the date of publication.

    The day is the one written, in whatever time zone the page wrote it.
    """
    return next(filter(None, map(read_day, _stated_dates(page))), None)


def guess_published(page: HtmlElement, lines_above: Sequence[str]) -> tuple[CivilDate, bool] | None:
    """The day that htmldate takes for the publication's, and whether markup states it.

    A day that stands neither in the markup nor in the lines above the text is not taken: it comes
    from running prose, from an infobox or from another article's teaser.
    """
    from htmldate import find_date

    found = find_date(page, extensive_search=False, original_date=True)
    day = read_day(found) if found else None
    if day is None:
        return None
    if _is_in_markup(page, day):
        return day, True
    is_above = any(day == written.date for line in lines_above for written in find_full_dates(line))
    return (day, False) if is_above else None


def read_day(stated: str) -> CivilDate | None:
    """The calendar day of a timestamp such as "2024-10-29T14:05:00Z" or "October 29, 2024"."""
    if iso := _ISO.match(stated):
        year, month, day = (int(part) for part in iso.groups())
        return CivilDate(year, month, day) if is_valid_date(year, month, day) else None
    dates = find_full_dates(stated[:100])
    return dates[0].date if dates else None


def linked_data(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Every object of the page's JSON-LD, the outer ones first."""
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        source = _CDATA.sub("", script.text or "").strip()
        if len(source) > _LONGEST_DATA:
            continue
        try:
            pending: deque[object] = deque([json.loads(source, strict=False)])
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_VALUES):
            if not pending:
                break
            value = pending.popleft()
            if isinstance(value, dict):
                yield value
            pending.extend(_inner_values(value))


def meta_values(page: HtmlElement) -> dict[str, str]:
    """The content of the page's meta tags by their name in lower case; the first of each."""
    values: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = (meta.get("content") or "").strip()
        for names in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            for name in (names or "").lower().split():
                if content:
                    values.setdefault(name, content)
    return values


def _stated_dates(page: HtmlElement) -> Iterator[str]:
    metas = meta_values(page)
    yield from (metas[name] for name in _META_NAMES[:2] if name in metas)
    for item in linked_data(page):
        if isinstance(stated := item.get("datePublished"), str):
            yield stated
    yield from (metas[name] for name in _META_NAMES[2:] if name in metas)
    for path in _PUBLISHED_TIMES:
        yield from map(str, page.xpath(path))


def _inner_values(value: object) -> list[object]:
    if isinstance(value, dict):
        return [inner for inner in value.values() if isinstance(inner, (dict, list))]
    if isinstance(value, list):
        return [inner for inner in value if isinstance(inner, (dict, list))]
    return []


def _is_in_markup(page: HtmlElement, day: CivilDate) -> bool:
    year, month, day_of_month = (f"{part:02}" for part in day)
    forms = tuple(mark.join((year, month, day_of_month)) for mark in ("-", "/", ""))
    texts = (value for element in page.iter("*") for value in element.values())
    scripts = (script.text or "" for script in page.iter("script"))
    return any(form in text for text in (*texts, *scripts) for form in forms)
