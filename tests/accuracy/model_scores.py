"""What the language model and the chain on it reach: `python -m tests.accuracy.model_scores`.

With `--set-floors` the scores become the floors below which it must not fall again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from tests.accuracy.chain_scores import (
    MEANTIME_MEASURES,
    TIMESET_MEASURES,
    score_meantime,
    score_timeset,
)
from tests.accuracy.event_scores import EVENT_MEASURES, score_events
from tests.accuracy.factuality_scores import FACTUALITY_MEASURES, score_factuality
from tests.accuracy.goals import goal_table
from tests.accuracy.meantime import FILES as MEANTIME_FILES
from tests.accuracy.meantime import read_half
from tests.accuracy.parse_scores import TREE_MEASURES, Tally, score_names, score_trees
from tests.accuracy.pronoun_scores import PRONOUN_MEASURES, score_pronouns
from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.pronouns import PronounRanker
from timeline_app.extraction.model.salience import SalienceRanker
from timeline_app.extraction.training.conllu import Sentence, read_conllu
from timeline_app.extraction.training.gap import read_gap
from timeline_app.extraction.training.named_texts import uner_parts
from timeline_app.extraction.training.texts import KINDS
from timeline_app.extraction.training.timeml_events import read_timeml_file

FLOORS = Path(__file__).with_name("model_floors.json")
_NEWS = ("_news_", "_interview_")
# Half of AQUAINT's events are marked as negated by an accident of its edition.
_WITHOUT_POLARITY = tuple(measure for measure in EVENT_MEASURES if measure != "polarity")


@dataclass(frozen=True, slots=True)
class Tools:
    """What is judged."""

    model: LanguageModel
    tagger: EventTagger
    ranker: PronounRanker
    salience: SalienceRanker

    def models(self) -> Models:
        """The same, as the whole chain wants it."""
        return Models(self.model, self.tagger, self.ranker, self.salience)


@dataclass(frozen=True, slots=True)
class TestSet:
    """A test set: its files below the corpora, its measures, and how it is scored."""

    files: str
    measures: tuple[str, ...]
    score: Callable[[Tools, list[Path]], Tally]
    needs: str = ""  # a library that only training has

    def paths(self) -> list[Path]:
        """Its files; none where the corpora are not there."""
        return sorted(corpora_folder().glob(self.files))

    def fingerprint(self) -> str:
        """The SHA-256 over its files: floors hold for this very data."""
        digest = hashlib.sha256()
        for path in self.paths():
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def f1(self, tools: Tools) -> dict[str, float]:
        """What is reached, in percent."""
        tally = self.score(tools, self.paths())
        return {measure: round(tally.f1(measure), 1) for measure in self.measures}


def _sentences(paths: list[Path]) -> Iterator[Sentence]:
    for path in paths:
        yield from read_conllu(path)


def _trees(tools: Tools, paths: list[Path]) -> Tally:
    return score_trees(tools.model, _sentences(paths))


def _news_trees(tools: Tools, paths: list[Path]) -> Tally:
    news = (s for s in _sentences(paths) if any(genre in s.document for genre in _NEWS))
    return score_trees(tools.model, news)


def _held_out_names(tools: Tools, paths: list[Path]) -> Tally:
    del paths  # they are read by their own reader
    return score_names(tools.model, uner_parts()[1])


def _events(tools: Tools, paths: list[Path]) -> Tally:
    return score_events(tools.model, tools.tagger, map(read_timeml_file, paths))


def _factuality(tools: Tools, paths: list[Path]) -> Tally:
    return score_factuality(tools.model, paths[len(paths) // 2 :])  # rules were written on the rest


def _pronouns(tools: Tools, paths: list[Path]) -> Tally:
    del paths
    return score_pronouns(tools.ranker, read_gap("validation", tools.model))


def _salience(tools: Tools, paths: list[Path]) -> Tally:
    del paths
    from tests.accuracy.salience_scores import score_salience

    return score_salience(tools.model, tools.tagger)


def _developed(tools: Tools, paths: list[Path]) -> Tally:
    del paths
    return score_meantime(read_half("development"), ModelProposer(tools.models()))


def _reported(tools: Tools, paths: list[Path]) -> Tally:
    del paths
    return score_meantime(read_half("other"), ModelProposer(tools.models()))


def _chosen(tools: Tools, paths: list[Path]) -> Tally:
    del paths
    from tests.accuracy.timeset import read_in_parts

    return score_timeset(read_in_parts(tools.models()))


TEST_SETS: Mapping[str, TestSet] = {
    "UD EWT test": TestSet("ud-ewt/test.conllu", TREE_MEASURES, _trees),
    "UD GUM test": TestSet("ud-gum-free/test.conllu", TREE_MEASURES, _trees),
    "UD GUM test, news and interviews": TestSet(
        "ud-gum-free/test.conllu", TREE_MEASURES, _news_trees
    ),
    "Universal NER, EWT, documents held out": TestSet(
        "uner-ewt/en_ewt-ud-test.iob2", ("names", *KINDS), _held_out_names
    ),
    "TimeBank, events": TestSet("timebank/*.tml", EVENT_MEASURES, _events),
    "AQUAINT, events": TestSet("aquaint/*.tml", _WITHOUT_POLARITY, _events),
    "MEANTIME, second half of Apple: fact, open or denied": TestSet(
        "meantime/intra_cross-doc_annotation/corpus_apple/*.xml", FACTUALITY_MEASURES, _factuality
    ),
    "GAP validation": TestSet("gap/gap-validation.tsv", PRONOUN_MEASURES, _pronouns),
    "TimeSET, cross-validated": TestSet(
        "timeset/data/brat/*/*", ("salient",), _salience, needs="sklearn"
    ),
    "TimeSET, whole chain, cross-validated": TestSet(
        "timeset/data/brat/*/*", TIMESET_MEASURES, _chosen, needs="sklearn"
    ),
    "MEANTIME, whole chain, half for development": TestSet(
        MEANTIME_FILES, MEANTIME_MEASURES, _developed
    ),
    "MEANTIME, whole chain, other half": TestSet(MEANTIME_FILES, MEANTIME_MEASURES, _reported),
}


def read_floors() -> dict[str, dict[str, object]]:
    """The floors by the name of the test set: "fingerprint", and "f1" by measure."""
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def load_tools() -> Tools:
    """The shipped model."""
    tagger = EventTagger.load()
    salience = SalienceRanker.load(tagger.senses)
    return Tools(LanguageModel.load(), tagger, PronounRanker.load(), salience)


@click.command()
@click.option("--set-floors", is_flag=True, help="Keep what is reached as the floors.")
def main(*, set_floors: bool) -> None:
    """Print what is reached on each test set, F1 or the share that is right, in percent."""
    tools = load_tools()
    floors: dict[str, dict[str, object]] = {}
    reached: dict[str, dict[str, float]] = {}
    for name, test_set in TEST_SETS.items():
        if not test_set.paths() or (test_set.needs and find_spec(test_set.needs) is None):
            click.echo(f"{name}: not there")
            continue
        reached[name] = f1 = test_set.f1(tools)
        floors[name] = {"fingerprint": test_set.fingerprint(), "f1": f1}
        click.echo(f"{name}: {', '.join(f'{measure} {value}' for measure, value in f1.items())}")
    click.echo("\n".join(goal_table(reached)))
    if set_floors:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
