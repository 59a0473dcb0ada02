"""Tokens: words, numbers and marks of a sentence, with the quirks of web text mended.

"10, 000" is one number, "U. S. -provided" one word, "wo|n’t" and "He|’s" are two. The text itself
never changes: a token knows its range and how it should have been written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.language import function_words

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
      (?P<initials>\b(?:[A-Z]\.[ ]?){{2,}}(?:[ ]?-{_LETTER}+)?|\b[A-Z]\.(?=[ ][A-Z])
        |\b[ap]\.[ ]?m\b\.?)
    | (?P<number>[$€£¥]?\d{{1,3}}(?:,[ ]?\d{{3}}(?!\d))+(?:\.\d+)?%?
        |[$€£¥]?\d+(?:[.:/]\d+)*(?:%|{_LETTER}+)?(?:-{_LETTER}+)*)
    | (?P<clitic>n[’']t\b|(?<=\w)[’'](?:s|S|re|ve|ll|d|m)\b)
    | (?P<word>{_LETTER}(?:{_LETTER}|\d|[&](?={_LETTER})|[-](?={_LETTER})
        |(?<={_LETTER})[’'](?={_LETTER}{{3}})|(?<=\b[OD])[’'](?={_LETTER}))*)
    | (?P<dash>--+|[–—]|\.\.+|…|``|''|`[ ]`|'[ ]')
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_MARKED = "mark", "dash"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: `form` is how it should be written, `lower` that in lower case."""

    start: int
    end: int
    form: str
    lower: str
    is_mark: bool = False

    @property
    def range(self) -> TextRange:
        """The characters of the text it stands for."""
        return TextRange(self.start, self.end)


def tokenise(text: str, sentence: TextRange) -> list[Token]:
    """The tokens of a sentence, in order; blanks lie between them."""
    tokens: list[Token] = []
    position = sentence.start
    while match := _TOKEN.search(text, position, sentence.end):
        end = _end_of(text, match, tokens, sentence.end)
        tokens.append(_token(text, match.start(), end, match.lastgroup in _MARKED))
        position = end
    return tokens


def _token(text: str, start: int, end: int, is_mark: bool) -> Token:  # noqa: FBT001 - internal
    form = text[start:end]
    if " " in form:
        form = form.replace(" ", "")
    return Token(start, end, form, form.lower().replace("’", "'"), is_mark)


def _end_of(text: str, match: re.Match[str], tokens: list[Token], limit: int) -> int:
    """Where the token really ends: abbreviations keep their stop, negations stand alone."""
    end = match.end()
    if match.lastgroup == "word":
        return _end_of_word(text, match, limit)
    if match.lastgroup == "initials":
        return match.start() + len(match.group().rstrip())
    if match.lastgroup == "number" and ", " in match.group() and _is_day_of_month(tokens):
        return match.start() + match.group().index(",")
    return end


def _end_of_word(text: str, match: re.Match[str], limit: int) -> int:
    end = match.end()
    word = match.group()
    if (
        word.endswith(("n", "N"))
        and text[end : end + 2] in ("'t", "’t", "'T", "’T")
        and len(word) > 1
    ):
        return end - 1
    if end + 1 < limit and text[end] == "." and word.lower() in function_words("abbreviation"):
        return end + 1
    return end


def _is_day_of_month(tokens: list[Token]) -> bool:
    """Whether the number follows the name of a month: "October 29, 400 people"."""
    return bool(tokens) and tokens[-1].lower.rstrip(".") in function_words("month")
