"""`commitment`: what was promised, by whom, for when; and how it ended."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import Party
from advisor_app.domain.commitments import CommitmentDraft, Ending
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.commitments import Commitment
    from advisor_app.services.commitments import CommitmentEdit

    Do = Callable[[Services, argparse.Namespace], CommitmentEdit]
    Deeds = argparse._SubParsersAction[Parser]  # noqa: SLF001 argparse gives this type no public name

_PARTIES = [one.value for one in Party]


def add_parser(commands: "Commands") -> None:
    """Describe the command and what it does."""
    parser = commands.add_parser("commitment", help=_("what was promised, and how it ended"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"))
    add = deeds.add_parser("add", help=_("note a promise"))
    add.add_argument("client", help=_("the client's reference"))
    add.add_argument("--by", choices=_PARTIES, default=Party.BANK.value, help=_("who promises"))
    add.add_argument("--what", required=True, help=_("what is promised"))
    add.add_argument("--due", type=day, help=_("by which day"))
    _does(add, _add)
    edit = _about_one(deeds, "edit", _("change a promise"), _edit)
    edit.add_argument("--by", choices=_PARTIES, help=_("who promises"))
    edit.add_argument("--what", help=_("what is promised"))
    due = edit.add_mutually_exclusive_group()
    due.add_argument("--due", type=day, help=_("by which day"))
    due.add_argument("--no-day", action="store_true", help=_("by no day"))
    _about_one(deeds, "keep", _("the promise was kept today"), _keep)
    _about_one(deeds, "drop", _("the promise is given up"), _drop)
    _about_one(deeds, "reopen", _("the promise stands again"), _reopen)


def _about_one(deeds: "Deeds", name: str, words: str, do: "Do") -> "Parser":
    parser = deeds.add_parser(name, help=words)
    parser.add_argument("commitment", help=_("the promise's reference"))
    _does(parser, do)
    return parser


def _does(parser: "Parser", do: "Do") -> None:
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=_run, do=do)


def _run(access: Access, arguments: argparse.Namespace) -> int:
    with access.services() as services:
        edit = arguments.do(services, arguments)
        answer = as_json(services.commitments.find(edit.ref), new=edit.before is None)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(_("The promise is kept in the store. Its reference: {ref}.").format(ref=edit.ref))
    return 0


def as_json(kept: "Commitment", *, new: bool) -> dict[str, Any]:
    """The promise as it is now, as `docs` describes it."""
    return {
        "ref": kept.ref,
        "new": new,
        "by": kept.by.value,
        "what": kept.what,
        "due": kept.due and kept.due.isoformat(),
        "ended_on": kept.ended_on and kept.ended_on.isoformat(),
        "ending": kept.ending and kept.ending.value,
    }


def _add(services: "Services", arguments: argparse.Namespace) -> "CommitmentEdit":
    draft = CommitmentDraft(Party(arguments.by), arguments.what, arguments.due)
    return services.commitments.add(arguments.client, draft)


def _edit(services: "Services", arguments: argparse.Namespace) -> "CommitmentEdit":
    before = services.commitments.find(arguments.commitment)
    by = before.by if arguments.by is None else Party(arguments.by)
    what = before.what if arguments.what is None else arguments.what
    due = None if arguments.no_day else arguments.due or before.due
    return services.commitments.edit(arguments.commitment, CommitmentDraft(by, what, due))


def _keep(services: "Services", arguments: argparse.Namespace) -> "CommitmentEdit":
    return services.commitments.end(arguments.commitment, Ending.KEPT)


def _drop(services: "Services", arguments: argparse.Namespace) -> "CommitmentEdit":
    return services.commitments.end(arguments.commitment, Ending.DROPPED)


def _reopen(services: "Services", arguments: argparse.Namespace) -> "CommitmentEdit":
    return services.commitments.reopen(arguments.commitment)
