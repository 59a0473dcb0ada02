"""Verb forms: which words can be which form of which verb, by tables and by spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache

from timeline_app.extraction.language import data_lines

_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # "stop": its last letter is doubled
_UNSEEN = 0.5  # of a verb that was never counted as one
_MOST_WORDS = 65_536  # remembered, of all texts


class Form(IntFlag):
    """The forms of an English verb; a spelling can stand for several."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


@dataclass(frozen=True, slots=True)
class VerbReading:
    """A word read as a verb.

    `lean` says how much the word is rather a verb (towards 1) than a noun or an adjective
    (towards 0), from how often each was counted.
    """

    lemma: str
    forms: Form
    lean: float


_Row = tuple[int, int, int]


@cache
def _verbs() -> Mapping[str, _Row]:
    rows: dict[str, _Row] = {}
    for line in data_lines("verbs.tsv"):
        lemma, verb, noun, adjective = line.split("\t")
        rows[lemma] = (int(verb), int(noun), int(adjective))
    return rows


@cache
def _irregular() -> Mapping[str, tuple[str, Form]]:
    """Irregular past forms and participles, with the verb they belong to."""
    table: dict[str, tuple[str, Form]] = {}
    for line in data_lines("irregular_verbs.txt"):
        lemma, pasts, participles = line.split()
        for form, words in ((Form.PAST, pasts), (Form.PARTICIPLE, participles)):
            for word in words.split("/"):
                known = table.get(word)
                both = form | known[1] if known and known[0] == lemma else form
                table[word] = (lemma, both)
    return table


@cache
def _irregular_lemmas() -> frozenset[str]:
    return frozenset(line.split()[0] for line in data_lines("irregular_verbs.txt"))


@lru_cache(maxsize=_MOST_WORDS)
def read_verb(word: str) -> VerbReading | None:
    """The reading of a lower-case word as a verb form, None when no verb has this form."""
    verbs = _verbs()
    forms = Form(0)
    lemma = ""
    if word in _irregular():
        lemma, forms = _irregular()[word]
    if word in verbs and (not forms or lemma == word):
        forms |= Form.BASE
        lemma = word
    if not forms:
        for candidate, form in _regular(word):
            if candidate in verbs:
                lemma, forms = candidate, form
                break
    if not forms:
        return None
    return VerbReading(lemma, forms, _lean(verbs.get(lemma, (1, 0, 0)), forms))


def _lean(row: _Row, forms: Form) -> float:
    """The share of the verb in what was counted; what the word is too, it was at least once."""
    verb, noun, adjective = (max(count, 0) for count in row)
    as_verb = verb + _UNSEEN
    as_noun, as_adjective = noun + (row[1] >= 0), adjective + (row[2] >= 0)
    if forms & Form.BASE:
        return as_verb / (as_verb + as_noun + as_adjective)
    if forms & Form.THIRD:
        return as_verb / (as_verb + as_noun)
    return 1.0


def _regular(word: str) -> Iterator[tuple[str, Form]]:
    if word.endswith("s") and not word.endswith("ss"):
        for lemma in _without_s(word):
            yield lemma, Form.THIRD
    elif word.endswith("ed"):
        for lemma in _without(word, 2):
            if lemma not in _irregular_lemmas():
                yield lemma, Form.PAST | Form.PARTICIPLE
    elif word.endswith("ing"):
        for lemma in _without(word, 3):
            yield lemma, Form.ING


def _without_s(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield word[:-3] + "y"


def _without(word: str, length: int) -> Iterator[str]:
    """Base forms that a suffix of this length can have been added to."""
    stem = word[:-length]
    if len(stem) < 2:
        return
    if stem[-1] == "y" and length == 3 and len(stem) == 2:
        yield stem[:-1] + "ie"
    doubled = stem[-1] == stem[-2] and stem[-1] not in "aeiousl"
    if doubled:
        yield stem[:-1]
    yield stem + "e"
    yield stem
    if stem[-1] in "iy" and length == 2:
        yield stem[:-1] + "y"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem[-1] == "k" and stem[-2] == "c":
        yield stem[:-1]


@cache
def _past_forms() -> Mapping[str, str]:
    return {
        lemma: pasts.split("/")[0]
        for lemma, pasts, _ in (line.split() for line in data_lines("irregular_verbs.txt"))
    }


def past_form(lemma: str) -> str:
    """The simple past of a verb that is irregular or irregularly spelled, "" for any other."""
    return _past_forms().get(lemma, "")


def simple_past(lemma: str) -> str:
    """The simple past of a verb by its base form: "held" of "hold", "stopped" of "stop".

    That of "be", which has two, is the singular.
    """
    if lemma == "be":
        return "was"
    if irregular := past_form(lemma):
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ied"
    doubled = lemma[-1:] if _SHORT_STEM.fullmatch(lemma) else ""
    return lemma + doubled + "ed"
