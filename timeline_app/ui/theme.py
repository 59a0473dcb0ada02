"""The look of the window: one palette and one scale, light or dark."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from timeline_app.rendering.contrast import contrast_palette
from timeline_app.rendering.fonts import FontRole, font, load_fonts
from timeline_app.rendering.palette import Palette, PaletteName, load_palette
from timeline_app.ui.style_sheet import style_sheet


class Theme(QObject):
    """Hands out colors and fonts; painted widgets take both from here and repaint on `changed`.

    `scale` is the user's text size, 0.9 to 1.5. Whether the window is dark, or has high contrast,
    is given from outside: not every platform can be asked. With `less_motion` nothing moves.
    """

    changed = Signal()

    def __init__(
        self, *, is_dark: bool = False, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self.scale = scale
        self._palettes = {name: load_palette(name) for name in PaletteName}
        self._is_dark = is_dark
        self._has_contrast = False
        self._palette = self._palettes[PaletteName.DARK if is_dark else PaletteName.LIGHT]
        self.less_motion = False

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is in use."""
        return self._is_dark

    @property
    def palette(self) -> Palette:
        """The colors in use."""
        return self._palette

    @property
    def has_contrast(self) -> bool:
        """Whether a high-contrast palette is in use."""
        return self._has_contrast

    def font(self, role: FontRole) -> QFont:
        """The font of a role at the user's scale; unhinted, so that letters keep their distance."""
        result = font(role, self.scale)
        result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return result

    def set_dark(self, is_dark: bool) -> None:  # noqa: FBT001 - a slot
        """Change to the dark palette or back."""
        if is_dark != self._is_dark:
            self.wear(is_dark=is_dark, has_contrast=self._has_contrast)

    def wear(self, *, is_dark: bool, has_contrast: bool, system: QPalette | None = None) -> None:
        """Dress the program in one of the palettes.

        High contrast comes in the colours of the desktop where these are given, and is then as
        dark as they are.
        """
        self._is_dark, self._has_contrast = is_dark, has_contrast
        self._palette = self._palettes[_name(is_dark=is_dark, has_contrast=has_contrast)]
        if has_contrast and system is not None:
            self._palette = contrast_palette(system)
            self._is_dark = self._palette.name is PaletteName.CONTRAST_DARK
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()

    def may_move(self, widget: QWidget) -> bool:
        """Whether a widget may show a movement: not where user or desktop want less of that."""
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return not self.less_motion and widget.style().styleHint(duration) > 0

    def apply(self, app: QApplication) -> None:
        """Dress the whole program: style, colors, font, and the style sheet."""
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setFont(self.font(FontRole.BODY))
        app.setPalette(_qt_palette(self.palette))
        app.setStyleSheet(style_sheet(self.palette))


def _name(*, is_dark: bool, has_contrast: bool) -> PaletteName:
    if has_contrast:
        return PaletteName.CONTRAST_DARK if is_dark else PaletteName.CONTRAST
    return PaletteName.DARK if is_dark else PaletteName.LIGHT


def _qt_palette(palette: Palette) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colors = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.panel,
        role.ToolTipBase: palette.surface,
        role.ToolTipText: palette.text,
        role.PlaceholderText: palette.text3,
        role.Text: palette.text,
        role.Button: palette.surface,
        role.ButtonText: palette.text,
        role.BrightText: palette.alert,
        role.Highlight: palette.selected,
        role.HighlightedText: palette.text,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.Light: palette.surface,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.control,
        role.Shadow: palette.control,
    }
    result = QPalette()
    for name, color in colors.items():
        result.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, name, palette.text3)
    return result
