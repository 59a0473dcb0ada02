"""Titles: an event in the words of its source, as an entry of a chronology.

Subject, verb, object and what completes them stay; times, asides and "he said" go. Pronouns give
way to the names they stand for. A title has at most `LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extraction.events.titles.clauses import Clause, subject_of
from timeline_app.extraction.events.titles.phrases import phrase_of
from timeline_app.extraction.events.titles.verb_words import verb_words
from timeline_app.extraction.events.titles.wording import Piece, joined, pieces_of
from timeline_app.extraction.language import clause_words, event_words
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

LONGEST = 90
_LONG_SUBJECT = 45
_REMOVABLE = frozenset({"obl", "nmod", "acl", "advmod", "conj", "advcl", "xcomp", "ccomp"})
_NOT_TELLING = frozenset({"PUNCT", "PART", "DET", "ADV"})
_DANGLING = frozenset({"ADP", "CCONJ", "DET", "SCONJ", "PART", "PUNCT", "AUX"})


@dataclass(frozen=True, slots=True)
class Names:
    """What stands in a title for some words of a sentence: names for pronouns, "" for nothing.

    `full` serves where there is room, `short` where there is not.
    """

    full: Mapping[int, str]
    short: Mapping[int, str]


def clause_title(
    sentence: ParsedSentence, clause: Clause, names: Names, times: Collection[int] = frozenset()
) -> str:
    """The title of an event that a verb tells of; empty when there is no room for its core."""
    rest = _ordered_rest(sentence, clause)
    if _is_due(sentence, clause):
        due = _without_determiner(sentence, subject_of(sentence, clause, times))
        return _finished(_fitting(sentence, "", [*due, *rest], names.full))
    verb = joined(verb_words(sentence, clause))
    if clause.filler is not None:
        told = frozenset(sentence.subtree(clause.predicate))
        filler = phrase_of(sentence, clause.filler, times)
        rest = [*(i for i in filler if i not in told), *rest]
    _trim(sentence, rest)
    beginning = ""
    for subject in _subjects(sentence, clause, names, times):
        beginning = f"{subject} {verb}".strip()
        title = joined([Piece(beginning), *pieces_of(sentence, rest, names.full)])
        if len(title) <= LONGEST:
            return _finished(title)
    title = _fitting(sentence, beginning, rest, names.full)
    return _finished(title) if len(title) <= LONGEST else ""


def phrase_title(
    sentence: ParsedSentence, head: int, names: Names, times: Collection[int] = frozenset()
) -> str:
    """The title of an event that a noun names: "U.S. presidential election".

    Empty for a single word, which would tell nothing, unless it was told of before: "the vote".
    """
    words = list(phrase_of(sentence, head, times))
    while words and sentence.words[words[0]].upos in ("ADP", "SCONJ", "CCONJ", "PUNCT"):
        del words[0]
    telling = [i for i in words if sentence.words[i].upos not in _NOT_TELLING]
    if len(telling) > 1:
        words = _without_determiner(sentence, words)
    is_known = sentence.words[words[0]].lower in ("the", "this") if words else False
    if len(telling) < 2 and not is_known:
        return ""
    return _finished(_fitting(sentence, "", words, names.full))


def _is_due(sentence: ParsedSentence, clause: Clause) -> bool:
    """Whether the clause only says that its subject is to be: "a trial is scheduled"."""
    word = sentence.words[clause.predicate]
    is_now = any(sentence.words[i].lower in ("is", "are", "'s", "’s") for i in clause.verb)
    is_plan = word.lemma in event_words("slated") and clause.is_passive
    return is_plan and is_now and not sentence.has_child(clause.predicate, "xcomp", "ccomp")


def _without_determiner(sentence: ParsedSentence, words: list[int]) -> list[int]:
    return words[1:] if words and sentence.words[words[0]].upos == "DET" else words


# --- the subject --------------------------------------------------------------------------------


def _subjects(
    sentence: ParsedSentence, clause: Clause, names: Names, times: Collection[int]
) -> Iterator[str]:
    """Ways to write the subject, shorter and shorter."""
    if clause.subject is None:
        yield ""
        return
    words = subject_of(sentence, clause, times)
    if clause.owner is not None:
        owner = _written(sentence, phrase_of(sentence, clause.owner, times), names.full)
        noun = sentence.words[clause.subject].lower
        yield f"{owner} {noun}"
        return
    for replaced in (names.full, names.short):
        full = _written(sentence, words, replaced)
        yield full
    if len(full) > _LONG_SUBJECT:
        yield _written(sentence, _core(sentence, clause.subject, words), names.short)


def _core(sentence: ParsedSentence, head: int, words: Sequence[int]) -> list[int]:
    """A noun with only what stands before it."""
    return [i for i in words if i <= head or sentence.words[i].relation == "flat"]


# --- what follows the verb ----------------------------------------------------------------------


def _ordered_rest(sentence: ParsedSentence, clause: Clause) -> list[int]:
    """The words behind the verb; of those before it only a place, put behind the others."""
    behind = [i for i in clause.rest if i > clause.predicate and not _is_filler(sentence, i)]
    before = [i for i in clause.rest if i < clause.predicate]
    behind = _without_other_events(sentence, behind)
    return behind + _place_before(sentence, clause.predicate, before)


def _is_filler(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word, or the "about this" that it is in, tells a reader of the title nothing."""
    word = sentence.words[index]
    if word.relation == "advmod":
        return word.lower in clause_words("filler")
    top = word.head if word.relation == "case" else index
    return sentence.words[top].relation == "obl" and sentence.words[top].lower in ("this", "that")


