"""Puts an article that was read, and what was found in it, into the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain import (
    Article,
    Change,
    ChangeSet,
    Event,
    Evidence,
    Proposal,
    Record,
    ReviewStatus,
    UserError,
    hash_text,
)
from timeline_app.services.edits import additions, removals
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review.words import quoted
from timeline_app.storage import Original


def add_article(
    library: Library,
    article: Article,
    proposals: Sequence[Proposal],
    original: Original | None = None,
) -> int:
    """Add an article and its proposals in one step, and return the article's id.

    `original` is the file that it was read from, to be kept with the project.

    Raises UserError when the project has an article with the same text.
    """
    content_hash = article.content_hash or hash_text(article.text)
    present = library.project.article_with_hash(content_hash)
    if present is not None:
        raise UserError(f"{quoted(present.title)} is already in the project.")
    kept = replace(
        article,
        id=library.new_id(),
        added_at=library.timestamp(),
        content_hash=content_hash,
        original=article.original if original is None else original.sha256,
    )
    found = (record for p in proposals for record in _records_of(library, kept, p))
    library.apply(Change(f"add {quoted(kept.title)}", additions((kept, *found))), original)
    return kept.id


def delete_article(library: Library, article_id: int) -> ChangeSet:
    """Remove an article, its evidence, and the events that rest on no other article."""
    project = library.project
    article = project.articles[article_id]
    orphans = events_only_of(project, article_id)
    gone: list[Record] = [*project.evidence_of_article(article_id), *orphans, article]
    return library.apply(Change(f"delete {quoted(article.title)}", removals(gone)))


def events_only_of(project: Project, article_id: int) -> list[Event]:
    """The events that rest on this article alone, in text order."""
    article = project.articles[article_id]
    return [
        event
        for event in project.events_of_article(article_id)
        if project.articles_of_event(event.id) == [article]
    ]


def _records_of(library: Library, article: Article, proposal: Proposal) -> tuple[Event, Evidence]:
    event = Event(
        library.new_id(),
        proposal.title,
        proposal.span,
        status=ReviewStatus.FOLDED if proposal.is_folded else ReviewStatus.PROPOSED,
        factuality=proposal.factuality,
        certainty=proposal.certainty,
        people=proposal.people,
        organisations=proposal.organisations,
        places=proposal.places,
    )
    evidence = Evidence(
        library.new_id(),
        event.id,
        article.id,
        proposal.quote_range,
        proposal.quote_range.cut(article.text),
        trigger=proposal.trigger,
        expression=proposal.expression,
        rule=proposal.rule,
        reason=proposal.reason,
        readings=proposal.readings,
        clause=proposal.clause,
        participants=proposal.participants,
        source=proposal.source,
        relation=proposal.relation,
        why=proposal.why,
        salience=proposal.salience,
        was_folded=proposal.is_folded,
    )
    return event, evidence
