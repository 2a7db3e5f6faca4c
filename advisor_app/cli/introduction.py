"""`introduction`: how well a client and the present advisor know each other."""

import argparse
import json
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import Announced
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.domain.introductions import IntroductionSteps


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    words = _("how far the introduction of the present advisor has come")
    parser = commands.add_parser("introduction", help=words)
    parser.add_argument("client", help=_("the client's reference"))
    parser.add_argument(
        "--announced",
        choices=[one.value for one in Announced],
        help=_("note how the client was told of the change"),
    )
    parser.add_argument("--on", type=day, metavar="DATE", help=_("the day; else today"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Note what is told, then say how far it has come."""
    from advisor_app.i18n.outcome_words import introduction_lines

    with access.services() as services:
        if arguments.announced:
            how = Announced(arguments.announced)
            services.introductions.announced(arguments.client, how, arguments.on)
        steps = services.introductions.of(arguments.client)
        if arguments.json:
            print(as_json(arguments.client, steps))
        else:
            print("\n".join(introduction_lines(steps)))
    return 0


def as_json(client: str, steps: "IntroductionSteps") -> str:
    """The answer as `docs/schemas/introduction.json` describes it."""
    days = {
        name: value.isoformat() if value else None
        for name, value in (
            ("from", steps.from_day),
            ("told_on", steps.told_on),
            ("presented_on", steps.presented_on),
            ("acquainted_on", steps.acquainted_on),
        )
    }
    answer = {
        "client": client,
        "step": steps.stands,
        "announced": steps.announced,
        "former": steps.former_ref,
        "three_way_first": steps.asks_for_three,
        **days,
    }
    return json.dumps(answer, ensure_ascii=False)
