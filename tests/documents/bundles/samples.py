"""Bundles as four databases lay them out, made of three short articles."""

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """One article of a bundle, and what its database tells of it."""

    title: str
    source: str
    author: str
    paragraphs: tuple[str, ...]
    day: int = 29
    page: str = "3"
    section: str = "NEWS"


BRIDGE = Story(
    "Old bridge is closed for good",
    "The Harbour Herald (London)",
    "Jane Doe",
    (
        (
            "The council voted on Monday to close the old bridge. Engineers had warned for years "
            "that its piers were failing, and traffic will be led over the new one from next week."
        ),
        (
            "Mayor Anna Berg said that nobody had been hurt. She thanked the firefighters who had "
            "kept the road clear through the night, and promised that the harbour would stay open."
        ),
    ),
)
FERRY = Story(
    "Ferry line to start in spring, says minister",
    "Meridian Wire",
    "John Smith",
    (
        (
            "A ferry will link the two banks of the river from 3 April 2025, the minister of "
            "transport said on Tuesday after a meeting with the town's council."
        ),
        (
            "The line is to carry four hundred passengers an hour. Tickets will cost as much as "
            "those of the buses, and bicycles go free."
        ),
    ),
    day=30,
    page="12",
    section="World News",
)
STRIKE = Story(
    "Dockers end their strike",
    "Daily Coast",
    "Mary Major",
    (
        (
            "Dockers went back to work on Wednesday after three weeks. Their union and the port "
            "signed an agreement late in the night, in which wages rise by five per cent."
        ),
        (
            "It was the longest strike since 1998. Ships had waited off the coast, some of them "
            "for eleven days, and two factories had stopped for want of parts."
        ),
    ),
    day=31,
    page="1",
)
STORIES = (BRIDGE, FERRY, STRIKE)

_COVER = """\
Date and Time: Friday, November 1, 2024 4:51:00 PM GMT
Job Number: 241234567
Documents (3)
1. Old bridge is closed for good
Client/Matter: -None-
Search Terms: bridge
Search Type: NexisUni
Narrowed by:
Content Type Narrowed by
News Timeline: Oct 01, 2024 to Nov 01, 2024
| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2024 LexisNexis
"""


def nexis_uni(stories: tuple[Story, ...] = STORIES, *, cover: str = _COVER) -> str:
    """As Nexis Uni gives them in DOCX, RTF and PDF."""
    return cover + "\n\n".join(map(_in_nexis_uni, stories))


def _in_nexis_uni(story: Story) -> str:
    text = "\n\n".join(story.paragraphs)
    return f"""\
{story.title}
{story.source}
October {story.day}, 2024 Tuesday

Copyright 2024 Harbour Newspapers Limited All Rights Reserved

Section:\N{NO-BREAK SPACE}{story.section}; Pg. {story.page}
Length:\N{NO-BREAK SPACE}453 words
Byline:\N{NO-BREAK SPACE}{story.author}

Body


{text}

Graphic

Photo, the river

Load-Date:\N{NO-BREAK SPACE}November 1, 2024


End of Document
"""


def lexis_nexis(stories: tuple[Story, ...] = STORIES) -> str:
    """As LexisNexis gave them in TXT, wrapped and centred."""
    count = len(stories)
    parts = (_in_lexis(story, number, count) for number, story in enumerate(stories, 1))
    return "\n\nDownload Request: Selected Items: 1-3\n\n" + "\n\n".join(parts)


def _in_lexis(story: Story, number: int, count: int) -> str:
    text = "\n\n".join(map(_wrapped, story.paragraphs))
    return f"""\
                               {number} of {count} DOCUMENTS



                                  {story.source}

                            October {story.day}, 2024 Tuesday
                                   Edition 1;
                                    Scotland

{story.title}

BYLINE: {story.author}

SECTION: {story.section}; Pg. {story.page}

LENGTH: 453 words

HIGHLIGHT: Engineers had warned for years, and the council has now followed their
advice.

{text}

LOAD-DATE: November 1, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2024 Harbour Newspapers
                              All Rights Reserved
"""


def _wrapped(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > 77:
            lines.append(line.strip())
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line.strip()])


def factiva(stories: tuple[Story, ...] = STORIES) -> str:
    """As Factiva gives them in RTF and HTML, in its article format."""
    pages = "Page 1 of 4 © 2024 Factiva, Inc. All rights reserved.\n"
    tail = "\nSearch Summary\nText bridge\nDate 01/10/2024 to 01/11/2024\n"
    return pages + "\n".join(map(_in_factiva, stories)) + tail


def _in_factiva(story: Story) -> str:
    text = "\n".join(story.paragraphs)
    return f"""\
{story.section}
{story.title}
By {story.author}
1,512 words
{story.day} October 2024
14:05
{story.source}
HARBHE
{story.page}
English
Copyright 2024. Harbour Newspapers Limited. All Rights Reserved.
{text}
Document HARBHE00202410{story.day}ekat001kx
"""


