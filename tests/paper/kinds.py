"""One of every kind of paper, from invented data."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from PIL import Image

from advisor_app.domain.bank_identity import BankIdentity, Logo
from advisor_app.domain.codes import Language
from advisor_app.domain.export import ExportTable
from advisor_app.domain.labels import LabelPlace, LabelSheet
from advisor_app.reports import daypack, handover, kpi_report, labels, sheet
from advisor_app.reports import letter as letters
from advisor_app.reports.daypack_data import DayPackData
from advisor_app.reports.joining import Leaf, joined
from advisor_app.reports.letter_data import LetterData
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


def joined_day(day: DayPackData) -> bytes:
    """The cover, two sheets and the end of a day as the window saves them: one file."""
    leaves = [
        Leaf("Couverture", daypack.render_cover(day)),
        *(Leaf(one.who, sheet.render(one.sheet)) for one in day.meetings[:2]),
        Leaf("Fin de journée", daypack.render_end(day)),
    ]
    return joined(leaves, "Fiches 23-04-2026", day.language)


@dataclass(frozen=True)
class Addresses:
    """What a sheet of labels is made of."""

    addresses: tuple[tuple[str, ...], ...]
    language: Language = Language.FR


def table_pdf(printed: "Listed") -> bytes:
    return list_pdf(printed.table, printed.printing, printed.language)


@dataclass(frozen=True)
class Listed:
    """What a list is made of."""

    table: ExportTable
    printing: Printing = PRINTING
    language: Language = Language.FR


def label_pdf(of: Addresses) -> bytes:
    return labels.labels_pdf(of.addresses, LabelPlace(LabelSheet.FOURTEEN), of.language)[0]


def letter_pdf(data: LetterData) -> bytes:
    return letters.render(data)[0]


class Kind(NamedTuple):
    """A kind of paper: what it is made of, with its `language`, and what makes it."""

    data: Any
    make: Callable[[Any], bytes]

    def pdf(self, language: Language) -> bytes:
        """It in a language; what is said of the invented people stays in French."""
        return self.make(replace(self.data, language=language))


KINDS: dict[str, Kind] = {
    "sheet": Kind(fournier(), sheet.render),
    "day pack": Kind(day_pack(), daypack.render),
    "cover": Kind(day_pack(), daypack.render_cover),
    "end of the day": Kind(day_pack(), daypack.render_end),
    "papers of a day as one file": Kind(day_pack(), joined_day),
    "letter": Kind(letter(), letter_pdf),
    "letter for older eyes": Kind(letter(large=True), letter_pdf),
    "letter of a bank": Kind(letter(bank=identity()), letter_pdf),
    "letter of a bank in black": Kind(letter(bank=identity(colours=False)), letter_pdf),
    "invitation": Kind(invitation(), letter_pdf),
    "handover": Kind(handover_sheet(), handover.render),
    "report": Kind(figures(), kpi_report.render),
    "labels": Kind(Addresses((ADDRESS,) * 15), label_pdf),
    "list": Kind(Listed(table(60)), table_pdf),
}
PAPERS: dict[str, Callable[[], bytes]] = {
    name: partial(kind.make, kind.data) for name, kind in KINDS.items()
}
