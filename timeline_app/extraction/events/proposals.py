"""Proposals: one event of an article with all that is known of it put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Certainty,
    Factuality,
    Grammar,
    Proposal,
    Reading,
    Relation,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.extraction.dating import Dating, date_by
from timeline_app.extraction.events.factuality.agreement import agreed
from timeline_app.extraction.events.factuality.judging import Judgement
from timeline_app.extraction.events.factuality.quotations import Quotations
from timeline_app.extraction.events.mentions import Mention, mentions_in
from timeline_app.extraction.events.names.entities import Entities, EntityMention
from timeline_app.extraction.events.reading import ReadText
from timeline_app.extraction.events.roles import roles_of
from timeline_app.extraction.events.salience import Rank
from timeline_app.extraction.events.salience import rank as rank_of
from timeline_app.extraction.events.times.inferred_days import INFERRED
from timeline_app.extraction.events.times.linking import TimeLink
from timeline_app.extraction.events.titles.names_in_titles import names_for
from timeline_app.extraction.events.titles.titles import clause_title, phrase_title
from timeline_app.extraction.events.titles.wording import joined, pieces_of
from timeline_app.extraction.expressions import Resolution

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_PLAIN = 0.55  # salience from which an event may be certain


@dataclass(frozen=True, slots=True)
class Article:
    """What all proposals of one article share; the sequences have a member for each sentence.

    `scores` are the ranker's by event word, `inferred` the event words that were most likely on the
    article's day, `anchor`.
    """

    anchor: CivilDate | None
    read: ReadText
    entities: Entities
    links: tuple[Mapping[int, TimeLink], ...]
    quotations: Quotations
    resolutions: Mapping[TextRange, Resolution]
    inferred: tuple[frozenset[int], ...]
    scores: tuple[Mapping[int, float], ...]

    def resolution_of(self, link: TimeLink | None) -> Resolution | None:
        """What the time of a link means, where there is one."""
        return self.resolutions.get(link.time.expression.range) if link else None


def proposals_of(article: Article, number: int) -> Iterator[Proposal]:
    """The proposals of one sentence, in text order."""
    read = article.read
    times = frozenset(i for time in read.times[number] for i in range(time.first, time.last))
    dated = {word for word, link in article.links[number].items() if link.is_own}
    for mention in mentions_in(read.sentences[number], read.events[number], dated, times):
        told = _Told(article, number, mention, times)
        if title := _title(told):
            yield _proposal(told, title)


@dataclass(frozen=True, slots=True)
class _Told:
    """An event where an article tells of it; `times` are the words of times in its sentence."""

    article: Article
    number: int
    mention: Mention
    times: frozenset[int]

    @property
    def sentence(self) -> ParsedSentence:
        return self.article.read.sentences[self.number]

    @property
    def word(self) -> int:
        return self.mention.event.word

    @property
    def trigger(self) -> TextRange:
        return self.sentence.words[self.word].range

    @property
    def names(self) -> tuple[EntityMention, ...]:
        return self.article.entities.mentions[self.number]


def _proposal(told: _Told, title: str) -> Proposal:
    article = told.article
    judgement, link = _agreed(told)
    resolution = article.resolution_of(link)
    relation = link.relation if link else Relation.WITHIN
    text, factuality = article.read.text, judgement.factuality
    dating = date_by(text, article.anchor, told.trigger, resolution, factuality, relation)
    rank = rank_of(
        article.scores[told.number][told.word],
        told.sentence,
        told.mention,
        told.names,
        factuality,
        is_dated=resolution is not None,
    )
    return _put_together(told, title, judgement, link, dating, rank)


def _put_together(
    told: _Told,
    title: str,
    judgement: Judgement,
    link: TimeLink | None,
    dating: Dating,
    rank: Rank,
) -> Proposal:
    resolution = told.article.resolution_of(link)
    roles = roles_of(told.sentence, told.mention.clause, told.word, told.names, told.times)
    is_far = link is not None and link.sentence != told.number
    return Proposal(
        title=title,
        span=dating.span,
        quote_range=told.sentence.range,
        trigger=told.trigger,
        expression=resolution.expression.range if resolution else None,
        factuality=judgement.factuality,
        certainty=_certainty(dating, judgement.factuality, rank.salience, is_far=is_far),
        rule=_rule(told.mention, resolution),
        reason=dating.reason,
        readings=(*dating.readings, *_offered(told, resolution)),
        people=roles.people,
        organisations=roles.organisations,
        places=roles.places,
        salience=rank.salience,
        clause=_clause_range(told),
        participants=roles.participants,
        source=_source(told, judgement),
        relation=link.relation if link else Relation.WITHIN,
        grammar=_grammar(told.mention),
        why=tuple(filter(None, (judgement.why, link.why if link else "", *rank.why))),
    )


def _title(told: _Told) -> str:
    sentence, clause = told.sentence, told.mention.clause
    if clause is None:
        return phrase_title(sentence, told.word, names_for(sentence, None, told.names), told.times)
    names = names_for(sentence, clause.subject, told.names)
    return clause_title(sentence, clause, names, told.times)


def _clause_range(told: _Told) -> TextRange:
    clause, words = told.mention.clause, told.sentence.words
    inside = told.sentence.subtree(told.word) if clause is None else clause.own
    return TextRange(words[inside[0]].range.start, words[inside[-1]].range.end)


def _grammar(mention: Mention) -> Grammar:
    event, form = mention.event, mention.event.form
    return Grammar(event.event_class, form.tense, form.aspect, form.modality, form.is_negated)


def _source(told: _Told, judgement: Judgement) -> str:
    """Who says so: by name where it is a name or stands for one, else in the words of the text."""
    words = told.sentence.words
    inside = frozenset(judgement.source_words)
    tops = [i for i in judgement.source_words if words[i].head not in inside]
    for mention in told.names:
        if mention.entities and any(top in mention for top in tops):
            return mention.entities[0].name
    return joined(pieces_of(told.sentence, judgement.source_words, {}))


def _rule(mention: Mention, resolution: Resolution | None) -> str:
    kind = "noun" if mention.clause is None else "clause"
    return f"{kind}: {resolution.expression.rule if resolution else 'article date'}"


def _agreed(told: _Told) -> tuple[Judgement, TimeLink | None]:
    """Whether it happened, and its time, made to agree."""
    link = told.article.links[told.number].get(told.word)
    judgement, resolution = agreed(
        told.sentence,
        told.mention.event,
        told.article.resolution_of(link),
        told.article.anchor,
        is_clause=told.mention.clause is not None,
    )
    is_quoted = told.trigger.start in told.article.quotations
    if is_quoted and judgement.factuality is Factuality.HAPPENED:
        why = "Told in somebody’s own words, not by the article itself."
        judgement = replace(judgement, factuality=Factuality.SAID, why=why)
    return judgement, link if resolution is not None else None


def _offered(told: _Told, resolution: Resolution | None) -> Iterator[Reading]:
    """The article's day for what has no time and was most likely on it: to choose, not to trust."""
    anchor = told.article.anchor
    if (
        resolution is None
        and anchor is not None
        and told.word in told.article.inferred[told.number]
    ):
        yield Reading(TimeSpan.on(anchor), INFERRED)


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
