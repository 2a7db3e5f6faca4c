"""A letter is one page: what it asks for fits under the address, in every language and type."""

from dataclasses import replace
from datetime import date, time

import pypdfium2
import pytest
from paper.reading import read
from paper.samples import letter
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Access, Briefing
from advisor_app.domain.client_events import ClientEvent
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import LetterKind
from advisor_app.i18n import speaking
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.letter import render
from advisor_app.reports.letter_box import event_fields
from advisor_app.reports.letter_words import gather_letter
from advisor_app.storage.store import Store

MM = 72 / 25.4
PATH = pypdfium2.raw.FPDF_PAGEOBJ_PATH
# The window of a French DL envelope (110 by 220) is 100 by 45 millimetres, 20 from the right and from
# the bottom. A sheet folded in three is 99 high, and slides by 11: the window shows always what lies
# from 45 to 79 of the page, and now and then what lies from 34 to 90.
LEFT, RIGHT = 100.0, 200.0
ALWAYS, EVER = (45.0, 79.0), (34.0, 90.0)


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def fourniers(services: Services, bank: Bank) -> Briefing:
    """Both, to be met at the branch; everything that a letter can say is known."""
    assert bank.keys
    both = services.sheets.for_appointment("RV1")
    assert both.visit is not None
    assert both.branch is not None
    advisor = replace(both.advisor, phone="04 65 71 00 12", email="claire.morvan@banque.example")
    branch = replace(both.branch, name="Agence de Villeneuve", street="12 place du Marché")
    visit = replace(both.visit, access=Access.STEP_FREE)
    return replace(both, advisor=advisor, branch=branch, visit=visit)


def about(briefing: Briefing, code: str, birth: date) -> Briefing:
    assert briefing.visit is not None
    clients = tuple(replace(one, birth_date=birth) for one in briefing.clients)
    visit = replace(briefing.visit, project=None, suggested=code)
    return replace(briefing, clients=clients, visit=visit)


@pytest.mark.parametrize("birth", [date(1990, 1, 1), date(1950, 1, 1)])
def test_an_appointment_letter_with_all_its_documents_is_one_page(
    fourniers: Briefing, birth: date
) -> None:
    most = [code for code, one in life_projects().items() if len(one.documents) >= 7]
    assert len(most) > 5
    for code in most:
        for language in Language:
            data = gather_letter(
                about(fourniers, code, birth), LetterKind.APPOINTMENT, date(2026, 4, 1),
                chosen=language,
            )  # fmt: skip
            assert data.large is (birth.year == 1950)
            pdf, pages = render(data)
            assert pages == 1, (code, language)
            assert data.signatures[0] in read(pdf).pages[0]


def test_a_short_letter_keeps_its_air() -> None:
    few, many = letter(), letter(parts=letter().parts * 3)
    assert render(few)[1] == 1
    tops = [_top(render(one)[0], one.greeting) for one in (few, many)]
    assert tops[0] == pytest.approx(tops[1], abs=6)


def _place(pdf: bytes, text: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text on the first page, in millimetres from its corner."""
    page = pypdfium2.PdfDocument(pdf)[0]
    words = page.get_textpage()
    found = words.search(text).get_next()
    assert found is not None, text
    first, count = found
    boxes = [words.get_charbox(at) for at in range(first, first + count)]
    height = page.get_height()
    return (
        min(box[0] for box in boxes) / MM,
        (height - max(box[3] for box in boxes)) / MM,
        max(box[2] for box in boxes) / MM,
        (height - min(box[1] for box in boxes)) / MM,
    )


def _top(pdf: bytes, text: str) -> float:
    return _place(pdf, text)[1]


def test_the_address_shows_whole_in_the_envelopes_window() -> None:
    address = ("Madame Marie-Antoinette Delaunay", "Bâtiment C", "8 rue des Tilleuls", "35990 Aure")
    pdf = render(letter(address=address))[0]
    for line in address:
        left, top, right, bottom = _place(pdf, line)
        assert left >= LEFT + 5, line
        assert right <= RIGHT - 5, line
        assert ALWAYS[0] <= top, line
        assert bottom <= ALWAYS[1], line


def test_nothing_but_the_address_shows_in_the_window() -> None:
    data = letter()
    pdf = render(data)[0]
    for text in (*data.letterhead, *data.sender, data.place_and_date):
        left, top, right, bottom = _place(pdf, text)
        beside = right < LEFT or left > RIGHT
        assert beside or bottom < EVER[0] or top > EVER[1], text


def test_the_folds_are_at_the_thirds_and_cross_no_line_of_the_head() -> None:
    data = letter()
    pdf = render(data)[0]
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height() / MM
    drawn = [one.get_bounds() for one in page.get_objects() if one.type == PATH]
    marks = [
        height - top / MM for left, _bottom, right, top in drawn if right < 11 * MM and left > 0
    ]
    assert [round(one) for one in sorted(marks)] == [99, 198]
    assert _place(pdf, data.place_and_date)[3] < 99 < _place(pdf, data.subject[:12])[1]


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "projet : première"), ("en", "project: first"), ("nl", "project: eerste")],
)
def test_a_project_within_a_sentence_begins_small(
    fourniers: Briefing, language: str, said: str
) -> None:
    data = gather_letter(
        fourniers, LetterKind.APPOINTMENT, date(2026, 4, 1), chosen=Language(language)
    )
    text = " ".join(read(render(data)[0]).text.split())
    assert said in text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_title_of_an_event_stands_in_the_marks_of_its_language() -> None:
    event = ClientEvent(
        "", "Ma retraite", date(2026, 5, 21), time(18), time(20), "Ada Roux", 20, date(2026, 5, 14),
    )  # fmt: skip
    marks = {}
    for language in Language:
        with speaking(language):
            marks[language] = event_fields(event)["event_title"]
    assert marks[Language.EN] == marks[Language.NL] == "“Ma retraite”"
    assert marks[Language.DE] == "„Ma retraite“"
    assert marks[Language.FR].startswith("«")
    assert marks[Language.FR].endswith("»")
