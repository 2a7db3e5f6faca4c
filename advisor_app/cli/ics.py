"""`ics`: appointments for other calendar programs."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("ics", help=_("save appointments for another calendar"))
    of = parser.add_mutually_exclusive_group(required=True)
    of.add_argument("--appointment", metavar="REF", help=_("an invitation to this appointment"))
    of.add_argument("--advisor", metavar="REF", help=_("all appointments of this advisor"))
    parser.add_argument("--from", dest="since", type=day, help=_("the first day; else today"))
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Save, and say where."""
    from advisor_app.exchange.calendar_out import calendar_file, invitation_file
    from advisor_app.reports.saving import save

    with access.services() as services:
        now = services.now()
        if arguments.appointment:
            invitation = services.calendar_entries.invitation(arguments.appointment)
            data = invitation_file(invitation, now)
        else:
            entries = services.calendar_entries.of_advisor(arguments.advisor, arguments.since)
            data = calendar_file(entries, now)
        save(arguments.out, data)
    print(_("The calendar was saved: {path}").format(path=arguments.out))
    return 0
