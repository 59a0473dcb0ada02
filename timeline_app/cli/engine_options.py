"""Options of the shell that say what finds the events."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from timeline_app.extraction.proposer import (
    BUILT_IN,
    LOCAL_SERVER,
    SPACY_FOLDER,
    EngineSettings,
)

Command = Callable[..., None]


def _name(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    from timeline_app.extraction.proposers import names_of_proposers

    if name is not None and name not in (names := names_of_proposers()):
        raise click.BadParameter(f"{name!r} is none of {', '.join(names)}.")
    return name


_OPTIONS = (
    click.option(
        "--proposer",
        metavar="NAME",
        callback=_name,
        help="What finds the events: built-in, rules, spacy-folder, local-server, or another one "
        "that is installed.",
    ),
    click.option(
        "--spacy-folder",
        "folder",
        type=click.Path(path_type=Path),
        help="Parse with the spaCy pipeline in this folder.",
    ),
    click.option(
        "--server",
        "address",
        metavar="URL",
        help="Ask the language model of this server too, such as http://localhost:11434/v1.",
    ),
    click.option(
        "--model",
        metavar="NAME",
        help="The model of the server; its first one when it is left out.",
    ),
    click.option(
        "--allow-remote-server",
        "may_leave_computer",
        is_flag=True,
        help="Let the server be on another computer: articles are sent there.",
    ),
)


def engine_options(command: Command) -> Command:
    """Add the options to a command, which gets what they ask for as its keyword `engine`."""

    @wraps(command)
    def with_engine(**values: Any) -> None:
        names = ("proposer", "folder", "address", "model", "may_leave_computer")
        engine = _engine(**{name: values.pop(name) for name in names})
        command(**values, engine=engine)

    wrapped: Command = with_engine
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _engine(
    *,
    proposer: str | None,
    folder: Path | None,
    address: str | None,
    model: str | None,
    may_leave_computer: bool,
) -> EngineSettings:
    """What the options ask for. A folder or a server needs no name of a proposer beside it."""
    name = proposer or BUILT_IN
    if proposer is None and folder is not None:
        name = SPACY_FOLDER
    elif proposer is None and (address is not None or model is not None):
        name = LOCAL_SERVER
    return EngineSettings(
        name,
        folder=folder,
        address=address or "",
        model=model or "",
        may_leave_computer=may_leave_computer,
    )
