"""`project`: a client's life project by hand: noted, changed, ended."""

import argparse
import json
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import ProjectDraft, Stage
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.project_edits import KeptProject
    from advisor_app.services.project_edits import ProjectEdit

    Do = Callable[[Services, argparse.Namespace], ProjectEdit]

_ENDS = (ProjectStatus.DONE, ProjectStatus.DROPPED, ProjectStatus.EXPIRED)
# What may be left empty, by the name of its option.
_CLEARED = ("target", "amount", "note", "next-step", "next-step-on")
_TOLD = ("status", "target", "amount", "currency", "note", "stage", "next_step", "next_step_on")


def add_parser(commands: "Commands") -> None:
    """Describe the command and what it does."""
    parser = commands.add_parser("project", help=_("a client's life project by hand"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"))
    add = deeds.add_parser("add", help=_("note a project that was heard"))
    add.add_argument("client", help=_("the client's reference"))
    add.add_argument("--code", required=True, help=_("the project's kind"))
    _add_fields(add)
    _does(add, _add)
    edit = deeds.add_parser("edit", help=_("change a project"))
    edit.add_argument("project", help=_("the project's reference"))
    edit.add_argument("--code", help=_("the project's kind"))
    _add_fields(edit)
    words = _("leave this empty from now on; may be repeated")
    edit.add_argument("--clear", action="append", choices=_CLEARED, default=[], help=words)
    _does(edit, _edit)
    end = deeds.add_parser("end", help=_("close a project: it came true, or was given up"))
    end.add_argument("project", help=_("the project's reference"))
    codes = [one.value for one in _ENDS]
    end.add_argument("--status", choices=codes, default=ProjectStatus.DONE.value)
    _does(end, _end)


def _add_fields(parser: "Parser") -> None:
    statuses = [one.value for one in ProjectStatus]
    parser.add_argument("--status", type=ProjectStatus, choices=statuses, metavar="STATUS")
    parser.add_argument("--target", type=_partial, help=_("a year, a month or a day"))
    parser.add_argument("--amount", type=_amount)
    parser.add_argument("--currency")
    parser.add_argument("--note", help=_("what to remember"))
    steps = [one.value for one in Stage]
    parser.add_argument("--stage", type=int, choices=steps, help=_("the step of an open project"))
    parser.add_argument("--next-step", help=_("what comes next, in a few words"))
    parser.add_argument("--next-step-on", type=day, metavar="DATE")
    words = _("an input of a figure; an empty value clears it")
    parser.add_argument("--input", action="append", type=_input, metavar="NAME=VALUE", help=words)


def _does(parser: "Parser", do: "Do") -> None:
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=_run, do=do)


def _partial(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        words = _("{text} is no date; write 2027, 2027-04 or 2027-04-13.").format(text=text)
        raise argparse.ArgumentTypeError(words) from None


def _amount(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise argparse.ArgumentTypeError(_("“{text}” is not a number.").format(text=text))
    return found


def _input(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        words = _("{text} is no input; write it as in income=2400.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    return name, value


def _run(access: Access, arguments: argparse.Namespace) -> int:
    with access.services() as services:
        edit = arguments.do(services, arguments)
        answer = as_json(services.project_edits.find(edit.ref), new=edit.before is None)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(_("The project is kept. Its reference: {ref}.").format(ref=edit.ref))
    return 0


def as_json(kept: "KeptProject", *, new: bool) -> dict[str, Any]:
    """The project as it is now, as `docs` describes it."""
    draft = kept.draft
    return {
        "ref": kept.ref,
        "new": new,
        "code": draft.code,
        "status": draft.status.value,
        "target": None if draft.target is None else str(draft.target),
        "amount": None if draft.amount is None else f"{draft.amount:f}",
        "currency": draft.currency,
        "note": draft.note,
        "stage": None if draft.stage is None else draft.stage.value,
        "next_step": draft.next_step,
        "next_step_on": draft.next_step_on and draft.next_step_on.isoformat(),
        "inputs": dict(sorted(draft.inputs.items())),
    }


def draft_of(arguments: argparse.Namespace, before: ProjectDraft) -> ProjectDraft:
    """What the options say, over what stood before."""
    told = {name: value for name in _TOLD if (value := getattr(arguments, name, None)) is not None}
    if "stage" in told:
        told["stage"] = Stage(told["stage"])
    if arguments.code:
        told["code"] = arguments.code
    for name in getattr(arguments, "clear", ()):
        told[name.replace("-", "_")] = None
    inputs = {**before.inputs, **dict(arguments.input or ())}
    return replace(before, **told, inputs=inputs)


def _add(services: "Services", arguments: argparse.Namespace) -> "ProjectEdit":
    draft = draft_of(arguments, ProjectDraft(arguments.code))
    return services.project_edits.add(arguments.client, draft)


def _edit(services: "Services", arguments: argparse.Namespace) -> "ProjectEdit":
    before = services.project_edits.find(arguments.project).draft
    return services.project_edits.edit(arguments.project, draft_of(arguments, before))


def _end(services: "Services", arguments: argparse.Namespace) -> "ProjectEdit":
    return services.project_edits.end(arguments.project, ProjectStatus(arguments.status))
