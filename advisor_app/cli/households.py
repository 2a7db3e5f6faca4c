"""`client household`: who is of a client's household, who joins it and who leaves."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.domain.codes import Link
from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.households import MemberDraft, NoSuchMember
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.client_record import HouseholdMember
    from advisor_app.domain.households import HouseholdEdit

    Do = Callable[[Services, argparse.Namespace], HouseholdEdit | None]
    Deeds = argparse._SubParsersAction[Parser]  # noqa: SLF001 argparse gives this type no public name

_LINKS = [one.value for one in Link]


def add_household(deeds: "Deeds") -> None:
    """Describe the command and what it does."""
    parser = deeds.add_parser("household", help=_("who is of a client's household"))
    inner = parser.add_subparsers(dest="household", required=True, title=_("commands"))
    _about_one(inner, "show", _("who is of it, and who may know"), _show)
    join = _about_one(inner, "join", _("let the client join another client's household"), _join)
    join.add_argument("other", help=_("the other client's reference"))
    _add_tie(join)
    _about_one(inner, "leave", _("take the client out of the household"), _leave)
    add = _about_one(inner, "add", _("add a person who is no client"), _add)
    _add_names(add)
    add.add_argument("--birth-date", type=day, metavar="DATE")
    _add_tie(add)
    _add_names(_about_one(inner, "remove", _("remove a person who is no client"), _remove))


def _about_one(deeds: "Deeds", name: str, words: str, do: "Do") -> "Parser":
    parser = deeds.add_parser(name, help=words)
    parser.add_argument("client", help=_("the client's reference"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=_run, do=do)
    return parser


def _add_tie(parser: "Parser") -> None:
    words = _("how the person is tied to the head of the household")
    parser.add_argument("--link", choices=_LINKS, default=Link.OTHER.value, help=words)
    parser.add_argument(
        "--may-know", action="store_true", help=_("may know of the others' matters")
    )


def _add_names(parser: "Parser") -> None:
    parser.add_argument("--first-name", metavar="TEXT")
    parser.add_argument("--last-name", metavar="TEXT")


def _run(access: Access, arguments: argparse.Namespace) -> int:
    with access.services() as services:
        arguments.do(services, arguments)
        members = _members(services, arguments.client)
    if arguments.json:
        print(json.dumps(as_json(arguments.client, members), ensure_ascii=False))
        return 0
    from advisor_app.i18n.portfolio_words import link_label

    for one in members:
        about = [one.person.ref or "", link_label(one.link)]
        about += [_("may know")] if one.may_know else []
        print(one.person.name, *(part for part in about if part), sep="  ")
    if not members:
        print(_("Nobody else is known of this household."))
    return 0


def as_json(ref: str, members: "tuple[HouseholdMember, ...]") -> dict[str, Any]:
    """Everybody of the household, as `docs` describes it."""
    return {
        "client": ref,
        "members": [
            {
                "ref": one.person.ref,
                "name": one.person.name,
                "birth_date": one.person.birth_date and one.person.birth_date.isoformat(),
                "link": one.link.value,
                "may_know": one.may_know,
            }
            for one in members
        ],
    }


def _members(services: "Services", ref: str) -> "tuple[HouseholdMember, ...]":
    key = services.client_page.key_of(ref)
    if key is None:
        raise NoSuchClient(ref)
    return services.client_record.read(key).members


def _show(services: "Services", arguments: argparse.Namespace) -> None:
    services.client_edits.find(arguments.client)


def _join(services: "Services", arguments: argparse.Namespace) -> "HouseholdEdit":
    link = Link(arguments.link)
    for ref in (arguments.client, arguments.other):
        services.client_edits.find(ref)
    return services.households.join(
        arguments.client, arguments.other, link, may_know=arguments.may_know
    )


def _leave(services: "Services", arguments: argparse.Namespace) -> "HouseholdEdit":
    services.client_edits.find(arguments.client)
    return services.households.leave(arguments.client)


def _add(services: "Services", arguments: argparse.Namespace) -> "HouseholdEdit":
    services.client_edits.find(arguments.client)
    return services.households.add(
        arguments.client,
        MemberDraft(
            arguments.first_name,
            arguments.last_name,
            arguments.birth_date,
            Link(arguments.link),
            arguments.may_know,
        ),
    )


def _remove(services: "Services", arguments: argparse.Namespace) -> "HouseholdEdit":
    services.client_edits.find(arguments.client)
    names = (arguments.first_name, arguments.last_name)
    name = " ".join(part for part in names if part)
    members = _members(services, arguments.client)
    found = [one.key for one in members if one.person.key is None and one.person.name == name]
    if not found:
        raise NoSuchMember(name)
    return services.households.remove(arguments.client, found[0])
