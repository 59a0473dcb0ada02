"""Proposals: the dated events of an article, each with the passage that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain import (
    UNWATCHED,
    USUAL,
    Certainty,
    Conventions,
    Factuality,
    Progress,
    Proposal,
    Reading,
    TextRange,
)
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.dating import Dating, date_by
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.repeats import merge_duplicates
from timeline_app.extraction.shallow.factuality import is_under_way
from timeline_app.extraction.shallow.linking import TimeMention, expressions_within, time_mentions
from timeline_app.extraction.shallow.mentions import (
    EventMention,
    ReadSentence,
    find_mentions,
    read_sentence,
)
from timeline_app.extraction.shallow.name_kinds import Kind
from timeline_app.extraction.shallow.names import Mention, find_names
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence, build_sentence
from timeline_app.extraction.shallow.pronouns import PronounMemory, is_pronoun
from timeline_app.extraction.shallow.salience import salience_of, select
from timeline_app.extraction.shallow.tagging import tag_sentence
from timeline_app.extraction.shallow.titles import clause_title, owner_title, phrase_title
from timeline_app.extraction.shallow.tokens import tokenise

_WORD = re.compile(r"\w")
_LONG_WORD = 4
_PLAIN = 0.55  # salience from which an event may be certain
_AHEAD = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class _Context:
    """What all proposals of one article share."""

    analysis: Analysis
    anchor: CivilDate | None
    resolutions: Mapping[TextRange, Resolution]
    title_words: frozenset[str]


def propose(
    analysis: Analysis,
    anchor: CivilDate | None,
    *,
    title: str = "",
    conventions: Conventions = USUAL,
    progress: Progress = UNWATCHED,
) -> list[Proposal]:
    """The events of an article worth showing, in text order.

    `anchor` is the article's date; without it, what depends on it has no span. `title` helps to
    rank; `conventions` are those of where the article is from. `progress` makes one step per
    sentence and may raise Cancelled. Takes linear time and accepts any text.
    """
    sentences, words = _read(analysis, progress)
    total = len(sentences)
    resolutions = resolve(analysis.text, analysis.expressions, anchor, conventions)
    context = _Context(
        analysis,
        anchor,
        {each.expression.range: each for each in resolutions},
        frozenset(word for word in title.lower().split() if len(word) >= _LONG_WORD),
    )
    memory = PronounMemory()
    found: list[Proposal] = []
    for number, sentence in enumerate(sentences):
        progress.step(total + number, 2 * total)
        mentions = _without_told(find_mentions(sentence, memory))
        found.extend(_proposal(context, mention, number / total) for mention in mentions)
        memory.show(sentence.tagged, sentence.clauses, sentence.names)
    return select(merge_duplicates(each for each in found if each.title), words)


# --- reading ------------------------------------------------------------------------------------


def _read(analysis: Analysis, progress: Progress) -> tuple[list[ReadSentence], int]:
    """The sentences that hold words, with clauses, names and times, and the number of words."""
    tagged: list[TaggedSentence] = []
    times: list[list[TimeMention]] = []
    worded = [each for each in analysis.sentences if _holds_words(analysis.text, each)]
    for number, sentence in enumerate(worded):
        progress.step(number, 2 * len(worded))
        tokens = tokenise(analysis.text, sentence)
        mentions = time_mentions(tokens, expressions_within(analysis.expressions, sentence))
        apart = frozenset(
            place
            for mention in mentions
            if mention.is_apart
            for place in range(mention.span.start, mention.span.end)
        )
        tagged.append(build_sentence(sentence, tokens, tag_sentence(tokens, apart)))
        times.append(mentions)
    names = find_names(tagged)
    words = sum(not token.is_mark for each in tagged for token in each.tokens)
    return [read_sentence(*each) for each in zip(tagged, names, times, strict=True)], words


def _holds_words(text: str, sentence: TextRange) -> bool:
    return _WORD.search(text, sentence.start, sentence.end) is not None


def _without_told(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Leave out what an announcement before it tells, unless it has a time of its own."""
    announced = {id(each.clause) for each in mentions if each.clause is not None}
    return [
        each
        for each in mentions
        if each.source is None or id(each.source) not in announced or (each.time is not None)
    ]


# --- one proposal -------------------------------------------------------------------------------


