"""Reads what a page says of itself in JSON-LD, and tells its article from the others on it."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CDATA = re.compile(r"\A\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*\Z")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_LONGEST_DATA = 1_000_000  # letters of one script
_MOST_VALUES = 20_000  # JSON values looked at
_ARTICLES = ("article", "posting", "report", "review", "scholarly")
_PAGES = frozenset(("webpage", "itempage", "creativework", "aboutpage"))
_FILMS = frozenset(("videoobject", "audioobject", "podcastepisode"))
# What stands below these is about something else than the page.
_ELSEWHERE = frozenset(
    "citation comment comments commentcount haspart ispartof isbasedon itemlistelement itemreviewed"
    " liveblogupdate mentions publisher author creator relatedlink review reviews significantlink"
    " suggestedanswer subjectof associatedmedia image potentialaction about".split()
)


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """An object of the JSON-LD. `is_elsewhere` where it stands below a list of other things."""

    values: dict[str, object]
    is_elsewhere: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """Its types in lower case, without the address of the vocabulary: "newsarticle"."""
        stated = self.values.get("@type")
        kinds = stated if isinstance(stated, list) else [stated]
        return frozenset(str(kind).rpartition("/")[2].lower() for kind in kinds if kind)

    @property
    def is_article(self) -> bool:
        """Whether its type is an article, a post, a report or a review."""
        return any(name in kind for kind in self.kinds for name in _ARTICLES)

    @property
    def is_page(self) -> bool:
        """Whether its type is a page as such, or left open."""
        return not self.kinds or bool(self.kinds & _PAGES)

    @property
    def is_film(self) -> bool:
        """Whether its type is a film or a recording."""
        return bool(self.kinds & _FILMS)

    def text(self, name: str) -> str:
        """The value of that name on one line, where it is a text; else empty."""
        value = self.values.get(name)
        return " ".join(value.split()) if isinstance(value, str) else ""

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses that it gives itself."""
        main = self.values.get("mainEntityOfPage")
        inner = main.get("@id") if isinstance(main, dict) else main
        stated = (self.values.get("@id"), self.values.get("url"), inner)
        return frozenset(each for each in stated if isinstance(each, str) and each)


def linked_items(page: HtmlElement) -> list[LinkedItem]:
    """Every object of the page's JSON-LD, the outer ones first."""
    return [item for source in _scripts(page) for item in _items(source)]


def broken_dates(page: HtmlElement) -> list[str]:
    """The dates of publication in scripts that are no JSON, as they stand there."""
    return [
        stated
        for source in _scripts(page)
        if _load(source) is None
        for stated in _PUBLISHED.findall(source)
    ]


def _scripts(page: HtmlElement) -> Iterator[str]:
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            source = _CDATA.sub("", script.text or "").strip()
            if len(source) <= _LONGEST_DATA:
                yield source


def _load(source: str) -> object | None:
    try:
        loaded: object = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None
    return loaded


def _items(source: str) -> Iterator[LinkedItem]:
    pending: deque[tuple[object, bool]] = deque([(_load(source), False)])
    for _ in range(_MOST_VALUES):
        if not pending:
            return
        value, is_elsewhere = pending.popleft()
        if isinstance(value, list):
            pending.extend((inner, is_elsewhere) for inner in value)
        elif isinstance(value, dict):
            yield LinkedItem(value, is_elsewhere)
            pending.extend(
                (inner, is_elsewhere or name.lower() in _ELSEWHERE)
                for name, inner in value.items()
                if isinstance(inner, (dict, list))
            )
