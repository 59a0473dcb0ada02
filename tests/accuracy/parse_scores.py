"""Scores tags, trees and names on text as it is written, words and sentences found by ourselves.

A word counts where one of the gold has the same characters; "las" asks for the same head and
relation besides, as the scorer of the CoNLL 2018 shared task does (relations with subtypes).
A name counts where its extent and kind are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from timeline_app.domain import TextRange
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.training.conllu import Sentence
from timeline_app.extraction.training.texts import NamedSentence

TREE_MEASURES = ("words", "upos", "xpos", "lemma", "uas", "las", "sentences")
_Facts = dict[str, object]


@dataclass
class Tally:
    """What was right, what was found and what there was to find, by measure."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, measure: str) -> float:
        """F1 in percent; 0 where nothing was right."""
        total = self.found[measure] + self.gold[measure]
        return 200 * self.right[measure] / total if total else 0.0


def score_trees(model: LanguageModel, sentences: Iterable[Sentence]) -> Tally:
    """Tags, lemmas and trees of whole documents against a treebank."""
    tally = Tally()
    for _, group in groupby(sentences, lambda sentence: sentence.document):
        document = list(group)
        text, gold = _gold_trees(document)
        found = dict(_found_trees(_read(model, text)))
        for side, words in ((tally.gold, gold), (tally.found, found)):
            for facts in words.values():
                side.update(facts.keys())
        for place in gold.keys() & found.keys():
            tally.right.update(
                name for name in gold[place].keys() & found[place].keys()
                if gold[place][name] == found[place][name]
            )  # fmt: skip
    return tally


def _read(model: LanguageModel, text: str) -> list[ParsedSentence]:
    return model.read(text, split_sentences(text, [TextRange(0, len(text))]))


def _gold_trees(document: Sequence[Sentence]) -> tuple[str, dict[TextRange, _Facts]]:
    text = ""
    trees: dict[TextRange, _Facts] = {}
    for sentence in document:
        places = []
        for word in sentence.words:
            places.append(TextRange(len(text), len(text) + len(word.form)))
            text += word.form + (" " if word.is_followed_by_blank else "")
        for place, word in zip(places, sentence.words, strict=True):
            head = places[word.head]
            trees[place] = _facts(
                place, head, word.upos, word.xpos, word.lemma, word.relation
            )  # fmt: skip
        text = text if text.endswith(" ") else text + " "
        trees[places[0]]["sentences"] = True
    return text, trees


def _facts(
    place: TextRange, head: TextRange, upos: str, xpos: str, lemma: str, relation: str
) -> _Facts:
    head = TextRange(0, 0) if head == place else head
    return {
        "words": True,
        "upos": upos,
        "xpos": xpos,
        "lemma": lemma.lower(),
        "uas": head,
        "las": (head, relation),
    }


def _found_trees(sentences: Iterable[ParsedSentence]) -> Iterator[tuple[TextRange, _Facts]]:
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            head = sentence.words[word.head].range
            facts = _facts(word.range, head, word.upos, word.xpos, word.lemma, word.relation)
            yield word.range, facts | ({"sentences": True} if index == 0 else {})


def score_names(model: LanguageModel, sentences: Iterable[NamedSentence]) -> Tally:
    """Names of whole documents; the measures are "names" and each kind."""
    tally = Tally()
    for _, group in groupby(sentences, lambda sentence: sentence.document):
        text, gold = _gold_names(list(group))
        found = {
            (name.range.start, name.range.end, name.kind)
            for sentence in _read(model, text)
            for name in sentence.names
        }
        for counter, names in (
            (tally.gold, gold),
            (tally.found, found),
            (tally.right, gold & found),
        ):
            counter.update(kind for name in names for kind in ("names", name[2]))
    return tally


def _gold_names(document: Sequence[NamedSentence]) -> tuple[str, set[tuple[int, int, str]]]:
    text = ""
    names: set[tuple[int, int, str]] = set()
    for sentence in document:
        places = []
        for word, blank in zip(sentence.words, sentence.blanks, strict=True):
            places.append((len(text), len(text) + len(word)))
            text += word + (" " if blank else "")
        names |= {(places[n.start][0], places[n.end - 1][1], n.kind) for n in sentence.names}
        text = text if text.endswith(" ") else text + " "
    return text, names
