from __future__ import annotations

import pytest

from tests.extraction.reading import proposals
from timeline_app.domain import Factuality, Proposal
from timeline_app.domain.time.edtf import write_edtf


def dated(text: str) -> dict[str, str]:
    """The title of each proposal with its date as EDTF."""
    return {each.title: write_edtf(each.span) for each in proposals(text) if each.span is not None}


@pytest.mark.parametrize("bullet", ["", "- ", "* ", "• "])
@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_a_date_heading_an_entry_dates_all_of_it(bullet: str, mark: str) -> None:
    text = f"{bullet}15 June 2017{mark} Theresa May visits the scene and announces an inquiry."
    assert set(dated(text).values()) == {"2017-06-15"}


def test_a_day_dates_better_than_a_limit() -> None:
    found = dated("Rovers won the cup for the first time since 1984 on Saturday.")
    assert list(found.values()) == ["2024-10-26"]


def test_a_clause_with_another_time_does_not_share_the_one_before() -> None:
    found = dated("Petrova was born in Sofia in 1975 and moved to Arvania when she was six.")
    assert found["Petrova was born in Sofia"] == "1975"
    assert found["Petrova moved to Arvania"] != "1975"


def test_a_strike_called_for_a_day_is_planned_for_it() -> None:
    (call, strike) = proposals("Unions called a general strike for 4 November.")
    assert call.title == "Unions called a general strike"
    assert _shown(call) == ("[..2024-10-29]", Factuality.HAPPENED)
    assert strike.title == "General strike"
    assert _shown(strike) == ("2024-11-04", Factuality.PLANNED)


def test_a_plan_stays_one_while_some_reading_of_its_day_lies_ahead() -> None:
    (_, strike) = proposals("Unions called a general strike for 1 April.")
    assert _shown(strike) == ("2025-04-01", Factuality.PLANNED)


def test_the_small_hours_of_the_article_s_day_do_not_lie_ahead() -> None:
    (blast,) = proposals("The bomb exploded at two in the morning.")
    assert (blast.title, _shown(blast)) == (
        "The bomb exploded",
        ("2024-10-29T02", Factuality.HAPPENED),
    )


def test_the_small_hours_after_an_evening_are_the_next_day() -> None:
    found = dated("Aoife Brennan came on Friday evening and left at two in the morning.")
    assert found["Aoife Brennan left"] == "2024-10-26T02"


def _shown(proposal: Proposal) -> tuple[str, Factuality]:
    assert proposal.span is not None
    return write_edtf(proposal.span), proposal.factuality


def test_a_quarter_inside_a_phrase_does_not_date_its_clause() -> None:
    found = dated("Acme reported a 6 percent fall in second-quarter profit on Thursday.")
    assert found == {
        "Acme reported a 6 percent fall in second-quarter profit": "2024-10-24",
    }


def test_a_report_of_a_thing_with_its_day_is_an_event() -> None:
    found = dated("Engineers reported cracks in the upper dam on 10 September.")
    assert found == {"Engineers reported cracks in the upper dam": "2024-09-10"}
    assert dated("Engineers reported on Monday that the dam had cracks.") == {}


def test_what_is_told_of_somebody_in_passing_does_not_date_what_they_do() -> None:
    found = dated("Smith, who was elected in 2018, resigned in the hall of the town.")
    assert found["Smith was elected"] == "2018"
    assert "2018" not in [when for title, when in found.items() if "resigned" in title]
    found = dated("The company, founded in 1987, bought Acme on Monday.")
    assert found["The company bought Acme"] == "2024-10-28"


def test_a_day_between_commas_dates_the_verb_behind_it() -> None:
    assert dated("Putin, on Tuesday, met Xi in Kazan.") == {"Putin met Xi in Kazan": "2024-10-29"}
