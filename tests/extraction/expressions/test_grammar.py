"""The grammar: its letters are explained, and its rules read what they say that they read."""

from __future__ import annotations

import re

import pytest

from timeline_app.extraction.expressions import cascade
from timeline_app.extraction.expressions.cascade import Rule
from timeline_app.extraction.expressions.recognition import LAYERS
from timeline_app.extraction.expressions.tables_en import PHRASES, WORDS
from timeline_app.extraction.expressions.tokens import scan

_RULES = [rule for layer in LAYERS for rule in layer.rules]
_EXAMPLE = re.compile(r"[“\"]([^”\"]+)[”\"]")
_LETTERS = sorted({letter for letter, _ in (*WORDS.values(), *PHRASES.values())})


def _fired(text: str) -> set[str]:
    """The names of the rules that take part in reading a text."""
    tokens = scan(text)
    fired: set[str] = set()
    for layer in LAYERS:
        tokens = layer.rewrite(tokens)
        fired.update(token.rule for token in tokens)
    return fired


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_one_of_its_examples(rule: Rule) -> None:
    examples = _EXAMPLE.findall(rule.build.__doc__ or "")
    assert any(rule.name in _fired(f"It was {example}, he said.") for example in examples), examples


@pytest.mark.parametrize("letter", _LETTERS)
def test_a_letter_of_the_tables_is_explained_and_used(letter: str) -> None:
    assert re.search(rf"(?m)(?:^|\s){re.escape(letter)} \S", cascade.__doc__ or "")
    assert letter in ".*" or any(letter in rule.pattern for rule in _RULES)
