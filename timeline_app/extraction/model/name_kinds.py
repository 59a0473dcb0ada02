"""Kinds of names: what all the mentions of a name in a text tell of it.

The network sees few words around a name. Here "in X", "X, who …" and "the shares of X" count too,
and what one sentence tells of a name holds for the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_app.domain import TextRange
from timeline_app.extraction.gazetteer import (
    gender_of,
    is_organisation,
    is_place,
    is_town,
    name_words,
)
from timeline_app.extraction.model.parsed import ParsedName, ParsedSentence

_READ = 1.0  # for what the network takes a mention for
_READ_AGAIN = 0.5  # it errs alike again
_HINT = 0.7
_CLUE = 1.5
_STRONG_CLUE = 2.0
_PROOF = 6.0
_LOCAL = frozenset({"at", "near", "across", "outside", "inside", "throughout", "around"})
_TO_OR_FROM = frozenset({"to", "from", "into", "through", "toward", "towards"})
_MOTIONS = frozenset("go travel fly come arrive return flee move drive walk sail".split())
_THOUGHTS = frozenset("say think believe feel marry die smile laugh walk".split())
_BEFORE_SENTENCES = frozenset('."“”:;-–—')
_LONGEST_PERSON = 4  # words
_Clue = tuple[str, float]  # PER, ORG or LOC, and how much it weighs


class _Vote:
    """What speaks for each kind of one name."""

    def __init__(self, clues: Iterable[_Clue]) -> None:
        self._weights: defaultdict[str, float] = defaultdict(float)
        self._was_read: set[str] = set()
        self.add(clues)

    def add(self, clues: Iterable[_Clue]) -> None:
        """Count clues in."""
        for kind, weight in clues:
            self._weights[kind] += weight

    def read(self, kind: str) -> None:
        """Count in what the network takes a mention for."""
        self._weights[kind] += _READ_AGAIN if kind in self._was_read else _READ
        self._was_read.add(kind)

    @property
    def winner(self) -> str:
        """The kind that most speaks for."""
        return max(self._weights, key=self._weights.__getitem__)


def with_kinds(sentences: Sequence[ParsedSentence]) -> list[ParsedSentence]:
    """The sentences of a text, each name in them of the kind that its mentions speak for."""
    votes: dict[str, _Vote] = {}
    for sentence in sentences:
        for name in sentence.names:
            form = _form(sentence, name)
            vote = votes.get(form) or votes.setdefault(form, _Vote(_in_words(form)))
            vote.read(name.kind)
            vote.add(_beside(sentence, name))
            vote.add(_in_tree(sentence, name))
    kinds = {form: vote.winner for form, vote in votes.items()}
    return [
        replace(sentence, names=tuple(_kept(sentence, name, kinds) for name in sentence.names))
        if sentence.names
        else sentence
        for sentence in sentences
    ]


def _kept(sentence: ParsedSentence, name: ParsedName, kinds: dict[str, str]) -> ParsedName:
    kind = kinds[_form(sentence, name)]
    first = name.first - (kind == "ORG" and _has_article(sentence, name))
    place = TextRange(sentence.words[first].range.start, name.range.end)
    return ParsedName(place, first, name.last, kind)


def _has_article(sentence: ParsedSentence, name: ParsedName) -> bool:
    """Whether the article is part of a name: "he told The New York Times"."""
    before = [word.form for word in sentence.words[max(0, name.first - 2) : name.first]]
    return before[1:] == ["The"] and before[0] not in _BEFORE_SENTENCES


def _form(sentence: ParsedSentence, name: ParsedName) -> str:
    return " ".join(word.form for word in sentence.words[name.first : name.last])


def _in_words(form: str) -> Iterator[_Clue]:
    """What the words of a name tell."""
    words = form.replace(" .", ".").split()
    last = words[-1].lower()
    is_long = len(words) > 1
    has_form = is_long and last.strip(".") in name_words("company_form")
    if is_place(form.replace(". ", ".")):
        yield "LOC", _PROOF
    elif is_organisation(form) or has_form:
        yield "ORG", _PROOF
    elif last in name_words("organisation"):
        yield "ORG", _CLUE if is_long else _HINT
    elif is_town(form) or (is_long and last in name_words("place_noun")):
        yield "LOC", _CLUE
    elif is_long and len(words) <= _LONGEST_PERSON and gender_of(words[0]):
        yield "PER", _HINT


def _beside(sentence: ParsedSentence, name: ParsedName) -> Iterator[_Clue]:
    """What stands before and behind a name."""
    words = sentence.words
    before = words[name.first - 1].lower if name.first else ""
    above = words[name.first - 2].lower if before == "of" and name.first > 1 else ""
    behind = [word.lower for word in words[name.last : name.last + 3]]
    if before in name_words("male_title") | name_words("female_title") | name_words("office"):
        yield "PER", _CLUE
    if behind[:1] == ["who"] or behind[:2] == [",", "who"]:
        yield "PER", _CLUE
    if behind[:2] == [",", "where"]:
        yield "LOC", _CLUE
    if behind[:1] and behind[0] in name_words("place_noun"):
        yield "LOC", _HINT
    if above in name_words("place_noun") | name_words("office_of_place"):
        yield "LOC", _CLUE


def _in_tree(sentence: ParsedSentence, name: ParsedName) -> Iterator[_Clue]:
    """What a name depends on, and by what."""
    words = sentence.words
    top = sentence.top_of(name.first, name.last)
    head, relation = words[words[top].head], words[top].main_relation
    cases = {words[child].lower for child in sentence.children_by(top, "case")}
    has_article = name.first > 0 and words[name.first - 1].lower == "the"
    if relation in ("obl", "nmod") and not has_article and words[top].relation != "nmod:poss":
        if "in" in cases:
            yield "LOC", _weight_of_in(name)
        elif cases & _LOCAL or (cases & _TO_OR_FROM and head.lemma in _MOTIONS):
            yield "LOC", _HINT
    if head.lower in name_words("business_noun") and relation in ("nmod", "compound"):
        yield "ORG", _CLUE
    if relation == "nsubj" and _has_business(sentence, words[top].head):
        yield "ORG", _CLUE
    if relation == "nsubj" and head.lemma in _THOUGHTS:
        yield "PER", _HINT


def _weight_of_in(name: ParsedName) -> float:
    """How much "in" tells: nobody is in a person, but some are in an organisation."""
    if name.kind == "ORG":
        return _CLUE if name.last - name.first == 1 else _HINT
    return _STRONG_CLUE


def _has_business(sentence: ParsedSentence, verb: int) -> bool:
    """Whether what a verb has for its object is a company's: "reported a loss"."""
    objects = sentence.children_by(verb, "obj")
    return any(sentence.words[each].lower in name_words("business_noun") for each in objects)
