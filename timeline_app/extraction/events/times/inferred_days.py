"""Inferred days: what has no time, and was most likely on the day the article was written.

Where the words of an article date what it reports to its own day, and to no other ("police said
today", in a dispatch of that day), so was in nine of ten cases what it reports in the simple past
without a time: of events that people gave one day in TimeBank, AQUAINT and MEANTIME 97 of 107. But
64 more they only put before the article. So the day is offered, and never taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.extraction.events.reading import ReadText
from timeline_app.extraction.events.times.link import TimeLink
from timeline_app.extraction.expressions import Resolution
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

INFERRED = "most likely the article’s date, like all that it dates"
_MAIN = frozenset({"root", "parataxis"})


def inferred_days(
    read: ReadText,
    links: Sequence[Mapping[int, TimeLink]],
    resolutions: Mapping[TextRange, Resolution],
    anchor: CivilDate | None,
) -> tuple[frozenset[int], ...]:
    """For each sentence, the events without a time that were most likely on the day `anchor`."""
    dated = list(_first_days(read, links, resolutions))
    if anchor is None or set(dated) != {anchor.instant}:
        return (frozenset(),) * len(read.sentences)
    return tuple(
        frozenset(e.word for e in events if e.word not in found and _is_reported(sentence, e))
        for sentence, events, found in zip(read.sentences, read.events, links, strict=True)
    )


def _first_days(
    read: ReadText,
    links: Sequence[Mapping[int, TimeLink]],
    resolutions: Mapping[TextRange, Resolution],
) -> Iterator[int]:
    """The days, as instants, of what the article reports and itself dates to a day."""
    for number, sentence in enumerate(read.sentences):
        for event in read.events[number]:
            link = links[number].get(event.word)
            if link is None or link.why or not _is_reported(sentence, event):
                continue
            day = _day(resolutions.get(link.time.expression.range))
            if day is not None:
                yield day


def _is_reported(sentence: ParsedSentence, event: TaggedEvent) -> bool:
    """Whether it is told in the simple past by a main verb."""
    word, form = sentence.words[event.word], event.form
    is_told = (form.tense, form.aspect, form.modality) == ("PAST", "NONE", "NONE")
    return is_told and word.upos == "VERB" and word.relation in _MAIN and not form.is_negated


def _day(resolution: Resolution | None) -> int | None:
    """The first instant of the one day that a time expression means."""
    span = resolution.readings[0].span if resolution and resolution.readings else None
    if span is None or span.begin is None or span.end is None:
        return None
    first = span.begin // SECONDS_PER_DAY
    return first * SECONDS_PER_DAY if (span.end - 1) // SECONDS_PER_DAY == first else None
