"""Reads a page's headline, author, outlet, address and language from its markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline_app.documents.html_authors import found_otherwise, read_author
from timeline_app.documents.html_headlines import Headline, one_line, read_headline
from timeline_app.documents.html_linked_data import LinkedItem, linked_items
from timeline_app.documents.html_saved import SavedPage, original_address
from timeline_app.documents.html_shown_dates import ShownLines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*$")
_LONGEST_SITE = 60  # letters
_BYLINES_BELOW = 3  # lines in which blogs name the author below a text
_LONGEST_SECTION = 3  # letters of a path that is a language's or a section's


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; empty where it says nothing.

    `language` is a tag such as "en-gb", with the region where the page names it. `saved` tells
    where and when somebody saved the page. `item` is the JSON-LD of the page's own article.
    """

    headline: Headline = field(default_factory=Headline)
    source: str = ""
    url: str = ""
    language: str = ""
    saved: SavedPage = field(default_factory=SavedPage)
    metas: Mapping[str, str] = field(default_factory=dict)
    items: tuple[LinkedItem, ...] = ()
    item: LinkedItem | None = None

    @property
    def title(self) -> str:
        """The words of the headline."""
        return self.headline.text

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that the page gives itself, the surest first."""
        stated = (self.url, self.metas.get("og:url", ""), self.saved.url)
        return tuple(dict.fromkeys(filter(None, stated)))


def read_metadata(page: HtmlElement, saved: SavedPage) -> PageMetadata:
    """The metadata of a parsed page."""
    metas = _metas_of(page)
    items = tuple(linked_items(page))
    archived = original_address(_whole(_canonical(page) or metas.get("og:url", "")))
    url = saved.url or archived.url
    site = _site(metas, items)
    headline = read_headline(page, metas, site, _host(url))
    return PageMetadata(
        headline=headline,
        source=site or headline.outlet or _host(url),
        url=url,
        language=_language(page, metas),
        saved=SavedPage(url, saved.day or archived.day),
        metas=metas,
        items=items,
        item=_own_article(items, headline.text, url),
    )


def author_of(
    page: HtmlElement, bare: HtmlElement, metadata: PageMetadata, shown: ShownLines
) -> str:
    """The authors of the page's article, whose text has the lines of `shown` around it.

    `bare` is the page without what shows nothing, which takes less time to search.
    """
    below = shown.below[:_BYLINES_BELOW]
    site = metadata.source
    found = read_author(page, metadata.item, metadata.items, shown.above, below, site)
    return found or found_otherwise(bare, site)


def is_front_page(metadata: PageMetadata) -> bool:
    """Whether a page is that of a whole site or section, whose date is that of the day."""
    if "://" not in metadata.url:
        return False
    address = urlsplit(metadata.url)
    path = address.path.strip("/")
    if address.query:
        return False
    kind = metadata.metas.get("og:type", "").lower()
    return not path or ("/" not in path and len(path) <= _LONGEST_SECTION and kind != "article")


def _metas_of(page: HtmlElement) -> dict[str, str]:
    """The content of the page's meta tags by their name in lower case; the first of each."""
    values: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = (meta.get("content") or "").strip()
        for names in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            for name in (names or "").lower().split():
                if content:
                    values.setdefault(name, content)
    return values


def _own_article(items: tuple[LinkedItem, ...], title: str, url: str) -> LinkedItem | None:
    articles = [item for item in items if item.is_article and not item.is_elsewhere]
    own = (
        item
        for item in articles
        if url in item.addresses or (title and item.text("headline").startswith(title[:30]))
    )
    pages = (item for item in items if item.is_page and not item.is_elsewhere)
    return next(own, None) or next(iter(articles), None) or next(pages, None)


def _whole(address: str) -> str:
    """An address with its scheme, which careless pages leave out."""
    if address.startswith("//"):
        return f"https:{address}"
    return f"http://{address}" if address.startswith("www.") else address


def _canonical(page: HtmlElement) -> str:
    for link in page.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower().split() and "//" in address:
            return address
    return ""


def _site(metas: Mapping[str, str], items: tuple[LinkedItem, ...]) -> str:
    for name in _SITE_NAMES:
        stated = one_line(metas.get(name))
        if stated and len(stated) <= _LONGEST_SITE and "://" not in stated:
            return stated
    for item in items:
        publisher = item.values.get("publisher")
        known = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(known, str) and 0 < len(known) <= _LONGEST_SITE:
            return one_line(known)
    return ""


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if "://" in url else ""


def _language(page: HtmlElement, metas: Mapping[str, str]) -> str:
    """The language that the page names, with the region that it names elsewhere."""
    of_page = page.get("lang") or page.get(_XML_LANGUAGE)
    stated = of_page or metas.get("content-language") or metas.get("dc.language")
    told = _tag(metas.get("og:locale") or metas.get("language"))
    tag = _tag(stated) or told
    return told if "-" not in tag and told.startswith(f"{tag}-") else tag


def _tag(stated: str | None) -> str:
    tag = (stated or "").replace("_", "-").strip().lower()
    return tag if _LANGUAGE.match(tag) else ""
