"""Two proposers make one list, in which no event stands twice."""

from __future__ import annotations

from timeline_app.domain import Certainty, Factuality, Proposal, TextRange
from timeline_app.extraction.merging import merged

_SENTENCE, _NEXT = TextRange(0, 50), TextRange(51, 90)


def _proposal(
    title: str,
    trigger: tuple[int, int],
    *,
    quote: TextRange = _SENTENCE,
    factuality: Factuality = Factuality.HAPPENED,
    is_folded: bool = False,
    rule: str = "own",
) -> Proposal:
    return Proposal(
        title, None, quote, TextRange(*trigger), None, factuality, Certainty.PROBABLE, rule, "",
        why=(f"By {rule}.",), is_folded=is_folded,
    )  # fmt: skip


def test_the_same_trigger_is_the_same_event() -> None:
    own, other = (
        _proposal("Putin held talks", (6, 10)),
        _proposal("A summit", (6, 17), rule="model"),
    )
    (kept,) = merged([own], [other])
    assert (kept.title, kept.rule) == ("Putin held talks", "own")
    assert kept.why == ("By own.", "By model.")


def test_so_are_like_words_in_the_same_sentence() -> None:
    own = _proposal("Putin held a summit", (6, 10))
    assert len(merged([own], [_proposal("Putin’s summit with Xi", (13, 19))])) == 1
    assert len(merged([own], [_proposal("Putin held a summit", (60, 64), quote=_NEXT)])) == 2


def test_others_stand_in_text_order() -> None:
    own = _proposal("Putin held a summit", (60, 64), quote=_NEXT)
    other = _proposal("Xi arrived", (3, 10), rule="model")
    assert merged([own], [other]) == [other, own]
    assert merged([], [other]) == [other]
    assert merged([own], []) == [own]


def test_what_was_folded_is_shown_when_it_is_found_again() -> None:
    def folded(factuality: Factuality) -> bool:
        own = _proposal("Putin held a summit", (6, 10), factuality=factuality, is_folded=True)
        (kept,) = merged([own], [_proposal("Putin held a summit", (6, 10))])
        return kept.is_folded

    assert not folded(Factuality.HAPPENED)
    assert folded(Factuality.POSSIBLE)
