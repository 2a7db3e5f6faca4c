"""argparse in the user's language: its headings, its help, and what it says of wrong usage."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from advisor_app.domain.codes import Language
from advisor_app.i18n import N_, _

# What argparse says of wrong usage, in Python 3.11 to 3.13; anything else stays in English.
_SAID = {
    r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)": N_(
        "{name} cannot be {value}; choose one of {choices}."
    ),
    r"argument (?P<name>.+?): invalid int value: '(?P<value>.*)'": N_(
        "{name} cannot be {value}; give a whole number."
    ),
    r"argument (?P<name>.+?): expected one argument": N_("{name} needs a value."),
    r"argument (?P<name>.+?): not allowed with argument (?P<value>.+)": N_(
        "{name} and {value} cannot be given together."
    ),
    r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'": N_(
        "{name} takes no value, but {value} was given."
    ),
    r"ambiguous option: (?P<name>.+?) could match (?P<choices>.+)": N_(
        "{name} may stand for several: {choices}."
    ),
    r"one of the arguments (?P<choices>.+) is required": N_(
        "One of these must be given: {choices}."
    ),
    r"the following arguments are required: (?P<choices>.+)": N_("These must be given: {choices}."),
    r"unrecognized arguments: (?P<value>.+)": N_("This means nothing here: {value}."),
}


class Formatter(argparse.HelpFormatter):
    """Help with headings in the present language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Head the usage with our word for it."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Translate the headings that argparse gives by itself."""
        ours = {"positional arguments": _("arguments"), "options": _("options")}
        super().start_section(ours.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """A parser of the command line, or of one command."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named, add_help=False, formatter_class=Formatter)
        self.add_argument("-h", "--help", action="help", help=_("show this help and stop"))

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what was wrong, and stop with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {said(message)}\n")


def said(message: str) -> str:
    """What argparse says, in the present language."""
    for pattern, words in _SAID.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(words).format(**found.groupdict())
    return re.sub(r"^argument .+?: ", "", message)


def language_asked_for(arguments: Sequence[str]) -> Language | None:
    """The language of `--lang`, wherever it stands, so that help and mistakes speak it too."""
    asked = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    asked.add_argument("--lang")
    try:
        lang = asked.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        return None
    return Language(lang) if lang in set(Language) else None
