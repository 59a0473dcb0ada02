"""The exported page in a real browser: it draws, searches, zooms, and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Page, browser
from tests.exporters.hostile import HOSTILE, event, every_date, hostile, publication
from timeline_app.domain.time import TimeSpan
from timeline_app.exporters import Publication, export_file
from timeline_app.exporters.registry import exporter_called

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

_MANY = 10_000
_DAY = 86_400
_LENGTH = "document.body.dataset.end - document.body.dataset.begin"
_DRAWN = "Number(document.body.dataset.drawn)"
_VISIBLE = "document.querySelectorAll('#events > li:not([hidden])').length"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


def show(page: Page, made: Publication, folder: Path) -> None:
    exporter = exporter_called("html")
    assert exporter is not None
    path = folder / "out.html"
    export_file(exporter, made, path)
    page.told.clear()
    page.open(path)


def assert_nothing_was_asked_or_said(page: Page, folder: Path) -> None:
    asked = [each["request"]["url"] for each in page.events("Network.requestWillBeSent")]
    assert asked == [(folder / "out.html").as_uri()]
    for method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"):
        assert page.events(method) == []


def test_hostile_texts_stay_texts(page: Page, tmp_path: Path) -> None:
    show(page, hostile(), tmp_path)
    assert page.run("document.title") == HOSTILE[7]
    assert page.run("document.querySelectorAll('script').length") == 2
    assert page.run("document.querySelectorAll('img, iframe, object').length") == 0
    assert page.run("document.querySelector('#e8 b').textContent") == HOSTILE[7]
    assert page.run("document.querySelector('#e14 b').textContent.length") == len(HOSTILE[13])
    assert page.run(_VISIBLE) == len(HOSTILE)
    assert page.run(_DRAWN) > 0
    assert_nothing_was_asked_or_said(page, tmp_path)


def test_what_was_added_to_the_page_by_force_may_not_run(page: Page, tmp_path: Path) -> None:
    show(page, hostile(), tmp_path)
    page.run(
        "(() => { const script = document.createElement('script');"
        "script.textContent = \"document.title = 'owned'\"; document.body.append(script);"
        "const image = new Image(); image.src = 'https://example.org/x.png';"
        "document.body.append(image); })()"
    )
    assert page.run("document.title") == HOSTILE[7]
    told = " ".join(each["entry"]["text"] for each in page.events("Log.entryAdded"))
    assert "Content Security Policy" in told


def test_zoom_search_and_choice(page: Page, tmp_path: Path) -> None:
    titles = ("The summit in Kazan", "The vote", "A treaty")
    events = [event(n, title, TimeSpan.at(n * 40 * _DAY)) for n, title in enumerate(titles, 1)]
    show(page, publication(*events), tmp_path)
    whole = page.run(_LENGTH)
    page.click("#zoom-in")
    assert page.run(_LENGTH) == pytest.approx(whole / 2)
    page.click("#zoom-out")
    page.click("#zoom-out")
    assert page.run(_LENGTH) == pytest.approx(whole * 2)
    page.click("#fit")
    assert page.run(_LENGTH) == pytest.approx(whole)

    page.click("#search")
    page.write("VOTE")
    assert page.run(_VISIBLE) == 1
    assert page.run(_DRAWN) == 1
    assert page.run("document.getElementById('shown').textContent") == "1 event"
    before = page.run("getComputedStyle(document.body).backgroundColor")
    page.click("#look")
    assert page.run("getComputedStyle(document.body).backgroundColor") != before
    assert_nothing_was_asked_or_said(page, tmp_path)


def test_a_click_on_a_mark_shows_its_entry(page: Page, tmp_path: Path) -> None:
    show(page, publication(event(1, "Alone", TimeSpan.lasting(0, 400 * _DAY))), tmp_path)
    place = page.run(
        "(() => { const box = document.getElementById('line').getBoundingClientRect();"
        "return [box.x + box.width * 0.4, box.y + 47]; })()"
    )
    for kind in ("mousePressed", "mouseReleased"):
        page.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1],
                  button="left", clickCount=1)  # fmt: skip
    assert page.run("document.getElementById('e1').className") == "current"


def test_all_of_time_is_drawn(page: Page, tmp_path: Path) -> None:
    show(page, every_date(), tmp_path)
    assert page.run(_DRAWN) > 0
    for _ in range(40):
        page.run("document.getElementById('zoom-in').click()")
    assert page.after("null", _LENGTH) == 3600
    assert_nothing_was_asked_or_said(page, tmp_path)


def test_ten_thousand_events_are_drawn_and_searched_at_once(page: Page, tmp_path: Path) -> None:
    events = [
        event(n, f"Delegation {n} met", TimeSpan.at(n * 3 * _DAY)) for n in range(1, _MANY + 1)
    ]
    show(page, publication(*events), tmp_path)
    assert page.run(_VISIBLE) == _MANY
    assert page.run(_DRAWN) > 10
    page.click("#search")
    page.write("delegation 9999 ")
    assert page.run(_VISIBLE) == 1
    assert page.run(_DRAWN) == 1
    assert_nothing_was_asked_or_said(page, tmp_path)


def test_the_page_is_printed_whole(page: Page, tmp_path: Path) -> None:
    show(page, every_date(), tmp_path)
    printed = page.call("Page.printToPDF")["data"]
    assert len(printed) > 10_000
