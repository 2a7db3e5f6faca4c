"""Where the files that ship with the program lie."""

import sys
from functools import cache
from pathlib import Path


def resource_folder() -> Path:
    """The folder of tables, fonts, icons and profiles, in a checkout or a frozen bundle."""
    return _root() / "resources"


def translation_folder() -> Path:
    """The folder of the gettext catalogs."""
    return _root() / "translations"


@cache
def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller unpacks data files there
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent
