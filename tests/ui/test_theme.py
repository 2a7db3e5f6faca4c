import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo

import advisor_app.ui
from advisor_app.ui.theme.application import Application, colors
from advisor_app.ui.theme.tokens import Colors, Scheme, load_colors
from advisor_app.ui.theme.type_scale import Type, font

LITERAL_COLOR = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\d|rgba?\(")
UI = Path(advisor_app.ui.__file__).parent


def luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# The table of DESIGN.md, section 2: pair, contrast in the light, contrast in the dark.
DESIGNED = [
    ("text", "bg", 14.86, 14.98),
    ("text", "surface", 16.45, 13.58),
    ("text", "selected", 13.66, 10.46),
    ("text2", "bg", 7.83, 9.73),
    ("text2", "sunken", 7.30, 9.45),
    ("text3", "bg", 5.71, 6.84),
    ("text3", "rail", 5.14, 7.17),
    ("text3", "selected", 5.25, 4.77),
    ("on_accent", "accent", 7.10, 7.96),
    ("on_accent", "accent_press", 11.63, 6.22),
    ("accent_text", "surface", 8.30, 9.08),
    ("accent_text", "accent_tint", 6.95, 7.30),
    ("digital_text", "digital_tint", 6.58, 7.56),
    ("warn_text", "surface", 7.36, 9.57),
    ("warn_text", "warn_tint", 6.53, 8.59),
    ("project_text", "project_tint", 7.33, 7.82),
    ("danger_text", "danger_tint", 6.92, 7.43),
    ("digital", "surface", 3.86, 5.41),
    ("warn", "bg", 3.60, 8.24),
    ("border_strong", "bg", 3.26, 4.62),
]
MARKS = {"digital", "warn", "border_strong"}


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), DESIGNED)
def test_every_pair_has_the_contrast_that_was_designed(
    ink: str, ground: str, light: float, dark: float
) -> None:
    least = 3 if ink in MARKS else 4.5
    for scheme, designed in ((Scheme.LIGHT, light), (Scheme.DARK, dark)):
        both: Colors = load_colors()[scheme]
        found = contrast(getattr(both, ink), getattr(both, ground))
        assert found == pytest.approx(designed, abs=0.02)
        assert found >= least


@pytest.mark.usefixtures("qapp")
def test_the_bundled_fonts_are_the_ones_that_show() -> None:
    families = {role: QFontInfo(font(role)).family() for role in Type}
    assert families[Type.BODY] == "Inter"
    assert families[Type.H1] == "Source Serif 4"
    assert all(font(role).pixelSize() >= 12 for role in Type)


def test_the_colours_can_be_chosen(qapp: Application) -> None:
    qapp.choose(Scheme.DARK)
    dark = colors().bg.name()
    qapp.choose(Scheme.LIGHT)
    light = colors().bg.name()
    qapp.choose(None)
    assert (dark, light) == ("#171a19", "#f6f3ee")


def test_no_colour_is_written_outside_the_theme() -> None:
    found = [
        f"{path.name}:{number}"
        for path in sorted(UI.rglob("*.py"))
        if path.parent.name != "theme" and path.name != "icons.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LITERAL_COLOR.search(line)
    ]
    assert found == []
