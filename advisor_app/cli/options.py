"""What several commands take: days and counts, refused in a sentence."""

import argparse
import re
from datetime import date, time

from advisor_app.i18n import _

# The years that an import takes too; counting months stays within the calendar.
FIRST_YEAR, LAST_YEAR = 1800, 2999
_POLICY = re.compile(r"standard|reseau|v[1-9]\d{0,5}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day(text: str) -> date:
    """A day written as in 2026-04-23, from 1800 to 2999."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        words = _("{text} is no day; write it as in 2026-04-23.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        words = _("The year of {text} is not between {low} and {high}.")
        told = words.format(text=text, low=FIRST_YEAR, high=LAST_YEAR)
        raise argparse.ArgumentTypeError(told)
    return found


def time_of_day(text: str) -> time:
    """A time written as in 18:30."""
    if not _TIME.fullmatch(text):
        words = _("{text} is no time; write it as in 18:30.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    return time.fromisoformat(text)


def policy_name(text: str) -> str:
    """The name of built-in rules, or of a version of the bank's own, as in v3."""
    if not _POLICY.fullmatch(text):
        words = _("{text} names no rules; give standard, reseau, or a version such as v3.")
        raise argparse.ArgumentTypeError(words.format(text=text))
    return text


def add_step_free(parser: argparse.ArgumentParser) -> None:
    """One who comes cannot climb steps."""
    parser.add_argument(
        "--step-free",
        action="store_true",
        help=_("one who comes cannot climb steps: at the branch, only in a room without any"),
    )


def count(text: str) -> int:
    """A whole number that is not negative."""
    return _number(text, 0)


def one_or_more(text: str) -> int:
    """A whole number above zero."""
    return _number(text, 1)


def _number(text: str, least: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) < least:
        words = _("{text} is no whole number from {least} on.").format(text=text, least=least)
        raise argparse.ArgumentTypeError(words)
    return int(text)
