"""`init`: an empty store with its home branch."""

import argparse
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.passphrase import print_code
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("init", help=_("make an empty store with its home branch"))
    parser.add_argument("--branch", default=None, help=_("the home branch's name"))
    parser.add_argument("--country", default="FR", choices=["FR", "BE", "LU", "CH", "DE", "NL"])
    parser.add_argument("--recovery", action="store_true", help=_("print the recovery code too"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Make the store."""
    from advisor_app.bootstrap import new_services

    with new_services(access.path(), access.passphrase()) as services:
        services.setup.initialise(arguments.branch or _("Home branch"), arguments.country)
        code = services.passphrases.recovery_code() if arguments.recovery else None
    print(_("An empty store was made: {path}").format(path=access.path()))
    if code is not None:
        print_code(code)
    return 0
