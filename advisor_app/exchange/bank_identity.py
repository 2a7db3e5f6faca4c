"""Reads a bank's settings file, `bank.toml` beside the store, and the logo that it names.

Both come from elsewhere: sizes are looked at before anything is read, only PNG and JPEG are
opened, and what is wrong is told in one sentence.
"""

import io
import re
import tomllib
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advisor_app.domain.bank_identity import (
    LEAST_CONTRAST,
    PLAIN,
    BadIdentity,
    BankIdentity,
    IdentityProblem,
    Logo,
    contrast_on_white,
)

FILE_NAME = "bank.toml"
_MOST_BYTES, _MOST_LOGO_BYTES, _MOST_PIXELS = 64 * 1024, 2 * 1024 * 1024, 4_000_000
_LONGEST = {"name": 80, "legal": 600, "colour": 7, "logo": 200}
_SWITCHES = ("colours", "protect")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def read_identity(folder: Path) -> BankIdentity:
    """What the folder's `bank.toml` says; nothing where there is none. Raises BadIdentity."""
    path = folder / FILE_NAME
    if not path.exists():
        return PLAIN
    told = _checked(path, _table(path))
    colours = told.get("colours", True)
    return BankIdentity(
        name=told.get("name", ""),
        logo=_logo(path, told["logo"], colours=colours) if "logo" in told else None,
        ink=_ink(path, told["colour"]) if "colour" in told and colours else None,
        legal=told.get("legal", ""),
        protect=told.get("protect", False),
    )


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_bytes(path, _MOST_BYTES).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise BadIdentity(str(path), IdentityProblem.NOT_TOML) from None


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        raise BadIdentity(str(path), IdentityProblem.UNREADABLE) from None
    if len(data) > most:
        raise BadIdentity(str(path), IdentityProblem.TOO_LONG, path.name)
    return data


def _checked(path: Path, told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entries, each known and of its kind."""
    for name, value in told.items():
        if name not in _LONGEST and name not in _SWITCHES:
            raise BadIdentity(str(path), IdentityProblem.UNKNOWN, name)
        if not isinstance(value, bool if name in _SWITCHES else str):
            raise BadIdentity(str(path), IdentityProblem.WRONG_KIND, name)
        if isinstance(value, str) and name != "colour" and len(value) > _LONGEST[name]:
            raise BadIdentity(str(path), IdentityProblem.TOO_LONG, name)
    return told


def _ink(path: Path, colour: str) -> tuple[float, float, float]:
    if not _COLOUR.fullmatch(colour):
        raise BadIdentity(str(path), IdentityProblem.NO_COLOUR, colour[:20])
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if contrast_on_white((red, green, blue)) < LEAST_CONTRAST:
        raise BadIdentity(str(path), IdentityProblem.TOO_PALE, colour)
    return red, green, blue


def _logo(path: Path, name: str, *, colours: bool) -> Logo:
    """The picture beside the settings file, on white; grey where colours are off."""
    if name != Path(name).name or "\\" in name or name in {"", ".", ".."}:
        raise BadIdentity(str(path), IdentityProblem.LOGO_ELSEWHERE, name)
    file = path.with_name(name)
    if not file.is_file():
        raise BadIdentity(str(path), IdentityProblem.NO_LOGO, name)
    if file.stat().st_size > _MOST_LOGO_BYTES:
        raise BadIdentity(str(path), IdentityProblem.LOGO_TOO_LARGE, name)
    return _decoded(path, name, _bytes(file, _MOST_LOGO_BYTES), "RGB" if colours else "L")


def _decoded(path: Path, name: str, data: bytes, mode: str) -> Logo:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is looked at here
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise BadIdentity(str(path), IdentityProblem.LOGO_TOO_LARGE, name)
                coloured = picture.convert("RGBA")
    except Image.DecompressionBombError:
        raise BadIdentity(str(path), IdentityProblem.LOGO_TOO_LARGE, name) from None
    except (OSError, ValueError, SyntaxError):
        raise BadIdentity(str(path), IdentityProblem.NO_PICTURE, name) from None
    on_white = Image.new("RGBA", coloured.size, "white")
    on_white.alpha_composite(coloured)
    kept = io.BytesIO()
    on_white.convert(mode).save(kept, "PNG")
    return Logo(kept.getvalue(), coloured.width, coloured.height)
