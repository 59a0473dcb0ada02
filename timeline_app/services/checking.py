"""Looking for damage in the open project, and mending what can be made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from timeline_app.domain import UNWATCHED, Change, Edit, Evidence, Progress, TextRange
from timeline_app.services.library import Library
from timeline_app.storage.checking import Fault, Mend, check_file

_MEND_LABEL = "mend quotes"


def check_project(library: Library, progress: Progress = UNWATCHED) -> tuple[Fault, ...]:
    """The faults of the open project, found in a copy of it: work can go on meanwhile.

    Runs in any thread. Raises UserError when the copy cannot be made.
    """
    with tempfile.TemporaryDirectory(prefix="timeline-app-") as folder:
        copy = Path(folder) / library.path.name
        library.copy_to(copy, progress)
        return check_file(copy, progress)


def mend(library: Library, faults: Iterable[Fault]) -> int:
    """Mend what can be; returns how many faults that were. Quotes are one step of work."""
    faults = tuple(fault for fault in faults if fault.mend is not Mend.NOTHING)
    if any(fault.mend is Mend.INDEXES for fault in faults):
        library.rebuild_indexes()
    library.apply(Change(_MEND_LABEL, tuple(_moved_quotes(library, faults))))
    return len(faults)


def _moved_quotes(library: Library, faults: Iterable[Fault]) -> Iterator[Edit]:
    project = library.project
    for fault in faults:
        evidence = project.evidence.get(fault.record) if fault.record is not None else None
        if fault.mend is Mend.QUOTE and evidence is not None:
            text = project.articles[evidence.article_id].text
            if text.count(evidence.quote) == 1:
                start = text.index(evidence.quote)
                yield Edit(evidence, _moved(evidence, start - evidence.quote_range.start))


def _moved(evidence: Evidence, by: int) -> Evidence:
    """The evidence with its quote, and what lies inside of it, that much farther on."""
    inside = evidence.quote_range

    def moved(place: TextRange | None) -> TextRange | None:
        if place is None or not inside.start <= place.start <= place.end <= inside.end:
            return place
        return TextRange(place.start + by, place.end + by)

    return replace(
        evidence,
        quote_range=TextRange(inside.start + by, inside.start + by + len(evidence.quote)),
        trigger=moved(evidence.trigger),
        expression=moved(evidence.expression),
        clause=moved(evidence.clause),
        participants=tuple(
            replace(each, range=moved(each.range) or each.range) for each in evidence.participants
        ),
    )
