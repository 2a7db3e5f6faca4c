"""`export`: a list of the portfolio as a file for a spreadsheet, for a purpose that is kept."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.paper_file import add_protection, asked_passphrase, save_paper
from advisor_app.cli.papers import printer_of
from advisor_app.domain.codes import Segment
from advisor_app.domain.portfolio import Facet, PortfolioOrder, PortfolioQuestion
from advisor_app.domain.portfolio_view import (
    FIRST_COLUMNS,
    ExportNeedsAPurpose,
    PortfolioColumn,
    PortfolioView,
)
from advisor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.portfolio import PortfolioRow

# Households read at once.
_PART = 500
_FORMS = ("xlsx", "csv", "pdf")


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    add_arguments(
        commands.add_parser("export", help=_("save a list of the portfolio, or print it"))
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which households, which columns, what for, and where to."""
    segments = [one.value for one in Segment if one is not Segment.SENIOR]
    parser.add_argument(
        "--filter",
        action="append",
        default=[],
        choices=[one.value for one in Facet],
        help=_("only these households; may be given several times"),
    )
    parser.add_argument("--words", default="", help=_("beginnings of names, towns or projects"))
    parser.add_argument("--project", metavar="CODE", help=_("only with this project"))
    parser.add_argument("--segment", choices=segments, help=_("only of this segment"))
    parser.add_argument("--view", metavar="NAME", help=_("a saved view, instead of filters"))
    parser.add_argument(
        "--columns", type=columns, metavar="A,B,...", help=_("which columns, in which order")
    )
    parser.add_argument(
        "--sort",
        choices=[one.value for one in PortfolioOrder],
        default=PortfolioOrder.NAME.value,
        help=_("in which order"),
    )
    parser.add_argument("--purpose", required=True, metavar="TEXT", help=_("what the file is for"))
    parser.add_argument("--out", type=export_path, required=True, metavar="FILE")
    add_protection(parser)
    parser.set_defaults(run=lambda access, arguments: run(access, arguments, parser))


def columns(text: str) -> tuple[PortfolioColumn, ...]:
    """Columns by their names, with commas between."""
    try:
        return tuple(dict.fromkeys(PortfolioColumn(one.strip()) for one in text.split(",")))
    except ValueError:
        known = ", ".join(one.value for one in PortfolioColumn)
        words = _("{text} names no columns; choose among {known}.").format(text=text, known=known)
        raise argparse.ArgumentTypeError(words) from None


def export_path(text: str) -> Path:
    """A file whose name tells its form."""
    path = Path(text)
    if path.suffix.lower().lstrip(".") not in _FORMS:
        words = _("{path} must end in .xlsx, .csv or .pdf.").format(path=text)
        raise argparse.ArgumentTypeError(words)
    return path


def run(access: Access, arguments: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Put the export on the trail, and write the file."""
    if arguments.protect_with is not None and arguments.out.suffix.lower() != ".pdf":
        parser.error(_("--protect-with locks a PDF only: give --out a name that ends in .pdf."))
    if not arguments.purpose.strip():
        raise ExportNeedsAPurpose
    with access.services() as services:
        view = _view(services, arguments)
        rows = _rows(services, view.question)
        _write(services, arguments, view, rows)
    words = ngettext(
        "{count} household was saved: {path}", "{count} households were saved: {path}", len(rows)
    )
    print(words.format(count=len(rows), path=arguments.out))
    return 0


def _view(services: "Services", arguments: argparse.Namespace) -> PortfolioView:
    if arguments.view:
        return services.portfolio_views.named(arguments.view)
    question = PortfolioQuestion(
        words=arguments.words,
        facets=frozenset(Facet(one) for one in arguments.filter),
        project=arguments.project,
        segment=Segment(arguments.segment) if arguments.segment else None,
        order=PortfolioOrder(arguments.sort),
    )
    return PortfolioView("", question)


def _rows(services: "Services", question: PortfolioQuestion) -> "list[PortfolioRow]":
    keys = services.portfolio.keys(question).keys
    parts = (keys[first : first + _PART] for first in range(0, len(keys), _PART))
    return [row for part in parts for row in services.portfolio.rows(part, threads=False)]


def _write(
    services: "Services",
    arguments: argparse.Namespace,
    view: PortfolioView,
    rows: "list[PortfolioRow]",
) -> None:
    from advisor_app.exchange.export_file import FORMS
    from advisor_app.i18n import language
    from advisor_app.i18n.portfolio_columns import export_table
    from advisor_app.playbooks.projects import life_projects
    from advisor_app.reports.portfolio_list import list_pdf
    from advisor_app.reports.sheet_data import Printing
    from advisor_app.services.exports import export_of

    form = arguments.out.suffix.lower().lstrip(".")
    shown = arguments.columns or (view.columns.shown if arguments.view else FIRST_COLUMNS)
    names = {code: one.label.in_language(language()) for code, one in life_projects().items()}
    table = export_table(rows, shown, names, services.today())
    if form == "pdf":
        printing = Printing(printer_of(services) or "", services.now(), services.today())
        locked = asked_passphrase(services, arguments)
        data = list_pdf(table, printing, language())
    else:
        locked, data = None, FORMS[form](table)
    told = export_of(view.question, rows, arguments.purpose, form)
    services.exports.hand_out(told, rows, lambda: save_paper(arguments.out, data, locked))
