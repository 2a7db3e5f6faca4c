"""`client`: a client's file by hand: added, corrected, closed, left in peace, copied, erased."""

import argparse
import json
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.households import add_household
from advisor_app.cli.merge_preview import show_merge
from advisor_app.cli.options import day
from advisor_app.domain.client_edits import ClientDraft
from advisor_app.domain.client_rights import CopyPurpose, ErasureReason
from advisor_app.domain.codes import ClientStatus, Kind, Language, Segment, Title
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.client_rights import ErasureCertificate
    from advisor_app.services.client_edits import ClientEdit

    Do = Callable[[Services, argparse.Namespace], ClientEdit]
    Deeds = argparse._SubParsersAction[Parser]  # noqa: SLF001 argparse gives this type no public name

_CODED = {"kind": Kind, "title": Title, "language": Language, "segment": Segment}
_SEGMENTS = tuple(one for one in Segment if one is not Segment.SENIOR)


def add_parser(commands: "Commands") -> None:
    """Describe the command and what it does."""
    parser = commands.add_parser("client", help=_("a client's file by hand"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"))
    add = deeds.add_parser("add", help=_("add a client, served from today by who works here"))
    add.add_argument("--ref", help=_("the bank's number; else one of the program's own"))
    _add_fields(add)
    _does(add, _add)
    edit = _about_one(deeds, "edit", _("correct who a client is and how he is reached"), _edit)
    _add_fields(edit)
    close = _about_one(deeds, "close", _("close a client's file"), _close)
    other = close.add_mutually_exclusive_group()
    other.add_argument("--deceased", action="store_true", help=_("the client died"))
    other.add_argument("--reopen", action="store_true", help=_("open it again"))
    stop = _about_one(deeds, "stop", _("make no proposals to a client any more"), _stop)
    until = stop.add_mutually_exclusive_group()
    until.add_argument("--until", type=day, help=_("only up to this day"))
    until.add_argument("--again", action="store_true", help=_("make proposals again"))
    profile = _about_one(
        deeds, "no-profile", _("the client objects to being profiled"), _no_profile
    )
    profile.add_argument("--again", action="store_true", help=_("the client no longer objects"))
    _add_rights(deeds)
    add_household(deeds)


def _add_rights(deeds: "Deeds") -> None:
    merge = _about_one(deeds, "merge", _("make two files of one person one"), None)
    which = merge.add_mutually_exclusive_group(required=True)
    which.add_argument("other", nargs="?", help=_("the file that goes into the client's"))
    which.add_argument("--undo", action="store_true", help=_("part the last merged file again"))
    merge.add_argument("--dry-run", action="store_true", help=_("only show both files"))
    merge.set_defaults(run=_merge)
    copy = _about_one(deeds, "copy", _("save all that is kept about a client"), None)
    copy.add_argument(
        "--purpose",
        choices=[one.value for one in CopyPurpose],
        default=CopyPurpose.ACCESS.value,
        help=_("what the copy is for; it stays on the trail"),
    )
    copy.add_argument("--out", type=Path, required=True, metavar="FILE")
    copy.set_defaults(run=_copy)
    erase = _about_one(deeds, "erase", _("erase all that is kept about a client"), None)
    erase.add_argument(
        "--reason",
        choices=[one.value for one in ErasureReason],
        required=True,
        help=_("why; it stays on the trail"),
    )
    erase.add_argument("--yes", action="store_true", help=_("erase: it cannot be undone"))
    erase.set_defaults(run=_erase)


def _add_fields(parser: "Parser") -> None:
    for one in fields(ClientDraft):
        name = "--" + one.name.replace("_", "-")
        if one.name == "birth_date":
            parser.add_argument(name, dest=one.name, type=day, metavar="DATE")
        elif one.name in _CODED:
            codes = _SEGMENTS if one.name == "segment" else _CODED[one.name]
            parser.add_argument(name, dest=one.name, choices=[code.value for code in codes])
        else:
            parser.add_argument(name, dest=one.name, metavar="TEXT")


def _about_one(deeds: "Deeds", name: str, words: str, do: "Do | None") -> "Parser":
    parser = deeds.add_parser(name, help=words)
    parser.add_argument("client", help=_("the client's reference"))
    _does(parser, do)
    return parser


def _does(parser: "Parser", do: "Do | None") -> None:
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=_run, do=do)


def _run(access: Access, arguments: argparse.Namespace) -> int:
    with access.services() as services:
        edit = arguments.do(services, arguments)
        answer = as_json(services, edit)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(_("It is kept. The client's reference: {ref}.").format(ref=edit.ref))
    return 0


def _merge(access: Access, arguments: argparse.Namespace) -> int:
    """Merge, or part again what was merged last."""
    kept, other = arguments.client, arguments.other
    if other is not None and arguments.dry_run:
        return show_merge(access, kept, other, as_json=arguments.json)
    with access.services() as services:
        if arguments.undo:
            other, moved = services.client_merging.undo(kept), 0
            words = _("{other} stands apart from {kept} again.")
        else:
            moved = services.client_merging.merge(kept, other).moved
            words = _("{kept} now holds everything of {other}.")
    if arguments.json:
        answer = {"kept": kept, "other": other, "merged": not arguments.undo, "moved": moved}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(words.format(kept=kept, other=other))
    return 0


def _copy(access: Access, arguments: argparse.Namespace) -> int:
    """Save all that is kept about a client, whole or not at all."""
    from advisor_app.reports.saving import save

    with access.services() as services:
        lines = services.client_rights.copy(
            arguments.client,
            CopyPurpose(arguments.purpose),
            lambda data: save(arguments.out, data),
        )
    if arguments.json:
        answer = {"ref": arguments.client, "file": str(arguments.out), "lines": lines}
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    words = ngettext("{count} line was saved: {path}", "{count} lines were saved: {path}", lines)
    print(words.format(count=lines, path=arguments.out))
    return 0


def _erase(access: Access, arguments: argparse.Namespace) -> int:
    """Erase, and print the proof; without --yes, only say what would go."""
    from advisor_app.i18n.client_rights_words import certificate_lines, held_sentence

    with access.services() as services:
        if not arguments.yes:
            held = services.client_rights.held(arguments.client)
            print(held_sentence(arguments.client, sum(held.values())), file=sys.stderr)
            return 1
        reason = ErasureReason(arguments.reason)
        proof = services.client_rights.erase(arguments.client, reason)
    if arguments.json:
        print(json.dumps(certificate_json(proof), ensure_ascii=False))
    else:
        print(*certificate_lines(proof), sep="\n")
    return 0


def certificate_json(proof: "ErasureCertificate") -> dict[str, Any]:
    """The proof as `docs` describes it."""
    return {
        "ref": proof.ref,
        "at": proof.at.isoformat(timespec="seconds"),
        "by": proof.by,
        "reason": proof.reason.value,
        "rows": dict(sorted(proof.rows.items())),
        "entry": proof.number,
        "hash": proof.hash,
        "copies": list(proof.copies),
    }


def as_json(services: "Services", edit: "ClientEdit") -> dict[str, Any]:
    """The file as it is now, and the columns that changed, as `docs` describes it."""
    file = services.client_edits.find(edit.ref)
    until = file.no_contact_until
    draft = {one.name: getattr(file.draft, one.name) for one in fields(ClientDraft)}
    draft["birth_date"] = draft["birth_date"] and draft["birth_date"].isoformat()
    return {
        "ref": file.ref,
        "new": edit.before is None,
        "changed": sorted(edit.before or ()),
        "client": {
            **draft,
            "status": file.status.value,
            "no_contact": file.no_contact,
            "no_contact_until": until.isoformat() if until else None,
            "no_profile": file.no_profile,
        },
    }


def draft_of(arguments: argparse.Namespace, before: ClientDraft) -> ClientDraft:
    """What the options say, over what stood before; an empty text clears."""
    told = {
        one.name: getattr(arguments, one.name)
        for one in fields(ClientDraft)
        if getattr(arguments, one.name) is not None
    }
    coded = {name: kind(told[name]) for name, kind in _CODED.items() if name in told}
    return replace(before, **{**told, **coded})


def _add(services: "Services", arguments: argparse.Namespace) -> "ClientEdit":
    return services.client_edits.add(draft_of(arguments, ClientDraft()), arguments.ref)


def _edit(services: "Services", arguments: argparse.Namespace) -> "ClientEdit":
    seen = services.client_edits.find(arguments.client).draft
    return services.client_edits.edit(arguments.client, draft_of(arguments, seen), seen)


def _close(services: "Services", arguments: argparse.Namespace) -> "ClientEdit":
    dead = ClientStatus.DECEASED if arguments.deceased else ClientStatus.CLOSED
    status = ClientStatus.ACTIVE if arguments.reopen else dead
    services.client_edits.find(arguments.client)
    return services.client_edits.stand(arguments.client, status)


def _stop(services: "Services", arguments: argparse.Namespace) -> "ClientEdit":
    edits = services.client_edits
    edits.find(arguments.client)
    if arguments.until:
        return edits.wait(arguments.client, arguments.until)
    if arguments.again:
        edits.wait(arguments.client, None)
    return edits.stop(arguments.client, asked=not arguments.again)


def _no_profile(services: "Services", arguments: argparse.Namespace) -> "ClientEdit":
    services.client_edits.find(arguments.client)
    return services.client_edits.profile(arguments.client, objects=not arguments.again)
