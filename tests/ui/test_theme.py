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


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "bg", 4.5),
        ("text", "selected", 4.5),
        ("text2", "sunken", 4.5),
        ("text3", "rail", 4.5),
        ("text3", "selected", 4.5),
        ("on_accent", "accent", 4.5),
        ("accent_text", "accent_tint", 4.5),
        ("warn_text", "warn_tint", 4.5),
        ("project_text", "project_tint", 4.5),
        ("danger_text", "danger_tint", 4.5),
        ("digital", "surface", 3),
        ("warn", "bg", 3),
        ("border_strong", "bg", 3),
    ],
)
def test_pairs_can_be_read(scheme: Scheme, ink: str, ground: str, least: float) -> None:
    both: Colors = load_colors()[scheme]
    assert contrast(getattr(both, ink), getattr(both, ground)) >= least


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
