"""The engine that the user has chosen for finding events: kept for the user, not for a project."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from timeline_app.domain import Progress, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.proposer import LOCAL_SERVER, SPACY_FOLDER, EngineSettings
from timeline_app.extraction.proposers import load_proposer
from timeline_app.extraction.server.addresses import server_address
from timeline_app.services.project_places import data_folder

_SENTENCE = "Vladimir Putin held a summit with leaders from China in Kazan last week."
_ITS_DAY = CivilDate(2024, 10, 29)


def engine_file() -> Path:
    """Where the choice is kept."""
    return data_folder() / "engine.json"


def read_engine(file: Path) -> EngineSettings:
    """What is kept in a file; the built-in engine where that is nothing, or damaged."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        kept = EngineSettings(
            name=values["name"],
            folder=Path(values["folder"]) if values["folder"] else None,
            address=values["address"],
            model=values["model"],
            may_leave_computer=values["may_leave_computer"] is True,
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return EngineSettings()
    words = (kept.name, kept.address, kept.model)
    return kept if all(isinstance(each, str) for each in words) else EngineSettings()


def keep_engine(file: Path, settings: EngineSettings) -> None:
    """Keep a choice. Raises UserError when the file cannot be written."""
    values = {**asdict(settings), "folder": str(settings.folder or "")}
    part = file.with_suffix(".part")
    try:
        part.write_text(json.dumps(values, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(f"The choice could not be kept in “{file}”.") from error


def check_engine(settings: EngineSettings) -> None:
    """Raise UserError for a choice that lacks what it needs. Loads nothing and asks nobody."""
    if settings.name == SPACY_FOLDER and (settings.folder is None or not settings.folder.is_dir()):
        raise UserError("Choose the folder of a spaCy pipeline.")
    if settings.name == LOCAL_SERVER:
        server_address(settings.address, may_leave_computer=settings.may_leave_computer)


def try_engine(settings: EngineSettings, progress: Progress) -> str:
    """Load an engine and let it read one sentence; says in words what it found.

    Takes as long as the engine does: call it in a worker. Raises UserError when it does not work.
    """
    from timeline_app.domain import TextRange
    from timeline_app.extraction.analysis import analyse

    check_engine(settings)
    progress.step(0, 1, "Loading")
    engine = load_proposer(settings)
    analysis = analyse(_SENTENCE, [TextRange(0, len(_SENTENCE))], "en")
    left_out: list[str] = []
    found = engine.propose(analysis, _ITS_DAY, progress=progress, tell=left_out.append)
    if not found:
        why = "".join(f" {sentence}" for sentence in left_out)
        raise UserError(f"It answers, but found no event in: “{_SENTENCE}”{why}")
    return f"It works: in a sentence about a summit it found “{found[0].title}”."
