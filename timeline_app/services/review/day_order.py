"""Reading the dates in numbers of a whole article the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_app.domain import Change, ChangeSet, DayOrder, Edit, Event, Evidence
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review.words import quoted


def other_day_order(project: Project, article_id: int) -> DayOrder | None:
    """The order of day and month in which dates of an article are not read, but could be.

    That of most of them; None where no date of the article can be read in two orders.
    """
    chosen = [_order_of(evidence) for _event, evidence in _in_two_orders(project, article_id)]
    if not chosen:
        return None
    day_first = sum(order is DayOrder.DAY_FIRST for order in chosen)
    return DayOrder.MONTH_FIRST if 2 * day_first > len(chosen) else DayOrder.DAY_FIRST


def read_in_order(library: Library, article_id: int, order: DayOrder) -> ChangeSet:
    """Read all dates of an article that can be read in two orders in this one, in one step.

    Dates that the researcher has set stay.
    """
    edits: list[Edit] = []
    for event, evidence in _in_two_orders(library.project, article_id):
        place = _place_of(evidence, order)
        if place == evidence.chosen:
            continue
        edits.append(Edit(evidence, replace(evidence, chosen=place)))
        if library.project.dating_evidence(event.id) == evidence:
            edits.append(Edit(event, replace(event, span=evidence.readings[place].span)))
    if not edits:
        return ChangeSet()
    title = library.project.articles[article_id].title
    return library.apply(Change(f"read the {order.value} in {quoted(title)}", tuple(edits)))


def _in_two_orders(project: Project, article_id: int) -> Iterator[tuple[Event, Evidence]]:
    """The evidence of an article that has a reading in each order, and the events it is for."""
    for evidence in project.evidence_of_article(article_id):
        event = project.events[evidence.event_id]
        labels = {reading.label for reading in evidence.readings}
        is_followed = evidence.chosen is not None and not event.is_date_edited
        if is_followed and labels >= {order.reading for order in DayOrder}:
            yield event, evidence


def _order_of(evidence: Evidence) -> DayOrder | None:
    """The order in which a date is read now; None where another reading was chosen."""
    label = evidence.readings[evidence.chosen or 0].label
    return next((order for order in DayOrder if order.reading == label), None)


def _place_of(evidence: Evidence, order: DayOrder) -> int:
    return [reading.label for reading in evidence.readings].index(order.reading)
