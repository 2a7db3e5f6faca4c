"""The scenes of the pictures on the page of the day: its list, and what is asked of a suggestion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    yield "today-due", lambda stage: stage.go("today")._show_owed()
    for question in ("propose", "note_contact", "later", "dismiss", "accept"):
        yield f"ask-{question}", partial(ask_of_first, question)
    yield "ask-outcome", _write_up
    yield "ask-follow_up", _follow_up
    yield "ask-how", lambda stage: stage.go("today")._asked.explain()


def ask_of_first(question: str, stage: Stage) -> None:
    """Ask something of the suggestion in front."""
    page = stage.go("today")
    getattr(stage.requests, question).emit(page.whom())


def _write_up(stage: Stage) -> None:
    today = stage.go("today").answers.day.today
    past = next(one for one in today.appointments if one.end <= today.now)
    stage.desktop.page()._asked._write_up(past)


def _follow_up(stage: Stage) -> None:
    from advisor_app.domain.owed import Owing

    page = stage.go("today")
    owed = next(one for one in page.answers.owed.values() if one.owing is Owing.FOLLOW_UP)
    page._asked._tell_outcome(owed)
