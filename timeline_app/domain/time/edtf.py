"""EDTF, the text form of time spans: ISO 8601-2 levels 0, 1 and what a span can hold of 2.

`parse_edtf(write_edtf(span)) == span` holds for every span that the constructors of `TimeSpan`
make. The other way round is not promised: one span has several spellings ("2004-10/2005" is
written "2004-10/2005-12", "1950S2" is "19XX"), and `write_edtf` has one for each span.

Beyond the standard this program reads and writes

    [a..b]/[c..d]   an interval whose ends are known to lie between two dates
    [a,b/c]         a set with intervals among its members
    [a,b]?          a qualifier for a whole set
    Y12345-10-29    months, days and times in long years
    T21             hours without minutes

and it reads ISO weeks: 2024-W43 (one day of that week) and 2024-W43-5.
"""

from __future__ import annotations

from timeline_app.domain.time.edtf_reading import parse_edtf
from timeline_app.domain.time.edtf_writing import write_edtf

__all__ = ["parse_edtf", "write_edtf"]