def _without_other_events(sentence: ParsedSentence, words: list[int]) -> list[int]:
    """Leave out "after a fall", "amid protests", "according to the union"."""
    apart: set[int] = set()
    members = (i for i in words if sentence.words[i].relation.startswith(("obl", "nmod")))
    for child in members:
        cases = {sentence.words[below].lower for below in sentence.children_by(child, "case")}
        is_named_after = sentence.words[sentence.words[child].head].lemma == "name"
        if cases & clause_words("other_event") and not is_named_after:
            apart.update(sentence.subtree(child))
    return [index for index in words if index not in apart]


def _place_before(sentence: ParsedSentence, predicate: int, before: Collection[int]) -> list[int]:
    """The words of "In Paris," in front of a clause."""
    found: list[int] = []
    for child in sentence.children_by(predicate, "obl"):
        cases = {sentence.words[below].lower for below in sentence.children_by(child, "case")}
        is_named = any(
            name.kind == "LOC" and name.first <= child < name.last for name in sentence.names
        )
        if is_named and cases & clause_words("place"):
            found.extend(i for i in sentence.subtree(child) if i in before)
    return [i for i in found if sentence.words[i].upos != "PUNCT"]


# --- putting together ---------------------------------------------------------------------------


def _written(sentence: ParsedSentence, words: Sequence[int], replaced: Mapping[int, str]) -> str:
    return joined(pieces_of(sentence, words, replaced))


def _fitting(
    sentence: ParsedSentence, beginning: str, rest: Sequence[int], replaced: Mapping[int, str]
) -> str:
    """The beginning with as much of the rest as there is room for, cut where a phrase ends."""
    kept = list(rest[: LONGEST // 2])  # more words than this have no room in any title
    while True:
        _trim(sentence, kept)
        title = joined([Piece(beginning), *pieces_of(sentence, kept, replaced)])
        if len(title) <= LONGEST or not kept:
            return title
        _cut_last_phrase(sentence, kept)


def _cut_last_phrase(sentence: ParsedSentence, kept: list[int]) -> None:
    """Drop the smallest phrase that the last word closes."""
    last = kept[-1]
    places = set(kept)
    head = last
    while sentence.words[head].main_relation not in _REMOVABLE:
        above = sentence.words[head].head
        if above not in places or above == head:
            break
        head = above
    phrase = set(sentence.subtree(head))
    if last not in phrase or head == kept[0]:
        phrase = {last}
    kept[:] = [i for i in kept if i not in phrase]


def _trim(sentence: ParsedSentence, kept: list[int]) -> None:
    while kept and _dangles(sentence.words[kept[-1]]):
        kept.pop()


def _dangles(word: ParsedWord) -> bool:
    """Whether a last word only makes sense with what would follow it."""
    if word.relation == "compound:prt" or word.form in ("%", "$"):
        return False
    return word.upos in _DANGLING or word.form == ","


def _finished(title: str) -> str:
    title = _SPLIT_NUMBER.sub(",", title.lstrip("#*>• ").strip(" ,;:-–—!?"))
    title = _SPLIT_INITIALS.sub(r"\1.", title)
    if title.endswith(".") and not _ABBREVIATION.search(title):
        title = title[:-1]
    return title[:1].upper() + title[1:]


_SPLIT_NUMBER = re.compile(r"(?<=\d), (?=\d{3}\b)")
_SPLIT_INITIALS = re.compile(r"\b([A-Z])\. (?=[A-Z]\.)")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St))\.$")
