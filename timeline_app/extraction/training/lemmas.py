"""The lemmatiser: WordNet's rules, and the forms of which the treebanks know better."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from timeline_app.extraction.training.conllu import Sentence, read_conllu
from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.treebanks import TREEBANKS, gold_doc

_TABLES = ["lemma_rules", "lemma_exc", "lemma_index"]
_SEEN = 2  # times at least, for a form to be believed
_SHARE = 0.75  # of the times with this lemma


def add_lemmatizer(nlp: Language) -> None:
    """Put a lemmatiser behind the tagger of a pipeline; it reads the coarse tags."""
    component = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer")
    assert isinstance(component, Lemmatizer)  # noqa: S101 - for the type checker
    lookups = load_lookups("en", _TABLES)
    _prefer_final_e(lookups)
    component.initialize(lookups=lookups)
    sentences = [
        sentence
        for treebank in TREEBANKS
        for sentence in read_conllu(corpora_path(treebank, "train.conllu"))
    ]
    _add_exceptions(lookups, _exceptions(component, sentences, nlp))
    component.initialize(lookups=lookups)
    component.cache.clear()  # of what the rules alone made


def _prefer_final_e(lookups: Lookups) -> None:
    """Take "hoped" for "hope" rather than "hop": the rule applied last counts."""
    table = lookups.get_table("lemma_rules")
    for tag, rules in list(table.items()):
        table.set(tag, sorted(rules, key=lambda rule: rule[1] == "e"))


def _exceptions(
    component: Lemmatizer, sentences: Iterable[Sentence], nlp: Language
) -> dict[tuple[str, str], str]:
    """What the rules get wrong: (tag, form) → lemma."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            lemmas[word.upos, word.form.lower()][word.lemma.lower()] += 1
    believed = {}
    for (tag, form), counts in lemmas.items():
        lemma, times = counts.most_common(1)[0]
        if tag != "PROPN" and times >= _SEEN and times >= _SHARE * counts.total():
            doc = Doc(nlp.vocab, words=[form], pos=[tag])
            if component(doc)[0].lemma_.lower() != lemma:
                believed[tag, form] = "I" if lemma == "i" else lemma
    return believed


def _add_exceptions(lookups: Lookups, exceptions: dict[tuple[str, str], str]) -> None:
    table = lookups.get_table("lemma_exc")
    for (tag, form), lemma in sorted(exceptions.items()):
        forms = dict(table.get(tag.lower(), {}))
        forms[form] = [lemma]
        table.set(tag.lower(), forms)


def lemma_accuracy(nlp: Language, sentences: Iterable[Sentence]) -> float:
    """The share of words whose lemma comes out right from gold tags, whatever its case."""
    right = total = 0
    component = nlp.get_pipe("lemmatizer")
    for sentence in sentences:
        doc = gold_doc([sentence], nlp.vocab)
        for token in doc:
            token.lemma = 0
        component(doc)
        total += len(doc)
        right += sum(
            token.lemma_.lower() == word.lemma.lower()
            for token, word in zip(doc, sentence.words, strict=True)
        )
    return right / total
