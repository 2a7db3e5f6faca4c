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
from advisor_app.domain.codes import Language, Place, Title
from advisor_app.domain.letters import LetterKind, Window
from advisor_app.i18n import speaking
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.letter import render
from advisor_app.reports.letter_address import called
from advisor_app.reports.letter_box import event_fields
from advisor_app.reports.letter_data import LetterData
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


# A DIN 680 envelope shows 90 by 45 millimetres, 20 from the left and 15 from the bottom; a sheet
# folded at 105 slides by 5 in height and by 10 in width.
DIN_ALWAYS = (20.0, 50.0, 100.0, 90.0)
DIN_EVER = (10.0, 45.0, 110.0, 95.0)


def din() -> LetterData:
    bank = (
        "Sparbank an der Aure",
        "Filiale Neustadt",
        "Marktplatz 8",
        "35990 Neustadt an der Aure",
    )
    return letter(window=Window.LEFT, letterhead=bank)


@pytest.mark.parametrize("lines", [3, 4, 6, 7])
def test_a_german_address_shows_whole_in_its_window(lines: int) -> None:
    address = ("Frau Marie-Antoinette Delaunay", *(f"Zusatz {n}" for n in range(lines - 3)))
    address = (*address, "Tannenweg 8", "24103 Kiel")
    pdf = render(replace(din(), address=address))[0]
    for line in address:
        left, top, right, bottom = _place(pdf, line)
        assert left == pytest.approx(25, abs=0.6), line
        assert right <= DIN_ALWAYS[2], line
        assert DIN_ALWAYS[1] <= top, line
        assert bottom <= DIN_ALWAYS[3], line
    if lines <= 4:
        assert _place(pdf, address[0])[1] >= 62.7  # where the norm's zone for the address begins


def test_nothing_but_the_address_shows_in_a_german_window() -> None:
    data = din()
    pdf = render(data)[0]
    left_end, highest, right_end, lowest = DIN_EVER
    for text in (*data.letterhead, *data.sender, data.place_and_date, data.subject[:12]):
        left, top, right, bottom = _place(pdf, text)
        beside = right < left_end or left > right_end
        assert beside or bottom < highest or top > lowest, text


def test_a_german_letter_folds_where_the_norm_says() -> None:
    pdf = render(din())[0]
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height() / MM
    drawn = [one.get_bounds() for one in page.get_objects() if one.type == PATH]
    marks = [height - top / MM for _left, _b, right, top in drawn if right < 11 * MM]
    assert [round(one) for one in sorted(marks)] == [105, 210]
    assert _place(pdf, din().subject[:12])[1] > 105


@pytest.mark.parametrize(
    ("branch", "client", "window"),
    [
        ("DE", "FR", Window.LEFT),
        ("FR", "DE", Window.RIGHT),  # the envelopes are the branch's
        (None, "DE", Window.LEFT),
        (None, None, Window.RIGHT),
        ("BE", "BE", Window.RIGHT),
        ("LU", "LU", Window.RIGHT),
        ("CH", "CH", Window.RIGHT),
    ],
)
def test_the_branchs_envelopes_say_where_the_window_is(
    fourniers: Briefing, branch: str | None, client: str | None, window: Window
) -> None:
    assert fourniers.branch is not None
    clients = tuple(replace(one, country=client) for one in fourniers.clients)
    told = replace(fourniers, clients=clients, branch=replace(fourniers.branch, country=branch))
    data = gather_letter(told, LetterKind.APPOINTMENT, date(2026, 4, 1))
    assert data.window is window


@pytest.mark.parametrize("window", Window)
@pytest.mark.parametrize("language", Language)
def test_a_proposal_to_an_old_client_is_one_page_whatever_it_is_about(
    fourniers: Briefing, language: Language, window: Window
) -> None:
    assert fourniers.branch is not None
    branch = replace(fourniers.branch, country="DE" if window is Window.LEFT else "FR")
    for code in life_projects():
        told = replace(about(fourniers, code, date(1950, 1, 1)), branch=branch)
        data = gather_letter(told, LetterKind.PROPOSAL, date(2026, 4, 1), chosen=language)
        assert data.window is window
        assert render(data)[1] == 1, code


def test_what_is_only_to_be_at_hand_is_not_to_be_brought(fourniers: Briefing) -> None:
    assert fourniers.visit is not None
    headings = {}
    for place in (Place.BRANCH, Place.HOME, Place.PHONE):
        visit = replace(fourniers.visit, place=place)
        told = replace(fourniers, visit=visit)
        data = gather_letter(told, LetterKind.APPOINTMENT, date(2026, 4, 1), chosen=Language.EN)
        text = read(render(data)[0]).text
        headings[place] = "Useful to bring" in text, "Useful to have at hand" in text
    assert headings == {
        Place.BRANCH: (True, False),
        Place.HOME: (False, True),
        Place.PHONE: (False, True),
    }


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        (Language.DE, Title.MR, "Herr Fournier"),
        (Language.DE, Title.MRS, "Frau Fournier"),
        (Language.NL, Title.MR, "meneer Fournier"),
        (Language.FR, Title.MRS, "Madame Fournier"),
    ],
)
def test_how_somebody_is_spoken_to_is_not_how_the_envelope_has_it(
    fourniers: Briefing, language: Language, title: Title, said: str
) -> None:
    (client, *_others) = fourniers.clients
    with speaking(language):
        assert called([replace(client, title=title)]) == said
