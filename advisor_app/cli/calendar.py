"""`calendar`: the advisor's calendar on a server, both ways."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access, read_passphrase
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.calendar_sync import SyncConflict, SyncReport
    from advisor_app.exchange.caldav_client import CalDavServer

Answer = tuple[dict[str, Any], list[str]]


def add_parser(commands: "Commands") -> None:
    """Describe the command and what it can do."""
    parser = commands.add_parser("calendar", help=_("keep your calendar on a server in step"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("what to do"))
    connect = deeds.add_parser("connect", help=_("connect a calendar (CalDAV)"))
    connect.add_argument("address", help=_("the server's address, or the calendar's own"))
    connect.add_argument("--account", required=True, help=_("the account's name there"))
    sync = deeds.add_parser("sync", help=_("read what changed there, send what changed here"))
    for one in (connect, sync):
        one.add_argument(
            "--password-file", type=Path, help=_("a file whose first line is the password")
        )
    deeds.add_parser("conflicts", help=_("list what was changed there, beside what is here"))
    keep = deeds.add_parser("keep", help=_("choose a side"))
    keep.add_argument("side", choices=("mine", "theirs"))
    keep.add_argument("ref", help=_("the appointment's reference"))
    deeds.add_parser("disconnect", help=_("let go of the calendar"))
    for one in deeds.choices.values():
        one.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Do what was asked, and say it."""
    deed = {
        "connect": _connect,
        "sync": _sync,
        "conflicts": _conflicts,
        "keep": _keep,
        "disconnect": _disconnect,
    }[arguments.deed]
    with access.services() as services:
        told, lines = deed(services, arguments)
    print(json.dumps(told, ensure_ascii=False) if arguments.json else "\n".join(lines))
    return 0


def _connect(services: "Services", arguments: argparse.Namespace) -> Answer:
    from advisor_app.exchange.calendar_password import keep_password
    from advisor_app.exchange.calendar_sync import connect

    server = _server(arguments.address, arguments.account, arguments.password_file)
    calendar = connect(services.calendar_sync, server)
    kept = keep_password(server.address, server.account, server.password)
    lines = [_("Your calendar is connected: {calendar}").format(calendar=calendar)]
    if not kept:
        lines.append(_("This computer keeps no passwords: give the password each time."))
    return {"calendar": calendar, "password_kept": kept}, lines


def _sync(services: "Services", arguments: argparse.Namespace) -> Answer:
    from advisor_app.exchange.calendar_sync import synchronise
    from advisor_app.i18n.sync_words import report_lines

    account = services.calendar_sync.account()
    server = _server(account.address, account.account, arguments.password_file)
    report = synchronise(services.calendar_sync, services.busy_times, server, services.now())
    return _report_json(report), list(report_lines(report))


def _conflicts(services: "Services", _arguments: argparse.Namespace) -> Answer:
    from advisor_app.i18n.sync_words import conflict_lines

    found = services.calendar_sync.conflicts()
    lines = [line for one in found for line in conflict_lines(one)]
    return {"conflicts": [_conflict_json(one) for one in found]}, lines or [_("Nothing to choose.")]


def _keep(services: "Services", arguments: argparse.Namespace) -> Answer:
    choices, ref = services.calendar_choices, arguments.ref
    if arguments.side == "mine":
        choices.keep_mine(ref)
        line = _("The appointment {ref} stays as it is here; it is sent next time.")
    else:
        choices.keep_theirs(ref)
        line = _("The appointment {ref} is now as it stands in your calendar.")
    return {"kept": arguments.side, "appointment": ref}, [line.format(ref=ref)]


def _disconnect(services: "Services", _arguments: argparse.Namespace) -> Answer:
    from advisor_app.exchange.calendar_password import forget_password

    account = services.calendar_sync.account()
    services.calendar_sync.disconnect()
    forget_password(account.address, account.account)
    line = _("The calendar is no longer connected; what was sent to it stays there.")
    return {"disconnected": account.calendar}, [line]


def _server(address: str, account: str, password_file: Path | None) -> "CalDavServer":
    from advisor_app.exchange.caldav_client import CalDavServer
    from advisor_app.exchange.calendar_password import kept_password

    if password_file is None:
        return CalDavServer(address, account, kept_password(address, account))
    return CalDavServer(address, account, read_passphrase(password_file))


def _report_json(report: "SyncReport") -> dict[str, Any]:
    """As `docs/schemas/calendar.json` describes it."""
    names = ("sent", "removed", "read", "conflicts", "waiting", "reached")
    return {name: getattr(report, name) for name in names}


def _conflict_json(one: "SyncConflict") -> dict[str, Any]:
    mine, gone = one.mine, one.their_start is None or one.their_end is None
    return {
        "appointment": mine.ref,
        "mine": {"start": mine.start.text, "end": mine.end.text, "status": mine.status.value},
        "theirs": None if gone else {"start": one.their_start.text, "end": one.their_end.text},  # type: ignore[union-attr]  # gone says so
        "zone": mine.start.zone,
    }
