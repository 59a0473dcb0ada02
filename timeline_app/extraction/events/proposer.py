"""The built-in proposer: from an English text to dated events, through the language model."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain import (
    UNWATCHED,
    USUAL,
    Certainty,
    Conventions,
    Factuality,
    Grammar,
    Progress,
    Proposal,
    Reading,
    Relation,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.dating import Dating, date_by
from timeline_app.extraction.events.factuality.agreement import agreed
from timeline_app.extraction.events.factuality.judging import Judgement
from timeline_app.extraction.events.factuality.quotations import Quotations, quotations_of
from timeline_app.extraction.events.mentions import Mention, mentions_in
from timeline_app.extraction.events.names.entities import Entities, find_entities
from timeline_app.extraction.events.reading import Models, ReadText, read_with
from timeline_app.extraction.events.roles import roles_of
from timeline_app.extraction.events.salience import folded
from timeline_app.extraction.events.salience import rank as rank_of
from timeline_app.extraction.events.times.inferred_days import INFERRED, inferred_days
from timeline_app.extraction.events.times.linking import TimeLink, link_times
from timeline_app.extraction.events.titles.names_in_titles import names_for
from timeline_app.extraction.events.titles.titles import clause_title, phrase_title
from timeline_app.extraction.events.titles.wording import joined, pieces_of
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.proposer import BUILT_IN, Tell, untold
from timeline_app.extraction.repeats import merge_duplicates

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence
    from timeline_app.extraction.model.salience import SalienceRanker

_PLAIN = 0.55  # salience from which an event may be certain


@dataclass(frozen=True, slots=True)
class _Article:
    """What all proposals of one article share."""

    analysis: Analysis
    anchor: CivilDate | None
    read: ReadText
    entities: Entities
    links: tuple[Mapping[int, TimeLink], ...]
    quotations: Quotations
    resolutions: Mapping[TextRange, Resolution]
    inferred: tuple[frozenset[int], ...]


class ModelProposer:
    """Finds events with the models that were trained for English."""

    name = BUILT_IN
    title = "Built in"

    def __init__(self, models: Models) -> None:
        self._models = models

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",
        conventions: Conventions = USUAL,
        progress: Progress = UNWATCHED,
        tell: Tell = untold,  # noqa: ARG002 - there is nothing to tell
    ) -> list[Proposal]:
        """The events of an article, in text order; those that tell little are folded.

        `anchor` is the article's date; without it, what depends on it has no span. `title` helps
        to rank; `conventions` are those of where the article is from. `progress` makes a step
        every few sentences and may raise Cancelled. Takes linear time and accepts any text.
        """
        read = read_with(self._models, analysis, title, progress)
        resolved = resolve(analysis.text, analysis.expressions, anchor, conventions)
        resolutions = {each.expression.range: each for each in resolved}
        links = link_times(read)
        article = _Article(
            analysis,
            anchor,
            read,
            find_entities(read, self._models.pronouns),
            links,
            quotations_of(read.text),
            resolutions,
            inferred_days(read, links, resolutions, anchor),
        )
        scores = _scores(self._models.salience, read)
        found = [
            proposal
            for number in range(len(read.sentences))
            for proposal in _proposals(article, number, scores[number])
        ]
        return folded(merge_duplicates(found), read.word_count)


def _scores(ranker: SalienceRanker, read: ReadText) -> list[dict[int, float]]:
    """How likely each event is worth a place on a timeline, as logarithms of odds."""
    from timeline_app.extraction.model.event_text import EventText

    times = [time.expression.range for each in read.times for time in each]
    quoted = quotations_of(read.text).ranges
    scores = ranker.scores(EventText(read.sentences, read.events, times, read.title, quoted))
    return [
        {event.word: score for event, score in zip(*each, strict=True)}
        for each in zip(read.events, scores, strict=True)
    ]


def _proposals(article: _Article, number: int, scores: Mapping[int, float]) -> Iterator[Proposal]:
    """The proposals of one sentence; `scores` are the ranker's, by event word."""
    read = article.read
    times = frozenset(i for time in read.times[number] for i in range(time.first, time.last))
    dated = {word for word, link in article.links[number].items() if link.is_own}
    for mention in mentions_in(read.sentences[number], read.events[number], dated, times):
        title = _title(article, number, mention, times)
        if title:
            score = scores[mention.event.word]
            yield _proposal(article, number, mention, times, title, score)