def factiva_fields(stories: tuple[Story, ...] = STORIES, gap: str = "\t") -> str:
    """As Factiva gives them with indexing: each line begins with the code of its field."""
    return "\n".join(_in_fields(story, gap) for story in stories)


def _in_fields(story: Story, gap: str) -> str:
    first, *rest = story.paragraphs
    fields = (
        ("SE", story.section),
        ("HD", story.title),
        ("BY", f"By {story.author}"),
        ("WC", "1,512 words"),
        ("PD", f"{story.day} October 2024"),
        ("ET", "14:05"),
        ("SN", story.source),
        ("SC", "HARBHE"),
        ("PG", story.page),
        ("LA", "English"),
        ("CY", "Copyright 2024. Harbour Newspapers Limited. All Rights Reserved."),
        ("LP", first),
        ("TD", "\n".join(rest)),
        ("CO", "hrbnwp : Harbour Newspapers"),
        ("IN", "i475 : Printing | iint : Internet"),
        ("NS", "gcat : Political and general news"),
        ("RE", "uk : United Kingdom"),
        ("AN", f"Document HARBHE00202410{story.day}ekat001kx"),
    )
    return "\n".join(f"{code}{gap}{value}" for code, value in fields)


def europresse(stories: tuple[Story, ...] = STORIES) -> str:
    """The lines of a bundle of Europresse."""
    return "\n".join(_in_europresse(story) for story in stories)


def _in_europresse(story: Story) -> str:
    text = "\n".join(story.paragraphs)
    return f"""\
{story.source}, no. 24567
{story.section}, mardi {story.day} octobre 2024 512 mots, p. {story.page}
{story.title}
{story.author}
{text}
© 2024 {story.source}. Tous droits réservés. Le présent document est protégé par les lois.
news·202410{story.day}·HH·0123{story.day}
"""


def europresse_page(stories: tuple[Story, ...] = STORIES) -> str:
    """As Europresse gives them in HTML; newer pages have no number below the articles."""
    articles = "".join(map(_in_europresse_page, stories))
    return (
        f"<!DOCTYPE html><html><head><title>Europresse</title></head><body>{articles}</body></html>"
    )


def _in_europresse_page(story: Story) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    return f"""\
<article><header>
<div class="rdp__DocPublicationName">
<span class="DocPublicationName">{story.source}, no. 24567</span></div>
<div><span class="DocHeader">{story.section}, mardi {story.day} octobre 2024 512 mots, p.
{story.page}</span></div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">
{story.title}</p></div><p class="sm-margin-bottomNews">{story.author}</p></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer">{text}</div></div></section>
<footer>© 2024 {story.source}. Tous droits réservés.</footer></article>
"""


def factiva_page(stories: tuple[Story, ...] = STORIES) -> str:
    """As Factiva gives them in HTML."""
    articles = "".join(map(_in_factiva_page, stories))
    return f"<html><body><div id='doc'>{articles}</div></body></html>"


def _in_factiva_page(story: Story) -> str:
    text = "".join(
        f"<p class='articleParagraph enarticleParagraph'>{p}</p>" for p in story.paragraphs
    )
    return f"""\
<div class="article enArticle"><div id="hd"><span class="enHeadline">{story.title}</span></div>
<div class="author">By {story.author}</div><div>512 words</div><div>{story.day} October 2024</div>
<div>{story.source}</div><div>HARBHE</div><div>English</div>
<div>Copyright 2024. Harbour Newspapers Limited. All Rights Reserved.</div>{text}
<p>Document HARBHE00202410{story.day}ekat001kx</p></div>
"""


def factiva_fields_page(stories: tuple[Story, ...] = STORIES) -> str:
    """As Factiva gives them in HTML with indexing: a table for each article."""
    articles = "".join(map(_in_fields_page, stories))
    return f"<html><body>{articles}</body></html>"


def _in_fields_page(story: Story) -> str:
    cells = (line.partition("\t") for line in _in_fields(story, "\t").split("\n"))
    rows = "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, _, value in cells)
    return f'<div class="article enArticle"><table>{rows}</table></div>'


def proquest(stories: tuple[Story, ...] = STORIES) -> str:
    """As ProQuest gives them in TXT and RTF."""
    rule = "\n\n" + "_" * 60 + "\n\n"
    return rule.join(["", *map(_in_proquest, stories), "Contact us at: http://www.proquest.com"])


def _in_proquest(story: Story) -> str:
    text = "\n\n".join(story.paragraphs)
    return f"""\
Document {story.day - 28} of 3

{story.title}

Author: {story.author}

Publication info: {story.source}; London [London]{story.day} Oct 2024: {story.page}.

Abstract: None available.

Full text: {text}

Subject: Bridges; Rivers

Title: {story.title}

Publication title: {story.source}; London

First page: {story.page}

Publication year: 2024

Publication date: Oct {story.day}, 2024

Section: {story.section}

Language of publication: English

Document URL: https://www.proquest.com/docview/{story.day}

Copyright: Copyright Harbour Newspapers 2024"""
