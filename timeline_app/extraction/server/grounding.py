"""Grounding: what a language model answered, found again in the words of the article.

An event is believed when its sentence and its trigger stand in the article, and every word of its
title in that sentence or in a name of the article. Names and times that do not stand there are
taken away from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.expressions import TimeExpression
from timeline_app.extraction.language import clause_words
from timeline_app.extraction.server.answers import AnsweredEvent

_WORD = re.compile(r"\w+")
_LONGEST_TITLE = 160
# A model writes plain marks where the article has typographic ones, and blanks as it likes.
_ALIKE = {"'": "['’‘]", "’": "['’‘]", '"': '["“”„]', "“": '["“”„]', "”": '["“”„]', "-": "[-–—]"}


@dataclass(frozen=True, slots=True)
class GroundedEvent:
    """An event of an answer, with where its words stand in the article.

    `names` are those of the event that the article has, each with the place nearest to the
    sentence; `lost` counts the names and times that it does not have.
    """

    answered: AnsweredEvent
    sentence: TextRange
    trigger: TextRange
    expression: TimeExpression | None
    names: tuple[tuple[str, TextRange], ...]
    lost: int

    def names_among(self, names: Sequence[str]) -> tuple[str, ...]:
        """Those of some names that the article has."""
        return tuple(name for name, _ in self.names if name in names)


@dataclass(frozen=True, slots=True)
class Ground:
    """The article that answers are held against."""

    analysis: Analysis

    def find(self, event: AnsweredEvent, part: TextRange) -> GroundedEvent | None:
        """The event in the part that was asked about; None when its words are not the article's."""
        quote = self._place(event.quote, part)
        trigger = self._place(event.trigger, quote) if quote else None
        sentence = self._sentence_at(trigger) if trigger else None
        if sentence is None or trigger is None:
            return None
        names = self._names(event, sentence)
        if not self._is_told(event.title, sentence, [name for name, _ in names]):
            return None
        expression = self._expression(event.time, sentence)
        wanted = len({*event.people, *event.organisations, *event.places}) + bool(event.time)
        lost = wanted - len(names) - (expression is not None)
        return GroundedEvent(event, sentence, trigger, expression, names, lost)

    def _is_told(self, title: str, sentence: TextRange, names: Sequence[str]) -> bool:
        """Whether a title says no more than its sentence, and who is meant by its pronouns."""
        words = set(_words_of(title))
        told = {*_words_of(sentence.cut(self.analysis.text)), *_words_of(" ".join(names))}
        return (
            bool(words)
            and len(title) <= _LONGEST_TITLE
            and words <= told | clause_words("claimless")
        )

    def _names(
        self, event: AnsweredEvent, sentence: TextRange
    ) -> tuple[tuple[str, TextRange], ...]:
        names = dict.fromkeys((*event.people, *event.organisations, *event.places))
        places = ((name, self._nearest(name, sentence)) for name in names)
        return tuple((name, place) for name, place in places if place is not None)

    def _nearest(self, words: str, sentence: TextRange) -> TextRange | None:
        """Where words stand: in the sentence, else last before it, else first after it."""
        found: TextRange | None = None
        for place in self._places(words, TextRange(0, len(self.analysis.text))):
            if place.start >= sentence.end:
                return found or place
            found = place
            if place.start >= sentence.start:
                return place
        return found

    def _expression(self, time: str, sentence: TextRange) -> TimeExpression | None:
        """The time expression that the words of a time stand in, or that stands in them."""
        place = self._place(time, sentence)
        inside = (each for each in self.analysis.expressions if each.tells_when)
        return next((each for each in inside if place and each.range.overlaps(place)), None)

    def _place(self, words: str, within: TextRange) -> TextRange | None:
        return next(self._places(words, within), None)

    def _places(self, words: str, within: TextRange) -> Iterator[TextRange]:
        """Where words stand in a stretch of the text, whole, in its own spelling."""
        pattern = _pattern(words)
        if pattern is not None:
            for found in pattern.finditer(self.analysis.text, within.start, within.end):
                yield TextRange(*found.span())

    def _sentence_at(self, place: TextRange) -> TextRange | None:
        sentences = (each for each in self.analysis.sentences if each.overlaps(place))
        return next(sentences, None)


def _pattern(words: str) -> re.Pattern[str] | None:
    """Words as they may stand in a text; None when there is none."""
    if not _WORD.search(words):
        return None
    spelled = (
        "".join(_ALIKE.get(letter, re.escape(letter)) for letter in word) for word in words.split()
    )
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + r"\s+".join(spelled) + after)


def _words_of(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text))
