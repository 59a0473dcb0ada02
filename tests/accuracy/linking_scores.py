"""How well times are linked to events: `python -m tests.accuracy.linking_scores`.

People marked the events and the times; the trees, the links and the dates are ours. Counted are
events that people put within a time. With `--set-floors` what is reached becomes the floors.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tests.accuracy.dated_texts import DatedEvent, DatedText, read_meantime, read_timeml
from tests.accuracy.timeml_corpora import corpora_folder, is_held_out
from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, civil_date
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.events.reading import Models, ReadText, read_with
from timeline_app.extraction.events.times.linking import TimeLink, link_times
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.model.event_classes import class_of
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.verb_groups import verb_form

FLOORS = Path(__file__).with_name("linking_floors.json")
_MEANTIME = "meantime/intra-doc_annotation"
# What is reached, each in percent of what: right over all.
MEASURES: Mapping[str, tuple[str, str]] = {
    # of the links that people made to a time in the text, how many are ours
    "recall": ("linked right", "in a time"),
    # of our links for those events, how many are right
    "precision": ("linked right", "in a time, linked"),
    # of the events of one known day that we link, for how many we say that day
    "day": ("day right", "of a day, linked"),
    # of all events of one known day, for how many we say that day, and no other
    "strict": ("day right", "of a day"),
    # the same, were the others of the article’s day; and were all events of that day
    "strict, else the article’s": ("day or article’s right", "of a day"),
    "all the article’s": ("article’s right", "of a day"),
    # the same as "strict", for events that we find ourselves
    "strict, found": ("found, day right", "of a day"),
}


@dataclass(frozen=True, slots=True)
class LinkingSet:
    """A test set: its files, and how one of them is read."""

    files: Callable[[Path], Iterable[Path]]
    read: Callable[[Path], Iterator[DatedText]]

    def paths(self) -> list[Path]:
        """Its files; none where the corpora are not there."""
        return sorted(self.files(corpora_folder()))

    def fingerprint(self) -> str:
        """The SHA-256 over its files: floors hold for this very data."""
        digest = hashlib.sha256()
        for path in self.paths():
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def scores(self, models: Models) -> dict[str, float]:
        """What is reached, in percent."""
        count = self.count(models)
        return {
            measure: round(100 * count[right] / max(count[of], 1), 1)
            for measure, (right, of) in MEASURES.items()
        }

    def count(self, models: Models) -> Counter[str]:
        """How many events there are of each kind that the measures name."""
        count: Counter[str] = Counter()
        for path in self.paths():
            for text in self.read(path):
                count.update(_counted(models, text))
        return count


def _timeml(corpus: str, *, held_out: bool) -> LinkingSet:
    def files(folder: Path) -> Iterator[Path]:
        found = (folder / corpus).glob("*.tml")
        return (path for path in found if is_held_out(path) is held_out)

    return LinkingSet(files, read_timeml)


def _meantime(*, held_out: bool) -> LinkingSet:
    def files(folder: Path) -> list[Path]:
        apple = sorted((folder / _MEANTIME / "corpus_apple").glob("*.xml"))
        if held_out:
            return apple[len(apple) // 2 :]
        airbus = (folder / _MEANTIME / "corpus_airbus").glob("*.xml")
        return [*airbus, *apple[: len(apple) // 2]]

    return LinkingSet(files, read_meantime)


# No rule is written after the held-out ones.
LINKING_SETS: Mapping[str, LinkingSet] = {
    "TimeBank, rest": _timeml("timebank", held_out=False),
    "TimeBank, held out": _timeml("timebank", held_out=True),
    "AQUAINT, rest": _timeml("aquaint", held_out=False),
    "AQUAINT, held out": _timeml("aquaint", held_out=True),
    "MEANTIME, rest": _meantime(held_out=False),
    "MEANTIME, held out": _meantime(held_out=True),
}


# --- one text -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Linked:
    """The links of a text, with the marked events or with those found in it."""

    links: tuple[Mapping[int, TimeLink], ...]
    resolutions: Mapping[TextRange, Resolution]

    def link(self, place: tuple[int, int]) -> TimeLink | None:
        """The link of a word of a sentence."""
        return self.links[place[0]].get(place[1])

    def day(self, place: tuple[int, int]) -> dt.date | None:
        """The one day that its time means."""
        link = self.link(place)
        found = self.resolutions.get(link.time.expression.range) if link else None
        return _day(found) if found else None


def _counted(models: Models, text: DatedText) -> Iterator[str]:
    analysis = analyse(text.text, [TextRange(0, len(text.text))], "en")
    read = read_with(models, analysis)
    written = CivilDate(text.day.year, text.day.month, text.day.day)
    resolved = resolve(analysis.text, analysis.expressions, written)
    resolutions = {each.expression.range: each for each in resolved}
    places = dict(_places(read, text.events))
    marked = _Linked(link_times(_with_events(read, places)), resolutions)
    found = _Linked(link_times(read), resolutions)
    for place, event in places.items():
        yield from _kinds(event, place, text.day, marked)
        if event.day is not None and found.day(place) == event.day:
            yield "found, day right"


def _kinds(
    event: DatedEvent, place: tuple[int, int], written: dt.date, linked: _Linked
) -> Iterator[str]:
    link = linked.link(place)
    if event.places:
        yield "in a time"
        if link is not None:
            yield "in a time, linked"
            ours = link.time.expression.range
            if any(ours.start < gold.end and gold.start < ours.end for gold in event.places):
                yield "linked right"
    if event.day is None:
        return
    yield "of a day"
    if link is not None:
        yield "of a day, linked"
        if linked.day(place) == event.day:
            yield from ("day right", "day or article’s right")
    elif event.day == written:
        yield "day or article’s right"
    if event.day == written:
        yield "article’s right"


def _day(resolution: Resolution) -> dt.date | None:
    span = resolution.readings[0].span if resolution.readings else None
    if span is None or span.begin is None or span.end is None:
        return None
    if span.end - span.begin > SECONDS_PER_DAY:
        return None
    year, month, day = civil_date(span.begin // SECONDS_PER_DAY)
    return dt.date(year, month, day)


def _places(
    read: ReadText, events: Iterable[DatedEvent]
) -> Iterator[tuple[tuple[int, int], DatedEvent]]:
    """The sentence and the word that each event is marked at."""
    for event in events:
        for number, sentence in enumerate(read.sentences):
            inside = [
                index
                for index, word in enumerate(sentence.words)
                if word.range.start < event.range.end and event.range.start < word.range.end
            ]
            if inside:
                yield (number, sentence.top_of(inside[0], inside[-1] + 1)), event
                break


def _with_events(read: ReadText, places: Iterable[tuple[int, int]]) -> ReadText:
    """The text with the marked events in place of those that the tagger found."""
    events: list[list[TaggedEvent]] = [[] for _ in read.sentences]
    for number, word in sorted(places):
        sentence = read.sentences[number]
        form = verb_form(sentence, word)
        events[number].append(TaggedEvent(word, class_of(sentence, word), form, 0.0))
    return replace(read, events=tuple(map(tuple, events)))


# --- what is reached ----------------------------------------------------------------------------


def read_floors() -> dict[str, dict[str, object]]:
    """The floors by the name of the test set: "fingerprint", and "scores" by measure."""
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


@click.command()
@click.option("--set-floors", is_flag=True, help="Keep what is reached as the floors.")
def main(*, set_floors: bool) -> None:
    """Print how well times are linked to events on each test set, in percent."""
    models = Models.load()
    floors = {}
    for name, each in LINKING_SETS.items():
        if not each.paths():
            click.echo(f"{name}: not there")
            continue
        scores = each.scores(models)
        floors[name] = {"fingerprint": each.fingerprint(), "scores": scores}
        click.echo(f"{name}: {', '.join(f'{key} {value}' for key, value in scores.items())}")
    if set_floors:
        content = json.dumps(floors, indent=1, ensure_ascii=False)
        FLOORS.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
