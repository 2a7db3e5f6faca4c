"""`print invitation`: a household is invited to an event, on a letter saved to be printed."""

import argparse
from datetime import date

from advisor_app.cli.access import Access
from advisor_app.cli.options import day, one_or_more, time_of_day
from advisor_app.cli.paper_file import asked_passphrase, save_paper
from advisor_app.cli.papers import add_file
from advisor_app.domain.client_events import USUAL_SEATS, ClientEvent, reply_day
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import LetterKind
from advisor_app.i18n import _
from advisor_app.playbooks.rituals import event_themes


def add_invitation(parser: argparse.ArgumentParser) -> None:
    """What an invitation needs to know."""
    whom = _("a client's reference, or a couple's joined by |")
    parser.add_argument("--client", required=True, metavar="REF", help=whom)
    about = parser.add_mutually_exclusive_group()
    themes = [theme.code for theme in event_themes()]
    theme = _("what it is about; without it, what the client's projects call for")
    about.add_argument("--theme", choices=themes, default="", help=theme)
    about.add_argument("--title", default="", metavar=_("TEXT"), help=_("a subject in own words"))
    on, speakers = _("the day of the event"), _("who speaks, as it stands after “with”")
    parser.add_argument("--on", type=day, required=True, metavar="DATE", help=on)
    parser.add_argument("--from", dest="start", type=time_of_day, required=True, metavar="TIME")
    parser.add_argument("--to", dest="end", type=time_of_day, required=True, metavar="TIME")
    parser.add_argument("--with", dest="speakers", required=True, metavar="TEXT", help=speakers)
    seats = _("how many seats there are; {seats} unless told").format(seats=USUAL_SEATS)
    parser.add_argument("--seats", type=one_or_more, default=USUAL_SEATS, metavar="N", help=seats)
    reply = _("answers are hoped for before it; a week before the event unless told")
    parser.add_argument("--reply-by", type=day, metavar="DATE", help=reply)
    add_file(parser)
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Save an invitation in the client's language, unless told, and record it."""
    from advisor_app.reports.papers import make_invitation

    chosen = Language(arguments.language) if arguments.language else None
    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        event = _event(arguments, services.today())
        invitation = services.letters.invitation(arguments.client.split("|"), event)
        paper = make_invitation(invitation, services.today(), chosen)
        save_paper(arguments.out, paper.pdf, locked)
        services.letters.printed(invitation.briefing, LetterKind.INVITATION, paper.pages)
    print(_("The letter was saved: {path}").format(path=arguments.out))
    return 0


def _event(arguments: argparse.Namespace, today: date) -> ClientEvent:
    return ClientEvent(
        theme=arguments.theme,
        title=arguments.title,
        day=arguments.on,
        start=arguments.start,
        end=arguments.end,
        speakers=arguments.speakers,
        seats=arguments.seats,
        reply_by=arguments.reply_by or reply_day(arguments.on, today),
    )
