"""Rewrites a row of typed tokens, layer by layer, into meanings.

A rule is a regular expression over type letters and a function that builds a value from the
tokens it covers. Each layer reads the row once from left to right; what a rule accepts becomes
one token for the next layer, so meanings are composed of meanings. Patterns have no nested
repetition, so that the work grows with the length of the row.

The letters of tokens (capitals mostly name things, small letters function words):

    M month   W weekday   w weekday, short   P weekdays, plural   S season
    U unit    V units     Z part of the day  X festival           Y era      K decade
    d 1 to 31 n number    y year             N numeral  % hundred O ordinal  2 "second"
    I full date           G two numbers with a slash              C clock    p a.m.  z zone
    t the  a a   i this   h that   m same    e each    l last     x next     v previous
    f following  c current  u recent  E early  A beginning, end   H half     F fiscal
    5 past       3 period 7 ended  4 future  9 time, date         _ from now
    k earlier    r later  g ago    b before  q after   T today    R since    * finished
    8 quarter number       6 half number
    j of   J in  o from   B between  > to    & and     | or       ~ several  + about
    = more ? or so        ! BC     0 old     ' possessive         , - – as they are
    . other words         (space) end of a clause

What the layers build: L length of time, D day, Q longer stretch, C time of day, @ part of a
day, * finished: nothing more is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.extraction.expressions.figures import OTHER
from timeline_app.extraction.expressions.nature import letter_of
from timeline_app.extraction.expressions.tokens import BREAK, Token


class Match:
    """The tokens that a rule covers, found by their letters."""

    __slots__ = ("codes", "tokens")

    def __init__(self, codes: str, tokens: Sequence[Token]) -> None:
        self.codes = codes
        self.tokens = tokens

    def __getitem__(self, letters: str) -> Any:
        """The value of the first token whose letter is one of `letters`; None without one."""
        for code, token in zip(self.codes, self.tokens, strict=True):
            if code in letters:
                return token.value
        return None

    def all(self, letters: str) -> list[Any]:
        """The values of all tokens whose letter is one of `letters`."""
        pairs = zip(self.codes, self.tokens, strict=True)
        return [token.value for code, token in pairs if code in letters]

    def __contains__(self, letter: str) -> bool:
        return letter in self.codes


@dataclass(frozen=True, slots=True)
class Compound:
    """A meaning made of two dates that also stand for themselves; `parts` by their tokens."""

    meaning: object
    parts: tuple[tuple[int, int, object], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `code` is the letter of what it builds; empty, it follows from the value.

    `build` may return None: the rule does not hold here after all.
    """

    name: str
    pattern: str
    build: Callable[[Match], object]
    code: str = ""


_NO_RULE_BEGINS = rf"(?![{OTHER}{BREAK},])"  # with another word, or with a mark


class Layer:
    """Rules that are tried together, at each place in the order given."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        alternatives = "|".join(f"({rule.pattern})" for rule in rules)
        self._any = re.compile(f"{_NO_RULE_BEGINS}(?:{alternatives})")

    def rewrite(self, tokens: list[Token]) -> list[Token]:
        """The row with everything the rules accept put together."""
        codes = "".join([token.code for token in tokens])
        result: list[Token] = []
        position = 0
        while found := self._any.search(codes, position):
            start = found.start()
            result += tokens[position:start]
            made = self._first_accepted(found, codes, tokens)
            if made is None:
                result.append(tokens[start])
                position = start + 1
            else:
                token, position = made
                result.append(token)
        result += tokens[position:]
        return result

    def _first_accepted(
        self, found: re.Match[str], codes: str, tokens: list[Token]
    ) -> tuple[Token, int] | None:
        start = found.start()
        match: re.Match[str] | None = found
        for rule in self.rules[(found.lastindex or 1) - 1 :]:
            match = match or _compiled(rule.pattern).match(codes, start)
            if match is not None and match.end() > start:
                covered = tokens[start : match.end()]
                value = rule.build(Match(match.group(), covered))
                if value is not None:
                    return _token(rule, value, covered), match.end()
            match = None
        return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of one rule: needed only where the rule before it did not hold after all."""
    return re.compile(pattern)


def _token(rule: Rule, value: object, covered: Sequence[Token]) -> Token:
    parts: tuple[Token, ...] = ()
    if isinstance(value, Compound):
        parts = tuple(
            Token(letter_of(part), part, covered[first].start, covered[last].end, rule.name)
            for first, last, part in value.parts
        )
        value = value.meaning
    code = rule.code or letter_of(value)
    return Token(code, value, covered[0].start, covered[-1].end, rule.name, parts)
