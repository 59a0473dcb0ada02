"""Verb words: how the verb of a title is put: "has sent" as "sent", "signed by" as "was signed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.extraction.events.titles.clauses import (
    Clause,
    clause_of,
    is_only_verb,
)
from timeline_app.extraction.events.titles.verb_parts import is_negation
from timeline_app.extraction.events.titles.wording import Piece, pieces_of
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord
from timeline_app.extraction.verb_forms import past_form, simple_past

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def verb_words(sentence: ParsedSentence, clause: Clause) -> Iterator[Piece]:
    """The verb of a clause, finite wherever it tells what was done."""
    words = [sentence.words[index] for index in clause.verb]
    predicate = sentence.words[clause.predicate]
    helpers = [word for word in words if word.main_relation in ("aux", "cop")]
    relation = predicate.main_relation
    if not helpers and _is_infinitive(sentence, clause.predicate):
        yield from _leading_verb(sentence, clause)
        yield Piece("to")
        yield from pieces_of(sentence, clause.verb, {})
    elif is_only_verb(sentence, clause.predicate):
        yield from pieces_of(sentence, clause.verb, {})
    elif not helpers and relation in ("acl", "advcl"):
        yield from _of_participle(sentence, clause, predicate)
    elif not helpers and relation == "conj" and _needs_helpers(clause, predicate):
        yield from pieces_of(sentence, _shared_helpers(sentence, clause), {})
        yield from pieces_of(sentence, clause.verb, {})
    elif _is_plain_perfect(sentence, clause, helpers):
        yield from _as_past(sentence, clause, helpers)
    else:
        yield from pieces_of(sentence, clause.verb, {})


def _is_infinitive(sentence: ParsedSentence, predicate: int) -> bool:
    """Whether it is a verb like those of "asked him to go" and of the headline "Smith to go"."""
    word = sentence.words[predicate]
    if word.xpos != "VB":
        return False
    marks = (sentence.words[child].lower for child in sentence.children_by(predicate, "mark"))
    is_headline = word.head == predicate and "to" in marks
    return is_headline or word.main_relation in ("xcomp", "acl")


def _leading_verb(sentence: ParsedSentence, clause: Clause) -> Iterator[Piece]:
    """The "agreed" of "they agreed to go": the verb above, where it has the same subject."""
    head = sentence.words[clause.predicate].head
    if sentence.words[clause.predicate].relation != "xcomp":
        return
    above = clause_of(sentence, head)
    if above.subject == clause.subject and sentence.words[head].upos == "VERB":
        yield from verb_words(sentence, above)


def _needs_helpers(clause: Clause, predicate: ParsedWord) -> bool:
    return clause.is_passive or predicate.xpos in ("VB", "VBN", "VBG")


def _shared_helpers(sentence: ParsedSentence, clause: Clause) -> list[int]:
    """The helping verbs of the verb that this one is joined to: "will sell and rent"."""
    word = sentence.words[clause.predicate]
    is_alike = clause.is_passive or sentence.words[word.head].xpos == word.xpos
    return sorted(sentence.children_by(word.head, "aux")) if is_alike else []


def _is_plain_perfect(
    sentence: ParsedSentence, clause: Clause, helpers: Sequence[ParsedWord]
) -> bool:
    words = (sentence.words[index] for index in clause.verb)
    if not helpers or any(map(is_negation, words)):
        return False
    if helpers[0].lower in ("'s", "’s") and len(helpers) == 1:
        return not clause.is_passive and sentence.words[clause.predicate].xpos in ("VBN", "VBD")
    if helpers[0].lemma != "have":
        return False
    return all(word.lemma in ("have", "be") for word in helpers)


def _as_past(
    sentence: ParsedSentence, clause: Clause, helpers: Sequence[ParsedWord]
) -> Iterator[Piece]:
    """The perfect as a past: "has sent" → "sent", "has been" → "was"."""
    is_singular = helpers[0].xpos == "VBZ" or not _is_plural(sentence, clause.subject)
    replaced = {}
    for index in clause.verb:
        word = sentence.words[index]
        if word in helpers:
            is_been = word is helpers[-1] and word.lemma == "be"
            replaced[index] = ("was" if is_singular else "were") if is_been else ""
        elif index == clause.predicate and len(helpers) == 1 and word.xpos in ("VBN", "VBD"):
            replaced[index] = past_form(word.lemma) or word.form
    yield from pieces_of(sentence, clause.verb, replaced)


def _of_participle(
    sentence: ParsedSentence, clause: Clause, predicate: ParsedWord
) -> Iterator[Piece]:
    """A participle as a finite verb: "founded by" → "was founded", "sending" → "sent"."""
    replaced = {}
    if clause.is_passive:
        yield Piece("were" if _is_plural(sentence, clause.subject) else "was")
    else:
        replaced[clause.predicate] = simple_past(predicate.lemma)
    yield from pieces_of(sentence, clause.verb, replaced)


def _is_plural(sentence: ParsedSentence, subject: int | None) -> bool:
    if subject is None:
        return False
    word = sentence.words[subject]
    return word.xpos in _PLURAL_TAGS or sentence.has_child(subject, "conj")
