"""Pipelines of the user's take the place of the parser, whichever labels they give."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from timeline_app.domain import TextRange, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.model.folder_model import FolderModel
from timeline_app.extraction.model.word_features import WordTable
from timeline_app.extraction.proposer import SPACY_FOLDER, EngineSettings
from timeline_app.extraction.proposers import load_proposer

_NO_TABLE = WordTable(np.zeros(1, np.uint64), np.zeros(1, np.uint16), np.zeros(1, np.uint8))
_TEXT = "Putin met leaders in Kazan . The Russian left ."
_WORDS = _TEXT.split()
_STARTS = [0, 6]
_CLEAR = (
    "VERB NNP/1/nsubj VBD/1/ROOT NNS/1/dobj IN/1/prep NNP/3/pobj ./1/punct "
    "DT/7/det NNP/8/nsubj VBD/8/ROOT ./8/punct"
)
_UNIVERSAL = (
    "PROPN/1/nsubj VERB/1/ROOT NOUN/1/obj ADP/4/case PROPN/1/obl PUNCT/1/punct "
    "DET/7/det PROPN/8/nsubj VERB/8/ROOT PUNCT/8/punct"
)
_NAMES = ((0, 1, "PERSON"), (4, 5, "GPE"), (7, 8, "NORP"))


def _pipeline(folder: Path, rows: Sequence[str], tagger: str, *pipes: str) -> Path:
    """A pipeline that has learnt two sentences by heart."""
    nlp = spacy.blank("en")
    tags, heads, relations = zip(*(row.split("/") for row in rows), strict=True)
    is_universal = tagger == "morphologizer"
    doc = Doc(
        nlp.vocab,
        _WORDS,
        tags=None if is_universal else list(tags),
        pos=list(tags) if is_universal else None,
        heads=[int(head) for head in heads],
        deps=list(relations),
    )
    doc.ents = [Span(doc, *place[:2], label=place[2]) for place in _NAMES]
    example = Example(nlp.make_doc(_TEXT), doc)
    for pipe in (tagger, *pipes):
        nlp.add_pipe(pipe, config={"min_action_freq": 1} if pipe == "parser" else {})
    optimiser = nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example] * 4, sgd=optimiser)
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def clear(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clear") / "clear_sm"
    return _pipeline(folder, _CLEAR.split()[1:], "tagger", "parser", "ner")


@pytest.fixture(scope="module")
def universal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("universal") / "universal_sm"
    return _pipeline(folder, _UNIVERSAL.split(), "morphologizer", "parser", "ner")


@pytest.fixture(params=["clear", "universal"])
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_both_kinds_of_labels_give_the_same_trees(folder: Path) -> None:
    text = f"\n\n{_TEXT}"
    first, second = FolderModel.load(folder, _NO_TABLE).read(text, [TextRange(2, len(text))])
    words = [(word.form, word.upos, word.head, word.relation) for word in first.words]
    assert words == [
        ("Putin", "PROPN", 1, "nsubj"),
        ("met", "VERB", 1, "root"),
        ("leaders", "NOUN", 1, "obj"),
        ("in", "ADP", 4, "case"),
        ("Kazan", "PROPN", 1, "obl"),
        (".", "PUNCT", 1, "punct"),
    ]
    assert first.range.cut(text) == "Putin met leaders in Kazan ."
    assert all(word.range.cut(text) == word.form for word in (*first.words, *second.words))
    assert first.children[1] == (0, 2, 4, 5)
    names = [(each.range.cut(text), each.kind) for each in first.names]
    assert names == [("Putin", "PER"), ("Kazan", "LOC")]
    assert second.names == ()  # a demonym names nobody


def test_verbs_have_the_tags_that_tense_is_read_from(clear: Path) -> None:
    (first, _) = FolderModel.load(clear, _NO_TABLE).read(_TEXT, [TextRange(0, len(_TEXT))])
    assert [word.xpos for word in first.words[:3]] == ["NNP", "VBD", "NNS"]


def test_blanks_inside_a_sentence_are_no_words(folder: Path) -> None:
    text = "Putin met\n  leaders in  Kazan ."
    sentences = FolderModel.load(folder, _NO_TABLE).read(text, [TextRange(0, len(text))])
    forms = [word.form for sentence in sentences for word in sentence.words]
    assert forms == "Putin met leaders in Kazan .".split()
    assert FolderModel.load(folder, _NO_TABLE).read(" \n ", [TextRange(0, 3)]) == []


def test_the_folder_of_a_package_has_the_pipeline_inside(clear: Path, tmp_path: Path) -> None:
    _copy(clear, tmp_path)
    assert FolderModel.load(tmp_path, _NO_TABLE).read(_TEXT, [TextRange(0, len(_TEXT))])


def _meta(folder: Path, **facts: str) -> Path:
    path = folder / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **facts}))
    return folder


def _copy(clear: Path, target: Path) -> Path:
    return Path(shutil.copytree(clear, target / "copy"))


def test_what_cannot_be_used_is_told_in_one_sentence(
    clear: Path, tmp_path: Path, universal: Path
) -> None:
    def fails(folder: Path, sentence: str) -> None:
        with pytest.raises(UserError, match=sentence):
            FolderModel.load(folder, _NO_TABLE)

    fails(tmp_path / "nowhere", "There is no spaCy pipeline in “nowhere”.")
    fails(tmp_path, "There is no spaCy pipeline")
    other = _copy(clear, tmp_path)
    fails(_meta(other, spacy_version=">=2.3.0,<2.4.0"), "was made for spaCy >=2.3.0,<2.4.0; here")
    fails(_meta(other, spacy_version="nonsense"), "was made for spaCy nonsense")
    fails(_meta(other, lang="de"), "does not read English")
    other.joinpath("meta.json").write_text("[]")
    fails(other, "does not read English")
    other.joinpath("meta.json").write_text("{")
    fails(other, "There is no spaCy pipeline")


@pytest.mark.parametrize("file", ["parser/model", "parser/moves", "tokenizer", "config.cfg"])
@pytest.mark.parametrize("content", [b"", b"\x80\x04\x95broken"])
def test_a_damaged_file_is_told(clear: Path, tmp_path: Path, file: str, content: bytes) -> None:
    folder = _copy(clear, tmp_path)
    folder.joinpath(file).write_bytes(content)
    with pytest.raises(UserError, match="The spaCy pipeline in “copy” is damaged"):
        FolderModel.load(folder, _NO_TABLE)


@pytest.mark.parametrize(("pipes", "missing"), [(("tagger",), "parser"), (("parser",), "tagger")])
def test_a_parser_and_a_tagger_are_needed(
    tmp_path: Path, pipes: tuple[str, ...], missing: str
) -> None:
    rows = _CLEAR.split()[1:]
    with pytest.raises(UserError, match=f"has no {missing}."):
        FolderModel.load(_pipeline(tmp_path / "part", rows, *pipes), _NO_TABLE)


def test_a_folder_brings_no_code(clear: Path, tmp_path: Path) -> None:
    """What its settings name must have been registered by an installed package."""
    folder = _copy(clear, tmp_path)
    folder.joinpath("harm.py").write_text("raise SystemExit('it ran')")
    config = folder / "config.cfg"
    text = config.read_text().replace('factory = "ner"', 'factory = "harm.attack"')
    config.write_text(text)
    with pytest.raises(UserError, match="is damaged"):
        FolderModel.load(folder, _NO_TABLE)


def test_the_rest_of_the_chain_works_on_its_trees(folder: Path) -> None:
    proposer = load_proposer(EngineSettings(SPACY_FOLDER, folder))
    found = proposer.propose(analyse(_TEXT, [TextRange(0, len(_TEXT))]), CivilDate(2024, 10, 29))
    assert "Putin met leaders in Kazan" in [each.title for each in found]
    assert all(each.rule.startswith("spacy-folder: ") for each in found)


def test_no_folder_is_no_pipeline() -> None:
    with pytest.raises(UserError, match="No folder with a spaCy pipeline is chosen"):
        load_proposer(EngineSettings(SPACY_FOLDER))
