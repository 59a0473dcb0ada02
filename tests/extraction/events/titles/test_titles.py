"""Titles: an event in the words of its source, as an entry of a chronology."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import proposals, the, titles
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.events.titles.titles import LONGEST

_CASES = [
    # what is told in the perfect, or passing, is told as past
    ("sent", "North Korea has sent about 10, 000 troops to Russia to train and fight in Ukraine.",
     "North Korea sent about 10,000 troops to Russia"),
    ("fled", "Hundreds of thousands of people have fled their homes.",
     "Hundreds of thousands of people fled their homes"),
    ("called", "The strike, which began on Monday, has been called off.",
     "The strike was called off"),
    ("asked", "Putin’s also asked Iran for help.", "Putin asked Iran for help"),
    ("founded", "Acme, founded in 1987, bought its rival Beta for $3 billion.",
     "Acme was founded"),
    ("signed", "The deal, signed by the two presidents in Vienna in 2015, was abandoned.",
     "The deal was signed by the two presidents in Vienna"),
    # clauses beside a noun
    ("killed", "The man who killed Smith in 1998 was freed.", "The man killed Smith"),
    ("freed", "The man who killed Smith in 1998 was freed.", "The man was freed"),
    ("built", "The bridge that engineers built in 1931 collapsed.",
     "Engineers built the bridge"),
    ("led", "Ms. Jones, a former prosecutor who led the inquiry until 2017, resigned.",
     "Jones led the inquiry"),
    # what the trees get wrong
    ("destroyed", "In 1988 floods destroyed the town of Abari.",
     "Floods destroyed the town of Abari"),
    ("reached", "The container ship Halcyon Dawn reached Rotterdam last Wednesday.",
     "The container ship Halcyon Dawn reached Rotterdam"),
    ("died", ("Ada Fenwick, who designed the library in Hull and changed how Britain thought about "
     "public buildings, died on October 29."), "Ada Fenwick died"),
    ("closed", "The firm, which makes pumps, closed on Friday.", "The firm closed"),
    ("sold", "Prices fell after traders sold.", "Traders sold"),
    ("protested", "In Madrid, thousands protested against the reform on 12 May 2023.",
     "Thousands protested against the reform"),
    ("swept", "A school that had been closed since Friday was swept away.",
     "A school was swept away"),
    ("hit", "Ukraine war: Russian missiles hit Kyiv", "Russian missiles hit Kyiv"),
    ("attacked", "Austria-Hungary attacked Serbia in 1914.", "Austria-Hungary attacked Serbia"),
    ("declares", "28 July 1914: Austria-Hungary declares war on Serbia",
     "Austria-Hungary declares war on Serbia"),
    ("signed", "11/11/1918 Armistice signed at Compiègne",
     "Armistice signed at Compiègne"),
    # what surrounds a clause goes, and capitals stay what they are
    ("sank", "The ship sank!!", "The ship sank"),
    ("approved", "Parliament approved the bid https://example.org/bid on Monday.",
     "Parliament approved the bid"),
    ("Born", "Born in Warsaw, Marie Curie moved to Paris.", "Marie Curie was born in Warsaw"),
    ("SIGNED", "THE KING SIGNED A NEW TRADE LAW ON FRIDAY.", "THE KING SIGNED A NEW TRADE LAW"),
    ("lost", ("About an hour later the ship lost power, and at 7.15 p.m. the captain, Rafael "
     "Sousa, sent a distress call."), "The ship lost power"),
    ("sent", ("About an hour later the ship lost power, and at 7.15 p.m. the captain, Rafael "
     "Sousa, sent a distress call."), "Rafael Sousa sent a distress call"),
    ("sentenced", ("On Friday in Pakistan, Mohammed Waseem, brother of social media personality "
     "and feminist Qandeel Baloch, was sentenced to life in prison."),
     "Mohammed Waseem was sentenced to life in prison"),
    ("blamed", "On Saturday Albania's Interior Ministry blamed Iranian actors for an attack.",
     "Albania's Interior Ministry blamed Iranian actors for an attack"),
    ("decided", ("The Greens decided not to join a coalition and the Farmers' Party and the "
     "Liberals signed a pact in May."), "Greens decided not to join a coalition"),
    ("signed", ("Workers in Westport returned to work after the union and the port authority "
     "signed an agreement on wages."),
     "The union and the port authority signed an agreement on wages"),
    ("jailed", "Paul Deane was found guilty of burglary in 2011 and jailed for three years.",
     "Paul Deane was jailed for three years"),
    # what is left out, or told ahead
    ("fell", "Revenue rose 12% in 2016, but Nordvik's fell 5% in 2017.",
     "Nordvik's revenue fell 5%"),
    ("quit", "Minister to quit over border deal.", "Minister to quit over border deal"),
    ("set", "They agreed to set up a fund in May.", "They agreed to set up a fund"),
    # asides, ages, times and offices go
    ("bought", "Acme, founded in 1987, bought its rival Beta for $3 billion, the company said.",
     "Acme bought its rival Beta for $3 billion"),
    ("sentenced", "Smith, 44, was sentenced to life in prison on Friday.",
     "Smith was sentenced to life in prison"),
    ("passed", "Senators passed a two-year, $1.2 trillion bill on Tuesday.",
     "Senators passed a two-year $1.2 trillion bill"),
    ("captured", "Meanwhile, Russia also captured the village of Tsukuryne on Friday.",
     "Russia captured the village of Tsukuryne"),
    # what completes a verb stays
    ("ordered", "The court ordered Google to pay a fine of 50 million euros.",
     "The court ordered Google to pay a fine of 50 million euros"),
    ("voted", "The U.N. Security Council voted 14-0 to impose sanctions on North Korea.",
     "The U.N. Security Council voted 14-0 to impose sanctions on North Korea"),
    ("arrested", "Police arrested four people suspected of planning attacks.",
     "Police arrested four people suspected of planning attacks"),
    ("charged", "Two men were charged on Monday with robbing a jewellery shop in Harrow.",
     "Two men were charged with robbing a jewellery shop in Harrow"),
    ("opened", "The trial of a doctor accused of poisoning two patients opened in Graz.",
     "The trial of a doctor accused of poisoning two patients opened in Graz"),
    ("named", "A street in Leeds was named after Ada Fenwick in 1985.",
     "A street in Leeds was named after Ada Fenwick"),
    ("confirmed", "Mark Rutte confirmed that North Korean units are already in Kursk.",
     "Mark Rutte confirmed that North Korean units are in Kursk"),
    ("closed", "The bridge is due to be closed for repairs in autumn 2025.",
     "The bridge is due to be closed for repairs"),
    # joined verbs share subject and helping verbs
    ("left", "Jones became chief executive in 2010 and left the firm two years later.",
     "Jones left the firm"),
    ("charged", "Four men were arrested and charged with murder on Monday.",
     "Four men were charged with murder"),
    ("limit", "Germany won’t limit the use of the weapons.",
     "Germany will not limit the use of the weapons"),
    # nouns
    ("election", "The U.S. presidential election next week could bring more bad news.",
     "U.S. presidential election"),
    ("explosion", "There was an explosion at the plant on Monday.", "Explosion at the plant"),
]  # fmt: skip


@pytest.mark.parametrize(("trigger", "text", "title"), _CASES)
def test_a_title_holds_who_did_what(models: Models, trigger: str, text: str, title: str) -> None:
    assert the(models, trigger, text).title == title


def test_a_pronoun_gives_way_to_the_name(models: Models) -> None:
    text = "Russian President Vladimir Putin met Xi. He held a summit with leaders from China."

    assert "Putin held a summit with leaders from China" in titles(models, text)


def test_a_long_title_is_cut_where_a_phrase_ends(models: Models) -> None:
    text = (
        "The parliament approved a law on the protection of forests in the northern provinces "
        "after a long debate about the rights of farmers with land near the rivers of the region "
        "in a session that lasted until the early hours."
    )
    (approved,) = (each for each in proposals(models, text) if each.trigger.cut(text) == "approved")

    assert len(approved.title) <= LONGEST
    assert approved.title.startswith("The parliament approved a law on the protection of forests")
    assert not approved.title.endswith((" of", " in", " the", " a"))
