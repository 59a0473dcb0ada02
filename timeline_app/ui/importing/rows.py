"""The rows of the import list, made from what became of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from timeline_app.domain import Article, DateTrust
from timeline_app.domain.time.wording import date_in_words
from timeline_app.services.project import Project
from timeline_app.ui.importing.entries import Entry, Offered, Outcome

if TYPE_CHECKING:
    from timeline_app.documents import FileBytes, ReadTable


class RowState(Enum):
    """What became of a row, in words; each has an icon and a color as well."""

    WAITING = "Waiting"
    READING = "Reading"
    ADDED = "Added"
    PRESENT = "Already there"
    FAILED = "Failed"
    ASKS = "Needs a choice"
    CANCELLED = "Cancelled"
    REMOVED = "Removed"

    @property
    def icon(self) -> str:
        """The file of its icon."""
        return _ICONS[self]

    @property
    def color(self) -> str:
        """The name of its color in the palette."""
        return _COLORS.get(self, "text2")

    @property
    def is_open(self) -> bool:
        """Whether the entry is not read yet."""
        return self in (RowState.WAITING, RowState.READING)


_ICONS = {
    RowState.WAITING: "minus",
    RowState.READING: "book-open",
    RowState.ADDED: "check",
    RowState.PRESENT: "copy",
    RowState.FAILED: "triangle-alert",
    RowState.ASKS: "list-checks",
    RowState.CANCELLED: "x",
    RowState.REMOVED: "trash-2",
}
_COLORS = {
    RowState.WAITING: "text3",
    RowState.ADDED: "accepted_text",
    RowState.FAILED: "alert_text",
    RowState.ASKS: "proposed_text",
    RowState.CANCELLED: "text3",
    RowState.REMOVED: "text3",
}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of the import list: a file, one article of it, or something that it holds.

    `key` is that of its entry. What the row asks about is `offered`, `attachment` or `table`.
    `words` and `proposals` are None where nothing was counted.
    """

    entry: Entry
    state: RowState
    title: str = ""
    article_id: int | None = None
    trust: DateTrust | None = None
    date: str = ""
    words: int | None = None
    proposals: int | None = None
    note: str = ""
    offered: tuple[Offered, ...] = ()
    attachment: FileBytes | None = None
    table: ReadTable | None = None

    @property
    def key(self) -> int:
        """The key of its entry."""
        return self.entry.key

    @property
    def can_be_read_again(self) -> bool:
        """Whether reading the entry once more may go better."""
        return self.state in (RowState.FAILED, RowState.CANCELLED)

    @property
    def as_text(self) -> str:
        """The row as a line of text: where it lies, its state, and why."""
        return "\t".join((self.entry.place or self.entry.name, self.state.value, self.note))


def open_row(entry: Entry, state: RowState = RowState.WAITING) -> ImportRow:
    """The row of an entry that is not read yet."""
    return ImportRow(entry, state)


def rows_of(entry: Entry, outcome: Outcome, project: Project) -> tuple[ImportRow, ...]:
    """The rows of an entry: its articles first, then what it asks."""
    rows = [_row_of_article(entry, each, outcome, project) for each in outcome.added]
    if outcome.offered:
        rows.append(_row_of_offers(entry, outcome))
    rows += [ImportRow(entry, RowState.ADDED, name, note=note) for name, note in outcome.taken]
    rows += [_row_of_attachment(entry, each) for each in outcome.attachments]
    rows += [_row_of_table(entry, each) for each in outcome.tables]
    if outcome.failure and not outcome.offered:
        rows.append(ImportRow(entry, RowState.FAILED, note=outcome.failure))
    if outcome.is_cancelled or not rows:
        rows.append(ImportRow(entry, RowState.CANCELLED))
    return tuple(rows)


def words_in(article: Article) -> int:
    """How many words stand in the article's own paragraphs."""
    return sum(len(part.cut(article.text).split()) for part in article.body)


def date_words(article: Article) -> str:
    """The article date, or that there is none."""
    return "No date" if article.published is None else date_in_words(article.published)


def _row_of_article(entry: Entry, article_id: int, outcome: Outcome, project: Project) -> ImportRow:
    article = project.articles.get(article_id)
    if article is None:
        return ImportRow(entry, RowState.REMOVED, note="No longer in the project.")
    return ImportRow(
        entry,
        RowState.ADDED,
        article.title,
        article_id,
        article.date_trust,
        date_words(article),
        words_in(article),
        project.counts(article_id).total,
        " ".join(outcome.warnings),
    )


def _row_of_offers(entry: Entry, outcome: Outcome) -> ImportRow:
    """One row for all articles that are not added: a copy, or the rest of a bundle."""
    first, *others = outcome.offered
    if not others and not outcome.added:
        return ImportRow(
            entry,
            RowState.PRESENT if first.is_copy else RowState.ASKS,
            first.article.title,
            first.known_id,
            first.article.date_trust,
            date_words(first.article),
            words_in(first.article),
            first.shown_proposals,
            outcome.failure or first.copy_words,
            outcome.offered,
        )
    count = len(outcome.offered)
    rest = "more " if outcome.added else ""
    note = f"{count} {rest}{'article' if count == 1 else 'articles'} in this file."
    copies = sum(offered.is_copy for offered in outcome.offered)
    if copies:
        note += f" {copies} already there or told twice."
    state = RowState.PRESENT if copies == count else RowState.ASKS
    return ImportRow(entry, state, entry.name, note=note, offered=outcome.offered)


def _row_of_attachment(entry: Entry, attachment: FileBytes) -> ImportRow:
    return ImportRow(
        entry,
        RowState.ASKS,
        attachment.name,
        note=f"Within “{entry.name}”, {size_in_words(len(attachment.data))}.",
        attachment=attachment,
    )


def _row_of_table(entry: Entry, table: ReadTable) -> ImportRow:
    count = len(table.rows)
    rows = "1 row" if count == 1 else f"{count:,} rows"
    note = f"A table with {rows}. Its columns become events."
    return ImportRow(entry, RowState.ASKS, table.name, note=note, table=table)


def size_in_words(count: int) -> str:
    """A number of bytes as a person reads it: "12 kB"."""
    if count < 1_000:
        return f"{count} bytes"
    return f"{count / 1e3:,.0f} kB" if count < 1_000_000 else f"{count / 1e6:,.1f} MB"
