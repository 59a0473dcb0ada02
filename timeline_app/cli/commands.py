"""The commands. Exit codes: 0 done, 1 the user's file or input, 2 wrong usage."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline_app import __version__
from timeline_app.cli.engine_options import engine_options
from timeline_app.domain import Article, DateOrigin, DayOrder, Preferences, UserError, WeekStart
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import is_valid_date

if TYPE_CHECKING:
    from timeline_app.extraction.proposer import EngineSettings
    from timeline_app.services.library import Library
    from timeline_app.services.workers import ReadingPool

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PATH = click.Path(path_type=Path)


class _PlainErrors(click.Group):
    """Shows errors of the user's world as one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a UserError ends it with exit code 1."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise click.ClickException(str(error)) from error


def _iso_day(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> CivilDate | None:
    if text is None:
        return None
    match = _ISO_DATE.fullmatch(text)
    if match is None or not is_valid_date(*map(int, match.groups())):
        raise click.BadParameter(f"{text!r} is not a day such as 2024-10-29.")
    return CivilDate(*map(int, match.groups()))


@click.group(cls=_PlainErrors, invoke_without_command=True)
@click.version_option(__version__, prog_name="timeline-app", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn articles into a timeline. Without a command, the window opens."""
    # The object of the context, if there is one, is a pool of reading processes to read with.
    if ctx.invoked_subcommand is None:
        from timeline_app.app import main as open_window

        ctx.exit(open_window([]))


@main.command()
@click.argument("file", type=_PATH)
@click.option(
    "--date",
    "published",
    metavar="YYYY-MM-DD",
    callback=_iso_day,
    help="The article's date; looked for in the article when it is left out.",
)
@click.option(
    "--week-start",
    type=click.Choice([day.value for day in WeekStart]),
    help="The day that weeks begin on; by the article when it is left out.",
)
@click.option(
    "--day-first/--month-first",
    "is_day_first",
    default=None,
    help="What comes first in dates in numbers; by the article when it is left out.",
)
@click.option("--all", "with_folded", is_flag=True, help="List the folded proposals too.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON instead of a table, the folded proposals among the others; a list of "
    "objects where the file holds several articles.",
)
@engine_options
@click.pass_obj
def extract(
    pool: ReadingPool | None,
    file: Path,
    *,
    published: CivilDate | None,
    week_start: str | None,
    is_day_first: bool | None,
    with_folded: bool,
    as_json: bool,
    engine: EngineSettings,
) -> None:
    """Print the events that an article tells of. FILE may be - for standard input."""
    from timeline_app.cli.extraction_output import extraction_as_json, extraction_as_table
    from timeline_app.cli.progress import ProgressBar
    from timeline_app.services.proposing import Proposers
    from timeline_app.services.reading import find_proposals

    articles = _read(file, pool)
    if not articles:
        raise UserError(f"“{file.name}” holds no article. Events are looked for in articles.")
    if published is not None:
        articles = [
            replace(article, published=published, date_origin=DateOrigin.TYPED)
            for article in articles
        ]
    preferences = _preferences(week_start, is_day_first=is_day_first)
    proposers = Proposers(engine)
    with ProgressBar() as progress:
        notes: list[str] = []
        found = [
            (
                article,
                find_proposals(
                    article,
                    progress,
                    preferences,
                    notes.append,
                    proposers=proposers,
                    warn=notes.append,
                ),
            )
            for article in articles
        ]
    if as_json:
        values = [extraction_as_json(*each) for each in found]
        whole = values[0] if len(values) == 1 else values
        # As bytes: JSON is UTF-8, whatever the shell's own encoding is.
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2).encode())
    else:
        tables = [extraction_as_table(*each, with_folded=with_folded) for each in found]
        click.echo("\n\n".join(tables))
    for note in notes:
        _warn(note)


def _preferences(week_start: str | None, *, is_day_first: bool | None) -> Preferences:
    order = {None: None, True: DayOrder.DAY_FIRST, False: DayOrder.MONTH_FIRST}[is_day_first]
    return Preferences(week_start=WeekStart(week_start) if week_start else None, day_order=order)


@main.command("import")
@click.argument("project", type=_PATH)
@click.argument("files", type=_PATH, nargs=-1, required=True)
@click.option(
    "--day-first/--month-first",
    "is_day_first",
    default=None,
    help="What comes first in dates in numbers of a table whose dates do not tell.",
)
@engine_options
@click.pass_obj
def import_articles(
    pool: ReadingPool | None,
    project: Path,
    files: Sequence[Path],
    *,
    is_day_first: bool | None,
    engine: EngineSettings,
) -> None:
    """Add articles and their proposals to PROJECT, which is made when it does not exist.

    FILES may be folders, which are read with all folders in them, or - for standard input.

    The rows of tables become events, which need no decision. So do the events of other programs:
    of TimelineJS, iCalendar, Markwhen, The Timeline Project and Aeon Timeline; and projects that
    were exported as JSON are added whole.
    """
    from tqdm import tqdm

    from timeline_app.cli.importing import Import, reading_pool, texts_of
    from timeline_app.services.library import Library
    from timeline_app.services.proposing import Proposers

    order = _preferences(None, is_day_first=is_day_first).day_order
    texts = texts_of(files)
    with closing(Library.open(project)) as library, reading_pool(pool) as readers:
        run = Import(library, Proposers(engine), order, partial(tqdm.write, file=sys.stderr))
        steps = run.run(texts, readers)
        for _ in tqdm(steps, total=len(texts), file=sys.stderr, unit="file", disable=None):
            pass
    for complaint in dict.fromkeys(run.complaints):
        _warn(complaint)
    click.echo(_import_in_words(run.articles, run.events, run.failed), err=True)
    if run.failed:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("project", type=_PATH)
@click.option("--to", "target", type=_PATH, help="The file to write; its suffix is the format.")
@click.option("--pdf", "pdf", type=_PATH, help="The same as --to FILE --format pdf.")
@click.option(
    "--format",
    "key",
    help="The format, where the suffix does not tell: html, docx, markdown, xlsx, csv, json, "
    "timelinejs, ics, markwhen, timeline-xml, csl, ris, bibtex, pdf, svg, png.",
)
@click.option("--width", type=click.IntRange(200, 100_000), help="The width of a picture, pixels.")
@click.option("--accept-all", is_flag=True, help="First accept every proposal that has a date.")
@click.option(
    "--everything",
    is_flag=True,
    help="In json, what is proposed, folded and rejected too, as a whole project.",
)
def export(
    project: Path,
    *,
    target: Path | None,
    pdf: Path | None,
    key: str | None,
    width: int | None,
    accept_all: bool,
    everything: bool,
) -> None:
    """Write the accepted events of PROJECT to a file. Proposals are never among them.

    What the format cannot hold is told on standard error before it is written.
    """
    path, key = (target, key) if pdf is None else (pdf, "pdf")
    if path is None or (target and pdf):
        raise click.UsageError("Name the file to write with --to, or with --pdf.")
    if not project.is_file():
        raise UserError(f"There is no project “{project.name}”.")
    from timeline_app.cli.exporting import choose_exporter, export_project
    from timeline_app.services.library import Library
    from timeline_app.services.printing import print_settings
    from timeline_app.services.project_places import require_no_project

    require_no_project(path, project)

    with closing(Library.open(project)) as library:
        exporter = choose_exporter(path, key, width, print_settings(library))
        if accept_all:
            _accept_all(library)
        export_project(library, path, exporter, is_whole=everything, tell=_warn)


def _read(file: Path, given: ReadingPool | None) -> list[Article]:
    """The articles in a file, or in what standard input brings."""
    from timeline_app.cli.importing import reading_pool, text_of, today

    text = text_of(file)
    with reading_pool(given) as pool:
        found = pool.open(text, today=today())
    for warning in found.warnings:
        _warn(f"{text.name}: {warning}")
    return [article for article, _ in found.articles]


def _warn(warning: str) -> None:
    click.echo(warning, err=True)


def _accept_all(library: Library) -> None:
    from timeline_app.services.review import accept_all_dated

    accepted = len(accept_all_dated(library).events)
    click.echo(
        f"Accepted {_counted(accepted, 'proposal')} in “{library.path.name}”, as one step "
        "that can be undone.",
        err=True,
    )


def _import_in_words(added: int, events: int, failed: int) -> str:
    parts = [_counted(added, "article")] if added or not events else []
    parts += [_counted(events, "event")] if events else []
    sentence = f"Added {' and '.join(parts)}"
    if failed == 0:
        return f"{sentence}."
    return f"{sentence}; {_counted(failed, 'file')} could not be added."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
