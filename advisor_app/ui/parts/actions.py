"""What can be done, said once: the menus, the keys, Ctrl+K and the help all read it here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """The menus, in the order of the bar."""

    FILE = "file"
    EDIT = "edit"
    CLIENT = "client"
    VIEW = "view"
    HELP = "help"


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the window, or the page in front, can do.

    `words` is what the menu, the search and the help call it. The first of `keys` is shown, the
    others are its spellings on other keyboards. `ready` says whether it can be done now; a menu
    shows it greyed otherwise. `group` parts a menu by lines: actions of one group stay together.
    Those with the same words in `under` stand behind one entry of that name, in menus alone.
    """

    words: str
    menu: Menu
    deed: Callable[[], None]
    keys: tuple[str, ...] = ()
    icon: str = ""
    ready: Callable[[], bool] = _always
    group: int = 0
    under: str = ""
