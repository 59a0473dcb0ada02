"""One newspaper article with a file, and one report without, as four formats tell of them."""

from __future__ import annotations

import json

ABSTRACT = "The council voted on Monday to close the old bridge. Engineers had warned for years."

RIS = f"""\
TY  - NEWS
TI  - Old bridge is closed for good
AU  - Doe, Jane
AU  - Smith, John
T2  - The Harbour Herald
DA  - 2024/10/29/
PY  - 2024
Y2  - 2025/01/05/
CY  - London
SP  - 3
EP  - 4
SN  - 1234-5678
LA  - en-GB
UR  - https://herald.example/bridge;id=1
L1  - files/12/bridge.html
L1  - files/13/bridge.pdf
ER  -

TY  - RPRT
TI  - The state of
   the bridges
A1  - Harbour Council
PY  - 2023///
AB  - {ABSTRACT}
ER  -
"""

BIBTEX = (
    r"""
@comment{made by a program}
@string{herald = "The Harbour Herald"}

@article{doe_old_2024,
  title = {Old bridge is {Closed} for good},
  author = {Doe, Jane and {van der Berg}, Anna and G{\"o}del, Kurt and others},
  journaltitle = herald,
  entrysubtype = {newspaper},
  date = {2024-10-29},
  urldate = {2025-01-05},
  pages = {3--4},
  url = {https://herald.example/bridge?a=1%202},
  langid = {english},
  file = {Page:files/12/bridge.html:text/html;PDF:files/13/bridge\: a study.pdf:application/pdf},
}

@techreport{council_state_2023,
  title = {The state of the bridges \& their 100% of piers},
  author = {{Harbour Council}},
  institution = {Harbour Council},
  year = 2023, month = oct,
  abstract = {"""
    + ABSTRACT
    + r"""},
}
"""
)

CSL_JSON = json.dumps(
    [
        {
            "type": "article-newspaper",
            "title": "Old bridge is <i>closed</i> for good",
            "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Harbour Council"}],
            "container-title": "The Harbour Herald",
            "issued": {"date-parts": [[2024, 10, 29]]},
            "accessed": {"date-parts": [[2025, 1, 5]]},
            "page": "3-4",
            "URL": "https://herald.example/bridge",
            "language": "en-GB",
            "abstract": f"<jats:p>{ABSTRACT}</jats:p><jats:p>A ferry &amp; a bridge.</jats:p>",
        },
        {"type": "report", "title": "The state of the bridges", "issued": {"raw": "autumn 2023"}},
    ]
)

ZOTERO_RDF = f"""\
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
    <bib:Article rdf:about="https://herald.example/bridge">
        <z:itemType>newspaperArticle</z:itemType>
        <dcterms:isPartOf>
            <bib:Newspaper><dc:title>The Harbour Herald</dc:title>
                <dc:identifier>ISSN 1234-5678</dc:identifier></bib:Newspaper>
        </dcterms:isPartOf>
        <dc:publisher><foaf:Organization><vcard:adr><vcard:Address>
            <vcard:locality>London</vcard:locality></vcard:Address></vcard:adr>
            <foaf:name>Harbour Newspapers</foaf:name></foaf:Organization></dc:publisher>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person>
            <foaf:surname>Doe</foaf:surname><foaf:givenName>Jane</foaf:givenName>
        </foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_4"/>
        <link:link rdf:resource="#item_2"/>
        <link:link rdf:resource="#item_3"/>
        <dc:title>Old bridge is closed for good</dc:title>
        <dc:date>October 29, 2024</dc:date>
        <z:language>en-GB</z:language>
        <dc:identifier><dcterms:URI>
            <rdf:value>https://herald.example/bridge</rdf:value></dcterms:URI></dc:identifier>
        <dcterms:dateSubmitted>2025-01-05 10:11:12</dcterms:dateSubmitted>
        <bib:pages>3</bib:pages>
    </bib:Article>
    <z:Attachment rdf:about="#item_2">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/12/bridge.html"/>
        <dc:title>Snapshot</dc:title><link:type>text/html</link:type>
    </z:Attachment>
    <z:Attachment rdf:about="#item_3">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/13/bridge.pdf"/>
    </z:Attachment>
    <bib:Memo rdf:about="#item_4"><rdf:value>&lt;p&gt;Read again.&lt;/p&gt;</rdf:value></bib:Memo>
    <bib:Report rdf:about="#item_5">
        <z:itemType>report</z:itemType>
        <dc:title>The state of the bridges</dc:title>
        <dc:date>2023</dc:date>
        <dcterms:abstract>{ABSTRACT}</dcterms:abstract>
    </bib:Report>
</rdf:RDF>
"""
