"""`suggest` and `why`: whom to meet and what for, and why somebody is not on the list."""

import argparse
import json
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import count, day
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands


def add_parser(commands: "Commands") -> None:
    """Describe the commands."""
    suggest = commands.add_parser("suggest", help=_("list whom to meet, and what for"))
    suggest.add_argument("--advisor", metavar="REF")
    suggest.set_defaults(run=run_suggest)
    why = commands.add_parser("why", help=_("say why a client is, or is not, on the list"))
    why.add_argument("client", metavar="CLIENT")
    why.set_defaults(run=run_why)
    for parser in (suggest, why):
        parser.add_argument("--on", type=day, metavar="DATE")
        parser.add_argument("--limit", type=count, metavar="N")
        parser.add_argument("--seed", type=int, default=0, metavar="N")
        parser.add_argument("--json", action="store_true")


def run_suggest(access: Access, arguments: argparse.Namespace) -> int:
    """Print the list, and record that it was given out."""
    from advisor_app.cli.suggest_answer import list_json, list_text

    with access.services() as services:
        suggesting, limit = services.suggesting, _limit(services, arguments)
        listed = suggesting.suggest(arguments.advisor, arguments.on, limit, arguments.seed)
        advisor = arguments.advisor or (services.advisor.ref if services.advisor else "")
        named = suggesting.named([one.client for one in listed.shown])
        on = arguments.on or services.today()
        suggesting.handed_out(listed, advisor)
    if arguments.json:
        asked = {"advisor": advisor or None, "limit": limit, "seed": arguments.seed}
        print(json.dumps(list_json(listed, named, on, asked, suggesting.books), indent=2))
        return 0
    for line in list_text(listed, named, on, suggesting.books):
        print(line)
    return 0


def run_why(access: Access, arguments: argparse.Namespace) -> int:
    """Print why."""
    from advisor_app.cli.suggest_answer import why_json, why_text

    with access.services() as services:
        suggesting, limit = services.suggesting, _limit(services, arguments)
        why = suggesting.why(arguments.client, arguments.on, limit, arguments.seed)
        named = suggesting.named([why.client])[why.client]
    if arguments.json:
        print(json.dumps(why_json(why, named, suggesting.books), indent=2))
        return 0
    for line in why_text(why, named, suggesting.books):
        print(line)
    return 0


def _limit(services: "Services", arguments: argparse.Namespace) -> int:
    """The length asked for, else that of the bank's daily list."""
    asked: int | None = arguments.limit
    return services.daily_lists.rules().length if asked is None else asked
