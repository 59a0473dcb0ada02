"""Events that the researcher makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Article,
    Change,
    Conventions,
    Event,
    Evidence,
    Factuality,
    Origin,
    ReviewStatus,
    TextRange,
    UserError,
)
from timeline_app.domain.time import TimeSpan
from timeline_app.services.conventions import conventions_of
from timeline_app.services.edits import additions
from timeline_app.services.library import Library
from timeline_app.services.review.words import clean_line, quoted

if TYPE_CHECKING:
    from timeline_app.extraction.dating import Dating

_LONGEST_TITLE = 120


def add_event(
    library: Library,
    title: str,
    span: TimeSpan | None,
    *,
    article_id: int | None = None,
    quote_range: TextRange | None = None,
) -> int:
    """Make an accepted event with a title and a date of the researcher's own, and return its id.

    With an article it rests on the passage `quote_range`. Raises UserError for an empty title.
    """
    title = clean_line(title)
    if not title:
        raise UserError("A title needs at least one word.")
    event = Event(
        library.new_id(),
        title,
        span,
        status=ReviewStatus.ACCEPTED,
        origin=Origin.RESEARCHER,
        is_date_edited=True,
        is_title_edited=True,
    )
    if article_id is None or quote_range is None:
        return _add(library, event)
    quote = quote_range.cut(library.project.articles[article_id].text)
    evidence_id = library.new_id()
    evidence = Evidence(evidence_id, event.id, article_id, quote_range, quote, chosen=None)
    return _add(library, event, evidence)


def add_event_from_selection(library: Library, article_id: int, selection: TextRange) -> int:
    """Make an accepted event out of selected words of an article, and return its id.

    The words are its title and its quote. Its date is read from the time expression nearest to
    the selection within its sentences, or else follows from the article's date; it is not an edit,
    so it follows when that date is corrected. Raises UserError when no words are selected.
    """
    article = library.project.articles[article_id]
    selection = _without_blank_ends(article.text, selection)
    conventions = conventions_of(article, library.project.preferences)
    expression, dating = _date_selection(article, selection, conventions)
    event = Event(
        library.new_id(),
        _title_from(article, selection),
        dating.span,
        status=ReviewStatus.ACCEPTED,
        certainty=dating.certainty,
        origin=Origin.RESEARCHER,
    )
    evidence = Evidence(
        library.new_id(),
        event.id,
        article_id,
        selection,
        selection.cut(article.text),
        trigger=selection,
        expression=expression,
        rule="selected",
        reason=dating.reason,
        readings=dating.readings,
    )
    return _add(library, event, evidence)


def _date_selection(
    article: Article, selection: TextRange, conventions: Conventions
) -> tuple[TextRange | None, Dating]:
    """The time expression nearest to the selection, and the date it gives."""
    # The tables of the language load with these; review without a selection does not need them.
    from timeline_app.extraction.analysis import analyse
    from timeline_app.extraction.dating import date_mention

    analysis = analyse(article.text, article.body, article.language)
    ranges = [found.range for found in analysis.expressions]
    expression = _nearest_expression(selection, analysis.sentences, ranges)
    dating = date_mention(
        analysis,
        article.published,
        trigger=selection,
        expression=expression,
        factuality=Factuality.HAPPENED,
        conventions=conventions,
    )
    return expression, dating


def _add(library: Library, event: Event, *evidence: Evidence) -> int:
    library.apply(Change(f"add {quoted(event.title)}", additions((event, *evidence))))
    return event.id


def _without_blank_ends(text: str, selection: TextRange) -> TextRange:
    words = selection.cut(text)
    start = selection.start + len(words) - len(words.lstrip())
    end = selection.start + len(words.rstrip())
    if start >= end:
        raise UserError("Select the words that tell what happened, then add the event.")
    return TextRange(start, end)


def _title_from(article: Article, selection: TextRange) -> str:
    words = clean_line(selection.cut(article.text))
    if len(words) > _LONGEST_TITLE:
        words = words[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    return words[0].upper() + words[1:]


def _nearest_expression(
    selection: TextRange, sentences: Sequence[TextRange], expressions: Sequence[TextRange]
) -> TextRange | None:
    touched = [sentence for sentence in sentences if sentence.overlaps(selection)]
    near = [
        expression
        for expression in expressions
        if any(expression.overlaps(part) for part in (selection, *touched))
    ]
    return min(near, key=lambda expression: _distance(expression, selection), default=None)


def _distance(one: TextRange, other: TextRange) -> int:
    return max(0, one.start - other.end, other.start - one.end)
