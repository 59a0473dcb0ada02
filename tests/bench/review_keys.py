"""How many keys a review takes: a person who knows the right dates, played on real articles.

Of each proposal the date is compared with what people have marked in the corpus: a wrong one is put
right by the other readings, or typed in the shortest form that is understood; then the proposal is
accepted. What cannot be dated is rejected. All of it goes through the window, by keys alone.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.accuracy.timeml_corpora import Annotated, corpora_folder, read_corpus
from tests.bench.measure import Measure, run_python
from timeline_app.app import make_application, make_window
from timeline_app.domain import Article, DateOrigin, Event, TextRange, UserError
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.extraction.bounds import bounded
from timeline_app.resources import seeds_path
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, read_articles
from timeline_app.services.typed_dates import understand_date
from timeline_app.ui.shell.main_window import MainWindow

_ARTICLES = 20
_SEED = "000_621c974184a7e2e5.txt"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MOST_KEYS = 1.6  # for each proposal


def measures() -> list[Measure]:
    """Keys for each proposal on the sample article, and on twenty of TimeBank where it is."""
    found = json.loads(run_python("from tests.bench.review_keys import main; main()"))
    return [
        Measure(f"keys for each proposal, {name}", keys / proposals, "keys", _MOST_KEYS)
        for name, (keys, proposals) in found.items()
    ]


def main() -> None:
    """Print the keys and the proposals of each set of articles as JSON."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    corpus = read_corpus(corpora_folder() / "timebank")[:_ARTICLES]
    results = {"sample article": _play(tuple(read_articles(seeds_path(_SEED))), ())}
    if corpus:
        results[f"{len(corpus)} of TimeBank"] = _play(tuple(map(_article, corpus)), corpus)
    sys.stdout.write(json.dumps(results))


def _article(annotated: Annotated) -> Article:
    text, day = annotated.text, annotated.day
    return Article(
        id=0,
        title=annotated.name,
        text=text,
        body=(TextRange(0, len(text)),),
        published=CivilDate(day.year, day.month, day.day),
        date_origin=DateOrigin.DATELINE,
    )


def _play(articles: tuple[Article, ...], corpus: list[Annotated] | tuple[()]) -> tuple[int, int]:
    """The keys that were pressed, and the proposals that were decided."""
    gold = {each.name: dict(_right_spans(each)) for each in corpus}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TIMELINE_APP_DATA"] = folder
        path, proposers = Path(folder) / "review.timeline", Proposers()
        with closing(Library.open(path)) as library:
            for article in articles:
                add_article(library, article, find_proposals(article, proposers=proposers))
        window = make_window(make_application())
        window.show()
        window.open_at_start(path)
        window.show_workspace("review")
        player = _Player(window, gold)
        player.review()
        window.close()
    return player.keys, player.proposals


def _right_spans(annotated: Annotated) -> Iterator[tuple[tuple[int, int], TimeSpan]]:
    """The spans that people marked, by the place of their words; what has no place in time not."""
    for start, end, _kind, value in annotated.gold:
        try:
            yield (start, end), parse_edtf(value)
        except ValueError:
            continue


class _Player:
    """Presses keys as one who knows what is right."""

    def __init__(
        self, window: MainWindow, gold: dict[str, dict[tuple[int, int], TimeSpan]]
    ) -> None:
        self._window, self._gold = window, gold
        self._project = window.model.library.project
        self.keys = self.proposals = 0

    def review(self) -> None:
        """Decide on all proposals of all articles, going from one to the next."""
        for place, article in enumerate(self._project.articles.values()):
            if place:
                self._press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            if self._window.model.current_article != article.id:
                raise AssertionError("the keys do not lead to the next article")
            while self._project.queue(article.id):
                self._decide(article)

    def _decide(self, article: Article) -> None:
        current = self._window.model.current_event
        if current is None:
            raise AssertionError("a proposal waits, but none is shown")
        event, right = self._project.events[current], self._right(article, current)
        if right is not None and event.span != right:
            self._correct(event, right)
        self._press(Qt.Key.Key_X if self._project.events[current].span is None else Qt.Key.Key_A)
        self.proposals += 1

    def _right(self, article: Article, event_id: int) -> TimeSpan | None:
        evidence = self._project.dating_evidence(event_id)
        if evidence is None or evidence.expression is None:
            return None
        place = (evidence.expression.start, evidence.expression.end)
        right = self._gold.get(article.title, {}).get(place)
        if right is None or right.precision < Precision.DAY:  # times of day are marked in two ways
            return None
        return bounded(right, evidence.relation)

    def _correct(self, event: Event, right: TimeSpan) -> None:
        evidence = self._project.dating_evidence(event.id)
        readings = [reading.span for reading in evidence.readings] if evidence is not None else []
        if right in readings:
            while self._project.events[event.id].span != right:
                self._press(Qt.Key.Key_BracketRight)
            return
        anchor = next(iter(self._project.articles_of_event(event.id))).published
        self._press(Qt.Key.Key_D)
        for sign in _shortest(right, anchor):
            self._type(sign)
        self._press(Qt.Key.Key_Return)

    def _press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def _type(self, sign: str) -> None:
        self.keys += 1
        QTest.keyClicks(self._focus(), sign)

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window


def _shortest(span: TimeSpan, anchor: CivilDate | None) -> str:
    """The shortest way to type a date: "6 aug" where the article's date gives the year."""
    forms = [write_edtf(span)]
    if span.earliest_start is not None:
        day = civil_time(span.earliest_start)
        month = _MONTHS[day.month - 1]
        forms += [f"{day.day} {month}", f"{day.day} {month} {day.year}", f"{month} {day.year}"]
    return min((form for form in forms if _is_understood(form, anchor, span)), key=len)


def _is_understood(form: str, anchor: CivilDate | None, span: TimeSpan) -> bool:
    try:
        return understand_date(form, anchor).span == span
    except UserError:
        return False
