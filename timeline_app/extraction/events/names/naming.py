"""Naming: which forms of a name go together, by their letters and words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from timeline_app.extraction.gazetteer import gender_of, is_place, name_words
from timeline_app.extraction.language import data_lines

_INITIALS = re.compile(r"\b(?:[A-Z]\. ?){2,}")
_SMALL = frozenset({"of", "and", "the", "for", "&", "in", "on"})


def tidy(form: str) -> str:
    """A name as it is usually set: single blanks, "U.S." for "U. S."."""
    joined = " ".join(form.split())
    return _INITIALS.sub(lambda found: _without_inner_blanks(found[0]), joined)


def _without_inner_blanks(initials: str) -> str:
    return initials.replace(" ", "") + " " * initials.endswith(" ")


def key_of(form: str) -> str:
    """The same for all spellings of a name: "U.S." and "US", "The Apple Inc." and "Apple"."""
    words = [key_word(word) for word in form.split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in name_words("company_form"):
        words.pop()
    key = " ".join(filter(None, words)) or form
    is_short = form.isupper() and len(key) <= 4
    return _aliases().get(key.upper() if is_short else key, key)


@cache
def _aliases() -> Mapping[str, str]:
    """The key of the usual name by the keys of its other forms; in capitals those of acronyms."""
    table = {}
    for line in data_lines("name_aliases.txt"):
        usual, others = line.split("|")
        for other in others.split(";"):
            table[other if other.isupper() else other.casefold()] = usual.casefold()
    return table


@cache
def usual_names() -> Mapping[str, str]:
    """The usual name by its key, of those that have other forms: "united states"."""
    names = (line.split("|")[0] for line in data_lines("name_aliases.txt"))
    return {name.casefold(): name for name in names}


def is_acronym(form: str) -> bool:
    """Whether a name is made of capitals like "NATO" or "U.N."."""
    letters = form.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def initials_of(name: str) -> frozenset[str]:
    """The acronyms of a name of several words, with and without its small words."""
    words = re.split(r"[\s-]+", name)
    large = [word for word in words if word[:1].isupper()]
    if len(large) < 2:
        return frozenset()
    every = [word for word in words if word[:1].isalpha()]
    without_form = [word for word in large if key_word(word) not in name_words("company_form")]
    return frozenset(
        "".join(word[0] for word in chosen).upper() for chosen in (large, every, without_form)
    )


def key_word(word: str) -> str:
    """A word of a name in lower case without dots."""
    return word.replace(".", "").strip(",").casefold()


def family_name(words: Sequence[str]) -> str:
    """The last word with the particles before it, without "Jr.": "da Silva"."""
    end = len(words)
    while end > 1 and key_word(words[end - 1]) in name_words("generation"):
        end -= 1
    start = end - 1
    while start > 1 and words[start - 1].lower() in name_words("particle"):
        start -= 1
    return " ".join(words[start:end])


def first_name_gender(words: Sequence[str]) -> str:
    """The gender that a first name tells, "" when it tells none."""
    genders = gender_of(words[0]) if len(words) > 1 else ""
    return genders if len(genders) == 1 else ""


def may_be_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names with one family name may be one person's: "J. Biden", "Joe Biden"."""
    first, second = key_word(one[0]), key_word(other[0])
    short, long = sorted((first, second), key=len)
    if long.startswith(short) and (len(short) == 1 or long == short):
        return True
    fewer, more = sorted(({*map(key_word, one)}, {*map(key_word, other)}), key=len)
    return fewer <= more


def may_be_short_for(short: str, long: str) -> bool:
    """Whether an organisation's name begins a longer one's: "Goldman", "Goldman Sachs"."""
    if is_place(short) or not key_of(long).startswith(key_of(short) + " "):
        return False
    return not (" " not in short and _is_generic(short.lower(), key_of(long).split()))


def _is_generic(word: str, words: Sequence[str]) -> bool:
    """Whether the first word of a name only tells the sort: "Bank of England"."""
    cues = name_words("organisation") | name_words("place_noun")
    return word in _SMALL or (word in cues and (words[1] in _SMALL or words[-1] in cues))
