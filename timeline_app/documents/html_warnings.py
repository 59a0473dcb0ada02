"""Tells what is odd about a page: a paywall's stub, a live blog, several articles in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.html_headlines import one_line
from timeline_app.documents.html_linked_data import LinkedItem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STUB = "This page may hold only the beginning: it says that the article is for subscribers."
_LIVE_BLOG = "This is a live blog: what it says of later days counts from its first day as well."
_SEVERAL = "There are several articles on this page; they were read as one."
_LONGEST_STUB = 3_000  # letters of a text that may be a stub
_LONGEST_OFFER = 250  # letters of a line
_OFFER = re.compile(
    r"(?:subscribe|sign up|log in|register|become a member)\b.{0,40}\b(?:to|and)"
    r" (?:continue|keep|read|get|unlock|access)"
    r"|(?:to (?:continue|keep) reading|continue reading (?:this article )?with a subscription)"
    r"|(?:this (?:article|story|content) is|exclusively|only) (?:reserved )?(?:for|available to)"
    r" (?:our )?(?:paying )?(?:subscribers|members)|already a subscriber"
    r"|jetzt weiterlesen|weiterlesen mit|nur für abonnent|lesen sie .{0,30} mit \S+\s?(?:\+|plus)"
    r"|réservé (?:à nos|aux) abonnés|pour lire la suite|il vous reste .{0,20} à lire"
    r"|para (?:seguir|continuar) (?:leyendo|lendo)|exclusivo para (?:suscriptores|assinantes)"
    r"|per continuare a leggere|riservato agli abbonati|alleen voor abonnees|verder lezen",
    re.IGNORECASE,
)
_LAST_LINES = 3
_LONG_PARAGRAPH = 80  # letters
_FEWEST_ARTICLES = 3
_MOST_ARTICLES = 50


def page_warnings(
    page: HtmlElement, items: Sequence[LinkedItem], main_lines: Sequence[str], below: Sequence[str]
) -> tuple[str, ...]:
    """Sentences for the reader of the article, none for an ordinary page.

    `main_lines` are those of its main text, `below` those that follow it.
    """
    return tuple(_warnings(page, items, main_lines, below))


def _warnings(
    page: HtmlElement, items: Sequence[LinkedItem], main_lines: Sequence[str], below: Sequence[str]
) -> Iterator[str]:
    is_short = sum(map(len, main_lines)) <= _LONGEST_STUB
    if is_short and (
        _is_for_subscribers(items) or _has_offer((*main_lines[-_LAST_LINES:], *below))
    ):
        yield _STUB
    if any("liveblogposting" in item.kinds for item in items):
        yield _LIVE_BLOG
    elif _count_articles(page, frozenset(main_lines)) >= _FEWEST_ARTICLES:
        yield _SEVERAL


def _is_for_subscribers(items: Sequence[LinkedItem]) -> bool:
    stated = (item.values.get("isAccessibleForFree") for item in items if item.is_article)
    return any(str(value).lower() == "false" for value in stated)


def _has_offer(lines: Sequence[str]) -> bool:
    return any(len(line) <= _LONGEST_OFFER and _OFFER.search(line) for line in lines)


def _count_articles(page: HtmlElement, main_lines: frozenset[str]) -> int:
    """How many articles of the page, none within another, have a paragraph in the main text."""
    articles = [
        article
        for article in list(page.iter("article"))[:_MOST_ARTICLES]
        if next(article.iterancestors("article"), None) is None
    ]
    return sum(_has_paragraph(article, main_lines) for article in articles)


def _has_paragraph(article: HtmlElement, main_lines: frozenset[str]) -> bool:
    paragraphs = (one_line(each.text_content()) for each in article.iter("p"))
    return any(len(each) >= _LONG_PARAGRAPH and each in main_lines for each in paragraphs)
