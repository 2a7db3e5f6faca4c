"""The scenes of the pictures in the sheets: other papers, and what is asked before they are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from picture_stage import coming_meeting

from advisor_app.domain.letters import LetterKind
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.parts.requests import DaySheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    yield "sheets-one", _sheet_of_first
    yield "sheets-letter", _letter
    yield "ask-lock_paper", _lock_paper
    yield "ask-report", partial(_other_paper, "building-2")
    yield "ask-event_invitation", partial(_other_paper, "ticket")


def _sheet_of_first(stage: Stage) -> None:
    whom = stage.go("today").whom()
    stage.requests.print_sheet.emit(whom)


def _letter(stage: Stage) -> None:
    one = coming_meeting(stage)
    stage.go("sheets", LetterAsked(LetterKind.APPOINTMENT, one.visit.ref, "…"))


def _lock_paper(stage: Stage) -> None:
    from advisor_app.ui.dialogs.lock_paper import LockPaperDialog

    stage.go("sheets", DaySheets(stage.today))
    LockPaperDialog(stage.shell, lambda _word: None).open()


def _other_paper(icon: str, stage: Stage) -> None:
    """What is asked before a paper that the page offers beside the day's."""
    page = stage.go("sheets", DaySheets(stage.today))
    next(one for one in page.page_actions() if one.icon == icon).deed()
