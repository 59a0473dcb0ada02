from __future__ import annotations

import pytest

from tests.extraction.reading import clauses
from timeline_app.domain import Factuality
from timeline_app.extraction.shallow.factuality import attributions, factuality_of, is_attributed

HAPPENED, SAID, PLANNED, POSSIBLE, DENIED = (
    Factuality.HAPPENED,
    Factuality.SAID,
    Factuality.PLANNED,
    Factuality.POSSIBLE,
    Factuality.DENIED,
)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Russia captured a village.", "captured", HAPPENED),
        ("Russia did not capture a village.", "capture", DENIED),
        ("Russia might capture a village.", "capture", POSSIBLE),
        ("Russia will capture a village.", "capture", PLANNED),
        ("They won’t limit the use.", "limit", DENIED),
        ("The talks are expected to begin.", "expected", PLANNED),
        ("The firm plans to build a plant.", "plans", PLANNED),
        ("The firm wants to build a plant.", "wants", POSSIBLE),
        ("The firm agreed to build a plant.", "agreed", HAPPENED),
        ("He failed to win the race.", "failed", DENIED),
        ("If he wins, he will cut the aid.", "cut", POSSIBLE),
        ("Singh said that troops left the town.", "left", SAID),
        ("Troops left the town, Singh said.", "left", SAID),
        ("“Troops left the town,” said the minister.", "left", SAID),
        ("Rutte confirmed that troops entered the town.", "entered", HAPPENED),
        ("Troops left the town, according to Singh.", "left", SAID),
        ("Singh said that troops might leave the town.", "leave", POSSIBLE),
    ],
)
def test_what_the_text_vouches_for(text: str, verb: str, expected: Factuality) -> None:
    sentence, found = clauses(text)
    sources = attributions(sentence, found)
    number, clause = next(
        (number, each)
        for number, each in enumerate(found)
        if sentence.tokens[each.group.head].form == verb
    )
    told = factuality_of(
        sentence, clause, sources.get(number), is_attributed=is_attributed(sentence)
    )
    assert told is expected
