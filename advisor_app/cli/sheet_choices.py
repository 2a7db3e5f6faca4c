"""What stands on a sheet that the command line makes; what the window remembers changes nothing here."""

import argparse

from advisor_app.domain.sheet_choices import SheetBlock, SheetChoices
from advisor_app.i18n import _


def add_choices(parser: argparse.ArgumentParser) -> None:
    """What is left out of the sheets, and what is hidden on them."""
    words = _("blocks to leave out of a sheet, joined by commas: {blocks}").format(
        blocks=_known_blocks()
    )
    parser.add_argument(
        "--without", type=blocks, default=frozenset(), metavar=_("BLOCKS"), help=words
    )
    parser.add_argument(
        "--hide-amounts",
        action="store_true",
        help=_("hide every sum of money, for a paper that others may see"),
    )
    parser.add_argument(
        "--initials",
        action="store_true",
        help=_("name clients and their households by their initials only, for a home visit"),
    )


def blocks(text: str) -> frozenset[SheetBlock]:
    """Blocks joined by commas, as in thread,figures."""
    known = {one.value: one for one in SheetBlock}
    named = [one.strip() for one in text.split(",")]
    for one in named:
        if one not in known:
            words = _("{text} is no block of a sheet; give some of {blocks}, joined by commas.")
            told = words.format(text=one or text, blocks=_known_blocks())
            raise argparse.ArgumentTypeError(told)
    return frozenset(known[one] for one in named)


def choices_of(arguments: argparse.Namespace) -> SheetChoices:
    """What was chosen."""
    return SheetChoices(arguments.without, arguments.hide_amounts, arguments.initials)


def _known_blocks() -> str:
    return ", ".join(one.value for one in SheetBlock)
