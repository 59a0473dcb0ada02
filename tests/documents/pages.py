"""Makes pages to be read: an article with its furniture, and what a site writes around it."""

from __future__ import annotations

import json

PARAGRAPHS = """
The council voted on Monday to close the old bridge. Engineers had warned for years that its piers \
were failing, and traffic will be led over the new one from next week.
Mayor Anna Berg said that nobody had been hurt. She thanked the firefighters who had kept the road \
clear through the night, and promised that the harbour would stay open.
A report by the transport ministry had found cracks in three of the nine piers. The ministry will \
pay half of the new bridge, which is expected to cost forty million euros.
""".strip().splitlines()


def page(
    head: str = "",
    above: str = "",
    below: str = "",
    *,
    title: str = "Old Bridge Is Closed | Daily Herald",
    language: str = "en",
    before: str = "",
) -> str:
    """A page with `above` between headline and text, `below` the text, `before` the document."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html>{before}<html lang='{language}'><head><title>{title}</title>{head}</head>"
        "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Old Bridge Is Closed</h1>{above}{text}{below}</article>"
        "<footer><p>Copyright 2019 Daily Herald. All rights reserved.</p></footer></body></html>"
    )


def linked_data(*items: object) -> str:
    """A script of JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps(items)}</script>"


def meta(**contents: str) -> str:
    """Meta tags; two underscores in a name stand for a colon."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{content}">'
        for name, content in contents.items()
    )
