"""What the find box finds, and where each hit leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from timeline_app.domain import UserError
from timeline_app.services.finding import Hit, HitKind, find, folded
from timeline_app.services.help_pages import find_help
from timeline_app.ui.help import HelpDesk
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.action_set import ActionSet
from timeline_app.ui.timeline.facet_columns import Facet

_MOST_COMMANDS, _MOST_PAGES = 4, 2
_FACETS = {
    "Person": Facet.PERSON,
    "Organisation": Facet.ORGANISATION,
    "Place": Facet.PLACE,
    "Tag": Facet.TAG,
}


class Finder:
    """Looks through the project, the commands that work now, and the help."""

    def __init__(
        self,
        model: ProjectModel,
        actions: ActionSet,
        desk: HelpDesk,
        workspace: Callable[[str], Any],
    ) -> None:
        """`workspace` shows one of the workspaces and returns it."""
        self._model, self._actions, self._desk = model, actions, desk
        self._workspace = workspace

    def find(self, text: str) -> list[Hit]:
        """Dates first, then commands, then what is in the project, then pages of the help."""
        if not text.strip():
            return []
        found = self._in_project(text)
        dates = [hit for hit in found if hit.kind is HitKind.DATE]
        others = [hit for hit in found if hit.kind is not HitKind.DATE]
        pages = [
            Hit(HitKind.HELP, hit.title, "Help", key=f"{hit.page.id}#{hit.heading}")
            for hit in find_help(self._desk.pages, text, _MOST_PAGES)
        ]
        return [*dates, *self._commands(text), *others, *pages]

    def go_to(self, hit: Hit) -> None:
        """Show what was found, or do it."""
        match hit.kind:
            case HitKind.COMMAND:
                self._actions[hit.key].trigger()
            case HitKind.HELP:
                page, _, heading = hit.key.partition("#")
                self._desk.open_page(page, heading)
            case HitKind.NAME:
                self._workspace("timeline").show_only(_FACETS[hit.key], hit.title)
            case HitKind.ARTICLE:
                self._model.set_current_article(hit.id)
                self._workspace("review")
            case HitKind.EVENT:
                self._model.set_current_event(hit.id)
            case HitKind.DATE:
                self._workspace("timeline").go_to_date(hit.span)

    def _in_project(self, text: str) -> list[Hit]:
        if not self._model.is_open:
            return []
        try:
            return find(self._model.library, text)
        except UserError as error:
            self._model.failed.emit(str(error))
            return []

    def _commands(self, text: str) -> list[Hit]:
        """The commands in which each word typed begins a word, the shortest first."""
        wanted = folded(text).split()
        found = [hit for hit in self._all_commands() if _has(hit.title, wanted)]
        return sorted(found, key=lambda hit: len(hit.title))[:_MOST_COMMANDS]

    def _all_commands(self) -> Iterator[Hit]:
        for spec in self._actions.shown():
            if self._actions[spec.id].isEnabled():
                keys = spec.keys[0] if spec.keys else spec.menu
                yield Hit(HitKind.COMMAND, spec.plain_text, keys, key=spec.id)


def _has(title: str, wanted: list[str]) -> bool:
    words = folded(title).split()
    return all(any(word.startswith(typed) for word in words) for typed in wanted)
