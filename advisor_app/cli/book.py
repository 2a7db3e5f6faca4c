"""`book`: an appointment, where working hours, consents and the calendars allow it."""

import argparse
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.book_series import add_options, run_series
from advisor_app.cli.options import add_step_free
from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import Place
from advisor_app.domain.moments import FIRST, SECOND, parse_wall
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.appointments import Appointment
    from advisor_app.services.booking import BookingOrder


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("book", help=_("book a meeting"))
    parser.add_argument("client", help=_("the client's reference, or several joined by |"))
    parser.add_argument("--start", required=True, help=_("when, such as 2027-04-13T10:00"))
    parser.add_argument("--minutes", required=True, type=int, help=_("how long"))
    parser.add_argument("--advisor", help=_("the advisor's reference; else the present advisor"))
    parser.add_argument(
        "--place",
        choices=[one.value for one in Place],
        help=_("where; else where the suggestion says, or at the branch"),
    )
    parser.add_argument("--room", help=_("the room's reference"))
    add_step_free(parser)
    parser.add_argument(
        "--colleague", metavar="REF", help=_("the advisor who comes along, and must be free too")
    )
    parser.add_argument("--project", help=_("the project's reference or code"))
    parser.add_argument(
        "--from-suggestion",
        action="store_true",
        help=_("this answers the client's best suggestion of today"),
    )
    parser.add_argument(
        "--propose-until",
        metavar="TIME",
        help=_("hold the time for a proposal until then, such as 2027-04-06T18:00"),
    )
    parser.add_argument(
        "--second",
        action="store_true",
        help=_("the second of two equal times, in the night when summer time ends"),
    )
    parser.add_argument(
        "--reminder",
        choices=[one.value for one in ReminderWish],
        help=_("how the client wishes to be reminded; else as the consents say"),
    )
    add_options(parser)
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Book, and say what was booked."""
    from advisor_app.i18n.booking_words import booked_sentence
    from advisor_app.i18n.working_plan_words import full_sentences

    start = parse_wall(arguments.start)
    with access.services() as services:
        order = order_of(services, arguments, start)
        if arguments.every is not None:
            return run_series(services, order, arguments)
        booked = services.appointments.book(order)
        print(as_json(booked) if arguments.json else booked_sentence(booked))
        for words in full_sentences(*services.capacities.loads_of(booked)):
            print(words, file=sys.stderr)
    return 0


def order_of(
    services: "Services", arguments: argparse.Namespace, start: datetime
) -> "BookingOrder":
    """What the command line asks for; NoSuchClient or NoSuchSuggestion."""
    from advisor_app.services.booking import BookingOrder

    clients = tuple(arguments.client.split("|"))
    suggestion = services.suggesting.best_for(clients[0]) if arguments.from_suggestion else None
    place = suggestion.place if suggestion else None
    along = services.introductions.comes_along(suggestion) if suggestion else None
    return BookingOrder(
        clients=clients,
        start=start,
        minutes=arguments.minutes,
        advisor=arguments.advisor,
        place=Place(arguments.place) if arguments.place else place or Place.BRANCH,
        room=arguments.room,
        step_free=arguments.step_free,
        colleague=arguments.colleague or (along[1] if along else None),
        project=arguments.project,
        suggestion=suggestion,
        fold=SECOND if arguments.second else FIRST,
        proposed_until=parse_wall(arguments.propose_until) if arguments.propose_until else None,
        reminder=ReminderWish(arguments.reminder) if arguments.reminder else None,
    )


def as_json(booked: "Appointment") -> str:
    """The appointment as `docs/schemas/appointment.json` describes it."""
    return json.dumps(appointment_fields(booked), ensure_ascii=False)


def appointment_fields(booked: "Appointment") -> dict[str, object]:
    """The appointment by the names of that description."""
    return {
        "ref": booked.ref,
        "clients": list(booked.clients),
        "advisor": booked.advisor,
        "start": booked.start.text,
        "end": booked.end.text,
        "zone": booked.start.zone,
        "place": booked.place,
        "room": booked.room,
        "colleague": booked.colleague,
        "status": booked.status,
        "sequence": booked.sequence,
    }
