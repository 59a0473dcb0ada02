"""How large and how deeply nested a file may be. A reader refuses what is larger, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep the reading of one file within a few seconds and a few hundred megabytes.

    Sizes are bytes of the file. A long novel has 3 MB of text, so ten are a book shelf and no
    article. libxml2 takes time quadratic in the attributes of one tag and recurses into nesting,
    which is why HTML is counted before it is parsed. `file_bytes` is for formats that hold
    pictures beside their text, `events_bytes` for whole projects: a hundred thousand events with
    their quotes have 100 MB as JSON. The limits of zip archives are for what they take unpacked.
    """

    text_bytes: int = 10 * _MEGABYTE
    text_lines: int = 300_000
    table_bytes: int = 50 * _MEGABYTE
    table_rows: int = 50_000
    table_columns: int = 256
    cell_letters: int = 32_767  # as many as a spreadsheet keeps
    records_bytes: int = 50 * _MEGABYTE
    records: int = 20_000
    html_bytes: int = 20 * _MEGABYTE
    html_tags: int = 300_000
    html_attributes: int = 1_000
    html_depth: int = 512
    file_bytes: int = 200 * _MEGABYTE
    events_bytes: int = 200 * _MEGABYTE
    pdf_pages: int = 5_000
    xml_depth: int = 256
    zip_parts: int = 10_000
    zip_bytes: int = 512 * _MEGABYTE
    zip_part_bytes: int = 64 * _MEGABYTE
    zip_ratio: int = 200


LIMITS = Limits()
