"""Tells a damaged schema from a mistake of the program, when SQLite refuses a statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import DamagedProject
from timeline_app.storage.failures import damage_sentence, primary_code

if TYPE_CHECKING:
    from sqlite_utils import Database

_REFUSED = ("SQLITE_ERROR", "SQLITE_CONSTRAINT")


@contextmanager
def changed_schema_noticed(db: Database, path: Path) -> Iterator[None]:
    """Tell the user of damage in the words that make the tables, once a statement fails for it.

    SQLite takes a table with another rule or another column for what was meant. Every other error
    is let through. Raises DamagedProject.
    """
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.IntegrityError, RuntimeError) as error:
        is_of_the_disk = isinstance(error, sqlite3.Error) and primary_code(error) not in _REFUSED
        if is_of_the_disk or has_our_schema(db.conn):
            raise
        raise DamagedProject(damage_sentence(path)) from error


def has_our_schema(connection: sqlite3.Connection) -> bool:
    """Whether all tables, indexes and views of a project of this format are as we make them."""
    from sqlite_utils import Database

    from timeline_app.storage.schema import MIGRATIONS

    with closing(sqlite3.connect(":memory:")) as fresh:
        MIGRATIONS.apply(Database(fresh, execute_plugins=False))
        return _statements(fresh) <= _statements(connection)


def _statements(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    return frozenset(connection.execute("SELECT type, name, sql FROM sqlite_schema"))
