"""Time spans in words: the one place where a date becomes something to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.domain.time.calendar import DAYS_PER_WEEK, SECONDS_PER_DAY, CivilDate
from timeline_app.domain.time.edtf_writing import bounds_as_edtf
from timeline_app.domain.time.precision import Precision, granule_end
from timeline_app.domain.time.span import SpanShape, TimeSpan
from timeline_app.domain.time.wording_dates import DateWriter
from timeline_app.domain.time.words import ENGLISH, Words

__all__ = ["bounds_as_edtf", "date_in_words", "knowledge_in_words", "span_in_words"]

_MOST_CHOICES = 3


def span_in_words(
    span: TimeSpan, *, short: bool = False, today_year: int | None = None, words: Words = ENGLISH
) -> str:
    """The span as a researcher would write it: "Sometime 21 – 27 Oct 2024", "by 29 Oct 2024".

    The short form, for rows and lists where a mark stands beside it, leaves out what the mark
    tells: "21 – 27 Oct 2024". `today_year` is the year that needs no saying, because the row or
    the panel shows it: "21 – 27 Oct". A single day has its weekday.
    """
    writer = DateWriter(words, span.precision, span.zone, short, today_year)
    text = _told(span, writer)
    if span.shape is SpanShape.WITHIN and not span.is_single_granule and not short:
        return text[:1].upper() + text[1:]
    return text


def _told(span: TimeSpan, writer: DateWriter) -> str:
    text = _TELL[span.shape](span, writer)
    return writer.words.uncertain.format(date=text) if span.uncertain else text


def date_in_words(day: CivilDate, *, with_weekday: bool = True, words: Words = ENGLISH) -> str:
    """A day: "Tue 29 Oct 2024"."""
    writer = DateWriter(words, Precision.DAY, None, is_short=False, known_year=None)
    return writer.granule(day.instant, with_weekday=with_weekday)


def knowledge_in_words(span: TimeSpan, *, words: Words = ENGLISH) -> str:
    """What kind of knowledge the span is: "one day in this week", "lasted all this time"."""
    table = words.knowledge
    text = _kind_of_knowledge(span, words).format(unit=table.units[span.precision - 1])
    if span.approximate and not span.is_single_granule:
        text = table.approximate.format(knowledge=text)
    return table.uncertain.format(knowledge=text) if span.uncertain else text


def _kind_of_knowledge(span: TimeSpan, words: Words) -> str:
    table = words.knowledge
    if span.approximate and span.is_single_granule:
        return table.about_unit
    return {
        SpanShape.POINT: table.known_unit,
        SpanShape.WITHIN: _within_knowledge(span, words),
        SpanShape.PERIOD: table.period,
        SpanShape.CORE: table.core,
        SpanShape.BEFORE: table.before,
        SpanShape.AFTER: table.after,
        SpanShape.ONGOING: table.ongoing if span.earliest_end is None else table.begun,
        SpanShape.UNTIL: table.until if span.latest_start is None else table.ended,
        SpanShape.DISPUTED: table.disputed,
        SpanShape.UNKNOWN: table.unknown,
    }[span.shape]


def _within_knowledge(span: TimeSpan, words: Words) -> str:
    if span.is_single_granule:
        return words.knowledge.one_granule
    begin, end = _bounds(span)
    is_week = span.precision is Precision.DAY and end - begin == DAYS_PER_WEEK * SECONDS_PER_DAY
    return words.knowledge.week if is_week else words.knowledge.stretch


def _bounds(span: TimeSpan) -> tuple[int, int]:
    """The outer bounds of a span that has both."""
    return span.earliest_start or 0, span.latest_end or 0


def _about(span: TimeSpan, writer: DateWriter, text: str) -> str:
    return writer.words.about.format(date=text) if span.approximate else text


def _tell_point(span: TimeSpan, writer: DateWriter) -> str:
    begin, _ = _bounds(span)
    if span.approximate:
        return _about(span, writer, writer.after_word(begin))
    return writer.granule(begin, with_weekday=True)


def _tell_within(span: TimeSpan, writer: DateWriter) -> str:
    begin, end = _bounds(span)
    if span.is_single_granule:
        return (
            _about(span, writer, writer.after_word(begin))
            if span.approximate
            else (writer.granule(begin))
        )
    text = _about(span, writer, writer.stretch(begin, end - 1))
    return text if writer.is_short else writer.words.within.format(date=text)


def _tell_period(span: TimeSpan, writer: DateWriter) -> str:
    begin, end = _bounds(span)
    return _about(span, writer, writer.stretch(begin, end - 1))


def _tell_core(span: TimeSpan, writer: DateWriter) -> str:
    begin, end = _bounds(span)
    core = writer.stretch(span.latest_start or 0, (span.earliest_end or 0) - 1)
    core = _about(span, writer, core)
    if writer.is_short:
        return core
    return writer.words.core.format(core=core, date=writer.stretch(begin, end - 1))


def _tell_before(span: TimeSpan, writer: DateWriter) -> str:
    last = _side(span, writer, None, span.latest_end)
    return writer.words.before.format(date=last)


def _tell_after(span: TimeSpan, writer: DateWriter) -> str:
    first = _side(span, writer, span.earliest_start, None)
    template = writer.words.after_short if writer.is_short else writer.words.after
    return template.format(date=first)


def _tell_ongoing(span: TimeSpan, writer: DateWriter) -> str:
    words, end = writer.words, span.earliest_end
    date = _side(span, writer, span.earliest_start, _end_of_granule(span, span.latest_start))
    if end is None:
        return (words.ongoing_about if span.approximate else words.ongoing).format(date=date)
    if writer.is_short:
        return words.begun_short.format(date=date)
    if end == _end_of_granule(span, span.earliest_start):
        return words.begun.format(date=date)
    return words.begun_lasting.format(date=date, last=writer.after_word(end - 1))


def _tell_until(span: TimeSpan, writer: DateWriter) -> str:
    words, start = writer.words, span.latest_start
    first_end = None if span.earliest_end is None else span.earliest_end - 1
    date = _side(span, writer, first_end, span.latest_end)
    if start is None or writer.is_short:
        return words.until.format(date=date)
    if _end_of_granule(span, start) == span.latest_end:
        return words.ended.format(date=date)
    return words.ended_lasting.format(date=date, first=writer.after_word(start))


def _tell_disputed(span: TimeSpan, writer: DateWriter) -> str:
    choices, words = span.choices, writer.words
    if len(choices) > _MOST_CHOICES and span.earliest_start is not None and span.latest_end:
        stretch = writer.stretch(span.earliest_start, span.latest_end - 1)
        return words.one_of_many.format(count=len(choices), date=stretch)
    texts = _choice_texts(span, writer)
    return words.choice.format(first=words.choice_separator.join(texts[:-1]), last=texts[-1])


def _choice_texts(span: TimeSpan, writer: DateWriter) -> list[str]:
    is_plain = all(
        choice.shape is SpanShape.POINT
        and choice.precision is Precision.DAY
        and not choice.approximate
        and not choice.uncertain
        for choice in span.choices
    )
    if is_plain:
        return writer.choice_of_days([choice.earliest_start or 0 for choice in span.choices])
    return [
        _told(choice, replace(writer, precision=choice.precision, zone=choice.zone))
        for choice in span.choices
    ]


def _tell_unknown(_span: TimeSpan, writer: DateWriter) -> str:
    return writer.words.unknown


def _side(span: TimeSpan, writer: DateWriter, first: int | None, end: int | None) -> str:
    """One side of a span, known or itself between two granules."""
    first = first if first is not None else (end or 1) - 1
    last = end - 1 if end is not None else first
    if last < granule_end(first, span.precision):
        return _about(span, writer, writer.after_word(last))
    return _about(span, writer, writer.stretch(first, last))


def _end_of_granule(span: TimeSpan, instant: int | None) -> int | None:
    return None if instant is None else granule_end(instant, span.precision)


_TELL: dict[SpanShape, Callable[[TimeSpan, DateWriter], str]] = {
    SpanShape.POINT: _tell_point,
    SpanShape.WITHIN: _tell_within,
    SpanShape.PERIOD: _tell_period,
    SpanShape.CORE: _tell_core,
    SpanShape.BEFORE: _tell_before,
    SpanShape.AFTER: _tell_after,
    SpanShape.ONGOING: _tell_ongoing,
    SpanShape.UNTIL: _tell_until,
    SpanShape.DISPUTED: _tell_disputed,
    SpanShape.UNKNOWN: _tell_unknown,
}
