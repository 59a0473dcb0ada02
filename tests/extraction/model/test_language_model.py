"""The shipped model: what it gives, and what happens when its files are not as shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from timeline_app.domain import TextRange, UserError
from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.files import model_folder
from timeline_app.extraction.model.language_model import PIPELINE_FILE, LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.sentences import split_sentences
from timeline_app.resources import seeds_path

_TALKS = "Last week, Vladimir Putin met leaders from China and India in Kazan."


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


@pytest.fixture(scope="module")
def tagger() -> EventTagger:
    return EventTagger.load()


def _read(model: LanguageModel, text: str) -> list[ParsedSentence]:
    return model.read(text, split_sentences(text, [TextRange(0, len(text))]))


def test_words_have_tags_lemmas_and_heads(model: LanguageModel) -> None:
    (sentence,) = _read(model, _TALKS)
    met = next(word for word in sentence.words if word.form == "met")
    putin = next(word for word in sentence.words if word.form == "Vladimir")

    assert (met.upos, met.xpos, met.lemma, met.relation) == ("VERB", "VBD", "meet", "root")
    assert met.has("Tense=Past")
    assert sentence.words[putin.head] is met
    assert putin.relation == "nsubj"


def test_names_have_their_exact_place(model: LanguageModel) -> None:
    (sentence,) = _read(model, _TALKS)
    names = {(_TALKS[name.range.start : name.range.end], name.kind) for name in sentence.names}

    assert names == {
        ("Vladimir Putin", "PER"), ("China", "LOC"), ("India", "LOC"), ("Kazan", "LOC")
    }  # fmt: skip


def test_the_gazetteer_knows_lands_and_demonyms(model: LanguageModel) -> None:
    text = "He asked North Korea for ammunition, and North Korean troops came."
    (sentence,) = _read(model, text)
    names = [(text[name.range.start : name.range.end], name.kind) for name in sentence.names]

    assert names == [("North Korea", "LOC")]


def test_every_range_covers_its_form(model: LanguageModel) -> None:
    for path in sorted(seeds_path().glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        words = [word for sentence in _read(model, text) for word in sentence.words]
        assert words
        assert all(word.range.cut(text).replace(" ", "") == word.form for word in words)
        assert [word.range.start for word in words] == sorted(word.range.start for word in words)


def test_a_wrapped_line_and_blanks_are_no_words(model: LanguageModel) -> None:
    text = "The  king\nof Norway \t died."
    (sentence,) = _read(model, text)

    assert [word.form for word in sentence.words] == ["The", "king", "of", "Norway", "died", "."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "...",
        "\U0001f389 \U0001f469\u200d\U0001f467",
        "a" * 5_000,
        "EVERYONE LEFT AT ONCE",
        "def f(x): return x**2",
        "战争 war 戦争",
        "\u200b",
        "word " * 2_000,
    ],
)
def test_any_text_can_be_read(model: LanguageModel, tagger: EventTagger, text: str) -> None:
    sentences = _read(model, text)
    assert len(tagger.events_in(sentences)) == len(sentences)
    assert all(sentence.words for sentence in sentences)


def test_words_with_a_prefix_are_one_word(model: LanguageModel) -> None:
    (sentence,) = _read(model, "The pro-Beijing mayor was re-elected by well-known people.")

    forms = [word.form for word in sentence.words]
    assert {"pro-Beijing", "re-elected", "well", "-", "known"} <= set(forms)


def test_events_are_verbs_and_some_nouns(model: LanguageModel, tagger: EventTagger) -> None:
    (sentence,) = _read(model, "The army attacked the town after the election, officials said.")
    (found,) = tagger.events_in([sentence])
    events = {sentence.words[event.word].form: event for event in found}

    assert set(events) == {"attacked", "election", "said"}
    assert events["said"].event_class == "REPORTING"
    assert events["attacked"].form.tense == "PAST"


def test_a_missing_model_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="language model is missing"):
        LanguageModel.load(tmp_path)


def test_a_damaged_model_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(model_folder(), folder)
    content = bytearray((folder / PIPELINE_FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / PIPELINE_FILE).write_bytes(bytes(content))

    with pytest.raises(UserError, match="language model is damaged"):
        LanguageModel.load(folder)


def test_a_model_without_its_manifest_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(model_folder(), folder)
    (folder / "manifest.json").write_text("{", encoding="utf-8")

    with pytest.raises(UserError, match="language model is missing"):
        EventTagger.load(folder)


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in model_folder().iterdir()) < 25_000_000


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They sent 10, 000 troops.", ["They", "sent", "10,000", "troops", "."]),
        ("It cost 1, 250, 000 euros.", ["It", "cost", "1,250,000", "euros", "."]),
        ("Rooms 10, 200 and 300 burned.", ["Rooms", "10", ",", "200", "and", "300", "burned", "."]),
        ("The U. S. voted.", ["The", "U.S.", "voted", "."]),
    ],
)
def test_torn_numbers_and_abbreviations_are_one_word(
    model: LanguageModel, text: str, forms: list[str]
) -> None:
    (sentence,) = model.read(text, [TextRange(0, len(text))])

    assert [word.form for word in sentence.words] == forms


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left.[12]", ["He left ."]),
        ("The Battle of Hastings[Note 1] began.", ["The Battle of Hastings began ."]),
        ("Police fired 😱🔥 Two men died 🙏", ["Police fired", "Two men died"]),
        ("| Raid on a school | 85 |", ["|", "Raid on a school |", "85 |"]),
        ("Raid on a school\t85", ["Raid on a school", "85"]),
        ("3 May 2021 | Raid on a school", ["3 May 2021 | Raid on a school"]),
    ],
)
def test_emoji_and_cells_part_sentences_and_references_do_not(
    model: LanguageModel, text: str, sentences: list[str]
) -> None:
    read = model.read(text, [TextRange(0, len(text))])

    assert [" ".join(word.form for word in each.words) for each in read] == sentences


def test_a_clitic_before_a_participle_is_of_have(model: LanguageModel) -> None:
    (sentence,) = _read(model, "He’s asked Iran for help.")

    assert [word.lemma for word in sentence.words if word.form == "’s"] == ["have"]


@pytest.mark.parametrize(
    "text",
    [
        "Apple Computer today launched a new version of its phone.",
        "Garuda Indonesia Flight 200 overran the runway.",
        "It passed its rival to become the No. 1 seller.",
    ],
)
def test_no_sentence_is_parted_amid_its_words(model: LanguageModel, text: str) -> None:
    assert len(model.read(text, [TextRange(0, len(text))])) == 1
