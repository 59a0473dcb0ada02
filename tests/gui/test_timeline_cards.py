"""Where the card of an event goes, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain import (
    Article,
    Change,
    DateOrigin,
    Edit,
    Event,
    Evidence,
    Record,
    ReviewStatus,
    TextRange,
    hash_text,
)
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import Area
from timeline_app.services.library import Library
from timeline_app.ui.sources.quote_text import QuoteText
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.card_place import card_area
from timeline_app.ui.timeline.hover_card import HoverCard
from timeline_app.ui.widgets import PlainLabel

ROOM = Area(0, 0, 1_000, 600)
SIZE = (340.0, 150.0)


@pytest.mark.parametrize(
    ("beside", "x", "expected"),
    [
        (Area(100, 100, 50, 20), 120, (136, 126)),
        (Area(100, 500, 50, 20), 120, (136, 344)),
        (Area(900, 100, 50, 20), 920, (660, 126)),
        (Area(100, 20, 50, 570), 120, (136, 20)),
        (Area(900, 20, 50, 570), 920, (564, 20)),
    ],
)
def test_a_card_goes_below_or_above_or_to_the_side(
    beside: Area, x: float, expected: tuple[float, float]
) -> None:
    area = card_area(SIZE, beside, ROOM, x)

    assert (area.x, area.y) == expected


@given(st.floats(0, 999), st.floats(0, 580), st.floats(1, 20), st.floats(0, 1), st.floats(0, 1))
def test_a_card_is_never_under_the_pointer_nor_outside_the_window(
    x: float, y: float, height: float, across: float, down: float
) -> None:
    beside = Area(x, y, 1_000 - x, height)
    pointer = x + across * beside.width * 0.999, y + down * height * 0.999
    area = card_area(SIZE, beside, ROOM, pointer[0])

    assert not area.contains(*pointer)
    assert area.x >= ROOM.x
    assert area.x + area.width <= ROOM.x + ROOM.width
    assert area.y >= ROOM.y
    assert area.y + area.height <= ROOM.y + ROOM.height


def told_by(library: Library, outlets: int, quote: str) -> Event:
    """A proposal that stands in as many articles."""
    event = Event(library.new_id(), "Treaty", parse_edtf("2024-11-09"), ReviewStatus.PROPOSED)
    records: list[Record] = [event]
    for number in range(1, outlets + 1):
        article = Article(
            library.new_id(),
            f"Article {number}",
            quote,
            (TextRange(0, len(quote)),),
            CivilDate(2024, 11, number),
            DateOrigin.DATELINE,
            source=f"Outlet {number}",
            content_hash=hash_text(quote + str(number)),
        )
        whole = TextRange(0, len(quote))
        records += [article, Evidence(library.new_id(), event.id, article.id, whole, quote)]
    library.apply(Change("fill", tuple(Edit(None, record) for record in records)))
    return event


def said_by(card: HoverCard) -> tuple[list[str], list[str]]:
    """The lines of a card and its quotes."""
    lines = [label.text() for label in card.findChildren(PlainLabel)]
    return lines, [quote.text for quote in card.findChildren(QuoteText)]


@pytest.mark.parametrize(
    ("outlets", "quotes", "last"),
    [
        (0, 0, "Entered by hand, no source"),
        (1, 1, "Fri 1 Nov 2024"),
        (3, 2, "Sun 3 Nov 2024"),
        (4, 2, "and 1 more source"),
        (6, 2, "and 3 more sources"),
    ],
)
def test_a_card_names_three_sources_and_counts_the_rest(
    tmp_path: Path, qtbot: QtBot, outlets: int, quotes: int, last: str
) -> None:
    library, parent = Library.open(tmp_path / "p.timeline"), QWidget()
    qtbot.addWidget(parent)
    card = HoverCard(Theme(), parent)

    size = card.tell_of(library.project, told_by(library, outlets, "They signed <i>it</i>."))

    lines, words = said_by(card)
    assert lines[:4] == ["Treaty", "Sat 9 Nov 2024", "2024-11-09", "Proposal"]
    assert lines[-1] == last
    assert words == ["“They signed <i>it</i>.”"] * quotes
    assert size.height() < 320
    assert card.accessibleName().startswith("Treaty, Sat 9 Nov 2024, 2024-11-09, ")
    library.close()


def test_a_card_shortens_a_long_quote_between_words(tmp_path: Path, qtbot: QtBot) -> None:
    library, parent = Library.open(tmp_path / "p.timeline"), QWidget()
    qtbot.addWidget(parent)
    card = HoverCard(Theme(), parent)

    card.tell_of(library.project, told_by(library, 1, "They signed it " * 40))

    (quote,) = said_by(card)[1]
    assert quote.endswith(("signed…”", "it…”", "They…”"))
    assert len(quote) <= 203
    library.close()
