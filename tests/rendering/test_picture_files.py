"""Pictures of the line: as wide as wanted, readable as text in SVG, and never too large."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PySide6.QtGui import QColor, QImage

from tests.exporters.hostile import HOSTILE, event, every_date, hostile, publication
from tests.rendering.publications import large_publication
from timeline_app.domain import UNWATCHED, UserError
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.exporters import Publication
from timeline_app.rendering.drawn_formats import PNG, SVG, PictureExporter

pytestmark = pytest.mark.usefixtures("qapp")


def written(exporter: PictureExporter, made: Publication) -> bytes:
    stream = BytesIO()
    exporter.write(made, stream, UNWATCHED)
    return stream.getvalue()


def test_svg_holds_titles_as_text() -> None:
    root = etree.fromstring(written(SVG, every_date()))
    texts = ["".join(text.itertext()).strip() for text in root.iter("{*}text")]
    assert {f"Event {number}" for number in range(1, 21)} <= set(texts)
    assert root.get("viewBox").startswith("0 0 1920 ")


def test_svg_is_drawn_in_its_colours_and_readable_without_our_fonts() -> None:
    text = written(SVG, every_date()).decode()
    assert 'stroke="url(' not in text
    assert 'fill="url(#gradient' in text
    families = set(re.findall(r'font-family="(Source[^"]*|\'[^"]*)"', text))
    assert families == {"'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"}
    assert len(re.findall(r'stroke="#000000"[^>]*>\s*<(?:polyline|path|line)', text)) == 0


def test_a_picture_is_as_high_as_its_events_need_and_cuts_no_title() -> None:
    recent = large_publication(150)
    long = "The settlers came down from the hills and built the first houses beside the river"
    old = event(151, long, parse_edtf("[..1613-05-01]"))
    made = replace(recent, events=(*recent.events, old))
    root = etree.fromstring(written(SVG, made))
    texts = {"".join(text.itertext()).strip() for text in root.iter("{*}text")}
    assert {f"Envoys met for round {number} of the talks" for number in range(1, 151)} <= texts
    assert any(text.startswith("The sett") for text in texts)


def test_hostile_titles_are_no_markup_of_svg() -> None:
    root = etree.fromstring(written(SVG, hostile()))
    assert root.findtext("{*}title") == HOSTILE[7]
    assert list(root.iter("{*}script")) == []


def test_png_is_as_wide_as_wanted_and_drawn_on() -> None:
    image = QImage.fromData(written(replace(PNG, width=800.0), every_date()))
    assert image.width() == 1_600
    colors = {
        QColor(image.pixel(x, y)).name() for x in range(0, 1_600, 7) for y in range(0, 400, 7)
    }
    assert len(colors) > 4


def test_a_picture_that_no_program_opens_is_refused() -> None:
    with pytest.raises(UserError, match="too large"):
        written(replace(PNG, width=40_000.0), every_date())


def test_what_has_no_date_is_told_and_leaves_an_empty_picture() -> None:
    made = publication(event(1, "Undated", None))
    assert SVG.losses(made)[0] == "1 event without a date is left out."
    etree.fromstring(written(SVG, made))
