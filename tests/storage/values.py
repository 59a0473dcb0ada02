"""Random values of every shape that a project can hold."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline_app.domain import (
    Alias,
    Article,
    Certainty,
    Citation,
    DateCandidate,
    DateOrigin,
    DayOrder,
    Event,
    Evidence,
    Factuality,
    NameKind,
    Origin,
    Participant,
    Preferences,
    Reading,
    Relation,
    ReviewStatus,
    Role,
    Ruling,
    RulingKind,
    TextRange,
    WeekStart,
)
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.calendar import civil_date

# NUL and lone surrogates are replaced before anything reaches the store.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
names = st.lists(texts, max_size=3).map(tuple)
days = st.integers(-800_000, 60_000).map(civil_date)
_instants = st.integers(-60_000_000_000, 5_000_000_000)
_coarse = st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.CENTURY])


_pairs = st.tuples(_instants, _instants).map(sorted)

simple_spans = st.one_of(
    *(
        st.builds(make, _instants, _coarse)
        for make in (
            TimeSpan.at,
            TimeSpan.on_or_before,
            TimeSpan.on_or_after,
            TimeSpan.ongoing_since,
            TimeSpan.ongoing_until,
        )
    ),
    *(
        st.builds(lambda pair, unit, make=make: make(*pair, unit), _pairs, _coarse)
        for make in (TimeSpan.within, TimeSpan.lasting)
    ),
)


@st.composite
def qualified_spans(draw: st.DrawFn) -> TimeSpan:
    """Single granules with the qualifiers of EDTF."""
    span = TimeSpan.at(draw(_instants), draw(_coarse))
    return span.qualified(uncertain=draw(st.booleans()), approximate=draw(st.booleans()))


@st.composite
def disputed_spans(draw: st.DrawFn) -> TimeSpan:
    """One of two or three days."""
    chosen = draw(st.lists(days, min_size=2, max_size=3, unique=True))
    return TimeSpan.one_of([TimeSpan.on(day) for day in chosen])


spans = st.one_of(simple_spans, qualified_spans(), disputed_spans())
ranges = st.tuples(st.integers(0, 500), st.integers(0, 80)).map(
    lambda pair: TextRange(pair[0], pair[0] + pair[1])
)
readings = st.lists(st.builds(Reading, spans, texts), max_size=3).map(tuple)
_ids = st.integers(1, 2**40)

_civil_days = days.map(lambda day: CivilDate(*day))
candidates = st.builds(
    DateCandidate,
    _civil_days,
    st.sampled_from(DateOrigin),
    texts,
    texts,
    st.none() | _civil_days,
    texts,
)
citations = st.builds(
    Citation,
    texts,
    authors=names,
    container_title=texts,
    page=texts,
    doi=texts,
    accessed=st.none() | _civil_days,
)
articles = st.builds(
    Article,
    id=_ids,
    title=texts,
    text=texts,
    body=st.lists(ranges, max_size=4).map(tuple),
    published=st.none() | _civil_days,
    date_origin=st.sampled_from(DateOrigin),
    is_date_confirmed=st.booleans(),
    source=texts,
    author=texts,
    place=texts,
    url=texts,
    language=texts,
    added_at=texts,
    content_hash=texts,
    candidates=st.lists(candidates, max_size=3).map(tuple),
    pages=st.lists(st.integers(0, 500), max_size=4).map(tuple),
    citation=st.none() | citations,
    original=texts,
)
events = st.builds(
    Event,
    id=_ids,
    title=texts,
    span=st.none() | spans,
    status=st.sampled_from(ReviewStatus),
    factuality=st.sampled_from(Factuality),
    certainty=st.sampled_from(Certainty),
    people=names,
    organisations=names,
    places=names,
    tags=names,
    note=texts,
    origin=st.sampled_from(Origin),
    is_date_edited=st.booleans(),
    is_title_edited=st.booleans(),
    times_deferred=st.integers(0, 9),
)
participants = st.lists(
    st.builds(Participant, texts, st.sampled_from(Role), ranges), max_size=3
).map(tuple)
evidence = st.builds(
    Evidence,
    id=_ids,
    event_id=_ids,
    article_id=_ids,
    quote_range=ranges,
    quote=texts,
    trigger=st.none() | ranges,
    expression=st.none() | ranges,
    rule=texts,
    reason=texts,
    readings=readings,
    chosen=st.none() | st.integers(0, 3),
    clause=st.none() | ranges,
    participants=participants,
    source=texts,
    relation=st.sampled_from(Relation),
    why=names,
    salience=st.floats(0, 1),
    was_folded=st.booleans(),
)
preferences = st.builds(
    Preferences,
    week_start=st.none() | st.sampled_from(WeekStart),
    day_order=st.none() | st.sampled_from(DayOrder),
)
record_ids = st.integers(1, 2**53)
rulings = st.builds(
    Ruling, record_ids, st.sampled_from(RulingKind), st.lists(record_ids, max_size=4).map(tuple)
)
aliases = st.builds(Alias, record_ids, st.sampled_from(NameKind), texts, texts, st.booleans())
records = st.one_of(articles, events, evidence, preferences, rulings, aliases)
