"""The table of our tagger beside its peers, corpus by corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tests.accuracy import dateparser_search
from tests.accuracy.timeml_corpora import CORPORA, NEWS, Annotated, corpora_folder, read_corpus
from tests.accuracy.timex_scores import MEASURES, Score, Tagger, score

_RECORDED: Mapping[str, Any] = json.loads(
    Path(__file__).with_name("time_expression_peers.json").read_text(encoding="utf-8")
)
_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One tagger on one corpus: F1 by measure and texts a second, as far as they are known."""

    name: str
    f1: Mapping[str, float]
    speed: float | None


def heading(title: str) -> str:
    """The line above the rows of a corpus."""
    return f"{title:42}" + "".join(f"{measure:>13}" for measure in MEASURES) + f"{'docs/s':>9}"


def line(row: Row) -> str:
    """One row of the table."""
    cells = [f"{row.f1[each]:.1f}" if each in row.f1 else _UNKNOWN for each in MEASURES]
    speed = _UNKNOWN if row.speed is None else _pace(row.speed)
    return f"  {row.name:40}" + "".join(f"{cell:>13}" for cell in cells) + f"{speed:>9}"


def _pace(speed: float) -> str:
    return f"{speed:.0f}" if speed > 9 else f"{speed:.2g}"


def row_of(name: str, result: Score) -> Row:
    """The row of a tagger that has been run."""
    f1 = {measure: result.f1(measure) for measure in MEASURES}
    return Row(name, f1, result.texts / result.seconds if result.seconds else None)


def recorded(sample: str) -> list[Row]:
    """What others have reached on "timebank", "aquaint" or "sample", as it was recorded."""
    return [
        Row(peer["name"], peer["f1"][sample], peer["texts_per_second"])
        for peer in _RECORDED["peers"]
        if sample in peer["f1"]
    ]


def table() -> Iterator[str]:
    """The lines for each corpus that is there, and one for each that is not."""
    for name in CORPORA:
        corpus = read_corpus(corpora_folder() / name)
        if corpus:
            yield from _section(f"{name}, {len(corpus)} texts", corpus, recorded(name))
        else:
            yield f"{name}: skipped, there is no such corpus in {corpora_folder()}"
    held_out = [each for name in NEWS for each in read_corpus(corpora_folder() / name, "held-out")]
    if held_out:
        title = f"{' + '.join(NEWS)}, held-out third, {len(held_out)}"
        yield from _section(title, held_out, [])
    yield heading("recorded elsewhere")
    yield from map(line, recorded("sample"))
    yield f"  ({_RECORDED['measured on']['sample']})"


def _section(title: str, corpus: Sequence[Annotated], peers: Sequence[Row]) -> Iterator[str]:
    from timeline_app.extraction.timeml import tag

    yield heading(title)
    yield line(_run("Timeline App", corpus, tag))
    yield line(_run("dateparser.search_dates, run now", corpus, dateparser_search.tag))
    yield from map(line, peers)
    yield ""


def _run(name: str, corpus: Sequence[Annotated], tagger: Tagger) -> Row:
    tagger(corpus[0].text, corpus[0].day)  # what a tagger reads once is not its pace
    return row_of(name, score(tqdm(corpus, name, leave=False, unit="text", disable=None), tagger))
