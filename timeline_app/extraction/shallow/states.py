"""States: verbs that tell how things are, not what happened."""

from __future__ import annotations

from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.clauses import Clause


def is_state(clause: Clause) -> bool:
    """Whether the clause tells how things are: "is dangerous", "wants to", "is based in"."""
    group = clause.group
    if group.infinitive is not None and group.lemma in event_words("scheduled") | {"be"}:
        return group.infinitive_lemma in ("be", "have")
    if group.is_passive or group.is_progressive:
        return group.lemma in event_words("passive_state")
    return group.lemma in event_words("stative")
