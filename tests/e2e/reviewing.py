"""The walk through the review: the first minute, the card, the decisions, the article's date."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from tests.e2e.walking import CTRL, SHIFT, Key, Walk
from tests.window import SEED
from timeline_app.domain import Certainty, Event, Factuality, ReviewStatus, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.resources import seeds_path

TITLE = "North Korea Joins Russia in Ukraine: What’s Next?"
SUMMIT, RUTTE, TALKS, CAPTURE, AMMUNITION = (
    "He held a summit",
    "Rutte confirmed that",
    "will talk about this",
    "Russia captured",
    "asked Iran for help",
)
TYPED_TITLE = "Putin hosts China and India"
UNDATED_TEXT = (
    "Harbour reopens\n\n"
    "The minister opened the new harbour in Oslo last week. "
    "Fishermen protested against the works in spring 2019."
)


def edtf_of(event: Event) -> str | None:
    """The date of an event as EDTF."""
    return None if event.span is None else write_edtf(event.span)


def color_at(walk: Walk, offset: int) -> str:
    """The fill behind a character of the article."""
    reader = walk.review.page.reader
    piece = reader.pieces(TextRange(offset, offset + 1))[0]
    corner = piece.rect.topLeft() + QPointF(1, 1 - reader.verticalScrollBar().value())
    return reader.viewport().grab().toImage().pixelColor(corner.toPoint()).name()


def begin_with_an_open_project(walk: Walk) -> None:
    window = walk.window
    assert window.start.isVisible()
    assert window.start.drop_area.headline == "Drop articles here, or paste text"
    assert window.model.library.path.parent == walk.folder / "data"
    assert window.model.library.path.is_file()
    assert walk.answers.questions == []


def drop_the_article(walk: Walk) -> None:
    walk.drop_file(walk.window, seeds_path(SEED))
    (article,) = walk.stored().articles.values()
    assert article.title == TITLE
    assert article.published == CivilDate(2024, 10, 29)
    assert walk.window.status.saved.startswith("Saved ")
    assert not walk.window.start.isVisible()
    assert "Advertisement" not in walk.review.page.reader.toPlainText()


def confirm_the_article_date(walk: Walk) -> None:
    bar = walk.review.header.date_bar
    assert bar.note.startswith("found in the dateline")
    assert bar.confirm.isVisible()
    walk.press(Key.Key_C)
    assert all(article.is_date_confirmed for article in walk.stored().articles.values())
    assert bar.note.startswith("found in the dateline, confirmed")
    assert not bar.confirm.isVisible()


def jump_from_the_sentence_to_its_proposal(walk: Walk) -> None:
    reader = walk.review.page.reader
    summit = walk.quoting(SUMMIT)
    (evidence,) = walk.project.evidence_of_event(summit.id)
    assert walk.current != summit
    before = color_at(walk, evidence.quote_range.start)
    walk.click(reader.viewport(), reader.point_of(evidence.quote_range.start))
    assert walk.current == summit
    assert color_at(walk, evidence.quote_range.start) != before


def look_at_the_card(walk: Walk) -> None:
    card = walk.review.card
    assert card.date.words.text() == "Sometime 21 – 27 Oct 2024"
    assert card.date.edtf.text() == "[2024-10-21..2024-10-27]"
    assert card.readings.source.in_words == "“last week” ← Tue 29 Oct 2024 (article)"
    assert len(card.readings.rows) == 3
    assert "Putin" in card.title.text()
    assert card.quote.quote.text.startswith("“He held a summit")


def take_another_reading(walk: Walk) -> None:
    summit, card = walk.current, walk.review.card
    walk.press(Key.Key_BracketRight)
    other = walk.stored_event(summit.id)
    assert edtf_of(other) == "[2024-10-22..2024-10-28]"
    assert card.date.words.text() == "Sometime 22 – 28 Oct 2024"
    assert [row.isChecked() for row in card.readings.rows] == [False, True, False]
    walk.press(Key.Key_BracketLeft)
    assert walk.stored_event(summit.id) == summit


def jump_from_the_proposal_to_its_sentence(walk: Walk) -> None:
    reader, summit = walk.review.page.reader, walk.current
    walk.press(Key.Key_J)
    assert walk.current == walk.project.queue(1)[walk.project.queue(1).index(summit) + 1]
    assert reader.current == walk.current.id
    walk.press(Key.Key_K)
    assert walk.current == summit
    last = walk.project.queue(1)[-1]
    while walk.current != last:
        walk.press(Key.Key_Down)
    (evidence,) = walk.project.evidence_of_event(last.id)
    middle = reader.point_of(evidence.quote_range.start)
    assert reader.viewport().rect().contains(middle.toPoint())
    assert reader.verticalScrollBar().value() > 0


def accept_reject_and_put_off(walk: Walk) -> None:
    walk.window.model.set_current_event(walk.quoting(RUTTE).id)
    walk.press(Key.Key_A)
    assert walk.stored_event(walk.quoting(RUTTE).id).status is ReviewStatus.ACCEPTED
    assert walk.current == walk.quoting(SUMMIT)
    assert walk.window.status.message.startswith("Accepted. ")
    walk.press(Key.Key_Space)
    assert walk.stored().queue(1)[-1] == walk.quoting(SUMMIT)
    assert walk.current == walk.quoting(AMMUNITION)
    walk.press(Key.Key_X)
    assert walk.stored_event(walk.quoting(AMMUNITION).id).status is ReviewStatus.REJECTED


def see_what_comes_next(walk: Walk) -> None:
    walk.window.model.set_current_event(walk.quoting(AMMUNITION).id)
    listed = walk.review.queue.model.entries[0].event
    walk.press(Key.Key_J)
    assert walk.current == listed == walk.quoting(TALKS)


def undo_and_redo_the_rejection(walk: Walk) -> None:
    rejected = walk.quoting(AMMUNITION).id
    walk.press(Key.Key_Z, CTRL)
    assert walk.stored_event(rejected).status is ReviewStatus.PROPOSED
    assert walk.current.id == rejected
    assert walk.window.status.message.startswith("Undone: ")
    walk.press(Key.Key_Z, CTRL | SHIFT)
    assert walk.stored_event(rejected).status is ReviewStatus.REJECTED


def edit_the_title(walk: Walk) -> None:
    summit, card = walk.quoting(SUMMIT), walk.review.card
    walk.window.model.set_current_event(summit.id)
    walk.press(Key.Key_E)
    assert card.title.hasFocus()
    walk.type_text(TYPED_TITLE)
    walk.press(Key.Key_Return)
    assert walk.stored_event(summit.id).title == TYPED_TITLE
    assert walk.current.status is ReviewStatus.PROPOSED
    assert walk.review.page.reader.hasFocus()


def type_a_date_with_its_echo(walk: Walk) -> None:
    summit, field = walk.current, walk.review.card.date.field
    walk.press(Key.Key_D)
    assert field.edit.hasFocus()
    walk.type_text("last week of Octob")
    assert any("not understood" in words for words in walk.words_in(field.echo))
    walk.press(Key.Key_Return)
    assert field.edit.hasFocus()
    walk.type_text("last week of October 2024")
    edtf = "[2024-10-25..2024-10-31]"
    assert {"Sometime 25 – 31 Oct 2024", edtf} <= walk.words_in(field.echo)
    walk.press(Key.Key_Return)
    assert edtf_of(walk.stored_event(summit.id)) == edtf
    assert walk.review.card.date.edtf.text() == edtf
    assert walk.review.card.readings.source.in_words.endswith("date typed by you")


def judge_status_and_certainty(walk: Walk) -> None:
    summit = walk.current
    walk.press(Key.Key_U)
    stored = walk.stored_event(summit.id)
    order = list(Certainty)
    assert stored.certainty is order[(order.index(summit.certainty) + 1) % len(order)]
    for key, factuality in ((Key.Key_3, Factuality.PLANNED), (Key.Key_1, Factuality.HAPPENED)):
        walk.press(key)
        assert walk.stored_event(summit.id).factuality is factuality
        assert walk.review.card.details.status.value == factuality.value


def correct_the_article_date(walk: Walk) -> None:
    bar, before = walk.review.header.date_bar, walk.stored()
    summit, capture = walk.quoting(SUMMIT), walk.quoting(CAPTURE)
    walk.press(Key.Key_D, SHIFT)
    assert bar.field.edit.hasFocus()
    walk.type_text("5 November 2024")
    walk.qtbot.waitUntil(lambda: bar.preview.text() != "")
    assert bar.preview.text().endswith(" dates follow, 1 you edited stays")
    assert walk.stored().events == before.events
    walk.press(Key.Key_Return)
    after = walk.stored()
    assert after.articles[1].published == CivilDate(2024, 11, 5)
    assert after.events[summit.id] == summit
    assert edtf_of(after.events[capture.id]) == "[..2024-11-05]"
    walk.press(Key.Key_Z, CTRL)
    assert walk.stored().events == before.events
    assert walk.stored().articles == before.articles


def paste_an_article_without_a_date(walk: Walk) -> None:
    walk.paste(UNDATED_TEXT)
    review = walk.review
    bar = review.header.date_bar
    assert bar.note.startswith("not found")
    assert "1 date wait" in bar.note
    assert review.card.date.words.text() == "Waits for the article date"
    assert walk.stored_event(walk.quoting("opened the new harbour").id).span is None
    protest = walk.stored_event(walk.quoting("Fishermen protested").id)
    assert edtf_of(protest) == "2019-21"


def date_the_pasted_article(walk: Walk) -> None:
    walk.press(Key.Key_D, SHIFT)
    walk.type_text("10 May 2023")
    walk.press(Key.Key_Return)
    harbour = walk.stored_event(walk.quoting("opened the new harbour").id)
    assert edtf_of(harbour) == "[2023-05-01..2023-05-07]"
    walk.press(Key.Key_Z, CTRL)
    assert walk.stored_event(harbour.id).span is None
    walk.press(Key.Key_Up, CTRL)
    assert walk.window.model.current_article == 1


STEPS = (
    begin_with_an_open_project,
    drop_the_article,
    confirm_the_article_date,
    jump_from_the_sentence_to_its_proposal,
    look_at_the_card,
    take_another_reading,
    jump_from_the_proposal_to_its_sentence,
    accept_reject_and_put_off,
    see_what_comes_next,
    undo_and_redo_the_rejection,
    edit_the_title,
    type_a_date_with_its_echo,
    judge_status_and_certainty,
    correct_the_article_date,
    paste_an_article_without_a_date,
    date_the_pasted_article,
)
