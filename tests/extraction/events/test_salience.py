"""Salience: what is shown of an article, what is folded away, and why."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import proposals, the
from timeline_app.domain import Certainty, Factuality, Proposal, TextRange
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.events.salience import folded


@pytest.mark.parametrize(
    ("trigger", "higher", "lower"),
    [
        ("opened", "Putin opened a school on Monday.", "Putin opened a school."),
        ("opened", "Putin opened a school in May.", "She opened a school in May."),
        ("open", "Putin did open a school in May.", "Did Putin open a school in May?"),
        ("open", "Putin did open a school on Friday.", "Putin might open a school on Friday."),
        ("announced", "Acme announced that it will close.", "Acme announced."),
    ],
)
def test_what_tells_more_ranks_higher(
    models: Models, trigger: str, higher: str, lower: str
) -> None:
    assert the(models, trigger, higher).salience > the(models, trigger, lower).salience


@pytest.mark.parametrize(
    ("trigger", "text", "why"),
    [
        ("flew", "Putin flew to Kazan on Monday.", "the text dates it and its subject has a name."),
        ("opened", "She opened a school.", "it is not clear who “she” is."),
        ("open", "Putin might open a school.", "Ranked lower because it only may be."),
        ("open", "Did Putin open a school in May?", "it is a question."),
        ("contributed", "Jane Doe contributed to this report.", "it is about the article itself."),
        ("drink", "Smith does not drink.", "it did not happen and it tells how things are."),
        ("called", "The union called the strike a success.", "it judges rather than tells."),
    ],
)
def test_a_rank_is_explained(models: Models, trigger: str, text: str, why: str) -> None:
    assert any(each.endswith(why) for each in the(models, trigger, text).why)


def test_a_strike_called_off_is_no_opinion(models: Models) -> None:
    called = the(models, "called", "The union called off the strike on Monday.")

    assert not any("judges" in each for each in called.why)


def test_nothing_is_lost_and_all_stays_in_text_order(models: Models) -> None:
    found = proposals(models, "Putin might open a school. " * 3 + "Xi closed a bank in May 2020.")

    assert found == sorted(found, key=lambda each: each.trigger)
    assert {each.is_folded for each in found} == {True, False}


def _plain(number: int, salience: float, *, is_dated: bool, is_possible: bool = False) -> Proposal:
    trigger = TextRange(100 * number, 100 * number + 5)
    factuality = Factuality.POSSIBLE if is_possible else Factuality.HAPPENED
    return Proposal(
        f"Event {number}", None, trigger, trigger, trigger if is_dated else None, factuality,
        Certainty.PROBABLE, "rule", "", salience=salience,
    )  # fmt: skip


def test_as_many_are_shown_as_the_text_is_long() -> None:
    dated = [_plain(number, 0.9, is_dated=True) for number in range(40)]
    undated = [_plain(number, 0.9, is_dated=False) for number in range(40, 80)]

    found = folded([*undated, *dated], 200)
    shown = [each for each in found if not each.is_folded]

    assert all(bool(each.why) is each.is_folded for each in found)
    assert sum(each.expression is not None for each in shown) == 15  # one in fourteen words
    assert sum(each.expression is None for each in shown) == 3  # at the least


def test_the_most_salient_are_shown_and_never_what_only_may_be() -> None:
    weak, strong = _plain(0, 0.1, is_dated=True), _plain(1, 0.9, is_dated=True)
    possible = _plain(2, 0.9, is_dated=True, is_possible=True)

    assert [each.is_folded for each in folded([possible, strong, weak], 100)] == [
        True, False, True
    ]  # fmt: skip
