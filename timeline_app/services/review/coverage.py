"""What of an article was read and gave no event."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain import TextRange
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


def unread_of(project: Project, article_id: int) -> Unread:
    """The sentences of an article on which no event rests, whatever was decided about events."""
    # The tables of the language load with this; review by itself does not need them.
    from timeline_app.extraction.analysis import analyse

    article = project.articles[article_id]
    analysis = analyse(article.text, article.body, article.language)
    used = [evidence.quote_range for evidence in project.evidence_of_article(article_id)]
    bare = [
        sentence
        for sentence in analysis.sentences
        if not any(sentence.overlaps(quote) for quote in used)
    ]
    ranges = [found.range for found in analysis.expressions]
    timed = {s: any(s.overlaps(words) for words in ranges) for s in bare}
    return Unread(
        tuple(s for s in bare if timed[s]),
        tuple(s for s in bare if not timed[s]),
    )
