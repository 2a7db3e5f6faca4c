from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from advisor_app.domain.codes import Language
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import Look, keep_look, read_look
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.theme.type_scale import Type, font, line_height


def test_a_look_is_read_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "window.json"
    look = Look(Scheme.DARK, 120, dense=True, discreet=True, language=Language.NL)
    keep_look(path, look)
    assert read_look(path) == look
    assert [one.name for one in path.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "\ud800",
        '{"scheme": "purple", "language": "xx"}',
        '{"scheme": 3, "text_percent": "150", "dense": null}',
        '{"text_percent": true}',
    ],
)
def test_a_file_without_meaning_leaves_the_system_s_look(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_look(path) == Look()


def test_no_file_is_no_look(tmp_path: Path) -> None:
    assert read_look(tmp_path / "window.json") == Look()


@pytest.mark.parametrize(("asked", "given"), [(10, 90), (90, 90), (150, 150), (4000, 150)])
def test_text_stays_within_its_limits(tmp_path: Path, asked: int, given: int) -> None:
    path = tmp_path / "window.json"
    path.write_text(f'{{"text_percent": {asked}}}', encoding="utf-8")
    assert read_look(path).text_percent == given
    assert Look().with_text(asked).text_percent == given


def test_steps_are_of_ten_per_cent() -> None:
    assert Look().stepped(2).text_percent == 120
    assert Look(text_percent=150).stepped(1).text_percent == 150
    assert Look(text_percent=100).stepped(-2).text_percent == 90


def test_what_holds_text_grows_with_it_and_the_grid_stays(qapp: QApplication) -> None:
    assert isinstance(qapp, Application)
    before = (sizes.CONTROL, font(Type.BODY).pixelSize(), line_height(Type.BODY), sizes.MEDIUM)
    told: list[str] = []
    qapp.worn.connect(lambda: told.append("worn"))
    qapp.resized.connect(lambda: told.append("resized"))
    qapp.wear(Look(text_percent=150))
    try:
        assert before == (34, 14, 20, 1400)
        assert (sizes.CONTROL, font(Type.BODY).pixelSize()) == (51, 21)
        assert (line_height(Type.BODY), sizes.MEDIUM, sizes.M) == (30, 2100, 12)
        assert qapp.font().pixelSize() == 21
        assert told == ["worn", "resized"]
    finally:
        qapp.wear(Look())
    assert sizes.CONTROL == 34


def test_no_text_is_under_twelve_pixels(qapp: QApplication) -> None:
    assert isinstance(qapp, Application)
    qapp.wear(Look(text_percent=90))
    try:
        assert min(font(role).pixelSize() for role in Type) == 12
    finally:
        qapp.wear(Look())


def test_close_rows_are_lower_and_still_a_target(qapp: QApplication) -> None:
    assert isinstance(qapp, Application)
    assert sizes.TABLE_ROW == 36
    qapp.wear(Look(dense=True))
    try:
        assert sizes.TABLE_ROW == sizes.TABLE_ROW_LOW == 30
    finally:
        qapp.wear(Look())


def test_an_unknown_size_is_a_mistake() -> None:
    with pytest.raises(AttributeError):
        _ = sizes.CONTROLL


def test_high_contrast_takes_the_system_s_colours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(qapp, Application)
    tokens = qapp.colors()
    monkeypatch.setattr(qapp, "wants_contrast", lambda: True)
    qapp._apply()
    try:
        shown = qapp.colors()
        assert shown.text == shown.border == shown.warn_text
        assert shown.bg == shown.surface == shown.warn_tint
        assert contrast(shown.text, shown.bg) >= 7
    finally:
        monkeypatch.undo()
        qapp._apply()
    assert qapp.colors() == tokens
    assert not qapp.wants_contrast()


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
