"""Whatever bytes come, the readers of records, tables and bundles answer or say why not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.bundles import samples as bundles
from tests.documents.records import samples
from timeline_app.documents import FileBytes, read_content
from timeline_app.domain import UserError

_SAMPLES = {
    "a.ris": samples.RIS,
    "a.bib": samples.BIBTEX,
    "a.json": samples.CSL_JSON,
    "a.rdf": samples.ZOTERO_RDF,
    "a.csv": 'Date,Event\n29/10/2024,Bridge closed\n2024,"A, b"\n',
    "nexis.txt": bundles.nexis_uni(),
    "lexis.txt": bundles.lexis_nexis(),
    "factiva.txt": bundles.factiva(),
    "fields.txt": bundles.factiva_fields(),
    "europresse.txt": bundles.europresse(),
    "europresse.html": bundles.europresse_page(),
    "proquest.txt": bundles.proquest(),
}
_JUNK = (
    *(b"{", b"}", b"@article{", b"\\", b'"', b"\n\n", b"\x00", b"\xff\xfe", b"<", b"&#xD800;"),
    *(
        b"\nTY  - ",
        b"\nER  - ",
        b"\nHD\t",
        b"End of Document\n",
        b"Length: ",
        b"1 of 2 DOCUMENTS\n",
    ),
    *(b"null", b"[[", b"-1", b"TD\n", b"_" * 60, b"<article>", b"%", b"$", b"\\url{"),
)


@pytest.mark.parametrize("name", _SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_changed_file_brings_a_reader_down(name: str, data: st.DataObject) -> None:
    content = _SAMPLES[name].encode()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        junk = data.draw(st.binary(max_size=8) | st.sampled_from(_JUNK))
        content = content[:place] + junk + content[place + data.draw(st.integers(0, 40)) :]
    with suppress(UserError):
        read = read_content(FileBytes(name, content))
        for article in read.articles:
            ends = [0, *(offset for part in article.body for offset in part), len(article.text)]
            assert ends == sorted(ends)
