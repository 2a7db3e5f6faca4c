"""`check`, `backup` and `restore`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.services.upkeep import CheckReport

UNSOUND = 1


def add_parser(commands: "Commands") -> None:
    """Describe the commands."""
    parser = commands.add_parser("check", help=_("verify the facts, the trail and the file"))
    parser.add_argument("--repair", action="store_true", help=_("mend the facts that differ"))
    parser.set_defaults(run=run_check)
    parser = commands.add_parser("backup", help=_("copy the store, encrypted, to a file"))
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=run_backup)
    parser = commands.add_parser("restore", help=_("put a backup in the store's place"))
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=run_restore)


def run_check(access: Access, arguments: argparse.Namespace) -> int:
    """Say what is wrong, or that nothing is; mend facts where that is asked for."""
    with access.services() as services:
        report = services.upkeep.check()
        print(*findings(report), sep="\n")
        if arguments.repair and report.differences:
            services.upkeep.repair()
            print(_("The facts were mended."))
            report = services.upkeep.check()
    return 0 if report.sound else UNSOUND


def findings(report: "CheckReport") -> list[str]:
    """The report as sentences."""
    found = [_("The file is damaged: {problem}").format(problem=text) for text in report.damage]
    if report.broken_chain is not None:
        number = report.broken_chain.number
        found.append(_("The trail was changed at entry {number}.").format(number=number))
    else:
        whole = ngettext(
            "The trail is whole: {count} entry.",
            "The trail is whole: {count} entries.",
            report.entries,
        )
        found.append(whole.format(count=report.entries))
    return [*found, *facts_findings(report)]


def facts_findings(report: "CheckReport") -> list[str]:
    """Each fact that differs from what the raw tables say; or that none does."""
    if not report.differences:
        return [_("The facts are right.")]
    found = []
    for one in report.differences:
        if one.column is None:
            line = _("Facts missing or left over: client {client}.").format(client=one.client)
        else:
            line = _("Wrong fact: client {client}, {column}.").format(
                client=one.client, column=one.column
            )
        found.append(line)
    return found


def run_backup(access: Access, arguments: argparse.Namespace) -> int:
    """Write the backup."""
    with access.services() as services:
        services.backups.write(arguments.file)
    print(_("The backup was written: {path}").format(path=arguments.file))
    return 0


def run_restore(access: Access, arguments: argparse.Namespace) -> int:
    """Put the backup in place."""
    from advisor_app.services.upkeep import restore

    kept = restore(arguments.file, access.path(), access.passphrase())
    print(_("The backup was put in place: {path}").format(path=access.path()))
    if kept.exists():
        print(_("The store that it replaced is kept: {path}").format(path=kept))
    return 0