def _proposal(
    article: _Article,
    number: int,
    mention: Mention,
    times: frozenset[int],
    title: str,
    score: float,
) -> Proposal:
    sentence = article.read.sentences[number]
    mentions = article.entities.mentions[number]
    word = mention.event.word
    judgement, link = _agreed(article, number, mention)
    resolution = _resolution(article, link)
    relation = link.relation if link else Relation.WITHIN
    dating = date_by(
        article.read.text,
        article.anchor,
        sentence.words[word].range,
        resolution,
        judgement.factuality,
        relation,
    )
    rank = rank_of(
        score, sentence, mention, mentions, judgement.factuality, is_dated=resolution is not None
    )
    roles = roles_of(sentence, mention.clause, word, mentions, times)
    form = mention.event.form
    return Proposal(
        title=title,
        span=dating.span,
        quote_range=sentence.range,
        trigger=sentence.words[word].range,
        expression=resolution.expression.range if resolution else None,
        factuality=judgement.factuality,
        certainty=_certainty(
            dating,
            judgement.factuality,
            rank.salience,
            is_far=link is not None and link.sentence != number,
        ),
        rule=_rule(mention, resolution),
        reason=dating.reason,
        readings=(*dating.readings, *_offered(article, number, word, resolution)),
        people=roles.people,
        organisations=roles.organisations,
        places=roles.places,
        salience=rank.salience,
        clause=_clause_range(sentence, mention),
        participants=roles.participants,
        source=_source(article, number, judgement),
        relation=relation,
        grammar=Grammar(
            mention.event.event_class, form.tense, form.aspect, form.modality, form.is_negated
        ),
        why=tuple(filter(None, (judgement.why, link.why if link else "", *rank.why))),
    )


def _title(article: _Article, number: int, mention: Mention, times: Collection[int]) -> str:
    sentence, clause = article.read.sentences[number], mention.clause
    mentions = article.entities.mentions[number]
    if clause is None:
        names = names_for(sentence, None, mentions)
        return phrase_title(sentence, mention.event.word, names, times)
    return clause_title(sentence, clause, names_for(sentence, clause.subject, mentions), times)


def _clause_range(sentence: ParsedSentence, mention: Mention) -> TextRange:
    words = sentence.subtree(mention.event.word) if mention.clause is None else mention.clause.own
    return TextRange(sentence.words[words[0]].range.start, sentence.words[words[-1]].range.end)


def _source(article: _Article, number: int, judgement: Judgement) -> str:
    """Who says so: by name where it is a name or stands for one, else in the words of the text."""
    sentence = article.read.sentences[number]
    inside = frozenset(judgement.source_words)
    tops = [i for i in judgement.source_words if sentence.words[i].head not in inside]
    for mention in article.entities.mentions[number]:
        if mention.entities and any(mention.first <= top < mention.last for top in tops):
            return mention.entities[0].name
    return joined(pieces_of(sentence, judgement.source_words, {}))


def _rule(mention: Mention, resolution: Resolution | None) -> str:
    kind = "noun" if mention.clause is None else "clause"
    return f"{kind}: {resolution.expression.rule if resolution else 'article date'}"


def _agreed(article: _Article, number: int, mention: Mention) -> tuple[Judgement, TimeLink | None]:
    """Whether it happened, and its time, made to agree."""
    link = article.links[number].get(mention.event.word)
    judgement, resolution = agreed(
        article.read.sentences[number],
        mention.event,
        _resolution(article, link),
        article.anchor,
        is_clause=mention.clause is not None,
    )
    trigger = article.read.sentences[number].words[mention.event.word].range
    is_quoted = trigger.start in article.quotations
    if is_quoted and judgement.factuality is Factuality.HAPPENED:
        why = "Told in somebody’s own words, not by the article itself."
        judgement = replace(judgement, factuality=Factuality.SAID, why=why)
    return judgement, link if resolution is not None else None


def _resolution(article: _Article, link: TimeLink | None) -> Resolution | None:
    return article.resolutions.get(link.time.expression.range) if link else None


def _offered(
    article: _Article, number: int, word: int, resolution: Resolution | None
) -> Iterator[Reading]:
    """The article's day for what has no time and was most likely on it: to choose, not to trust."""
    if resolution is None and article.anchor is not None and word in article.inferred[number]:
        yield Reading(TimeSpan.on(article.anchor), INFERRED)


def _certainty(
    dating: Dating, factuality: Factuality, salience: float, *, is_far: bool
) -> Certainty:
    """Certain is only what the text dates, vouches for, and tells plainly.

    `is_far` is whether the time stands in another sentence.
    """
    if factuality is Factuality.POSSIBLE:
        return Certainty.UNSURE
    is_plain = factuality in (Factuality.HAPPENED, Factuality.PLANNED) and salience >= _PLAIN
    if dating.certainty is Certainty.CERTAIN and (is_far or not is_plain):
        return Certainty.PROBABLE
    return dating.certainty
