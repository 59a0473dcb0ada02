"""How the window is to look: as the user has chosen, and until then as the system asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from timeline_app.ui.shell.view_state import WindowState
from timeline_app.ui.theme import Theme

ZOOMS = (100, 125, 150, 175, 200)
_DARK, _CONTRAST, _STILL, _ZOOM = "dark", "contrast", "less_motion", "zoom"


class Looks(QObject):
    """Dresses the program, follows the system, and keeps what the user chooses.

    `told` carries a sentence on what cannot be seen at once.
    """

    told = Signal(str)

    def __init__(self, app: QApplication, theme: Theme, state: WindowState) -> None:
        super().__init__(theme)
        self._app, self._theme, self._state = app, theme, state
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def toggle_dark(self) -> None:
        """Dark or light, from now on whatever the system asks for."""
        self._theme.set_dark(not self._theme.is_dark)
        self._state.put({_DARK: self._theme.is_dark})

    def toggle_contrast(self) -> None:
        """High contrast or the colours of the design."""
        has_contrast = not self._theme.has_contrast
        self._theme.wear(is_dark=self._theme.is_dark, has_contrast=has_contrast)
        self._state.put({_CONTRAST: self._theme.has_contrast})

    def toggle_motion(self) -> None:
        """Movements, or every change at once."""
        self._theme.less_motion = not self._theme.less_motion
        self._state.put({_STILL: self._theme.less_motion})
        self.told.emit(f"Movements are {'off' if self._theme.less_motion else 'on'}")

    def enlarge(self) -> None:
        """Make everything larger, from the next start on."""
        self._zoom(1)

    def shrink(self) -> None:
        """Make everything smaller again, from the next start on."""
        self._zoom(-1)

    def _zoom(self, step: int) -> None:
        place = ZOOMS.index(kept_zoom(self._state)) + step
        zoom = ZOOMS[min(max(0, place), len(ZOOMS) - 1)]
        self._state.put({_ZOOM: zoom})
        self.told.emit(f"Text and controls at {zoom} % from the next start on")

    def _follow(self, _: object = None) -> None:
        """Take what the user has chosen, and ask the system for the rest."""
        dark, contrast = self._state.get(_DARK), self._state.get(_CONTRAST)
        self._theme.less_motion = self._state.get(_STILL) is True
        asks = system_has_contrast()
        self._theme.wear(
            is_dark=dark if isinstance(dark, bool) else system_is_dark(),
            has_contrast=contrast if isinstance(contrast, bool) else asks,
            system=system_colors(self._app) if asks else None,
        )


def kept_zoom(state: WindowState) -> int:
    """How large the user wants text and controls, in percent."""
    zoom = state.get(_ZOOM)
    return zoom if zoom in ZOOMS else ZOOMS[0]


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_has_contrast() -> bool:
    """Whether the desktop asks for high contrast; before Qt 6.10 it cannot be asked."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_colors(app: QApplication) -> QPalette:
    """The colours of the desktop, which those of the program stand before."""
    app.setPalette(QPalette())
    return QGuiApplication.palette()
