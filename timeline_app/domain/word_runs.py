"""What copies of a text are told by: a number for each run of five words.

Case, punctuation and line breaks make no difference. The numbers hold within one process.

Source of the method: A. Z. Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

# numpy loads inside the function: the window does not wait for it.

RUN = 5
_MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio, Knuth's multiplicative hash
_SHIFT = 29
_WORD = re.compile(r"\w+")


def runs_of(text: str) -> Hashes:
    """A hash for each run of five words, in text order; none where there are fewer."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    count = len(words) - RUN + 1
    if count < 1:
        return np.empty(0, np.uint64)
    each = np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)
    factor = np.uint64(_MULTIPLIER)
    run = np.zeros(count, np.uint64)
    for place in range(RUN):
        run = (run ^ each[place : place + count]) * factor
    return run ^ (run >> np.uint64(_SHIFT))
