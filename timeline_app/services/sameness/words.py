"""Words as they are compared: their stems, and what is a name or a number."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][a-z]+)?")
_CLITIC = re.compile(r"['’][a-z]+$")
_LEAST_STEM = 3
_ENDINGS = (
    "ational ization isation fulness ousness iveness ations ization ation ition ments ings edly "
    "ness ment ings ions ies ied ing ion ers ors ist ism ed er or ly es s e y"
).split()
_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done doing",
        "say": "said says saying",
        "die": "died dies dying dead death deaths",
        "win": "won wins winning winner winners victory",
        "kill": "killed kills killing killings killer",
        "buy": "bought buys buying",
        "sell": "sold sells selling sale sales",
        "shoot": "shot shots shoots shooting shootings",
        "strike": "struck strikes striking",
        "fall": "fell fallen falls falling",
        "rise": "rose risen rises rising",
        "take": "took taken takes taking",
        "give": "gave given gives giving",
        "go": "went gone goes going",
        "come": "came comes coming",
        "make": "made makes making",
        "get": "got gotten gets getting",
        "hold": "held holds holding",
        "meet": "met meets meeting meetings",
        "lose": "lost loses losing loss losses",
        "fight": "fought fights fighting",
        "lead": "led leads leading",
        "leave": "left leaves leaving",
        "begin": "began begun begins beginning",
        "break": "broke broken breaks breaking",
        "find": "found finds finding",
        "tell": "told tells telling",
        "think": "thought thinks thinking",
        "bring": "brought brings bringing",
        "catch": "caught catches catching",
        "send": "sent sends sending",
        "speak": "spoke spoken speaks speaking speech",
        "steal": "stole stolen steals stealing theft",
        "fly": "flew flown flies flying flight flights",
        "choose": "chose chosen chooses choice",
        "sink": "sank sunk sinks sinking",
        "see": "saw seen sees seeing",
        "sue": "sued sues suing suit lawsuit lawsuits",
        "hurt": "hurts hurting",
        "injure": "injured injures injury injuries",
        "arrest": "arrested arrests arresting",
        "attack": "attacked attacks attacking attackers",
    }.items()
    for form in (base, *forms.split())
}
FUNCTION_WORDS = frozenset(
    "a about above after again against all also am an and any are as at be been before being below "
    "between both but by can could did do does doing down during each few for from further had has "
    "have having he her here hers him his how i if in into is it its just me more most my no nor "
    "not now of off on once only or other our out over own s same she should so some such t than "
    "that the their them then there these they this those through to too under until up very was "
    "we were what when where which while who whom why will with would you your may might must "
    "shall upon within without since ago mr mrs ms said say says told according reported".split()
)


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, as they are written, without "'s"."""
    return [_CLITIC.sub("", word) for word in _WORD.findall(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: "acquired" and "acquires" are "acquir"."""
    lower = word.casefold()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not lower.isalpha():
        return lower
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= _LEAST_STEM:
            return _undoubled(lower[: -len(ending)])
    return lower


def stems_in(text: str) -> list[str]:
    """The stems of all words of a text that are not mere function words."""
    return [stem(word) for word in words_in(text) if word.casefold() not in FUNCTION_WORDS]


def names_in(text: str) -> frozenset[str]:
    """Stems of the words that begin with a capital, but for the first and function words."""
    words = words_in(text)
    capital = (word for word in words[1:] if word[:1].isupper())
    return frozenset(stem(word) for word in capital if word.casefold() not in FUNCTION_WORDS)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text that are written in figures."""
    return frozenset(word.replace(",", "") for word in words_in(text) if word[0].isdigit())


def _undoubled(stem: str) -> str:
    """Without one of two consonants at the end: that of "stopped" is "stop"."""
    is_doubled = len(stem) > _LEAST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"
    return stem[:-1] if is_doubled else stem
