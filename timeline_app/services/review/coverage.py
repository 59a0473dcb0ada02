"""What of an article was read and gave no event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import Article, TextRange
from timeline_app.services.project import Project


@dataclass(frozen=True, slots=True)
class Unread:
    """The sentences on which no event rests, in the order of the text.

    `timed` have a time expression, `plain` have none.
    """

    timed: tuple[TextRange, ...] = ()
    plain: tuple[TextRange, ...] = ()

    def after(self, offset: int) -> TextRange | None:
        """The next sentence that begins at an offset of the text or later, else the first.

        Sentences with a time expression come alone while there are any. None: all gave an event.
        """
        stretches = self.timed or self.plain
        following = (stretch for stretch in stretches if stretch.start >= offset)
        return next(following, stretches[0] if stretches else None)


@dataclass(frozen=True, slots=True)
class ReadSentences:
    """The sentences of an article in the order of the text, and whether each names a time."""

    ranges: tuple[TextRange, ...] = ()
    are_timed: tuple[bool, ...] = ()


def read_sentences(article: Article) -> ReadSentences:
    """Find the sentences of an article and the times in them. Takes linear time."""
    # The tables of the language load with this; review by itself does not need them.
    from timeline_app.extraction.analysis import analyse

    analysis = analyse(article.text, article.body, article.language)
    times = [found.range for found in analysis.expressions]
    starts = [time.start for time in times]
    return ReadSentences(
        tuple(analysis.sentences),
        tuple(_holds_any(sentence, times, starts) for sentence in analysis.sentences),
    )


def unread_in(project: Project, article_id: int, sentences: ReadSentences) -> Unread:
    """The sentences of an article on which no event rests, whatever was decided about events."""
    quotes = [each.quote_range for each in project.evidence_of_article(article_id)]
    bare = [
        (sentence, is_timed)
        for sentence, is_timed in zip(sentences.ranges, sentences.are_timed, strict=True)
        if not any(sentence.overlaps(quote) for quote in quotes)
    ]
    return Unread(
        tuple(sentence for sentence, is_timed in bare if is_timed),
        tuple(sentence for sentence, is_timed in bare if not is_timed),
    )


def _holds_any(sentence: TextRange, times: Sequence[TextRange], starts: Sequence[int]) -> bool:
    """Whether one of some times, which are in text order, lies in a sentence."""
    place = bisect_left(starts, sentence.start)
    near = times[max(place - 1, 0) : place + 1]
    return any(sentence.overlaps(time) for time in near)
