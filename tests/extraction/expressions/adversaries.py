"""Texts that are hard on a tagger: one piece again and again, without prose; and news beside them.

News as papers write it, with about four time expressions in a thousand characters.
"""

from __future__ import annotations

from typing import Final

NEWS: Final = """\
The ministers of nine countries met in Geneva on Tuesday to discuss a treaty on the use of rivers \
that cross their borders. Officials said the talks had been difficult but polite, and that they \
would resume on Nov. 12. "We are closer than we were, and we know what divides us," said the head \
of the delegation, who has led it since 2019. Two of the countries want a court to decide where \
their engineers cannot agree. The others fear that judges would take too long and know too \
little.

Shares of the company fell 4.5 percent to $31.20 in early trading after it reported a loss for \
the third quarter. Analysts had expected a profit of 12 cents a share. The company, which employs \
4,300 people in Ohio and Kentucky, blamed the price of copper and a strike at the port. It plans \
to sell two plants, and its chief executive said that more could follow if orders do not recover \
by June.

Rescue teams worked through the night to reach villages that were cut off when the river broke \
its banks. At least 14 people were killed, the governor told reporters, and hundreds of families \
had to leave their homes. Soldiers carried children across the water on their shoulders. Schools \
in the valley will remain closed until Monday, and the army has sent helicopters, boats and \
doctors.

The museum, a brick building near the harbour, reopened last week after a restoration that took \
three years. Its director thanked the volunteers and the city for their patience. Visitors walked \
through the new rooms, looked at the paintings and asked why the garden was still shut. The \
answer was a family of foxes that has made its home under the old pear tree and may not be \
disturbed.

"""

PIECES: Final = (
    "last ", "last last last ", "next ", "the ", "a ", "of the ", "in the ", "and ", "ago ",
    "since ", "early late ", "mid-", "quarter ", "year ", "more ", "about ", "from ", "first ",
    "a few of ", "7", "123 ", "7 ", "1/", "1/2/", "1-2-3 ", "1:1:1 ", "1,", "1,1,1 ", "1,000",
    "1. ", "$5 ", "'98 ", "2020 ", "2020-", "1990s ", "1990-", "12:30 ", "10/11/2024 ", "1/2 ",
    "2024-10-29 ", "O0", "l5 ", " ", "\n", "\n\n", "\n \n", "\t", "\xa0", "\u200b", "\xad", "-\n",
    "e\u0301", "\u0301", "May ", "March ", "may 3 ", "3 may ", "MAY ", "January February ",
    "October 3 ", "May 3, ", "Jan. ", "Monday ", "Monday Tuesday ", "Monday or ", "RussiaTuesday",
    "today ", "now ", "last week ", "two hundred ", "twenty-one ", "ten ", "two days ",
    "two and ", "a year and a half ", "from 3 to ", "5 p.m. ", "A.D. ", "A.", "Q3 ", "St. ",
    "Christmas ", "new year's ", "world war ", "since 2020 ", "th ", "'", "'s ", '"', "-", " - ",
    "– ", "(", "[", ", ", "; ", "a", "I", "a b ",
)  # fmt: skip


def repeated(piece: str, size: int) -> str:
    """About `size` characters of a piece again and again."""
    return piece * (size // len(piece))
