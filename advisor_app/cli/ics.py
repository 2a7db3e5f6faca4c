"""`ics`: appointments for other calendar programs, and the advisor's own calendar from them."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli import ics_in
from advisor_app.cli.access import Access
from advisor_app.cli.options import day, one_or_more
from advisor_app.domain.codes import Channel
from advisor_app.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

    from advisor_app.cli.main import Commands
    from advisor_app.domain.calendar_entry import CalendarEntry


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "ics", help=_("save appointments for another calendar, or read your own")
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--appointment", metavar="REF", help=_("an invitation to this appointment"))
    what.add_argument("--advisor", metavar="REF", help=_("all appointments of this advisor"))
    what.add_argument(
        "--in",
        dest="source",
        type=Path,
        metavar="PATH",
        help=_("read when you are busy from a calendar, a file or a folder"),
    )
    what.add_argument("--sources", action="store_true", help=_("list the calendars read"))
    what.add_argument("--forget", metavar="NAME", help=_("let go of a calendar that was read"))
    what.add_argument(
        "--waiting", action="store_true", help=_("list the past meetings that wait for an answer")
    )
    what.add_argument("--confirm", metavar="REF", help=_("this past meeting took place"))
    what.add_argument("--dismiss", metavar="REF", help=_("this was no meeting with the client"))
    parser.add_argument("--from", dest="since", type=day, help=_("the first day; else today"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("where to save"))
    parser.add_argument(
        "--letter",
        type=Path,
        metavar="PDF",
        help=_("attach this letter, where the file saved is a mail (.eml)"),
    )
    parser.add_argument("--name", help=_("what to call the calendar; else its file's name"))
    parser.add_argument(
        "--meetings", action="store_true", help=_("look for past meetings with clients too")
    )
    parser.add_argument(
        "--channel",
        choices=[one.value for one in Channel],
        default=Channel.BRANCH.value,
        help=_("how you met"),
    )
    parser.add_argument("--minutes", type=one_or_more, help=_("how long; else as planned"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=lambda access, arguments: run(access, arguments, parser))


def run(access: Access, arguments: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Save or read, and say what became of it."""
    outward = arguments.appointment or arguments.advisor
    if outward and arguments.out is None:
        parser.error(_("--out is needed: where to save."))
    return _save(access, arguments) if outward else ics_in.run(access, arguments)


def _mail(entry: "CalendarEntry", now: "datetime", letter: Path | None) -> bytes:
    """The invitation inside a draft for the mail program; UnreadableCalendar for a lost letter."""
    from advisor_app.exchange.mail_draft import MailWords, attachment, mail_draft
    from advisor_app.i18n.mail_words import mail_subject, mail_text

    words = MailWords(mail_subject(), mail_text(entry, with_letter=letter is not None))
    return mail_draft(words, entry, now, attachment(letter) if letter else None)


def _save(access: Access, arguments: argparse.Namespace) -> int:
    from advisor_app.exchange.calendar_out import calendar_file, invitation_file
    from advisor_app.reports.saving import save

    with access.services() as services:
        now = services.now()
        if arguments.appointment:
            count, entry = 1, services.calendar_entries.invitation(arguments.appointment)
            as_mail = arguments.out.suffix.lower() == ".eml"
            letter = arguments.letter
            data = _mail(entry, now, letter) if as_mail else invitation_file(entry, now)
        else:
            entries = services.calendar_entries.of_advisor(arguments.advisor, arguments.since)
            count, data = len(entries), calendar_file(entries, now)
        save(arguments.out, data)
    if arguments.json:
        answer = {"path": str(arguments.out), "appointments": count}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(_("The calendar was saved: {path}").format(path=arguments.out))
    return 0
