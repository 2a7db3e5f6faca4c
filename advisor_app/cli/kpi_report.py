"""`print report`: the figures of an advisor or a branch, saved to be printed."""

import argparse

from advisor_app.cli.access import Access
from advisor_app.cli.options import day
from advisor_app.cli.paper_file import asked_passphrase, save_paper
from advisor_app.cli.papers import add_file, paper_language, printer_of
from advisor_app.domain.kpis.asked import ReportPurpose
from advisor_app.domain.portfolio_view import ExportNeedsAPurpose
from advisor_app.i18n import _


def add_report(parser: argparse.ArgumentParser) -> None:
    """What a report needs to know."""
    first, last = _("the first day that counts"), _("the last day that counts")
    parser.add_argument("--from", dest="first", type=day, required=True, metavar="DATE", help=first)
    parser.add_argument("--to", dest="last", type=day, required=True, metavar="DATE", help=last)
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument("--advisor", metavar="REF")
    branch = _("without it and without an advisor: the branch of who works here")
    whom.add_argument("--branch", metavar="REF", help=branch)
    known = ", ".join(one.value for one in ReportPurpose)
    purpose = _("what it is for, as the trail keeps it: {known}, or words").format(known=known)
    parser.add_argument(
        "--purpose", default=ReportPurpose.REVIEW.value, metavar="TEXT", help=purpose
    )
    add_file(parser)
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Save a report, and record it."""
    from advisor_app.reports.papers import make_report

    if not arguments.purpose.strip():
        raise ExportNeedsAPurpose
    with access.services() as services:
        locked = asked_passphrase(services, arguments)
        days, find = (arguments.first, arguments.last), services.kpi_reports
        if arguments.advisor is not None:
            report = find.of_advisor(arguments.advisor, *days)
        else:
            report = find.of_branch(arguments.branch, *days)
        language = paper_language(arguments)
        paper = make_report(report, services.now(), language, printer_of(services))
        save_paper(arguments.out, paper.pdf, locked)
        find.printed(report, arguments.purpose)
    print(_("The report was saved: {path}").format(path=arguments.out))
    return 0
