"""`advisor-app [options] COMMAND`: reading the command line, and how every command ends."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from advisor_app import __version__
from advisor_app.cli import window
from advisor_app.cli.access import Access
from advisor_app.cli.parser import Parser, language_asked_for
from advisor_app.cli.screen import Screen
from advisor_app.domain.codes import Language
from advisor_app.domain.errors import BadInput, Refused, TeteATeteError
from advisor_app.domain.faults import outline
from advisor_app.i18n import _, set_language

REFUSED = 1
BAD_INPUT = 2
INTERRUPTED = 130
BUG = 70

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 argparse gives this type no public name


def main(arguments: Sequence[str] | None, screen: Screen | None = None) -> int:
    """Run one command, or open the window where none is named; the exit status.

    Without a screen, whatever needs one is left out, or refused in a sentence.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if (asked := language_asked_for(words)) is not None:
        set_language(asked)
    parsed = make_parser(screen, alone=opens_the_window(words)).parse_args(words)
    access = Access(parsed.store, parsed.passphrase_file, parsed.works, parsed.lang)
    try:
        return int(parsed.run(access, parsed))
    except Refused as error:
        say(error)
        return REFUSED
    except BadInput as error:
        say(error)
        return BAD_INPUT
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was changed."), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 whatever else happens is a bug, and is said so
        print(_("This is a mistake of the program. Nothing was saved."), file=sys.stderr)
        print(outline(error), file=sys.stderr)
        return BUG


def say(error: TeteATeteError) -> None:
    """Print the sentence of a refusal; the wording of every feature is imported only for it."""
    from advisor_app.i18n.wording import sentence

    print(sentence(error), file=sys.stderr)


def opens_the_window(words: Sequence[str]) -> bool:
    """Whether no command is named; what is wrong with the options is said by the whole parser."""
    options = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    add_options(options)
    try:
        return not options.parse_known_args(words)[1]
    except argparse.ArgumentError:
        return False


def make_parser(screen: Screen | None = None, *, alone: bool = False) -> argparse.ArgumentParser:
    """The whole command line of FORMAT.md; without a command, the window.

    `alone` leaves the commands out, and what they import, so that the window starts quickly.
    """
    parser = Parser(
        prog="advisor-app",
        description=_("Finds the clients who are losing touch and prepares the next meeting."),
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=_("show the version and stop")
    )
    add_options(parser)
    if not alone:
        add_commands(parser)
    parser.set_defaults(run=window.run, screen=screen)
    return parser


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options before a command."""
    parser.add_argument("--store", type=Path, help=_("the store's file"))
    parser.add_argument(
        "--passphrase-file", type=Path, help=_("a file whose first line is the passphrase")
    )
    parser.add_argument("--as", dest="works", help=_("the reference of the advisor who works"))
    languages = [language.value for language in Language]
    parser.add_argument("--lang", choices=languages, help=_("the language of the program"))


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Every command of the table."""
    from advisor_app.cli.commands import COMMANDS

    commands = parser.add_subparsers(dest="command", title=_("commands"))
    for command in COMMANDS:
        command.add_parser(commands)
