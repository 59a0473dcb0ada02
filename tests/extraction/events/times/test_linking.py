"""Times: which time expression dates which event."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import read, the
from timeline_app.domain import Certainty, Relation
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.events.times.linking import TimeLink, link_times


def _links(models: Models, text: str) -> dict[str, TimeLink]:
    """The links of a text by event word."""
    found = read(models, text)
    return {
        found.sentences[number].words[word].form: link
        for number, links in enumerate(link_times(found))
        for word, link in links.items()
    }


def _times(models: Models, text: str) -> dict[str, str]:
    return {
        event: link.time.expression.range.cut(text) for event, link in _links(models, text).items()
    }


@pytest.mark.parametrize(
    ("text", "dated", "undated"),
    [
        ("Putin flew to Kazan on Tuesday.", {"flew": "Tuesday"}, set()),
        # a clause beside a noun keeps its time to itself
        ("The man who killed Smith in 1998 was freed.", {"killed": "1998"}, {"freed"}),
        ("Acme, founded in 1987, bought Beta.", {"founded": "1987"}, {"bought"}),
        # so does what was said
        ("Smith said on Tuesday that Acme had closed the plant in March.",
         {"said": "Tuesday", "closed": "March"}, set()),
        # a time right behind a verb is its own, and leaves what follows to its own times
        ("Veltron, a maker of ferries, said on Wednesday it would close its plant by June.",
         {"said": "Wednesday", "close": "by June"}, set()),
        ("Police found the body after the man vanished on Friday.", {"vanished": "Friday"},
         {"found"}),
        # a time inside a noun phrase says when that was
        ("Friday’s vote was close.", {"vote": "Friday"}, set()),
        ("The election next week could bring bad news.", {"election": "next week"}, {"bring"}),
        ("The 2010 report was published.", {}, {"published"}),
        ("The law of 1996 was amended.", {}, {"amended"}),
        # verbs and nouns that tell of one event
        ("The summit took place on Tuesday.", {"took": "Tuesday", "summit": "Tuesday"}, set()),
        ("The vote is on Sunday.", {"vote": "Sunday"}, set()),
        ("There was an explosion on Monday.", {"explosion": "Monday"}, set()),
        ("Friday’s attack killed 12 people.", {"attack": "Friday", "killed": "Friday"}, set()),
        ("Apple began selling the phone in June.", {"selling": "June", "began": "June"}, set()),
        # joined verbs
        ("On Monday, Putin flew to Kazan, met Xi and signed a treaty.",
         {"flew": "Monday", "met": "Monday", "signed": "Monday"}, set()),
        ("Jones left in 2010 and the firm will close in 2012.",
         {"left": "2010", "close": "2012"}, set()),
        ("He was born in 1950 and died in 2001.", {"born": "1950", "died": "2001"}, set()),
        ("In 1985, when the Israelis created a zone, many soldiers were killed.",
         {"created": "1985", "killed": "1985"}, set()),
        ("Shots were fired when the police arrived on Monday.",
         {"fired": "Monday", "arrived": "Monday"}, set()),
        ("He resigned at a meeting on Monday.", {"resigned": "Monday", "meeting": "Monday"}, set()),
        # right behind its verb, whatever follows
        ("Officials said last week that they are confident.", {"said": "last week"}, set()),
        ("They approved last week's budget.", {}, {"approved"}),
        # at the opening of a sentence, whatever the tree says
        ("Last week Control Data reported third-quarter earnings of $9.8 million.",
         {"reported": "Last week"}, set()),
        ("In March the board appointed Kari Lund as chief executive.", {"appointed": "March"},
         set()),
        ("On the Toronto Stock Exchange yesterday, Magna shares closed at C$9.",
         {"closed": "yesterday"}, set()),
        ("The ship lost power, and at 7.15 p.m. the captain sent a call.", {"sent": "7.15 p.m."},
         set()),
        ("In 1612 the league closed the pass, and on 9 August of that year King Rex crossed it.",
         {"crossed": "9 August of that year"}, set()),
        # what was before, what lasts, what is only limited
        ("In 1988 floods destroyed the town, as she had foretold.", {"destroyed": "1988"},
         {"foretold"}),
        ("The ship was built in 1987 and belonged to a Greek.", {"built": "1987"}, {"belonged"}),
        ("It was the worst accident since 1974, when the ferry sank.", {}, {"sank"}),
        # a figure to compare with
        ("On Monday the bank reported a profit of $3 million, up from $2 million a year earlier.",
         {"reported": "Monday"}, set()),
        ("The talks were extended to 20 November.", {}, {"extended"}),
        ("The bridge was closed to traffic from 1 to 5 June.",
         {"closed": "from 1 to 5 June"}, set()),
        ("The vote was put off until Thursday.", {}, {"put"}),
        ("The trial was delayed until October 2009.", {}, {"delayed"}),
        # an infinitive and what leads to it
        ("Workers in Westport returned to work on Monday.", {"returned": "Monday"}, set()),
        ("They agreed to meet on Monday.", {"meet": "Monday"}, {"agreed"}),
        ("A jury found Drury guilty of bribery in December.", {"found": "December"}, set()),
        # headings
        ("14 June 2017: Police visit the scene and arrest two men.",
         {"visit": "14 June 2017", "arrest": "14 June 2017"}, set()),
        ("Nov 3, 2016: Rebels seize the port.", {"seize": "Nov 3, 2016"}, set()),
        ("| 3 May 2021 | Bombing of a school | 85 |", {"Bombing": "3 May 2021"}, set()),
    ],
)  # fmt: skip
def test_a_time_dates_what_it_hangs_on(
    models: Models, text: str, dated: dict[str, str], undated: set[str]
) -> None:
    found = _times(models, text)

    assert dated.items() <= found.items()
    assert not undated & found.keys()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("He was jailed on Monday.", Relation.WITHIN),
        ("He has been jailed since Monday.", Relation.BEGINS),
        ("She led the inquiry until 2017.", Relation.ENDS),
        ("They left before Monday.", Relation.BEFORE),
        ("It rained throughout 2017.", Relation.THROUGHOUT),
        ("They fought from 1994 to 1998.", Relation.THROUGHOUT),
    ],
)
def test_how_an_event_lies_to_its_time(models: Models, text: str, relation: Relation) -> None:
    assert {link.relation for link in _links(models, text).values()} == {relation}


@pytest.mark.parametrize(
    ("text", "trigger", "span"),
    [
        ("The king ruled until March.", "ruled", "../2024-03"),
        ("He lived in Paris until 1988.", "lived", "../1988"),
        ("Smith ran the company throughout 2023.", "ran", "2023-01/2023-12"),
        ("Workers picketed the gates from 3 to 5 May.", "picketed", "2024-05-03/2024-05-05"),
        ("The bank has owned the factory since 1999.", "owned", "1999/.."),
        ("The law takes effect from 1 November.", "takes", "2024-11-01/"),
        ("The factory will close by the end of the year.", "close", "[2024-10-29..2024-12-31]"),
    ],
)
def test_a_span_is_as_open_as_the_words_say(
    models: Models, text: str, trigger: str, span: str
) -> None:
    found = the(models, trigger, text).span

    assert found is not None
    assert write_edtf(found) == span


def test_a_day_dates_better_than_a_limit(models: Models) -> None:
    text = "The team won the title on Saturday for the first time since 1984."

    assert _times(models, text)["won"] == "Saturday"


def test_a_limit_inside_a_phrase_limits_what_is_above_it(models: Models) -> None:
    found = _links(models, "He resigned before Tuesday's vote.")

    assert found["resigned"].relation is Relation.BEFORE
    assert "vote" not in found


def test_a_time_taken_over_says_why(models: Models) -> None:
    found = _links(models, "Putin flew to Kazan on Tuesday and met Xi.")

    assert found["flew"].why == ""
    assert found["met"].why == "It shares the time of “flew”."


@pytest.mark.parametrize("text", ["", "2019", "2019: 2020: 2021", "on on Monday Monday , , :"])
def test_any_text_is_read(models: Models, text: str) -> None:
    assert len(link_times(read(models, text))) == len(read(models, text).sentences)


# --- times of another sentence ------------------------------------------------------------------


def test_a_story_in_the_past_goes_on_within_its_paragraph(models: Models) -> None:
    text = "Police arrested Smith on Monday. He confessed in the car."
    link = _links(models, text)["confessed"]

    assert (link.time.expression.range.cut(text), link.sentence) == ("Monday", 0)
    assert link.why == "The story goes on from “Monday”."


def test_a_time_of_another_sentence_is_never_certain(models: Models) -> None:
    text = "Police arrested Smith on 3 May 2024. The court jailed him in Leeds."

    assert the(models, "jailed", text).certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Smith on Monday.\n\nHe confessed in the car.",
        "Police arrested Smith on Monday. He has confessed.",
        "Police arrested Smith on Monday. He confessed when they showed him the knife.",
        "Police arrested Smith on Monday. He may have confessed.",
        "Police arrested Smith in 1998. He confessed in the car.",
        "Police have looked for Smith since Monday. He confessed in the car.",
    ],
)
def test_a_story_does_not_go_on(models: Models, text: str) -> None:
    assert "confessed" not in _links(models, text)


def test_a_noun_named_again_keeps_its_day(models: Models) -> None:
    text = "The ceremony on Friday was short.\n\nThe ministers have spoken of the ceremony."
    found = read(models, text)
    last = [word.form for word in found.sentences[-1].words].index("ceremony")

    assert link_times(found)[-1][last].time.expression.range.cut(text) == "Friday"
