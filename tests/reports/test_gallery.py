"""Awkward cases, each made from a real store and looked at as a reader sees it.

`pytest tests/reports/test_gallery.py --gallery FOLDER` also writes every page as a picture.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from paper.awkward import CASES, Awkward, bank
from paper.reading import read
from poured import batches_of, pour

from advisor_app.domain.letters import LetterKind
from advisor_app.reports.papers import make_day_pack, make_letter, make_sheet
from advisor_app.services.desk import Desk
from advisor_app.services.letters import Letters
from advisor_app.services.setup import Setup
from advisor_app.services.sheets import Sheets
from advisor_app.storage.store import Store, create_store

NOW = datetime(2026, 5, 5, 8, 30, tzinfo=ZoneInfo("Europe/Paris"))
LETTER_KINDS = (LetterKind.APPOINTMENT, LetterKind.PROPOSAL)
# In points: what a printer cannot reach, and what two glyphs may share.
EDGE, TOUCH = 17.0, 1.5
LABELS, SMALLEST = {8.5}, 9.5
DOTS = 2.0


class Mark(NamedTuple):
    """A piece of text on a page: what it says and the box that its ink fills, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


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
    """Nothing too small, nothing off the paper, no two texts on one another, all embedded."""
    printed = read(pdf)
    assert printed.embedded
    assert all(size in LABELS or size >= SMALLEST for size in printed.sizes), sorted(printed.sizes)
    for page, size in pages_of(pdf):
        assert not list(misplaced(page, size))


def misplaced(page: list[Mark], size: tuple[float, float]) -> Iterator[str]:
    """What stands off the paper, or on something else."""
    wide, high = size
    for one in page:
        inside = one.left >= EDGE and one.right <= wide - EDGE
        if not (inside and one.bottom >= EDGE and one.top <= high - EDGE):
            yield f"off the paper: {one}"
    for one, other in combinations(page, 2):
        if on_one_another(one, other):
            yield f"on one another: {one}, {other}"


def on_one_another(one: Mark, other: Mark) -> bool:
    """Whether the ink of two texts shares more than a hair's breadth both ways."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return wide > TOUCH and high > TOUCH


def pages_of(pdf: bytes) -> Iterator[tuple[list[Mark], tuple[float, float]]]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        textpage = page.get_textpage()
        found = [
            Mark(text, *thing.get_bounds())
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
            if (text := textpage.get_text_bounded(*thing.get_bounds()).strip())
        ]
        yield found, page.get_size()
        textpage.close()
        page.close()
    document.close()


def test_what_is_off_the_paper_or_on_something_else_would_be_found() -> None:
    assert on_one_another(Mark("a", 10, 10, 50, 20), Mark("b", 45, 12, 80, 22))
    assert not on_one_another(Mark("a", 10, 10, 50, 20), Mark("b", 10, 20, 50, 30))
    found = list(misplaced([Mark("a", 2, 800, 30, 810), Mark("b", 40, 800, 90, 810)], (595, 842)))
    assert len(found) == 1
    assert "off the paper" in found[0]
