"""Scores our own tagger alone, quickly, and lists what it gets wrong: for work on its rules.

python -m tests.accuracy.timex_scoring
python -m tests.accuracy.timex_scoring --part rest --errors errors.tsv
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from tests.accuracy.timeml_corpora import CORPORA, Part, corpora_folder, read_corpus
from tests.accuracy.timex_errors import HEADINGS, errors
from tests.accuracy.timex_floors import write_floors
from tests.accuracy.timex_scores import score
from tests.accuracy.timex_table import heading, line, row_of


@click.command()
@click.option(
    "--part",
    type=click.Choice(get_args(Part)),
    default="all",
    show_default=True,
    help="All files, the third of them that is held out, or the rest.",
)
@click.option(
    "--errors",
    "errors_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what is missed, spurious, of a wrong extent, type or value into this file.",
)
@click.option("--set-floors", is_flag=True, help="Keep what is reached as the new floors.")
@click.argument("names", nargs=-1, type=click.Choice(CORPORA))
def main(part: Part, errors_file: Path | None, names: tuple[str, ...], *, set_floors: bool) -> None:
    """Score our tagger on the corpora NAMES, or on all that are there."""
    from timeline_app.extraction.timeml import tag

    rows = [HEADINGS]
    click.echo(heading(part))
    for name in names or CORPORA:
        corpus = read_corpus(corpora_folder() / name, part)
        if not corpus:
            click.echo(f"{name}: not there, skipped")
            continue
        click.echo(line(row_of(name, score(corpus, tag))))
        rows += errors(corpus, tag) if errors_file else ()
    if errors_file:
        table = "".join("\t".join(row) + "\n" for row in rows)
        errors_file.write_text(table, encoding="utf-8")
    if set_floors:
        write_floors(tag)


if __name__ == "__main__":
    main()
