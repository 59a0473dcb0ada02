"""Finds dates, events and articles by what a person types in one field."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from timeline_app.domain import Article, Event, NameKind
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.storage.search import Found, Snippet, searchable_words

_ACCENTS = re.compile("[\u0300-\u036f]")
_CONDITION = re.compile(r"(?<!\S)(tag|before|after):(\S+)")
NAMED: Mapping[str, Callable[[Event], Sequence[str]]] = {
    "Person": lambda event: event.people,
    "Organisation": lambda event: event.organisations,
    "Place": lambda event: event.places,
    "Tag": lambda event: event.tags,
}
_MOST_NAMES = 3
_MOST = 300  # that are looked through: some are set aside, found twice, or equally good


class HitKind(StrEnum):
    """What was found; the order is that of the list."""

    DATE = "date"
    COMMAND = "command"
    NAME = "name"
    EVENT = "event"
    ARTICLE = "article"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: a date to go to (`span`), an event or article (`id`), or a name.

    `key` is the id of a command, or the page and heading of the help, between them "#"; of a name
    it is what it is a name of, one of `NAMED`. `snippet` are the words around a hit in a text or a
    quote.
    """

    kind: HitKind
    title: str
    detail: str
    id: int | None = None
    span: TimeSpan | None = None
    snippet: Snippet | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was typed: words, and conditions such as "tag:treaty after:2024-10"."""

    words: tuple[str, ...]
    tags: tuple[str, ...] = ()
    before: TimeSpan | None = None
    after: TimeSpan | None = None

    @classmethod
    def of(cls, text: str) -> _Wanted:
        """Read what was typed; a condition that has no sense is a word like any other."""
        tags: list[str] = []
        dates: dict[str, TimeSpan] = {}

        def take(found: re.Match[str]) -> str:
            name, value = found.groups()
            if name == "tag":
                tags.append(folded(value))
            else:
                try:
                    dates[name] = parse_edtf(value)
                except ValueError:
                    return found[0]
            return " "

        words = searchable_words(_CONDITION.sub(take, text))
        return cls(words, tuple(tags), dates.get("before"), dates.get("after"))

    @property
    def has_conditions(self) -> bool:
        return bool(self.tags) or self.before is not None or self.after is not None

    def allows(self, span: TimeSpan | None, tags: Sequence[str]) -> bool:
        """Whether something with a date and tags meets the conditions."""
        if self.tags and not set(self.tags) <= set(map(folded, tags)):
            return False
        return self._is_before(span) and self._is_after(span)

    def _is_before(self, span: TimeSpan | None) -> bool:
        if self.before is None or self.before.earliest_start is None:
            return True
        if span is None:
            return False
        return span.earliest_start is None or span.earliest_start < self.before.earliest_start

    def _is_after(self, span: TimeSpan | None) -> bool:
        if self.after is None or self.after.latest_end is None:
            return True
        if span is None:
            return False
        return span.latest_end is None or span.latest_end > self.after.latest_end


def words_of(text: str) -> list[str]:
    """The words to look for in what `text_of_event` gives."""
    return folded(text).split()


def text_of_event(project: Project, event: Event) -> str:
    """Everything an event can be found by, without case and accents."""
    return folded("\n".join(_words_of_event(project, event)))


def folded(text: str) -> str:
    """A text without case and accents."""
    if text.isascii():  # most are, and this is five times as fast
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def find(library: Library, text: str, limit: int = 20) -> list[Hit]:
    """At most `limit` hits: dates, names, events, articles, the best of each first.

    An event or article is found when it holds each word typed, whole or as a beginning; case and
    accents do not matter, and any sign is safe. "tag:treaty", "before:2024-10-29" and "after:2023"
    are conditions. Rejected and folded events are not found. Raises UserError when the file cannot
    be read.
    """
    wanted = _Wanted.of(text)
    first = list(_dates(text.strip()))
    found, best = _events(library, wanted)
    if not wanted.has_conditions:
        first += _names(library.project, wanted.words, found)
    events = _event_hits(library, found[:limit], wanted, best)
    articles = _articles(library, wanted, limit)
    room = max(limit - len(first) - len(articles), limit // 2)
    return [*first, *events[:room], *articles][:limit]


def _events(library: Library, wanted: _Wanted) -> tuple[list[Event], Mapping[int, Found]]:
    """The events that are wanted, the best first, and where their words were found."""
    project = library.project
    if not wanted.words:
        return _meeting_conditions(project, wanted), {}
    wordings = (wanted.words, *_other_names(project, wanted.words))
    search = library.search
    found = [*search.events(wordings, _MOST), *search.quotes(wanted.words, _MOST)]
    best: dict[int, Found] = {}
    for each in found:
        known = best.get(each.id)
        best[each.id] = each if known is None or each.rank < known.rank else known
    events = [
        event
        for found_id in best
        if (event := project.events.get(found_id)) is not None
        and not event.is_set_aside
        and wanted.allows(event.span, event.tags)
    ]
    events.sort(key=lambda event: (round(best[event.id].rank, 3), *_by_time(event)))
    return events, best


def _meeting_conditions(project: Project, wanted: _Wanted) -> list[Event]:
    if not wanted.has_conditions:
        return []
    events = (
        event
        for event in project.chronological()
        if not event.is_set_aside and wanted.allows(event.span, event.tags)
    )
    return list(islice(events, _MOST))


def _names(project: Project, words: tuple[str, ...], events: Iterable[Event]) -> list[Hit]:
    """The names with these words that the events found have, those of most events first."""
    counts: Counter[tuple[str, str]] = Counter()
    for event in map(project.shown, events):
        for what, names_of in NAMED.items():
            counts.update((what, name) for name in names_of(event) if _has_words(name, words))
    return [
        Hit(HitKind.NAME, name, f"{what}, its events on the timeline", key=what)
        for (what, name), _count in counts.most_common(_MOST_NAMES)
    ]


def _has_words(name: str, words: tuple[str, ...]) -> bool:
    parts = folded(name).split()
    return all(any(part.startswith(folded(word)) for part in parts) for word in words)


def _articles(library: Library, wanted: _Wanted, limit: int) -> list[Hit]:
    if not wanted.words or wanted.tags:
        return []
    articles, search = library.project.articles, library.search
    allowed = (
        each
        for each in search.articles(wanted.words, _MOST)
        if each.id in articles and wanted.allows(_day_of(articles[each.id]), ())
    )
    found = list(islice(allowed, limit))
    snippets = search.snippets(found, wanted.words)
    return [_article_hit(articles[each.id], snippets.get(each)) for each in found]


def _other_names(project: Project, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The names that events have of what is shown by a name with these words."""
    looked_for = [folded(word) for word in words]
    for kind in NameKind:
        for shown, others in project.names.also_called(kind).items():
            if all(word in folded(shown) for word in looked_for):
                yield from map(searchable_words, others)


def _by_time(event: Event) -> tuple[bool, tuple[int, ...]]:
    return event.span is None, () if event.span is None else event.span.sort_key()


def _day_of(article: Article) -> TimeSpan | None:
    return None if article.published is None else TimeSpan.on(article.published)


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


def _event_hits(
    library: Library, events: Sequence[Event], wanted: _Wanted, best: Mapping[int, Found]
) -> list[Hit]:
    places = [best[event.id] for event in events if event.id in best]
    snippets = {
        place.id: snippet
        for place, snippet in library.search.snippets(places, wanted.words).items()
    }
    return [
        Hit(HitKind.EVENT, event.title, _when(event), event.id, snippet=snippets.get(event.id))
        for event in events
    ]


def _when(event: Event) -> str:
    return "no date yet" if event.span is None else span_in_words(event.span)


def _article_hit(article: Article, snippet: Snippet | None = None) -> Hit:
    when = "no date yet" if article.published is None else date_in_words(article.published)
    detail = f"{article.source}, {when}" if article.source else when
    return Hit(HitKind.ARTICLE, article.title, detail, article.id, snippet=snippet)
