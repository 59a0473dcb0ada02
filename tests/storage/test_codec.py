"""Rows and domain values are the same thing in two forms."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from tests.storage.values import records, spans
from timeline_app.domain import Article, Record, TextRange, UserError
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.storage.codec import decode, decode_article, encode, table_of
from timeline_app.storage.spans import decode_span, encode_span


@given(records)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert decode(table_of(record), encode(record)) == record


@given(records)
def test_a_row_survives_the_undo_log(record: Record) -> None:
    row = encode(record)
    assert json.loads(json.dumps(row, ensure_ascii=False)) == row


@given(spans)
def test_the_text_of_a_span_says_the_same_as_its_bounds(span: TimeSpan) -> None:
    row = encode_span(span)
    assert decode_span(row) == span
    assert parse_edtf(row["when_edtf"]) == span


@pytest.mark.parametrize(
    "text",
    "2024-10-29 2024-21 199X Y-170000000 2024-10-29? [2024-10-26,2024-10-28] 2024-08-06/.. "
    "2024-10-29T10:30:00Z [..2024-10-29] -0043-03-15~ 1850~".split(),
)
def test_every_kind_of_edtf_comes_back(text: str) -> None:
    span = parse_edtf(text)
    assert decode_span(encode_span(span)) == span


def test_a_day_before_our_era_comes_back() -> None:
    article = Article(1, "Ides", "text", (TextRange(0, 4),), CivilDate(-43, 3, 15))
    row = encode(article)
    assert row["published"] == "-0043-03-15"
    assert decode_article(row) == article


def test_a_date_beyond_what_the_file_can_hold_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match="too far away"):
        encode_span(TimeSpan.at(2**64))


def test_a_text_that_changed_on_the_disk_is_noticed() -> None:
    row = encode(Article(1, "Title", "text", ()))
    with pytest.raises(ValueError, match="has changed"):
        decode_article({**row, "text": "tent"})
