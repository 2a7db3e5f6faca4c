"""Writes the outcome of a meeting in the real program, or looks at what it offers.

Run by `tests/ui/test_killed.py`: `python outcome_cut_short.py (type|look) STORE PASSPHRASE FOLDER`.
`type` says "kept" once the draft is in the store, and goes on until somebody ends its process;
`look` asks the same question, prints what stands in it as JSON, and goes on as well.
"""

import json
import sys
from pathlib import Path
from typing import Any, cast

from day_by_keyboard import Clock, Q, Step
from PySide6.QtTest import QTest

from advisor_app.bootstrap import Services, open_services
from advisor_app.domain.drafts import DraftPlace
from advisor_app.ui import app
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.pages.today.wording import visit_whom
from advisor_app.ui.parts.notices import NoteBox
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.shell import Shell

SAID, PROMISED = "They would rather wait for the autumn.", "Send the figures of the loan"


def say(line: str) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Writer:
    """Goes to the outcome form of the first meeting that is over, as a click on it does."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._place = DraftPlace("")

    def write(self) -> Step:
        """Type, and wait for the program's own clock to keep it."""
        yield from self._ask()
        dialog = self._asked()
        QTest.keyClicks(dialog._text.field, SAID)
        QTest.keyClicks(dialog._promises[0][1].field, PROMISED)
        drafting = dialog.findChild(Drafting)
        typed = dialog.typed()
        yield "the draft is on its way", lambda: drafting._kept == typed
        answers: list[Any] = []

        def find(services: Services) -> Any:
            return services.drafts.find(self._place)

        # The worker answers in order: once this is answered, the draft before it is written.
        self._desktop()._ask(self._shell, find, answers.append)
        yield "the store answers", lambda: answers
        assert answers[0] is not None
        assert dict(answers[0].texts) == typed
        say("kept")

    def look(self) -> Step:
        """Tell what the question offers when it is asked again."""
        yield from self._ask()
        dialog = self._asked()

        def offered() -> list[str]:
            notes = (one for one in dialog.findChildren(NoteBox) if one.isVisible())
            return [one.accessibleName() for one in notes if one.link.isVisible()]

        yield "what was typed is offered", offered
        texts = {"said": dialog._text.text(), "promised": dialog._promises[0][1].text()}
        say(json.dumps({**texts, "note": offered()[0]}))

    def _ask(self) -> Step:
        yield "the day shows whom to meet", lambda: self._page().whom() is not None
        yield "the day is read", lambda: self._page().answers.day is not None
        day = self._page().answers.day
        assert day is not None
        past = next(one for one in day.today.appointments if one.end <= day.today.now)
        whom = visit_whom(past)
        self._place = DraftPlace(f"outcome of {past.ref}", whom.people[0].key)
        self._desktop()._requests.write_up.emit(past.ref, whom)
        yield "the question shows", lambda: self._asked().isVisible()

    def _asked(self) -> OutcomeDialog:
        return self._found(OutcomeDialog)

    def _page(self) -> TodayPage:
        return self._found(TodayPage)

    def _desktop(self) -> Desktop:
        return self._found(Desktop)

    def _found(self, kind: type[Q]) -> Q:
        """What is in the window; LookupError until it is, which the clock waits out."""
        found = self._shell.findChild(kind)
        if found is None:
            raise LookupError
        return cast("Q", found)


def main(what: str, store: Path, passphrase: str, folder: Path) -> int:
    class Watched(Shell):
        def __init__(self) -> None:
            super().__init__()
            writer = Writer(self)
            Clock(self, writer.write() if what == "type" else writer.look())

    app.Shell = Watched  # type: ignore[misc] # it begins with the window
    return app.run(Door(store, lambda: open_services(store, passphrase, "A01"), "A01"), folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])))
