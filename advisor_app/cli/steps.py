"""`confirm`, `cancel` and `follow-up`: what becomes of an appointment."""

import argparse
import json
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.book import as_json
from advisor_app.cli.options import day
from advisor_app.domain.appointments import Appointment, Cancellation
from advisor_app.domain.codes import Party
from advisor_app.domain.letters import LetterKind
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.cli.parser import Parser


def add_parser(commands: "Commands") -> None:
    """Describe the three commands."""
    _command(commands, "confirm", _("say that the client agreed"), confirm)
    cancel_parser = _command(commands, "cancel", _("cancel an appointment"), cancel)
    cancel_parser.add_argument(
        "--by",
        choices=[one.value for one in Party],
        default=Party.BANK.value,
        help=_("who gave it up"),
    )
    cancel_parser.add_argument("--because", metavar="TEXT", help=_("why, in words"))
    follow_up_parser = _command(
        commands, "follow-up", _("say that the written follow-up was sent"), follow_up
    )
    follow_up_parser.add_argument("--sent", type=day, help=_("the day; else today"))
    follow_up_parser.add_argument(
        "--draft", action="store_true", help=_("only print a draft of it, to read again and send")
    )
    follow_up_parser.set_defaults(run=run_follow_up)


def confirm(services: "Services", arguments: argparse.Namespace) -> Appointment:
    """Confirm a proposal."""
    return services.appointments.confirm(arguments.appointment)


def cancel(services: "Services", arguments: argparse.Namespace) -> Appointment:
    """Give the time back."""
    why = Cancellation(Party(arguments.by), arguments.because)
    return services.appointments.cancel(arguments.appointment, why)


def follow_up(services: "Services", arguments: argparse.Namespace) -> Appointment:
    """Record that what was owed in writing left."""
    return services.appointments.follow_up_sent(arguments.appointment, arguments.sent)


def run_follow_up(access: Access, arguments: argparse.Namespace) -> int:
    """Print a draft in the client's language, or record that it left."""
    from advisor_app.i18n.booking_words import sent_sentence

    if not arguments.draft:
        return _run(access, arguments, sent_sentence)
    from advisor_app.reports.papers import draft_summary

    with access.services() as services:
        kept = services.summaries.kept(arguments.appointment)
        briefing = services.letters.for_appointment(arguments.appointment, LetterKind.SUMMARY)
        text = draft_summary(briefing, kept, services.today())
        answer = {"appointment": arguments.appointment, "text": text}
        print(json.dumps(answer, ensure_ascii=False) if arguments.json else text)
    return 0


def _command(
    commands: "Commands",
    name: str,
    words: str,
    deed: "Callable[[Services, argparse.Namespace], Appointment]",
) -> "Parser":
    parser = commands.add_parser(name, help=words)
    parser.add_argument("appointment", help=_("the appointment's reference"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=_run, deed=deed)
    return parser


def _run(
    access: Access,
    arguments: argparse.Namespace,
    worded: "Callable[[Appointment], str] | None" = None,
) -> int:
    from advisor_app.i18n.booking_words import status_sentence

    words = worded or status_sentence
    with access.services() as services:
        became = arguments.deed(services, arguments)
        print(as_json(became) if arguments.json else words(became))
    return 0
