"""Knows the names of newspapers, agencies and stations by the words that they are made of."""

from __future__ import annotations

OUTLET_WORDS = frozenset(
    """
    agency blog broadcasting bulletin chronicle courier daily digest dispatch express foundation
    gazette globe guardian herald independent inquirer insider journal magazine mail media mirror
    monitor network news newspaper nightly observer online post press radio record reporter review
    standard star sun telegraph television times today tribune tv weekly wikipedia wikinews wire
    wordpress youtube abc afp ap axios bbc bloomberg cbc cbs cnbc cnn economist espn euronews fox
    forbes ft huffpost lemonde medium msn nbc npr nyt nytimes pbs politico rferl reuters rt slate
    spiegel tass vice voa vox wsj xinhua yahoo zeit
    """.split()
)
_MOST_WORDS = 5


def is_outlet_name(name: str) -> bool:
    """Whether a short line ends as outlets' names do: with "Gazette", "News", "Reuters"."""
    words = name.split()
    return 0 < len(words) <= _MOST_WORDS and words[-1].strip(".,").casefold() in OUTLET_WORDS
