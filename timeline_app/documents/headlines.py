"""Chooses an article's title, and trims from it the name of the site that pages append."""

from __future__ import annotations

import re

from timeline_app.documents.outlets import OUTLET_WORDS

_SEPARATOR = re.compile(r"\s+(?:[|•·»«~]|::|[-–—])\s+|\s*[|｜]\s*")
_MOST_WORDS_OF_A_SITE = 5
_LONGEST = 110  # letters of a title made from the first words


def split_site(title: str) -> tuple[str, str]:
    """The title without the outlet's name after it, and that name; empty when there is none.

    The last part is an outlet's name when it is short and holds a word such as "Times" or ".com",
    or when a bar sets it off from a longer title.
    """
    separators = list(_SEPARATOR.finditer(title))
    if not separators:
        return title.strip(), ""
    last = separators[-1]
    head, tail = title[: last.start()].strip(), title[last.end() :].strip()
    if not head or not tail or not _is_site(head, tail, is_bar="|" in last[0] or "｜" in last[0]):
        return title.strip(), ""
    return head, tail


def trim_known_site(title: str, site: str) -> str:
    """The title without `site`, the outlet's known name, at either of its ends."""
    if not site:
        return title
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and _same_name(parts[-1], site):
        return title[: list(_SEPARATOR.finditer(title))[-1].start()].strip()
    if len(parts) > 1 and _same_name(parts[0], site):
        return title[next(_SEPARATOR.finditer(title)).end() :].strip()
    return title


def opening_words(text: str) -> str:
    """A title for a text that has none: its first sentence, or as many words of it as fit."""
    words = " ".join(text[: _LONGEST * 4].split())
    sentence = re.match(r".{20,}?(?:[!?]|(?<!\b[A-Z])\.)(?=\s+[A-ZÀ-Þ\"“]|$)", words)
    candidate = sentence[0].rstrip(".") if sentence else words
    if len(candidate) <= _LONGEST:
        return candidate
    return candidate[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _is_site(head: str, tail: str, *, is_bar: bool) -> bool:
    words = [word.strip(".,").casefold() for word in tail.split()]
    if len(words) > _MOST_WORDS_OF_A_SITE or tail[-1] in "?!…":
        return False
    is_outlet = any(word in OUTLET_WORDS or "." in word for word in words)
    return is_outlet or (is_bar and len(words) < len(head.split()))


def _same_name(part: str, site: str) -> bool:
    def letters(name: str) -> str:
        return "".join(filter(str.isalnum, name.casefold())).removeprefix("the")

    return bool(letters(part)) and letters(part) in (letters(site), letters(site) + "com")
