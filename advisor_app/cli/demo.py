"""`demo`: a store with the demonstration portfolio."""

import argparse
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day, one_or_more
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "demo", help=_("make a store with the demonstration portfolio, which lives at its own day")
    )
    parser.add_argument("--clients", type=one_or_more, default=412, help=_("how many clients"))
    parser.add_argument("--seed", type=int, default=1, help=_("draws other people and histories"))
    parser.add_argument("--day", type=day, default=date(2026, 4, 23), help=_("its day, YYYY-MM-DD"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Make the store; one that stands there already is left alone."""
    from advisor_app.bootstrap import new_services, open_services
    from advisor_app.demo.make import Wanted, fill, settle

    path, passphrase = access.path(), access.passphrase()
    wanted = Wanted(arguments.clients, arguments.seed, arguments.day)
    with new_services(path, passphrase) as services:
        settle(services.setup, wanted.day)
    with _whole_or_gone(path), open_services(path, passphrase) as services:
        fill(
            services.setup,
            services.importing,
            services.appointments,
            services.reminders,
            wanted,
        )
    told = ngettext(
        "A store with {count} invented client was made: {path}",
        "A store with {count} invented clients was made: {path}",
        wanted.clients,
    )
    print(told.format(count=wanted.clients, path=path))
    return 0


@contextmanager
def _whole_or_gone(path: Path) -> "Iterator[None]":
    """Leave no half-filled store behind."""
    try:
        yield
    except BaseException:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise
