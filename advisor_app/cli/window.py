"""Without a command: the window, or a sentence where none can be shown."""

import argparse
import os
import sys

from advisor_app.cli.access import Access
from advisor_app.domain.errors import NoDisplay, NoQt
from advisor_app.i18n import _

# Libraries that Qt opens by itself, and the Debian packages that bring them.
DEBIAN_PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libxkbcommon": "libxkbcommon0",
    "libdbus": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libglib": "libglib2.0-0",
    "libgthread": "libglib2.0-0",
}


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Open the window; NoDisplay or NoQt where there is none."""
    if arguments.screen is None or not has_display():
        raise NoDisplay
    try:
        return int(arguments.screen.open_window(access))
    except ImportError as error:
        raise NoQt(missing_package(error)) from None


def has_display() -> bool:
    """Tell whether a window could be shown; Qt itself would end the process."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def missing_package(error: ImportError) -> str:
    """What to install so that Qt loads; the loader's own words where the library is unknown."""
    reason = str(error)
    for library, package in DEBIAN_PACKAGES.items():
        if reason.startswith(library):
            words = _("Qt cannot load {library}. On Debian: apt install {package}")
            return words.format(library=reason.split(":", 1)[0], package=package)
    return _("Qt cannot be loaded: {reason}").format(reason=reason)
