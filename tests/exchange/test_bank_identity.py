"""A bank's settings file: what it may say, and one sentence for everything that is wrong with it."""

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from advisor_app.domain.bank_identity import (
    PLAIN,
    BadIdentity,
    IdentityProblem,
    contrast_on_white,
)
from advisor_app.exchange.bank_identity import FILE_NAME, read_identity
from advisor_app.i18n.wording import sentence


def picture(colour: tuple[int, ...] = (18, 93, 84, 255), kind: str = "PNG") -> bytes:
    kept = io.BytesIO()
    mode = "RGBA" if kind == "PNG" else "RGB"
    Image.new(mode, (40, 20), colour[: len(mode)]).save(kept, kind)
    return kept.getvalue()


def written(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A few hundred bytes that say they are a picture of so many pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")
    )


def test_without_a_file_papers_are_plain(tmp_path: Path) -> None:
    assert read_identity(tmp_path) is PLAIN


def test_a_whole_identity_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    told = (
        'name = "Banque de l’Orme"\nlogo = "logo.png"\ncolour = "#125D54"\n'
        'legal = "Société anonyme"\nprotect = true\n'
    )
    found = read_identity(written(tmp_path, told))
    assert (found.name, found.legal, found.protect) == ("Banque de l’Orme", "Société anonyme", True)
    assert found.ink == (18 / 255, 93 / 255, 84 / 255)
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (40, 20)
    with Image.open(io.BytesIO(found.logo.png)) as shown:
        assert shown.mode == "RGB"
        assert shown.getpixel((0, 0)) == (18, 93, 84)


def test_colours_can_be_off(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(picture((200, 30, 30), "JPEG"))
    told = 'logo = "logo.jpg"\ncolour = "#125D54"\ncolours = false\n'
    found = read_identity(written(tmp_path, told))
    assert found.ink is None
    assert found.logo is not None
    with Image.open(io.BytesIO(found.logo.png)) as shown:
        assert shown.mode == "L"


def test_what_is_clear_in_a_logo_is_white_on_paper(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture((0, 0, 0, 0)))
    found = read_identity(written(tmp_path, 'logo = "logo.png"'))
    assert found.logo is not None
    with Image.open(io.BytesIO(found.logo.png)) as shown:
        assert shown.getpixel((5, 5)) == (255, 255, 255)


WRONG = {
    "not TOML": ("name = ", IdentityProblem.NOT_TOML),
    "nested without end": ("a = " + "[" * 9000, IdentityProblem.NOT_TOML),
    "an unknown entry": ('colour_of_hair = "red"', IdentityProblem.UNKNOWN),
    "a number as a name": ("name = 3", IdentityProblem.WRONG_KIND),
    "a text as a switch": ('protect = "yes"', IdentityProblem.WRONG_KIND),
    "a name without end": (f'name = "{"x" * 81}"', IdentityProblem.TOO_LONG),
    "a file without end": (f"# {'x' * 70_000}", IdentityProblem.TOO_LONG),
    "a colour by its name": ('colour = "teal"', IdentityProblem.NO_COLOUR),
    "a colour too long": ('colour = "#125D54FF"', IdentityProblem.NO_COLOUR),
    "a pale colour": ('colour = "#FFE680"', IdentityProblem.TOO_PALE),
    "a missing logo": ('logo = "none.png"', IdentityProblem.NO_LOGO),
    "a logo elsewhere": ('logo = "../logo.png"', IdentityProblem.LOGO_ELSEWHERE),
    "a logo from the root": ('logo = "/etc/passwd"', IdentityProblem.LOGO_ELSEWHERE),
    "a logo of another system": ('logo = "C:\\\\logo.png"', IdentityProblem.LOGO_ELSEWHERE),
    "a logo without a name": ('logo = ""', IdentityProblem.LOGO_ELSEWHERE),
    "a logo on the network": ('logo = "https://x.example/l.png"', IdentityProblem.LOGO_ELSEWHERE),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_told_in_a_sentence(tmp_path: Path, case: str) -> None:
    text, problem = WRONG[case]
    with pytest.raises(BadIdentity) as raised:
        read_identity(written(tmp_path, text))
    assert raised.value.problem is problem
    assert FILE_NAME in sentence(raised.value)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
LOGOS = {
    "a drawing": (SVG, IdentityProblem.NO_PICTURE),
    "nothing": (b"", IdentityProblem.NO_PICTURE),
    "half a picture": (picture()[:60], IdentityProblem.NO_PICTURE),
    "a picture that says it is huge": (bomb(60_000, 60_000), IdentityProblem.LOGO_TOO_LARGE),
    "a picture that is said too large": (bomb(3000, 3000), IdentityProblem.LOGO_TOO_LARGE),
    "a picture of too few bytes": (bomb(1000, 1000), IdentityProblem.NO_PICTURE),
    "a heavy file": (bytes(3 * 1024 * 1024), IdentityProblem.LOGO_TOO_LARGE),
    "a GIF": (b"GIF89a" + bytes(40), IdentityProblem.NO_PICTURE),
}


@pytest.mark.parametrize("case", LOGOS)
def test_a_wrong_logo_is_told_in_a_sentence(tmp_path: Path, case: str) -> None:
    data, problem = LOGOS[case]
    (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(BadIdentity) as raised:
        read_identity(written(tmp_path, 'logo = "logo.png"'))
    assert raised.value.problem is problem
    assert "logo.png" in sentence(raised.value)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(BadIdentity) as raised:
        read_identity(tmp_path)
    assert raised.value.problem is IdentityProblem.UNREADABLE


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes('name = "Crédit"'.encode("cp1252"))
    with pytest.raises(BadIdentity) as raised:
        read_identity(tmp_path)
    assert raised.value.problem is IdentityProblem.NOT_TOML


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_no_file_breaks_the_reader(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    with suppress(BadIdentity):
        read_identity(tmp_path)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast_on_white((0, 0, 0)) == pytest.approx(21)
    assert contrast_on_white((1, 1, 1)) == pytest.approx(1)
    # #767676 is the palest grey that WCAG lets stand on white.
    grey = 0x76 / 255
    assert 4.5 < contrast_on_white((grey, grey, grey)) < 4.6
