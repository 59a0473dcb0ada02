"""An article comes in, and goes, with everything that rests on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import (
    NOW,
    OTHER_TEXT,
    TEXT,
    day,
    folded_proposal,
    sample_article,
    sample_proposals,
)
from timeline_app.domain import (
    Change,
    Edit,
    Evidence,
    Origin,
    Reading,
    ReviewStatus,
    TextRange,
    UserError,
    hash_text,
)
from timeline_app.services.importing import add_article, delete_article
from timeline_app.services.library import Library


def test_an_article_is_added_with_its_proposals_in_one_step(library: Library) -> None:
    proposals = sample_proposals()
    article_id = add_article(library, sample_article(), proposals)
    project = library.project
    assert project.articles[article_id] == replace(
        sample_article(),
        id=article_id,
        added_at=NOW.isoformat(),
        content_hash=hash_text(TEXT),
    )
    for event, proposal in zip(project.queue(article_id), proposals, strict=True):
        assert (event.title, event.span) == (proposal.title, proposal.span)
        assert event.status is ReviewStatus.PROPOSED
        assert event.origin is Origin.PROGRAM
        evidence = project.dating_evidence(event.id)
        assert evidence is not None
        assert evidence.quote == proposal.quote_range.cut(TEXT)
        assert evidence.trigger == proposal.trigger
        assert evidence.readings == proposal.readings
        assert (evidence.rule, evidence.reason) == ("test", "because")
    library.undo()
    assert not project.articles
    assert not project.events
    assert not project.evidence


def test_what_is_folded_is_kept_with_what_explains_it_and_waits_for_nobody(
    library: Library,
) -> None:
    folded = folded_proposal()
    article_id = add_article(library, sample_article(), [*sample_proposals(), folded])
    project = library.project
    (event,) = project.folded(article_id)
    assert event.status is ReviewStatus.FOLDED
    assert event not in project.queue(article_id)
    assert event not in project.events_of_article(article_id, with_folded=False)
    assert event in project.events_of_article(article_id)
    counts = project.counts(article_id)
    assert (counts.folded, counts.proposed, counts.total) == (1, 3, 3)
    (evidence,) = project.evidence_of_event(event.id)
    assert evidence.was_folded
    for name in ("clause", "participants", "source", "relation", "why", "salience"):
        assert getattr(evidence, name) == getattr(folded, name)


def test_the_same_text_is_not_added_twice(library: Library, article_id: int) -> None:
    with pytest.raises(UserError, match="“The summit” is already in the project"):
        add_article(library, sample_article(title="Another title"), [])
    assert list(library.project.articles) == [article_id]
    delete_article(library, article_id)
    add_article(library, sample_article(), [])


def test_deleting_an_article_keeps_events_that_rest_on_another_one(
    library: Library, article_id: int
) -> None:
    project = library.project
    shared, *others = project.queue(article_id)
    other_id = add_article(library, sample_article(OTHER_TEXT, "Second"), [])
    second = Evidence(
        library.new_id(),
        shared.id,
        other_id,
        TextRange(4, 10),
        "summit",
        readings=(Reading(day(23), "as written"),),
    )
    library.apply(Change("join", (Edit(None, second),)))
    before = (dict(project.articles), dict(project.events), dict(project.evidence))
    delete_article(library, article_id)
    assert list(project.articles) == [other_id]
    assert list(project.events) == [shared.id]
    assert list(project.evidence) == [second.id]
    assert library.undo_label == "delete “The summit”"
    library.undo()
    assert (dict(project.articles), dict(project.events), dict(project.evidence)) == before
    assert [e.id for e in project.queue(article_id)] == [shared.id, *(e.id for e in others)]
