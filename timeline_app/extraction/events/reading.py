"""Reading: an article as the language model sees it, with its times put into the trees."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, Progress, TextRange
from timeline_app.extraction.expressions import TimeExpression

if TYPE_CHECKING:
    from timeline_app.extraction.analysis import Analysis
    from timeline_app.extraction.model.event_tagger import EventTagger, TaggedEvent
    from timeline_app.extraction.model.parsed import ParsedSentence, SentenceParser
    from timeline_app.extraction.model.pronouns import PronounRanker
    from timeline_app.extraction.model.salience import SalienceRanker

_WORD = re.compile(r"[^\W\d_]{2,}")
# Braces, calls, dotted and underlined names, ends of statements, levels and times of logs.
_MARK_OF_CODE = re.compile(
    r"[{}\\=<>]|\w_\w|\(\)|\w\((?!\w{0,3}\))|\)[:;]|;$|\b[a-z]+\.\w+\.\w|\[[A-Za-z]{3,}\]"
    r"|:\d\d[,.]\d{3}",
    re.MULTILINE,
)
_WORDS_PER_MARK = 4  # at least, where there are marks of code
_AT_ONCE = 64  # sentences that are parsed together


@dataclass(frozen=True)
class Models:
    """All that was trained for English. Loading it takes about a second: do so in a worker."""

    language: SentenceParser
    events: EventTagger
    pronouns: PronounRanker
    salience: SalienceRanker

    @classmethod
    def load(cls, folder: Path | None = None, *, parser: SentenceParser | None = None) -> Models:
        """Load the shipped models, or those of a folder; UserError when one is not as shipped.

        `parser` takes the place of the language model where it is given.
        """
        from timeline_app.extraction.model.event_tagger import EventTagger
        from timeline_app.extraction.model.language_model import LanguageModel
        from timeline_app.extraction.model.pronouns import PronounRanker
        from timeline_app.extraction.model.salience import SalienceRanker

        events = EventTagger.load(folder)
        return cls(
            parser or LanguageModel.load(folder),
            events,
            PronounRanker.load(folder),
            SalienceRanker.load(events.senses, folder),
        )


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A date or time of day and the words of its sentence that it covers: `first` up to `last`.

    `top` is the one of them by which it hangs in the tree.
    """

    expression: TimeExpression
    first: int
    last: int
    top: int

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.last


@dataclass(frozen=True)
class ReadText:
    """An article as the models read it. The sequences run parallel, a member for each sentence."""

    text: str
    sentences: tuple[ParsedSentence, ...]
    events: tuple[tuple[TaggedEvent, ...], ...]
    times: tuple[tuple[PlacedTime, ...], ...]
    title: str = ""

    @cached_property
    def word_count(self) -> int:
        """The words, marks left out."""
        return sum(
            word.upos not in ("PUNCT", "SYM") for each in self.sentences for word in each.words
        )


def read_with(
    models: Models,
    analysis: Analysis,
    title: str = "",
    progress: Progress = UNWATCHED,
) -> ReadText:
    """Parse an article and find the words that stand for events. Takes linear time.

    `progress` makes a step every few sentences and may raise Cancelled.
    """
    sentences: list[ParsedSentence] = []
    worded = [each for each in analysis.sentences if _is_prose(analysis.text, each)]
    for first in range(0, len(worded), _AT_ONCE):
        progress.step(first, len(worded))
        batch = worded[first : first + _AT_ONCE]
        sentences.extend(models.language.read(analysis.text, batch))
    return ReadText(
        analysis.text,
        tuple(sentences),
        tuple(models.events.events_in(sentences)),
        tuple(placed_times(each, analysis.expressions) for each in sentences),
        title,
    )


def _is_prose(text: str, sentence: TextRange) -> bool:
    """Whether it holds words, and is no line of a program or of markup."""
    words = sum(1 for _ in _WORD.finditer(text, sentence.start, sentence.end))
    marks = sum(1 for _ in _MARK_OF_CODE.finditer(text, sentence.start, sentence.end))
    return words > 0 and (marks < 2 or marks * _WORDS_PER_MARK <= words)


def placed_times(
    sentence: ParsedSentence, expressions: Sequence[TimeExpression]
) -> tuple[PlacedTime, ...]:
    """The dates and times of day inside a sentence; `expressions` are in text order."""
    return tuple(_placed(sentence, _within(expressions, sentence.range)))


def _within(expressions: Sequence[TimeExpression], sentence: TextRange) -> Sequence[TimeExpression]:
    first = bisect_left(expressions, sentence.start, key=lambda each: each.range.start)
    last = bisect_left(expressions, sentence.end, key=lambda each: each.range.start)
    return [each for each in expressions[first:last] if each.tells_when]


def _placed(
    sentence: ParsedSentence, expressions: Iterable[TimeExpression]
) -> Iterator[PlacedTime]:
    ends = [word.range.end for word in sentence.words]
    starts = [word.range.start for word in sentence.words]
    for expression in expressions:
        first = bisect_left(ends, expression.range.start + 1)
        last = bisect_left(starts, expression.range.end)
        if first < last:
            yield PlacedTime(expression, first, last, sentence.top_of(first, last))
