"""Titles: an event as an entry of a chronology, in the source's own words.

Subject, verb, object, and what is needed to understand them; without the time, without who says
so, with names in place of pronouns, at most 90 characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.extraction.language import event_words, function_words
from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.factuality import is_due
from timeline_app.extraction.shallow.name_kinds import Kind
from timeline_app.extraction.shallow.names import Mention
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence
from timeline_app.extraction.shallow.tags import AUXILIARY, VERB, Tag
from timeline_app.extraction.shallow.tokens import Token
from timeline_app.extraction.verb_forms import Form, past_form, read_verb

LONGEST = 90
_LONG_SUBJECT = 45
_HARMLESS = frozenset(
    "also already still just now then even again only really quite very rather recently currently "
    "meanwhile however therefore thus finally eventually later here yet reportedly allegedly "
    "apparently not".split()
)
_DANGLING = frozenset(
    {Tag.PREPOSITION, Tag.CONJUNCTION, Tag.DETERMINER, Tag.POSSESSIVE, Tag.TO, Tag.THAT, Tag.WH,
     Tag.SUBORDINATOR, Tag.ADVERB, Tag.MARK}
)  # fmt: skip
_PLAIN = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall"}
_NO_SPACE_BEFORE = frozenset(",.;:!?)]%") | {"'s", "’s", "'", "’"}
_ZONES = frozenset(
    "local eastern pacific time gmt utc est edt pst pdt cst bst cet cest ist jst aest aedt".split()
)
_QUOTES = frozenset('"“”«»') | {"``", "''", "` `", "' '"}
_BEFORE_INFINITIVE = frozenset({Tag.ADJECTIVE, Tag.ING, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.WH})
_CUTS = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION, Tag.WH, Tag.THAT, Tag.TO, Tag.SUBORDINATOR})


def clause_title(
    sentence: TaggedSentence, clause: Clause, mentions: Sequence[Mention], subject_name: str
) -> str:
    """The title of a clause; `subject_name` replaces a subject that is a pronoun, if not empty."""
    verb, rest = _verb_words(sentence, clause), _kept_rest(sentence, clause)
    if not rest and clause.group.lemma == "be" and clause.subject is not None:
        return phrase_title(sentence, clause.subject, Span(0, 0))
    if is_due(clause) and clause.subject is not None:
        return _due_title(sentence, clause.subject, rest)
    beginning = ""
    for subject in _subjects(sentence, clause, mentions, subject_name):
        beginning = f"{subject} {verb}"
        if len(_assembled(sentence, beginning, rest)) <= LONGEST:
            break
    if len(beginning) > LONGEST or (rest and sentence.tags[rest[0]] is Tag.THAT):
        return _with_whole_complement(sentence, beginning, rest)
    return _finish(_fit(sentence, beginning, rest))


def _due_title(sentence: TaggedSentence, subject: Span, rest: Sequence[int]) -> str:
    """The title of "A trial is scheduled for May in Paris": what is to be, and where."""
    places = [place for place in _named_places(sentence, subject) if place not in rest]
    return _finish(_fit(sentence, "", [*places, *rest]))


def _with_whole_complement(sentence: TaggedSentence, beginning: str, rest: Sequence[int]) -> str:
    """The title of "confirmed that …"; none when there is no room for the core of that clause."""
    kept = _fitting(sentence, beginning, rest)
    tags = [sentence.tags[place] for place in kept]
    has_verb = any(tag in VERB or tag in AUXILIARY for tag in tags)
    is_broken_off = len(kept) < len(rest) and tags[-1:] and tags[-1] in VERB
    if not has_verb or is_broken_off:
        return ""
    return _finish(_assembled(sentence, beginning, kept))


def owner_title(
    sentence: TaggedSentence, clause: Clause, mentions: Sequence[Mention], owner: str
) -> str:
    """The subject "her father" with the name of whose father he is."""
    if clause.subject is None:
        return ""
    own = Span(clause.subject.start + 1, clause.subject.end)
    return f"{owner}’s {_subject_words(sentence, own, mentions, is_short=False)}"


def phrase_title(sentence: TaggedSentence, phrase: Span, time: Span) -> str:
    """The title of an event that a noun phrase names: "U.S. presidential election".

    `time` are the tokens of its time expression, which are left out. It is empty for a single
    word, which would tell nothing.
    """
    places = [place for place in _named_places(sentence, phrase) if place not in time]
    return _finish(_fit(sentence, "", places)) if len(places) > 1 else ""


def _named_places(sentence: TaggedSentence, phrase: Span) -> list[int]:
    """The tokens of a phrase without its time and the article in front of it."""
    places = [
        place for place in range(phrase.start, phrase.end) if sentence.tags[place] is not Tag.TIME
    ]
    while places and sentence.tags[places[0]] in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE):
        places = places[1:]
    return places


# --- the parts ----------------------------------------------------------------------------------


def _subjects(
    sentence: TaggedSentence, clause: Clause, mentions: Sequence[Mention], subject_name: str
) -> Iterator[str]:
    """Ways to write the subject, shorter and shorter."""
    if subject_name or clause.subject is None or clause.subject_head is None:
        yield subject_name
        return
    yield _subject_words(sentence, clause.subject, mentions, is_short=False)
    yield _subject_words(sentence, clause.subject, mentions, is_short=True)
    if len(_subject_words(sentence, clause.subject, mentions, is_short=True)) > _LONG_SUBJECT:
        yield _subject_words(sentence, clause.subject_head, mentions, is_short=False)


def _subject_words(
    sentence: TaggedSentence, span: Span, mentions: Sequence[Mention], *, is_short: bool
) -> str:
    """The subject with people by their names alone, and no time expressions."""
    replaced: dict[int, str] = {}
    skipped: set[int] = set()
    for mention in mentions:
        if mention.entity.kind is Kind.PERSON and mention.span.start in span:
            full = _with_modifiers(sentence, mention, span)
            skipped.update(range(full.start, full.end))
            replaced[full.start] = (
                mention.entity.short if is_short else _written(sentence, mention.span)
            )
    words: list[str] = []
    for place in range(span.start, span.end):
        if place in replaced:
            words.append(replaced[place])
        elif place not in skipped and sentence.tags[place] is not Tag.TIME:
            words.append(_shown(sentence.tokens[place]))
    return _join(words)


def _with_modifiers(sentence: TaggedSentence, mention: Mention, subject: Span) -> Span:
    """The whole phrase of a person, whatever stands before the name: "Russian President"."""
    start = mention.full.start
    phrase = sentence.phrase_at(mention.full.start)
    first = max(phrase.start if phrase else start, subject.start)
    while start > first and sentence.tags[start - 1] in (
        Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.DETERMINER, Tag.GENITIVE, Tag.POSSESSIVE,
    ):  # fmt: skip
        start -= 1
    return Span(start, mention.span.end)


def _written(sentence: TaggedSentence, span: Span) -> str:
    return _join([_shown(token) for token in sentence.tokens[span.start : span.end]])


def _verb_words(sentence: TaggedSentence, clause: Clause) -> str:
    group = clause.group
    words = []
    for place in range(group.span.start, group.span.end):
        token, tag = sentence.tokens[place], sentence.tags[place]
        if tag is Tag.ADVERB and place != group.head:
            continue
        words.append(_spelled_out(token, tag))
    if group.is_negated and "not" not in words and "never" not in words:
        return " ".join(words)
    if group.is_perfect and not group.is_negated and not group.modal:
        words = _simple_past(words, group.lemma)
    return " ".join(words)


def _spelled_out(token: Token, tag: Tag) -> str:
    if token.lower == "'s":
        return "has" if tag is Tag.HAVE else "is"
    return _WHOLE.get(token.lower) or _PLAIN.get(token.lower) or token.form


def _simple_past(words: Sequence[str], lemma: str) -> list[str]:
    """The perfect as a past: "has sent" → "sent", "has gone" → "went", "has been" → "was"."""
    first, *rest = words
    if rest[:1] == ["been"]:
        auxiliary = {"has": "was", "have": "were"}.get(first)
        return [auxiliary, *rest[1:]] if auxiliary else list(words)
    if len(rest) == 1:
        reading = read_verb(rest[0].lower())
        if reading is not None and reading.forms & Form.PAST:
            return rest
        past = past_form(lemma)
        return [past] if past else list(words)
    return list(words)


def _kept_rest(sentence: TaggedSentence, clause: Clause) -> list[int]:
    """The tokens behind the verb that stay: no time, no filler, nothing that only adds."""
    end = _end_of_purpose(sentence, clause)
    kept: list[int] = []
    for place in range(clause.rest.start, end):
        tag = sentence.tags[place]
        if tag is Tag.TIME:
            _drop_dangling(sentence, kept, {Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB})
        elif not _is_filler(sentence, place, clause) and not _is_zone(sentence, place):
            kept.append(place)
    return [place for place in kept if sentence.tokens[place].form not in _QUOTES]


def _drop_dangling(sentence: TaggedSentence, kept: list[int], tags: set[Tag]) -> None:
    while kept and sentence.tags[kept[-1]] in tags and not _is_particle(sentence, kept):
        kept.pop()


def _is_zone(sentence: TaggedSentence, place: int) -> bool:
    """Whether a token tells whose clock a time is on: "2 p.m. GMT", "Saturday local time"."""
    before = sentence.tokens[place - 1]
    after_time = sentence.tags[place - 1] is Tag.TIME or before.lower in ("local", "eastern")
    return after_time and sentence.tokens[place].lower in _ZONES


def _is_filler(sentence: TaggedSentence, place: int, clause: Clause) -> bool:
    token, tag = sentence.tokens[place], sentence.tags[place]
    if tag is Tag.ADVERB and token.lower in _HARMLESS:
        return True
    is_pointing = (
        tag is Tag.PREPOSITION
        and token.lower in ("about", "for", "on", "of")
        and place + 2 < clause.rest.end
        and sentence.tokens[place + 1].lower in ("this", "that", "it")
        and sentence.tags[place + 2] in (Tag.PREPOSITION, Tag.TIME)
    )
    if is_pointing:
        return True
    return place > clause.rest.start and (
        token.lower in ("this", "that", "it")
        and sentence.tokens[place - 1].lower in ("about", "for", "on", "of")
        and place + 1 < clause.rest.end
        and sentence.tags[place + 1] in (Tag.PREPOSITION, Tag.TIME)
    )


def _end_of_purpose(sentence: TaggedSentence, clause: Clause) -> int:
    """Where "to train and fight" begins that only tells what something was done for."""
    group = clause.group
    if group.infinitive is not None or group.lemma in event_words("object_infinitive"):
        return clause.rest.end
    for place in range(clause.rest.start + 1, clause.rest.end):
        if sentence.tags[place] is Tag.TO and sentence.tags[place - 1] not in _BEFORE_INFINITIVE:
            return place
    return clause.rest.end


# --- putting together ---------------------------------------------------------------------------


def _shown(token: Token) -> str:
    return token.form


def _join(words: Sequence[str]) -> str:
    text = ""
    for word in words:
        is_tight = not text or word in _NO_SPACE_BEFORE or text.endswith(("(", "$", "£", "€"))
        text += word if is_tight else " " + word
    return text


def _fit(sentence: TaggedSentence, beginning: str, places: Sequence[int]) -> str:
    """The beginning with as many of the tokens as there is room for, cut where a phrase ends."""
    return _assembled(sentence, beginning, _fitting(sentence, beginning, places))


def _fitting(sentence: TaggedSentence, beginning: str, places: Sequence[int]) -> list[int]:
    kept = list(places)
    _trim(sentence, kept)
    while kept and len(_assembled(sentence, beginning, kept)) > LONGEST:
        _cut_last_phrase(sentence, kept)
    _cut_headless_clause(sentence, kept)
    return kept


def _cut_headless_clause(sentence: TaggedSentence, kept: list[int]) -> None:
    """Drop "that a fourth carrier" when its verb has been cut off."""
    openers = [n for n, place in enumerate(kept) if sentence.tags[place] is Tag.THAT]
    if not openers:
        return
    inner = [sentence.tags[place] for place in kept[openers[-1] :]]
    if not any(tag in VERB or tag in AUXILIARY for tag in inner):
        del kept[openers[-1] :]
        _trim(sentence, kept)


def _assembled(sentence: TaggedSentence, beginning: str, places: Sequence[int]) -> str:
    words = [_spelled(sentence, place) for place in places]
    return _join([beginning, *words] if beginning else words)


def _spelled(sentence: TaggedSentence, place: int) -> str:
    token, tag = sentence.tokens[place], sentence.tags[place]
    if tag is Tag.GENITIVE or not token.lower.startswith(("'", "n'")):
        return _WHOLE.get(token.lower, token.form) if tag is Tag.MODAL else token.form
    return _spelled_out(token, tag)


def _cut_last_phrase(sentence: TaggedSentence, kept: list[int]) -> None:
    """Drop the last phrase: back to the preposition or conjunction it hangs on."""
    kept.pop()
    while kept and sentence.tags[kept[-1]] not in _CUTS and sentence.tokens[kept[-1]].form != ",":
        kept.pop()
    _trim(sentence, kept)


def _trim(sentence: TaggedSentence, kept: list[int]) -> None:
    while kept and _dangles(sentence, kept):
        kept.pop()


def _dangles(sentence: TaggedSentence, kept: Sequence[int]) -> bool:
    """Whether the last token only makes sense with what would follow it."""
    tag = sentence.tags[kept[-1]]
    before = sentence.tags[kept[-2]] if len(kept) > 1 else Tag.MARK
    if tag is Tag.ING:
        return before in (Tag.PREPOSITION, Tag.NOUN, Tag.NAME)
    if tag in AUXILIARY:
        return True
    if tag is Tag.ADVERB:
        return not sentence.tokens[kept[-1]].lower.endswith("ly")
    if tag is Tag.PARTICIPLE:
        return before in (Tag.NOUN, Tag.NAME)
    return tag in _DANGLING and not _is_particle(sentence, kept)


def _is_particle(sentence: TaggedSentence, kept: Sequence[int]) -> bool:
    """Whether the last word may end a title: "broke out", "stepped down", "fled abroad"."""
    word = sentence.tokens[kept[-1]].lower
    return word in ("out", "up", "down", "off", "away", "back", "over", "apart", "abroad", "home")


def _finish(title: str) -> str:
    title = title.strip(" ,;:-–—")
    if len(title) > LONGEST:
        title = title[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—")
        words = title.split()
        while words and words[-1].lower() in function_words("preposition"):
            words.pop()
        title = " ".join(words)
    if title.endswith(".") and not title.endswith(("U.S.", "U.K.", "U.N.", "Inc.", "Corp.", "Co.")):
        title = title[:-1]
    return title[:1].upper() + title[1:]
