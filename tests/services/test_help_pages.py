"""The pages of the help say what is so: links lead somewhere, dates are read as they tell."""

from __future__ import annotations

import re

import pytest

from timeline_app.domain import UserError
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.help_pages import HelpPage, find_help, read_help
from timeline_app.services.typed_dates import understand_date

PAGES = read_help()
BY_ID = {page.id: page for page in PAGES}


def rows(page: HelpPage, heading: str) -> list[list[str]]:
    """The cells of the table below a heading, its head left out."""
    part = page.text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def titles(text: str) -> list[str]:
    return [hit.title for hit in find_help(PAGES, text, 5)]


@pytest.mark.parametrize("page", PAGES, ids=BY_ID)
def test_every_link_leads_to_a_page(page: HelpPage) -> None:
    assert page.title
    assert page.text
    assert set(re.findall(r"\]\(([^)]*)\)", page.text)) <= BY_ID.keys()


def test_dates_are_read_as_the_help_tells() -> None:
    told = [row for row in rows(BY_ID["dates"], "Typing a date") if row[1].startswith("`")]
    assert len(told) > 5
    for typed, kept in told:
        for each in typed.split(", "):
            assert f"`{understand_date(each, None).edtf}`" == kept, each


def test_every_edtf_of_the_help_is_one() -> None:
    told = rows(BY_ID["dates"], "EDTF")
    assert len(told) > 5
    for edtf, _meaning in told:
        parse_edtf(edtf.strip("`"))


def test_sections_are_found_by_their_words_titles_first() -> None:
    assert titles("backups")[0] == "What keeps your work › Backups"
    assert "One event, many sources › Where they differ" in titles("conflict quotes")
    assert titles("OCR") == ["Adding articles › What can be read"]
    assert titles("zzz") == titles("") == titles("?") == []


def test_pages_that_are_missing_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr("timeline_app.services.help_pages.resource_path", lambda *_: tmp_path)
    with pytest.raises(UserError, match="pages of the help are missing"):
        read_help()
