"""`brief` and `daypack`: papers saved to a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import Language
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands


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
        pack = services.sheets.for_day(arguments.advisor, arguments.on)
        paper = make_day_pack(pack, services.now(), _language(arguments), _printer(services))
        save(arguments.out, paper.pdf)
        services.sheets.pack_printed(pack, paper.pages)
    print(_("The day pack was saved: {path}").format(path=arguments.out))
    return 0


def _language(arguments: argparse.Namespace) -> Language:
    return Language(arguments.language) if arguments.language else language()


def _printer(services: "Services") -> str | None:
    return services.advisor.name if services.advisor else None
