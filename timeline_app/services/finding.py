"""Finds dates, events and articles by what a person types in one field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from timeline_app.domain import Article, Event
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.services.project import Project

_ACCENTS = re.compile("[\u0300-\u036f]")


class HitKind(StrEnum):
    """What was found; the order is that of the list."""

    DATE = "date"
    EVENT = "event"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: a date to go to (`span`), or an event or article (`id`)."""

    kind: HitKind
    title: str
    detail: str
    id: int | None = None
    span: TimeSpan | None = None


def words_of(text: str) -> list[str]:
    """The words to look for in what `text_of_event` gives."""
    return _folded(text).split()


def text_of_event(project: Project, event: Event) -> str:
    """Everything an event can be found by, without case and accents."""
    return _folded("\n".join(_words_of_event(project, event)))


def find(project: Project, text: str, limit: int = 20) -> list[Hit]:
    """At most `limit` hits: dates first, then events in order of time, then articles.

    An event or article is found when each word typed begins or continues somewhere in it; case
    and accents do not matter. Rejected and folded events are not found.
    """
    words = words_of(text)
    if not words:
        return []
    return list(islice(_hits(project, text.strip(), words), limit))


def _hits(project: Project, text: str, words: list[str]) -> Iterator[Hit]:
    yield from _dates(text)
    for event in project.chronological():
        if not event.is_set_aside and _holds(words, _words_of_event(project, event)):
            yield _event_hit(event)
    for article in project.articles.values():
        if _holds(words, (article.title, article.source, article.author, article.place)):
            yield _article_hit(article)


def _dates(text: str) -> Iterator[Hit]:
    span = _understand(text)
    if span is not None:
        yield Hit(HitKind.DATE, span_in_words(span), "Go to this date", span=span)


def _understand(text: str) -> TimeSpan | None:
    """A date that can be told without an article: EDTF, or a date in English."""
    from timeline_app.extraction.expressions import read_date

    try:
        return parse_edtf(text)
    except ValueError:
        readings = read_date(text, None)
        return readings[0].span if readings else None


def _words_of_event(project: Project, event: Event) -> tuple[str, ...]:
    """With the names of its articles and those that are shown in their place."""
    shown = project.shown(event)
    names = (*event.actors, *event.places, *event.tags)
    if shown is not event:
        names += (*shown.actors, *shown.places)
    quotes = (each.quote for each in project.evidence_of_event(event.id))
    return (event.title, event.note, *names, *quotes)


def _holds(words: Iterable[str], texts: Iterable[str]) -> bool:
    whole = _folded("\n".join(texts))
    return all(word in whole for word in words)


def _folded(text: str) -> str:
    """Without case and accents."""
    if text.isascii():  # most are, and this is five times as fast
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def _event_hit(event: Event) -> Hit:
    when = "no date yet" if event.span is None else span_in_words(event.span)
    return Hit(HitKind.EVENT, event.title, when, id=event.id)


def _article_hit(article: Article) -> Hit:
    when = "no date yet" if article.published is None else date_in_words(article.published)
    detail = f"{article.source}, {when}" if article.source else when
    return Hit(HitKind.ARTICLE, article.title, detail, id=article.id)
