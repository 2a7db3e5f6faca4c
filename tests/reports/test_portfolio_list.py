"""The portfolio as a list on paper: every row, its headings on each page, nothing a formula or markup."""

from datetime import date, datetime

import pytest
from paper.hostile import HOSTILE
from paper.reading import read

from advisor_app.domain.codes import Language
from advisor_app.domain.export import ExportTable
from advisor_app.reports.portfolio_list import list_pdf
from advisor_app.reports.sheet_data import Printing

AT = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time
PRINTING = Printing("Claire Morvan", AT, AT.date())


def table(rows: int, name: str = "Client") -> ExportTable:
    return ExportTable(
        "Portefeuille",
        ("Référence", "Client", "Rencontre", "Projets"),
        [(f"C{n:04}", f"{name} {n}", date(2024, 1, 2), None) for n in range(rows)],
    )


@pytest.mark.parametrize("rows", [0, 1, 28, 200])
def test_every_row_is_printed_and_every_page_has_the_headings(rows: int) -> None:
    printed = read(list_pdf(table(rows), PRINTING, Language.FR))
    assert all(f"C{n:04}" in printed.text for n in range(rows))
    assert all("Référence" in page and "Claire Morvan" in page for page in printed.pages)
    assert printed.pages[-1].count(f"{len(printed.pages)} / {len(printed.pages)}") == 1
    ((width, height),) = printed.boxes
    assert (width, height) == (pytest.approx(841.89, abs=0.1), pytest.approx(595.28, abs=0.1))


def test_days_are_written_as_the_language_writes_them() -> None:
    assert "02/01/2024" in read(list_pdf(table(1), PRINTING, Language.FR)).text
    assert "02.01.2024" in read(list_pdf(table(1), PRINTING, Language.DE)).text


def test_an_appointment_has_its_day_and_hour_as_the_language_writes_them() -> None:
    moment = datetime(2026, 5, 5, 9, 30)  # noqa: DTZ001 wall time
    booked = ExportTable("Portefeuille", ("Rendez-vous",), [(moment,)])
    french = read(list_pdf(booked, PRINTING, Language.FR)).text
    assert "05/05/2026 9 h 30" in french.replace("\N{NO-BREAK SPACE}", " ")
    assert "05.05.2026 09:30" in read(list_pdf(booked, PRINTING, Language.DE)).text


def test_same_table_gives_same_bytes() -> None:
    assert list_pdf(table(50), PRINTING, Language.EN) == list_pdf(table(50), PRINTING, Language.EN)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_its_row(text: str) -> None:
    printed = read(list_pdf(table(3, text), PRINTING, Language.EN))
    assert len(printed.pages) == 1
    assert printed.embedded


def test_wide_columns_give_way_and_no_text_leaves_the_paper() -> None:
    wide = ExportTable("Liste", tuple("ABCDEFGH"), [tuple("mot " * 40 for _ in range(8))])
    printed = read(list_pdf(wide, PRINTING, Language.FR))
    assert printed.text.count("…") == 8


def test_a_long_cell_takes_a_second_line_and_no_row_leaves_its_page() -> None:
    projects = "Achat de la résidence principale (septembre 2026), Préparer la transmission (2031)"
    town, call = "Villeneuve-sur-Aure", "04 65 71 20 20"
    names = [f"Client numéro {n}" for n in range(60)]
    wide = ExportTable(
        "Liste",
        ("Client", "Rencontre", "Ville", "Téléphone", "Réf.", "Projets", "Rendez-vous"),
        [(name, date(2024, 1, 2), town, call, "C000001", projects, "5 mai 9 h") for name in names],
    )
    printed = read(list_pdf(wide, PRINTING, Language.FR))
    assert "…" not in printed.text
    words = " ".join(printed.text.split())
    assert all(name in words for name in names)
    assert len(printed.pages) > 2
