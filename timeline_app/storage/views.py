"""Views for other programs that open a project: the `sqlite3` shell, Datasette, a notebook.

The program itself does not read them. Their names and columns are promised; what else is in the
file may change with its format.
"""

from __future__ import annotations

_LISTS = ("people", "organisations", "places", "tags")  # JSON in the tables, "a; b" in the views
_LAST_SECOND = 1  # ends are the first second after


def _joined(column: str) -> str:
    return f"(SELECT group_concat(value, '; ') FROM json_each(events.{column})) AS {column}"  # noqa: S608


def _day(instant: str) -> str:
    """An instant as YYYY-MM-DD; NULL where it is open, or outside of the years 0 to 9999."""
    return f"date({instant}, 'unixepoch')"


VIEWS = (
    f"""
    CREATE VIEW events_view AS
    SELECT
        events.id,
        events.title,
        events.when_edtf AS date,                 -- EDTF, ISO 8601-2
        {_day("events.earliest_start")} AS earliest_day,
        {_day(f"events.latest_end - {_LAST_SECOND}")} AS latest_day,
        events.status,                            -- proposed, accepted, rejected, folded
        events.certainty,
        events.factuality,
        {", ".join(map(_joined, _LISTS))},
        events.note,
        events.origin,                            -- who made it: the program or the user
        (SELECT count(*) FROM evidence WHERE evidence.event_id = events.id) AS passages
    FROM events
    """,  # noqa: S608
    """
    CREATE VIEW evidence_view AS
    SELECT
        evidence.id,
        evidence.event_id,
        events.title AS event,
        events.when_edtf AS event_date,
        evidence.article_id,
        articles.title AS article,
        articles.published AS article_date,
        articles.source AS article_source,
        articles.url AS article_url,
        evidence.quote,
        evidence.quote_start,                     -- in characters of the article's text
        evidence.quote_end,
        substr(articles.text, evidence.expression_start + 1,
               evidence.expression_end - evidence.expression_start) AS date_as_written,
        evidence.reason,                          -- how the date came from it
        evidence.source AS said_by                -- empty: the article itself
    FROM evidence
    JOIN events ON events.id = evidence.event_id
    JOIN articles ON articles.id = evidence.article_id
    """,
    """
    CREATE VIEW articles_view AS
    SELECT
        articles.id,
        articles.title,
        articles.published AS date,
        articles.date_origin AS date_found_in,
        articles.source,
        articles.author,
        articles.url,
        articles.language,
        articles.added_at,                        -- UTC
        length(articles.text) AS characters,
        (SELECT count(DISTINCT event_id) FROM evidence
         WHERE evidence.article_id = articles.id) AS events
    FROM articles
    """,
)
