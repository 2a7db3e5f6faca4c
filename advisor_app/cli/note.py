"""`note`: a contact that happened."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.domain.moments import parse_wall
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.services.contacts import Note, Noted


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("note", help=_("record a contact that happened"))
    parser.add_argument("client", help=_("the client's reference"))
    parser.add_argument("--channel", required=True, choices=[one.value for one in Channel])
    parser.add_argument(
        "--nature", choices=[one.value for one in Nature], default=Nature.CONVERSATION.value
    )
    parser.add_argument(
        "--direction", choices=[one.value for one in Direction], default=Direction.OUT.value
    )
    parser.add_argument("--minutes", type=int, help=_("how long"))
    parser.add_argument(
        "--one-to-one", action="store_true", help=_("at an event: a talk with this client alone")
    )
    parser.add_argument("--project", help=_("the project's reference or code"))
    parser.add_argument("--text", help=_("what to remember"))
    parser.add_argument("--at", help=_("when, such as 2027-04-13T10:00; else now"))
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Record, and say which words to think about again."""
    with access.services() as services:
        noted = services.contacts.note(note_of(arguments), language())
        if arguments.json:
            print(as_json(noted))
        else:
            say(noted)
    return 0


def note_of(arguments: argparse.Namespace) -> "Note":
    """What the command line says; NotAMoment."""
    from advisor_app.services.contacts import Note

    return Note(
        client=arguments.client,
        channel=Channel(arguments.channel),
        nature=Nature(arguments.nature),
        direction=Direction(arguments.direction),
        minutes=arguments.minutes,
        one_to_one=arguments.one_to_one,
        project=arguments.project,
        text=arguments.text,
        at=parse_wall(arguments.at) if arguments.at else None,
    )


def say(noted: "Noted") -> None:
    """The reference on one stream, the cautions on the other."""
    from advisor_app.i18n.note_wording import caution_sentence

    print(_("The contact was noted. Reference: {ref}.").format(ref=noted.ref))
    for caution in noted.cautions:
        print(caution_sentence(caution), file=sys.stderr)


def as_json(noted: "Noted") -> str:
    """The answer as `docs` describes it."""
    cautions = [
        {"about": one.about, "word": one.word, "neutral": one.neutral} for one in noted.cautions
    ]
    return json.dumps({"ref": noted.ref, "cautions": cautions}, ensure_ascii=False)
