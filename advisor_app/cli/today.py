"""`today`: the advisor's day without a screen, and its papers."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.paper_file import add_protection, asked_passphrase, save_paper
from advisor_app.cli.window import missing_package
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.cli.screen import Screen


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "today", help=_("print the day: figures, appointments, whom to meet")
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help=_("also write the day pack and a picture there")
    )
    add_protection(parser)
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Print the day, and write its papers where asked."""
    from advisor_app.cli.today_answer import day_lines

    with access.services() as services:
        for line in day_lines(services):
            print(line)
        if arguments.out is not None:
            locked = asked_passphrase(services, arguments)
            write_day_pack(services, arguments.out / "day-pack.pdf", locked)
            if arguments.screen is not None:
                take_picture(services, arguments.out / "today.png", arguments.screen)
    return 0


def write_day_pack(services: "Services", path: Path, locked: str | None) -> None:
    """Save the day pack of who works here."""
    from advisor_app.reports.papers import make_day_pack

    if services.advisor is None:
        return
    day = services.sheets.for_day(services.advisor.ref, services.today())
    paper = make_day_pack(day, services.now(), language(), services.advisor.name)
    save_paper(path, paper.pdf, locked)
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
