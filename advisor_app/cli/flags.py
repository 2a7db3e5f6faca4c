"""`flags`: who is losing touch, in which state, and why."""

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day, policy_name
from advisor_app.cli.two_hands import written_by_two
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor_app.cli.main import Commands
    from advisor_app.domain.presence import Presence

# So many clients are written together.
AT_ONCE = 500


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
        found = services.presence.flags(on, arguments.of_advisor, arguments.client, policy)
        if arguments.json:
            print_json(on, policy, found)
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


def print_json(on: date, policy: str, found: "Sequence[Presence]") -> None:
    """The answer that programs read, part by part, so that a whole bank needs little room."""
    from advisor_app.cli.flags_json import quoted

    sys.stdout.write(f'{{"on": "{on.isoformat()}", "policy": {quoted(policy)}, "clients": [')
    sys.stdout.writelines(written_by_two(found, _clients, ", "))
    sys.stdout.write("]}\n")


def _clients(found: "Iterable[Presence]") -> Iterator[str]:
    """Clients as JSON objects with commas between, a few hundred at once."""
    from advisor_app.cli.flags_json import client

    clients = map(client, found)
    while part := ", ".join(islice(clients, AT_ONCE)):
        yield part


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
