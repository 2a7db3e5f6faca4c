"""`passphrase`: another passphrase for the store, and its recovery code to print."""

import argparse
import getpass
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access, read_passphrase
from advisor_app.domain.errors import BlankPassphrase, NoPassphrase
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "passphrase", help=_("change the passphrase and print the new recovery code")
    )
    parser.add_argument(
        "--new-passphrase-file", type=Path, help=_("a file whose first line is the new passphrase")
    )
    parser.add_argument(
        "--recovery-code-file",
        type=Path,
        help=_("open the store with the recovery code in this file: its passphrase is forgotten"),
    )
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Change it; what is printed opens the store, so it goes to the terminal alone."""
    wanted = _wanted(arguments.new_passphrase_file)
    with _opened(access, arguments.recovery_code_file) as services:
        code = services.passphrases.replace(wanted)
    print(_("The passphrase was changed. Earlier backups open with the earlier one."))
    print_code(code)
    return 0


def print_code(code: str) -> None:
    """Print the code and what it is for."""
    print(_("Recovery code, to print and lock away; it opens the store without the passphrase:"))
    print(code)


def _opened(access: Access, code_file: Path | None) -> AbstractContextManager["Services"]:
    if code_file is None:
        return access.services()
    from advisor_app.bootstrap import recovered_services

    return recovered_services(access.path(), read_passphrase(code_file), access.advisor)


def _wanted(file: Path | None) -> str:
    if file is not None:
        found = read_passphrase(file)
    elif sys.stdin.isatty():
        found = getpass.getpass(_("New passphrase: "))
    else:
        raise NoPassphrase
    if not found:
        raise BlankPassphrase
    return found
