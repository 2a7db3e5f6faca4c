"""The command line, or the window; Qt is imported only when one of them needs it."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access, data_folder
from advisor_app.cli.main import main as command_line
from advisor_app.cli.screen import Screen

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


def open_window(access: Access) -> int:
    """Show the window until it is closed; the store's key is derived while Qt is imported."""
    # Importing makes hardly any garbage; the window collects its own as soon as it is there.
    gc.disable()
    opening = access.opening()
    from advisor_app.ui.app import run
    from advisor_app.ui.window.door import Door

    return run(Door(access.path(), opening.services, access.advisor, opening.look), data_folder())


def take_picture(services: "Services", path: Path) -> None:
    """Write a picture of the window's first page."""
    from advisor_app.ui.picture import grab

    grab(services, path)


def main() -> int:
    """Do what the command line says; the exit status."""
    return command_line(None, Screen(open_window, take_picture))


if __name__ == "__main__":
    sys.exit(main())
