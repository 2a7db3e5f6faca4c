"""The words of the window's frame, which are kept with the page of the day for the next start."""

import contextlib
import json
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.ui.parts.page import Ask
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.kept_pages import FirstLook


class FrameWords(NamedTuple):
    """Who works here, in which role, and what the line at the bottom says, piece by piece."""

    name: str
    role: str
    about: tuple[str, ...]


def packed(words: FrameWords) -> str:
    """The words as text."""
    return json.dumps(words, ensure_ascii=False)


def unpacked(text: str) -> FrameWords:
    """The words that a text was packed from; raises ValueError or TypeError for any other."""
    name, role, about = json.loads(text)
    if not isinstance(about, list):
        raise TypeError(about)
    return FrameWords(name, role, tuple(about))


def show_frame(shell: Shell, words: FrameWords) -> None:
    """Show the words in the rail and the status bar."""
    shell.rail.who.show_who(words.name, words.role)
    shell.status.say(*words.about)


def show_kept_frame(shell: Shell, look: "FirstLook") -> None:
    """Show the words that were kept; of an earlier day only who works here, and no damaged ones."""
    with contextlib.suppress(ValueError, TypeError):
        words = unpacked(look.frame)
        show_frame(shell, words._replace(about=()) if look.earlier else words)


def tell_anew(shell: Shell, ask: Ask) -> None:
    """Say again what is true of the store now, after a backup or another choice of the lock."""
    ask(shell, _words_now, partial(show_frame, shell))


def _words_now(services: "Services") -> FrameWords:
    from advisor_app.ui.window.facts import frame_words, gather

    return frame_words(gather(services))
