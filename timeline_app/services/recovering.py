"""Bringing what can be read of a damaged project into a new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline_app.domain import UNWATCHED, Progress
from timeline_app.services.project_places import PROJECT_SUFFIX, unused_path
from timeline_app.storage.salvage import Salvaged, salvage

_TOLD = 3  # titles of articles whose text has changed


@dataclass(frozen=True, slots=True)
class Recovered:
    """The new project, and what came of the recovery in plain sentences."""

    path: Path
    sentence: str


def recover_project(path: Path, progress: Progress = UNWATCHED) -> Recovered:
    """Recover a damaged project into a new file beside it; the damaged one stays as it is.

    Runs in any thread, on a file that is not open. Raises UserError when nothing can be read.
    """
    target = unused_path(path.with_name(f"{path.stem} recovered{PROJECT_SUFFIX}"))
    found = salvage(path, target, progress)
    return Recovered(target, _told(path, found))


def _told(path: Path, found: Salvaged) -> str:
    counts = f"{_counted(found.articles, 'article')} and {_counted(found.events, 'event')}"
    words = [f"Recovered {counts} of “{path.name}”, which is kept as it is."]
    if found.left_out:
        words.append(f"{_counted(found.left_out, 'row')} made no sense any more.")
    if found.changed_texts:
        titles = ", ".join(f"“{title}”" for title in found.changed_texts[:_TOLD])
        more = " and others" if len(found.changed_texts) > _TOLD else ""
        words.append(f"The text is no longer as it was kept in {titles}{more}.")
    return " ".join([*words, "Compare it with the newest backup."])


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
