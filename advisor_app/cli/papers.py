"""`brief` and `daypack`: papers saved to a file."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.cli.paper_file import add_protection, asked_passphrase, save_paper
from advisor_app.cli.sheet_choices import add_choices, choices_of
from advisor_app.domain.codes import Language
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the commands."""
    add_brief(commands.add_parser("brief", help=_("save the briefing sheet of a meeting")))
    add_daypack(commands.add_parser("daypack", help=_("save the day pack of an advisor")))


def add_brief(parser: argparse.ArgumentParser) -> None:
    """What a briefing sheet needs to know."""
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--appointment", metavar="REF")
    whom.add_argument("--client", metavar="REF")
    add_file(parser)
    add_choices(parser)
    parser.set_defaults(run=run_brief)


def add_daypack(parser: argparse.ArgumentParser) -> None:
    """What a day pack needs to know."""
    parser.add_argument("--advisor", required=True, metavar="REF")
    parser.add_argument("--on", type=day, required=True, metavar="DATE")
    add_file(parser)
    add_choices(parser)
    parser.set_defaults(run=run_daypack)


def add_file(parser: argparse.ArgumentParser) -> None:
    """Where a paper is saved, and in which language."""
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    add_protection(parser)
    languages = [one.value for one in Language]
    parser.add_argument("--language", choices=languages, help=_("the document's language"))


def run_brief(access: Access, arguments: argparse.Namespace) -> int:
    """Save a sheet, and record it."""
    from advisor_app.reports.papers import make_sheet

    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        if arguments.appointment:
            briefing = services.sheets.for_appointment(arguments.appointment)
        else:
            spoken, suggesting = paper_language(arguments), services.suggesting
            briefing = services.sheets.for_client(
                arguments.client, lambda key: suggesting.proposal(key, spoken)
            )
        choices = choices_of(arguments)
        paper = make_sheet(
            briefing, services.now(), paper_language(arguments), printer_of(services), choices
        )
        save_paper(arguments.out, paper.pdf, locked)
        services.sheets.sheet_printed(briefing, choices)
    print(_("The sheet was saved: {path}").format(path=arguments.out))
    return 0


def run_daypack(access: Access, arguments: argparse.Namespace) -> int:
    """Save a day pack, and record it."""
    from advisor_app.reports.papers import make_day_pack

    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        calls = partial(services.suggesting.calls, spoken=paper_language(arguments))
        pack = services.sheets.for_day(arguments.advisor, arguments.on, calls)
        choices = choices_of(arguments)
        paper = make_day_pack(
            pack, services.now(), paper_language(arguments), printer_of(services), choices
        )
        save_paper(arguments.out, paper.pdf, locked)
        services.sheets.pack_printed(pack, paper.pages, choices)
    print(_("The day pack was saved: {path}").format(path=arguments.out))
    return 0


def paper_language(arguments: argparse.Namespace) -> Language:
    """The language asked for, else the program's."""
    return Language(arguments.language) if arguments.language else language()


def printer_of(services: "Services") -> str | None:
    """Who prints, where somebody works here."""
    return services.advisor.name if services.advisor else None
