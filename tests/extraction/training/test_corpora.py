"""Reading the formats of the corpora, from samples written here."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.domain import UserError
from timeline_app.extraction.training.conllu import read_conllu
from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.gum_names import names_in_gum, read_gum
from timeline_app.extraction.training.timeml_events import read_timeml_file

_CONLLU = """\
# newdoc id = one
# text = They don't.
1	They	they	PRON	PRP	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

"""
_GUM = """\
# newdoc id = GUM_news_x
# text = former mayor Coleman Young left the University of Rome
1	former	former	ADJ	JJ	_	2	amod	_	Entity=(1-person-new-nnnnn-cf1-2-sgl
2	mayor	mayor	NOUN	NN	_	5	nsubj	_	_
3	Coleman	Coleman	PROPN	NNP	_	2	flat	_	Entity=(2-person-new-nnnnn-cf1-1-sgl
4	Young	Young	PROPN	NNP	_	3	flat	_	Entity=2)1)
5	left	leave	VERB	VBD	_	0	root	_	_
6	the	the	DET	DT	_	7	det	_	Entity=(3-organization-new-nnnnn-cf2-2-sgl
7	University	University	PROPN	NNP	_	5	obj	_	_
8	of	of	ADP	IN	_	9	case	_	_
9	Rome	Rome	PROPN	NNP	_	7	nmod	_	Entity=(4-place-new-nnnnn-cf3-1-sgl)3)

"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "sample"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_treebank_keeps_the_blanks_of_its_text(tmp_path: Path) -> None:
    (sentence,) = read_conllu(_written(tmp_path, _CONLLU))
    text = "".join(word.form + " " * word.is_followed_by_blank for word in sentence.words)

    assert text == sentence.text == "They don't."
    assert [word.head for word in sentence.words] == [1, 1, 1, 1]
    assert sentence.document == "one"


def test_names_are_cut_out_of_phrases_and_the_outermost_counts(tmp_path: Path) -> None:
    ((sentence, entities),) = read_gum(_written(tmp_path, _GUM))
    names = names_in_gum(sentence, entities)

    assert [(*(w.form for w in sentence.words[start:end]), kind) for start, end, kind in names] == [
        ("Coleman", "Young", "PER"),
        ("University", "of", "Rome", "ORG"),
    ]


def test_events_of_timeml_have_their_place_in_the_bare_text(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        '<TimeML><TEXT>He &amp; she <EVENT eid="e1" class="OCCURRENCE"> left</EVENT>.</TEXT>'
        '<MAKEINSTANCE eventID="e1" tense="PAST" aspect="NONE" polarity="POS"/></TimeML>',
    )
    annotated = read_timeml_file(path)
    (event,) = annotated.events

    assert annotated.text[event.range.start : event.range.end] == "left"
    assert (event.event_class, event.tense, event.modality) == ("OCCURRENCE", "PAST", "NONE")


def test_corpora_that_are_not_there_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_APP_CORPORA", str(tmp_path))
    with pytest.raises(UserError, match="TIMELINE_APP_CORPORA"):
        corpora_path("ud-ewt")
