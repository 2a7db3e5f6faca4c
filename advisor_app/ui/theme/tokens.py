"""The colours of DESIGN.md section 2, read from `resources/tokens.json`."""

import json
import re
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor

from advisor_app.resources import resource_folder

_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),(\.\d+)\)")
# The veil behind a dialog, DESIGN.md section 2, "Elevation".
_VEIL = (40, 34, 24, 0.28)


class Scheme(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"


class Colors(NamedTuple):
    """One scheme's colours, under the names of the tokens."""

    bg: QColor
    surface: QColor
    sunken: QColor
    rail: QColor
    hover: QColor
    selected: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    on_accent: QColor
    accent_text: QColor
    accent_tint: QColor
    accent_line: QColor
    digital: QColor
    digital_text: QColor
    digital_tint: QColor
    digital_faint: QColor
    warn: QColor
    warn_text: QColor
    warn_tint: QColor
    warn_line: QColor
    project: QColor
    project_text: QColor
    project_tint: QColor
    project_line: QColor
    danger: QColor
    danger_text: QColor
    danger_tint: QColor
    danger_line: QColor
    focus: QColor
    disabled_text: QColor
    disabled_bg: QColor
    shadow: QColor

    def of(self, tone: "Tone") -> QColor:
        """The colour of a tone of text."""
        color: QColor = getattr(self, tone.value)
        return color


class Tone(StrEnum):
    """What a text is coloured by; the value is the token's name."""

    TEXT = "text"
    SECOND = "text2"
    HINT = "text3"
    ACCENT = "accent_text"
    DIGITAL = "digital_text"
    WARN = "warn_text"
    PROJECT = "project_text"
    DANGER = "danger_text"
    DISABLED = "disabled_text"
    SURFACE = "surface"


def load_colors() -> dict[Scheme, Colors]:
    """Both schemes; a missing or unknown token is a KeyError or TypeError at start."""
    path = resource_folder() / "tokens.json"
    tokens = json.loads(path.read_text(encoding="utf-8"))
    return {scheme: _colors(tokens[scheme.value]) for scheme in Scheme}


def veil() -> QColor:
    """What darkens the window behind a dialog."""
    red, green, blue, alpha = _VEIL
    return QColor(red, green, blue, round(alpha * 255))


def _colors(tokens: dict[str, str]) -> Colors:
    return Colors(**{name: _color(tokens[name.replace("_", "-")]) for name in Colors._fields})


def _color(text: str) -> QColor:
    match = _RGBA.fullmatch(text)
    if match is None:
        return QColor(text)
    red, green, blue = (int(part) for part in match.groups()[:3])
    return QColor(red, green, blue, round(float(match[4]) * 255))
