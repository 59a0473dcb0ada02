"""Making two events of one."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Change, Edit, Event, Evidence, Origin
from timeline_app.services.conventions import conventions_of
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review.words import quoted


def split(library: Library, event_id: int) -> int:
    """Make a second event of the passage that gives an event its date; returns its id.

    It has the names, tags and status of the first, and its title, which the researcher will
    change. Where the passage holds another time expression, that dates it.
    """
    project = library.project
    event = project.events[event_id]
    twin = replace(event, id=library.new_id(), note="", origin=Origin.RESEARCHER)
    edits = [Edit(None, twin)]
    evidence = project.dating_evidence(event_id)
    if evidence is not None:
        copied = replace(evidence, id=library.new_id(), event_id=twin.id)
        twin, copied = _dated_by_another(project, twin, copied)
        edits = [Edit(None, twin), Edit(None, copied)]
    library.apply(Change(f"split {quoted(event.title)}", tuple(edits)))
    return twin.id


def _dated_by_another(project: Project, twin: Event, evidence: Evidence) -> tuple[Event, Evidence]:
    """Dated by the next time expression of the passage; as they are, where there is none."""
    # The tables of the language load with these; review without splitting does not need them.
    from timeline_app.extraction.analysis import analyse
    from timeline_app.extraction.dating import date_mention

    article = project.articles[evidence.article_id]
    analysis = analyse(article.text, article.body, article.language)
    others = [
        found.range
        for found in analysis.expressions
        if found.tells_when
        and found.range.overlaps(evidence.quote_range)
        and found.range != evidence.expression
    ]
    if not others:
        return twin, evidence
    after = evidence.expression.end if evidence.expression is not None else 0
    expression = next((each for each in others if each.start >= after), others[0])
    dating = date_mention(
        analysis,
        article.published,
        trigger=evidence.trigger or evidence.quote_range,
        expression=expression,
        factuality=twin.factuality,
        conventions=conventions_of(article, project.preferences),
    )
    return (
        replace(twin, span=dating.span, certainty=dating.certainty, is_date_edited=False),
        replace(
            evidence,
            expression=expression,
            reason=dating.reason,
            readings=dating.readings,
            chosen=0 if dating.readings else None,
        ),
    )
