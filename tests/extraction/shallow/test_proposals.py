from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import TUESDAY, proposals, titles, whole
from timeline_app.domain import Cancelled, Factuality
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.shallow.proposals import propose

SUMMIT = "Putin held a summit with leaders from China and India in Kazan last week. "


class CountingProgress:
    def __init__(self, stop_at: int | None = None) -> None:
        self.steps: list[tuple[int, int]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int, note: str = "") -> None:
        assert note == ""
        self.steps.append((done, total))
        if len(self.steps) == self.stop_at:
            raise Cancelled


def test_a_proposal_carries_everything_that_explains_it() -> None:
    (proposal,) = proposals(SUMMIT)
    assert proposal.quote_range.cut(SUMMIT) == SUMMIT.strip()
    assert proposal.trigger.cut(SUMMIT) == "held"
    assert proposal.expression is not None
    assert proposal.expression.cut(SUMMIT) == "last week"
    assert proposal.organisations == ("China", "India")
    assert proposal.places == ("Kazan",)
    assert proposal.rule.startswith("clause: ")
    assert 0 <= proposal.salience <= 1


def test_sentences_without_a_word_are_no_work() -> None:
    progress = CountingProgress()
    text = ". " * 5_000 + SUMMIT
    (proposal,) = propose(analyse(text, [whole(text)]), TUESDAY, progress=progress)
    assert proposal.quote_range.cut(text) == SUMMIT.strip()
    assert progress.steps == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("He’s also asked Iran for help.", "asked"),
        ("He’s asked Iran for help.", "asked"),
        ("Putin has also sent troops to Kursk.", "has also sent"),
        ("He’s asking Iran for help.", "’s asking"),
    ],
)
def test_a_trigger_opens_with_no_clitic_unless_it_tells_the_tense(text: str, trigger: str) -> None:
    text = "President Vladimir Putin spoke. " + text
    assert trigger in [each.trigger.cut(text) for each in proposals(text)]


def test_a_company_named_like_a_person_is_none() -> None:
    (bank,) = proposals("Morgan Stanley bought a bank in London in May 2023.")
    assert (bank.people, bank.organisations) == ((), ("Morgan Stanley",))


@pytest.mark.parametrize(
    "text",
    [
        "It is the biggest European conflict since World War II.",
        "Adding more soldiers to the war will put more pressure on the army.",
        "Putin wants to change global power dynamics.",
        "They don’t know how to respond to North Korea yet.",
        "This move is a big deal, says a top NATO official.",
        "Rutte called the deployment a big mistake.",
        "Did Putin meet Xi in Kazan last week?",
        "“I met Xi in Kazan last week,” he said.",
        "Jane Doe contributed to this article.",
        "There was a fire in Kazan.",
    ],
)
def test_states_opinions_and_questions_are_no_events(text: str) -> None:
    happened = [each.title for each in proposals(text) if each.factuality is Factuality.HAPPENED]
    assert happened == []


def test_a_noun_has_its_own_factuality() -> None:
    (proposal,) = proposals("The U. S. presidential election next week could bring more bad news.")
    assert proposal.title == "U.S. presidential election"
    assert proposal.factuality is Factuality.PLANNED


def test_a_village_and_its_region_are_where_it_happened() -> None:
    (proposal,) = proposals("Russia captured the Donetsk village of Tsukuryne on Monday.")
    assert proposal.organisations == ("Russia",)
    assert proposal.places == ("Donetsk", "Tsukuryne")


def test_what_is_announced_is_not_proposed_twice() -> None:
    found = titles("Rutte confirmed that North Korea sent troops to Kursk.")
    assert found == ["Rutte confirmed that North Korea sent troops to Kursk"]


def test_the_same_event_is_proposed_once() -> None:
    assert len(proposals(SUMMIT + SUMMIT)) == 1


def test_proposals_come_in_text_order_and_only_what_has_a_date_is_offered_in_full() -> None:
    text = " ".join(
        f"The town of Kazan opened a school in {year}. Nobody had expected it at all that day."
        for year in range(1900, 2000)
    )
    found = proposals(text)
    assert [each.trigger for each in found] == sorted(each.trigger for each in found)
    dated = [each for each in found if each.expression is not None]
    assert len(dated) == 100
    assert len(found) - len(dated) <= 30


def test_progress_is_told_and_can_stop_the_work() -> None:
    analysis = analyse(SUMMIT * 3, [whole(SUMMIT * 3)])
    progress = CountingProgress()
    propose(analysis, TUESDAY, progress=progress)
    assert [done for done, _ in progress.steps] == list(range(6))
    with pytest.raises(Cancelled):
        propose(analysis, TUESDAY, progress=CountingProgress(stop_at=2))


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    for proposal in proposals(text):
        assert proposal.quote_range.start <= proposal.trigger.start
        assert proposal.trigger.end <= proposal.quote_range.end


_WORDS = (
    "he said that Putin will have been held last week , and “ ” . who to by The summit of ’s n’t "
    "if on Monday 10, 000 U. S. - because there was arrested will since May 2024 not"
).split()


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_row_of_words_is_accepted(words: list[str]) -> None:
    proposals(" ".join(words))


@pytest.mark.parametrize(
    "piece", ["he said ", "as ", "Putin and ", "a, ", '"', "A. ", "10, ", "x\n", "of the king "]
)
def test_the_work_grows_with_the_length_and_not_faster(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.perf_counter()
    proposals(text)
    assert time.perf_counter() - started < 8
