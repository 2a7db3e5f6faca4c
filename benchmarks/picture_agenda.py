"""The scenes of the pictures in the agenda: its forms, and what is asked of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from picture_stage import coming_meeting, next_week

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    yield "agenda-day", lambda stage: _form(stage, 0)
    yield "agenda-menu", _meeting_menu
    yield "agenda-months", lambda stage: _form(stage, 1)._turn_aside()
    yield "ask-week", lambda stage: _form(stage, 1).plan_week()
    yield "ask-moving", _moving
    yield "ask-company", lambda stage: _form(stage, 1).doing.accompany(coming_meeting(stage))
    yield "ask-cancelling", lambda stage: _form(stage, 1).doing.cancel(coming_meeting(stage))
    yield "ask-who_comes", lambda stage: stage.requests.book_at.emit(next_week(stage))


def _form(stage: Stage, place: int) -> Any:
    page = stage.go("agenda")
    from advisor_app.ui.pages.agenda.header import DAY, WEEK

    page._form_as((DAY, WEEK)[place])
    return page


def _meeting_menu(stage: Stage) -> None:
    page, ref = _form(stage, 1), coming_meeting(stage).visit.ref
    page._open_menu(ref)


def _moving(stage: Stage) -> None:
    from advisor_app.domain.agenda import Depends
    from advisor_app.domain.papers import PaperKind
    from advisor_app.i18n.agenda_words import depends_lines, moved_words
    from advisor_app.i18n.people_words import joint_name
    from advisor_app.ui.dialogs.moving import MovingDialog

    page, one = _form(stage, 1), coming_meeting(stage)
    lines = depends_lines(Depends((PaperKind.SHEET, PaperKind.APPOINTMENT), invited=True))
    words = moved_words(joint_name(one.visit.people), next_week(stage))
    MovingDialog(page, words, lines, lambda _dialog: None).open()
