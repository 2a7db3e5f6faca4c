"""`slots`: the free times for a meeting, and the two to propose."""

import argparse
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import add_step_free, day, one_or_more
from advisor_app.domain.codes import Place
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.offers import FreeTimes
    from advisor_app.services.slots import SlotQuestion


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("slots", help=_("find a free time for a meeting"))
    parser.add_argument("client", help=_("the client's reference, or several joined by |"))
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=one_or_more, help=_("how long"))
    length.add_argument(
        "--from-suggestion",
        action="store_true",
        help=_("as the client's best suggestion of today asks: how long, where, and with whom"),
    )
    parser.add_argument(
        "--advisor", help=_("the advisor's reference, or several joined by |; else the present one")
    )
    parser.add_argument(
        "--place",
        choices=[one.value for one in Place],
        help=_("where; else where the suggestion says, or at the branch"),
    )
    parser.add_argument("--room", help=_("the room's reference"))
    add_step_free(parser)
    parser.add_argument("--from", dest="since", type=day, help=_("the first day; else today"))
    parser.add_argument("--weeks", type=one_or_more, help=_("how many weeks; else eight"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Find, and say what is free."""
    from advisor_app.i18n.slot_wording import slot_lines

    with access.services() as services:
        found = services.slots.find(question_of(services, arguments))
        print(as_json(found) if arguments.json else "\n".join(slot_lines(found)))
    return 0


def question_of(services: "Services", arguments: argparse.Namespace) -> "SlotQuestion":
    """What the command line asks for; NoSuchClient or NoSuchSuggestion."""
    from advisor_app.services.slots import SlotQuestion

    first, *more = arguments.client.split("|")
    if arguments.from_suggestion:
        asked = services.slots.for_suggestion(services.suggesting.best_for(first), more)
    else:
        asked = SlotQuestion(clients=(first, *more), minutes=arguments.minutes)
    return replace(
        asked,
        place=Place(arguments.place) if arguments.place else asked.place,
        advisors=tuple(arguments.advisor.split("|")) if arguments.advisor else asked.advisors,
        room=arguments.room,
        step_free=arguments.step_free,
        since=arguments.since,
        weeks=arguments.weeks,
    )


def as_json(found: "FreeTimes") -> str:
    """The free times as `docs/schemas/slots.json` describes them."""
    return json.dumps(
        {
            "advisors": [advisor.ref for advisor in found.advisors],
            "zone": found.zone,
            "offers": [{"start": one.start.text, "why": one.why} for one in found.offers],
            "days": [
                {
                    "day": one.day.isoformat(),
                    "starts": [start.text for start in one.starts],
                    "closed": found.closed[one.day].why if one.day in found.closed else None,
                    "bridge": one.is_bridge,
                }
                for one in found.days
            ],
        },
        ensure_ascii=False,
    )
