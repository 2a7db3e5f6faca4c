"""Awkward cases, each made from a real store and looked at as a reader sees it.

`pytest tests/reports/test_gallery.py --gallery FOLDER` also writes every page as a picture.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from paper.awkward import CASES, LONG, PEOPLE, Awkward, bank
from paper.measuring import Place, Sheet, opened, rows, sheets, told
from paper.reading import read
from poured import batches_of, pour

from advisor_app.domain.client_events import ClientEvent, Invitation
from advisor_app.domain.codes import Language
from advisor_app.domain.export import ExportTable
from advisor_app.domain.letters import LetterKind
from advisor_app.reports.papers import (
    make_day_pack,
    make_handover,
    make_invitation,
    make_letter,
    make_report,
    make_sheet,
)
from advisor_app.reports.portfolio_list import list_pdf
from advisor_app.reports.sheet_data import Printing
from advisor_app.services.desk import Desk
from advisor_app.services.kpis import KpiReports
from advisor_app.services.letters import Letters
from advisor_app.services.setup import Setup
from advisor_app.services.sheets import Sheets
from advisor_app.storage.store import Store, create_store

NOW = datetime(2026, 5, 5, 8, 30, tzinfo=ZoneInfo("Europe/Paris"))
LETTER_KINDS = (LetterKind.APPOINTMENT, LetterKind.PROPOSAL)
EVENT = ClientEvent(
    theme="energy_works",
    title="",
    day=date(2026, 6, 4),
    start=time(18, 30),
    end=time(20),
    speakers="Marie-Antoinette de la Tour d’Auvergne-Lauraguais, conseillère en rénovation",
    seats=30,
    reply_by=date(2026, 5, 28),
)
# In points, as the sizes: what a printer cannot reach.
EDGE = 17.0
LABELS, SMALLEST = {8.5}, 9.5
DOTS = 2.0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store: Store = create_store(tmp_path_factory.mktemp("gallery") / "bank.store", "long enough")
    desk = Desk(store, lambda: NOW)
    Setup(desk).initialise("Home", "FR")
    pour(store, batches_of(*bank()), NOW.date())
    yield desk
    store.close()


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    folder = request.config.getoption("--gallery")
    return None if folder is None else Path(folder)


def test_the_gallery_is_large_enough() -> None:
    assert len({one.name for one in CASES}) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sheet_is_two_pages_on_which_all_can_be_read(
    desk: Desk, case: Awkward, pictures: Path | None
) -> None:
    briefing = Sheets(desk).for_appointment(case.appointment)
    pdf = make_sheet(briefing, NOW, case.language).pdf
    show(pdf, case.name, pictures)
    assert len(read(pdf).pages) == 2
    well_printed(pdf)


@pytest.mark.parametrize("kind", LETTER_KINDS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_letter_can_be_read(
    desk: Desk, case: Awkward, kind: LetterKind, pictures: Path | None
) -> None:
    briefing = Letters(desk, Sheets(desk)).for_appointment(case.appointment, kind)
    pdf = make_letter(briefing, kind, NOW.date(), language=case.language).pdf
    show(pdf, f"{case.name} {kind}", pictures)
    assert len(read(pdf).pages) <= 2
    well_printed(pdf)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_invitation_can_be_read(desk: Desk, case: Awkward, pictures: Path | None) -> None:
    whom = [one.ref for one in Sheets(desk).for_appointment(case.appointment).clients]
    briefing = Sheets(desk).for_clients(whom)
    pdf = make_invitation(Invitation(briefing, EVENT, None), NOW.date(), case.language).pdf
    show(pdf, f"{case.name} invitation", pictures)
    assert len(read(pdf).pages) == 1
    well_printed(pdf)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_handover_sheet_can_be_read(desk: Desk, case: Awkward, pictures: Path | None) -> None:
    briefing = Sheets(desk).for_appointment(case.appointment)
    pdf = make_handover(briefing, NOW, case.language).pdf
    show(pdf, f"{case.name} handover", pictures)
    assert len(read(pdf).pages) == 1
    well_printed(pdf)


@pytest.mark.parametrize("language", list(Language))
def test_the_figures_of_a_branch_can_be_read(
    desk: Desk, language: Language, pictures: Path | None
) -> None:
    report = KpiReports(desk).of_branch("B1", date(2026, 1, 1), date(2026, 3, 31))
    pdf = make_report(report, NOW, language, "Ada").pdf
    show(pdf, f"report {language}", pictures)
    assert len(read(pdf).pages) == 1
    well_printed(pdf)


@pytest.mark.parametrize("language", list(Language))
def test_a_list_of_many_pages_has_its_headings_on_each_and_every_row_once(
    language: Language, pictures: Path | None
) -> None:
    names = [f"{one.first_name or ''} {one.last_name}".strip() for one in PEOPLE.values()]
    rows = [
        (f"{number:04}", names[number % len(names)], date(2026, 1, 1), LONG, "90", None, "B")
        for number in range(205)
    ]
    headings = ("Nr", "Kunde", "Wann", "Thema", "Tage", "Ort", "Art")
    pdf = list_pdf(ExportTable("Liste", headings, rows), Printing("Ada", NOW, NOW.date()), language)
    show(pdf, f"list {language}", pictures)
    pages = read(pdf).pages
    assert len(pages) > 4
    assert all(heading in page for page in pages for heading in headings)
    found = [word for page in pages for word in page.split() if len(word) == 4 and word.isdigit()]
    assert [word for word in found if word < "0205"] == [row[0] for row in rows]
    well_printed(pdf)


@pytest.mark.parametrize("day", [date(2026, 6, 1), date(2026, 7, 3), date(2026, 8, 5)])
def test_a_day_pack_can_be_read(desk: Desk, day: date, pictures: Path | None) -> None:
    pack = Sheets(desk).for_day("A1", day)
    pdf = make_day_pack(pack, NOW, CASES[0].language).pdf
    show(pdf, f"day pack {day}", pictures)
    well_printed(pdf)


def show(pdf: bytes, name: str, folder: Path | None) -> None:
    """Write the pages as pictures, where they were asked for."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        page.render(scale=DOTS).to_pil().save(folder / f"{name} {number}.png")
        page.close()
    document.close()


def well_printed(pdf: bytes) -> None:
    """Nothing too small, off the paper, on something else or torn, and no heading left alone."""
    printed = read(pdf)
    assert printed.embedded
    assert all(size in LABELS or size >= SMALLEST for size in printed.sizes), sorted(printed.sizes)
    for page in sheets(pdf):
        assert page.outside(EDGE) == []
        assert page.overlaps() == []
    with opened(pdf) as file:
        assert all(len(pages) <= 1 for pages in rows(file))
        elements = told(file)
    for one, following in pairwise([*elements, None]):
        alone = following is None or following.page != one.page
        assert not (one.role == "/H2" and alone), one


def test_what_is_off_the_paper_or_on_something_else_would_be_found() -> None:
    page = Sheet(
        595, 842, (Place(2, 800, 30, 810), Place(40, 800, 90, 810), Place(85, 805, 99, 815))
    )
    assert page.outside(EDGE) == [page.places[0]]
    assert page.overlaps() == [page.places[1:]]