def _proposal(context: _Context, mention: EventMention, position: float) -> Proposal:
    tagged = mention.sentence.tagged
    trigger = tagged.text_range(mention.trigger)
    factuality, resolution = _settle(context, mention)
    dating = date_by(context.analysis.text, context.anchor, trigger, resolution, factuality)
    people, organisations, places = _names(mention)
    salience = salience_of(mention, context.title_words, position)
    return Proposal(
        title=_title(mention),
        span=dating.span,
        quote_range=tagged.range,
        trigger=trigger,
        expression=resolution.expression.range if resolution is not None else None,
        factuality=factuality,
        certainty=_certainty(dating, factuality, salience),
        rule=_rule(mention),
        reason=dating.reason,
        readings=dating.readings,
        people=people,
        organisations=organisations,
        places=places,
        salience=salience,
    )


def _settle(context: _Context, mention: EventMention) -> tuple[Factuality, Resolution | None]:
    """Factuality and time expression, made to agree.

    Nothing has happened after the article, nothing that goes on is over before it, and of what
    was planned for a day before it nobody says that it happened.
    """
    if mention.time is None:
        return mention.factuality, None
    resolution = context.resolutions.get(mention.time.expression.range)
    if (
        mention.clause is not None
        and not mention.time.is_heading
        and is_under_way(mention.clause)
        and _is_over(resolution, context.anchor)
    ):
        return mention.factuality, None
    if mention.factuality is Factuality.PLANNED and _can_only_be_over(resolution, context.anchor):
        return Factuality.POSSIBLE, resolution
    anchor = context.anchor
    lies_ahead = resolution is not None and anchor is not None and resolution.lies_after(anchor)
    if mention.factuality in _AHEAD or not lies_ahead:
        return mention.factuality, resolution
    if mention.clause is None or is_under_way(mention.clause):
        return Factuality.PLANNED, resolution
    return mention.factuality, None


def _is_over(resolution: Resolution | None, anchor: CivilDate | None) -> bool:
    """Whether the time expression names a stretch that ends before the article's day."""
    if resolution is None or not resolution.readings or anchor is None:
        return False
    return _ends_before(resolution.readings[0], anchor)


def _can_only_be_over(resolution: Resolution | None, anchor: CivilDate | None) -> bool:
    """Whether no reading of the time expression reaches the article's day."""
    if resolution is None or not resolution.readings or anchor is None:
        return False
    return all(_ends_before(reading, anchor) for reading in resolution.readings)


def _ends_before(reading: Reading, anchor: CivilDate) -> bool:
    return reading.span.end is not None and reading.span.end <= anchor.instant


def _certainty(dating: Dating, factuality: Factuality, salience: float) -> Certainty:
    """Certain is only what the text dates, vouches for, and tells plainly."""
    if factuality is Factuality.POSSIBLE:
        return Certainty.UNSURE
    is_plain = factuality in (Factuality.HAPPENED, Factuality.PLANNED) and salience >= _PLAIN
    if dating.certainty is Certainty.CERTAIN and not is_plain:
        return Certainty.PROBABLE
    return dating.certainty


def _rule(mention: EventMention) -> str:
    kind = "noun" if mention.clause is None else "clause"
    time = mention.time.expression.rule if mention.time is not None else "article date"
    return f"{kind}: {time}"


def _title(mention: EventMention) -> str:
    sentence = mention.sentence
    if mention.clause is None:
        time = mention.time.span if mention.time is not None else Span(0, 0)
        return phrase_title(sentence.tagged, mention.trigger, time)
    names = [entity.short for entity in mention.actors]
    subject = " and ".join(names) if len(names) < 3 else ", ".join(names)
    if mention.actors and not is_pronoun(sentence.tagged, mention.clause.subject):
        subject = owner_title(sentence.tagged, mention.clause, sentence.names, subject)
    return clause_title(sentence.tagged, mention.clause, sentence.names, subject)


def _names(mention: EventMention) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """People, organisations (lands that act among them) and places of an event."""
    inside = [name for name in mention.sentence.names if name.span.start in mention.extent]
    people = [each.name for each in mention.actors if each.kind is Kind.PERSON]
    people += [each.entity.name for each in inside if each.entity.kind is Kind.PERSON]
    organisations = [each.entity.name for each in inside if _acts(each)]
    places = [each.entity.name for each in inside if _is_scene(each)]
    return _unique(people), _unique(organisations), _unique(places)


def _acts(name: Mention) -> bool:
    kind = name.entity.kind
    return kind is Kind.ORGANISATION or (kind is Kind.PLACE and not name.is_local)


def _is_scene(name: Mention) -> bool:
    return name.entity.kind is Kind.PLACE and name.is_local


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
