"""`reminders`: whom to remind of tomorrow's meetings, by a call or on paper, and whether it was done."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.domain.day_before import DayBefore, Reminder


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("reminders", help=_("whom to remind of the next day's meetings"))
    parser.add_argument("--day", type=day, metavar="DATE", help=_("the day before; else today"))
    parser.add_argument("--advisor", metavar="REF", help=_("whose meetings; else who works here"))
    parser.add_argument(
        "--done",
        action="append",
        default=[],
        metavar="REF",
        help=_("the clients of this appointment were reminded; may be repeated"),
    )
    parser.add_argument(
        "--undone",
        action="append",
        default=[],
        metavar="REF",
        help=_("take that back: the clients of this appointment were not reminded after all"),
    )
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Record what was done, then say what is left."""
    from advisor_app.i18n.day_before_words import reminder_lines

    with access.services() as services:
        for ref in arguments.done:
            services.days_before.done(ref)
        for ref in arguments.undone:
            services.days_before.undone(ref)
        found = services.days_before.of(arguments.day, arguments.advisor)
        if arguments.json:
            print(json.dumps(as_json(found), ensure_ascii=False))
            return 0
        for line in reminder_lines(found):
            print(line)
    return 0


def as_json(found: "DayBefore") -> dict[str, Any]:
    """The answer as `docs/schemas/reminders.json` describes it."""
    return {
        "day": found.day.isoformat(),
        "until": found.until.isoformat(),
        "call_hours": [
            {"from": f"{one.start:%H:%M}", "until": f"{one.end:%H:%M}"} for one in found.call_hours
        ],
        "done": found.done,
        "reminders": [_one(one) for one in found.reminders],
    }


def _one(one: "Reminder") -> dict[str, Any]:
    return {
        "appointment": one.appointment,
        "clients": [person.ref for person in one.people],
        "start": one.start.isoformat(timespec="minutes"),
        "end": one.end.isoformat(timespec="minutes"),
        "place": one.place,
        "room": one.room,
        "confirmed": one.agreed,
        "way": one.way,
        "whom": one.whom.ref,
        "phone": one.phone,
    }
