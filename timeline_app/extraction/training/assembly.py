"""Puts the trained networks together into the one file that travels with the program."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from timeline_app.extraction.model.language_model import PIPELINE_FILE
from timeline_app.extraction.model.packing import pack
from timeline_app.extraction.training.lemmas import add_lemmatizer


def assemble(parser: Path, names: Path) -> Language:
    """One pipeline: tags, morphology, lemmas, trees, and names."""
    nlp = spacy.load(parser)
    nlp.add_pipe("ner", source=spacy.load(names), last=True)
    add_lemmatizer(nlp)
    for section in ("paths", "training", "initialize", "corpora"):
        nlp.config.pop(section, None)
    return nlp


def write_pipeline(nlp: Language, folder: Path) -> None:
    """Write the pipeline's file into the folder of the model."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath(PIPELINE_FILE).write_bytes(pack(nlp))
