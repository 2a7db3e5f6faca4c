"""What the keyboard goes through on a thread: every mark, oldest first, with what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.thread import ThreadData, changes
from advisor_app.ui.parts.thread.words import (
    appointment_words,
    change_words,
    mark_words,
    project_words,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """One mark: its day, and its words, by which the drawing knows it."""

    day: date
    words: str


def stops(thread: ThreadData, names: Mapping[str, str]) -> tuple[Stop, ...]:
    """Meetings, talks, changes of advisor, projects and the appointment ahead."""
    found = [Stop(mark.day, mark_words(mark)) for mark in thread.marks]
    found += [
        Stop(one.day, change_words(one.advisor, one.day, one.introduced)) for one in changes(thread)
    ]
    for project in thread.projects:
        name = names.get(project.code, project.code)
        day = min(project.when.first_day, thread.today)
        found.append(Stop(day, project_words(name, project, thread.today)))
    if thread.appointment is not None:
        found.append(Stop(thread.today, appointment_words(thread.appointment)))
    return tuple(sorted(found, key=lambda stop: stop.day))
