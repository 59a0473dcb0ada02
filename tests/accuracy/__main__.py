"""Prints how well time expressions are found and resolved, beside others: `make accuracy`."""

from __future__ import annotations

import sys

from tests.accuracy.timex_table import table


def main() -> None:
    """Print the table line by line: the peer that is run takes its time."""
    for each in table():
        sys.stdout.write(each + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
