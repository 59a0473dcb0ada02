"""Knows the names of languages as databases and records give them: "English", "Français", "ger"."""

from __future__ import annotations

import re

_NAMES = {
    "en": "english eng englisch anglais inglés ingles inglese engels английский",
    "de": "german ger deu deutsch allemand alemán alemao alemão tedesco duits немецкий",
    "fr": "french fre fra français francais französisch francés francese frans французский",
    "es": "spanish spa español espanol castellano spanisch espagnol spagnolo spaans испанский",
    "it": "italian ita italiano italienisch italien italiaans итальянский",
    "pt": "portuguese por português portugues portugiesisch portugais portugués portoghese",
    "nl": "dutch dut nld nederlands niederländisch néerlandais holandés olandese",
    "ru": "russian rus русский russisch russe ruso russo",
    "sv": "swedish swe svenska schwedisch suédois",
    "no": "norwegian nor norsk norwegisch norvégien",
    "da": "danish dan dansk dänisch danois",
    "fi": "finnish fin suomi finnisch finnois",
    "pl": "polish pol polski polnisch polonais",
    "cs": "czech cze ces čeština tschechisch tchèque",
    "hu": "hungarian hun magyar ungarisch hongrois",
    "tr": "turkish tur türkçe türkisch turc",
    "el": "greek gre ell ελληνικά griechisch grec",
    "uk": "ukrainian ukr українська ukrainisch ukrainien",
    "ar": "arabic ara العربية arabisch arabe",
    "he": "hebrew heb עברית hebräisch hébreu",
    "zh": "chinese chi zho 中文 简体 繁體 chinesisch chinois",
    "ja": "japanese jpn 日本語 japanisch japonais",
    "ko": "korean kor 한국어 koreanisch coréen",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_TAG = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)


def is_language_name(line: str) -> bool:
    """Whether a line is the name of a language and nothing else."""
    return line.casefold() in _CODES


def language_tag(name: str) -> str:
    """The tag of a language by its name or code, such as "en" or "en-gb"; empty when unknown."""
    words = re.split(r"[\s;,(]+", name.strip().casefold(), maxsplit=1)
    if words[0] in _CODES:
        return _CODES[words[0]]
    return words[0].replace("_", "-") if _TAG.fullmatch(words[0]) else ""
