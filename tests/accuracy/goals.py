"""What is to be reached, beside what is: one table for all the measures that have a goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A measure of a test set, and the percentage to reach in it."""

    test_set: str
    measure: str
    percent: float


_OTHER_HALF = "MEANTIME, whole chain, other half"
_GUM = "UD GUM test, news and interviews"
GOALS = (
    Goal("TimeBank, events", "events", 83),
    Goal("TimeBank, events", "tense", 70),
    Goal("TimeBank, events", "aspect", 76),
    Goal(_OTHER_HALF, "date exact", 72),
    Goal(_OTHER_HALF, "agent and patient in title", 93),
    Goal(_OTHER_HALF, "shown that are events", 95),
    Goal("GAP validation", "pronouns", 78),
    Goal("TimeSET, cross-validated", "salient", 52),
    Goal("TimeSET, whole chain, cross-validated", "best", 52),
    Goal(_GUM, "upos", 96.3),
    Goal(_GUM, "las", 86),
    Goal("Universal NER, EWT, documents held out", "names", 70),
)


def goal_table(reached: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A line for each goal. `reached` has percentages by test set and measure."""
    yield f"{'test set':42}{'measure':30}{'reached':>9}{'goal':>7}"
    for goal in GOALS:
        value = reached.get(goal.test_set, {}).get(goal.measure)
        shown = "–" if value is None else f"{value:.1f}"
        verdict = "yes" if value is not None and value >= goal.percent else ""
        row = f"{goal.test_set:42}{goal.measure:30}{shown:>9}{goal.percent:7g}  {verdict}"
        yield row.rstrip()
