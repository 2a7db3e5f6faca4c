"""`flags`: who is losing touch, in which state, and why."""

import argparse
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day, policy_name
from advisor_app.cli.two_hands import both
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor_app.cli.main import Commands
    from advisor_app.domain.presence import Presence
    from advisor_app.services.presence import Half, PresenceService

# Below so many clients a second process costs more than it saves.
WORTH_SHARING = 20_000


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("flags", help=_("every client's state and flags, with evidence"))
    parser.add_argument("--on", type=day, metavar="DATE", help=_("the day; today by default"))
    parser.add_argument(
        "--advisor", dest="of_advisor", metavar="REF", help=_("only this advisor's clients")
    )
    parser.add_argument("--client", metavar="REF", help=_("only this client"))
    parser.add_argument(
        "--policy",
        type=policy_name,
        metavar="NAME",
        help=_("standard, reseau, or a version of the bank's as v3; those in force by default"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Print everybody asked for."""
    with access.services() as services, without_collecting():
        on = arguments.on or services.today()
        policy = arguments.policy or services.policies.in_force().name
        if arguments.json and (arguments.of_advisor, arguments.client) == (None, None):
            print_json(on, policy, everybody(services.presence, on, policy))
            return 0
        found = services.presence.flags(on, arguments.of_advisor, arguments.client, policy)
        if arguments.json:
            print_json(on, policy, texts(found))
        else:
            sys.stdout.writelines(f"{line}\n" for line in lines(found))
    return 0


@contextmanager
def without_collecting() -> Iterator[None]:
    """A whole bank's values hold no cycles; looking for some takes a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def print_json(on: date, policy: str, clients: "Iterable[str]") -> None:
    """The answer that programs read, from the text of each client."""
    from advisor_app.cli.flags_json import quoted

    sys.stdout.write(f'{{"on": "{on.isoformat()}", "policy": {quoted(policy)}, "clients": [')
    ahead = ""
    for text in clients:
        sys.stdout.write(ahead + text)
        ahead = ", "
    sys.stdout.write("]}\n")


def texts(found: "Iterable[Presence]") -> "Iterator[str]":
    """Each client as a JSON object."""
    from advisor_app.cli.flags_json import client

    return map(client, found)


def everybody(presence: "PresenceService", on: date, policy: str) -> "Iterable[str]":
    """All clients as JSON objects, by reference; each half of a bank is a process's own work.

    Where another program wrote between the two readings, all is read again at once.
    """
    if presence.count() < WORTH_SHARING:
        return texts(presence.flags(on, policy=policy))
    first, second = (partial(_told, half) for half in presence.halves(on, policy))
    (seen, some), (seen_there, others) = both(first, second)
    if seen != seen_there:
        return texts(presence.flags(on, policy=policy))
    return [text for _ref, text in sorted(some + others)]


def _told(half: "Callable[[], Half]") -> tuple[str, list[tuple[str, str]]]:
    from advisor_app.cli.flags_json import client

    seen, clients = half()
    return seen, [(one.ref, client(one)) for one in clients]


def lines(found: "Iterable[Presence]") -> Iterator[str]:
    """The answer that people read: a line a client, one more a flag, and the count."""
    from advisor_app.cli.flags_json import project_label
    from advisor_app.i18n.formats import plain_date
    from advisor_app.i18n.presence_wording import flag_sentence, restraint_word, state_word

    count = 0
    for presence in found:
        count += 1
        words = [presence.ref, state_word(presence.state)]
        if presence.since:
            words.append(_("since {day}").format(day=plain_date(presence.since)))
        if presence.restraint:
            words.append(restraint_word(presence.restraint))
        yield " · ".join(words)
        yield from (f"    {flag_sentence(raised, project_label)}" for raised in presence.flags)
    yield ngettext("{count} client", "{count} clients", count).format(count=count)
