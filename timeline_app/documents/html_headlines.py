"""Chooses a page's headline among its headings, its title and what it tells other sites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.documents.headlines import split_site, trim_known_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_HEADLINE_MARK = re.compile(r"headline|title|heading|hed\b", re.IGNORECASE)
_OTHER_HEADINGS = (
    "//*[@itemprop='headline']|//h2[contains(@class,'title') or contains(@class,'headline')]"
    "|//h3[contains(@class,'title')]"
)
_SHORTEST, _LONGEST = 12, 300  # letters of a heading that is no section's name
_ALIKE, _MUCH_ALIKE = 0.35, 0.6  # share of the words of two titles that are in both
_CONTAINED = 0.9
_MOST_HEADINGS = 20
_SIGN_BETWEEN = re.compile(r"\s*_\s*(?=[^_]{1,20}$)")
_LEFTOVER_LETTERS = 40  # of a site's name that is glued to a heading


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, the outlet's name that stood beside it, and the element that shows it."""

    text: str = ""
    outlet: str = ""
    element: HtmlElement | None = None


def read_headline(page: HtmlElement, metas: Mapping[str, str], site: str, host: str) -> Headline:
    """The headline that readers see; where no heading is it, the title without the site's name.

    `site` is the outlet's name and `host` the address of the page without its path, as far as
    they are known.
    """
    stated, outlet = _stated_title(page, metas, site)
    headings = [each for each in _headings(page) if not _is_site(each.text, site or outlet, host)]
    titles = [title for title in (stated, *_all_titles(page, metas)) if title]
    likest = max(headings, key=lambda heading: _likeness_to(heading, titles), default=None)
    if likest is not None and _likeness_to(likest, titles) >= likest.must_be_alike:
        return Headline(_unglued(likest.text, stated), outlet, likest.element)
    marked = [heading for heading in headings if heading.is_marked]
    if len(marked) == 1 or not stated:
        only = next(iter(marked or headings), None)
        return Headline(only.text, outlet, only.element) if only else Headline(outlet=outlet)
    return Headline(stated, outlet)


def likeness(first: str, second: str) -> float:
    """How alike two titles are, from 0 to 1; 1 where one begins with the other."""
    one, other = _letters(first), _letters(second)
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if long.startswith(short):
        return 1.0
    if short in long and len(short) * 2 > len(long):
        return _CONTAINED
    words, others = (set(re.findall(r"\w+", text.casefold())) for text in (first, second))
    return len(words & others) / len(words | others)


def one_line(text: str | None) -> str:
    """A text with single blanks for all its white space."""
    return " ".join((text or "").split()).removesuffix("¶").rstrip()


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    element: HtmlElement

    @property
    def must_be_alike(self) -> float:
        """How like the title it must be to be the headline."""
        return _ALIKE if self.element.tag == "h1" else _MUCH_ALIKE

    @property
    def is_marked(self) -> bool:
        """Whether it looks like the headline of an article, whatever its words."""
        names = (self.element.get(name) or "" for name in ("class", "id", "itemprop"))
        inside = next(self.element.iterancestors("article", "main"), None) is not None
        is_named = bool(_HEADLINE_MARK.search(" ".join(names)))
        return self.element.tag == "h1" and len(self.text) >= _SHORTEST and (inside or is_named)


def _headings(page: HtmlElement) -> list[_Heading]:
    found = list(page.iter("h1"))[:_MOST_HEADINGS]
    if not any(len(one_line(each.text_content())) >= _SHORTEST for each in found):
        found += page.xpath(_OTHER_HEADINGS)[:_MOST_HEADINGS]
    headings = (_Heading(one_line(each.text_content()), each) for each in found)
    return [heading for heading in headings if 0 < len(heading.text) <= _LONGEST]


def _likeness_to(heading: _Heading, titles: Sequence[str]) -> float:
    return max((likeness(heading.text, title) for title in titles), default=0.0)


def _stated_title(page: HtmlElement, metas: Mapping[str, str], site: str) -> tuple[str, str]:
    stated = next(iter(_all_titles(page, metas)), "")
    stated = _SIGN_BETWEEN.split(stated)[0] if not stated.isascii() else stated
    trimmed = trim_known_site(stated, site)
    return (trimmed, "") if trimmed != stated else split_site(stated)


def _all_titles(page: HtmlElement, metas: Mapping[str, str]) -> list[str]:
    element = page.find(".//title")
    written = one_line(element.text_content()) if element is not None else ""
    told = [one_line(metas[name]) for name in _TITLE_NAMES[:2] if metas.get(name)]
    rest = [one_line(metas[name]) for name in _TITLE_NAMES[2:] if metas.get(name)]
    return [title for title in (*told, written, *rest) if title]


def _is_site(text: str, site: str, host: str) -> bool:
    letters = _letters(text).removeprefix("the")
    of_site, of_host = _letters(site).removeprefix("the"), _letters(host)
    return bool(letters) and (letters == of_site or (len(letters) > 2 and letters in of_host))


def _unglued(heading: str, stated: str) -> str:
    """The heading without a hidden name of the site that is glued to its end."""
    if not stated or not heading.startswith(stated):
        return heading
    rest = heading[len(stated) :]
    return stated if rest and rest[0].isalnum() and len(rest) <= _LEFTOVER_LETTERS else heading


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
