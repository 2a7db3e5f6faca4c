"""`move`: an appointment to another time or room."""

import argparse
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.book import as_json
from advisor_app.domain.moments import FIRST, SECOND, parse_wall
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("move", help=_("move an appointment"))
    parser.add_argument("appointment", help=_("the appointment's reference"))
    parser.add_argument("--start", required=True, help=_("when, such as 2027-04-13T10:00"))
    parser.add_argument("--minutes", type=int, help=_("how long; else as before"))
    parser.add_argument("--room", help=_("the room's reference; else as before"))
    parser.add_argument(
        "--second",
        action="store_true",
        help=_("the second of two equal times, in the night when summer time ends"),
    )
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Move, and say what depended on the old time."""
    from advisor_app.i18n.booking_words import moved_lines
    from advisor_app.services.moving import MoveOrder

    order = MoveOrder(
        ref=arguments.appointment,
        start=parse_wall(arguments.start),
        minutes=arguments.minutes,
        room=arguments.room,
        fold=SECOND if arguments.second else FIRST,
    )
    with access.services() as services:
        moved = services.moves.move(order)
        print(as_json(moved.after) if arguments.json else "\n".join(moved_lines(moved)))
    return 0
