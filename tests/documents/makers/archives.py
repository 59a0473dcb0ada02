"""Makes Word, OpenDocument and EPUB files of the XML that a test is about."""

from __future__ import annotations

import zipfile
from io import BytesIO

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT_KIND = "application/vnd.oasis.opendocument.text"


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive; a part called "mimetype" comes first and is not packed, as EPUB asks."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in sorted(parts.items(), key=lambda part: part[0] != "mimetype"):
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(name, content, how)
    return written.getvalue()


def docx(
    body: str,
    *,
    core: str = "",
    parts: dict[str, str] | None = None,
    chunks: dict[str, str] | None = None,
    namespace: str = TRANSITIONAL,
    main: str = "word/document.xml",
) -> bytes:
    """A Word document with this body, in the namespaces w, wp, wps, mc, v and a.

    `parts` are further ones by kind, such as "footnotes", as their inner XML, `chunks` pages put
    into it by their names; `core` are the elements of the core properties, in dc and dcterms.
    """
    others = parts or {}
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(others)
    )
    relations += "".join(
        f'<Relationship Id="c{at}" Type="{_RELATIONS}/aFChunk" Target="/{name}"/>'
        for at, name in enumerate(chunks or {})
    )
    folder, _, name = main.rpartition("/")
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{_RELATIONS}/officeDocument" Target="{main}"/>'
        f'<Relationship Id="b" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="/docProps/core.xml"/></Relationships>',
        "docProps/core.xml": '<p:coreProperties xmlns:p="urn:p"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</p:coreProperties>",
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        main: _word_root("document", f"<w:body>{body}</w:body>", namespace),
        **(chunks or {}),
    }
    for kind, content in others.items():
        made[f"{folder}/{kind}.xml"] = _word_root(kind, content, namespace)
    return archive(made)


def _word_root(name: str, content: str, namespace: str) -> str:
    return (
        f'<w:{name} xmlns:w="{namespace}" xmlns:v="urn:v" xmlns:wps="urn:wps" xmlns:wp="urn:wp"'
        f' xmlns:mc="urn:mc" xmlns:a="urn:a">{content}</w:{name}>'
    )


def paragraph(*runs: str, style: str = "") -> str:
    """A Word paragraph of runs; what is no XML becomes the text of a run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(map(run, runs))}</w:p>"


def run(text: str) -> str:
    """A run of Word with this text, or the XML as it is."""
    return text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, *, meta: str = "", styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this body, in the namespaces text, table, draw, office and svg."""
    return archive(
        {
            "mimetype": _ODT_KIND,
            "content.xml": odf_root(
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
                "document-content",
            ),
            "meta.xml": odf_root(f"<office:meta>{meta}</office:meta>", "document-meta"),
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}:manifest:1.0">{manifest}'
            "</m:manifest>",
        }
    )


def flat_odt(body: str) -> bytes:
    """An OpenDocument text as one XML file."""
    root = odf_root(
        f"<office:body><office:text>{body}</office:text></office:body>",
        "document",
        f' office:mimetype="{_ODT_KIND}"',
    )
    return root.encode()


def odf_root(content: str, name: str, attributes: str = "") -> str:
    """A part of an OpenDocument text."""
    spaces = {"office", "text", "table", "style", "meta"}
    declared = "".join(f' xmlns:{each}="{_ODF}:{each}:1.0"' for each in sorted(spaces))
    declared += f' xmlns:draw="{_ODF}:drawing:1.0" xmlns:svg="{_ODF}:svg-compatible:1.0"'
    declared += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0"?><office:{name}{declared}{attributes}>{content}</office:{name}>'


def epub(
    pages: dict[str, str],
    *,
    metadata: str = "",
    nav: str = "",
    ncx: str = "",
    parts: dict[str, str | bytes] | None = None,
) -> bytes:
    """An e-book of these pages, in order: inner HTML of each body by the name of its part."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    made: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
        'container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f'<spine toc="toc">{spine}</spine></package>',
        **(parts or {}),
    }
    for name, body in pages.items():
        made[f"OEBPS/{name}"] = _page(body)
    if nav:
        made["OEBPS/nav.xhtml"] = _page(f'<nav epub:type="toc"><ol>{nav}</ol></nav>')
    if ncx:
        made["OEBPS/toc.ncx"] = (
            '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx-2005-1.dtd">'
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    return archive(made)


def _page(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/></head><body>{body}</body></html>"
    )
