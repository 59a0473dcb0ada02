"""Laying down for the whole project how weeks and dates in numbers are read.

Every article whose conventions change is read anew, as when its date is corrected: the dates of
events that the researcher has dated stay (see `redating`).
"""

from __future__ import annotations

from collections.abc import Generator

from timeline_app.domain import Change, Edit, Event, Preferences
from timeline_app.services.conventions import conventions_of
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.redating import (
    DatesOfArticle,
    RedatingPlan,
    follow_article,
    is_dated_by_researcher,
)

Planning = Generator[None, None, RedatingPlan]


def plan_preferences(library: Library, preferences: Preferences) -> Planning:
    """What laying this down would change: yields after each article, and returns the plan.

    `library.apply(plan.change)` does it, in one step.
    """
    project = library.project
    edits = _own_edits(project, preferences)
    moved: list[tuple[Event, Event]] = []
    staying: set[int] = set()
    for article_id in tuple(project.articles):
        for event, after, evidence_edits in _read_anew(project, article_id, preferences):
            edits += (Edit(event, after), *evidence_edits)
            if is_dated_by_researcher(event) and evidence_edits:
                staying.add(event.id)
            elif after.span != event.span and not event.is_set_aside:
                moved.append((event, after))
        yield
    change = Change("change the settings", tuple(e for e in edits if e.before != e.after))
    return RedatingPlan(change, follows=len(moved), stays=len(staying), moved=tuple(moved))


def planned(planning: Planning) -> RedatingPlan:
    """The plan at the end of the planning, without a pause."""
    while True:
        try:
            next(planning)
        except StopIteration as end:
            plan: RedatingPlan = end.value
            return plan


def _own_edits(project: Project, preferences: Preferences) -> list[Edit]:
    """The edit of the preferences themselves, where they differ."""
    if preferences == project.preferences:
        return []
    return [Edit(project.preferences if project.has_preferences else None, preferences)]


def _read_anew(
    project: Project, article_id: int, preferences: Preferences
) -> list[tuple[Event, Event, list[Edit]]]:
    """The events of an article before and after, with the edits of their evidence in it."""
    from timeline_app.extraction.analysis import analyse

    article = project.articles[article_id]
    before = conventions_of(article, project.preferences)
    after = conventions_of(article, preferences)
    if before == after:
        return []
    analysis = analyse(article.text, article.body, article.language)
    old = DatesOfArticle(analysis, article.published, before)
    new = DatesOfArticle(analysis, article.published, after)
    return [
        (event, *_changed(follow_article(project, event, article_id, old, new)))
        for event in project.events_of_article(article_id)
    ]


def _changed(followed: tuple[Event, list[Edit]]) -> tuple[Event, list[Edit]]:
    """Without the edits of evidence that change nothing."""
    event, edits = followed
    return event, [edit for edit in edits if edit.before != edit.after]
