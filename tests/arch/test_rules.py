"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arch.sources import PACKAGE, ROOT, imported_modules, relative, source_files, syntax_tree

_NETWORK = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngine",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "trafilatura.downloads",
    "trafilatura.fetch_url",
    "urllib.request",
    "urllib3",
    "xmlrpc",
)
_HEAVY = (
    "bibtexparser",
    "charset_normalizer",
    "dateparser",
    "docx",
    "htmldate",
    "icalendar",
    "lxml",
    "markdown_it",
    "openpyxl",
    "oxmsg",
    "pylatexenc",
    "pypdfium2",
    "rispy",
    "spacy",
    "trafilatura",
    "xlsxwriter",
)
_HOMES_OF_SPACY = tuple(f"timeline_app/extraction/{name}/" for name in ("model", "training"))
_HOME_OF_CONNECTIONS = "timeline_app/extraction/server/client.py"
_HOME_OF_LABELS = "timeline_app/ui/widgets/labels.py"


def _package_files() -> tuple[Path, ...]:
    return source_files(PACKAGE.name)


def test_the_program_reaches_no_network_but_a_server_that_the_user_names() -> None:
    reached = {
        (relative(path), module)
        for path in _package_files()
        for module in imported_modules(path)
        if any(module == name or module.startswith(f"{name}.") for name in _NETWORK)
        and relative(path) != _HOME_OF_CONNECTIONS
    }
    assert reached == set()


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    at_the_top = {
        (relative(path), module)
        for path in _package_files()
        for module in _imports_at_the_top(path)
        if module.split(".")[0] in _HEAVY
        and not (module.startswith("spacy") and relative(path).startswith(_HOMES_OF_SPACY))
    }
    assert at_the_top == set()


def test_services_are_imported_without_any_heavy_library() -> None:
    code = (
        "import sys, timeline_app.services.project, timeline_app.documents;"
        f"print([name for name in {_HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_label_shows_plain_text() -> None:
    others = {
        relative(path)
        for path in _package_files()
        if relative(path) != _HOME_OF_LABELS
        and "PySide6.QtWidgets.QLabel" in set(imported_modules(path))
    }
    assert others == set(), "use PlainLabel: a QLabel guesses whether its text is markup"


def test_no_rich_text_is_made_of_anything() -> None:
    calls = {
        (relative(path), name)
        for path in _package_files()
        for name in _called_methods(path)
        if name in {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}
    }
    # The pages of the help travel with the program.
    assert calls == {("timeline_app/ui/help/page_view.py", "setMarkdown")}


def test_a_connection_is_only_used_by_the_storage() -> None:
    users = {
        relative(path)
        for path in _package_files()
        if not path.is_relative_to(PACKAGE / "storage")
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "conn"
    }
    assert users == set()


def test_transactions_are_opened_by_atomic_alone() -> None:
    bare = {
        f"{relative(path)}:{node.lineno}"
        for path in _package_files()
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.With)
        for item in node.items
        if isinstance(item.context_expr, ast.Attribute) and item.context_expr.attr == "conn"
    }
    assert bare == set(), "“with connection” neither begins nor nests a transaction: db.atomic()"


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout")
    homes = "|".join(("/ho" + "me/[a-z]", "/Us" + "ers/[A-Za-z]", "/ro" + "ot/", r"[A-Z]:\\Users"))
    patterns = ["-e", homes, "-e", f"{ROOT.parent.as_posix().rstrip('/')}/{ROOT.name}/"]
    found = subprocess.run(
        ["git", "grep", "-nIE", *patterns, "--", "."],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert found.stdout == ""


def _imports_at_the_top(path: Path) -> Iterator[str]:
    for node in syntax_tree(path).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _called_methods(path: Path) -> Iterator[str]:
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr
