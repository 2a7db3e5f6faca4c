"""The words of the window's frame, which are kept with the page of the day for the next start."""

import json
from typing import NamedTuple

from advisor_app.ui.window.shell import Shell


class FrameWords(NamedTuple):
    """Who works here, in which role, and what the line at the bottom says of the data."""

    name: str
    role: str
    about: str


def packed(words: FrameWords) -> str:
    """The words as text."""
    return json.dumps(words, ensure_ascii=False)


def unpacked(text: str) -> FrameWords:
    """The words that a text was packed from; raises ValueError or TypeError for any other."""
    return FrameWords(*json.loads(text))


def show_frame(shell: Shell, words: FrameWords) -> None:
    """Show the words in the rail and the status bar."""
    shell.rail.who.show_who(words.name, words.role)
    shell.status.say(words.about)
