"""Address labels: each in its place on the sheet, measured in the file."""

import pypdfium2
import pytest
from paper.hostile import HOSTILE
from paper.reading import read

from advisor_app.domain.codes import Language
from advisor_app.domain.labels import LABEL_GRIDS, LabelPlace, LabelSheet
from advisor_app.reports.labels import labels_pdf

MM = 72 / 25.4
A4_HEIGHT = 297 * MM


def addresses(count: int) -> list[tuple[str, ...]]:
    return [(f"Client {n:03}", "5 chemin des Saules", "35991 Saint-Aubin") for n in range(count)]


def places(data: bytes, word: str) -> list[tuple[int, float, float]]:
    """Page, distance from the left and from the top in millimetres, of every place of a word."""
    document, found = pypdfium2.PdfDocument(data), []
    for number, page in enumerate(document):
        text = page.get_textpage()
        search = text.search(word)
        while at := search.get_next():
            left, _bottom, _right, top = text.get_charbox(at[0])
            found.append((number, left / MM, (A4_HEIGHT - top) / MM))
        text.close()
        page.close()
    document.close()
    return found


@pytest.mark.parametrize("sheet", list(LabelSheet))
def test_every_label_lies_inside_its_own_field(sheet: LabelSheet) -> None:
    grid = LABEL_GRIDS[sheet]
    each = grid.columns * grid.rows
    data, pages = labels_pdf(addresses(each + 1), LabelPlace(sheet), Language.FR)
    assert pages == 2
    for number in range(each + 1):
        ((page, x, y),) = places(data, f"Client {number:03}")
        row, column = divmod(number % each, grid.columns)
        left = grid.left + column * (grid.width + grid.gap)
        top = grid.top + row * grid.height
        assert page == number // each
        assert left + 2 < x < left + grid.width / 2
        assert top + 2 < y < top + grid.height / 2


def test_grids_end_within_the_paper() -> None:
    for grid in LABEL_GRIDS.values():
        right = grid.left + grid.columns * grid.width + (grid.columns - 1) * grid.gap
        assert right <= 210 - grid.left + 0.5
        assert grid.top + grid.rows * grid.height <= 297 - grid.top + 0.5


def test_a_sheet_already_begun_goes_on_at_its_first_free_label() -> None:
    place = LabelPlace(LabelSheet.TWENTY_ONE, first=21)
    data, pages = labels_pdf(addresses(2), place, Language.FR)
    assert pages == len(read(data).pages) == 2
    ((_page, x, _y),) = places(data, "Client 000")
    assert x > 130


def test_a_shift_moves_everything_by_so_much() -> None:
    usual, _ = labels_pdf(addresses(1), LabelPlace(LabelSheet.FOURTEEN), Language.FR)
    moved, _ = labels_pdf(
        addresses(1), LabelPlace(LabelSheet.FOURTEEN, right=1.5, down=-2), Language.FR
    )
    ((_, x, y),), ((_, x2, y2),) = places(usual, "Client 000"), places(moved, "Client 000")
    assert (x2 - x, y2 - y) == (pytest.approx(1.5, abs=0.01), pytest.approx(-2, abs=0.01))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text(text: str) -> None:
    data, pages = labels_pdf([(text, text)], LabelPlace(LabelSheet.TWENTY_FOUR), Language.NL)
    assert len(read(data).pages) == pages == 1


LONG = (
    "Madame Marie-Antoinette de la Tour d’Auvergne-Lauraguais",
    "Résidence des Grands-Augustins, bâtiment C",
    "127 bis avenue du Maréchal-de-Lattre-de-Tassigny",
    "35990 Saint-Rémy-en-Bouzemont",
)


@pytest.mark.parametrize("sheet", list(LabelSheet))
def test_a_long_address_is_never_cut_and_stays_on_its_label(sheet: LabelSheet) -> None:
    grid = LABEL_GRIDS[sheet]
    pdf, pages = labels_pdf([LONG, LONG], LabelPlace(sheet), Language.FR)
    page = pypdfium2.PdfDocument(pdf)[0]
    words = page.get_textpage()
    text = words.get_text_range()
    found = "".join(char for char in text if char.isalnum())
    assert found == "".join(char for line in LONG * 2 for char in line if char.isalnum())
    boxes = [words.get_charbox(at) for at in range(words.count_chars()) if text[at].strip()]
    half = [box for box in boxes if box[0] < (grid.left + grid.width + grid.gap / 2) * MM]
    assert len(half) == len(boxes) / 2
    height = page.get_height()
    assert max(box[2] for box in half) <= (grid.left + grid.width - 4) * MM
    assert min(height - box[3] for box in half) >= (grid.top + 1.5) * MM
    assert max(height - box[1] for box in half) <= (grid.top + grid.height - 1.5) * MM
    assert pages == 1


def test_of_an_address_that_no_label_holds_the_town_stays() -> None:
    address = ("Anne " * 40, "bâtiment " * 20, "avenue " * 20, "35990 Aure")
    text = read(labels_pdf([address], LabelPlace(LabelSheet.TWENTY_FOUR), Language.FR)[0]).text
    assert "35990 Aure" in text
