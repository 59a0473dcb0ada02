"""What the sources of one event say of its date, and the researcher's ruling where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import Change, ChangeSet, Edit, Event, Evidence, Ruling, RulingKind
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.agreement import agreement
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.services.library import Library
from timeline_app.services.project import Project, chosen_span
from timeline_app.services.review.words import quoted


@dataclass(frozen=True, slots=True)
class Version:
    """A date that some of the sources of an event agree on, the evidence of these sources."""

    span: TimeSpan
    evidence: tuple[Evidence, ...]


def told_span(evidence: Evidence) -> TimeSpan | None:
    """The date that a source gives, whatever the researcher has made of the event's own."""
    span = chosen_span(evidence)
    if span is None and evidence.readings:
        return evidence.readings[0].span
    return span


def versions_of(evidence: Iterable[Evidence]) -> tuple[Version, ...]:
    """The different dates that are told, the oldest evidence first; one where all sources agree."""
    versions: list[Version] = []
    for each in evidence:
        span = told_span(each)
        if span is not None:
            _enter(versions, each, span)
    return tuple(versions)


def agreed_span(evidence: Iterable[Evidence]) -> TimeSpan | None:
    """The date that all sources leave; None where they differ, or none gives a date."""
    versions = versions_of(evidence)
    return versions[0].span if len(versions) == 1 else None


def conflict_of(project: Project, event_id: int) -> tuple[Version, ...]:
    """The dates between which nobody has decided; empty where there is nothing to decide."""
    event, evidence = project.events[event_id], project.evidence_of_event(event_id)
    if event.is_date_edited or len(evidence) < 2 or open_ruling(project, event_id) is not None:
        return ()
    versions = versions_of(evidence)
    return versions if len(versions) > 1 else ()


def open_conflicts(project: Project) -> list[int]:
    """The events whose sources differ on the date while nobody has decided, in order of id."""
    return [
        event_id
        for event_id in project.told_by_several()
        if not project.events[event_id].is_set_aside and conflict_of(project, event_id)
    ]


def open_ruling(project: Project, event_id: int) -> Ruling | None:
    """The ruling that leaves the date of an event open, as long as its sources are the same."""
    subjects = _subjects(event_id, project.evidence_of_event(event_id))
    rulings = project.rulings.values()
    return next((r for r in rulings if r.kind is RulingKind.OPEN and r.subjects == subjects), None)


def settle(library: Library, event_id: int, span: TimeSpan) -> ChangeSet:
    """Decide for one of the dates that the sources give; what each of them says is kept."""
    event = library.project.events[event_id]
    label = f"choose a date of {quoted(event.title)}"
    return library.apply(Change(label, (_dated(event, span),)))


def dispute(library: Library, event_id: int) -> ChangeSet:
    """Keep all dates that the sources give: the event is drawn as disputed between them."""
    event = library.project.events[event_id]
    versions = versions_of(library.project.evidence_of_event(event_id))
    if len(versions) < 2:
        return ChangeSet()
    span = TimeSpan.one_of([version.span for version in versions])
    label = f"keep both dates of {quoted(event.title)}"
    return library.apply(Change(label, (_dated(event, span),)))


def leave_open(library: Library, event_id: int) -> ChangeSet:
    """Leave the date as it is, and ask no more, unless another source is added."""
    event = library.project.events[event_id]
    subjects = _subjects(event_id, library.project.evidence_of_event(event_id))
    ruling = Ruling(library.new_id(), RulingKind.OPEN, subjects)
    label = f"leave the date of {quoted(event.title)} open"
    return library.apply(Change(label, (Edit(None, ruling),)))


def ask_again(library: Library, event_id: int) -> ChangeSet:
    """Take back whatever was decided on the date: it follows from the sources again."""
    project = library.project
    event, ruling = project.events[event_id], open_ruling(project, event_id)
    agreed = agreed_span(project.evidence_of_event(event_id))
    dating = project.dating_evidence(event_id)
    span = agreed or (told_span(dating) if dating is not None else None) or event.span
    edits = [Edit(event, replace(event, span=span, is_date_edited=False))]
    if ruling is not None:
        edits.append(Edit(ruling, None))
    return library.apply(Change(f"ask again for the date of {quoted(event.title)}", tuple(edits)))


def reporting_lag(project: Project, event: Event) -> tuple[int, int] | None:
    """The least and the most days from an event to the first article on it; None if unknown.

    What lasted counts from its end. Of what may have been on any of several days the lag is not
    known to the day, and of a date that is known to the month at best it is not told.
    """
    published = [
        article.published.instant
        for article in project.articles_of_event(event.id)
        if article.published is not None
    ]
    span = event.span
    if not published or span is None or span.choices:
        return None
    first, last = span.earliest_end, span.latest_end
    if first is None or last is None or last - first > _LAG_KNOWN:
        return None
    days = [(min(published) - end) // SECONDS_PER_DAY + 1 for end in (last, first)]
    return (max(0, days[0]), days[1]) if days[1] >= 0 else None


_LAG_KNOWN = 14 * SECONDS_PER_DAY


def _enter(versions: list[Version], evidence: Evidence, span: TimeSpan) -> None:
    """Put a source to those that it agrees with, or else by itself."""
    for index, version in enumerate(versions):
        common = agreement((version.span, span))
        if common is not None:
            versions[index] = Version(common, (*version.evidence, evidence))
            return
    versions.append(Version(span, (evidence,)))


def _dated(event: Event, span: TimeSpan) -> Edit:
    return Edit(event, replace(event, span=span, is_date_edited=True))


def _subjects(event_id: int, evidence: Sequence[Evidence]) -> tuple[int, ...]:
    return event_id, *(each.id for each in evidence)
