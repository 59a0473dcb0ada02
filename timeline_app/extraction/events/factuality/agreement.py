"""Whether an event happened and the time that dates it, made to agree.

Nothing has happened after the article, nothing that goes on is over before it, and of what was
planned for a day before it nobody says that it happened.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.events.factuality.judging import Judgement, judge
from timeline_app.extraction.expressions import Resolution

if TYPE_CHECKING:
    from timeline_app.extraction.model.event_tagger import TaggedEvent
    from timeline_app.extraction.model.parsed import ParsedSentence

_TOLD = frozenset({Factuality.HAPPENED, Factuality.SAID})


def agreed(
    sentence: ParsedSentence,
    event: TaggedEvent,
    resolution: Resolution | None,
    anchor: CivilDate | None,
    *,
    is_clause: bool,
) -> tuple[Judgement, Resolution | None]:
    """The judgement on an event and what dates it, None where that cannot be its time.

    `resolution` is that of the time linked to it, `anchor` the article's date; `is_clause` is
    false where only a noun names the event.
    """
    is_ahead = resolution is not None and anchor is not None and resolution.lies_after(anchor)
    judgement = judge(sentence, event, lies_ahead=is_ahead)
    factuality = judgement.factuality
    is_over = _can_only_be_over(resolution, anchor)
    if factuality is Factuality.UNDER_WAY and is_over:
        return judgement, None
    if factuality is Factuality.PLANNED and is_over:
        return replace(judgement, factuality=Factuality.POSSIBLE), resolution
    if is_ahead and factuality in _TOLD:
        if not is_clause or event.form.tense in ("PRESENT", "NONE"):
            return replace(judgement, factuality=Factuality.PLANNED), resolution
        return judgement, None
    return judgement, resolution


def _can_only_be_over(resolution: Resolution | None, anchor: CivilDate | None) -> bool:
    """Whether no reading of the time expression reaches the article's day."""
    if resolution is None or not resolution.readings or anchor is None:
        return False
    ends = (reading.span.end for reading in resolution.readings)
    return all(end is not None and end <= anchor.instant for end in ends)
