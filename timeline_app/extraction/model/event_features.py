"""What a linear model looks at to tell whether a word stands for an event, and of which class."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.word_senses import WordSenses

_CANDIDATES = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_SUFFIXES = (2, 3, 4)
_CLUSTER_DEPTHS = {8: 0xFF, 12: 0xFFF, 16: 0xFFFF}  # bits of the path to a Brown cluster


def is_candidate(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word may stand for an event at all."""
    word = sentence.words[index]
    return word.upos in _CANDIDATES and len(word.form) > 1


def event_features(sentence: ParsedSentence, index: int, senses: WordSenses) -> Iterator[str]:
    """The names of the features of one word. Those of verbs and of nouns are kept apart."""
    word = sentence.words[index]
    group = word.upos
    yield f"is={group}"
    for feature in _plain_features(sentence, index, senses):
        yield f"{group}:{feature}"
    yield from (
        f"any:{feature}"
        for feature in senses.features_of(word.lemma, group)
        if not feature.startswith("wider")
    )


def _plain_features(sentence: ParsedSentence, index: int, senses: WordSenses) -> Iterator[str]:
    word = sentence.words[index]
    lemma = word.lemma.lower()
    yield f"lemma={lemma}"
    yield f"tag={word.xpos}"
    yield f"as={word.relation}"
    yield f"tag+as={word.xpos}+{word.relation}"
    for length in _SUFFIXES:
        yield f"ends={lemma[-length:]}"
    yield from senses.features_of(word.lemma, word.upos)
    yield from (f"cluster{depth}={word.cluster & mask}" for depth, mask in _CLUSTER_DEPTHS.items())
    if any(name.first <= index < name.last for name in sentence.names):
        yield "in-name"
    if word.form[:1].isupper():
        yield "capital" if index else "first-capital"
    yield from _head_features(sentence, index, senses)
    yield from _child_features(sentence, index, senses)
    yield from _neighbour_features(sentence, index)


def _head_features(sentence: ParsedSentence, index: int, senses: WordSenses) -> Iterator[str]:
    word = sentence.words[index]
    head = sentence.words[word.head]
    if word.head == index:
        return
    yield f"head={head.lemma.lower()}+{word.relation}"
    yield f"head-tag={head.upos}+{word.relation}"
    if field := senses.field_of(head.lemma, head.upos):
        yield f"head-{field}+{word.relation}"


def _child_features(sentence: ParsedSentence, index: int, senses: WordSenses) -> Iterator[str]:
    for child in sentence.children[index]:
        word = sentence.words[child]
        yield f"has={word.relation}"
        if word.upos in ("ADP", "AUX", "DET", "PART", "SCONJ", "PRON"):
            yield f"has={word.relation}+{word.lemma.lower()}"
        elif word.relation.startswith(("nmod", "compound", "amod", "obj", "nsubj", "obl")):
            yield f"has={word.relation}+{word.lemma.lower()}"
            if field := senses.field_of(word.lemma, word.upos):
                yield f"has={word.relation}+{field}"
        for below in sentence.children_by(child, "case"):
            yield f"has={word.relation}+{sentence.words[below].lemma.lower()}"


def _neighbour_features(sentence: ParsedSentence, index: int) -> Iterator[str]:
    words = sentence.words
    for distance in (-2, -1, 1, 2):
        place = index + distance
        near = words[place] if 0 <= place < len(words) else None
        yield f"{distance}={near.lemma.lower() if near else '-'}"
        yield f"{distance}t={near.xpos if near else '-'}"
