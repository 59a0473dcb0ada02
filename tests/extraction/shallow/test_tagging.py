from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import tagged, whole, words
from timeline_app.extraction.shallow.tagging import tag_sentence
from timeline_app.extraction.shallow.tags import Tag
from timeline_app.extraction.shallow.tokens import tokenise


def tag_of(word: str, text: str) -> Tag:
    sentence = tagged(text)
    return next(
        tag for token, tag in zip(sentence.tokens, sentence.tags, strict=True) if token.form == word
    )


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("talks", "Peace talks failed in Geneva.", Tag.NOUN),
        ("attack", "They will attack the town.", Tag.BASE),
        ("attack", "The attack on the town failed.", Tag.NOUN),
        ("arrested", "The man arrested on Monday was released.", Tag.PARTICIPLE),
        ("arrested", "Police arrested the man.", Tag.FINITE),
        ("found", "A rifle found near the house was his.", Tag.PARTICIPLE),
        ("sent", "North Korea has sent troops.", Tag.PARTICIPLE),
        ("says", "Rutte says it is dangerous.", Tag.FINITE),
        ("to", "He went to London.", Tag.PREPOSITION),
        ("to", "He wants to leave.", Tag.TO),
        ("’s", "He’s also asked Iran for help.", Tag.HAVE),
        ("’s", "He’s going to Iran.", Tag.BE),
        ("’s", "Ukraine’s army left.", Tag.GENITIVE),
        ("since", "It is the biggest war since 1945.", Tag.PREPOSITION),
        ("since", "They have left since the war began.", Tag.SUBORDINATOR),
        ("about", "It sent about 10,000 troops.", Tag.ADVERB),
        ("about", "They spoke about the war.", Tag.PREPOSITION),
        ("Troops", "Troops entered the town.", Tag.NOUN),
        ("Putin", "Putin entered the town.", Tag.NAME),
        ("that", "He said that it rained.", Tag.THAT),
        ("fight", "They came to train and fight there.", Tag.BASE),
        ("held", "A closely held firm failed.", Tag.ADJECTIVE),
    ],
)
def test_words_are_told_by_their_neighbours(word: str, text: str, expected: Tag) -> None:
    assert tag_of(word, text) is expected


def test_tokens_of_time_expressions_are_marked() -> None:
    text = "He left on Monday."
    tags = tag_sentence(tokenise(text, whole(text)), frozenset({3}))
    assert tags[3] is Tag.TIME


@given(st.lists(st.sampled_from("he said to the that ’s Putin held and , . 10 since by a".split())))
def test_any_row_of_words_gets_one_tag_each(words: list[str]) -> None:
    text = " ".join(words)
    sentence = tagged(text)
    assert len(sentence.tags) == len(sentence.tokens)


def test_first_behind_an_article_belongs_to_the_noun() -> None:
    sentence = tagged("The first attack came.")
    assert words(sentence, sentence.noun_phrases[0]) == "The first attack"
