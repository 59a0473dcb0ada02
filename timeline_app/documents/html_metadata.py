"""Reads a page's headline, author, outlet, address and language from its markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.documents.headlines import split_site, trim_known_site
from timeline_app.documents.html_dates import meta_values

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_SITE_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_SHORTEST_HEADING = 12  # letters that make a heading a headline rather than a section's name


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; empty where it says nothing.

    `language` is a tag such as "en-gb", with the region where the page names it.
    """

    title: str = ""
    author: str = ""
    source: str = ""
    url: str = ""
    language: str = ""


def read_metadata(page: HtmlElement) -> PageMetadata:
    """The metadata of a parsed page, from its own tags and from what trafilatura finds beside."""
    from trafilatura.metadata import extract_metadata

    known: Document = extract_metadata(
        page, date_config={"extensive_search": False, "original_date": True}, extensive=False
    )
    metas = meta_values(page)
    site = _first(metas, _SITE_NAMES)
    title, outlet = _title(page, metas, site or known.sitename or "")
    return PageMetadata(
        title=title or _one_line(known.title),
        author=_one_line(known.author).replace("; ", ", "),
        source=site or outlet or _one_line(known.sitename),
        url=_one_line(known.url),
        language=(page.get("lang") or "").replace("_", "-").strip().lower(),
    )


def _title(page: HtmlElement, metas: dict[str, str], site: str) -> tuple[str, str]:
    """The headline and the outlet's name that stood beside it.

    A heading of the page is preferred when the page's title begins or ends with it.
    """
    stated = _stated_title(page, metas)
    trimmed = trim_known_site(stated, site)
    outlet = ""
    if trimmed == stated:
        trimmed, outlet = split_site(stated)
    headings = [_one_line(heading.text_content()) for heading in page.iter("h1")]
    for heading in headings:
        if len(heading) >= _SHORTEST_HEADING and _is_part(heading, stated):
            return heading, outlet
    return trimmed or next((heading for heading in headings if heading), ""), outlet


def _stated_title(page: HtmlElement, metas: dict[str, str]) -> str:
    element = page.find(".//title")
    written = _one_line(element.text_content()) if element is not None else ""
    return _first(metas, _TITLE_NAMES[:2]) or written or _first(metas, _TITLE_NAMES[2:])


def _is_part(heading: str, title: str) -> bool:
    folded, whole = heading.casefold(), title.casefold()
    is_most = len(folded) > len(whole) / 2
    return whole.startswith(folded) or (whole.endswith(folded) and is_most)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((_one_line(metas[name]) for name in names if metas.get(name)), "")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
