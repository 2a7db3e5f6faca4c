"""`move`: an appointment to another time or room, or with other company."""

import argparse
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.book import as_json
from advisor_app.domain.moments import FIRST, SECOND, parse_wall
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.appointments import Moved


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("move", help=_("move an appointment, or change who comes along"))
    parser.add_argument("appointment", help=_("the appointment's reference"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--start", help=_("when, such as 2027-04-13T10:00"))
    what.add_argument(
        "--colleague", metavar="REF", help=_("the advisor who comes along from now on")
    )
    what.add_argument("--alone", action="store_true", help=_("no colleague comes along any more"))
    parser.add_argument("--minutes", type=int, help=_("how long; else as before"))
    parser.add_argument("--room", help=_("the room's reference; else as before"))
    parser.add_argument(
        "--second",
        action="store_true",
        help=_("the second of two equal times, in the night when summer time ends"),
    )
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=lambda access, arguments: run(access, arguments, parser))


def run(access: Access, arguments: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Move, and say what depended on the old time."""
    from advisor_app.i18n.booking_words import moved_lines
    from advisor_app.i18n.company_words import company_lines

    if arguments.start is None and (arguments.minutes or arguments.room or arguments.second):
        parser.error(_("--minutes, --room and --second go with --start."))
    with access.services() as services:
        moved = _moved(services, arguments)
        if arguments.json:
            print(as_json(moved.after))
        else:
            lines = moved_lines if arguments.start else company_lines
            print("\n".join(lines(moved)))
    return 0


def _moved(services: "Services", arguments: argparse.Namespace) -> "Moved":
    from advisor_app.services.moving import MoveOrder

    if arguments.start is None:
        return services.moves.come_along(arguments.appointment, arguments.colleague)
    order = MoveOrder(
        ref=arguments.appointment,
        start=parse_wall(arguments.start),
        minutes=arguments.minutes,
        room=arguments.room,
        fold=SECOND if arguments.second else FIRST,
    )
    return services.moves.move(order)
