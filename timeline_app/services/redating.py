"""Correcting the date of an article: every date that was read from it follows.

Which dates follow: those of events whose dating evidence lies in this article (see
`Project.dating_evidence`) and that the researcher has not dated. An event that another article
dates keeps its date. Rejected events follow too, so that they are right when they are reopened,
but are not counted. The evidence itself is read anew in any case, so that the readings on offer
belong to the article's new date; a reading that was chosen keeps its rank while there are enough.

A certainty follows when it is what the program said for the old date; one that the researcher
has set stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Article,
    Change,
    ChangeSet,
    DateOrigin,
    Edit,
    Event,
    Evidence,
    ReviewStatus,
)
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.services.library import Library
from timeline_app.services.project import Project, chosen_span
from timeline_app.services.review.words import quoted

if TYPE_CHECKING:
    from timeline_app.extraction.analysis import Analysis
    from timeline_app.extraction.dating import Dating


@dataclass(frozen=True, slots=True)
class RedatingPlan:
    """What happens when an article gets another date, before it happens.

    `follows` counts the events whose date changes, `stays` those that the researcher has dated;
    neither counts rejected ones. `moved` are the former, before and after, in text order.
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
    redated = replace(
        article,
        published=published,
        date_origin=DateOrigin.NOT_FOUND if published is None else origin,
        is_date_confirmed=published is not None,
    )
    reader = _Reader(analyse(article.text, article.body), article, redated)
    edits = [Edit(article, redated)]
    moved: list[tuple[Event, Event]] = []
    for event in project.events_of_article(article_id):
        after, evidence_edits = _follow(project, event, article_id, reader)
        edits += (Edit(event, after), *evidence_edits)
        if after.span != event.span and event.status is not ReviewStatus.REJECTED:
            moved.append((event, after))
    return RedatingPlan(
        Change(_label(published), tuple(edit for edit in edits if edit.before != edit.after)),
        follows=len(moved),
        stays=sum(map(_is_dated_by_researcher, project.events_of_article(article_id))),
        moved=tuple(moved),
    )


def confirm_date(library: Library, article_id: int) -> ChangeSet:
    """Say that the date found for an article is right."""
    article = library.project.articles[article_id]
    after = replace(article, is_date_confirmed=True)
    label = f"confirm the date of {quoted(article.title)}"
    return library.apply(Change(label, (Edit(article, after),)))


class _Reader:
    """Dates evidence of one article by its old date and by its new one."""

    def __init__(self, analysis: Analysis, before: Article, after: Article) -> None:
        self._analysis = analysis
        self._before = before
        self._after = after

    def reads(self, evidence: Evidence) -> bool:
        """Whether the date of the evidence can be read from the text."""
        return evidence.trigger is not None

    def date_before(self, event: Event, evidence: Evidence) -> Dating:
        """What the evidence says by the article's old date."""
        return self._date(event, evidence, self._before.published)

    def date_after(self, event: Event, evidence: Evidence) -> Dating:
        """What the evidence says by the article's new date."""
        return self._date(event, evidence, self._after.published)

    def _date(self, event: Event, evidence: Evidence, anchor: CivilDate | None) -> Dating:
        from timeline_app.extraction.dating import date_mention

        return date_mention(
            self._analysis,
            anchor,
            trigger=evidence.trigger or evidence.quote_range,
            expression=evidence.expression,
            factuality=event.factuality,
        )


def _follow(
    project: Project, event: Event, article_id: int, reader: _Reader
) -> tuple[Event, list[Edit]]:
    """The event and its evidence in this article, read by the new date."""
    dating_evidence = project.dating_evidence(event.id)
    edits = []
    for evidence in project.evidence_of_event(event.id):
        if evidence.article_id != article_id or not reader.reads(evidence):
            continue
        dating = reader.date_after(event, evidence)
        read_anew = _read_anew(evidence, dating)
        edits.append(Edit(evidence, read_anew))
        if evidence == dating_evidence and not event.is_date_edited:
            before = reader.date_before(event, evidence)
            event = _with_date(event, read_anew, before, dating)
    return event, edits


def _read_anew(evidence: Evidence, dating: Dating) -> Evidence:
    chosen = evidence.chosen
    if chosen is not None and chosen >= len(dating.readings):
        chosen = 0
    return replace(evidence, readings=dating.readings, reason=dating.reason, chosen=chosen)


def _with_date(event: Event, evidence: Evidence, before: Dating, after: Dating) -> Event:
    follows = event.certainty is before.certainty
    return replace(
        event,
        span=chosen_span(evidence) or after.span,
        certainty=after.certainty if follows else event.certainty,
    )


def _is_dated_by_researcher(event: Event) -> bool:
    return event.is_date_edited and event.status is not ReviewStatus.REJECTED


def _label(published: CivilDate | None) -> str:
    if published is None:
        return "remove the article date"
    return f"set the article date to {date_in_words(published)}"
