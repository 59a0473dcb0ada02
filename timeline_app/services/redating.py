"""Correcting the date of an article: every date that was read from it follows.

Which dates follow: those of events whose dating evidence lies in this article (see
`Project.dating_evidence`) and that the researcher has not dated. An event that another article
dates keeps its date. Rejected and folded events follow too, so that they are right when they are
reopened, but are not counted. The evidence itself is read anew in any case, so that the readings
on offer belong to the article's new date; a reading that was chosen in the place of the first stays
chosen, under its label or as the same time.

A certainty follows when it is what the program said for the old date; one that the researcher
has set stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Article,
    Change,
    ChangeSet,
    Conventions,
    DateOrigin,
    Edit,
    Event,
    Evidence,
    Reading,
)
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.services.conventions import conventions_of
from timeline_app.services.library import Library
from timeline_app.services.project import Project, chosen_reading, chosen_span
from timeline_app.services.review.sources import agreed_span
from timeline_app.services.review.words import quoted

if TYPE_CHECKING:
    from timeline_app.extraction.analysis import Analysis
    from timeline_app.extraction.dating import Dating


@dataclass(frozen=True, slots=True)
class RedatingPlan:
    """What happens when an article gets another date, before it happens.

    `follows` counts the events whose date changes, `stays` those that the researcher has dated;
    neither counts rejected or folded ones. `moved` are the former, before and after, in text order.
    """

    change: Change
    follows: int
    stays: int
    moved: tuple[tuple[Event, Event], ...]

    @property
    def sentence(self) -> str:
        """What will happen, for the researcher: "10 dates follow, 2 you edited stay"."""
        follow = (
            f"{self.follows} date follows" if self.follows == 1 else f"{self.follows} dates follow"
        )
        if self.stays == 0:
            return follow
        return f"{follow}, {self.stays} you edited {'stays' if self.stays == 1 else 'stay'}"


def plan_redating(
    library: Library,
    article_id: int,
    published: CivilDate | None,
    origin: DateOrigin = DateOrigin.TYPED,
) -> RedatingPlan:
    """What giving an article this date would change; `library.apply(plan.change)` does it.

    None takes the date away: what was read relative to it then has no date.
    """
    from timeline_app.extraction.analysis import analyse

    project = library.project
    article = project.articles[article_id]
    events = project.events_of_article(article_id)
    analysis = analyse(article.text, article.body, article.language)
    conventions = conventions_of(article, project.preferences)
    old = DatesOfArticle(analysis, article.published, conventions)
    new = DatesOfArticle(analysis, published, conventions)
    edits = [Edit(article, _redated(article, published, origin))]
    moved: list[tuple[Event, Event]] = []
    for event in events:
        after, evidence_edits = follow_article(project, event, article_id, old, new)
        edits += (Edit(event, after), *evidence_edits)
        if after.span != event.span and not event.is_set_aside:
            moved.append((event, after))
    return RedatingPlan(
        Change(_label(published), tuple(edit for edit in edits if edit.before != edit.after)),
        follows=len(moved),
        stays=sum(map(is_dated_by_researcher, events)),
        moved=tuple(moved),
    )


def confirm_date(library: Library, article_id: int) -> ChangeSet:
    """Say that the date found for an article is right."""
    article = library.project.articles[article_id]
    after = replace(article, is_date_confirmed=True)
    label = f"confirm the date of {quoted(article.title)}"
    return library.apply(Change(label, (Edit(article, after),)))


def _redated(article: Article, published: CivilDate | None, origin: DateOrigin) -> Article:
    return replace(
        article,
        published=published,
        date_origin=DateOrigin.NOT_FOUND if published is None else origin,
        is_date_confirmed=published is not None,
    )


class DatesOfArticle:
    """What the time expressions of an article mean by one date of it and one set of customs."""

    def __init__(
        self, analysis: Analysis, published: CivilDate | None, conventions: Conventions
    ) -> None:
        from timeline_app.extraction.expressions import resolve

        self._text = analysis.text
        self._published = published
        resolutions = resolve(analysis.text, analysis.expressions, published, conventions)
        self._resolutions = {each.expression.range: each for each in resolutions}

    def of(self, event: Event, evidence: Evidence) -> Dating:
        """The date that the evidence gives the event."""
        from timeline_app.extraction.dating import date_by

        expression = evidence.expression
        return date_by(
            self._text,
            self._published,
            evidence.trigger or evidence.quote_range,
            None if expression is None else self._resolutions.get(expression),
            event.factuality,
            evidence.relation,
        )


def follow_article(
    project: Project, event: Event, article_id: int, old: DatesOfArticle, new: DatesOfArticle
) -> tuple[Event, list[Edit]]:
    """The event, and the edits of its evidence in this article, read by the new date."""
    after, edits = event, []
    dating_evidence = project.dating_evidence(event.id)
    for evidence in project.evidence_of_event(event.id):
        if evidence.article_id != article_id or evidence.trigger is None:
            continue
        dating = new.of(event, evidence)
        read_anew = _read_anew(evidence, dating)
        edits.append(Edit(evidence, read_anew))
        if evidence == dating_evidence and not event.is_date_edited:
            after = _with_date(event, read_anew, old.of(event, evidence), dating)
    return _agreed(project, event, after, edits), edits


def _agreed(project: Project, event: Event, after: Event, edits: list[Edit]) -> Event:
    """With the date that its sources leave together, if that is what dated it until now."""
    before = project.evidence_of_event(event.id)
    if event.is_date_edited or len(before) < 2 or event.span != agreed_span(before):
        return after
    changed = {edit.record.id: edit.after for edit in edits}
    told = [changed.get(evidence.id, evidence) for evidence in before]
    agreed = agreed_span(each for each in told if isinstance(each, Evidence))
    return after if agreed is None else replace(after, span=agreed)


def _read_anew(evidence: Evidence, dating: Dating) -> Evidence:
    chosen = _place_of_chosen(evidence, dating.readings)
    return replace(evidence, readings=dating.readings, reason=dating.reason, chosen=chosen)


def _place_of_chosen(evidence: Evidence, readings: Sequence[Reading]) -> int | None:
    """Where the reading that is in use stands among new ones; None when a date was typed.

    The first is the program's, and stays the first. Another was chosen for what it says: the new
    one is what goes by the same label, or means the same time.
    """
    chosen, before = evidence.chosen, chosen_reading(evidence)
    if not chosen or before is None:
        return None if chosen is None else 0
    labels, spans = [each.label for each in readings], [each.span for each in readings]
    if labels[chosen : chosen + 1] == [before.label]:
        return chosen
    if before.label in labels:
        return labels.index(before.label)
    if before.span in spans:
        return spans.index(before.span)
    return chosen if chosen < len(readings) else 0


def _with_date(event: Event, evidence: Evidence, before: Dating, after: Dating) -> Event:
    follows = event.certainty is before.certainty
    return replace(
        event,
        span=chosen_span(evidence) or after.span,
        certainty=after.certainty if follows else event.certainty,
    )


def is_dated_by_researcher(event: Event) -> bool:
    """Whether an event that is shown keeps its date: the researcher has set it."""
    return event.is_date_edited and not event.is_set_aside


def _label(published: CivilDate | None) -> str:
    if published is None:
        return "remove the article date"
    return f"set the article date to {date_in_words(published)}"
