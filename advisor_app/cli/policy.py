"""`policy`: the bank's rules by segment, their versions, and what others would flag."""

import argparse
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.options import count
from advisor_app.domain.policy_version import BadPolicyFile
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.policy_file import PolicyFile

LARGEST = 64 * 1024


def add_parser(commands: "Commands") -> None:
    """Describe the command and what it does."""
    parser = commands.add_parser(
        "policy", help=_("the bank's rules by segment, and their versions")
    )
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"))
    show = deeds.add_parser("show", help=_("rules, and every version"))
    show.add_argument("name", nargs="?", default="present", help=_names())
    show.set_defaults(run=run_show)
    compare = deeds.add_parser("compare", help=_("what differs, and whom each would flag"))
    compare.add_argument("before", help=_names())
    compare.add_argument("after", nargs="?", default="present", help=_names())
    compare.set_defaults(run=run_compare)
    apply = deeds.add_parser("apply", help=_("put the rules of a file in force"))
    apply.add_argument("file", type=Path, help=_("a TOML or JSON file"))
    apply.add_argument("--dry-run", action="store_true", help=_("only compare"))
    apply.set_defaults(run=run_apply)
    revert = deeds.add_parser("revert", help=_("put an earlier version in force again"))
    revert.add_argument("number", type=count, help=_("its number; 0 for the built-in rules"))
    revert.set_defaults(run=run_revert)
    for deed in (apply, revert):
        deed.add_argument("--reason", default="", help=_("why, for whoever reads it later"))
    for deed in (compare, apply):
        deed.add_argument(
            "--advisor", dest="of_advisor", metavar="REF", help=_("count this advisor's clients")
        )
    for deed in (show, compare, apply, revert):
        deed.add_argument("--json", action="store_true", help=_("print JSON"))


def _names() -> str:
    return _("standard, reseau, present, or a version as v3")


def run_show(access: Access, arguments: argparse.Namespace) -> int:
    """Print rules, and the versions."""
    from advisor_app.cli.policy_answer import show_json, show_lines

    with access.services() as services:
        policy, versions = services.policies.named(arguments.name), services.policies.versions()
        zone = services.now().tzinfo
    if arguments.json:
        return _print(show_json(policy, versions))
    print(*show_lines(policy, versions, zone), sep="\n")
    return 0


def run_compare(access: Access, arguments: argparse.Namespace) -> int:
    """Print what differs between two sets of rules."""
    with access.services() as services:
        before = services.policies.named(arguments.before)
        after = services.policies.named(arguments.after)
        return _tell(
            services, arguments, services.policies.compare(before, after, arguments.of_advisor)
        )


def run_apply(access: Access, arguments: argparse.Namespace) -> int:
    """Put a file's rules in force, or only compare them with those that are."""
    file = read_file(arguments.file)
    with access.services() as services:
        policies = services.policies
        policy, seen = policies.from_file(file), policies.number()
        compared = policies.compare(policies.in_force(), policy, arguments.of_advisor)
        number = None
        if not arguments.dry_run:
            number = policies.apply(policy, arguments.reason or file.reason, seen)
        return _tell(services, arguments, compared, number)


def run_revert(access: Access, arguments: argparse.Namespace) -> int:
    """Put an earlier version in force again."""
    with access.services() as services:
        before = services.policies.in_force()
        number = services.policies.revert(arguments.number, arguments.reason)
        compared = services.policies.compare(before, services.policies.in_force())
        return _tell(services, arguments, compared, number)


def read_file(path: Path) -> "PolicyFile":
    """The rules of a file; BadPolicyFile where it is none."""
    from advisor_app.domain.policy_file import read_policy_file

    try:
        if path.stat().st_size > LARGEST:
            raise BadPolicyFile(str(path))
        text = path.read_text(encoding="utf-8-sig")
        content = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        raise BadPolicyFile(str(path)) from None
    if not isinstance(content, dict):
        raise BadPolicyFile(str(path))
    return read_policy_file(content)


def _tell(
    services: "Services", arguments: argparse.Namespace, compared: Any, number: int | None = None
) -> int:
    from advisor_app.cli.policy_answer import compare_json, compare_lines

    if arguments.json:
        return _print(compare_json(compared, services.today(), number))
    print(*compare_lines(compared, services.today(), number), sep="\n")
    return 0


def _print(answer: dict[str, Any]) -> int:
    print(json.dumps(answer, ensure_ascii=False))
    return 0
