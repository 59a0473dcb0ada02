"""Says in one line which of the system's libraries Qt lacks, and the Debian packages they are in.

    python packaging/system_libraries.py            for tests: Qt without a display
    python packaging/system_libraries.py --window   for the program in a window
    python packaging/system_libraries.py --list     only the names of the packages

Exit code 1 when a library is missing. Uses nothing but the standard library, so that it can run
before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

# Found with ldd over Qt's own libraries and its platform plug-ins.
_FOR_QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def needed_libraries(*, window: bool, environment: Mapping[str, str]) -> dict[str, str]:
    """What Qt needs here: a window needs more, by the display that the environment names."""
    if not window or environment.get("QT_QPA_PLATFORM"):
        return _FOR_QT
    return _FOR_QT | (_FOR_WAYLAND if environment.get("WAYLAND_DISPLAY") else _FOR_X11)


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Those of the libraries that the dynamic loader cannot find, with their packages."""
    return {name: package for name, package in libraries.items() if not _is_there(name)}


def main(arguments: list[str]) -> int:
    """Print what is missing; 0 when nothing is, or when the system is not Linux."""
    if not sys.platform.startswith("linux"):
        return 0
    needed = needed_libraries(window="--window" in arguments, environment=os.environ)
    missing = missing_libraries(needed)
    packages = " ".join(sorted(set(missing.values())))
    if "--list" in arguments:
        sys.stdout.write(f"{packages}\n" if packages else "")
        return 0
    if missing:
        sys.stderr.write(
            f"Qt needs {', '.join(sorted(missing))}, which this system lacks. "
            f"On Debian and Ubuntu: sudo apt-get install {packages}\n"
        )
    return 1 if missing else 0


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
