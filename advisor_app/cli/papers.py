"""`brief`, `daypack` and `letter`: papers saved to a file."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import ABOUT_AN_APPOINTMENT, LetterKind
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands

# The summary of a meeting is written from what was recorded of it: `follow-up`.
_KINDS = tuple(kind for kind in LetterKind if kind is not LetterKind.SUMMARY)


def add_parser(commands: "Commands") -> None:
    """Describe the commands."""
    languages = [one.value for one in Language]
    brief = commands.add_parser("brief", help=_("save the briefing sheet of a meeting"))
    whom = brief.add_mutually_exclusive_group(required=True)
    whom.add_argument("--appointment", metavar="REF")
    whom.add_argument("--client", metavar="REF")
    brief.add_argument("--out", type=Path, required=True, metavar="FILE")
    brief.add_argument("--language", choices=languages, help=_("the document's language"))
    brief.set_defaults(run=run_brief)
    pack = commands.add_parser("daypack", help=_("save the day pack of an advisor"))
    pack.add_argument("--advisor", required=True, metavar="REF")
    pack.add_argument("--on", type=day, required=True, metavar="DATE")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    pack.add_argument("--language", choices=languages, help=_("the document's language"))
    pack.set_defaults(run=run_daypack)
    letter = commands.add_parser("letter", help=_("save a letter to a client, to read and sign"))
    letter.add_argument("kind", choices=[one.value for one in _KINDS], help=_("which letter"))
    about = letter.add_mutually_exclusive_group(required=True)
    about.add_argument("--appointment", metavar="REF")
    about.add_argument("--client", metavar="REF")
    letter.add_argument("--person", default="", metavar="NAME", help=_("who died, as it is said"))
    letter.add_argument("--out", type=Path, required=True, metavar="FILE")
    letter.add_argument(
        "--language", choices=languages, help=_("the letter's language; else the client's")
    )
    letter.set_defaults(run=run_letter)


def run_brief(access: Access, arguments: argparse.Namespace) -> int:
    """Save a sheet, and record it."""
    from advisor_app.reports.papers import make_sheet
    from advisor_app.reports.saving import save

    with access.services() as services:
        if arguments.appointment:
            briefing = services.sheets.for_appointment(arguments.appointment)
        else:
            spoken, suggesting = _language(arguments), services.suggesting
            briefing = services.sheets.for_client(
                arguments.client, lambda key: suggesting.proposal(key, spoken)
            )
        paper = make_sheet(briefing, services.now(), _language(arguments), _printer(services))
        save(arguments.out, paper.pdf)
        services.sheets.sheet_printed(briefing)
    print(_("The sheet was saved: {path}").format(path=arguments.out))
    return 0


def run_daypack(access: Access, arguments: argparse.Namespace) -> int:
    """Save a day pack, and record it."""
    from advisor_app.reports.papers import make_day_pack
    from advisor_app.reports.saving import save

    with access.services() as services:
        pack = services.sheets.for_day(arguments.advisor, arguments.on, services.suggesting.calls)
        paper = make_day_pack(pack, services.now(), _language(arguments), _printer(services))
        save(arguments.out, paper.pdf)
        services.sheets.pack_printed(pack, paper.pages)
    print(_("The day pack was saved: {path}").format(path=arguments.out))
    return 0


def run_letter(access: Access, arguments: argparse.Namespace) -> int:
    """Save a letter, and record it."""
    from advisor_app.reports.papers import make_letter
    from advisor_app.reports.saving import save

    kind = LetterKind(arguments.kind)
    if problem := _letter_problem(kind, arguments):
        print(problem, file=sys.stderr)
        return 2
    chosen = Language(arguments.language) if arguments.language else None
    with access.services() as services:
        if arguments.appointment:
            briefing = services.letters.for_appointment(arguments.appointment, kind)
        else:
            briefing = services.letters.for_client(arguments.client, kind)
        today, person = services.now().date(), arguments.person
        paper = make_letter(briefing, kind, today, language=chosen, person=person)
        save(arguments.out, paper.pdf)
        services.letters.printed(briefing, kind, paper.pages)
    print(_("The letter was saved: {path}").format(path=arguments.out))
    return 0


def _letter_problem(kind: LetterKind, arguments: argparse.Namespace) -> str:
    if kind in ABOUT_AN_APPOINTMENT and not arguments.appointment:
        return _("This letter is about an appointment: give --appointment REF.")
    if kind is LetterKind.CONDOLENCE and not arguments.person.strip():
        return _("A letter of condolence names who died: give --person NAME.")
    return ""


def _language(arguments: argparse.Namespace) -> Language:
    return Language(arguments.language) if arguments.language else language()


def _printer(services: "Services") -> str | None:
    return services.advisor.name if services.advisor else None
