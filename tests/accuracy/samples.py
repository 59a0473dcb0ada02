"""The sample articles against their gold lists: `python -m tests.accuracy.samples [NAME…]`.

A gold list has the date and the title of an article, the events that a researcher would put on a
timeline, word lists of others that are welcome, and phrases of what did not happen. An expected
event is found by a shown proposal whose title holds all its words; it is right when date and
factuality are those of the list.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import click

from timeline_app.documents import ReadArticle, read_text
from timeline_app.domain import Proposal
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.proposer import EventProposer
from timeline_app.resources import seeds_path

SAMPLES = tuple(
    sorted(path.name.removesuffix(".gold.json") for path in seeds_path().glob("*.json"))
)


@dataclass(frozen=True)
class Sample:
    """An article, its gold list, and what was proposed."""

    name: str
    article: ReadArticle
    gold: dict[str, Any]
    proposals: list[Proposal]

    @cached_property
    def shown(self) -> list[Proposal]:
        """The proposals that are not folded away."""
        return [each for each in self.proposals if not each.is_folded]

    def matching(self, expected: dict[str, Any]) -> list[Proposal]:
        """The shown proposals whose title holds all the words of an expected event."""
        words = [word.lower() for word in expected["words"]]
        return [each for each in self.shown if all(word in each.title.lower() for word in words)]

    def missing(self) -> list[dict[str, Any]]:
        """The expected events that nothing matches."""
        return [each for each in self.gold["events"] if not self.matching(each)]

    def wrong(self) -> list[dict[str, Any]]:
        """The expected events that are found with another date or factuality."""
        return [
            each
            for each in self.gold["events"]
            if self.matching(each) and not any(_is_right(p, each) for p in self.matching(each))
        ]

    def beside_the_point(self) -> list[Proposal]:
        """The shown proposals that match no expected and no welcome event."""
        found = {id(p) for each in self.gold["events"] for p in self.matching(each)}
        return [each for each in self.shown if id(each) not in found and not self._is_welcome(each)]

    def _is_welcome(self, proposal: Proposal) -> bool:
        """Whether it tells of an event that the list welcomes but does not ask for."""
        title = proposal.title.lower()
        return any(
            all(word.lower() in title for word in words) for words in self.gold.get("also", ())
        )

    @property
    def recall(self) -> float:
        """The share of expected events that are found, from 0 to 1."""
        return 1 - len(self.missing()) / len(self.gold["events"])

    @property
    def precision(self) -> float:
        """The share of shown proposals that are expected, from 0 to 1."""
        return 1 - len(self.beside_the_point()) / max(len(self.shown), 1)


def _is_right(proposal: Proposal, expected: dict[str, Any]) -> bool:
    is_dated_so = proposal.span == parse_edtf(expected["when"])
    return is_dated_so and proposal.factuality == expected["factuality"]


def read_sample(name: str, proposer: EventProposer) -> Sample:
    """Read a sample and propose its events."""
    text = seeds_path(f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads(seeds_path(f"{name}.gold.json").read_text(encoding="utf-8"))
    article = read_text(text, name)
    analysis = analyse(article.text, article.body)
    proposals = proposer.propose(analysis, article.published, title=article.title)
    return Sample(name, article, gold, proposals)


def _described(proposal: Proposal) -> str:
    when = write_edtf(proposal.span) if proposal.span is not None else "-"
    return f"{proposal.title} | {when} | {proposal.factuality}"


def _print(sample: Sample) -> None:
    folded = [each for each in sample.proposals if each.is_folded]
    wrong = sample.wrong()
    right = 1 - (len(wrong) + len(sample.missing())) / len(sample.gold["events"])
    click.echo(
        f"\n{sample.name}: recall {sample.recall:.2f}, precision {sample.precision:.2f}, "
        f"with date and factuality {right:.2f}; {len(sample.shown)} shown, {len(folded)} folded"
    )
    for each in sample.missing():
        click.echo(f"  missing  {each['title']} | {each['when']} | {each['factuality']}")
        words = {word.lower() for word in each["words"]}
        for fold in folded:
            if len(words & set(fold.title.lower().split())) > len(words) / 2:
                click.echo(f"           folded: {_described(fold)} ({fold.salience}) {fold.why}")
    for each in wrong:
        click.echo(f"  wrong    {each['title']} | {each['when']} | {each['factuality']}")
        for found in sample.matching(each):
            click.echo(f"           is: {_described(found)}")
    for extra in sample.beside_the_point():
        click.echo(f"  beside   {_described(extra)} ({extra.salience})")


@click.command()
@click.argument("names", nargs=-1)
def main(names: tuple[str, ...]) -> None:
    """Print what is missing, wrong and beside the point in each sample."""
    proposer = ModelProposer(Models.load())
    for name in names or SAMPLES:
        _print(read_sample(name, proposer))


if __name__ == "__main__":
    main()
