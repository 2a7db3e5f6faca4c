"""`today`: the advisor's day without a screen, and its papers."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.window import missing_package
from advisor_app.i18n import _, language
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
    from advisor_app.cli.main import Commands
    from advisor_app.cli.screen import Screen
    from advisor_app.domain.today import Figures, Today

DAILY_LIMIT = 5


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "today", help=_("print the day: figures, appointments, whom to meet")
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help=_("also write the day pack and a picture there")
    )
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Print the day, and write its papers where asked."""
    with access.services() as services:
        for line in day_lines(services):
            print(line)
        if arguments.out is not None:
            write_day_pack(services, arguments.out / "day-pack.pdf")
            if arguments.screen is not None:
                take_picture(services, arguments.out / "today.png", arguments.screen)
    return 0


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
    """One line an appointment."""
    for one in today.appointments:
        yield f"  {clock(one.start.time())}  {joint_name(one.people)} · {where(one)}"


def meeting_lines(services: "Services") -> Iterator[str]:
    """The day's suggestions, with their reasons."""
    from advisor_app.cli.suggest_answer import list_text

    suggesting = services.suggesting
    listed = suggesting.suggest(limit=DAILY_LIMIT)
    named = suggesting.named([one.client for one in listed.shown])
    for line in list_text(listed, named, services.today(), suggesting.books):
        yield f"  {line}"


def write_day_pack(services: "Services", path: Path) -> None:
    """Save the day pack of who works here."""
    from advisor_app.reports.papers import make_day_pack
    from advisor_app.reports.saving import save

    if services.advisor is None:
        return
    day = services.sheets.for_day(services.advisor.ref, services.today())
    paper = make_day_pack(day, services.now(), language(), services.advisor.name)
    save(path, paper.pdf)
    services.sheets.pack_printed(day, paper.pages)
    print(_("The day pack was saved: {path}").format(path=path))


def take_picture(services: "Services", path: Path, screen: "Screen") -> None:
    """Save a picture of the window, or say which package is missing where Qt cannot load."""
    try:
        screen.take_picture(services, path)
    except ImportError as error:
        print(_("No picture was made."), missing_package(error), file=sys.stderr)
        return
    print(_("The picture was saved: {path}").format(path=path))
