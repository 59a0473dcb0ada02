"""How many pages and articles the readers take in, by processor time."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.bench.measure import Measure
from tests.documents.makers.archives import docx, epub, odt, paragraph
from tests.documents.makers.printed import Words, pdf
from timeline_app.documents import read_content
from timeline_app.documents.files import FileBytes

_LINE = "The council of Millbrook has voted to close the old bridge over it"
_LINES, _PAGES = 45, 200
_PARAGRAPHS = 300  # a long report
_TIMES = 5


def measures() -> list[Measure]:
    """Pages of PDF, of which 150 are asked for, and long documents of the other formats."""
    body = "".join(map(paragraph, [f"{_LINE}. " * 6] * _PARAGRAPHS))
    plain = "".join(f"<text:p>{f'{_LINE}. ' * 6}</text:p>" for _ in range(_PARAGRAPHS))
    chapters = {
        f"{number}.xhtml": f"<p>{f'{_LINE}. ' * 6}</p>" * 20 for number in range(_PARAGRAPHS // 20)
    }
    rtf = b"{\\rtf1\\ansi " + (f"{_LINE}. " * 6).encode() + b"\\par}"
    long_rtf = rtf[:-1] * _PARAGRAPHS + b"}"
    files = {
        "DOCX": FileBytes("a.docx", docx(body)),
        "ODT": FileBytes("a.odt", odt(plain)),
        "EPUB": FileBytes("a.epub", epub(chapters)),
        "RTF": FileBytes("a.rtf", long_rtf),
    }
    rate = _PAGES / _seconds(FileBytes("a.pdf", _printed()))
    return [
        Measure("PDF, pages read in a second", rate, "pages/s", 150, is_least=True),
        *(
            Measure(f"{name}, report of {_PARAGRAPHS} paragraphs", _seconds(file), "s")
            for name, file in files.items()
        ),
    ]


def _printed() -> bytes:
    page = [Words(_LINE, 60, 780 - 16 * at) for at in range(_LINES)]
    foot = ([Words(str(number), 290, 30)] for number in range(1, _PAGES + 1))
    return pdf([page + number for number in foot])


def _seconds(file: FileBytes) -> float:
    return min(map(_timed, [lambda: read_content(file)] * _TIMES))


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
