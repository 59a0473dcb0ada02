"""`make model`: trains the language model of English and puts it where it travels from."""

from __future__ import annotations

from pathlib import Path

import click

from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.files import model_folder, write_manifest
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.training.assembly import assemble, write_pipeline
from timeline_app.extraction.training.data_sheet import facts_of, write_data_sheet
from timeline_app.extraction.training.named_texts import write_named_texts
from timeline_app.extraction.training.networks import save_word_table, train_network
from timeline_app.extraction.training.train_events import train_events
from timeline_app.extraction.training.train_pronouns import train_pronouns
from timeline_app.extraction.training.train_salience import train_salience
from timeline_app.extraction.training.treebanks import write_treebanks
from timeline_app.extraction.training.word_table import make_word_table

SEED = 20241029
_STEPS = {"parser": 5200, "names": 3200}
_WITHOUT_NETWORKS = ("linear", "pronouns")
_PARTS = [*_STEPS, *_WITHOUT_NETWORKS]
_TEXTS = {"parser": write_treebanks, "names": write_named_texts}


@click.command()
@click.option("--work", type=click.Path(path_type=Path), default=Path("build/model"))
@click.option("--only", type=click.Choice(_PARTS), help="Train one part.")
def main(work: Path, only: str | None) -> None:
    """Train from the corpora: about an hour on one core. What is trained is kept in WORK."""
    for name in _STEPS:
        if only in (None, name):
            _train(work, name)
    folder = model_folder()
    if only not in _WITHOUT_NETWORKS:
        networks = (work / name / name / "model-best" for name in _STEPS)
        write_pipeline(assemble(*networks), folder)
        write_manifest(folder, {})
    model = LanguageModel.load(folder)
    train_pronouns(model, folder, SEED)
    if only != "pronouns":
        train_events(model, folder)
        write_manifest(folder, {})
        train_salience(model, EventTagger.load(folder), folder)
    facts = facts_of(SEED, _STEPS)
    write_manifest(folder, facts)
    write_data_sheet(folder, facts)
    click.echo(f"The model is in {folder}.")


def _train(work: Path, name: str) -> None:
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    save_word_table(make_word_table(), folder / "words.npz")
    _TEXTS[name](folder, SEED)
    train_network(name, folder, steps=_STEPS[name])


if __name__ == "__main__":
    main()
