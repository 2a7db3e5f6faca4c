"""What `today` prints: the day as the window's first page shows it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor_app.i18n import _
from advisor_app.i18n.company_words import joined_words
from advisor_app.i18n.formats import clock
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.today_words import (
    clients_of,
    due_detail,
    greeting,
    inherited_of,
    met_share,
    subtitle,
    where,
)

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.today import Figures, Today

DAILY_LIMIT = 5


def day_lines(services: "Services") -> Iterator[str]:
    """The day as the window's first page shows it."""
    today = services.today_page.today()
    yield greeting(today)
    yield subtitle(today)
    yield ""
    yield from figure_lines(today.figures)
    yield ""
    yield _("Your appointments")
    yield from appointment_lines(today)
    yield ""
    yield _("To meet")
    yield from meeting_lines(services)


def figure_lines(figures: "Figures") -> Iterator[str]:
    """The four figures, each with its denominator."""
    online = f"{figures.online_only} {clients_of(figures.online_only, figures.clients)}"
    not_met = f"{figures.not_introduced} {inherited_of(figures)}"
    due = figures.due + figures.to_write_up
    lines = {
        _("Met face to face in the last 12 months"): met_share(figures),
        _("Served online only"): online,
        _("Not met since the change of advisor"): not_met,
        _("Follow-ups to do"): f"{due}, {due_detail(figures)}" if due else "0",
    }
    for label, value in lines.items():
        yield "  " + _("{label}: {value}").format(label=label, value=value)


def appointment_lines(today: "Today") -> Iterator[str]:
    """One line an appointment, with the reference by which the other commands know it."""
    for one in today.appointments:
        joined = f" · {joined_words(one.host)}" if one.host is not None else ""
        about = f"{joint_name(one.people)} · {where(one)}{joined} · {one.ref}"
        yield f"  {clock(one.start.time())}  {about}"


def meeting_lines(services: "Services") -> Iterator[str]:
    """The day's suggestions, with their reasons."""
    from advisor_app.cli.suggest_answer import list_text

    suggesting = services.suggesting
    listed = suggesting.suggest(limit=DAILY_LIMIT)
    named = suggesting.named([one.client for one in listed.shown])
    for line in list_text(listed, named, services.today(), suggesting.books):
        yield f"  {line}"
