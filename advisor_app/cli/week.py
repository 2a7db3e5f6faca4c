"""`week`: a whole week's plan from the suggestions, edited, and kept as proposals."""

import argparse
import json
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.moments import parse_wall
from advisor_app.domain.week_proposal import WeekEdit
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.domain.appointments import Appointment
    from advisor_app.domain.week_proposal import WeekProposal


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("week", help=_("plan a whole week from the suggestions"))
    parser.add_argument("--advisor", metavar="REF", help=_("whose week; else of who works here"))
    parser.add_argument(
        "--of", dest="of", type=day, metavar="DATE", help=_("a day of the week; else the next one")
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="CLIENT",
        help=_("leave a client out; may be repeated"),
    )
    parser.add_argument(
        "--at",
        action="append",
        default=[],
        type=client_and_time,
        metavar="CLIENT=TIME",
        help=_("give a client another time, such as C000123=2027-04-13T10:00; may be repeated"),
    )
    parser.add_argument(
        "--form",
        action="append",
        default=[],
        type=client_and_form,
        metavar="CLIENT=RITUAL",
        help=_("meet a client in another form, such as C000123=video_meeting; may be repeated"),
    )
    parser.add_argument(
        "--keep", action="store_true", help=_("propose every meeting: all of them, or none")
    )
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def client_and_time(text: str) -> tuple[str, str]:
    """The two sides of C000123=2027-04-13T10:00; the time is read when the store is open."""
    ref, equals, wall = text.partition("=")
    if not (ref and equals):
        raise argparse.ArgumentTypeError(
            _("“{text}” is no client and time: write them as C000123=2027-04-13T10:00.").format(
                text=text
            )
        )
    return ref, wall


def client_and_form(text: str) -> tuple[str, str]:
    """The two sides of C000123=video_meeting, a code of `rituals.csv`."""
    ref, equals, ritual = text.partition("=")
    if not (ref and equals):
        raise argparse.ArgumentTypeError(
            _("“{text}” is no client and form: write them as C000123=video_meeting.").format(
                text=text
            )
        )
    return ref, ritual


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Propose, edit, and keep where that is asked for."""
    from advisor_app.i18n.week_words import week_lines

    at = tuple((ref, parse_wall(wall)) for ref, wall in arguments.at)
    edit = WeekEdit(frozenset(arguments.without), at, tuple(arguments.form))
    with access.services() as services:
        planner, suggesting = services.week_planner, services.suggesting
        proposal = planner.edited(planner.propose(arguments.of, arguments.advisor), edit)
        kept = planner.keep(proposal) if arguments.keep else ()
        named = suggesting.named(proposal.clients())
        planner.handed_out(proposal)
        if arguments.json:
            print(as_json(proposal, kept))
            return 0
        for line in week_lines(proposal, named, kept, services.today(), suggesting.books):
            print(line)
    return 0


def as_json(proposal: "WeekProposal", kept: "tuple[Appointment, ...]") -> str:
    """The week as `docs/schemas/week.json` describes it."""
    booked = {one.clients[0]: one.ref for one in kept}
    return json.dumps(
        {
            "advisor": proposal.advisor.ref,
            "zone": proposal.zone,
            "monday": proposal.monday.isoformat(),
            "times": [start.text for start in proposal.times],
            "meetings": [
                {
                    "client": one.suggestion.ref,
                    "start": one.start.text,
                    "minutes": one.minutes,
                    "place": one.place,
                    "town": one.town,
                    "ritual": one.suggestion.ritual,
                    "subject": one.suggestion.subject,
                    "why": one.why,
                    "appointment": booked.get(one.suggestion.ref),
                }
                for one in proposal.meetings
            ],
            "left": [{"client": one.suggestion.ref, "why": one.why} for one in proposal.left],
        },
        ensure_ascii=False,
    )
