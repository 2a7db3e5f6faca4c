"""One of every kind of paper, from invented data."""

import io
from collections.abc import Callable
from datetime import date, datetime

from PIL import Image

from advisor_app.domain.bank_identity import BankIdentity, Logo
from advisor_app.domain.codes import Language
from advisor_app.domain.export import ExportTable
from advisor_app.domain.labels import LabelPlace, LabelSheet
from advisor_app.reports import daypack, handover, kpi_report, labels, sheet
from advisor_app.reports import letter as letters
from advisor_app.reports.joining import Leaf, joined
from advisor_app.reports.portfolio_list import list_pdf
from advisor_app.reports.sheet_data import Printing
from paper.samples import day_pack, fournier, invitation, letter

AT = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time
PRINTING = Printing("Claire Morvan", AT, AT.date())
ADDRESS = ("Odile Vasseur", "8 place du Marché", "35990 Villeneuve")


def handover_sheet() -> handover.HandoverData:
    lines = (
        handover.HandoverLine("Promised", ("a statement",)),
        handover.HandoverLine("Appreciates", ()),
    )
    return handover.HandoverData(Language.EN, "7F3K-2291", PRINTING, "Odile Vasseur", "B", lines)


def table(rows: int) -> ExportTable:
    return ExportTable("Liste", ("Client", "Ville"), [("Odile", date(2024, 1, 2))] * rows)


def figures() -> kpi_report.ReportData:
    lines = (
        kpi_report.ReportLine("Met", "57.3%", "55.7%", "> 50%", "201 of 351"),
        kpi_report.ReportLine("Declined", "0", "0", "", ""),
    )
    group = kpi_report.ReportGroup("The relation", lines)
    return kpi_report.ReportData(Language.EN, PRINTING, "Villeneuve", "351 households", (group,))


def identity(*, colours: bool = True) -> BankIdentity:
    """A bank with a logo, its own colour and a legal line."""
    png = io.BytesIO()
    Image.new("RGB" if colours else "L", (60, 40)).save(png, "PNG")
    ink = (0.07, 0.36, 0.33) if colours else None
    return BankIdentity("Banque de l’Orme", Logo(png.getvalue(), 60, 40), ink, "Société anonyme.")


def joined_day() -> bytes:
    """The cover, two sheets and the end of a day as the window saves them: one file."""
    day = day_pack()
    leaves = [
        Leaf("Couverture", daypack.render_cover(day)),
        *(Leaf(one.who, sheet.render(one.sheet)) for one in day.meetings[:2]),
        Leaf("Fin de journée", daypack.render_end(day)),
    ]
    return joined(leaves, "Fiches 23-04-2026", Language.FR)


PAPERS: dict[str, Callable[[], bytes]] = {
    "sheet": lambda: sheet.render(fournier()),
    "day pack": lambda: daypack.render(day_pack()),
    "cover": lambda: daypack.render_cover(day_pack()),
    "end of the day": lambda: daypack.render_end(day_pack()),
    "papers of a day as one file": joined_day,
    "letter": lambda: letters.render(letter())[0],
    "letter for older eyes": lambda: letters.render(letter(large=True))[0],
    "letter of a bank": lambda: letters.render(letter(bank=identity()))[0],
    "letter of a bank in black": lambda: letters.render(letter(bank=identity(colours=False)))[0],
    "invitation": lambda: letters.render(invitation())[0],
    "handover": lambda: handover.render(handover_sheet()),
    "report": lambda: kpi_report.render(figures()),
    "labels": lambda: labels.labels_pdf(
        [ADDRESS] * 15, LabelPlace(LabelSheet.FOURTEEN), Language.FR
    )[0],
    "list": lambda: list_pdf(table(60), PRINTING, Language.FR),
}
