"""One field finds dates, events and articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import day, folded_proposal, sample_article
from timeline_app.domain import Change, Edit, Event
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services import review
from timeline_app.services.finding import HitKind, find
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library


def _titles(library: Library, text: str) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.title) for hit in find(library, text)]


@pytest.mark.parametrize(
    ("text", "edtf"), [("2024-10", "2024-10"), ("3 October 2024", "2024-10-03"), ("1850s", "185X")]
)
def test_a_date_comes_first(library: Library, text: str, edtf: str) -> None:
    hit = find(library, text)[0]
    assert hit.kind is HitKind.DATE
    assert hit.span is not None
    assert write_edtf(hit.span) == edtf
    assert hit.id is None


def test_events_and_articles_are_found_by_all_words(library: Library, article_id: int) -> None:
    assert _titles(library, "summit") == [
        ("event", "Putin held a summit last week"),
        ("article", "The summit"),
    ]
    both = [("event", "Putin held a summit last week"), ("article", "The summit")]
    assert _titles(library, "summit putin") == both
    assert _titles(library, "SUMM put") == both
    assert _titles(library, "putin tsukuryne") == [("article", "The summit")]
    assert find(library, "summit")[1].id == article_id


def test_names_places_tags_notes_and_quotes_are_searched(library: Library) -> None:
    event_id = review.add_event(library, "Meeting", day(2))
    review.set_names(library, event_id, people=["Slavoj Žižek"], places=["Kazan"])
    review.set_tags(library, event_id, ["diplomacy"])
    review.set_note(library, event_id, "ask the archive")
    meeting = ("event", "Meeting")
    for text in ("zizek", "ŽIŽEK", "slavoj žiž"):
        assert _titles(library, text) == [("name", "Slavoj Žižek"), meeting], text
    assert _titles(library, "kazan") == [("name", "Kazan"), meeting]
    assert _titles(library, "diplom") == [("name", "diplomacy"), meeting]
    assert _titles(library, "archive meeting") == [meeting]


def test_the_names_of_most_events_come_first_and_tell_what_they_are(library: Library) -> None:
    for number, place in enumerate(("York", "New York", "New York", "York Minster")):
        event_id = review.add_event(library, f"Talks {number}", day(2))
        review.set_names(library, event_id, people=["Duke of York"], places=[place])
    hits = [hit for hit in find(library, "york") if hit.kind is HitKind.NAME]
    assert [(hit.title, hit.key) for hit in hits][:2] == [
        ("Duke of York", "Person"),
        ("New York", "Place"),
    ]
    assert [hit for hit in find(library, "york tag:x") if hit.kind is HitKind.NAME] == []


def test_rejected_events_are_not_found(library: Library, article_id: int) -> None:
    review.reject(library, library.project.queue(article_id)[0].id)
    assert _titles(library, "putin") == [("article", "The summit")]


def test_folded_events_are_not_found(library: Library) -> None:
    article = replace(sample_article(), title="Untitled")
    add_article(library, article, [folded_proposal()])
    assert _titles(library, "tsukuryne") == [("article", "Untitled")]


def test_events_come_in_order_of_time_up_to_the_limit(library: Library) -> None:
    events = [Event(library.new_id(), f"Meeting {n}", day(n)) for n in range(28, 0, -1)]
    library.apply(Change("add", tuple(Edit(None, event) for event in events)))
    hits = find(library, "meeting", limit=5)
    assert [hit.title for hit in hits] == [f"Meeting {n}" for n in range(1, 6)]
    assert hits[0].detail == "Tue 1 Oct 2024"


@pytest.mark.parametrize("text", ["", "   ", "nothing like this", "\0", '" OR 1=1 --', "*"])
def test_what_is_not_there_is_not_found(library: Library, article_id: int, text: str) -> None:
    assert find(library, text) == []
