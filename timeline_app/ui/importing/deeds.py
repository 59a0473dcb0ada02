"""What can be done with the rows of the import list, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from timeline_app.ui.importing.rows import ImportRow, RowState


class Deed(Enum):
    """A command on chosen rows; its value is the key that does it."""

    ADD_ANYWAY = "Space"
    RETRY = "R"
    CANCEL = "Del"
    OPEN = "Return"

    @property
    def keys(self) -> str:
        """The keys that do it, as a portable key sequence."""
        return self.value

    def words_for(self, rows: Sequence[ImportRow]) -> str:
        """What it does with these rows."""
        if self is Deed.OPEN:
            return _opening_words(rows[0]) if rows else ""
        return _WORDS[self]


_WORDS = {Deed.ADD_ANYWAY: "Add anyway", Deed.RETRY: "Retry", Deed.CANCEL: "Cancel"}


def deeds_for(rows: Sequence[ImportRow]) -> tuple[Deed, ...]:
    """What can be done with rows."""
    if not rows:
        return ()
    possible = {
        Deed.ADD_ANYWAY: all(map(_is_near_copy, rows)),
        Deed.RETRY: all(row.can_be_read_again for row in rows),
        Deed.CANCEL: any(row.state.is_open for row in rows),
        Deed.OPEN: len(rows) == 1 and bool(_opening_words(rows[0])),
    }
    return tuple(deed for deed, is_possible in possible.items() if is_possible)


def _opening_words(row: ImportRow) -> str:
    """What Enter does with a row; "" where it does nothing."""
    if row.table is not None:
        return "Choose the columns…"
    if row.attachment is not None:
        return "Add the attachment"
    if len(row.offered) > 1 or (row.offered and row.article_id is None):
        return "Choose the articles…"
    if row.article_id is None:
        return ""
    return "Open the article" if row.state is RowState.ADDED else "Open the other article"


def _is_near_copy(row: ImportRow) -> bool:
    return len(row.offered) == 1 and not row.offered[0].is_same_text
