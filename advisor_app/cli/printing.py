"""`print`: every paper of the program, saved to a file to be printed."""

import argparse
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.export import add_arguments as add_list
from advisor_app.cli.invitation import add_invitation
from advisor_app.cli.kpi_report import add_report
from advisor_app.cli.options import one_or_more
from advisor_app.cli.paper_file import asked_passphrase, save_paper
from advisor_app.cli.papers import (
    add_brief,
    add_daypack,
    add_file,
    paper_language,
    printer_of,
)
from advisor_app.domain.codes import Language
from advisor_app.domain.labels import LABEL_GRIDS, LabelPlace, LabelSheet
from advisor_app.domain.letters import ABOUT_AN_APPOINTMENT, LetterKind
from advisor_app.i18n import N_, _

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands

_LETTERS = {
    LetterKind.PROPOSAL: N_("the letter that proposes a meeting"),
    LetterKind.APPOINTMENT: N_("the letter about an appointment that is agreed"),
    LetterKind.INTRODUCTION: N_("the letter that introduces a new advisor, signed by both"),
    LetterKind.SUMMARY: N_("the letter after a meeting, from what was kept of it"),
    LetterKind.MISSED: N_("the letter after a missed appointment"),
    LetterKind.CONDOLENCE: N_("the letter of condolence"),
    LetterKind.REMINDER: N_("the reminder of the day before"),
}


def add_parser(commands: "Commands") -> None:
    """Describe the command, a document each."""
    parser = commands.add_parser("print", help=_("save any paper of the program, to be printed"))
    papers = parser.add_subparsers(dest="document", required=True, metavar=_("DOCUMENT"))
    add_brief(papers.add_parser("sheet", help=_("the briefing sheet of a meeting")))
    add_daypack(papers.add_parser("day-pack", help=_("the day pack of an advisor")))
    for kind, words in _LETTERS.items():
        _add_letter(papers.add_parser(kind.value, help=_(words)), kind)
    invitation = _("the letter that invites to an event at the branch")
    add_invitation(papers.add_parser(LetterKind.INVITATION.value, help=invitation))
    _add_handover(papers.add_parser("handover", help=_("what a successor must know, on one page")))
    _add_labels(papers.add_parser("labels", help=_("address labels on a sheet")))
    add_report(papers.add_parser("report", help=_("the figures of a portfolio, on one page")))
    add_list(papers.add_parser("list", help=_("a list of the portfolio")))


def _add_letter(parser: argparse.ArgumentParser, kind: LetterKind) -> None:
    about = "--appointment" if kind in ABOUT_AN_APPOINTMENT else "--client"
    parser.add_argument(about, dest="ref", required=True, metavar="REF")
    if kind is LetterKind.CONDOLENCE:
        parser.add_argument("--person", required=True, metavar=_("NAME"), help=_("who died"))
    add_file(parser)
    parser.set_defaults(run=run_letter, person="")


def _add_handover(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--client", required=True, metavar="REF")
    add_file(parser)
    parser.set_defaults(run=run_handover)


def _add_labels(parser: argparse.ArgumentParser) -> None:
    whom = _("a client's reference, or a couple's joined by |; may be given several times")
    parser.add_argument("--client", action="append", required=True, metavar="REF", help=whom)
    sheets = [one.value for one in LabelSheet]
    parser.add_argument("--sheet", choices=sheets, default=sheets[0], help=_("labels on a sheet"))
    parser.add_argument("--first", type=one_or_more, default=1, help=_("the first free label"))
    parser.add_argument("--right", type=millimetres, default=0.0, help=_("shift, in millimetres"))
    parser.add_argument("--down", type=millimetres, default=0.0, help=_("shift, in millimetres"))
    add_file(parser)
    parser.set_defaults(run=run_labels)


def millimetres(text: str) -> float:
    """A shift of at most 20 mm either way."""
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = float("nan")
    if not -20 <= found <= 20:  # noqa: PLR2004 what printers are off by, and far more
        words = _("{text} is no shift; give millimetres from -20 to 20.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    return found


def run_letter(access: Access, arguments: argparse.Namespace) -> int:
    """Save a letter in the client's language, unless told, and record it."""
    from advisor_app.reports.papers import make_letter, make_summary

    kind = LetterKind(arguments.document)
    chosen = Language(arguments.language) if arguments.language else None
    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        find = services.letters
        of = find.for_appointment if kind in ABOUT_AN_APPOINTMENT else find.for_client
        briefing = of(arguments.ref, kind)
        today, person = services.now().date(), arguments.person
        if kind is LetterKind.SUMMARY:
            paper = make_summary(briefing, services.summaries.kept(arguments.ref), today, chosen)
        else:
            paper = make_letter(briefing, kind, today, language=chosen, person=person)
        save_paper(arguments.out, paper.pdf, locked)
        services.letters.printed(briefing, kind, paper.pages)
    print(_("The letter was saved: {path}").format(path=arguments.out))
    return 0


def run_handover(access: Access, arguments: argparse.Namespace) -> int:
    """Save a handover sheet, and record it."""
    from advisor_app.reports.papers import make_handover

    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        briefing = services.handovers.sheet(arguments.client)
        language = paper_language(arguments)
        paper = make_handover(briefing, services.now(), language, printer_of(services))
        save_paper(arguments.out, paper.pdf, locked)
        services.handovers.printed(briefing)
    print(_("The handover sheet was saved: {path}").format(path=arguments.out))
    return 0


def run_labels(access: Access, arguments: argparse.Namespace) -> int:
    """Save address labels, and record for whom."""
    from advisor_app.reports.papers import make_labels

    place = LabelPlace(
        LabelSheet(arguments.sheet),
        _label(arguments.first, LabelSheet(arguments.sheet)),
        arguments.right,
        arguments.down,
    )
    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        addressed = services.letters.addressees(arguments.client)
        paper = make_labels(addressed, place, paper_language(arguments))
        save_paper(arguments.out, paper.pdf, locked)
        services.letters.labels_printed(addressed)
    print(_("The labels were saved: {path}").format(path=arguments.out))
    return 0


def _label(number: int, sheet: LabelSheet) -> int:
    """The label's place on its sheet, whatever number was given."""
    grid = LABEL_GRIDS[sheet]
    return (number - 1) % (grid.columns * grid.rows) + 1
