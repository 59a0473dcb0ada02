"""What the program says about itself."""

from __future__ import annotations

from timeline_app import __version__


def about_words() -> str:
    """Version, licence, and where the data stays."""
    return (
        f"Timeline App {__version__}\n\n"
        "Turns articles into a timeline whose every date can be traced to its source.\n"
        "Everything stays on this computer.\n\n"
        "MIT licence. Fonts: Source Sans, Source Serif, Source Code Pro (OFL). Icons: Lucide (ISC)."
    )
