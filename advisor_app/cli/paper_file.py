"""Saving a paper from the command line: locked with a passphrase where the bank asks for it."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import read_passphrase
from advisor_app.domain.protection import PaperNeedsPassphrase, strong_enough
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


def add_protection(parser: argparse.ArgumentParser) -> None:
    """How a paper's passphrase is given."""
    words = _("lock the paper with the passphrase in the first line of this file")
    parser.add_argument("--protect-with", type=Path, metavar="FILE", help=words)


def asked_passphrase(services: "Services", arguments: argparse.Namespace) -> str | None:
    """The paper's passphrase: the file's, else what is typed where the bank's settings ask for one.

    None where nobody asks for protection. Raises PaperNeedsPassphrase, PassphraseTooShort.
    """
    file: Path | None = arguments.protect_with
    if file is not None:
        return strong_enough(read_passphrase(file))
    if not services.bank().protect:
        return None
    if not sys.stdin.isatty():
        raise PaperNeedsPassphrase
    return strong_enough(getpass.getpass(_("Passphrase of the paper: ")))


def save_paper(path: Path, pdf: bytes, passphrase: str | None) -> None:
    """Write the paper, locked where there is a passphrase; CannotSave as `saving.save`."""
    from advisor_app.reports.protecting import protected
    from advisor_app.reports.saving import save

    save(path, pdf if passphrase is None else protected(pdf, passphrase))
